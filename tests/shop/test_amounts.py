"""How much: what sellers and buyers say, in units, packs and parts of a kg, what it costs and how it is said."""

from fractions import Fraction
from math import ceil
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales import words_in
from shop.amounts import PARTS_OF_A_KG, STEPS, in_stock, in_unit, pieces_said, quantity_said
from shop.errors import ShopError
from shop.pricing import Terms, Tier, amount_for, least_quantity
from shop.reading import Said, read_amount, read_order, read_variant_counts, spell_amounts


class Sold(NamedTuple):
    """How something is sold."""

    unit: str | None = None
    per: int = 1
    parts: int = 1
    step: int = 1


BY_HALF = Sold("kg", parts=PARTS_OF_A_KG, step=STEPS["half"])
BY_ONS = Sold("kg", parts=PARTS_OF_A_KG, step=STEPS["ons"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("setengah kilo", Said(500, "gram")),
        ("1,5 kg", Said(1500, "gram")),
        ("satu setengah kilo", Said(1500, "gram")),
        ("sekilo setengah", Said(1500, "gram")),
        ("dua kilo setengah ya", Said(2500, "gram")),
        ("750 gram", Said(750, "gram")),
        ("3 ons", Said(3, "ons")),
        ("½", Said(500, "milli")),
        ("seperempat", Said(250, "milli")),
        ("12,5", Said(12_500, "milli")),
        ("1.000", Said(1000)),
        ("2 lusin", Said(24, "pcs")),
        ("1 kg 500 gram", Said(1500, "gram")),
        ("sekilo lima ons", Said(1500, "gram")),
        ("2 kg 10 gr", Said(2010, "gram")),
        ("1 liter 500 ml", Said(1500, "ml")),
        ("1 karung 50kg", Said(1, "karung")),
        ("500 gram 1 kg", None),
        ("1 kg 1200 gram", None),
        ("1 kg 2 ons 50 gram", None),
        ("10 sachet 5 renteng", None),
        ("habis", Said(0)),
        ("banyak", None),
        ("Rp 5.000", None),
        ("-2,5", None),
    ],
)
def test_an_amount_is_read_as_people_say_it(text: str, said: Said | None) -> None:
    assert read_amount(text) == said


def test_an_order_by_halves_is_read_as_people_say_it() -> None:
    (item,) = read_order(spell_amounts("pesan cabai satu setengah kilo")).items
    assert (item.product, item.qty, item.unit) == ("cabai", 1500, "gram")
    two = read_order(spell_amounts("pesan cabai 1kg 5 ons dan beras 2 kg")).items
    assert [(item.product, item.qty, item.unit) for item in two] == [("cabai", 1500, "gram"), ("beras", 2, "kg")]
    assert spell_amounts("jl. setengah jadi 5") == "jl. setengah jadi 5"


@pytest.mark.parametrize(
    ("text", "known", "counts"),
    [
        ("merah 5, biru 3", (), {"merah": 5, "biru": 3}),
        ("5 Merah dan 3 biru", ("merah",), {"merah": 5, "biru": 3}),
        ("S 5 M 3 L habis", (), {"S": 5, "M": 3, "L": 0}),
        ("merah tua: 5 pcs\nbiru = 12", (), {"merah tua": 5, "biru": 12}),
        ("39 5, 40 3", ("39", "40"), {"39": 5, "40": 3}),
        ("merah 5", ("merah", "biru"), {"merah": 5}),
        ("S 5 M 3 L 2", (), {"S": 5, "M": 3, "L": 2}),
        ("dus 2, pcs kecil 3", ("dus",), {"dus": 2, "kecil": 3}),
        ("1 kg 500 gram", (), None),
        ("10 sachet 5 renteng", (), None),
        ("merah 5", (), None),
        ("stok 5", ("merah",), None),
        ("laku 3, sisa 5", (), None),
        ("kemarin 10, sekarang 5", (), None),
        ("kepakai 2, sisanya 8", (), None),
        ("ada 5, dipesan 2", (), None),
        ("pagi 5, sore 3", (), None),
        ("krim pagi 5, krim malam 3", (), {"krim pagi": 5, "krim malam": 3}),
        ("pagi 5, sore 3", ("pagi", "sore"), {"pagi": 5, "sore": 3}),
        ("besok 10, lusa 5", ("merah",), None),
        ("12", ("merah",), None),
        ("merah, biru", ("merah", "biru"), None),
        ("", (), None),
    ],
)
def test_how_many_of_each_is_read(text: str, known: tuple[str, ...], counts: dict[str, int] | None) -> None:
    assert read_variant_counts(text, known) == counts


