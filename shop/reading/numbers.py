"""Numbers: digits as Indonesians group them, and number words of every table."""

from collections.abc import Sequence
from typing import NamedTuple

from shop.reading.tokens import Token
from shop.reading.words import HEADS, MARKS, NUMBERS, SCALES, TEENS

LONGEST_DIGITS = 15


class Written(NamedTuple):
    """A number in words: its value, the token after it, and where a tail below 100 begins after thousands."""

    value: float
    end: int
    thousands: bool
    tail: int
    tail_value: int


def read_digits(text: str) -> float | None:
    """The value of a number as written: "15.000" 15000, "18,000" 18000, "12,5" 12.5; None if too long."""
    if len(text) > LONGEST_DIGITS:
        return None
    head, mark, last = text.rpartition("," if text.rfind(",") > text.rfind(".") else ".")
    whole = head.replace(".", "").replace(",", "")
    if not mark:
        return int(text)
    if len(last) == 3:
        return int(whole + last)
    value = float(f"{whole}.{last}")
    return int(value) if value.is_integer() else value


def is_grouped(text: str) -> bool:
    """Whether a number is written with thousands marks ("15.000"), as prices are."""
    parts = text.replace(",", ".").split(".")
    return len(parts) > 1 and len(parts[1]) == 3


def read_words(tokens: Sequence[Token], start: int) -> Written | None:
    """The longest number in words that starts at a token, or None."""
    total, current, at, tail = 0.0, 0.0, start, start
    while at < len(tokens):
        grown = _grow(tokens, at, total, current)
        if grown is None:
            break
        total, current = grown
        at += 1
        if current == 0:
            tail = at
    if at == start:
        return None
    return Written(_tidy(total + current), at, total > 0, tail, int(current))


def _grow(tokens: Sequence[Token], at: int, total: float, current: float) -> tuple[float, float] | None:
    """Total of the finished thousands and the group in work after one more word, or None if it ends here."""
    key = tokens[at].key
    if key in SCALES and (grown := _scale(SCALES[key], total, current)):
        return grown
    if key in TEENS and 0 < current % 100 < 10:
        return total, current + TEENS[key]
    if key in NUMBERS and (grown := _add(NUMBERS[key], total, current)):
        return grown
    if key in HEADS and _before_scale(tokens, at + 1):
        return _add(HEADS[key], total, current)
    if _is_half(key) and _before_thousands(tokens, at + 1) and current % 1 == 0:
        return total, current + 0.5
    return None


def _scale(times: int, total: float, current: float) -> tuple[float, float] | None:
    if times >= 1000:
        fits = current > 0 and (total == 0 or total % (times * 1000) == 0)
        return (total + current * times, 0.0) if fits else None
    digit = current % 10
    return (total, current - digit + digit * times) if digit and current % 100 < 10 else None


def _add(value: int, total: float, current: float) -> tuple[float, float] | None:
    if value == 0:
        return None if total or current else (0.0, 0.0)
    if value >= 1000:
        fits = current == 0 and (total == 0 or total % (value * 1000) == 0)
        return (total + value, 0.0) if fits else None
    room = 1000 if value >= 100 else 100 if value >= 10 else 10
    last_two = current % 100
    return (total, current + value) if current % room == 0 and not 10 <= last_two < 20 else None


def _before_scale(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and (tokens[at].key in SCALES or tokens[at].key in TEENS)


def _before_thousands(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and SCALES.get(tokens[at].key, 0) >= 1000


def _is_half(key: str) -> bool:
    return "half" in MARKS.alone.get(key, ())


def _tidy(value: float) -> float:
    return int(value) if value == int(value) else value
