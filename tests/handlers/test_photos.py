"""Photos in the chat: before and after, a tip, pictures to share, albums, and nothing uploaded twice."""

import io

import zxingcpp
from aiohttp import ClientSession
from PIL import Image, ImageEnhance

from tests.support.cast import Message, Person, Town, photo_bytes
from tests.support.pictures import plate_of_food


def darkened(photo: bytes, by: float) -> bytes:
    target = io.BytesIO()
    ImageEnhance.Brightness(Image.open(io.BytesIO(photo))).enhance(by).save(target, "JPEG")
    return target.getvalue()


async def picture_in(http: ClientSession, town: Town, message: Message) -> Image.Image:
    async with http.get(f"{town.url}/files/{message['photo'][-1]['file_id']}") as response:
        return Image.open(io.BytesIO(await response.read())).convert("RGB")


def brightness(image: Image.Image) -> float:
    histogram = image.convert("L").histogram()
    return sum(level * count for level, count in enumerate(histogram)) / sum(histogram)


async def test_a_dark_photo_is_brightened_and_the_original_is_one_tap_away(
    town: Town, http: ClientSession, bu_sari: Person
) -> None:
    await bu_sari.sends_photo("Nasi kuning 15rb stok 5", darkened(plate_of_food(), 0.25))
    after = await bu_sari.sees("agak gelap", button="Foto asli")
    bettered = brightness(await picture_in(http, town, after))
    await bu_sari.taps("Foto asli", on=after)
    before = await bu_sari.sees("sudah betul", button="dicerahkan")
    assert before["message_id"] == after["message_id"]
    assert brightness(await picture_in(http, town, before)) < bettered - 20
    await bu_sari.taps("dicerahkan", on=before)
    await bu_sari.taps("Foto asli", on=await bu_sari.sees("sudah betul", button="Foto asli"))
    await bu_sari.sees("sudah betul", button="dicerahkan")


async def test_a_tip_has_a_drawing_and_never_stands_in_the_way(bu_sari: Person) -> None:
    await bu_sari.sends_photo("Nasi kuning 15rb stok 5", darkened(plate_of_food(), 0.2))
    draft = await bu_sari.sees("agak gelap", button="Contoh foto")
    await bu_sari.taps("Contoh foto", on=draft)
    drawing = await bu_sari.sees("dekat jendela", button="Kembali")
    assert "photo" in drawing
    await bu_sari.taps("Pasang", on=draft)
    await bu_sari.sees("sudah tayang")


async def test_sharing_gives_a_picture_whose_code_opens_the_product(
    town: Town, http: ClientSession, bu_sari: Person
) -> None:
    await bu_sari.sends_photo("Nasi kuning 15rb stok 5", plate_of_food())
    await bu_sari.taps("Pasang")
    link = next(word for word in (await bu_sari.sees("sudah tayang")).words.split() if "?start=" in word)
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Barang saya")
    await bu_sari.taps("Nasi kuning")
    await bu_sari.taps("Bagikan")
    status = await bu_sari.sees(link, button="Gambar kotak")
    picture = await picture_in(http, town, status)
    assert picture.height > picture.width
    small = io.BytesIO()
    picture.resize((picture.width * 480 // picture.width, picture.height * 480 // picture.width)).save(
        small, "JPEG", quality=40
    )
    assert [code.text for code in zxingcpp.read_barcodes(Image.open(small))] == [link]
    await bu_sari.taps("Gambar kotak", on=status)
    square = await picture_in(http, town, await bu_sari.sees(link, button="Gambar status"))
    assert square.height == square.width


async def test_the_price_list_of_a_stall_is_a_picture(town: Town, http: ClientSession, bu_sari: Person) -> None:
    for caption in ("Nasi kuning 15rb stok 5", "Es teh 4rb/cup stok 20"):
        await bu_sari.sends_photo(caption)
        await bu_sari.taps("Pasang", on=await bu_sari.sees(caption.split(" ")[1], button="Pasang"))
        await bu_sari.sees("sudah tayang")
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Daftar harga")
    picture = await picture_in(http, town, await bu_sari.sees("Daftar harga lapak"))
    assert "start=s1" in zxingcpp.read_barcodes(picture)[0].text


async def test_an_album_is_one_product_with_its_photos_in_order(
    town: Town, http: ClientSession, bu_sari: Person, pak_budi: Person
) -> None:
    colours = ("red", "green", "blue")
    await bu_sari.sends_photo("Kaos polos 45rb stok 9", *(photo_bytes(colour) for colour in colours))
    await bu_sari.taps("Foto asli", on=await bu_sari.sees("sudah betul", button="Foto asli"))
    await bu_sari.taps("Pasang")
    await bu_sari.sees("sudah tayang")
    card = await pak_budi.starts("p1")
    await pak_budi.taps("3 foto", on=card)
    await pak_budi.sees("Kaos polos", after=card["message_id"])
    album = [Message(m) for m in await pak_budi.chat() if m.get("media_group_id")]
    seen = [(await picture_in(http, town, message)).getpixel((300, 220)) for message in album]
    strongest = [max(range(3), key=lambda channel: pixel[channel]) for pixel in seen]  # type: ignore[index] # RGB
    assert strongest == [0, 1, 2]


async def test_an_album_with_a_caption_each_is_several_products(
    town: Town, http: ClientSession, bu_sari: Person
) -> None:
    sent = (await bu_sari.sends_photo(None, photo_bytes("red"), photo_bytes("green")))["messages"]
    await bu_sari.sees("barang apa")
    for message, caption in zip(sent, ("Keripik pisang 15rb stok 5", "Keripik singkong 12rb stok 6"), strict=True):
        fresh = message | {"message_id": message["message_id"] + 1000, "media_group_id": "99", "caption": caption}
        await bu_sari.injects({"message": fresh})
    await bu_sari.taps("Pasang semua (2)")
    done = await bu_sari.sees("Keripik singkong sudah tayang")
    assert "Keripik pisang sudah tayang" in done.words


async def test_a_photo_is_uploaded_once_however_often_it_is_shown(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await bu_sari.sends_photo("Nasi kuning 15rb stok 5", plate_of_food())
    await bu_sari.taps("Pasang")
    await bu_sari.sees("sudah tayang")
    await pak_budi.starts("p1")
    await pak_budi.taps("2")
    await pak_budi.taps("✅ Pesan")
    await bu_sari.sees("Pesanan baru")
    photos = [call["params"].get("photo", "") for call in await town.calls("sendphoto")]
    assert len(photos) == 3, "the draft, the product's card, the order for the seller"
    assert [photo.startswith("attach://") or not photo for photo in photos] == [True, False, False]
