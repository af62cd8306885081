"""Variants: "rasa coklat, keju", "size S-XL", "level 1-5", "natural/honey", and variants with their prices."""

from dataclasses import dataclass, field

from shop.reading.parse import Offer, Parse
from shop.reading.prices import Prices
from shop.reading.words import CHOICES, NET

LADDER = ("XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL", "XXXXL")
ANNOUNCED = ("flavour", "colour", "size", "motif", "variant", "level")
MOST_WORDS = 3
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
    found = _list(parse, end, sized)
    if parse.has(at, "level"):
        found.names = [f"level {name}" for name in found.names if name.isdigit()]
    numbered = parse.get(at).key in {"no", "nomor", "nomer", "nmr"}
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
    return all(name.upper() in LADDER or name[:1].isdigit() or name in CHOICES or len(found.names) > 1 for name in found.names)


def _list(parse: Parse, at: int, sized: bool) -> _List:
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
        if sized and name[0][:1].isdigit() and parse.get(after).kind in {"word", "mark"} and parse.get(after).key not in CHOICES:
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
    return piece.kind in {"word", "mark"} and (piece.key in CHOICES or not parse.filler(at)) and not parse.has(at, *ANNOUNCED, "not", "can")


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
        found = _list(parse, at, sized=False)
        fits = len(found.names) > 1 and all(name in LADDER or name[0].isdigit() for name in found.names)
        return _keep(parse, at, found, choices) if fits else 0
    if piece.kind not in {"word", "mark"}:
        return 0
    if parse.sign(at - 1, "(") and (end := _bracketed(parse, at, choices)):
        return end
    slashed = _slashed(parse, at)
    if slashed and len(slashed.names) > 2:
        return _keep(parse, at, slashed, choices)
    if piece.key not in CHOICES:
        return 0
    found = slashed or _list(parse, at, sized=False)
    if len(found.names) == 1:
        return found.end
    return _keep(parse, at, found, choices) if all(_is_choice(name) for name in found.names) else 0


def _bracketed(parse: Parse, at: int, choices: Choices) -> int:
    """ "(sereh, lavender, vanila)": a whole bracket of names, one of which is known to be a choice."""
    found = _list(parse, at, sized=False)
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


# Variants with their own prices


def priced_choices(parse: Parse, offers: list[Offer], prices: Prices) -> Choices | None:
    """Variants when each of two or more offers carries its own label; None if the offers are something else."""
    plain = [o for o in offers if not o.roles & {"was", "wholesale", "retail", "min", "buy", "over", "up", "become", "each"}]
    if len(plain) < 2 or len(plain) < len(offers):
        return None
    labels = _packs(parse, plain) or _labels(parse, plain)
    if labels is None:
        return None
    names: list[str] = []
    for offer, label in zip(plain, labels, strict=True):
        for name in label:
            prices.variant_prices[name] = offer.low
            names.append(name)
    if len(set(prices.variant_prices.values())) == 1:
        prices.variant_prices = {}
    _set_range(plain, prices)
    return Choices(list(dict.fromkeys(names)))


def _set_range(plain: list[Offer], prices: Prices) -> None:
    sums = [offer.low for offer in plain]
    prices.price = min(sums)
    prices.price_max = max(sums) if max(sums) > min(sums) else None
    units = {offer.unit for offer in plain if offer.tail and offer.per == 1} - {None}
    if len(units) == 1:
        prices.unit = units.pop()
    if any(offer.doubt for offer in plain):
        prices.doubts.add("price")
        prices.guesses = plain[0].doubt


def _packs(parse: Parse, plain: list[Offer]) -> list[list[str]] | None:
    """ "1/4 kg 45rb, 1/2 kg 85rb", "100ml 30rb 250ml 65rb", "isi 4 12k, frozen isi 10 28k", "25rb/250gr, 45rb/500gr"."""
    spans = [_pack_span(parse, offer) for offer in plain]
    found = [span for span in spans if span]
    if len(found) < len(plain):
        return None
    quantities = [offer.count.value if offer.count else offer.per for offer in plain]
    small = any(q != int(q) for q in quantities) or any(_pack_unit(o) in NET for o in plain) or any(o.content for o in plain)
    if not small and quantities[0] == 1:
        return None
    labels = []
    for offer, (first, end) in zip(plain, found, strict=True):
        start = _words_before(parse, first, offer) if labels else first
        labels.append([_as_label(parse.said(start, end))])
        parse.take(start, end, "variants")
    return labels


def _as_label(said: str) -> str:
    return said.strip(" /@=:").lower()


def _pack_unit(offer: Offer) -> str | None:
    return offer.count.unit if offer.count else offer.unit


