"""Tokens with their reading: a number, money, a quantity with its unit, a marker, a trap, or a plain word."""

from dataclasses import dataclass
from functools import lru_cache

from shop.reading import traps
from shop.reading.money import read_money, spread
from shop.reading.numbers import is_grouped, read_digits, read_words
from shop.reading.tokens import Token
from shop.reading.words import CHOICES, FILLERS, HEADS, MARKS, MONEY, ONE_UNITS, ONES, UNITS

NO_MARKS: frozenset[str] = frozenset()
# "sewu siji", "nomer 41 hiji": the word for one is a unit only after a price, which the grammar sees.
_ONE_WORDS = frozenset({"siji", "hiji", "settong"})
SIZES = frozenset({"xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl", "xxxxl"})


@dataclass(slots=True)
class Piece:
    """`kind`: word, number, money, qty, mark, sign, line, size or trap; `start` and `end` in the text.

    `value` to `high` is the number (a range has both); money is in rupiah. `unit` is canonical.
    `doubt` holds the amounts to offer when the money can't be sure. `round` marks a bare or grouped number
    that looks like money. `one` says that a unit came without a number ("sebungkus").
    """

    kind: str
    key: str
    start: int
    end: int
    glued: bool = False
    value: float = 0
    high: float | None = None
    unit: str | None = None
    marks: frozenset[str] = NO_MARKS
    doubt: tuple[int, ...] = ()
    approx: bool = False
    round: bool = False
    one: bool = False
    worded: bool = False
    cued: bool = False


def read_pieces(tokens: list[Token], text: str) -> list[Piece]:
    """Every token's reading, in order; nothing is lost, what has no reading is a word or a sign."""
    pieces: list[Piece] = []
    at = 0
    while at < len(tokens):
        piece, at = _next_piece(tokens, at, text)
        pieces.append(piece)
    return pieces


def _next_piece(tokens: list[Token], at: int, text: str) -> tuple[Piece, int]:
    first = tokens[at]
    if first.kind == "line":
        return Piece("line", "\n", first.start, first.end), at + 1
    if end := traps.trap_end(tokens, at):
        return Piece("trap", text[first.start : tokens[end - 1].end], first.start, tokens[end - 1].end), end
    read = _marked(tokens, at, 2, text) or _counted(tokens, at, text) or _marked(tokens, at, 1, text)
    return read or _plain(tokens, text, at)


def _plain(tokens: list[Token], text: str, at: int) -> tuple[Piece, int]:
    token = tokens[at]
    if token.kind == "sign":
        return Piece("sign", token.key, token.start, token.end, token.glued), at + 1
    if _is_plural(tokens, at):
        return Piece("word", token.key + "2", token.start, tokens[at + 1].end, token.glued), at + 2
    size = token.key in SIZES and (len(token.key) > 1 or text[token.start : token.end].isupper())
    return Piece("size" if size else "word", token.key, token.start, token.end, token.glued), at + 1


def _is_plural(tokens: list[Token], at: int) -> bool:
    """ "anak2", "jali2": a word said twice; a known word ("stok2", "merah2") is counted."""
    key = tokens[at].key
    if len(key) < 4 or at + 1 >= len(tokens) or tokens[at + 1].key != "2" or not tokens[at + 1].glued:
        return False
    alone = at + 2 == len(tokens) or not tokens[at + 2].glued or tokens[at + 2].kind == "sign"
    return alone and not _is_known(key)


def _marked(tokens: list[Token], at: int, least: int, text: str) -> tuple[Piece, int] | None:
    """The marker that starts here: a phrase of two words and more, or (`least` 1) a single word."""
    token = tokens[at]
    if least == 1:
        key = known(token.key)
        capital = len(key) == 1 and key != "h" and text[token.start].isupper()  # "Paket A"
        marks = None if capital else MARKS.alone.get(key)
        return (Piece("mark", key, token.start, token.end, token.glued, marks=marks), at + 1) if marks else None
    length, marks = MARKS.longest(tokens, at)
    if not length:
        return None
    words = " ".join(t.key for t in tokens[at : at + length])
    return Piece("mark", words, token.start, tokens[at + length - 1].end, token.glued, marks=marks), at + length


def _counted(tokens: list[Token], at: int, text: str) -> tuple[Piece, int] | None:
    """Money, a number, or a quantity ("3 pcs", "1/2 kg", "sebungkus", "sak porsi")."""
    if (money := read_money(tokens, at)) is not None:
        start = tokens[at].start
        return (
            Piece(
                "money", "", start, tokens[money.end - 1].end, tokens[at].glued, money.low, money.high,
                doubt=money.doubt, approx=money.approx, cued=money.cued,
            ),
            money.end,
        )  # fmt: skip
    return _one_unit(tokens, at) or _number(tokens, at, text)


def _one_unit(tokens: list[Token], at: int) -> tuple[Piece, int] | None:
    key, start = known(tokens[at].key), tokens[at].start
    if unit := ONE_UNITS.get(key):
        return Piece("qty", key, start, tokens[at].end, value=1, unit=unit, one=True), at + 1
    if key not in ONES or at + 1 >= len(tokens) or tokens[at + 1].glued:
        return None
    unit = UNITS.get(tokens[at + 1].key)
    return (Piece("qty", key, start, tokens[at + 1].end, value=1, unit=unit, one=True), at + 2) if unit else None


