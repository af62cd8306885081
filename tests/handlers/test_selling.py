"""Selling: from a photo to a product that people can buy."""

import asyncio
import io

import pytest
from PIL import Image

from tests.support.cast import Person, Town, photo_bytes
from tests.support.scenes import all_products, lapak, link_in, newest, photos, product, sells, stall_row, stock


async def test_a_photo_with_name_price_and_stock_is_read_back_and_put_on_sale(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo("Keripik pisang 15rb/bungkus stok 20")
    draft = await bu_sari.sees("sudah betul")
    assert draft["photo"]
    assert "Keripik pisang" in draft.words
    assert "Rp15.000/bungkus" in draft.words
    assert "Stok 20 bungkus" in draft.words
    assert {"✅ Pasang", "✏️ Ubah", "✖ Batal"} <= set(draft.buttons)
    assert [found.state for found in await all_products(town)] == ["draft"]
    await bu_sari.taps("✅ Pasang")
    published = await bu_sari.sees("sudah tayang")
    assert link_in(published) == "p1"
    found = await product(town, 1)
    assert (found.state, found.name, found.price, found.unit) == ("on sale", "Keripik pisang", 15_000, "bungkus")
    assert await stock(town, 1) == 20


async def test_the_text_for_whatsapp_has_the_link_and_a_button_that_opens_whatsapp(bu_sari: Person) -> None:
    await bu_sari.sends_photo("Keripik pisang 15rb stok 20")
    await bu_sari.taps("✅ Pasang")
    published = await bu_sari.sees("sudah tayang")
    buttons = [button for row in published["reply_markup"]["inline_keyboard"] for button in row]
    whatsapp = next(button["url"] for button in buttons if "url" in button)
    copied = next(button["copy_text"]["text"] for button in buttons if "copy_text" in button)
    assert whatsapp.startswith("https://wa.me/?text=Keripik%20pisang")
    assert "start%3Dp1" in whatsapp
    assert copied == f"Keripik pisang – Rp15.000\nPesan lewat sini ya: https://t.me/lapak{bu_sari.bot_id}_bot?start=p1"


@pytest.mark.parametrize(("label", "pieces"), [("Pasang · stok 1", 1), ("Pasang · stok 5", 5)])
async def test_stock_that_was_not_said_is_one_tap(town: Town, bu_sari: Person, label: str, pieces: int) -> None:
    await bu_sari.sends_photo("Keripik pisang 15rb")
    draft = await bu_sari.sees("Ada berapa?", button=label)
    assert draft.buttons[:3] == ["✅ Pasang · stok 1", "✅ Pasang · stok 5", "🔢 Jumlah lain"]
    await bu_sari.taps(label)
    await bu_sari.sees("sudah tayang")
    assert await stock(town, 1) == pieces


async def test_another_number_can_be_typed(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo("Keripik pisang 15rb")
    await bu_sari.taps("Jumlah lain")
    await bu_sari.sees("ada berapa")
    await bu_sari.writes("2 lusin")
    await bu_sari.sees("sudah tayang")
    assert await stock(town, 1) == 24


async def test_what_is_made_to_order_needs_no_stock(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.sends_photo("Kue ulang tahun 150rb")
    await bu_sari.taps("Jumlah lain")
    await bu_sari.taps("Dibuat kalau dipesan")
    await bu_sari.taps("Hari itu juga")
    published = await bu_sari.sees("sudah tayang")
    assert "Dibuat kalau dipesan" in published.words
    assert (await product(town, 1)).kind == "made"
    card = await pak_budi.starts("p1")
    assert card.buttons[:3] == ["1", "2", "3"]


async def test_a_photo_alone_starts_the_guided_walk(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo()
    question = await bu_sari.sees("barang apa")
    assert question.buttons
    await bu_sari.writes("keripik  pisang")
    await bu_sari.sees("harganya berapa", button="Batal")
    await bu_sari.writes("15rb")
    await bu_sari.sees("sudah betul", button="Jumlah lain")
    await bu_sari.taps("Jumlah lain")
    await bu_sari.writes("7")
    await bu_sari.sees("sudah tayang")
    assert ((await product(town, 1)).name or "").lower() == "keripik pisang"
    assert await stock(town, 1) == 7


async def test_name_and_price_in_one_answer_are_both_taken(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo()
    await bu_sari.sees("barang apa")
    await bu_sari.writes("Keripik pisang 15rb")
    draft = await bu_sari.sees("sudah betul")
    assert "Rp15.000" in draft.words


async def test_a_number_that_may_be_no_price_is_asked_never_guessed(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo("Kue lumpur 35")
    question = await bu_sari.sees("Kue lumpur")
    assert "arganya" in question.words
    assert not [label for label in question.buttons if "Pasang" in label]
    found = await product(town, 1)
    assert (found.state, found.price) == ("draft", None)
    await bu_sari.writes("35rb")
    assert "Rp35.000" in (await bu_sari.sees("sudah betul")).words


async def test_a_doubtful_price_in_a_caption_is_asked_back(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo("Kue lumpur harga 35")
    question = await bu_sari.sees("betul?", button="Rp35.000")
    assert "Tulis sendiri" in str(question.buttons)
    assert (await product(town, 1)).state == "draft"
    await bu_sari.taps("Rp35.000")
    draft = await bu_sari.sees("sudah betul", button="Pasang")
    assert "Rp35.000" in draft.words


async def test_a_doubtful_price_can_be_written_anew(bu_sari: Person) -> None:
    await bu_sari.sends_photo("Kue lumpur harga 35")
    await bu_sari.taps("Tulis sendiri")
    await bu_sari.sees("harganya berapa")
    await bu_sari.writes("3.500")
    assert "Rp3.500" in (await bu_sari.sees("sudah betul")).words


async def test_a_doubtful_price_can_be_typed_without_tapping(bu_sari: Person) -> None:
    await bu_sari.sends_photo("Kue lumpur harga 35")
    await bu_sari.sees("betul?", button="Rp35.000")
    await bu_sari.writes("35rb")
    assert "Rp35.000" in (await bu_sari.sees("sudah betul")).words


async def test_a_bare_25_in_the_walk_is_asked_back_with_buttons(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo()
    await bu_sari.sees("barang apa")
    await bu_sari.writes("Keripik pisang")
    await bu_sari.sees("harganya berapa")
    await bu_sari.writes("25")
    question = await bu_sari.sees("Rp25.000", button="Rp25.000")
    assert "Tulis sendiri" in str(question.buttons)
    assert (await product(town, 1)).price is None
    await bu_sari.taps("Rp25.000")
    assert "Rp25.000" in (await bu_sari.sees("sudah betul")).words


async def test_a_price_that_was_settled_can_be_settled_anew_as_often_as_the_seller_likes(
    town: Town, bu_sari: Person
) -> None:
    await bu_sari.sends_photo("Kue lumpur harga 35")
    for price in ("Rp35.000", "Rp35", "Rp35.000"):
        question = await bu_sari.sees("betul?", button="Tulis sendiri")
        data = next(
            button["callback_data"]
            for row in question["reply_markup"]["inline_keyboard"]
            for button in row
            if button["text"] == price
        )
        await bu_sari.taps_data(question["message_id"], data)
        await bu_sari.taps("Ubah", on=await bu_sari.sees("sudah betul", button="Ubah"))
        await bu_sari.taps("Harga", on=await bu_sari.sees("Apa yang mau diubah", button="Harga"))
    assert (await product(town, 1)).price == 35_000


def colour_of(photo: bytes) -> tuple[int, ...]:
    """Which of red, green and blue the middle of a photo has most of."""
    image = Image.open(io.BytesIO(photo)).convert("RGB")
    middle = image.resize((3, 3)).crop((1, 1, 2, 2))
    levels = [histogram.index(1) for histogram in (middle.getchannel(channel).histogram() for channel in "RGB")]
    return tuple(int(level == max(levels)) for level in levels)


async def test_an_album_is_one_draft_with_all_photos_in_order(town: Town, bu_sari: Person) -> None:
    album = [photo_bytes(colour) for colour in ("red", "green", "blue")]
    await bu_sari.sends_photo("Keripik pisang 15rb stok 4", *album)
    await bu_sari.sees("sudah betul")
    assert len(await all_products(town)) == 1
    kept = [await lapak(town).shelf.bytes_of(photo.hash) for photo in await photos(town, 1)]
    assert [colour_of(photo or b"") for photo in kept] == [(1, 0, 0), (0, 1, 0), (0, 0, 1)]
    assert len([words for words in await bu_sari.told() if "sudah betul" in words]) == 1


async def test_an_album_without_words_is_one_walk(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo(None, photo_bytes("red"), photo_bytes("blue"))
    await bu_sari.sees("barang apa")
    await bu_sari.writes("Keripik pisang 15rb")
    await bu_sari.sees("sudah betul")
    assert len(await photos(town, 1)) == 2


async def test_another_photo_during_the_walk_may_belong_to_the_same_product(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo()
    await bu_sari.sees("barang apa")
    await bu_sari.sends_photo(None, photo_bytes("blue"))
    question = await bu_sari.sees("Foto ini untuk apa")
    assert question.buttons == ["📷 Foto tambahan", "🆕 Barang baru"]
    await bu_sari.taps("Foto tambahan")
    await bu_sari.sees("barang apa", after=question["message_id"] - 1)
    await bu_sari.writes("Keripik pisang 15rb")
    await bu_sari.sees("sudah betul")
    assert len(await photos(town, 1)) == 2
    assert len(await all_products(town)) == 1


async def test_another_photo_during_the_walk_may_be_something_new(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo()
    await bu_sari.sees("barang apa")
    await bu_sari.sends_photo(None, photo_bytes("blue"))
    await bu_sari.taps("Barang baru")
    await bu_sari.writes("Kopi bubuk 25rb")
    await bu_sari.sees("sudah betul")
    assert [found.name for found in await all_products(town)] == [None, "Kopi bubuk"]


async def test_the_walk_goes_on_when_nobody_says_what_the_other_photo_is(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo()
    await bu_sari.sees("barang apa")
    await bu_sari.sends_photo(None, photo_bytes("blue"))
    await bu_sari.sees("Foto ini untuk apa")
    await bu_sari.writes("Keripik pisang 15rb")
    await bu_sari.sees("sudah betul", button="Pasang")
    assert (await product(town, 1)).name == "Keripik pisang"


async def test_a_double_tap_on_what_a_photo_is_makes_one_draft_and_no_complaint(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo()
    await bu_sari.sees("barang apa")
    await bu_sari.sends_photo(None, photo_bytes("blue"))
    question = await bu_sari.sees("Foto ini untuk apa")
    new = question.data_of("Barang baru")
    await asyncio.gather(*(bu_sari.taps_data(question["message_id"], new) for _ in range(2)))
    assert len(await all_products(town)) == 2
    assert not [words for words in await bu_sari.told() if "sudah tidak ada di saya" in words]


async def test_words_may_come_before_the_photo(town: Town, bu_sari: Person) -> None:
    await bu_sari.writes("Keripik pisang 15rb stok 12")
    question = await bu_sari.sees("Tinggal fotonya")
    assert "Keripik pisang, Rp15.000" in question.words
    await bu_sari.sends_photo()
    draft = await bu_sari.sees("sudah betul")
    assert "Stok 12" in draft.words
    assert len(await all_products(town)) == 1


async def test_a_draft_can_be_changed_before_it_is_public(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo("Keripik pisang 15rb stok 4")
    await bu_sari.taps("Ubah")
    await bu_sari.taps("Nama", on=await bu_sari.sees("Apa yang mau diubah"))
    await bu_sari.writes("Keripik singkong")
    await bu_sari.taps("Ubah", on=await bu_sari.sees("Keripik singkong", button="Ubah"))
    await bu_sari.taps("Harga", on=await bu_sari.sees("Apa yang mau diubah", button="Harga"))
    await bu_sari.writes("12rb")
    draft = await bu_sari.sees("Rp12.000", button="Pasang")
    assert "Keripik singkong" in draft.words
    assert "Stok 4" in draft.words
    await bu_sari.taps("Pasang", on=draft)
    await bu_sari.sees("sudah tayang")
    found = await product(town, 1)
    assert (found.name, found.price, found.stock) == ("Keripik singkong", 12_000, 4)


async def test_a_changed_stock_is_read_back_before_the_product_is_public(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo("Keripik pisang 15rb stok 4")
    await bu_sari.taps("Ubah")
    await bu_sari.taps("Stok", on=await bu_sari.sees("Apa yang mau diubah"))
    question = await bu_sari.sees("ada berapa")
    await bu_sari.writes("40")
    draft = await bu_sari.sees("40", after=question["message_id"])
    assert (await product(town, 1)).state == "draft"
    assert "Stok 40" in draft.words
    assert "✅ Pasang" in draft.buttons


async def test_one_can_go_back_from_changing_a_draft(bu_sari: Person) -> None:
    await bu_sari.sends_photo("Keripik pisang 15rb stok 4")
    await bu_sari.taps("Ubah")
    await bu_sari.taps("Kembali", on=await bu_sari.sees("Apa yang mau diubah"))
    await bu_sari.sees("sudah betul", button="✅ Pasang")


async def test_a_draft_can_be_thrown_away(town: Town, bu_sari: Person, stranger: Person) -> None:
    await bu_sari.sends_photo("Keripik pisang 15rb stok 4")
    await bu_sari.taps("Batal")
    await bu_sari.sees("tidak jadi dipasang")
    assert (await product(town, 1)).state == "removed"
    assert "sudah tidak ada" in (await stranger.starts("p1")).words


async def test_nobody_sees_a_draft(bu_sari: Person, stranger: Person) -> None:
    await bu_sari.sends_photo("Keripik pisang 15rb stok 4")
    await bu_sari.sees("sudah betul")
    assert "sudah tidak ada" in (await stranger.starts("p1")).words


async def test_a_double_tap_on_pasang_publishes_and_asks_once(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo("Keripik pisang 15rb stok 4")
    draft = await bu_sari.sees("sudah betul")
    publish = draft.data_of("Pasang")
    toasts = await asyncio.gather(*(bu_sari.taps_data(draft["message_id"], publish) for _ in range(2)))
    await bu_sari.sees("lapaknya di mana")
    await bu_sari.sees_nothing_new(await newest(bu_sari), seconds=0.2)
    assert await stock(town, 1) == 4
    assert len([words for words in await bu_sari.told() if "lapaknya di mana" in words]) == 1
    assert any("sudah tadi" in str(toast) for toast in toasts)


async def test_the_stall_is_asked_about_once_and_named_after_its_seller(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo("Keripik pisang 15rb stok 4")
    await bu_sari.taps("Pasang")
    await bu_sari.sees("lapaknya di mana")
    await bu_sari.writes("Ubud, Gianyar")
    payment = await bu_sari.sees("bayarnya bagaimana")
    assert "Ubud, Gianyar, sudah saya catat" in payment.words
    await bu_sari.writes("Transfer BRI 1234 a.n. Sari")
    await bu_sari.sees("beres", button="Lapak saya")
    stall = await stall_row(town, bu_sari)
    assert (stall.name, stall.place, stall.zone) == ("Bu Sari", "Ubud, Gianyar", "Asia/Makassar")
    assert stall.payment_words == "Transfer BRI 1234 a.n. Sari"
    before = await newest(bu_sari)
    await sells(bu_sari, "Kopi bubuk 25rb stok 5", stall=False)
    await bu_sari.sees_nothing_new((await bu_sari.sees("sudah tayang", after=before))["message_id"], seconds=0.2)


@pytest.mark.parametrize("by", ["tap", "typing"])
async def test_an_unknown_place_has_its_zone_asked(town: Town, bu_sari: Person, by: str) -> None:
    await bu_sari.sends_photo("Keripik pisang 15rb stok 4")
    await bu_sari.taps("Pasang")
    await bu_sari.sees("lapaknya di mana")
    await bu_sari.writes("Belakang masjid")
    question = await bu_sari.sees("ikut waktu mana")
    assert question.buttons == ["WIB", "WITA", "WIT"]
    if by == "tap":
        await bu_sari.taps("WITA")
    else:
        await bu_sari.writes("wita")
    await bu_sari.taps("Bayar di tempat", on=await bu_sari.sees("bayarnya bagaimana", button="Bayar di tempat"))
    await bu_sari.sees("beres")
    stall = await stall_row(town, bu_sari)
    assert (stall.zone, stall.payment_words) == ("Asia/Makassar", "Bayar di tempat (COD)")


async def test_a_sellers_next_photo_is_a_product_even_while_the_stall_is_asked_about(
    town: Town, bu_sari: Person
) -> None:
    await bu_sari.sends_photo("Keripik pisang 15rb stok 4")
    await bu_sari.taps("Pasang")
    await bu_sari.sees("lapaknya di mana")
    await bu_sari.sends_photo("Kopi bubuk 25rb stok 5")
    await bu_sari.sees("Kopi bubuk", button="✅ Pasang")
    assert len(await all_products(town)) == 2
