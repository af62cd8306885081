"""How much somebody has or wants, with halves and weights ("setengah kilo", "1,5", "3 ons"), or of each variant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from shop.reading.parse import Parse
from shop.reading.pieces import SIZES, Piece
from shop.reading.replies import read_stock
from shop.reading.units import FRACTION_OF
from shop.reading.words import UNITS

PART_WORDS = {"setengah": 500, "separuh": 500, "½": 500, "1/2": 500, "seperempat": 250, "¼": 250, "1/4": 250}
FILLER = r"(?:\s+(?:kak|ya|aja|saja|mas|mbak|bu|pak))*[.!]*"
BARE_DECIMAL = re.compile(rf"(\d{{1,4}})[,.](\d{{1,2}}){FILLER}")
BARE_PART = re.compile(rf"({'|'.join(map(re.escape, PART_WORDS))}){FILLER}")
# A match begins where a word begins: tried from each letter, a word of 4,096 letters would be read 4,096 times.
AND_A_HALF = re.compile(
    r"(?<![^\W_])(?P<whole>[^\W_]+)(?P<unit>\s+(?:kilo|kg))?\s+setengah\b(?=(?P<after>\s+(?:kilo|kg|ons))?)"
)
PIECES = {"pcs", "pc", "buah", "biji", "potong", "lembar", "pasang", "ya", "kak"}
MORE_WORDS = frozenset(("tambah", "tambahan", "nambah", "ditambah", "masuk", "datang", "dateng", "add"))
LESS_WORDS = frozenset(
    (
        *("rusak", "pecah", "busuk", "basi", "hilang", "cacat"),
        *("laku", "kelaku", "terjual", "kejual", "payu", "pajeng"),
    )
)
CHANGE_WORDS = MORE_WORDS | LESS_WORDS
# "laku 3, sisanya 5" and "kemarin 10, sekarang 5" are of no variants.
_NO_NAMES = CHANGE_WORDS.union(
    (
        *("stok", "ready", "sisa", "tersisa", "tinggal", "ada", "masih", "cuma", "total", "semua", "bukan"),
        *("kepakai", "terpakai", "dipakai", "pesan", "dipesan", "pesanan", "dibeli", "diambil", "dikirim", "terkirim"),
        *("tadi", "kemarin", "kemaren", "kmrn", "wingi", "sekarang", "skrg", "skg", "saiki", "nanti", "besok", "lusa"),
    )
)
# "pagi 5, sore 3" neither; but "krim malam" is one.
_TIMES = frozenset(("hari", "ini", "minggu", "bulan", "jam", "pagi", "siang", "sore", "malam"))
NONE_LEFT = {"habis", "kosong"}
COARSE = {"gram": "kg", "ml": "liter"}
MOST_OF_A_VARIANT = 1_000_000


@dataclass(frozen=True, slots=True)
class Said:
    """A number and the unit that was said with it; `milli` is a thousandth of whatever is counted ("1,5": 1500)."""

    count: int
    unit: str | None = None


def read_amount(text: str) -> Said | None:
    """A clear amount, or None: what is doubtful, or says something else, too."""
    said = spell_amounts(" ".join(text.lower().split()))
    if decimal := BARE_DECIMAL.fullmatch(said):
        return Said(int(decimal[1]) * 1000 + int(decimal[2].ljust(3, "0")), "milli")
    if part := BARE_PART.fullmatch(said):
        return Said(PART_WORDS[part[1]], "milli")
    reply = read_stock(said)
    return None if reply.stock is None or reply.ambiguous else Said(reply.stock, reply.unit)


def spell_amounts(text: str) -> str:
    """ "sekilo setengah" as "1,5 kg" and "1 kg 500 gram" as "1,50 kg", which every reader understands."""
    return _add_up(_spell_halves(text))


def _spell_halves(text: str) -> str:
    def spelt(found: re.Match[str]) -> str:
        whole = read_stock(found["whole"])
        if whole.stock is None or whole.ambiguous:
            return found[0]
        weighed = found["unit"] or whole.unit == "kg"
        return f"{whole.stock},5{' kg' if weighed and not found['after'] else ''}"

    return AND_A_HALF.sub(spelt, text)


def _add_up(text: str) -> str:
    """A weight (or a volume) and what is less than one of its unit, right after it, as one with a comma.

    Only with two digits after it: "1,005" is rather a thousand and five.
    """
    parse = Parse(text)
    spelt, done = "", 0
    for first, second in pairwise(parse.pieces):
        one, fine = FRACTION_OF.get(first.unit or "", (1, first.unit))
        part, same = FRACTION_OF.get(second.unit or "", (1, second.unit))
        total = round(first.value * one + second.value * part, 6)
        clear = _is_clear(first) and _is_clear(second) and second.value * part < one and total % 10 == 0
        if clear and fine in COARSE and fine == same and first.start >= done:
            number = f"{total / 1000:.2f}".replace(".", ",")
            spelt += f"{parse.text[done : first.start]}{number} {COARSE[fine]}"
            done = second.end
    return spelt + parse.text[done:] if done else text


def _is_clear(piece: Piece) -> bool:
    return piece.kind == "qty" and piece.high is None and piece.value > 0


def read_variant_counts(text: str, known: Sequence[str] = (), product: str = "") -> dict[str, int] | None:
    """ "merah 5, biru 3", "5 merah", "S 5 M 3", "biru habis": how many of each; None if it says anything else.

    One alone must be a variant that is `known`, since "stok 5" reads the same; so must a name that is a number, a
    unit ("10 sachet 5 renteng"), or says when, or what became of them ("laku 3, sisa 5"). The words of the
    `product`'s name may stand beside them: "stok kaos merah 5".
    """
    names = {" ".join(name.casefold().split()): name for name in known}
    about = {word for word in f"stok {product}".casefold().split() if word.isalpha()} if product else set[str]()
    passed = PIECES | (about - {word for name in names for word in name.split()})
    counts: dict[str, int] = {}
    for part in re.split(r"[,;\n]|\sdan\s", text):
        words = re.sub(r"[:=.]+", " ", part).split()
        found = _pairs([word for word in words if word.casefold() not in passed], names)
        if found is None:
            return None
        counts |= found
    return counts if len(counts) > 1 or set(counts) & set(known) else None


def _pairs(words: list[str], names: dict[str, str]) -> dict[str, int] | None:
    """The counts in one part of the text, by name; None if a word is left over."""
    if len(words) > 1 and words[0].isdecimal() and not words[-1].isdecimal() and words[0] not in names:
        words = [*words[1:], words[0]]
    counts: dict[str, int] = {}
    name: list[str] = []
    for word in words:
        if name and (word.isdecimal() or word.casefold() in NONE_LEFT):
            spoken = " ".join(name)
            counts[names.get(spoken.casefold(), spoken)] = min(int(word) if word.isdecimal() else 0, MOST_OF_A_VARIANT)
            name = []
        elif word.isdecimal() and word not in names:
            return None
        else:
            name.append(word)
    unfit = any(len(spoken) > 40 or (_is_no_name(spoken) and spoken.casefold() not in names) for spoken in counts)
    return None if name or unfit else counts


def _is_no_name(name: str) -> bool:
    """ "kg", "dus", "laku", "sore"; "M" and "L" are sizes."""
    words = [word.removesuffix("nya") for word in name.casefold().split()]
    counted = all(word in _TIMES or (word in UNITS and word not in SIZES) for word in words)
    return counted or not _NO_NAMES.isdisjoint(words)
