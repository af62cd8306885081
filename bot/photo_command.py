"""`python -m bot photo` and `python -m bot card`: try the pictures without a chat."""

import argparse
import dataclasses
import json
import sys
from pathlib import Path

from shop.errors import ShopError
from shop.photos import better, share_card


def photo_main(argv: list[str]) -> int:
    """Betters the photo IN, writes it to OUT and prints what was done as JSON; 1 for a photo that is refused."""
    parser = argparse.ArgumentParser(prog="python -m bot photo", description="Better a photo.")
    parser.add_argument("photo", metavar="IN", type=Path, help="a JPEG, PNG, WEBP or HEIC file")
    parser.add_argument("out", metavar="OUT", type=Path, help="where the bettered JPEG goes")
    chosen = parser.parse_args(argv)
    try:
        result = better(_read(chosen.photo))
    except ShopError as refusal:
        return _refuse(refusal)
    chosen.out.write_bytes(result.photo.data)
    _tell(
        {
            "crop": list(result.crop),
            "measures": dataclasses.asdict(result.measures),
            "tip": result.tip,
            "size": list(result.size),
            "bytes": result.bytes,
            "ms": result.ms,
        }
    )
    return 0


def card_main(argv: list[str]) -> int:
    """Makes a product card from a photo, writes it to OUT and prints its size as JSON; 1 for a refusal."""
    parser = argparse.ArgumentParser(prog="python -m bot card", description="Make a product card.")
    parser.add_argument("photo", type=Path, help="a JPEG, PNG, WEBP or HEIC file")
    parser.add_argument("out", metavar="OUT", type=Path, help="where the card goes, a JPEG")
    parser.add_argument("--name", required=True, help="what is sold")
    parser.add_argument("--price", required=True, help="as people say it, for example Rp15.000")
    parser.add_argument("--stall", required=True, help="who sells it")
    parser.add_argument("--link", required=True, help="where to order; the QR code leads there")
    parser.add_argument("--scan", default="", help="a few words under the QR code")
    parser.add_argument("--shape", choices=("status", "square"), default="status")
    chosen = parser.parse_args(argv)
    try:
        photo = better(_read(chosen.photo)).photo.data
        card = share_card(
            photo, chosen.name, chosen.price, chosen.stall, chosen.link, scan=chosen.scan, shape=chosen.shape
        )
    except ShopError as refusal:
        return _refuse(refusal)
    chosen.out.write_bytes(card)
    _tell({"shape": chosen.shape, "bytes": len(card)})
    return 0


def _read(path: Path) -> bytes:
    """The file's bytes; a file that isn't there ends the command, as it does for any other command."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise SystemExit(f"{path}: {error.strerror}") from error


def _refuse(refusal: ShopError) -> int:
    _tell({"error": refusal.key})
    return 1


def _tell(report: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(report, ensure_ascii=False) + "\n")
