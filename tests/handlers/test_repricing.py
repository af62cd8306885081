"""A new price for another unit: what is there, and what is ordered, stays as much as it is."""

import pytest

from tests.support.cast import Person, Town
from tests.support.scenes import newest, orders, product, sells, stock


async def asks_for_price(seller: Person, name: str) -> None:
    """The seller opens one of her products and taps "Harga"."""
    before = await newest(seller)
    await seller.writes("/lapak")
    await seller.taps("Barang saya")
    await seller.taps(name, on=await seller.sees("Barang di lapak", button=name))
    await seller.taps("Harga", on=await seller.sees(name, button="Harga", after=before))
    await seller.sees("Harga baru", after=before)


@pytest.mark.parametrize(
    ("caption", "said", "card", "left"),
    [
        ("Ikan asin 15rb/500 gram stok 2.000 gram", "30rb/kg", ("Rp30.000/1.000 gram", "Stok 2.000 gram"), 2000),
        ("Ikan asin 14rb/kg stok 20", "7500/500 gram", ("Rp15.000/kg", "per ½ kg", "Stok 20 kg"), 400),
        ("Ikan asin 40rb/kg stok 3", "5rb/ons", ("Rp50.000/kg", "per 1 ons", "Stok 3 kg"), 60),
        ("Ikan asin 2rb/butir stok 40", "22rb/lusin", ("Rp22.000/12 butir", "Stok 40 butir"), 40),
        ("Ikan asin 15rb/500 gram stok 2.000 gram", "16rb", ("Rp16.000/500 gram", "Stok 2.000 gram"), 2000),
        ("Ikan asin 40rb stok 9", "40rb/kg", ("Rp40.000/kg", "Stok 9 kg"), 9),
    ],
)
async def test_a_price_for_another_unit_is_told_in_the_one_that_is_counted(
    town: Town, bu_sari: Person, caption: str, said: str, card: tuple[str, ...], left: int
) -> None:
    await sells(bu_sari, caption)
    await asks_for_price(bu_sari, "Ikan asin")
    before = await newest(bu_sari)
    await bu_sari.writes(said)
    told = (await bu_sari.sees("Ikan asin", button="Stok", after=before)).words
    assert all(words in told for words in card), told
    assert await stock(town, 1) == left


