"""Sums of money as sellers write them: "Rp 15.000,-", "12,5rb", "2jt3", "goceng", "selawe ewu", "20-25rb"."""

from collections.abc import Sequence
from typing import NamedTuple

from shop.reading.numbers import Written, is_grouped, read_digits, read_words
from shop.reading.tokens import Token
from shop.reading.words import MARKS, MONEY, SLANG, UNITS

APPROXIMATE = frozenset({"an", "nan"})
CLEAR_EACH = 10_000  # "5ribuan" is 5,000 each; "50ribuan" is about 50,000
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
    first = (_spaced(tokens, start) if cued else None) or _one_sum(tokens, start)
    if first is None:
        return None
    read = _range(tokens, first) or _single(tokens, first, cued)
    return read._replace(cued=cued) if read and cued else read


def _spaced(tokens: Sequence[Token], at: int) -> _Sum | None:
    """ "Rp 210 000": behind a money mark, groups of three digits are thousands."""
    end = at + 1
    while end < len(tokens) and end - at < 4 and _is_group(tokens[end]):
        end += 1
    digits = "".join(token.key for token in tokens[at:end])
    grouped = end > at + 1 and digits.isdigit() and len(tokens[at].key) <= 3 and digits.endswith(("000", "500"))
    if end < len(tokens) and tokens[end].key in UNITS:
        return None  # "Rp 15 500 gr" may be 500 grams for 15,000
    return _Sum(int(digits), end, True) if grouped else None


def _is_group(token: Token) -> bool:
    return token.kind == "number" and token.key.isdigit() and len(token.key) == 3 and not token.glued


def _single(tokens: Sequence[Token], first: _Sum, cued: bool) -> Money | None:
    end, exact = _after(tokens, first.end)
    if not (first.sure or cued or exact):
        return None
    value = round(first.value)
    if first.sure or exact or value >= 1000 or is_grouped(first.text):
        return Money(value, None, end, first.doubt, first.approx)
    return Money(value * 1000, None, end, (value * 1000, value))


def _range(tokens: Sequence[Token], first: _Sum) -> Money | None:
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
        return read._replace(approx=value * times >= CLEAR_EACH)
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
    ends = len(tokens[at].key) == 3 and at + 1 >= len(tokens)  # "1 jt 500"
    if not (tokens[at].glued or ends) or times or "." in tokens[at].key or _goes_on(tokens, at + 1):
        return None
    if read.times == 1_000_000:
        return _after_million(read, tokens[at].key, int(rest))
    if read.times == 1000 and len(tokens[at].key) == 3:
        return read._replace(value=read.value + rest, end=at + 1)
    return None


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
    """A sum in words has thousands in it."""
    if (each := _each(tokens, at)) is not None:
        return each
    written = read_words(tokens, at)
    if written is None:
        return None
    if not written.thousands:
        said = _has_mark(tokens, written.end, "rupiah")  # "tiga ratus perak"
        return _Sum(written.value, written.end, False) if said else None
    end = written.end
    if APPROXIMATE & {key.key for key in tokens[end + 1 : end + 2]} and tokens[end].key == "-":
        return _Sum(written.value, end + 2, True, (), written.value >= CLEAR_EACH)
    return _without_count(tokens, written)


def _each(tokens: Sequence[Token], at: int) -> _Sum | None:
    """ "seribuan": a thousand each; "lima puluh ribuan" is about so much."""
    key = tokens[at].key
    if not key.endswith("an") or len(key) < 5:
        return None
    each = read_words([tokens[at]._replace(key=key[:-2])], 0)
    return _Sum(each.value, at + 1, True, (), each.value >= CLEAR_EACH) if each and each.thousands else None


def _without_count(tokens: Sequence[Token], written: Written) -> _Sum:
    """A small number behind the thousands is a count ("lema ebu lema bigghi'", "sewu siji"), not part of the sum."""
    whole = written.value - written.tail_value
    if whole % 1_000_000 == 0 and 0 < written.tail_value < 1000:
        guesses = (round(whole) + written.tail_value * 1000, round(whole) + written.tail_value)
        return _Sum(guesses[0], written.end, True, guesses)
    if 0 < written.tail_value < 100:
        return _Sum(whole, written.tail, True)
    if written.tail_value % 10 == 1 and tokens[written.end - 1].key in _ONE_WORDS:
        return _Sum(written.value - 1, written.end - 1, True)
    return _Sum(written.value, written.end, True)
