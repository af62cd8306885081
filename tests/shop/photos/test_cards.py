"""Cards and price lists: names of any length fit, and the code reads back from a copy of a copy."""

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from shop.photos import ROWS_A_PICTURE, Shape, price_list, share_card
from shop.photos.typesetting import draw_block, fit, font, printable
from tests.shop.photos import builders as make

LINK = "https://t.me/LapakKitaBot?start=p_1xZ83kQ"
SIZES: dict[Shape, tuple[int, int]] = {"status": (1080, 1920), "square": (1080, 1080)}
NAMES = {
    "short": "Es",
    "plain": "Keripik singkong balado",
    "long": "Paket nasi kotak ayam bakar komplit lalapan, sambal terasi, kerupuk, dan buah untuk arisan " * 3,
    "one word": "Keripiksingkongbaladopedasmanisgurihrenyahtanpapengawet" * 3,
    "emoji": "🔥 Bakso 𝓫𝓪𝓴𝓪𝓻 🔥",
    "nothing": "",
    "foreign": "ꦧꦏ꧀ꦱꦺꦴ 牛肉丸",
}


def read_after_forwarding(data: bytes, width: int) -> str | None:
    """What zxing reads from a copy shrunk to `width` pixels and recompressed at quality 40."""
    card = make.opened(data)
    small = card.resize((width, card.height * width // card.width), Image.Resampling.BILINEAR)
    found = zxingcpp.read_barcodes(make.opened(make.encoded(small, quality=40)))
    return found[0].text if found else None


@pytest.mark.parametrize("shape", list(SIZES))
@pytest.mark.parametrize("name", NAMES.values(), ids=list(NAMES))
def test_a_card_for_any_name(shape: Shape, name: str) -> None:
    card = share_card(make.encoded(make.scene()), name, "Rp15.000", name, LINK, scan="Pindai", shape=shape)
    assert make.opened(card).size == SIZES[shape]
    assert len(card) <= 200_000
    assert read_after_forwarding(card, 480) == LINK


@pytest.mark.parametrize("size", [(300, 900), (1280, 300), (1000, 1000), (600, 450)])
def test_photos_of_any_shape_make_a_card(size: tuple[int, int]) -> None:
    card = share_card(make.encoded(make.scene(*size)), "Kopi", "Rp5.000", "Bu Sari", LINK)
    assert read_after_forwarding(card, 480) == LINK


@pytest.mark.parametrize("link", ["https://t.me/a", LINK, "https://lapak.example/" + "toko-bu-sari/" * 9])
def test_links_of_any_length_are_read(link: str) -> None:
    card = share_card(make.encoded(make.scene()), "Kopi", "Rp5.000", "Bu Sari", link, shape="square")
    assert read_after_forwarding(card, 540) == link


@pytest.mark.parametrize("count", [0, 1, 7, ROWS_A_PICTURE])
def test_a_price_list_of_any_length(count: int) -> None:
    rows = [(list(NAMES.values())[n % len(NAMES)], f"Rp{n}.000") for n in range(count)]
    sheet = price_list("Warung Bu Sari", rows, LINK, title="Daftar harga", scan="Pindai")
    assert make.opened(sheet).size == (1080, 1920)
    assert len(sheet) <= 200_000
    assert read_after_forwarding(sheet, 480) == LINK


def test_too_long_a_price_list_wants_several_pictures() -> None:
    with pytest.raises(ValueError, match=str(ROWS_A_PICTURE)):
        price_list("Warung", [("a", "b")] * (ROWS_A_PICTURE + 1), LINK)


@pytest.mark.parametrize("text", NAMES.values(), ids=list(NAMES))
@pytest.mark.parametrize(("width", "lines"), [(300, 1), (500, 2), (960, 3)])
def test_set_text_stays_in_its_place(text: str, width: int, lines: int) -> None:
    block = fit(text, "ExtraBold", width, lines, 80, 24)
    assert len(block.lines) <= lines
    assert block.width <= width
    sheet = Image.new("RGB", (width + 40, block.height + 40))
    draw_block(ImageDraw.Draw(sheet), block, 20, 20, (255, 255, 255))
    box = sheet.getbbox()
    assert box is None or (box[0] >= 16 and box[1] >= 20 and box[2] <= width + 24 and box[3] <= block.height + 20)


@pytest.mark.parametrize("weight", ["Medium", "ExtraBold"])
def test_every_glyph_that_is_needed_is_there(weight: str) -> None:
    """A glyph that a font lacks is drawn as its box for what is missing."""
    face = font(weight, 60)  # type: ignore[arg-type]
    missing = bytes(face.getmask("\ue000"))
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzéÉèëêāīūñçĝ0123456789.,:;!?()&%+-–—/@#'\"’“”…•×=½°"
    assert [letter for letter in letters if bytes(face.getmask(letter)) == missing] == []


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("🔥 Bakso 𝓫𝓪𝓴𝓪𝓻 🔥", "Bakso bakar"),
        ("Kue\nlapis\t legit ", "Kue lapis legit"),
        ("Rp15.000 – “promo”", "Rp15.000 – “promo”"),
        ("\u202ekopi\u200b", "kopi"),
        ("café", "café"),
    ],
)
def test_what_can_be_set_is_set(typed: str, set_as: str) -> None:
    assert printable(typed) == set_as
