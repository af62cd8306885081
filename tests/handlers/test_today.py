""" "Hari ini": what there is to do, the most urgent first, with a button to each order."""

from handlers.taps import Today
from models.database import Session
from models.stalls import stall_of
from shop.days import PAGE
from shop.orders import accept_order
from tests.support.cast import Message, Person, Town
from tests.support.market import buy
from tests.support.scenes import fills_shelf, lapak, newest, orders, sells


async def asks_today(seller: Person) -> Message:
    before = await newest(seller)
    await seller.writes("/hariini")
    return await seller.sees("Hari ini", after=before)


async def many_orders(town: Town, buyer: Person, product_id: int, count: int, accepted: int = 0) -> None:
    """So many orders behind the scenes, the first few of them accepted."""

    def place(session: Session) -> None:
        now = town.clock.now()
        for number in range(count):
            order = buy(session, buyer.id, product_id, 1, now)
            if number < accepted:
                accept_order(session, order.stall.owner_id, order.id, now)

    await lapak(town).database.write(place)


async def test_the_day_says_what_to_answer_what_to_make_and_what_is_low(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    link = await sells(bu_sari)
    assert "Tidak ada yang menunggu" in (await asks_today(bu_sari)).words
    await orders(pak_budi, link, "1")
    await orders(stranger, link, "2")
    await bu_sari.taps("Terima", on=await bu_sari.sees("Pesanan baru #1", button="Terima"))
    await bu_sari.sees("Kakak sanggupi")
    await bu_sari.writes("/hariini")
    day = await bu_sari.sees("1 pesanan menunggu jawaban", button="Isi stok")
    assert "1 pesanan harus disiapkan" in day.words
    assert "Stok menipis: Keripik pisang" in day.words
    assert day.buttons[:2] == ["🔔 #2 Keripik pisang · Orang Asing", "🧑‍🍳 #1 Keripik pisang · Pak Budi"]
    await bu_sari.taps("#2", on=day)
    await bu_sari.sees("Pesanan #2 dari Orang Asing", button="Terima")


async def test_the_stalls_card_leads_to_the_day_and_the_day_to_restocking(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari, "Keripik pisang 15rb stok 2")
    await fills_shelf(town, bu_sari, ("Dodol", 1), ("Kopi", 40))
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Hari ini", on=await bu_sari.sees("Link lapak", button="Hari ini"))
    day = await bu_sari.sees("Stok menipis: Dodol, Keripik pisang")
    await bu_sari.taps("Isi stok", on=day)
    await bu_sari.taps("+5", on=await bu_sari.sees("Stok Dodol tinggal 1", button="+5"))
    await bu_sari.sees("Stok Keripik pisang tinggal 2", button="+5")


async def test_a_long_day_comes_in_pages(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await sells(bu_sari, "Keripik pisang 15rb stok 100")
    await pak_budi.starts()
    await many_orders(town, pak_budi, 1, 8, accepted=3)
    day = await asks_today(bu_sari)
    assert "5 pesanan menunggu jawaban" in day.words
    assert "3 pesanan harus disiapkan" in day.words
    lines = [label for label in day.buttons if "#" in label]
    assert len(lines) == PAGE
    assert [label[0] for label in lines] == ["🔔"] * 5 + ["🧑"]
    await bu_sari.taps("▶", on=day)
    rest = await bu_sari.sees("Hari ini", button="◀", after=day["message_id"] - 1)
    assert len([label for label in rest.buttons if "#" in label]) == 2
    await bu_sari.taps_data(rest["message_id"], Today(do="day", page=99).pack())
    await bu_sari.sees("Hari ini", button="◀")


async def test_who_has_no_stall_is_told_how_to_begin(stranger: Person) -> None:
    await stranger.starts()
    await stranger.writes("/hariini")
    await stranger.sees("Lapaknya belum ada", button="Cara jualan")


async def test_the_stall_of_somebody_else_is_not_seen(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    await orders(pak_budi, await sells(bu_sari))
    await sells(stranger, "Kopi 5rb stok 9")
    assert await lapak(town).database.read(stall_of, stranger.id) is not None
    assert "#1" not in str((await asks_today(stranger)).buttons)
