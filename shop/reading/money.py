"""Sums of money as sellers write them: "Rp 15.000,-", "12,5rb", "2jt3", "goceng", "selawe ewu", "20-25rb"."""

from collections.abc import Sequence
from typing import NamedTuple

from shop.reading.numbers import is_grouped, read_digits, read_words
from shop.reading.tokens import Token
from shop.reading.words import MARKS, MONEY, SLANG

APPROXIMATE = ("an", "nan")
_ONE_WORDS = {"siji", "hiji", "settong", "setunggal", "satunggal", "sithok"}


class Money(NamedTuple):
    """From `low` to `high` rupiah (`high` None: one sum). `doubt`: amounts to offer, when it can't be sure."""

    low: int
    high: int | None
    end: int
    doubt: tuple[int, ...] = ()
    approx: bool = False
    cued: bool = False


class _Sum(NamedTuple):
    value: float
    end: int
    sure: bool  # carries a suffix, a mark or a slang word
    doubt: tuple[int, ...] = ()
    approx: bool = False
    times: int = 1
    text: str = ""


def read_money(tokens: Sequence[Token], at: int) -> Money | None:
    """The sum that starts at a token, if it says by itself that it is money; None otherwise."""
    cued = _has_mark(tokens, at, "rp")
    start = at + 1 if cued else at
    while cued and start < len(tokens) and tokens[start].key in {".", ":", "="}:
        start += 1
    first = _one_sum(tokens, start)
    if first is None:
        return None
    read = _range(tokens, start, first) or _single(tokens, first, cued)
    return read._replace(cued=cued) if read and cued else read


def _single(tokens: Sequence[Token], first: _Sum, cued: bool) -> Money | None:
    end, exact = _after(tokens, first.end)
    if not (first.sure or cued or exact):
        return None
    value = round(first.value)
    if first.sure or exact or value >= 1000 or is_grouped(first.text):
        return Money(value, None, end, first.doubt, first.approx)
    return Money(value * 1000, None, end, (value * 1000, value))


def _range(tokens: Sequence[Token], start: int, first: _Sum) -> Money | None:
    """ "20-25rb", "20rb-50rb", "7.500-15.000": a suffix on the end applies to both."""
    between = spread(tokens, first.end)
    if between is None:
        return None
    last = _one_sum(tokens, between - 1)
    if last is None or not (last.sure or is_grouped(last.text) or first.sure):
        return None
    low = first.value if first.sure or is_grouped(first.text) else first.value * last.times
    high = last.value if last.sure or is_grouped(last.text) else last.value * first.times
    if low >= high:
        return None
    if not last.sure and not first.sure and not (is_grouped(first.text) and is_grouped(last.text)):
        return None
    end, _ = _after(tokens, last.end)
    return Money(round(low), round(high), end, (round(low), round(high)))


def spread(tokens: Sequence[Token], at: int) -> int | None:
    """The end of a range sign and the number behind it ("-25", "s/d 30", "sampai 30"), or None."""
    if at >= len(tokens):
        return None
    end = at
    if tokens[at].key == "-":
        end = at + 1
    else:
        length, marks = MARKS.longest(tokens, at)
        if "to" in marks:
            end = at + length
        elif _has_mark(tokens, at, "to"):
            end = at + 1
    if end > at and _has_mark(tokens, end, "rp"):
        end += 1 + (end + 1 < len(tokens) and tokens[end + 1].key == ".")
    numeric = end > at and end < len(tokens) and tokens[end].kind == "number"
    return end + 1 if numeric else None


def _after(tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    """Past ",-" and "rupiah"; whether one of them made the sum exact."""
    exact = False
    while at < len(tokens) and (tokens[at].key == ",-" or _has_mark(tokens, at, "rupiah")):
        at, exact = at + 1, True
    return at, exact


def _has_mark(tokens: Sequence[Token], at: int, mark: str) -> bool:
    if at >= len(tokens):
        return False
    return mark in MARKS.alone.get(tokens[at].key, ())


def _one_sum(tokens: Sequence[Token], at: int) -> _Sum | None:
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.kind == "number":
        value = read_digits(token.key)
        return None if value is None else _with_suffix(tokens, at, value)
    if token.kind == "word":
        return _slang(tokens, at) or _in_words(tokens, at)
    return None


def _with_suffix(tokens: Sequence[Token], at: int, value: float) -> _Sum:
    plain = _Sum(value, at + 1, False, text=tokens[at].key)
    if at + 1 >= len(tokens) or tokens[at + 1].kind != "word":
        return plain
    times, approx = suffix(tokens[at + 1].key)
    letter = len(tokens[at + 1].key) == 1
    if not times or (letter and not tokens[at + 1].glued and _goes_on(tokens, at + 2)):
        return plain
    read = _Sum(value * times, at + 2, True, (), approx, times)
    if approx:
        return read._replace(approx=not (value * times < 10_000 and times == 1000))
    return _more(tokens, read) or _around(tokens, read)


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].glued and tokens[at].kind == "word"


