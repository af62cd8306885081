"""Which products an order in words means: what is called otherwise is never ordered instead."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.database import Session
from models.products import Product
from shop.matching import Matched, match_order
from shop.reading import read_order, spell_amounts
from shop.searching import keep_findable
from tests.shop.test_silence import Run, shop
from tests.support.market import add_product

SAMPLES = Path(__file__).parent / "reading" / "order_samples.jsonl"


@pytest.fixture
def run(empty_file: Path) -> Iterator[Run]:
    """A fresh shop."""
    with shop(empty_file) as opened:
        yield opened


def matched(run: Run, said: str, name: str) -> Matched:
    """What is found for these words where only this is sold, for a moment."""

    def look(session: Session) -> Matched:
        product = session.get_one(Product, add_product(session, name=name))
        found = match_order(session, read_order(spell_amounts(said)).items, None)
        product.state = "removed"
        keep_findable(session, product)
        return found

    found: Matched = run(look)
    return found


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("pesan 2 keripik singkong", "Keripik pisang"),
        ("pesan 2 keripik singkong bu sari", "Keripik pisang"),
        ("pesan kaos merah 2", "Kaos polos"),
    ],
)
def test_what_is_not_called_so_is_shown_and_not_ordered(run: Run, said: str, name: str) -> None:
    found = matched(run, said, name)
    assert not found.wanted
    assert found.unknown
    assert [each.name for each in found.candidates] == [name]


@pytest.mark.parametrize(
    ("said", "name", "beyond"),
    [
        ("pesan 2 keripik pisang pedas", "Keripik pisang", {"pdas"}),
        ("pesan 2 keripik pisang yang tadi", "Keripik pisang", {"tadi"}),
        ("pesan kaos merah 2", "Kaos", {"mrah"}),
        ("order gamis rayon size L 1", "Gamis rayon", {"l"}),
    ],
)
def test_what_is_said_beyond_the_name_is_for_the_seller_to_read(
    run: Run, said: str, name: str, beyond: set[str]
) -> None:
    found = matched(run, said, name)
    assert len(found.wanted) == 1
    assert found.beyond == beyond


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("pesan 2 keripik pisang", "Keripik pisang"),
        ("mau 3 kripik pisang aja ya bu", "Keripik pisang coklat"),
        ("pesan 2 keripik pisang bu sari", "Keripik pisang"),
        ("pesan 2 kg cabai rawit merah", "Cabai rawit merah"),
        ("tolong pesan keripik pisang 2 buat besok pagi", "Keripik pisang"),
    ],
)
def test_small_talk_and_the_sellers_name_stand_in_no_orders_way(run: Run, said: str, name: str) -> None:
    found = matched(run, said, name)
    assert len(found.wanted) == 1, found


def test_what_is_called_just_so_is_found_in_every_sample(run: Run) -> None:
    samples = [json.loads(line) for line in SAMPLES.read_text().splitlines()]
    orders = [each for each in samples if each["expect"]["intent"] == "order" and len(each["expect"]["items"]) == 1]
    looked_at = 0
    for sample in orders:
        (item,) = sample["expect"]["items"]
        read = read_order(spell_amounts(sample["text"])).items
        if not item["product"] or [each.product for each in read] != [item["product"]]:
            continue
        name = " ".join(part for part in (item["product"], item["variant"]) if part)
        looked_at += 1
        assert matched(run, sample["text"], name).wanted, sample["text"]
    assert looked_at > 30