def test_how_many_of_each_is_read_where_the_product_is_named_too() -> None:
    colours = ("merah", "biru tua")
    assert read_variant_counts("stok kaos polos merah 5", colours, "Kaos Polos") == {"merah": 5}
    assert read_variant_counts("kaos biru tua habis, kaos merah 2", colours, "Kaos biru") == {"biru tua": 0, "merah": 2}
    assert read_variant_counts("stok kaos 5", colours, "Kaos polos") is None
    assert read_variant_counts("merah 5", colours, "Beras 5 kg") == {"merah": 5}


@given(st.text(max_size=60))
def test_nothing_that_is_written_breaks_the_readers(text: str) -> None:
    read_amount(text)
    spell_amounts(text)
    counts = read_variant_counts(text, ("merah",))
    assert counts is None or all(0 <= count <= 1_000_000 for count in counts.values())


@pytest.mark.parametrize(
    ("count", "unit", "sold", "quantity"),
    [
        (2, None, Sold(), 2),
        (500, "gram", Sold("gram", per=100), 5),
        (5, None, Sold("gram", per=100), 5),
        (6, "pcs", Sold("pcs", per=3), 2),
        (2, "pcs", Sold("pcs", per=3), 2),
        (2, "kg", Sold("bungkus"), 2),
        (2000, "gram", Sold("kg"), 2),
        (2, None, BY_HALF, 40),
        (500, "gram", BY_HALF, 10),
        (1500, "milli", BY_HALF, 30),
        (3, "ons", BY_ONS, 6),
        (1, "kg", Sold("ons"), 10),
        (1500, "ml", Sold("ml", per=500), 3),
        (2000, "ml", Sold("liter"), 2),
    ],
)
def test_what_a_buyer_says_is_counted_as_it_is_sold(count: int, unit: str | None, sold: Sold, quantity: int) -> None:
    assert quantity_said(count, unit, sold, 1) == quantity


@pytest.mark.parametrize(
    ("count", "unit", "sold", "near"),
    [
        (750, "gram", BY_HALF, ("½ kg", "1 kg")),
        (100, "gram", BY_HALF, ("½ kg", "½ kg")),
        (350, "gram", BY_ONS, ("3 ons", "4 ons")),
        (500, "gram", Sold("kg"), ("1 kg", "1 kg")),
        (2500, "milli", Sold("bungkus"), ("2 bungkus", "3 bungkus")),
        (250, "gram", Sold("gram", per=100), ("200 gram", "300 gram")),
    ],
)
def test_between_two_steps_both_are_offered(count: int, unit: str, sold: Sold, near: tuple[str, str]) -> None:
    with pytest.raises(ShopError, match=r"no-whole-step|less-than-a-step") as refused:
        quantity_said(count, unit, sold, 1)
    facts, words = refused.value.facts, words_in("id")
    assert (words.amount(*facts["below"]), words.amount(*facts["above"])) == near


@pytest.mark.parametrize("sold", [Sold(), Sold("bungkus"), Sold("liter")])
def test_a_weight_is_no_count_of_what_is_not_weighed(sold: Sold) -> None:
    for count, unit in ((500, "gram"), (2, "ons")):
        with pytest.raises(ShopError, match="not-weighed-so"):
            quantity_said(count, unit, sold, 1)


def test_what_a_seller_says_is_counted_exactly_or_not_at_all() -> None:
    assert pieces_said(12_500, "milli", BY_HALF) == 250
    assert pieces_said(12, None, BY_HALF) == 240
    assert pieces_said(24, "pcs", Sold("pcs", per=3)) == 24
    with pytest.raises(ShopError, match="stock-no-whole-part"):
        pieces_said(12_530, "milli", BY_HALF)


