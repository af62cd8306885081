"""A new price as somebody writes it who sells several variants: for all of them, or for those that are named."""

import re
from collections.abc import Iterable, Sequence

from shop.reading.normalise import normalise
from shop.reading.parse import Parse
from shop.reading.pieces import Piece
from shop.reading.replies import read_price
from shop.reading.units import FRACTION_OF

_BREAK = re.compile(r"\s+|[:=;&•*]|,(?![\d-])")
_BIT = re.compile(r"\d+|[^\W\d]+|[^\w\s]")
_SAYS_NOTHING = frozenset(
    (
        *("", "-", "dan", "sama", "yang", "yg", "warna", "ukuran", "size", "rasa", "varian"),
        *("harga", "jadi", "jd", "baru"),
        *("ganti", "diganti", "ubah", "diubah", "untuk", "utk", "buat", "kalo", "kalau", "oke", "ok", "iya", "siap"),
        *("ya", "yah", "aja", "saja", "nih", "dong", "lah", "kak", "bu", "pak", "mbak", "mas", "kedua"),
    )
)
_UP_TO = re.compile(r"\b(?:naik|turun)(?=\s+(?:jadi|jd)\b)")


def read_variant_prices(
    text: str, known: Sequence[str], product: str = "", per: int = 1, unit: str | None = None
) -> dict[str, int] | None:
    """What these of the `known` variants cost, in rupiah; {} if no variant is named; None if it can't be told of which.

    Names and then their price, or a price and then its names, the same way round throughout: "merah & biru 60rb, hijau
    70rb"; "60rb merah". Beside them may stand words of the `product`'s name, words that say nothing ("yang", "warna"),
    and what a price is for: `per` × `unit`. Any other word may change what is meant.
    """
    names = {key: name for name in known if (key := _squeezed(_plain(name)))}
    if not names:
        return {}
    measures = {measure: name for name in known if (measure := _measure(Parse(_plain(name)).pieces))}
    passed = _SAYS_NOTHING | {word for word in _plain(product).split() if Parse(word).get(0).kind == "word"}
    parts = _any_of(names.values()).split(_spelled_as(measures, _UP_TO.sub("", _plain(text))))
    if len(parts) == 1:
        parse = Parse(_without(passed, parts[0]))
        # Of which of them is "60rb/kg"?
        measured = any(piece.kind == "qty" for piece in parse.pieces) or read_price(parts[0]).unit is not None
        return None if (measures and measured) or _strange_words(parse, polite=True) else {}
    terms: list[str | int] = []
    for at, part in enumerate(parts):
        if at % 2:
            terms.append(names[_squeezed(part)])
        elif said := _without(passed, part):
            price = _price_alone(said, per, unit)
            if price is None:
                return None
            terms.append(price)
        elif "-" in part and 0 < at < len(parts) - 1:  # "S-XL" are more than these two
            return None
    return _paired(terms)


def _plain(text: str) -> str:
    return normalise(text).casefold()


def _measure(pieces: Sequence[Piece]) -> tuple[float, str | None] | None:
    """How much it is that is called so; None for what is called otherwise."""
    if len(pieces) != 1 or pieces[0].kind != "qty":
        return None
    fine, unit = FRACTION_OF.get(pieces[0].unit or "", (1, pieces[0].unit))
    return pieces[0].value * fine, unit


def _spelled_as(measures: dict[tuple[float, str | None], str], text: str) -> str:
    """The text with these measures as the names of variants spell them: "sekilo" is "1 kg", "250 gr" is "250gram"."""
    parse = Parse(text)
    text = parse.text
    for piece in reversed(parse.pieces if measures else []):
        if (measure := _measure([piece])) in measures:
            text = f"{text[: piece.start]}{_plain(measures[measure])}{text[piece.end :]}"
    return text


def _squeezed(name: str) -> str:
    """The key of a name: "250 gram" and "250gram" are one."""
    return "".join(name.split())


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names as words of their own, "merahnya" too; the longest first, none of them within a number."""
    spelled = (r"\s*".join(map(re.escape, _BIT.findall(_plain(name)))) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w.])({'|'.join(spelled)})(?:nya)?(?!\w|(?<=\d)[.,]\d)")


def _without(passed: frozenset[str], said: str) -> str:
    """What stands between two names, without what says nothing: of ": 60rb/pcs, yang " it is "60rb/pcs"."""
    words = (word for word in _BREAK.split(said.strip(" ,/\n")) if passed.isdisjoint((word, word.removesuffix("nya"))))
    return " ".join(words).strip(" ,/")


def _price_alone(said: str, per: int, unit: str | None) -> int | None:
    parse = Parse(said)
    reply = read_price(said)
    another = reply.unit is not None and (reply.per, reply.unit) != (per, unit or "pcs")
    changed = any(parse.sign(at, "+ - < > ~ ?") for at in range(len(parse)))
    return None if another or changed or reply.ambiguous or _strange_words(parse) else reply.price


def _strange_words(parse: Parse, *, polite: bool = False) -> bool:
    """Whether any word is neither a sum nor what it is for; the `polite` ones may be let pass."""
    for at, piece in enumerate(parse.pieces):
        of_unit = parse.has(at, "per") or (parse.unit(at) and (parse.sign(at - 1, "/") or parse.has(at - 1, "per")))
        let_pass = parse.has(at, "become", "now") or (polite and piece.kind == "word" and parse.filler(at))
        if piece.kind in {"word", "mark", "size"} and not of_unit and not let_pass:
            return True
    return False


def _paired(terms: list[str | int]) -> dict[str, int] | None:
    """Each price to the names before it, or, if the text begins with a price, to those behind it."""
    prices: dict[str, int] = {}
    waiting: list[str] = []
    for term in terms if isinstance(terms[0], str) else reversed(terms):
        if isinstance(term, str):
            waiting.append(term)
        elif not waiting or any(prices.setdefault(name, term) != term for name in waiting):
            return None
        else:
            waiting = []
    return None if waiting else prices
