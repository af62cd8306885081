"""How a reading is scored: the rules that the samples' schema states."""

import json
import string
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
MOST_EXTRA_WORDS = 3
DEFAULTS: dict[str, dict[str, Any]] = {
    "listing": {
        "name": None, "price": None, "per": 1, "price_max": None, "price_was": None, "unit": None, "stock": None,
        "min_order": None, "tiers": [], "variants": [], "variant_prices": {}, "preorder_days": None, "cod": None,
        "ambiguous": [],
    },
    "price": {"price": None, "per": 1, "unit": None, "ambiguous": []},
    "stock": {"stock": None, "unit": None, "ambiguous": []},
    "order": {
        "intent": "other", "items": [], "name": None, "phone": None, "address": None, "payment": None,
        "courier": None, "ambiguous": [],
    },
}  # fmt: skip


def rows(file: str, kind: str) -> list[dict[str, Any]]:
    """The rows of a sample file, each with every key of its kind."""
    found = [json.loads(line) for line in (HERE / file).read_text(encoding="utf-8").splitlines() if line.strip()]
    return [{**row, "expect": {**DEFAULTS[kind], **row["expect"]}} for row in found]


def _words(said: str | None) -> list[str]:
    table = str.maketrans(dict.fromkeys(string.punctuation, " "))
    return (said or "").casefold().translate(table).split()


def name_fits(got: str | None, want: str | None) -> bool:
    """Every expected word is there and at most three are extra."""
    if want is None or got is None:
        return got == want
    have, need = _words(got), _words(want)
    return all(word in have for word in need) and len(have) - len(need) <= MOST_EXTRA_WORDS


def address_fits(got: str | None, want: str | None) -> bool:
    """At least 80 % of the words are the same."""
    if want is None or got is None:
        return got == want
    have, need = set(_words(got)), set(_words(want))
    return len(have & need) >= 0.8 * max(len(need), len(have))


def _same(key: str, got: Any, want: Any) -> bool:
    if key == "variants":
        return sorted(got) == sorted(want)
    if key == "address":
        return address_fits(got, want)
    if key == "name":
        return name_fits(got, want)
    if key == "items":
        return len(got) == len(want) and all(_item_fits(g, w) for g, w in zip(got, want, strict=True))
    return bool(got == want)


def _item_fits(got: Mapping[str, Any], want: Mapping[str, Any]) -> bool:
    same = all(got[key] == want[key] for key in ("qty", "unit"))
    variant = _words(got["variant"]) == _words(want["variant"])
    return same and variant and name_fits(got["product"], want["product"])


def faults(got: Mapping[str, Any], want: Mapping[str, Any]) -> list[str]:
    """The fields that are wrong; a field that is rightly asked back is right whatever its value."""
    asked, doubtful = set(got["ambiguous"]), set(want["ambiguous"])
    wrong = [f"needless:{key}" for key in sorted(asked - doubtful)]
    wrong += [f"unasked:{key}" for key in sorted(doubtful - asked)]
    excused = asked & doubtful
    if {"product", "qty", "variant"} & excused:
        excused = excused | {"items"}
    for key, value in want.items():
        if key != "ambiguous" and key not in excused and not _same(key, got[key], value):
            wrong.append(f"{key}: {got[key]!r} for {value!r}")
    return wrong


def silent_wrong_price(got: Mapping[str, Any], want: Mapping[str, Any]) -> bool:
    """The worst fault: a price that is wrong, or should have been asked, and wasn't."""
    if got["price"] is None or "price" in got["ambiguous"]:
        return False
    return "price" in want["ambiguous"] or got["price"] != want["price"]


def needless(found: Iterable[str]) -> bool:
    return any(fault.startswith("needless") for fault in found)
