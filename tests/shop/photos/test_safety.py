"""Every kind of file is read right or refused with a reason; nothing of its owner survives."""

import contextlib
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np
import pillow_heif
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from shop.errors import ShopError
from shop.photos import better
from shop.photos.headers import read_header
from shop.photos.limits import MAX_BYTES
from tests.shop.photos import builders as make
from tests.shop.photos.hostile import hostile_files


def refused(data: bytes) -> str:
    with pytest.raises(ShopError) as refusal:
        make.clean(data)
    return refusal.value.key


def pixel(data: bytes, x: int, y: int) -> tuple[int, ...]:
    """The colour at (x, y) of a photo."""
    found = make.opened(data).getpixel((x, y))
    assert isinstance(found, tuple)
    return found


def corner_colours(data: bytes) -> list[str]:
    """The names of the corners' colours, from the top left in reading order."""
    picture = make.opened(data).convert("RGB")
    width, height = picture.size
    names: dict[tuple[int, ...], str] = {(1, 0, 0): "red", (0, 1, 0): "lime", (0, 0, 1): "blue", (1, 1, 1): "white"}
    places = ((0.1, 0.1), (0.9, 0.1), (0.1, 0.9), (0.9, 0.9))
    found = [picture.getpixel((int(x * width), int(y * height))) for x, y in places]
    return [names[tuple(int(part > 128) for part in pixel)] for pixel in found if isinstance(pixel, tuple)]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_every_kind_of_photo_is_read(kind: str) -> None:
    if kind == "HEIF":
        pillow_heif.register_heif_opener()
    photo = make.clean(make.encoded(make.marked(), kind, quality=95))
    assert (photo.width, photo.height) == (320, 240)
    assert corner_colours(photo.data) == ["red", "lime", "blue", "white"]
    assert make.opened(photo.data).format == "JPEG"


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_turned_photo_stands_upright(kind: str, orientation: int) -> None:
    """The camera's pixels are made from an upright picture by undoing each turn."""
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    upright = make.marked()
    stored = upright.transpose(undo[orientation]) if orientation in undo else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    photo = make.clean(make.encoded(stored, kind, exif=exif, quality=95))
    assert (photo.width, photo.height) == upright.size
    assert corner_colours(photo.data) == ["red", "lime", "blue", "white"]
    away = np.asarray(make.opened(photo.data), dtype=float) - np.asarray(upright, dtype=float)
    assert np.abs(away).mean() < 4


@pytest.mark.parametrize(
    ("quarters", "corners"),
    [
        (0, ["red", "lime", "blue", "white"]),
        (1, ["lime", "white", "red", "blue"]),
        (2, ["white", "blue", "lime", "red"]),
        (3, ["blue", "red", "white", "lime"]),
    ],
)
def test_a_heic_is_turned_once(quarters: int, corners: list[str]) -> None:
    """HEIF says in `irot` how many quarters to turn against the clock; its EXIF then repeats that in vain."""
    stored = make.marked().transpose(Image.Transpose.ROTATE_180)
    stored.info["exif"] = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x03\0\0\0\0\0\0"
    out = BytesIO()
    pillow_heif.from_pillow(stored).save(out, quality=95)
    data = bytearray(out.getvalue())
    data[data.index(b"irot") + 4] = quarters
    photo = make.clean(bytes(data))
    assert corner_colours(photo.data) == corners
    assert (photo.width > photo.height) == (quarters % 2 == 0)