async def test_an_order_from_before_the_new_price_comes_back_as_much_as_it_was(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await orders(pak_budi, await sells(bu_sari, "Ikan asin 15rb/500 gram stok 2.000 gram"), "1")
    await asks_for_price(bu_sari, "Ikan asin")
    await bu_sari.writes("30rb/kg")
    await bu_sari.sees("Stok 1.500 gram")
    await pak_budi.taps("Batalkan pesanan")
    await pak_budi.sees("sudah dibatalkan")
    assert await stock(town, 1) == 2000


@pytest.mark.parametrize(
    ("caption", "said"),
    [
        ("Telur 2rb/butir stok 40", "28rb/kg"),
        ("Telur 2rb/bungkus stok 40", "50rb/dus"),
        ("Telur 2rb stok 40", "20rb/500 gram"),
        ("Telur 20rb/kg stok 40", "5rb/300 gram"),
        ("Telur 20rb/liter stok 40", "5rb/250 ml"),
    ],
)
async def test_what_cannot_be_told_in_the_counted_unit_is_refused_and_asked_again(
    town: Town, bu_sari: Person, caption: str, said: str
) -> None:
    await sells(bu_sari, caption)
    before = await product(town, 1)
    await asks_for_price(bu_sari, "Telur")
    await bu_sari.writes(said)
    await bu_sari.sees("dihitung dengan satuan yang lama", button="Lihat barang")
    await bu_sari.writes("2500")
    await bu_sari.sees("Rp2.500")
    after = await product(town, 1)
    assert (after.unit, after.per, after.stock) == (before.unit, before.per, before.stock)


@pytest.mark.parametrize(
    ("caption", "said", "shown"),
    [
        ("Ikan asin 15rb/500 gram stok 4", "30rb/kg", "Stok 2 kg"),
        ("Ikan asin 15rb/kg stok 4", "8rb/500 gram", "Stok 4.000 gram"),
        ("Ikan asin 15rb/500 gram stok 3", "30rb/kg", "Ada berapa?"),
        ("Ikan asin 2rb/butir stok 40 min 10", "28rb/kg", "Ada berapa?"),
    ],
)
async def test_a_draft_takes_the_new_unit_and_its_stock_is_told_in_it_or_asked(
    bu_sari: Person, caption: str, said: str, shown: str
) -> None:
    await bu_sari.sends_photo(caption)
    await bu_sari.taps("Ubah", on=await bu_sari.sees("sudah betul", button="Ubah"))
    await bu_sari.taps("Harga")
    await bu_sari.sees("harganya berapa")
    before = await newest(bu_sari)
    await bu_sari.writes(said)
    draft = (await bu_sari.sees("sudah betul", after=before)).words
    assert shown in draft
    assert "Paling sedikit" not in draft, "ten kilos at least were never said"


async def test_a_drafts_stock_in_another_unit_is_not_taken_for_packs(bu_sari: Person) -> None:
    await bu_sari.sends_photo("Ikan asin 7rb/500 gram stok 4")
    await bu_sari.taps("Ubah", on=await bu_sari.sees("Stok 2.000 gram", button="Ubah"))
    await bu_sari.taps("Harga", on=await bu_sari.sees(button="Harga"))
    before = await newest(bu_sari)
    await bu_sari.writes("60rb/5 kg")
    assert "10 kg" not in (await bu_sari.sees("60.000", after=before)).words


async def test_a_wholesale_price_that_is_no_bargain_any_more_is_neither_shown_nor_taken(
    bu_sari: Person, pak_budi: Person
) -> None:
    link = await sells(bu_sari, "Donat 3rb, 3 pcs 8rb, stok 20")
    await asks_for_price(bu_sari, "Donat")
    await bu_sari.writes("2rb")
    assert "Rp8.000" not in (await bu_sari.sees("Rp2.000", button="Harga")).words
    await orders(pak_budi, link, "3")
    assert "= Rp6.000" in (await bu_sari.sees("Pesanan baru #1")).words
    await asks_for_price(bu_sari, "Donat")
    await bu_sari.writes("3rb")
    assert "3 pcs: Rp8.000" in (await bu_sari.sees("Rp3.000", button="Harga")).words


async def test_a_doubtful_new_price_can_be_written_anew_or_left(bu_sari: Person) -> None:
    await sells(bu_sari, "Donat 3rb stok 20")
    await asks_for_price(bu_sari, "Donat")
    await bu_sari.writes("25")
    await bu_sari.taps("Tulis sendiri", on=await bu_sari.sees("Rp25.000", button="Tulis sendiri"))
    asked = await bu_sari.sees("Harga baru", button="Kembali")
    await bu_sari.writes("4rb")
    await bu_sari.sees("Rp4.000", button="Stok")
    await bu_sari.taps("Kembali", on=asked)
    await bu_sari.sees("Rp4.000", button="Stok")


async def test_a_doubtful_new_price_keeps_what_it_was_said_for(bu_sari: Person) -> None:
    await sells(bu_sari, "Kopi bubuk 15rb/100 gram stok 5.000 gram")
    await asks_for_price(bu_sari, "Kopi bubuk")
    await bu_sari.writes("120/kg")
    await bu_sari.taps("Rp120.000/kg", on=await bu_sari.sees("Rp120.000/kg", button="Rp120.000/kg"))
    assert "Rp120.000/1.000 gram" in (await bu_sari.sees("Kopi bubuk", button="Stok")).words


async def test_a_drafts_doubtful_price_keeps_what_it_was_said_for(bu_sari: Person) -> None:
    await bu_sari.sends_photo("Cabai rawit")
    await bu_sari.sees("harganya berapa")
    await bu_sari.writes("40/kg")
    await bu_sari.taps("Rp40.000/kg", on=await bu_sari.sees("betul", button="Rp40.000/kg"))
    assert "Rp40.000/kg" in (await bu_sari.sees("sudah betul")).words


@pytest.mark.parametrize(
    ("said", "shown", "asked"),
    [
        ("10rb", "Rp10.000", {"kecil": "Rp10.000", "besar": "Rp10.000"}),
        ("besar 8rb", "besar Rp8.000", {"kecil": "Rp4.000", "besar": "Rp8.000"}),
        ("kecil 5rb, besar 9rb", "Rp5.000", {"kecil": "Rp5.000", "besar": "Rp9.000"}),
        ("yang besar 8.000,-", "besar Rp8.000", {"kecil": "Rp4.000", "besar": "Rp8.000"}),
        ("8rb/pcs dawet besar", "besar Rp8.000", {"kecil": "Rp4.000", "besar": "Rp8.000"}),
    ],
)
async def test_prices_of_variants_are_changed_for_all_or_one_by_one(
    bu_sari: Person, pak_budi: Person, said: str, shown: str, asked: dict[str, str]
) -> None:
    link = await sells(bu_sari, "Es dawet kecil 4rb / besar 7rb stok 20")
    await asks_for_price(bu_sari, "Es dawet")
    assert "kecil 15rb, besar 20rb" in (await bu_sari.sees("Harga baru")).words
    before = await newest(bu_sari)
    await bu_sari.writes(said)
    assert shown in (await bu_sari.sees("Es dawet", button="Stok", after=before)).words
    for variant, price in asked.items():
        before = await newest(pak_budi)
        await pak_budi.writes(f"/start {link}")
        await pak_budi.taps(variant, on=await pak_budi.sees("Es dawet", button=variant, after=before))
        await pak_budi.taps("1", on=await pak_budi.sees(variant, button="1", after=before))
        assert f"= {price}" in (await pak_budi.sees("Pesanan ke", button="✅ Pesan", after=before)).words


@pytest.mark.parametrize("said", ["kecil 5rb, jumbo 9rb", "besar naik 1rb", "besar 8", "jumbo 9rb", "5rb, 9rb"])
async def test_a_price_of_which_nobody_can_tell_whose_it_is_is_asked_back_with_an_example(
    town: Town, bu_sari: Person, said: str
) -> None:
    await sells(bu_sari, "Es dawet kecil 4rb / besar 7rb stok 20")
    before = await product(town, 1)
    await asks_for_price(bu_sari, "Es dawet")
    asked = await newest(bu_sari)
    await bu_sari.writes(said)
    assert "kecil 15rb, besar 20rb" in (await bu_sari.sees("belum terbaca", after=asked)).words
    after = await product(town, 1)
    assert (after.price, after.terms) == (before.price, before.terms)
    await bu_sari.writes("kecil 5rb, besar 9rb")
    await bu_sari.sees("besar Rp9.000", button="Stok", after=asked)


async def test_a_price_of_one_measure_is_not_that_of_all(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari, "Madu hutan 250gr 20rb, 500gr 35rb, 1kg 60rb stok 20")
    await asks_for_price(bu_sari, "Madu hutan")
    await bu_sari.writes("65rb/kg")
    await bu_sari.sees("250gr 15rb, 500gr 20rb")
    await bu_sari.writes("1 kilo 65rb")
    await bu_sari.sees("1kg Rp65.000", button="Stok")
    assert (await product(town, 1)).terms["variant_prices"] == {"250gr": 20_000, "500gr": 35_000, "1kg": 65_000}


async def test_a_draft_is_told_the_prices_of_its_variants_as_well(bu_sari: Person) -> None:
    await bu_sari.sends_photo("Kaos polos warna merah, biru")
    await bu_sari.sees("harganya berapa")
    asked = await newest(bu_sari)
    await bu_sari.writes("merah 50rb, biru belum tahu")
    await bu_sari.sees("merah 15rb, biru 20rb", after=asked)
    await bu_sari.writes("merah: 50rb, biru: 55rb")
    assert "biru Rp55.000" in (await bu_sari.sees("sudah betul", after=asked)).words
