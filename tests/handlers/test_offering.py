"""Offering: fewer, another price, a fee; the buyer agrees by one tap, or doesn't."""

import pytest

from handlers.taps import OrderTap
from tests.support.cast import Message, Person, Town
from tests.support.scenes import all_orders, newest, orders, sells, stock


async def a_new_order(seller: Person, buyer: Person, caption: str = "Keripik pisang 15rb stok 8") -> Message:
    await orders(buyer, await sells(seller, caption), "3")
    return await seller.sees("Pesanan baru #1", button="Tawarkan lain")


async def test_stok_tinggal_2_mau_2(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.taps("Tawarkan lain", on=await a_new_order(bu_sari, pak_budi))
    await bu_sari.taps("Jumlahnya kurang", on=await bu_sari.sees("apanya yang lain"))
    await bu_sari.taps("2", on=await bu_sari.sees("ada berapa?", button="1"))
    await bu_sari.sees("tawaran Kakak sudah saya sampaikan")
    offer = await pak_budi.sees("menawarkan begini", button="Setuju")
    assert "2 × Keripik pisang (Rp15.000) = Rp30.000 (tadinya 3)" in offer.words
    assert "Tadinya: Rp45.000" in offer.words
    assert await stock(town, 1) == 0, "what she has besides is nothing"
    await pak_budi.taps("Setuju", on=offer)
    await pak_budi.sees("disanggupi Bu Sari")
    assert "2 × Keripik" in (await bu_sari.sees("Pak Budi setuju", button="Siap diambil")).words
    order = (await all_orders(town))[0]
    assert (order.state, order.total) == ("accepted", 30_000)


async def test_an_offer_that_is_not_wanted_leaves_what_there_is(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.taps("Tawarkan lain", on=await a_new_order(bu_sari, pak_budi))
    await bu_sari.taps("Jumlahnya kurang", on=await bu_sari.sees("apanya yang lain"))
    await bu_sari.sees("ada berapa?")
    await bu_sari.writes("2")
    await pak_budi.taps("Batalkan", on=await pak_budi.sees("menawarkan begini"))
    await bu_sari.sees("dibatalkan Pak Budi")
    assert await stock(town, 1) == 2


@pytest.mark.parametrize("said", ["rusak 2", "yang basi 2", "besok 2", "bukan 2"])
async def test_another_count_is_not_what_is_offered(town: Town, bu_sari: Person, pak_budi: Person, said: str) -> None:
    await bu_sari.taps("Tawarkan lain", on=await a_new_order(bu_sari, pak_budi))
    await bu_sari.taps("Jumlahnya kurang", on=await bu_sari.sees("apanya yang lain"))
    await bu_sari.sees("ada berapa?")
    await bu_sari.writes(said)
    await bu_sari.sees("belum terbaca")
    assert (await all_orders(town))[0].state == "placed"
    await bu_sari.writes("adanya 2 kak")
    await pak_budi.sees("2 × Keripik pisang (Rp15.000) = Rp30.000 (tadinya 3)")


@pytest.mark.parametrize("said", ["keripik pisangnya tinggal 2", "maaf kak, yang ada cuma 2", "sanggupnya 2 bu"])
async def test_what_can_be_had_is_said_as_people_say_it(bu_sari: Person, pak_budi: Person, said: str) -> None:
    await bu_sari.taps("Tawarkan lain", on=await a_new_order(bu_sari, pak_budi))
    await bu_sari.taps("Jumlahnya kurang", on=await bu_sari.sees("apanya yang lain"))
    await bu_sari.sees("ada berapa?")
    await bu_sari.writes(said)
    await pak_budi.sees("2 × Keripik pisang (Rp15.000) = Rp30.000 (tadinya 3)")


async def test_what_was_weighed_has_its_price_at_the_end(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.taps("Tawarkan lain", on=await a_new_order(bu_sari, pak_budi, "Ikan tongkol 40rb/kg stok 9"))
    await bu_sari.taps("Harganya lain", on=await bu_sari.sees("apanya yang lain"))
    await bu_sari.sees("Jadinya berapa")
    await bu_sari.writes("117.500")
    offer = await pak_budi.sees("menawarkan begini", button="Setuju")
    assert "Jumlah: Rp117.500" in offer.words
    await pak_budi.taps("Setuju", on=offer)
    await bu_sari.sees("setuju")
    assert (await all_orders(town))[0].total == 117_500
    assert await stock(town, 1) == 6


async def test_a_doubtful_sum_is_asked_back_and_a_fee_comes_on_top(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await bu_sari.taps("Tawarkan lain", on=await a_new_order(bu_sari, pak_budi))
    await bu_sari.taps("Pakai ongkir", on=await bu_sari.sees("apanya yang lain"))
    await bu_sari.sees("Ongkirnya berapa")
    await bu_sari.writes("5")
    await bu_sari.taps("Rp5.000", on=await bu_sari.sees("Maksudnya", button="Rp5.000"))
    offer = await pak_budi.sees("menawarkan begini")
    assert "Ongkir: Rp5.000" in offer.words
    assert "Jumlah: Rp50.000" in offer.words


async def test_a_sum_below_the_fee_is_asked_again(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.taps("Tawarkan lain", on=await a_new_order(bu_sari, pak_budi))
    await bu_sari.taps("Pakai ongkir", on=await bu_sari.sees("apanya yang lain"))
    await bu_sari.sees("Ongkirnya berapa")
    await bu_sari.writes("20rb")
    await bu_sari.taps("Ubah tawaran", on=await bu_sari.sees("tawaran Kakak"))
    await bu_sari.taps("Harganya lain", on=await bu_sari.sees("apanya yang lain", button="Harganya lain"))
    await bu_sari.sees("Jadinya berapa")
    await bu_sari.writes("15rb")
    assert (await bu_sari.sees("Ongkirnya saja Rp20.000")).buttons
    await bu_sari.writes("55rb")
    await pak_budi.sees("Jumlah: Rp55.000")


async def test_only_the_newest_offer_can_be_taken(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.taps("Tawarkan lain", on=await a_new_order(bu_sari, pak_budi))
    await bu_sari.taps("Harganya lain", on=await bu_sari.sees("apanya yang lain"))
    await bu_sari.sees("Jadinya berapa")
    await bu_sari.writes("40rb")
    first = await pak_budi.sees("menawarkan begini")
    await bu_sari.taps("Ubah tawaran", on=await bu_sari.sees("tawaran Kakak"))
    await bu_sari.taps("Harganya lain", on=await bu_sari.sees("apanya yang lain", button="Harganya lain"))
    await bu_sari.sees("Sekarang Rp40.000")
    await bu_sari.writes("44rb")
    second = await pak_budi.sees("Jumlah: Rp44.000")
    await pak_budi.taps_data(first["message_id"], first.data_of("Setuju"))
    await pak_budi.sees("baru saja berubah")
    assert (await all_orders(town))[0].state == "offered"
    await pak_budi.taps("Setuju", on=second)
    await pak_budi.sees("disanggupi")


async def test_a_silent_buyer_is_asked_once_and_the_offer_lapses(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.taps("Tawarkan lain", on=await a_new_order(bu_sari, pak_budi))
    await bu_sari.taps("Jumlahnya kurang", on=await bu_sari.sees("apanya yang lain"))
    await bu_sari.taps("1", on=await bu_sari.sees("ada berapa?"))
    await pak_budi.sees("menawarkan begini")
    await town.later(hours=2)
    await pak_budi.sees("masih menunggu jawaban Kakak", button="Setuju")
    await town.later(hours=22)
    await pak_budi.sees("karena tawarannya belum dijawab")
    await bu_sari.sees("tawarannya belum dijawab")
    assert await stock(town, 1) == 1
    assert [words for words in await bu_sari.told() if "masih menunggu jawaban" in words] == []


@pytest.mark.parametrize("said", ["0", "3", "banyak"])
async def test_a_number_that_is_not_fewer_is_refused_kindly(
    town: Town, bu_sari: Person, pak_budi: Person, said: str
) -> None:
    await bu_sari.taps("Tawarkan lain", on=await a_new_order(bu_sari, pak_budi))
    await bu_sari.taps("Jumlahnya kurang", on=await bu_sari.sees("apanya yang lain"))
    before = (await bu_sari.sees("ada berapa?"))["message_id"]
    await bu_sari.writes(said)
    assert (await bu_sari.sees("angka", after=before)).buttons
    await bu_sari.writes("2")
    await pak_budi.sees("menawarkan begini")


async def test_a_slip_is_set_right_by_another_number(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.taps("Tawarkan lain", on=await a_new_order(bu_sari, pak_budi))
    await bu_sari.taps("Jumlahnya kurang", on=await bu_sari.sees("apanya yang lain"))
    await bu_sari.taps("1", on=await bu_sari.sees("ada berapa?"))
    await pak_budi.sees("1 × Keripik pisang")
    await bu_sari.taps("Ubah tawaran", on=await bu_sari.sees("tawaran Kakak", button="Tolak"))
    await bu_sari.taps("Jumlahnya kurang", on=await bu_sari.sees("apanya yang lain", button="Jumlahnya kurang"))
    asked = await bu_sari.sees("ada berapa?", button="2")
    await bu_sari.writes("4")
    assert "Terima" not in (await bu_sari.sees("Paling banyak 3", after=asked["message_id"])).words
    await bu_sari.writes("2")
    await pak_budi.taps("Setuju", on=await pak_budi.sees("2 × Keripik pisang (Rp15.000) = Rp30.000 (tadinya 3)"))
    await bu_sari.sees("setuju")
    assert ((await all_orders(town))[0].total, await stock(town, 1)) == (30_000, 0)


async def test_the_same_number_can_be_offered_again_on_the_same_card(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    """Said, changed, and changed back: the second "1" is no double tap of the first."""
    card = await a_new_order(bu_sari, pak_budi)
    for count, again in (("1", "Tawarkan lain"), ("2", "Ubah tawaran"), ("1", "Ubah tawaran")):
        await bu_sari.taps(again, on=await bu_sari.sees("#1", button=again))
        await bu_sari.taps("Jumlahnya kurang", on=await bu_sari.sees("apanya yang lain", button="Jumlahnya kurang"))
        asked = await bu_sari.sees("ada berapa?", button=count)
        assert asked["message_id"] == card["message_id"]
        await bu_sari.taps(count, on=asked)
        await bu_sari.sees(f"{count} × Keripik pisang", button="Ubah tawaran")
    order = (await all_orders(town))[0]
    assert (order.offers, order.total) == (3, 15_000)


@pytest.mark.parametrize("said", ["Tidak bisa antar", "maaf, mesinnya rusak"])
async def test_an_offered_order_can_still_be_declined(town: Town, bu_sari: Person, pak_budi: Person, said: str) -> None:
    await bu_sari.taps("Tawarkan lain", on=await a_new_order(bu_sari, pak_budi))
    await bu_sari.taps("Harganya lain", on=await bu_sari.sees("apanya yang lain"))
    await bu_sari.sees("Jadinya berapa")
    await bu_sari.writes("40rb")
    await pak_budi.sees("menawarkan begini")
    await bu_sari.taps("Tolak", on=await bu_sari.sees("tawaran Kakak", button="Tolak"))
    why = await bu_sari.sees("Kenapa", button="Tidak bisa antar")
    if said == "Tidak bisa antar":
        await bu_sari.taps(said, on=why)
    else:
        await bu_sari.writes(said)
    await pak_budi.sees("belum bisa", button="Lihat barangnya")
    assert ((await all_orders(town))[0].state, await stock(town, 1)) == ("declined", 8)


async def test_nobody_else_can_offer_or_agree(town: Town, bu_sari: Person, pak_budi: Person, stranger: Person) -> None:
    await a_new_order(bu_sari, pak_budi)
    hello = await stranger.starts()
    taps = (("offer", 0), ("less", 0), ("fewer", 1), ("price", 0), ("the-price", 1000), ("the-fee", 1000), ("agree", 0))
    for forger, message_id in ((stranger, hello["message_id"]), (pak_budi, await newest(pak_budi))):
        for do, value in taps[:-1]:
            before = await newest(forger)
            await forger.taps_data(message_id, OrderTap(do=do, order_id=1, value=value, line=1).pack())
            await forger.sees("tidak ketemu", after=before)
    before = await newest(bu_sari)
    await bu_sari.taps_data(before, OrderTap(do="agree", order_id=1).pack())
    await bu_sari.sees("tidak ketemu", after=before)
    assert (await all_orders(town))[0].state == "placed"
