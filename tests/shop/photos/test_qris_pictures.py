"""QR codes for payments: read from photos as phones take them, and drawn so that phones read them."""

from typing import Any

import pytest
import zxingcpp
from PIL import Image

from shop.errors import ShopError
from shop.photos import codes_in, qris_picture
from shop.photos.qr import qr_picture
from shop.qris import one_qris, with_amount
from tests.shop.photos import builders as make
from tests.support.pictures import photo_of_qr
from tests.support.qris import VECTORS, payload, renamed

QRIS = payload("Q01")


@pytest.mark.parametrize(
    "taken",
    [
        {},
        {"side": 200},
        {"tilt": 15},
        {"tilt": 90},
        {"tilt": 187},
        {"lean": 0.25},
        {"blur": 2.5},
        {"noise": 50},
        {"light": 0.2},
        {"tilt": 12, "lean": 0.15, "blur": 1.5, "noise": 10, "light": 0.6},
    ],
    ids=str,
)
def test_a_sticker_is_read_however_it_was_taken(taken: dict[str, Any]) -> None:
    assert one_qris(codes_in(photo_of_qr(QRIS, **taken))).payload == QRIS


@pytest.mark.parametrize("data", [photo_of_qr(QRIS, blur=12), make.encoded(make.scene())], ids=["blurred", "none"])
def test_a_photo_without_a_code_that_can_be_read_has_none(data: bytes) -> None:
    assert codes_in(data) == []


def test_a_name_in_other_letters_is_read_as_it_was_written() -> None:
    assert codes_in(photo_of_qr(renamed("CAFÉ BU RATNA"))) == [renamed("CAFÉ BU RATNA")]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", make.jpeg_claiming(60_000, 60_000)])
def test_what_is_no_photo_is_refused(data: bytes) -> None:
    with pytest.raises(ShopError, match="photo-"):
        codes_in(data)


def drawn(name: str = "Q01", amount: int = 30_000) -> tuple[str, bytes]:
    """A payload with an amount, and its picture."""
    qris = with_amount(payload(name), amount)
    words = {"title": "Pesanan #12 · Keripik Bu Sari", "amount": "Rp30.000", "hint": "Cek nama ini di aplikasi"}
    return qris.payload, qris_picture(qris.payload, name=qris.name, nmid=f"NMID {qris.nmid}", **words)


@pytest.mark.parametrize("name", [name for name, row in VECTORS.items() if row["valid"]])
def test_the_drawn_code_says_what_it_should(name: str) -> None:
    wanted, picture = drawn(name)
    assert codes_in(picture) == [wanted]
    assert make.opened(picture).size == (960, 1280)
    assert len(picture) <= 200_000


@pytest.mark.parametrize("width", [720, 540, 360, 270])
@pytest.mark.parametrize("quality", [70, 30])
def test_the_drawn_code_is_read_from_a_small_phone_after_compression(width: int, quality: int) -> None:
    wanted, picture = drawn(amount=9_999_999)
    small = make.opened(picture).resize((width, width * 4 // 3), Image.Resampling.BILINEAR)
    found = zxingcpp.read_barcodes(make.opened(make.encoded(small, quality=quality)))
    assert [code.text for code in found] == [wanted]


@pytest.mark.parametrize("text", ["", "🔥", "Toko" * 30])
def test_any_words_leave_the_code_readable(text: str) -> None:
    picture = qris_picture(QRIS, title=text, amount=text, name=text, nmid=text, hint=text)
    assert codes_in(picture) == [QRIS]


def test_the_longest_payload_still_fits_the_picture() -> None:
    longest = "x" * 512
    assert qr_picture(longest, 800).width <= 800
    assert codes_in(qris_picture(longest, title="a", amount="b", name="c", nmid="d", hint="e")) == [longest]
