"""Variants: "rasa coklat, keju", "size S-XL", "level 1-5", "natural/honey"."""

from dataclasses import dataclass, field

from shop.reading.parse import Parse
from shop.reading.words import CHOICES, NET

LADDER = ("XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL", "XXXXL")
ANNOUNCED = ("flavour", "colour", "size", "motif", "variant", "level")
MOST_WORDS = 3
_NUMBERED = frozenset({"no", "nomor", "nomer", "nmr"})
MOST_NAMES = 40


@dataclass(slots=True)
class Choices:
    """The variants as written; `doubt` when only their number was said ("5 warna")."""

    names: list[str] = field(default_factory=list)
    doubt: bool = False


@dataclass(slots=True)
class _List:
    names: list[str]
    end: int


def read_choices(parse: Parse) -> Choices:
    """Variants without prices, from what the prices and terms have left."""
    choices = Choices()
    at = 0
    while at < len(parse):
        at = max(_announced(parse, at, choices) or _bare_list(parse, at, choices) or 0, at + 1)
    if choices.names:
        choices.doubt = False
    return choices


def _announced(parse: Parse, at: int, choices: Choices) -> int:
    """A list behind its marker, perhaps with a count before it ("3 warna: merah, biru, hitam")."""
    if not (parse.free(at) and parse.has(at, *ANNOUNCED)):
        return 0
    counted = parse.counts(at - 1) and parse.get(at - 1).value >= 2
    end = at + 1
    while end - at < 6 and (
        parse.sign(end, ": = ( .") or parse.has(end, "ready", "variant", "flavour", "colour") or parse.filler(end)
    ):
        end += 1
    sized = parse.has(at, "size", "level")
    found = read_list(parse, end, sized)
    if parse.has(at, "level"):
        found.names = [f"level {name}" for name in found.names if name.isdigit()]
    numbered = parse.get(at).key in _NUMBERED
    enough = 2 if numbered else 1 if parse.has(at, "size") or (end > at + 1 and parse.sign(end - 1, ": =")) else 2
    if len(found.names) >= enough and _fits(parse, at, end, found):
        choices.names += [name for name in found.names if name not in choices.names]
        parse.take(at - counted, found.end + parse.sign(found.end, ")"), "variants")
        return found.end
    if counted:
        choices.doubt = True
        parse.take(at - 1, at + 1, "variants")
    return 0


def _fits(parse: Parse, at: int, end: int, found: _List) -> bool:
    """A size is a size token or a number; "no 12" alone is none."""
    if not parse.has(at, "size"):
        return True
    if len(found.names) == 1 and parse.get(end).unit in NET:
        return False  # "Ukuran 5 cm" describes
    if parse.get(at).key in _NUMBERED:
        return all(name.upper() in LADDER or name[:1].isdigit() for name in found.names)  # "no preservatives, 250 ml"
    return all(name.upper() in LADDER or name[:1].isdigit() or len(found.names) > 1 for name in found.names)


def read_list(parse: Parse, at: int, sized: bool) -> _List:
    """Names from `at` on, split at commas, slashes, "dan"; sizes also at spaces; ranges expanded."""
    names: list[str] = []
    end = at
    while end < len(parse) and len(names) < MOST_NAMES:
        name, after = _name(parse, end, sized)
        if not name:
            break
        names += name
        end = after
        after = _past_separator(parse, end)
        if (
            sized
            and name[0][:1].isdigit()
            and parse.get(after).kind in {"word", "mark"}
            and parse.get(after).key not in CHOICES
        ):
            break
        if after == end and not _is_size(parse, end, sized):
            break
        if not parse.free(after) or not _name(parse, after, sized)[0]:
            break
        end = after
    return _List(list(dict.fromkeys(names)), end)


def _past_separator(parse: Parse, at: int) -> int:
    start = at
    while parse.free(at) and at - start < 3 and (parse.sign(at, ", / & +") or parse.has(at, "and")):
        at += 1
    return at


def _is_size(parse: Parse, at: int, sized: bool) -> bool:
    piece = parse.get(at)
    return parse.free(at) and (piece.kind == "size" or (sized and piece.kind == "number" and not piece.round))


def _name(parse: Parse, at: int, sized: bool) -> tuple[list[str], int]:
    """One item (a range gives several) and where it ends."""
    if _is_size(parse, at, sized):
        return _sizes(parse, at)
    if parse.get(at).kind == "qty" and parse.free(at) and parse.get(at).unit in NET and not _price_near(parse, at + 1):
        return [parse.said(at, at + 1).lower()], at + 1
    end = at
    while end - at < MOST_WORDS and _is_name_word(parse, end):
        end += 1
    return ([parse.said(at, end).lower()] if end > at else []), end


