"""What is ordered: clauses of product, count, unit and variant from the words that are left of a message."""

from dataclasses import dataclass

from shop.reading.clauses import Clause, read_clauses
from shop.reading.letter import Letter
from shop.reading.units import in_base
from shop.reading.words import CHOICES, TINTED, TINTS

_CLEAR_FLAVOURS = frozenset(
    [
        *("coklat", "cokelat", "keju", "vanilla", "vanila", "strawberry", "stroberi", "matcha", "tiramisu", "oreo"),
        *("greentea", "taro"),
    ]
)
_MOST_WORDS = 6


@dataclass(slots=True)
class Wish:
    """One row being read."""

    product: str | None = None
    quantity: float | None = None
    unit: str | None = None
    variant: str | None = None
    counted: bool = False
    doubtful: bool = False
    mixed: bool = False
    joined: bool = False
    part: bool = False  # of what was counted before: "2 nasi goreng, yang satu ga pedas"


def read_wishes(letter: Letter) -> list[Wish]:
    """The rows of a message, in order; a clause that has only a variant is of the product before it."""
    rows = _rows(letter)
    return [row for row, meant in zip(rows, _meant(rows), strict=True) if meant]


def said_aside(letter: Letter) -> tuple[str, ...]:
    """What is said beside the rows that are meant, without its negations and small talk: "telur", "pedas"."""
    rows = _rows(letter)
    asides = [row for row, meant in zip(rows, _meant(rows), strict=True) if not meant]
    return tuple(" ".join(words for words in (row.product, row.variant) if words) for row in asides)


def _rows(letter: Letter) -> list[Wish]:
    wishes: list[Wish] = []
    for clause in read_clauses(letter):
        wish = _wish(clause, wishes, letter)
        if wish is None:
            continue
        if wishes and _continues(wishes[-1], wish):
            _merge(wishes[-1], wish)
        else:
            wishes.append(wish)
    return wishes


def _meant(wishes: list[Wish]) -> list[bool]:
    """Which rows are. Where something is counted, a row without a count only is if it was joined by "and"."""
    counted = [wish.counted and not wish.part and bool(wish.product) for wish in wishes]
    if not any(counted):
        return [True] * len(wishes)
    first, last = counted.index(True), len(counted) - 1 - counted[::-1].index(True)
    return [
        not wish.part and (wish.counted or wish.joined or (first < at < last and bool(wish.product)))
        for at, wish in enumerate(wishes)
    ]


def _wish(clause: Clause, before: list[Wish], letter: Letter) -> Wish | None:
    words, variants = _split_variant(clause)
    if not (words or variants or clause.pieces):
        return None
    wish = Wish(mixed=clause.mixed, joined=clause.joined)
    _set_count(wish, clause, before)
    wish.part = clause.part and any((row.quantity or 0) > (wish.quantity or 0) for row in before)
    wish.product = _bare_product(words, clause, letter)
    wish.variant = " ".join(variants) or None
    if clause.mixed and words and len(words) > 1:
        wish.product = _bare_product(words[:-1], clause, letter)
        wish.variant = words[-1]
    if before and _other_pack(wish, before[-1], words):
        wish.product, wish.variant = before[-1].product, wish.product
    elif wish.product is None and before and before[-1].product and wish.variant and wish.counted:
        _same_product(wish, before[-1], variants)
    return wish


def _other_pack(wish: Wish, last: Wish, words: list[str]) -> bool:
    """ "kopi gayo 250gr natural 2, fullwash 1": a word behind a product with its weight is its next variant."""
    packed = last.product is not None and any(word[0].isdigit() for word in last.product.split())
    return packed and last.variant is not None and wish.counted and len(words) == 1 and wish.variant is None


def _same_product(wish: Wish, before: Wish, variants: list[str]) -> None:
    """ "hitam L 1, XL 2": the second row keeps product and colour."""
    wish.product = before.product
    sizes_only = all(v.isupper() for v in variants)
    colours = [v for v in (before.variant or "").split() if not v.isupper()]
    if sizes_only and colours:
        wish.variant = " ".join([*colours, *variants])
    wish.mixed = before.mixed


