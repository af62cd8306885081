"""What a seller says of a stock: how many there are now, how many came in, how many were sold or spoilt."""

import re
from dataclasses import dataclass

from shop.reading.amounts import LESS_WORDS, MORE_WORDS, PART_WORDS, read_amount, spell_amounts
from shop.reading.parse import Parse
from shop.reading.pieces import known

_TODAY = re.compile(r"\b(?:hari|pagi|siang|sore|malam)\s+ini\b|\btoday\b")
_ON_TOP = re.compile(r"(?:^|\s)\+(?=\s*\w)|\b(?:" + "|".join(MORE_WORDS) + r")\b")
_OFF = re.compile(r"\b(?:" + "|".join(LESS_WORDS) + r")\b")
_SAYS_STOCK = ("stock", "ready", "left", "left_after", "only", "become", "content", "half", "quarter")
_COURTESY = frozenset(
    (
        *("kak", "kakak", "kk", "ya", "yaa", "bu", "ibu", "pak", "bapak", "mas", "mbak", "mba", "bun", "bunda"),
        *("mom", "sis", "sist", "gan", "bos", "om", "tante", "lur", "lek", "kang", "teh"),
        *("teteh", "akang", "nggih", "njih", "nya", "aja", "saja", "doang", "wae", "mawon", "deh", "dong"),
        *("sih", "nih", "lah", "kok", "lho", "tuh", "ini", "itu", "sekarang", "skrg", "skg", "saiki", "ayeuna"),
        *("sateya", "now", "total", "semua", "jumlah", "saya", "aku"),
        *("kami", "kita", "punya", "sudah", "udah", "udh", "wis", "wes", "sampun", "geus", "tos", "atos", "is"),
        *("makasih", "makasi", "terimakasih", "terima", "trims", "suwun", "nuwun", "thanks"),
        *("yang", "yg", "ada", "bisa", "sanggup", "kasih", "maaf", "alhamdulillah", "update"),
        *("are", "there", "a", "of"),
    )
)
_OF_A_CHANGE = frozenset(("lagi", "baru", "barusan", "tadi", "dulu"))  # "20 lagi" alone may be 20 more


@dataclass(frozen=True, slots=True)
class StockSaid:
    """So many in all; if `changes`, so many more, or less where `count` is below 0."""

    count: int
    unit: str | None = None
    changes: bool = False


def read_stock_said(text: str, name: str = "") -> StockSaid | None:
    """ "sisa 12", "2 lusin", "habis" are totals, "+5" and "masuk 10" come on top, "laku 3" and "rusak 2" are gone.

    None for what is doubtful, and beside any word that may make it another count: "besok 10", "bukan 5", "20 menit".
    The words of the product's `name` may stand beside it; where all of them do, none says what came or went.
    """
    named = frozenset(name.lower().split())
    said = _TODAY.sub("sekarang", _without(name, text.lower()))
    more, less = _ON_TOP.search(said), _OFF.search(said)
    spelt = spell_amounts(" ".join(_OFF.sub(" ", _ON_TOP.sub(" ", said)).split()))
    amount, parse = read_amount(spelt), Parse(spelt)
    if amount is None or (more and less):
        return None
    counts = [at for at in range(len(parse)) if parse.get(at).kind in {"number", "qty", "money"}]
    left = any(parse.has(at, "left", "gone") for at in range(len(parse)))
    of_a_change = bool(more or less or left)
    if not all(
        parse.get(at).key.removesuffix("nya") in named or _fits(parse, at, bool(counts), of_a_change)
        for at in range(len(parse))
    ):
        return None
    if not (more or less):
        return StockSaid(amount.count, amount.unit)
    if left:
        # "laku 3, sisa 7" and "habis terjual" say what there is; "sisa rusak 2" may be either.
        total = less and (len(counts) > 1 or not counts)
        return StockSaid(amount.count, amount.unit) if total else None
    # "masuk seratus ribu" is rather money that came in.
    if len(counts) != 1 or parse.get(counts[0]).kind == "money":
        return None
    return StockSaid(-amount.count if less else amount.count, amount.unit, changes=True)


def speaks_of_stock(text: str) -> bool:
    """Whether a word says that something is there, came or went, or is gone."""
    said, parse = text.lower(), Parse(text)
    marked = any(parse.has(at, "stock", "ready", "left", "gone", "none") for at in range(len(parse)))
    return marked or bool(_ON_TOP.search(said) or _OFF.search(said))


def besides_stock(text: str) -> str:
    """The words of a text that say nothing of how many there are: the product's name, if they are about its stock."""
    parse = Parse(_OFF.sub(" ", _ON_TOP.sub(" ", _TODAY.sub("sekarang", text.lower()))))
    return " ".join(
        parse.get(at).key for at in range(len(parse)) if not _fits(parse, at, counted=False, of_a_change=True)
    )


def _without(name: str, text: str) -> str:
    """The text without the whole name: "beras pecah kulit" says nothing of what broke, and "600 ml" in it no count."""
    whole = r"\W+".join(re.findall(r"[^\W_]+", name.lower()))
    return re.sub(rf"\b{whole}(?:nya)?\b", " ", text) if whole else text


def _fits(parse: Parse, at: int, counted: bool, of_a_change: bool) -> bool:
    """Whether a piece says nothing but how many there are now."""
    piece = parse.get(at)
    if piece.kind in {"word", "mark"}:
        words = {piece.key, piece.key.removesuffix("nya"), known(piece.key)}
        if words & _OF_A_CHANGE:
            return of_a_change
        if words & _COURTESY or piece.key in PART_WORDS:
            return True
        return parse.has(at, *_SAYS_STOCK, *(() if counted else ("gone", "none")))
    return piece.kind in {"number", "qty", "money", "line"} or (piece.kind == "sign" and piece.key not in {"#", "@"})