def _price_near(parse: Parse, at: int) -> bool:
    return any(offer.first == at for offer in parse.offers)


def _is_name_word(parse: Parse, at: int) -> bool:
    piece = parse.get(at)
    if not parse.free(at) or parse.has(at, "and") or (parse.has(at, "stop") and piece.key not in CHOICES):
        return False
    if piece.kind == "number":
        return piece.worded
    return (
        piece.kind in {"word", "mark"}
        and (piece.key in CHOICES or not parse.filler(at))
        and not parse.has(at, *ANNOUNCED, "not", "can", "aside")
    )


def _sizes(parse: Parse, at: int) -> tuple[list[str], int]:
    piece = parse.get(at)
    if piece.kind == "number":
        if piece.high is not None and piece.high - piece.value <= 30:
            return [str(n) for n in range(int(piece.value), int(piece.high) + 1)], at + 1
        return [parse.said(at, at + 1)], at + 1
    first = parse.said(at, at + 1).upper()
    span = at + 1
    if parse.sign(span, "-") or parse.has(span, "to"):
        last = parse.said(span + 1, span + 2).upper() if span + 1 < len(parse) else ""
        if first in LADDER and last in LADDER and LADDER.index(first) < LADDER.index(last):
            return list(LADDER[LADDER.index(first) : LADDER.index(last) + 1]), span + 2
    return [first], at + 1


def _bare_list(parse: Parse, at: int, choices: Choices) -> int:
    """ "S M L XL", "natural/honey/fullwash", "merah, navy, hijau botol" without a marker."""
    if not parse.free(at) or choices.names:
        return 0
    piece = parse.get(at)
    if piece.kind == "size":
        found = read_list(parse, at, sized=False)
        fits = len(found.names) > 1 and all(name in LADDER or name[0].isdigit() for name in found.names)
        return _keep(parse, at, found, choices) if fits else 0
    if piece.kind == "number" and piece.high is not None and _worn(parse, at):
        return _keep(parse, at, _List(_sizes(parse, at)[0], at + 1), choices)
    if piece.kind not in {"word", "mark"}:
        return 0
    if parse.sign(at - 1, "(") and (end := _bracketed(parse, at, choices)):
        return end
    slashed = _slashed(parse, at)
    if slashed and len(slashed.names) > 2:
        return _keep(parse, at, slashed, choices)
    if piece.key not in CHOICES:
        return 0
    found = slashed or read_list(parse, at, sized=False)
    if len(found.names) == 1:
        return found.end
    if found.names and _inside_name(parse, at) and found.names[0].split(" ")[-1] not in CHOICES:
        return found.end  # "sambel hejo Tasik, lada pisan"
    return _keep(parse, at, found, choices) if all(_is_choice(name) for name in found.names) else 0


def _inside_name(parse: Parse, at: int) -> bool:
    return parse.free(at - 1) and parse.get(at - 1).kind == "word" and not parse.filler(at - 1)


def _worn(parse: Parse, at: int) -> bool:
    """ "Sepatu kulit 39-44": a range as shoes, trousers and hats have, with nothing that counts behind it."""
    low, high = parse.get(at).value, parse.get(at).high or 0
    return 16 <= low < high <= 60 and high - low >= 2 and parse.get(at + 1).kind not in {"word", "qty"}


def _bracketed(parse: Parse, at: int, choices: Choices) -> int:
    """ "(sereh, lavender, vanila)": a whole bracket of names, one of which is known to be a choice."""
    found = read_list(parse, at, sized=False)
    whole = parse.sign(found.end, ")") and len(found.names) > 1
    known = any(name.split(" ")[0] in CHOICES for name in found.names)
    return _keep(parse, at, found, choices) if whole and known else 0


def _keep(parse: Parse, at: int, found: _List, choices: Choices) -> int:
    choices.names += found.names
    parse.take(at, found.end, "variants")
    return found.end


def _is_choice(name: str) -> bool:
    return name.split(" ")[0] in CHOICES


def _slashed(parse: Parse, at: int) -> _List | None:
    """Words joined by slashes without spaces."""
    names, end = [], at
    while parse.free(end) and parse.get(end).kind in {"word", "mark"}:
        names.append(parse.said(end, end + 1).lower())
        end += 1
        if not (parse.sign(end, "/") and parse.get(end).glued and parse.get(end + 1).glued and parse.free(end + 1)):
            break
        end += 1
    return _List(names, end) if len(names) > 1 else None