def suffix(key: str) -> tuple[int, bool]:
    """What a suffix multiplies by, 0 if it is none; and whether it says "about" ("80rban", "ribuan")."""
    if key in MONEY:
        return MONEY[key], False
    bare = key.rstrip(key[-1]) + key[-1]
    if bare in MONEY:
        return MONEY[bare], False
    if key.endswith("an") and key[:-2] in MONEY:
        return MONEY[key[:-2]], True
    return 0, False


def _around(tokens: Sequence[Token], read: _Sum) -> _Sum:
    """ "50rb-an", "50 rb an": about."""
    at = read.end
    if at < len(tokens) and tokens[at].key == "-":
        at += 1
    if at < len(tokens) and tokens[at].key in APPROXIMATE:
        return read._replace(end=at + 1, approx=True)
    return read


def _more(tokens: Sequence[Token], read: _Sum) -> _Sum | None:
    """ "1jt500", "2jt3", "1 juta 250 ribu", "2rb500": what follows the big suffix."""
    at = read.end
    if at >= len(tokens) or tokens[at].kind != "number":
        return None
    rest = read_digits(tokens[at].key)
    if rest is None or rest != int(rest):
        return None
    times = suffix(tokens[at + 1].key)[0] if at + 1 < len(tokens) else 0
    if read.times == 1_000_000 and times == 1000 and rest < 1000:
        return read._replace(value=read.value + rest * 1000, end=at + 2)
    if not tokens[at].glued or times or "." in tokens[at].key or _is_unit_next(tokens, at + 1):
        return None
    if read.times == 1_000_000:
        return _after_million(read, tokens[at].key, int(rest))
    if read.times == 1000 and len(tokens[at].key) == 3:
        return read._replace(value=read.value + rest, end=at + 1)
    return None


def _is_unit_next(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].glued and tokens[at].kind == "word"


def _after_million(read: _Sum, digits: str, rest: int) -> _Sum | None:
    if len(digits) == 1:
        return read._replace(value=read.value + rest * 100_000, end=read.end + 1)
    if len(digits) == 3:
        return read._replace(value=read.value + rest * 1000, end=read.end + 1)
    if len(digits) == 2:
        low, high = round(read.value + rest * 1000), round(read.value + rest * 10_000)
        return read._replace(value=low, end=read.end + 1, doubt=(low, high))
    return None


def _slang(tokens: Sequence[Token], at: int) -> _Sum | None:
    pair = tokens[at].key + tokens[at + 1].key if at + 1 < len(tokens) else ""
    key, end = (pair, at + 2) if pair in SLANG else (tokens[at].key, at + 1)
    if key not in SLANG:
        return None
    amount, doubtful = SLANG[key]
    if doubtful:
        return _Sum(amount * 1000, end, True, (amount * 1000, amount))
    return _Sum(amount, end, True)


def _in_words(tokens: Sequence[Token], at: int) -> _Sum | None:
    """A sum in words has thousands in it; a tail below 100 before a unit is a count ("lema ebu lema bigghi'")."""
    key = tokens[at].key
    if key.endswith("an") and len(key) > 4 and (each := read_words([tokens[at]._replace(key=key[:-2])], 0)):
        if each.thousands:
            return _Sum(each.value, at + 1, True, (), each.value >= 10_000)
    written = read_words(tokens, at)
    if written is None or not written.thousands:
        return None
    if written.value >= 1_000_000 and 0 < written.tail_value < 1000 and (written.value - written.tail_value) % 1_000_000 == 0:
        millions = round(written.value) - written.tail_value
        guesses = (millions + written.tail_value * 1000, millions + written.tail_value)
        return _Sum(guesses[0], written.end, True, guesses)
    if 0 < written.tail_value < 100:
        return _Sum(written.value - written.tail_value, written.tail, True)
    end = written.end
    if written.tail_value % 10 == 1 and tokens[end - 1].key in _ONE_WORDS:
        return _Sum(written.value - 1, end - 1, True)
    if end < len(tokens) and tokens[end].key == "-" and end + 1 < len(tokens) and tokens[end + 1].key in APPROXIMATE:
        return _Sum(written.value, end + 2, True, (), written.value >= 10_000)
    return _Sum(written.value, end, True)
