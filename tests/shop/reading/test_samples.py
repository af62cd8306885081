"""The reader against written examples: the samples, our own harder ones, and rows held out while it was tuned."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from shop.reading import read_caption, read_order, read_price, read_stock, to_json
from tests.shop.reading.scoring import faults, needless, rows, silent_wrong_price

READERS: dict[str, Callable[[str], Any]] = {
    "listing": read_caption,
    "price": read_price,
    "stock": read_stock,
    "order": read_order,
}


def score(file: str, kind: str) -> tuple[float, float, float]:
    """The shares of rows wholly right, with a silent wrong price, and with a needless question; faults are printed."""
    right = silent = asked = 0
    samples = rows(file, kind)
    for row in samples:
        got = to_json(READERS[kind](row["text"]))
        wrong = faults(got, row["expect"])
        right += not wrong
        asked += needless(wrong)
        silent += kind in {"listing", "price"} and silent_wrong_price(got, row["expect"])
        if wrong:
            sys.stdout.write(f"{row.get('id', '')} {row['text'][:120]!r}\n    {wrong}\n")
    return right / len(samples), silent / len(samples), asked / len(samples)


@pytest.mark.parametrize(
    ("file", "kind", "bar"),
    [
        ("listing_samples.jsonl", "listing", 0.97),
        ("own_captions.jsonl", "listing", 0.95),
        ("own_clauses.jsonl", "listing", 0.95),
        ("heldout_captions.jsonl", "listing", 0.93),
        ("others_captions.jsonl", "listing", 0.97),
        ("order_samples.jsonl", "order", 0.97),
        ("own_orders.jsonl", "order", 0.95),
        ("heldout_orders.jsonl", "order", 0.93),
        ("others_orders.jsonl", "order", 0.97),
        ("own_prices.jsonl", "price", 0.97),
        ("heldout_prices.jsonl", "price", 0.97),
        ("others_prices.jsonl", "price", 0.97),
        ("own_stocks.jsonl", "stock", 0.97),
        ("heldout_stocks.jsonl", "stock", 0.97),
        ("others_stocks.jsonl", "stock", 0.97),
    ],
)
def test_reads_what_people_write(file: str, kind: str, bar: float) -> None:
    right, silent, asked = score(file, kind)
    assert right >= bar
    assert silent == 0
    assert asked <= 0.03