@pytest.mark.parametrize(
    "turn", [lambda data: better(data).original, lambda data: better(data).photo], ids=["original", "better"]
)
def test_nothing_of_the_owner_survives(turn: Callable[[bytes], object]) -> None:
    data = make.with_secrets(make.scene())
    assert make.GPS_TEXT in data
    result = turn(data).data  # type: ignore[attr-defined]
    for trace in (make.GPS_TEXT, b"Exif", b"xmpmeta", b"GPS", b"ICC_PROFILE", b"Photoshop"):
        assert trace not in result
    again = make.opened(result)
    assert not again.getexif()
    assert set(again.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
    assert jpeg_markers(result).isdisjoint({*range(0xE1, 0xF0), 0xFE})


def jpeg_markers(data: bytes) -> set[int]:
    """The markers of a JPEG up to its first scan."""
    at, found = 2, set()
    while data[at + 1] != 0xDA:
        found.add(data[at + 1])
        at += 2 + struct.unpack_from(">H", data, at + 2)[0]
    return found


def test_cmyk_is_shown_in_its_colours() -> None:
    cmyk = Image.merge("CMYK", [Image.new("L", (200, 200), ink) for ink in (0, 255, 255, 0)])
    red = pixel(make.clean(make.encoded(cmyk, quality=95)).data, 100, 100)
    assert red[0] > 180
    assert max(red[1:]) < 80


def test_sixteen_bit_grey_is_scaled_not_clipped() -> None:
    ramp = np.tile(np.linspace(0, 65535, 256).astype(np.uint16), (200, 1))
    grey = np.asarray(make.opened(make.clean(make.encoded(Image.fromarray(ramp), "PNG")).data).convert("L"))
    assert np.abs(grey[100].astype(int) - np.arange(256)).max() < 8


def test_sixteen_bit_colour() -> None:
    row = b"\0" + b"".join(struct.pack(">HHH", 65535, 32768, 0) for _ in range(64))
    found = pixel(make.clean(make.png_of(64, 64, 16, 2, row * 64)).data, 32, 32)
    assert np.allclose(found, (255, 128, 0), atol=6)


@pytest.mark.parametrize("mode", ["P", "RGBA", "LA", "1", "L", "PA"])
def test_other_modes_lie_on_white(mode: str) -> None:
    picture = Image.new("RGBA", (120, 120), (0, 0, 0, 0))
    picture.paste((0, 0, 0, 255), (0, 0, 60, 120))
    options = {"transparency": 0} if mode == "P" else {}
    made = picture.convert("RGBA" if mode == "RGBA" else "LA" if mode in {"LA", "PA"} else "L")
    if mode == "P":
        made = Image.new("P", (120, 120), 0)
        made.putpalette([10, 200, 10, 0, 0, 0])
        made.paste(1, (0, 0, 60, 120))
    elif mode in {"1", "L"}:
        made = Image.new(mode, (120, 120), 255)
        made.paste(0, (0, 0, 60, 120))
    result = make.clean(make.encoded(made, "PNG", **options)).data
    assert make.opened(result).mode == "RGB"
    assert np.allclose(pixel(result, 20, 60), 0, atol=8)
    assert np.allclose(pixel(result, 100, 60), 255, atol=8)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_colour_profile_is_honoured(kind: str) -> None:
    stored = Image.new("RGB", (200, 160), (220, 30, 40))
    data = make.encoded(stored, kind, icc_profile=make.swapped_profile(), quality=95)
    found = pixel(make.clean(data).data, 100, 80)
    assert np.allclose(found, (30, 220, 40), atol=12)


@pytest.mark.parametrize("profile", [b"junk", b"\0" * 500, make.swapped_profile()[:200]])
def test_a_broken_colour_profile_is_passed_over(profile: bytes) -> None:
    data = make.encoded(Image.new("RGB", (200, 160), (220, 30, 40)), icc_profile=profile, quality=95)
    assert np.allclose(pixel(make.clean(data).data, 100, 80), (220, 30, 40), atol=8)


@pytest.mark.parametrize(
    ("key", "data"),
    [
        ("photo-not-image", b""),
        ("photo-not-image", b"%PDF-1.7\n" + bytes(2000)),
        ("photo-not-image", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("photo-not-image", b"PK\x03\x04" + bytes(500)),
        ("photo-not-image", make.encoded(make.marked(), "BMP")),
        ("photo-not-image", make.encoded(make.marked(), "TIFF")),
        ("photo-broken", make.encoded(make.scene())[:4000]),
        ("photo-broken", make.encoded(make.scene(), "PNG")[:4000]),
        ("photo-broken", make.encoded(make.scene(), "WEBP")[:4000]),
        ("photo-broken", b"\xff\xd8\xff\xe0"),
        ("photo-broken", b"\xff\xd8" + b"\xff" * 500),
        ("photo-broken", b"\x89PNG\r\n\x1a\n" + bytes(20)),
        ("photo-broken", b"RIFF\x10\0\0\0WEBPVP8 "),
        ("photo-broken", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        ("photo-animated", make.animated("GIF")),
        ("photo-animated", make.animated("PNG")),
        ("photo-animated", make.animated("WEBP")),
        ("photo-too-many-pixels", make.png_of(60000, 60000, 8, 2, bytes(1000))),
        ("photo-too-many-pixels", make.png_of(9000, 9000, 1, 0, bytes(9000 * 1126))),
        ("photo-too-many-pixels", make.jpeg_claiming(65000, 65000)),
        ("photo-too-many-pixels", make.webp_claiming(16000, 16000)),
        ("photo-too-small", make.encoded(Image.new("RGB", (8, 8)))),
        ("photo-too-thin", make.encoded(Image.new("RGB", (1200, 40)))),
        ("photo-broken", make.webp_claiming(2000, 900)),
    ],
)
def test_what_can_not_be_read_is_refused_with_a_reason(key: str, data: bytes) -> None:
    assert refused(data) == key


def test_too_large_a_file_is_refused_unread() -> None:
    assert refused(make.encoded(make.marked()) + bytes(MAX_BYTES)) == "photo-too-large"


def test_the_header_decides_not_the_name_nor_the_tail() -> None:
    photo = make.encoded(make.marked())
    assert make.clean(photo + b"PK\x03\x04<script>alert(1)</script>").width == 320
    assert b"script" not in make.clean(photo + b"<script>").data
    assert refused(b"GIF89a" + photo) == "photo-animated"


def test_a_colour_profile_bomb_is_defused() -> None:
    with contextlib.suppress(ShopError):
        assert make.clean(make.png_icc_bomb()).width == 64


def test_a_progressive_photo_too_large_to_hold_is_refused() -> None:
    tables = b"".join(bytes([part + 1, 0x11, 0]) for part in range(3))
    frame = b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", 7000, 7000) + b"\x03" + tables
    scan = b"\xff\xda\x00\x0c\x03\x01\x00\x02\x00\x03\x00\x00\x3f\x00"
    assert refused(b"\xff\xd8" + frame + scan + bytes(100)) == "photo-too-many-pixels"
    assert read_header(b"\xff\xd8" + frame.replace(b"\xff\xc2", b"\xff\xc0") + scan).memory < 64 << 20


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBPVP8", b""]))
def test_no_bytes_raise_anything_but_a_refusal(tail: bytes, head: bytes) -> None:
    with pytest.raises(ShopError, match=r"^photo-"):
        make.clean(head + tail)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.integers(0, 2**32), st.data())
def test_a_damaged_photo_is_read_or_refused(kind: str, seed: int, data: st.DataObject) -> None:
    photo = bytearray(make.encoded(make.scene(96, 80, seed % 5), kind))
    for _ in range(data.draw(st.integers(1, 6))):
        photo[data.draw(st.integers(0, len(photo) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(ShopError):
        assert make.clean(bytes(photo)).data.startswith(b"\xff\xd8")


def test_many_threads_at_once() -> None:
    """The same photo in every thread gives the same bytes."""
    data = make.encoded(make.scene(900, 700))
    results: list[bytes] = []
    threads = [threading.Thread(target=lambda: results.append(make.clean(data).data)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 8
    assert len(set(results)) == 1


_HOSTILE_RUN = """
import re, sys, threading
from pathlib import Path
from shop.errors import ShopError
from shop.photos import better
paths = sorted(Path(sys.argv[1]).iterdir())
def peak():  # kB; unlike ru_maxrss it doesn't begin with the parent's
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
def work(mine):
    for path in mine:
        try:
            better(path.read_bytes())
        except ShopError:
            pass
work(paths[:1])
before = peak()
threads = [threading.Thread(target=work, args=(paths[i::4],)) for i in range(4)]
[t.start() for t in threads]; [t.join() for t in threads]
print((peak() - before) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_fifty_hostile_files_in_four_threads_stay_under_256_mib(tmp_path: Path) -> None:
    """In a process of its own, which has only opened one small photo before."""
    count = 0
    for count, data in enumerate([make.encoded(make.scene()), *hostile_files()], 1):
        (tmp_path / f"{count:03}").write_bytes(data)
    assert count > 50
    command = [sys.executable, "-c", _HOSTILE_RUN, str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(run.stdout) < 256
