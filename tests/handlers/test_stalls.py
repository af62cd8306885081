"""Lapak saya: the seller's own products and what people know of the stall."""

import asyncio

import pytest

from handlers.taps import Draft, Own, StockTap
from tests.support.cast import Message, Person, Town, photo_bytes
from tests.support.scenes import fills_shelf, newest, orders, photos, product, sells, stall_row, stock


async def opens_product(seller: Person, name: str = "Keripik pisang") -> Message:
    before = await newest(seller)
    await seller.writes("/lapak")
    stall = await seller.sees("Link lapak", after=before)
    await seller.taps("Barang saya", on=stall)
    await seller.taps(name, on=await seller.sees("Ketuk untuk mengubah", after=before))
    return await seller.sees(name, button="Lainnya", after=before)


async def test_lapak_saya_shows_the_stall_and_its_products(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await sells(bu_sari)
    await bu_sari.writes("/lapak")
    stall = await bu_sari.sees("Link lapak")
    assert "Bu Sari" in stall.words
    assert f"?start=s{(await stall_row(town, bu_sari)).id}" in stall.words
    assert {"📦 Barang saya", "📋 Pesanan masuk", "⚙️ Atur lapak", "➕ Jual lagi"} <= set(stall.buttons)
    card = await opens_product(bu_sari)
    assert "Rp15.000" in card.words
    assert "Stok 4" in card.words
    shelf = await pak_budi.starts("s1")
    assert any("Keripik pisang" in label for label in shelf.buttons)


async def test_the_price_is_changed(town: Town, bu_sari: Person, stranger: Person) -> None:
    link = await sells(bu_sari)
    await bu_sari.taps("Harga", on=await opens_product(bu_sari))
    await bu_sari.sees("Harga baru")
    await bu_sari.writes("17.500/bungkus")
    await bu_sari.sees("Rp17.500/bungkus", button="Lainnya")
    assert "Rp17.500/bungkus" in (await stranger.starts(link)).words


async def test_a_doubtful_new_price_is_asked_back(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari)
    await bu_sari.taps("Harga", on=await opens_product(bu_sari))
    await bu_sari.sees("Harga baru")
    await bu_sari.writes("17")
    question = await bu_sari.sees("betul?", button="Rp17.000")
    assert (await product(town, 1)).price == 15_000
    await bu_sari.taps("Rp17.000", on=question)
    await bu_sari.sees("Rp17.000", button="Lainnya")
    assert (await product(town, 1)).price == 17_000


async def test_the_stock_is_set_and_taken_back(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari)
    await bu_sari.taps("Stok", on=await opens_product(bu_sari))
    await bu_sari.sees("Atau tulis jumlah semuanya")
    await bu_sari.writes("30")
    changed = await bu_sari.sees("sekarang 30", button="Batalkan")
    assert await stock(town, 1) == 30
    await bu_sari.taps("Batalkan", on=changed)
    await bu_sari.sees("sekarang 4")
    assert await stock(town, 1) == 4


async def test_plus_five_twice_on_purpose_counts_twice_and_a_double_tap_once(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari)
    for expected in (9, 14):
        await bu_sari.taps("Stok", on=await opens_product(bu_sari))
        question = await bu_sari.sees("Atau tulis jumlah semuanya", button="+5")
        plus = question.data_of("+5")
        toasts = await asyncio.gather(*(bu_sari.taps_data(question["message_id"], plus) for _ in range(2)))
        await bu_sari.sees(f"sekarang {expected}")
        assert await stock(town, 1) == expected
        assert any("sudah tadi" in str(toast) for toast in toasts)


async def test_plus_five_again_on_the_same_message_counts_again(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari)
    card = await opens_product(bu_sari)
    shown = card["message_id"]
    await bu_sari.taps("Stok", on=card)
    await bu_sari.taps("+5", on=await bu_sari.sees("Atau tulis", button="+5"))
    await bu_sari.sees("sekarang 9")
    await bu_sari.taps_data(shown, Own(do="look", product_id=1).pack())
    await bu_sari.taps("Stok", on=await bu_sari.sees("Stok 9", button="Lainnya", after=shown - 1))
    await bu_sari.taps("+5", on=await bu_sari.sees("Atau tulis", button="+5", after=shown - 1))
    await bu_sari.sees("sekarang 14", after=shown - 1)
    assert await stock(town, 1) == 14


async def test_a_tap_that_answers_the_stock_question_closes_it(bu_sari: Person) -> None:
    await sells(bu_sari)
    await bu_sari.taps("Stok", on=await opens_product(bu_sari))
    await bu_sari.taps("+5", on=await bu_sari.sees("Atau tulis", button="+5"))
    await bu_sari.sees("sekarang 9")
    await bu_sari.writes("Kopi bubuk 25rb")
    await bu_sari.sees("Tinggal fotonya")


async def test_the_name_is_changed(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari)
    await bu_sari.taps("Lainnya", on=await opens_product(bu_sari))
    await bu_sari.taps("Nama", on=await bu_sari.sees(button="Hapus"))
    await bu_sari.sees("Nama baru")
    await bu_sari.writes("Keripik singkong")
    await bu_sari.sees("Keripik singkong", button="Lainnya")
    assert (await product(town, 1)).name == "Keripik singkong"


async def test_the_photo_is_replaced(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari)
    before = await photos(town, 1)
    await bu_sari.taps("Lainnya", on=await opens_product(bu_sari))
    await bu_sari.taps("Foto", on=await bu_sari.sees(button="Hapus"))
    question = await bu_sari.sees("Kirim foto baru")
    await bu_sari.sends_photo(None, photo_bytes("green"), photo_bytes("blue"))
    await bu_sari.sees("Keripik pisang", button="Lainnya", after=question["message_id"])
    after = await photos(town, 1)
    assert len(after) == 2
    assert before[0].hash not in {photo.hash for photo in after}


async def test_hiding_and_showing(town: Town, bu_sari: Person, stranger: Person) -> None:
    link = await sells(bu_sari)
    await bu_sari.taps("Lainnya", on=await opens_product(bu_sari))
    await bu_sari.taps("Sembunyikan", on=await bu_sari.sees(button="Hapus"))
    hidden = await bu_sari.sees("disembunyikan", button="Lainnya")
    assert "sedang tidak dijual" in (await stranger.starts(link)).words
    await bu_sari.taps("Lainnya", on=hidden)
    await bu_sari.taps("Tampilkan", on=await bu_sari.sees(button="Tampilkan"))
    await bu_sari.sees("Keripik pisang", button="Lainnya")
    assert "Keripik pisang" in (await stranger.starts(link)).words


async def test_removing_is_asked_once_and_can_be_thought_over(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari)
    await bu_sari.taps("Lainnya", on=await opens_product(bu_sari))
    await bu_sari.taps("Hapus", on=await bu_sari.sees(button="Hapus"))
    await bu_sari.taps("Tidak jadi", on=await bu_sari.sees("tidak bisa dikembalikan"))
    assert (await product(town, 1)).state == "on sale"
    await bu_sari.taps("Lainnya", on=await bu_sari.sees("Keripik pisang", button="Lainnya"))
    await bu_sari.taps("Hapus", on=await bu_sari.sees(button="Hapus"))
    await bu_sari.taps("Ya, hapus", on=await bu_sari.sees("tidak bisa dikembalikan"))
    await bu_sari.sees("sudah dihapus", button="Jual lagi")
    assert (await product(town, 1)).state == "removed"
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Barang saya")
    await bu_sari.sees("masih kosong", button="jualan")


async def test_an_order_outlives_its_removed_product(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await orders(pak_budi, await sells(bu_sari))
    received = await bu_sari.sees("Pesanan baru #1")
    await bu_sari.taps("Lainnya", on=await opens_product(bu_sari))
    await bu_sari.taps("Hapus", on=await bu_sari.sees(button="Hapus"))
    await bu_sari.taps("Ya, hapus")
    await bu_sari.sees("sudah dihapus")
    await bu_sari.taps("Terima", on=received)
    await pak_budi.sees("disanggupi Bu Sari")


async def test_a_product_can_be_shared_again(bu_sari: Person) -> None:
    await sells(bu_sari)
    card = await opens_product(bu_sari)
    await bu_sari.taps("Bagikan", on=card)
    shared = await bu_sari.sees("?start=p1", after=card["message_id"] - 1)
    assert shared.buttons


async def test_many_products_come_in_pages(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari)
    await fills_shelf(town, bu_sari, *((f"Barang {letter}", 9) for letter in "ABCDEFG"))
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Barang saya")
    first = await bu_sari.sees("Ketuk untuk mengubah", button="▶")
    assert len([label for label in first.buttons if "Rp" in label]) == 6
    await bu_sari.taps("▶", on=first)
    second = await bu_sari.sees("Ketuk untuk mengubah", button="◀")
    assert [label for label in second.buttons if "Rp" in label][-1].startswith("Keripik pisang")


@pytest.mark.parametrize(
    ("button", "question", "answer", "reply", "field", "kept"),
    [
        ("Nama lapak", "mau dinamai apa", "Dapur Sari", "Dapur Sari", "name", "Dapur Sari"),
        ("Tempat", "lapaknya di mana", "Makassar", "Makassar", "zone", "Asia/Makassar"),
        ("Cara bayar", "bayarnya bagaimana", "DANA 0812", "beres", "payment_words", "DANA 0812"),
    ],
)
async def test_what_people_know_of_the_stall_can_be_changed(
    town: Town, bu_sari: Person, button: str, question: str, answer: str, reply: str, field: str, kept: str
) -> None:
    await sells(bu_sari)
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Atur lapak")
    before = await newest(bu_sari)
    await bu_sari.taps(button, on=await bu_sari.sees("Apanya yang mau diubah"))
    await bu_sari.sees(question, after=before - 1)
    await bu_sari.writes(answer)
    assert (await bu_sari.sees(reply, after=before)).buttons
    assert getattr(await stall_row(town, bu_sari), field) == kept


async def test_the_hour_of_the_morning_question_can_be_changed(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari)
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Atur lapak")
    await bu_sari.taps("Waktu & pengingat", on=await bu_sari.sees("Apanya yang mau diubah"))
    await bu_sari.taps("Jam tanya stok", on=await bu_sari.sees(button="Jam tanya stok"))
    await bu_sari.taps("05.00", on=await bu_sari.sees("enaknya jam berapa"))
    await bu_sari.sees("Saya tanya stok jam 5 pagi")
    assert (await stall_row(town, bu_sari)).morning_hour == 5


async def test_nobody_else_can_change_a_product(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    await sells(bu_sari)
    await sells(pak_budi, "Kopi bubuk 25rb stok 9")
    hello = await stranger.starts()
    forged = [
        *(Own(do=do, product_id=1, version=2).pack() for do in ("price", "removed", "hide")),
        *(StockTap(do=do, product_id=1, amount=5, version=2).pack() for do in ("add", "never")),
        *(Draft(do=do, product_id=1, amount=500).pack() for do in ("guess", "cancel")),
    ]
    for data in forged:
        for forger, message_id in ((stranger, hello["message_id"]), (pak_budi, await newest(pak_budi))):
            before = await newest(forger)
            await forger.taps_data(message_id, data)
            refusal = await forger.sees("tidak ada", after=before)
            assert refusal.buttons
    found = await product(town, 1)
    assert (found.state, found.price, found.stock, found.reminding) == ("on sale", 15_000, 4, True)


async def test_kembali_goes_back_to_where_one_came_from_and_closes_the_question(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari)
    name = (await stall_row(town, bu_sari)).name
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Atur lapak")
    await bu_sari.taps("Nama lapak", on=await bu_sari.sees("Apanya yang mau diubah"))
    await bu_sari.taps("Kembali", on=await bu_sari.sees("mau dinamai apa"))
    await bu_sari.taps("Waktu & pengingat", on=await bu_sari.sees("Apanya yang mau diubah"))
    await bu_sari.taps("Batas stok menipis", on=await bu_sari.sees(button="Batas stok menipis"))
    await bu_sari.taps("Kembali", on=await bu_sari.sees("stok tinggal berapa"))
    await bu_sari.sees(button="Jam tanya stok")
    await bu_sari.writes("Warung baru")
    await bu_sari.sees(button="Lapak saya")
    kept = await stall_row(town, bu_sari)
    assert (kept.name, kept.low_mark) == (name, 3)