def _split_variant(clause: Clause) -> tuple[list[str], list[str]]:
    """Colours and sizes at the end of the words are the variant."""
    words, tints = list(clause.words), list[str]()
    if clause.which and words and all(word.lower() in CHOICES for word in words):
        return [], [word.lower() for word in words] + clause.variants
    weights = [at for at, word in enumerate(words) if word[0].isdigit()]
    if weights and weights[-1] > 0 and clause.pieces:
        tints = [word.lower() for word in words[weights[-1] + 1 :]]
        words = words[: weights[-1] + 1]
    while words and (_tint(words) or (words[-1].lower() in _CLEAR_FLAVOURS and len(words) > 2)):
        tints.insert(0, words.pop().lower())
    if not words and tints and len(clause.words) > len(tints):
        words = clause.words[: -len(tints)]
    while words and words[0].lower() in TINTS and not tints:
        tints.append(words.pop(0).lower())
    return words[-_MOST_WORDS:], tints + clause.variants


def _tint(words: list[str]) -> bool:
    """A colour or size at the end, unless it is the food's name ("nasi kuning")."""
    return words[-1].lower() in TINTS and not (len(words) > 1 and words[-2].lower() in TINTED)


def _set_count(wish: Wish, clause: Clause, before: list[Wish]) -> None:
    if not clause.pieces:
        return
    piece = clause.pieces[-1]
    value, unit = piece.value, piece.unit
    if unit is None and clause.corrected:
        unit = next((p.unit for p in clause.pieces if p.unit), None)
    if unit is None and value != int(value) and before and before[-1].unit == "gram":
        unit = "kg"
    value, unit = in_base(value, unit)
    wish.quantity, wish.unit, wish.counted = -value if clause.negative else value, unit, True
    wish.doubtful = piece.high is not None


def _bare_product(words: list[str], clause: Clause, letter: Letter) -> str | None:
    """Without -nya and Javanese -e; an English plural behind a count in the singular."""
    clean = [_stem(word, letter) for word in words if word]
    if len(clause.pieces) > 1 and clause.pieces[0].unit in {"kg", "liter"} and not clause.corrected:
        clean.append(letter.text[clause.pieces[0].start : clause.pieces[0].end].lower())
    if clean and clause.plural and clause.pieces and clause.pieces[-1].unit in {None, "lusin"} and _english(letter):
        clean[-1] = clean[-1].removesuffix("s")
    return " ".join(clean) or None


def _stem(word: str, letter: Letter) -> str:
    word = word.lower()
    if word.endswith("nya") and len(word) > 5:
        word = word[:-3]
    if len(word) > 5 and word.endswith("e") and word[-2] not in "aiueo" and _javanese(letter):
        word = word[:-2] if word.endswith("ne") and word[-3] in "aiueo" else word[:-1]
    return word


_JAVANESE = frozenset(
    [
        *("tumbas", "tuku", "pesen", "isih", "ono", "ana", "pira", "piro", "pinten", "nggih", "loro", "telu", "kulo"),
        *("lek", "taksih", "nang", "teng"),
    ]
)
_ENGLISH = frozenset(
    [
        *("i", "id", "like", "please", "the", "want", "can", "ship", "order", "my", "would", "get", "send", "wooden"),
        *("bulk", "contact"),
    ]
)


def _javanese(letter: Letter) -> bool:
    return any(token.key in _JAVANESE for token in letter.tokens)


def _english(letter: Letter) -> bool:
    return any(token.key in _ENGLISH for token in letter.tokens)


def _continues(last: Wish, wish: Wish) -> bool:
    """A clause that only adds what the row before it lacks: "bandeng prestonya, 2 apa 3 … 3 deh"."""
    if not wish.product and not wish.variant and wish.counted:
        return True
    if last.mixed and not wish.counted and wish.product:
        return True
    if not last.product and wish.product and not wish.counted and last.counted:
        return True
    return not wish.counted and bool(wish.variant) and not wish.product


def _merge(last: Wish, wish: Wish) -> None:
    if wish.counted:
        last.quantity, last.counted = wish.quantity, True
        last.unit = wish.unit or last.unit
    if last.mixed and wish.product:
        last.variant = f"{last.variant}, {wish.product}" if last.variant else wish.product
        return
    last.product = last.product or wish.product
    if wish.variant and last.variant != wish.variant and not last.mixed:
        last.variant = f"{last.variant} {wish.variant}" if last.variant else wish.variant
