"""Files for the tests of photos: sound ones of every kind, and ones made to hurt."""

import struct
import zlib
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image, ImageCms

from shop.photos.decoding import decode
from shop.photos.encoding import Photo, encode

GPS_TEXT = b"Jalan Mawar 7"


def encoded(picture: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """`picture` as a file of `kind`."""
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def clean(data: bytes) -> Photo:
    """The photo as its original is kept: upright, light, in sRGB and without any metadata."""
    return encode(decode(data).image)


def opened(data: bytes) -> Image.Image:
    """The picture in `data`, loaded."""
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


def marked(width: int = 320, height: int = 240) -> Image.Image:
    """A picture of which each corner has its own colour: red, green, blue, white from the top left."""
    picture = Image.new("RGB", (width, height), (120, 120, 120))
    for x, y, ink in ((0, 0, "red"), (1, 0, "lime"), (0, 1, "blue"), (1, 1, "white")):
        box = (x * width // 2, y * height // 2, x * width // 2 + width // 2, y * height // 2 + height // 2)
        picture.paste(Image.new("RGB", (width // 2, height // 2), ink), box[:2])
    return picture


def scene(width: int = 640, height: int = 480, seed: int = 0) -> Image.Image:
    """Smooth random colours with sharp edges: stands for any photo."""
    dice = np.random.default_rng(seed)
    coarse = Image.fromarray(dice.integers(0, 256, (9, 12, 3), dtype=np.uint8))
    smooth = np.asarray(coarse.resize((width, height), Image.Resampling.BICUBIC)).copy()
    for _ in range(12):
        x, y = int(dice.integers(0, width - 40)), int(dice.integers(0, height - 40))
        smooth[y : y + 30, x : x + 36] = dice.integers(0, 256, 3)
    smooth[10:40, 10:40], smooth[10:40, 50:80] = 255, 0
    return Image.fromarray(smooth)


def with_secrets(picture: Image.Image) -> bytes:
    """A JPEG that carries GPS, a street in its EXIF text, XMP, a comment and an EXIF thumbnail's worth of junk."""
    exif = Image.Exif()
    exif[0x010E] = GPS_TEXT.decode()
    exif[0x8825] = {1: "S", 2: (6.0, 12.0, 30.0), 3: "E", 4: (106.0, 49.0, 0.0)}
    xmp = b"<x:xmpmeta><rdf:Description GPSLatitude='6,12.5S'>" + GPS_TEXT + b"</rdf:Description></x:xmpmeta>"
    return encoded(picture, exif=exif, xmp=xmp, comment=GPS_TEXT, quality=92)


def png_chunk(name: bytes, body: bytes) -> bytes:
    """One chunk of a PNG file with its length and checksum."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_of(width: int, height: int, depth: int, colour: int, body: bytes, *between: bytes) -> bytes:
    """A PNG whose header says what you like; `body` is what its deflate stream holds."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    packed = zlib.compress(body, 1)
    chunks = png_chunk(b"IHDR", header) + b"".join(between) + png_chunk(b"IDAT", packed) + png_chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def png_icc_bomb() -> bytes:
    """A sound small PNG whose colour profile unpacks to 200 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(200)) + packer.flush()
    profile = png_chunk(b"iCCP", b"bomb\0\0" + packed)
    return png_of(64, 64, 8, 2, b"".join(b"\0" + bytes(range(192)) for _ in range(64)), profile)


def jpeg_claiming(width: int, height: int) -> bytes:
    """A JPEG whose frame header claims a size that its data doesn't have."""
    data = bytearray(encoded(marked()))
    frame = data.find(b"\xff\xc0")
    struct.pack_into(">HH", data, frame + 5, height, width)
    return bytes(data)


def animated(kind: str) -> bytes:
    """Three frames as GIF, PNG or WEBP."""
    frames = [scene(64, 64, seed) for seed in range(3)]
    return encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


def webp_claiming(width: int, height: int) -> bytes:
    """An extended WEBP whose canvas claims a size that its picture doesn't have."""
    data = bytearray(encoded(scene(64, 64).convert("RGBA"), "WEBP", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0"))
    data[24:27] = (width - 1).to_bytes(3, "little")
    data[27:30] = (height - 1).to_bytes(3, "little")
    return bytes(data)


def swapped_profile() -> bytes:
    """An ICC profile whose red and green primaries have changed places."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    (count,) = struct.unpack_from(">I", data, 128)
    tags = {bytes(data[132 + 12 * i : 136 + 12 * i]): 132 + 12 * i for i in range(count)}
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    data[red : red + 4], data[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(data).replace("sRGB".encode("utf-16-be"), "Swap".encode("utf-16-be")).replace(b"sRGB", b"Swap")