def _number(tokens: list[Token], at: int, text: str) -> tuple[Piece, int] | None:
    """A number in digits, as a fraction or in words, perhaps up to a second one, perhaps with its unit."""
    token = tokens[at]
    part = _fraction(tokens, at)
    read = part or (_digits(tokens, at) if token.kind == "number" else _worded(tokens, at))
    if read is None:
        too_long = token.kind == "number"
        return (Piece("trap", token.key, token.start, token.end), at + 1) if too_long else None
    value, end = read
    worded = part is None and token.kind != "number"
    piece = Piece("number", token.key, token.start, tokens[end - 1].end, token.glued, value, worded=worded)
    piece.round = token.kind == "number" and looks_like_money(token.key, value)
    if part is None and not worded:
        end = _up_to(piece, tokens, end)
    return _with_unit(piece, tokens, end, text)


def _digits(tokens: list[Token], at: int) -> tuple[float, int] | None:
    """ "12", "1.500", "1 1/2 kg"; None for more digits than any count has."""
    value = read_digits(tokens[at].key)
    if value is None:
        return None
    rest = _fraction(tokens, at + 1)
    if rest is not None and rest[1] < len(tokens) and tokens[rest[1]].key in UNITS:
        return value + rest[0], rest[1]
    return value, at + 1


def _worded(tokens: list[Token], at: int) -> tuple[float, int] | None:
    if (written := read_words(tokens, at)) is not None:
        value, end = written.value, written.end
        if value > 100 and value % 10 == 1 and tokens[end - 1].key in _ONE_WORDS:
            return value - 1, end - 1  # "limang atus siji" is 500 for one
        return value, end
    if tokens[at].key in HEADS and at + 1 < len(tokens) and _counts_next(tokens[at + 1].key):
        return HEADS[tokens[at].key], at + 1
    return None


def _up_to(piece: Piece, tokens: list[Token], end: int) -> int:
    """Put the upper end of a range ("15-20") in the piece; the token after it."""
    high_end = spread(tokens, end)
    high = read_digits(tokens[high_end - 1].key) if high_end is not None else None
    if high_end is None or high is None or high <= piece.value:
        return end
    last = tokens[high_end - 1]
    piece.high, piece.end = high, last.end
    piece.round = piece.round and looks_like_money(last.key, high)
    return high_end


def _counts_next(key: str) -> bool:
    """ "rong kilo", "telung dina": what a short form of a number stands before."""
    return key in UNITS or not MARKS.alone.get(key, NO_MARKS).isdisjoint({"day", "week"})


def _with_unit(piece: Piece, tokens: list[Token], end: int, text: str) -> tuple[Piece, int]:
    if end < len(tokens) and tokens[end].kind == "word":
        token = tokens[end]
        if token.glued and token.key in SIZES and len(token.key) > 1:
            piece.kind, piece.end = "size", token.end
            return piece, end + 1
        unit = UNITS.get(known(token.key))
        size = len(token.key) == 1 and not token.glued and text[token.start].isupper()
        if unit and not size and token.key not in _ONE_WORDS:
            piece.kind, piece.unit, piece.end = "qty", unit, token.end
            return piece, end + 1
    return piece, end


def _fraction(tokens: list[Token], at: int) -> tuple[float, int] | None:
    """ "1/2", "3/4", "setengah", "seperempat" before a unit or alone."""
    if at >= len(tokens):
        return None
    key = tokens[at].key
    length, marks = MARKS.longest(tokens, at)
    for end, said in ((at + length, marks), (at + 1, MARKS.alone.get(key, NO_MARKS))):
        if not said.isdisjoint({"half", "quarter"}):
            return 0.5 if "half" in said else 0.25, end
    if at + 2 < len(tokens) and tokens[at + 1].key == "/" and tokens[at + 1].glued and tokens[at + 2].glued:
        low, high = tokens[at].key, tokens[at + 2].key
        if low in {"1", "2", "3"} and high in {"2", "3", "4", "5", "8"} and low < high:
            return int(low) / int(high), at + 3
    return None


def looks_like_money(text: str, value: float) -> bool:
    """Whether a number without any mark may be rupiah: thousands marks, or a round sum of 1,000 and more."""
    if value != int(value) or value < 500:
        return False
    if is_grouped(text):
        return True
    return 1000 <= value < 10**9 and (value % 50 == 0 or value % 100 == 99)


@lru_cache(maxsize=4096)
def known(key: str) -> str:
    """A word with drawn-out or doubled letters ("bungkuss", "ajaaa", "grossir") as the known word it stands for."""
    if len(key) < 3 or _is_known(key):
        return key
    short = key.rstrip(key[-1]) + key[-1]
    if short != key and _is_known(short):
        return short
    single = "".join(letter for letter, after in zip(key, key[1:] + " ", strict=True) if letter != after)
    return single if len(single) > 3 and single in MARKS.alone else key


def _is_known(key: str) -> bool:
    return key in MARKS.alone or key in UNITS or key in FILLERS or key in CHOICES or key in MONEY
