"""Answering: the seller takes, declines or finishes an order; silence is asked about, and in the end it lapses."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from handlers.taps import OrderTap
from models.database import Session
from shop.orders import accept_order
from tests.support.cast import Message, Person, Town
from tests.support.market import buy
from tests.support.scenes import all_orders, fails, lapak, newest, orders, product, sells, stock

LATE = datetime(2026, 11, 21, 13, 50, tzinfo=UTC)  # 20:50 in Jakarta


def heard(told: list[str], words: str) -> int:
    return len([message for message in told if words in message])


async def an_order(seller: Person, buyer: Person, caption: str = "Keripik pisang 15rb stok 8") -> Message:
    await orders(buyer, await sells(seller, caption))
    return await seller.sees("Pesanan baru #1", button="Terima")


async def test_what_waits_for_an_answer_stands_first_however_much_is_under_way(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await an_order(bu_sari, pak_budi, "Keripik pisang 15rb stok 20")
    await bu_sari.taps("Terima", on=await bu_sari.sees("Pesanan baru #1"))
    await bu_sari.sees("Kakak sanggupi")

    def eight_more(session: Session) -> None:
        for number in range(8):
            order = buy(session, pak_budi.id, 1, 1, town.clock.now())
            if number < 7:
                accept_order(session, bu_sari.id, order.id, town.clock.now())

    await lapak(town).database.write(eight_more)
    await bu_sari.writes("/masuk")
    listed = await bu_sari.sees("Masih ada lagi", button="Hari ini")
    assert listed.buttons[0].startswith("#9 Keripik pisang")
    assert len(listed.buttons) == 8 + 2
    await bu_sari.writes("iya siap")
    await bu_sari.sees("#9", button="Terima")


async def test_terima_tells_the_buyer_where_and_how_to_pay(bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.sends_photo("Keripik pisang 15rb stok 8")
    await bu_sari.taps("Pasang")
    await bu_sari.sees("lapaknya di mana")
    await bu_sari.writes("Plaosan, Magetan")
    await bu_sari.sees("bayarnya bagaimana")
    await bu_sari.writes("Transfer BRI 1234")
    await bu_sari.sees("beres")
    await orders(pak_budi, "p1")
    toast = await bu_sari.taps("Terima", on=await bu_sari.sees("Pesanan baru #1"))
    assert "kabari" in str(toast)
    taken = await bu_sari.sees("Kakak sanggupi", button="Selesai")
    assert "Tulis pesan" in str(taken.buttons)
    accepted = await pak_budi.sees("Pesanan #1 disanggupi Bu Sari", button="Tulis ke penjual")
    assert "Ambil di: Plaosan, Magetan" in accepted.words
    assert "Bayar: Transfer BRI 1234" in accepted.words


async def test_selesai_ends_the_order_for_both(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.taps("Terima", on=await an_order(bu_sari, pak_budi))
    await bu_sari.taps("Selesai", on=await bu_sari.sees("Kakak sanggupi"))
    await bu_sari.sees("selesai", button="Pesanan masuk")
    assert (await pak_budi.sees("selesai. Terima kasih")).buttons
    assert (await all_orders(town))[0].state == "finished"


@pytest.mark.parametrize(
    ("reason", "words"),
    [("Tidak bisa antar ke sana", "belum bisa mengantar"), ("Lain kali saja", "kali ini belum bisa")],
)
async def test_tolak_asks_why_and_tells_the_buyer_kindly(
    town: Town, bu_sari: Person, pak_budi: Person, reason: str, words: str
) -> None:
    await bu_sari.taps("Tolak", on=await an_order(bu_sari, pak_budi))
    await bu_sari.taps(reason, on=await bu_sari.sees("Kenapa pesanan #1"))
    await bu_sari.sees("ditolak")
    declined = await pak_budi.sees("belum bisa melayani", button="Lihat barangnya")
    assert words in declined.words
    assert await stock(town, 1) == 8


async def test_stok_habis_sets_the_stock_to_nothing_and_the_ledger_agrees(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    await bu_sari.taps("Tolak", on=await an_order(bu_sari, pak_budi))
    await bu_sari.taps("Stok habis", on=await bu_sari.sees("Kenapa pesanan #1"))
    assert "stoknya habis" in (await pak_budi.sees("belum bisa melayani")).words
    assert await stock(town, 1) == 0
    assert "Habis" in (await stranger.starts("p1")).words


async def test_tolak_by_a_slip_of_the_finger_can_be_taken_back(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.taps("Tolak", on=await an_order(bu_sari, pak_budi))
    await bu_sari.taps("Kembali", on=await bu_sari.sees("Kenapa pesanan #1"))
    await bu_sari.taps("Terima", on=await bu_sari.sees("#1", button="Terima"))
    await pak_budi.sees("disanggupi")


async def test_a_double_tap_on_terima_tells_the_buyer_once(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    received = await an_order(bu_sari, pak_budi)
    accept = received.data_of("Terima")
    toasts = await asyncio.gather(*(bu_sari.taps_data(received["message_id"], accept) for _ in range(3)))
    await pak_budi.sees("disanggupi")
    await pak_budi.sees_nothing_new(await newest(pak_budi), seconds=0.2)
    assert heard(await pak_budi.told(), "disanggupi") == 1
    assert all(toast for toast in toasts)
    assert heard(await bu_sari.told(), "tidak bisa") == 0


async def test_terima_on_an_older_message_repeats_the_answer_kindly(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    first = await an_order(bu_sari, pak_budi)
    await town.later(minutes=15)
    await bu_sari.taps("Terima", on=await bu_sari.sees("masih menunggu", button="Terima"))
    await pak_budi.sees("disanggupi")
    before = await newest(bu_sari)
    await bu_sari.taps_data(first["message_id"], first.data_of("Terima"))
    assert "jadi itu tidak bisa" not in str(await bu_sari.told())
    assert heard(await pak_budi.told(), "disanggupi") == 1
    assert (await newest(bu_sari)) >= before


async def test_an_unanswered_order_is_asked_about_after_15_minutes_and_2_hours(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    first = await an_order(bu_sari, pak_budi)
    await town.later(minutes=14)
    assert heard(await bu_sari.told(), "masih menunggu") == 0
    await town.later(minutes=1)
    second = await bu_sari.sees("Pesanan #1 dari Pak Budi masih menunggu", button="Terima")
    await town.later(hours=1, minutes=45)
    third = await bu_sari.sees("masih menunggu", after=second["message_id"])
    await town.later(hours=3)
    await bu_sari.sees_nothing_new(third["message_id"], seconds=0.2)
    standing = {message["message_id"]: message.buttons for message in await bu_sari.chat()}
    assert standing[first["message_id"]] == []
    assert standing[second["message_id"]] == []
    assert "✅ Terima" in standing[third["message_id"]]


async def test_at_night_nobody_is_asked_until_six(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await town.until(LATE)
    first = await an_order(bu_sari, pak_budi)
    for night in (timedelta(minutes=15), timedelta(hours=2), timedelta(hours=9, minutes=9)):
        await town.until(LATE + night)
    await bu_sari.sees_nothing_new(first["message_id"], seconds=0.2)
    await town.until(LATE + timedelta(hours=9, minutes=10))
    morning = await bu_sari.sees("masih menunggu", after=first["message_id"])
    await bu_sari.sees_nothing_new(morning["message_id"], seconds=0.2)


async def test_at_night_a_new_order_still_comes_at_once(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    await town.until(LATE + timedelta(hours=1))
    await orders(pak_budi, await sells(bu_sari))
    await bu_sari.sees("Pesanan baru #1")
    await orders(stranger, "p1", "1")
    await bu_sari.sees("Pesanan baru #2", button="Terima")
    assert heard(await bu_sari.told(), "tinggal") == 0


async def test_an_answered_order_is_not_asked_about(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.taps("Terima", on=await an_order(bu_sari, pak_budi))
    await bu_sari.sees("Kakak sanggupi")
    for _ in range(3):
        await town.later(hours=9)
    assert heard(await bu_sari.told(), "masih menunggu") == 0
    assert (await all_orders(town))[0].state == "accepted"
    assert await stock(town, 1) == 6


async def test_after_a_day_the_order_lapses_once_and_the_stock_is_back(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await an_order(bu_sari, pak_budi)
    await town.later(hours=23, minutes=59)
    assert await stock(town, 1) == 6
    await town.later(minutes=1)
    assert (await pak_budi.sees("belum sempat menjawab")).buttons == ["🔁 Lihat barangnya", "🛒 Saya mau belanja"]
    closed = await bu_sari.sees("sudah sehari belum dijawab")
    assert closed.buttons == ["✅ Masih bisa saya layani"]
    await town.later(minutes=1)
    await town.later(hours=2)
    assert await stock(town, 1) == 8
    assert heard(await pak_budi.told(), "belum sempat menjawab") == 1


async def test_a_late_terima_asks_the_buyer_who_may_still_want_it(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await an_order(bu_sari, pak_budi)
    await town.later(hours=24)
    await bu_sari.taps("Masih bisa", on=await bu_sari.sees("sudah sehari"))
    await bu_sari.sees("Saya tanya dulu ke Pak Budi")
    question = await pak_budi.sees("Masih mau?", button="Ya, masih mau")
    assert "2 × Keripik pisang" in question.words
    await pak_budi.taps("Ya, masih mau", on=question)
    await pak_budi.sees("disanggupi Bu Sari")
    await bu_sari.sees("Pak Budi masih mau pesanan #1", button="Selesai")
    assert (await all_orders(town))[0].state == "accepted"
    assert await stock(town, 1) == 6


async def test_a_late_terima_on_the_first_message_asks_too(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    first = await an_order(bu_sari, pak_budi)
    await town.later(hours=24)
    await bu_sari.sees("sudah sehari")
    await bu_sari.taps_data(first["message_id"], first.data_of("Terima"))
    await pak_budi.sees("Masih mau?")


@pytest.mark.parametrize(
    ("answer", "state"), [("Ya, masih mau", "accepted"), ("Tidak, terima kasih", "lapsed")], ids=["yes", "no"]
)
async def test_what_lapsed_at_night_and_was_answered_by_night_is_no_news_in_the_morning(
    town: Town, bu_sari: Person, pak_budi: Person, answer: str, state: str
) -> None:
    await town.until(LATE + timedelta(hours=1))
    first = await an_order(bu_sari, pak_budi)
    await town.until(LATE + timedelta(hours=25))
    await pak_budi.sees("belum sempat menjawab")
    await bu_sari.taps_data(first["message_id"], first.data_of("Terima"))
    await pak_budi.taps(answer, on=await pak_budi.sees("Masih mau?"))
    await bu_sari.sees("masih mau pesanan #1" if state == "accepted" else "sudah tidak mau")
    await town.until(LATE + timedelta(hours=34))
    await bu_sari.sees_nothing_new(await newest(bu_sari), seconds=0.3)
    assert heard(await bu_sari.told(), "belum dijawab, jadi kami tutup") == 0
    assert (await all_orders(town))[0].state == state


async def test_the_seller_hears_that_the_buyer_no_longer_wants_it(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await an_order(bu_sari, pak_budi)
    await town.later(hours=24)
    await bu_sari.taps("Masih bisa", on=await bu_sari.sees("sudah sehari"))
    promised = await bu_sari.sees("Nanti saya kabari")
    await pak_budi.taps("Tidak, terima kasih", on=await pak_budi.sees("Masih mau?"))
    answer = await bu_sari.sees("#1", after=promised["message_id"])
    assert "Pak Budi" in answer.words
    assert (await all_orders(town))[0].state == "lapsed"


async def test_a_late_terima_without_stock_asks_for_stock_first_and_nobody_is_promised_anything(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    await an_order(bu_sari, pak_budi, "Batik tulis 250rb stok 2")
    await town.later(hours=24)
    lapsed = await bu_sari.sees("sudah sehari", button="Masih bisa")
    await orders(stranger, "p1", "2")
    await bu_sari.taps("Masih bisa", on=lapsed)
    await bu_sari.taps("📦 Stok", on=await bu_sari.sees("sudah tidak cukup untuk pesanan #1", button="📦 Stok"))
    await bu_sari.sees("Ketuk untuk menambah")
    await bu_sari.writes("2")
    await bu_sari.sees("Stok Batik tulis sekarang 2")
    assert heard(await pak_budi.told(), "Masih mau?") == 0
    await bu_sari.taps("Masih bisa", on=lapsed)
    await pak_budi.taps("Ya, masih mau", on=await pak_budi.sees("Masih mau?"))
    await bu_sari.sees("Pak Budi masih mau pesanan #1")
    assert await stock(town, 1) == 0


async def test_masih_mau_after_it_was_sold_elsewhere_is_told_kindly(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    await an_order(bu_sari, pak_budi, "Batik tulis 250rb stok 2")
    await town.later(hours=24)
    await bu_sari.taps("Masih bisa", on=await bu_sari.sees("sudah sehari"))
    question = await pak_budi.sees("Masih mau?")
    await orders(stranger, "p1", "2")
    await pak_budi.taps("Ya, masih mau", on=question)
    assert (await pak_budi.sees("baru saja habis")).buttons
    assert (await all_orders(town))[0].state == "lapsed"
    assert await stock(town, 1) == 0


async def test_the_seller_finds_waiting_orders_again(bu_sari: Person, pak_budi: Person) -> None:
    await an_order(bu_sari, pak_budi)
    before = await newest(bu_sari)
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Pesanan masuk")
    await bu_sari.taps("#1 Keripik pisang · menunggu", on=await bu_sari.sees("Pesanan yang menunggu", after=before))
    await bu_sari.taps("Terima", on=await bu_sari.sees("Pesanan #1 dari Pak Budi", button="Terima", after=before))
    await pak_budi.sees("disanggupi")


async def test_nobody_else_may_touch_an_order(town: Town, bu_sari: Person, pak_budi: Person, stranger: Person) -> None:
    await an_order(bu_sari, pak_budi)
    hello = await stranger.starts()
    for do in ("accept", "decline", "empty", "finish", "cancel", "revive", "show", "write"):
        before = await newest(stranger)
        await stranger.taps_data(hello["message_id"], OrderTap(do=do, order_id=1).pack())
        assert (await stranger.sees("tidak ketemu", after=before)).buttons
    for forger, do in ((pak_budi, "accept"), (pak_budi, "empty"), (bu_sari, "cancel")):
        before = await newest(forger)
        await forger.taps_data(before, OrderTap(do=do, order_id=1).pack())
        await forger.sees("tidak ketemu", after=before)
    assert (await all_orders(town))[0].state == "placed"
    assert "Keripik" not in str(await stranger.told())


async def test_a_seller_who_blocked_us_is_told_of_to_buyer_and_operator_at_once(
    town: Town, bu_sari: Person, pak_budi: Person, mbak_rini: Person
) -> None:
    await mbak_rini.starts()
    link = await sells(bu_sari)
    await bu_sari.blocks()
    await orders(pak_budi, link)
    told = await pak_budi.sees("sedang tidak bisa dihubungi", button="Batalkan pesanan")
    help_wanted = await mbak_rini.sees("memblokir bot")
    assert "Bu Sari" in help_wanted.words
    assert str(bu_sari.id) in help_wanted.words
    await pak_budi.taps("Batalkan", on=told)
    await pak_budi.sees("sudah dibatalkan")
    assert await stock(town, 1) == 4


async def test_a_message_to_a_seller_who_blocked_us_is_not_lost_in_silence(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await bu_sari.taps("Terima", on=await an_order(bu_sari, pak_budi))
    await pak_budi.sees("disanggupi")
    await bu_sari.blocks()
    await pak_budi.taps("Tulis ke penjual", on=await pak_budi.sees("disanggupi"))
    await pak_budi.sees("Tulis pesan untuk Bu Sari")
    await pak_budi.writes("Bu, saya jemput jam 3 ya")
    told = await pak_budi.sees("tidak bisa dihubungi", button="Lihat pesanan")
    assert "batal" not in f"{told.words} {told.buttons}".lower(), "what was promised can't be cancelled any more"
    await pak_budi.taps("Lihat pesanan", on=told)
    await pak_budi.sees("disanggupi", button="Tulis ke penjual", after=told["message_id"] - 1)


async def test_an_order_survives_telegram_being_out_of_reach(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari)
    await fails(town.http, town.url, kind="500", method="sendPhoto", chat_id=bu_sari.id, count=1)
    await orders(pak_budi, link)
    for _ in range(6):
        await asyncio.sleep(0.2)
        await town.later(seconds=5)
    await bu_sari.sees("Pesanan baru #1", button="Terima")
    assert (await product(town, 1)).stock == 2
