"""QRIS payloads of invented merchants, and what tests need to take one apart or make one up without the library."""

import json
from pathlib import Path
from typing import Any

VECTORS: dict[str, dict[str, Any]] = {
    row["id"]: row
    for row in map(json.loads, Path(__file__).with_name("qris_vectors.jsonl").read_text(encoding="utf-8").splitlines())
}


def payload(name: str) -> str:
    return str(VECTORS[name]["payload"])


def tags_of(text: str) -> dict[str, str]:
    """The top-level tags of a payload in order, taken apart without the library's help."""
    tags: dict[str, str] = {}
    while text:
        tag, length = text[:2], int(text[2:4])
        assert tag not in tags
        tags[tag], text = text[4 : 4 + length], text[4 + length :]
    return tags


def crc_of(text: str) -> str:
    """CRC-16/CCITT-FALSE over all but the checksum's four digits, worked out bit by bit."""
    crc = 0xFFFF
    for byte in text[:-4].encode():
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return f"{crc:04X}"


def sealed(body: str) -> str:
    """A payload with these tags and a checksum that is right."""
    return body + "6304" + crc_of(body + "63040000")


def renamed(name: str) -> str:
    """Q01 with another merchant's name in it, its checksum right."""
    tags = tags_of(payload("Q01")) | {"59": name}
    return sealed("".join(f"{tag}{len(value):02d}{value}" for tag, value in tags.items() if tag != "63"))
