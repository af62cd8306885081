"""Days off: a seller closes for a while, buyers know, and nothing is lost when the stall opens again."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from handlers.taps import Rest
from tests.conftest import Opening
from tests.support.cast import Message, Person, Town
from tests.support.scenes import all_orders, newest, orders, sells, stall_row

MONDAY = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)  # 7:00 in Jakarta


async def closes(seller: Person, words: str = "melaut sampai Senin", orders: str = "Terima, dijawab") -> Message:
    """The seller says that they are away, and what becomes of orders."""
    before = await newest(seller)
    await seller.writes(words)
    await seller.taps(orders, on=await seller.sees("buka lagi hari itu", button=orders, after=before))
    return await seller.sees("Lapaknya buka lagi sendiri", after=before)


async def test_melaut_sampai_senin_is_read_back_and_buyers_see_it(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    link = await sells(bu_sari)
    await bu_sari.writes("melaut sampai Senin")
    question = await bu_sari.sees("melaut sampai Senin 23 November, buka lagi hari itu jam 07.00")
    assert (await stall_row(town, bu_sari)).closed_until is None, "nothing happens before it is confirmed"
    await bu_sari.taps("Terima, dijawab", on=question)
    closed = await bu_sari.sees("Kakak melaut sampai Senin 23 November jam 07.00 WIB", button="Buka sekarang")
    assert "tidak tanya-tanya stok" in closed.words
    assert (await stall_row(town, bu_sari)).closed_until == MONDAY

    card = await pak_budi.starts(link)
    assert "Bu Sari sedang melaut sampai Senin 23 November jam 07.00 WIB" in card.words
    await pak_budi.taps("2", on=card)
    summary = await pak_budi.sees("Pesanan ke", button="✅ Pesan")
    assert "dijawab setelah buka" in summary.words
    await pak_budi.taps("✅ Pesan", on=summary)
    assert "Pesanan ini dijawab setelah buka" in (await pak_budi.sees("sudah sampai di")).words
    assert "boleh dijawab nanti" in (await bu_sari.sees("Pesanan baru #1")).words
    shelf = await pak_budi.starts("s1")
    assert "sedang melaut" in shelf.words
    await pak_budi.writes("keripik")
    assert any(label.startswith("🌴") for label in (await pak_budi.sees("Ketemu")).buttons)


async def test_at_the_return_one_message_says_what_waits_and_the_clock_starts_then(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    link = await sells(bu_sari)
    await closes(bu_sari)
    await orders(pak_budi, link)
    for _ in range(4):
        await town.later(hours=10)
    assert not [said for said in await bu_sari.told() if "masih menunggu" in said or "Selamat pagi" in said]
    await town.until(MONDAY)
    welcome = await bu_sari.sees("Selamat datang kembali", button="#1 Keripik pisang")
    assert "1 pesanan menunggu jawaban" in welcome.words
    assert "Stok menipis: Keripik pisang" in welcome.words
    await town.until(MONDAY)
    await town.later(minutes=15)
    await bu_sari.sees("masih menunggu")
    await town.later(hours=23, minutes=40)
    assert (await all_orders(town))[0].state == "placed"
    await town.later(minutes=5)
    assert (await all_orders(town))[0].state == "lapsed"
    told = await bu_sari.told()
    assert len([said for said in told if "Selamat datang kembali" in said]) == 1
    assert not [said for said in (await bu_sari.told()) if "Selamat pagi" in said and "Senin" not in said][1:]


async def test_what_was_not_answered_before_waits_too_and_its_buyer_is_told(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await orders(pak_budi, await sells(bu_sari))
    await bu_sari.sees("Pesanan baru #1")
    closed = await closes(bu_sari)
    assert "1 pesanan yang belum dijawab" in closed.words
    told = await pak_budi.sees("Pesanannya aman, dijawab mulai Senin 23 November")
    assert any("Batalkan" in label for label in told.buttons)
    await town.later(hours=30)
    assert (await all_orders(town))[0].state == "placed"


async def test_a_stall_that_takes_no_orders_refuses_kindly_and_says_until_when(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    link = await sells(bu_sari)
    card = await pak_budi.starts(link)
    await closes(bu_sari, "libur sampai Senin", "Jangan terima")
    await pak_budi.taps("2", on=card)
    refused = await pak_budi.sees("belum menerima pesanan dulu")
    assert "Senin 23 November jam 07.00 WIB" in refused.words
    assert refused.buttons == ["🔁 Lihat barangnya", "🛒 Lihat yang lain"]
    shown = await pak_budi.starts(link)
    assert "Belum menerima pesanan" in shown.words
    assert not [label for label in shown.buttons if label.isdecimal()]
    await pak_budi.writes("2")
    assert (await pak_budi.sees("belum menerima pesanan dulu", after=shown["message_id"])).buttons
    await town.until(MONDAY)
    await orders(pak_budi, link)


async def test_a_day_in_doubt_is_asked_with_buttons(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari)
    await bu_sari.writes("libur Jumat")
    question = await bu_sari.sees("buka lagi kapan?", button="Jum 27")
    assert any("Sab 28" in label for label in question.buttons)
    await bu_sari.taps("Sab 28", on=question)
    await bu_sari.sees("sampai Sabtu 28 November, buka lagi")


async def test_libur_dulu_in_the_settings_takes_a_day_by_tap_or_in_words(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari)
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Atur lapak")
    await bu_sari.taps("Waktu & pengingat")
    await bu_sari.taps("Libur dulu")
    question = await bu_sari.sees("Buka lagi kapan?", button="1 minggu")
    await bu_sari.writes("entah kapan")
    assert (await bu_sari.sees("Harinya belum terbaca")).buttons
    await bu_sari.writes("5 Desember")
    await bu_sari.sees("libur sampai Sabtu 5 Desember")
    await bu_sari.taps("1 minggu", on=question)
    await bu_sari.taps("Terima, dijawab", on=await bu_sari.sees("Sabtu 28 November", button="Terima, dijawab"))
    await bu_sari.sees("Kakak libur sampai Sabtu 28 November")


async def test_buka_sekarang_at_any_time_and_closing_again_from_the_same_message(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari)
    for _ in range(2):
        closed = await closes(bu_sari)
        await bu_sari.taps("Buka sekarang", on=closed)
        await bu_sari.sees("sudah buka lagi", button="Lapak saya", after=closed["message_id"] - 1)
        assert (await stall_row(town, bu_sari)).closed_until is None
    await town.until(MONDAY)
    assert not [said for said in await bu_sari.told() if "Selamat datang kembali" in said]


async def test_buka_sekarang_stands_on_the_stalls_card(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari)
    closed = await closes(bu_sari, "tutup dulu 3 hari")
    await bu_sari.taps("Lapak saya", on=closed)
    card = await bu_sari.sees("Link lapak", button="Buka sekarang")
    assert "Sedang libur sampai Selasa 24 November" in card.words
    await bu_sari.taps("Buka sekarang", on=card)
    await bu_sari.sees("sudah buka lagi")


async def test_a_week_of_downtime_is_one_welcome(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari)
    await closes(bu_sari)
    await orders(pak_budi, link)
    await town.later(days=9)
    await bu_sari.sees("Selamat datang kembali", button="#1")
    await town.later(minutes=1)
    told = await bu_sari.told()
    assert len([said for said in told if "Selamat datang kembali" in said]) == 1
    assert (await all_orders(town))[0].state == "placed", "asked about first, before it lapses"


async def test_restarts_before_and_after_the_return_lose_nothing_and_tell_nothing_twice(open_town: Opening) -> None:
    async with open_town() as town:
        again: dict[str, Any] = {"bot_id": town.bot_id, "clock": town.clock}
        seller, buyer = await town.person("Bu Sari"), await town.person("Pak Budi")
        link = await sells(seller)
        await closes(seller)
        await orders(buyer, link)
    town.clock.moment = MONDAY + timedelta(hours=3)
    for _ in range(2):
        async with open_town(**again) as town:
            await seller.sees("Selamat datang kembali", button="#1 Keripik pisang")
            row = await stall_row(town, seller)
    told = await seller.told()
    assert len([said for said in told if "Selamat datang kembali" in said]) == 1
    assert row.closed_until is None


async def test_who_has_no_stall_only_said_something(pak_budi: Person) -> None:
    await pak_budi.starts()
    await pak_budi.writes("libur sampai Senin")
    await pak_budi.sees("belum paham")


@pytest.mark.parametrize("tap", [Rest(do="wait", day=20201127), Rest(do="wait", day=99999999), Rest(do="day", day=-5)])
async def test_forged_days_close_nothing(town: Town, bu_sari: Person, tap: Rest) -> None:
    await sells(bu_sari)
    before = await newest(bu_sari)
    await bu_sari.taps_data(before, tap.pack())
    assert (await bu_sari.sees("sudah lewat", after=before)).buttons
    assert (await stall_row(town, bu_sari)).closed_until is None


async def test_nobody_closes_or_opens_anybody_elses_stall(town: Town, bu_sari: Person, stranger: Person) -> None:
    await sells(bu_sari)
    await closes(bu_sari)
    hello = await stranger.starts()
    for tap in (Rest(do="open"), Rest(do="wait", day=20261127)):
        before = await newest(stranger)
        await stranger.taps_data(hello["message_id"], tap.pack())
        await stranger.sees("Lapaknya belum ada", after=before)
    assert (await stall_row(town, bu_sari)).closed_until == MONDAY


async def test_the_answer_limit_is_chosen_read_back_and_said_when_an_order_lapses(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    link = await sells(bu_sari)
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Atur lapak")
    await bu_sari.taps("Waktu & pengingat")
    await bu_sari.taps("Batas jawab")
    await bu_sari.taps("6 jam", on=await bu_sari.sees("saya tutup setelah berapa lama", button="6 jam"))
    await bu_sari.sees("menunggu jawaban paling lama 6 jam")
    await orders(pak_budi, link)
    await town.later(hours=6)
    await bu_sari.sees("sudah 6 jam belum dijawab")
    await pak_budi.sees("belum sempat menjawab")
