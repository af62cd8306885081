"""Number words of every table round-trip; digits read as Indonesians group them."""

from collections.abc import Callable

import pytest

from shop.reading import read_price
from shop.reading.numbers import read_digits, read_words
from shop.reading.tokens import tokenise
from tests.shop.reading.numerals import LANGUAGES


@pytest.mark.parametrize("say", LANGUAGES.values(), ids=LANGUAGES.keys())
def test_number_words_round_trip(say: Callable[[int], str]) -> None:
    for number in range(1, 10_000):
        tokens = tokenise(say(number))
        written = read_words(tokens, 0)
        assert written is not None, say(number)
        assert (written.value, written.end) == (number, len(tokens)), say(number)


@pytest.mark.parametrize("say", LANGUAGES.values(), ids=LANGUAGES.keys())
def test_thousands_in_words_are_a_clear_price(say: Callable[[int], str]) -> None:
    scale = {"indonesian": "ribu", "sundanese": "rebu", "madurese": "ebu", "english": "thousand"}
    name = next(name for name, other in LANGUAGES.items() if other is say)
    for thousands in range(2, 1000):
        reply = read_price(f"{say(thousands)} {scale.get(name, 'ewu')}")
        if reply.price is not None:
            assert (reply.price, reply.ambiguous) == (thousands * 1000, ()), say(thousands)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15.000", 15_000),
        ("18,000", 18_000),
        ("12,5", 12.5),
        ("1.2", 1.2),
        ("75.000,00", 75_000),
        ("1.250.000", 1_250_000),
        ("7", 7),
        ("9" * 16, None),
    ],
)
def test_digits(text: str, value: float | None) -> None:
    assert read_digits(text) == value