def _pack_span(parse: Parse, offer: Offer) -> tuple[int, int] | None:
    if offer.count is not None:
        part = offer.count.value != int(offer.count.value) or any(o.count and o.count.value % 1 for o in parse.offers)
        heavy = offer.count.unit in NET | {"kg", "ons", "liter"} or offer.content or part
        return (offer.count.first, offer.count.end) if heavy and offer.container is None else None
    for at in range(offer.at + 1, offer.end):
        if parse.get(at).kind == "qty" and not parse.get(at).one and parse.get(at).unit in NET | {"kg", "ons", "liter"}:
            return (at, at + 1)
    before = parse.get(offer.first - 1)
    if before.kind == "qty" and parse.free(offer.first - 1) and before.unit in NET:
        return (offer.first - 1, offer.first)
    return None


def _words_before(parse: Parse, first: int, offer: Offer) -> int:
    start = first
    while first - start < MOST_WORDS and parse.free(start - 1) and parse.get(start - 1).kind in {"word", "mark"}:
        start -= 1
    return start


def _labels(parse: Parse, plain: list[Offer]) -> list[list[str]] | None:
    """Sizes or choice words before each price: "S-XL 45rb, XXL 50rb", "reguler 15k, large 18k"."""
    if any(o.count is not None and not o.tail for o in plain):
        return None
    spans = [_lead(parse, plain, i) for i in range(len(plain))]
    if any(first >= end for first, end in spans[1:]):
        return None
    labels = _sized(parse, spans) or _after_colon(parse, spans) or _shared_head(parse, spans) or _chosen(parse, spans)
    return labels


def _lead(parse: Parse, plain: list[Offer], i: int) -> tuple[int, int]:
    """The free words right before an offer, back to a break or the offer before it; sizes may hold commas."""
    end = plain[i].first
    while end and parse.sign(end - 1, ", : ="):
        end -= 1
    floor = plain[i - 1].end if i else 0
    first = end
    while first > floor and parse.free(first - 1) and _in_lead(parse, first - 1):
        first -= 1
    while first < end and ((parse.filler(first) and parse.get(first).key not in CHOICES) or parse.sign(first, "-")):
        first += 1
    return first, end


def _in_lead(parse: Parse, at: int) -> bool:
    if parse.get(at).kind in {"word", "size", "mark", "number"}:
        return True
    return parse.sign(at, ", - /") and parse.get(at - 1).kind in {"size", "number"} and parse.get(at + 1).kind in {"size", "number"}


def _sized(parse: Parse, spans: list[tuple[int, int]]) -> list[list[str]] | None:
    labels = []
    for i, (first, end) in enumerate(spans):
        start = end
        while start > first and (parse.get(start - 1).kind == "size" or parse.sign(start - 1, ", - /")):
            start -= 1
        if start == end or (i and start > first and not parse.has(first, "size")):
            return None
        labels.append(_list(parse, start, sized=False).names)
        spans[i] = (start - parse.has(start - 1, "size"), end)
    _take_all(parse, spans)
    return labels


def _after_colon(parse: Parse, spans: list[tuple[int, int]]) -> list[list[str]] | None:
    """ "Es kopi susu: reguler 15k, large 18k"."""
    first = spans[0][0]
    if not (parse.sign(first - 1, ":") and parse.get(first - 2).kind in {"word", "mark"} and parse.free(first - 2)):
        return None
    if parse.has(first - 2, "price", "stock", "label_name", "ready", "now"):
        return None
    if any(end - start > MOST_WORDS or end == start for start, end in spans):
        return None
    return _take_all(parse, spans)


def _take_all(parse: Parse, spans: list[tuple[int, int]]) -> list[list[str]]:
    for first, end in spans:
        parse.take(first, end, "variants")
    return [[parse.said(first, end).lower()] for first, end in spans]


def _shared_head(parse: Parse, spans: list[tuple[int, int]]) -> list[list[str]] | None:
    """ "surabi oncom …, surabi polos …": the same first word, so the rest is the variant."""
    words = [[parse.get(k).key for k in range(*span)] for span in spans]
    if any(len(w) < 2 for w in words) or len({w[0] for w in words}) > 1:
        return None
    shared = 1
    while all(len(w) > shared + 1 for w in words) and len({w[shared] for w in words}) == 1:
        shared += 1
    tails = [(first + shared, end) for first, end in spans]
    for first, end in spans[1:]:
        parse.take(first, end)
    return _take_all(parse, tails)


def _chosen(parse: Parse, spans: list[tuple[int, int]]) -> list[list[str]] | None:
    """Every later label is a choice word ("cup kecil"); the first one's label is the end of the name."""
    for first, end in spans[1:]:
        words = [parse.get(k).key for k in range(first, end)]
        if len(words) > MOST_WORDS or (words[-1] not in CHOICES and words[0] not in CHOICES):
            return None
    first, end = spans[0]
    start = end
    while start - 1 > first and parse.get(start - 1).key in CHOICES and end - start < 2:
        start -= 1
    if start < end and parse.unit(start - 1) and start - 1 > first:
        start -= 1
    return _take_all(parse, [(start, end), *spans[1:]]) if start < end else None