@given(st.integers(1, 10**9), st.sampled_from(sorted(STEPS.values())), st.integers(1, 400))
def test_a_weight_costs_its_share_rounded_up_to_a_whole_rupiah(price: int, step: int, times: int) -> None:
    quantity = step * times
    cost = amount_for(price, 1, Terms(), quantity, None, PARTS_OF_A_KG)
    exact = Fraction(price * quantity, PARTS_OF_A_KG)
    assert cost == ceil(exact)
    assert cost > 0
    assert cost - exact < 1


@given(st.integers(1, 10**6), st.integers(1, 12), st.integers(1, 500))
def test_whole_kilos_cost_the_same_however_they_are_counted(price: int, least: int, kilos: int) -> None:
    terms = Terms(tiers=(Tier(min=least, price=price // 2 + 1), Tier(min=6, price=price * 5, per=6)))
    assert amount_for(price, 1, terms, kilos) == amount_for(price, 1, terms, kilos * 20, None, 20)


def test_wholesale_prices_and_minimums_hold_for_what_is_weighed() -> None:
    terms = Terms(min_order=2, tiers=(Tier(min=5, price=50_000),), variant_prices={"super": 80_000})
    assert least_quantity(terms, BY_HALF) == 40
    assert least_quantity(Terms(), BY_ONS) == 2
    assert least_quantity(Terms(min_order=20), Sold("gram", per=100)) == 1
    assert amount_for(60_000, 1, terms, 90, None, 20) == 270_000, "4,5 kg"
    assert amount_for(60_000, 1, terms, 110, None, 20) == 275_000, "5,5 kg at the wholesale price"
    assert amount_for(60_000, 1, terms, 10, "super", 20) == 40_000
    packs = Terms(tiers=(Tier(min=5, price=250_000, per=5),))
    assert amount_for(60_000, 1, packs, 110, None, 20) == 280_000, "a pack of 5 kg, and ½ kg"


@given(st.integers(1, 10**6), st.integers(1, 12), st.integers(1, 12), st.integers(1, 10**6), st.integers(1, 100))
def test_a_wholesale_price_never_makes_it_dearer(price: int, per: int, least: int, wholesale: int, packs: int) -> None:
    plain = amount_for(price, per, Terms(), packs)
    for tier in (Tier(min=least, price=wholesale), Tier(min=least, price=wholesale, per=least)):
        assert amount_for(price, per, Terms(tiers=(tier,)), packs) <= plain


@pytest.mark.parametrize(
    ("pieces", "parts", "said"),
    [
        (10, 20, "½ kg"),
        (5, 20, "¼ kg"),
        (15, 20, "¾ kg"),
        (6, 20, "3 ons"),
        (7, 20, "350 gram"),
        (20, 20, "1 kg"),
        (30, 20, "1,5 kg"),
        (25, 20, "1,25 kg"),
        (25_010, 20, "1.250,5 kg"),
        (0, 20, "0 kg"),
        (3, 1, "3 kg"),
        (1500, 1, "1.500 kg"),
    ],
)
def test_a_weight_is_said_as_people_say_it(pieces: int, parts: int, said: str) -> None:
    assert words_in("id").amount(pieces, "kg", parts) == said


def test_what_can_be_told_in_another_unit() -> None:
    assert in_unit(Fraction(500), "gram", "kg") == Fraction(1, 2)
    assert in_unit(Fraction(2), "kg", "gram") == 2000
    assert in_unit(Fraction(12), "pcs", "butir") == 12
    assert in_unit(Fraction(3), None, None) == 3
    for unit, other in (("butir", "kg"), ("bungkus", "dus"), ("pcs", "dus"), ("liter", "kg"), (None, "dus")):
        assert in_unit(Fraction(1), unit, other) is None


def test_how_much_stock_an_order_takes() -> None:
    assert in_stock(5, 100, 1) == 500
    assert in_stock(30, 1, 20) == 30
