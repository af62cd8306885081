"""What a draft keeps of a caption: nothing beyond what may be answered, and a stock that can be sold."""

import pytest

from handlers.captions import reading_of
from shop.listings import Reading
from shop.pricing import Terms


@pytest.mark.parametrize(
    ("caption", "doubt"),
    [
        ("Keripik 15rb stok 99999999999", "stock"),
        ("Keripik 15rb stok 1000001", "stock"),
        ("Keripik 15rb/99999999999 kg stok 5", "price"),
        ("Keripik 15rb isi 9999999999 stok 5", "price"),
        ("Kerupuk 25/99999999 kg stok 3", "price"),
        ("Keripik S 15rb M 99999999999rb stok 20", "price"),
        ("Keripik 15rb min 9999999999999 stok 5", "min_order"),
        ("Keripik 15rb min 10001 stok 5", "min_order"),
        ("Keripik 15rb PO 99999999999 hari", "preorder_days"),
        ("Keripik 15rb PO 366 hari", "preorder_days"),
        ("grosir 10 pcs 99999999999rb keripik 15rb stok 20", "tiers"),
    ],
)
def test_what_nobody_may_answer_is_in_doubt(caption: str, doubt: str) -> None:
    read = reading_of(caption)
    assert read.doubts == (doubt,)
    assert all(said in caption for said in read.said[doubt].split(" · "))
    assert read.per == 1
    assert read.guesses == ()
    assert read.stock in (None, 3, 5, 20)
    assert read.terms.model_copy(update={"variants": ()}) == Terms()


def test_what_may_just_be_answered_is_kept() -> None:
    read = reading_of("Keripik 15rb min 10000 stok 1000000 PO 365 hari")
    assert (read.stock, read.terms.min_order, read.terms.preorder_days, read.doubts) == (1_000_000, 10_000, 365, ())


def test_a_price_of_before_that_nobody_may_ask_is_left_out() -> None:
    assert reading_of("Keripik coret 99999999999 jadi 15rb stok 20") == Reading(name="Keripik", price=15_000, stock=20)


@pytest.mark.parametrize(
    ("caption", "per", "unit", "stock"),
    [
        ("Keripik 15rb/½ kg stok 3", 500, "gram", 1500),
        ("Keripik 0,5 kg 15rb stok 20", 500, "gram", 10_000),
        ("Keripik 15rb/½ kg stok 2500", 500, "gram", 2500),
        ("Keripik 15rb/½ kg stok 400", 500, "gram", None),
        ("Keripik 15rb/½ kg stok habis", 500, "gram", 0),
        ("Beras 300rb/25 kg stok 3", 25, "kg", 75),
        ("Beras 300rb/25 kg stok 3 kg", 25, "kg", None),
        ("Keripik 15rb/½ kg stok 300 gram", 500, "gram", None),
        ("Kerupuk 10rb/3 pcs stok 2", 3, "pcs", None),
        ("Kerupuk 10rb/3 pcs stok 20", 3, "pcs", 20),
    ],
)
def test_a_stock_below_one_pack_is_of_packs_or_is_asked(caption: str, per: int, unit: str, stock: int | None) -> None:
    read = reading_of(caption)
    assert (read.price is not None, read.per, read.unit, read.stock) == (True, per, unit, stock)
    assert read.doubts == (("stock",) if stock is None else ())


@pytest.mark.parametrize(
    ("caption", "least"),
    [("Keripik 15rb/½ kg min 2", 1000), ("Keripik 15rb/½ kg min 250 gram", 250), ("Kerupuk 10rb/3 pcs min 6", 6)],
)
def test_a_minimum_below_one_pack_is_of_packs(caption: str, least: int) -> None:
    assert reading_of(caption).terms.min_order == least
