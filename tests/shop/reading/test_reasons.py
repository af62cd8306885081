"""What the chat needs beside the fields: why, what to offer on buttons, and each of several products."""

from shop.reading import read_caption, read_order, read_price, to_json
from tests.shop.reading.scoring import DEFAULTS


def test_each_field_says_why() -> None:
    reasons = read_caption("Keripik singkong 250gr 15rb/bks ready 30, min 2, cod mlg, rasa coklat, keju").reasons
    assert reasons["name"] == "Keripik singkong"
    assert reasons["price"] == "15rb/bks"
    assert reasons["stock"] == "ready 30"
    assert reasons["min_order"] == "min 2"
    assert reasons["variants"] == "rasa coklat, keju"


def test_a_doubtful_price_offers_amounts_best_first() -> None:
    assert read_caption("Sambal ijo hrg 25").guesses == (25_000, 25)
    assert read_price("25").guesses == (25_000, 25)
    assert read_price("1jt50").guesses == (1_050_000, 1_500_000)
    assert read_price("25000").guesses == ()


def test_several_products_are_split() -> None:
    listing = read_caption("Nastar 75rb/toples, kastengel 80rb/toples, putri salju 70rb")
    assert listing.ambiguous == ("name", "price")
    assert [(p.name, p.price, p.unit) for p in listing.products] == [
        ("nastar", 75_000, "toples"),
        ("kastengel", 80_000, "toples"),
        ("putri salju", 70_000, None),
    ]


def test_json_has_exactly_the_keys_of_the_schema() -> None:
    assert set(to_json(read_caption("Kaos 50rb"))) == set(DEFAULTS["listing"])
    assert set(to_json(read_price("25"))) == set(DEFAULTS["price"])
    assert set(to_json(read_order("pesan 2 keripik"))) == set(DEFAULTS["order"])
