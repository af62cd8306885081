"""Variants with their own prices: "S-XL 45rb, XXL 50rb", "100ml 30rb 250ml 65rb", "reguler 15k, large 18k"."""

from shop.reading.choices import MOST_WORDS, Choices, read_list
from shop.reading.parse import Offer, Parse
from shop.reading.prices import Prices
from shop.reading.words import CHOICES, NET, TINTS


def priced_choices(parse: Parse, offers: list[Offer], prices: Prices) -> Choices | None:
    """Variants when each of two or more offers carries its own label; None if the offers are something else."""
    plain = [
        o for o in offers if not o.roles & {"was", "wholesale", "retail", "min", "buy", "over", "up", "become", "each"}
    ]
    if len(plain) < 2 or len(plain) < len(offers):
        return None
    labels = _behind(parse, plain) or _packs(parse, plain) or _labels(parse, plain)
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


def _behind(parse: Parse, plain: list[Offer]) -> list[list[str]] | None:
    """ "12rb (mentah) 15rb (matang)": a bracket behind every price."""
    spans = []
    for offer in plain:
        first = end = offer.end + 1
        while parse.free(end) and end - first < MOST_WORDS and _labels_one(parse, end):
            end += 1
        if end == first or not parse.sign(offer.end, "(") or not parse.sign(end, ")"):
            return None
        spans.append((first, end))
    return _take_all(parse, spans)


def _labels_one(parse: Parse, at: int) -> bool:
    """A word that may be a variant; "(grosir)", "(nego)" and "(3 pcs)" say something else about a price."""
    piece = parse.get(at)
    if piece.kind == "qty":
        return piece.unit in NET
    if piece.kind == "mark":
        return piece.key in CHOICES or not piece.marks.isdisjoint({"flavour", "colour", "size", "motif", "level"})
    return piece.kind == "size" or (piece.kind == "word" and (piece.key in CHOICES or not parse.filler(at)))


def _packs(parse: Parse, plain: list[Offer]) -> list[list[str]] | None:
    """ "1/4 kg 45rb, 1/2 kg 85rb", "100ml 30rb 250ml 65rb", "isi 4 12k, isi 10 28k", "25rb/250gr, 45rb/500gr"."""
    spans = [_pack_span(parse, offer) for offer in plain]
    found = [span for span in spans if span]
    if len(found) < len(plain):
        return None
    quantities = [offer.count.value if offer.count else offer.per for offer in plain]
    part = any(quantity != int(quantity) for quantity in quantities)
    small = any(_pack_unit(offer) in NET or offer.content for offer in plain)
    alike = len({_pack_unit(offer) for offer in plain}) == 1
    if not part and not small and alike and quantities[0] == 1:
        return None
    labels: list[list[str]] = []
    for first, end in found:
        start = _words_before(parse, first) if labels else first
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


def _words_before(parse: Parse, first: int) -> int:
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
    return _sized(parse, spans) or _after_colon(parse, spans) or _shared_head(parse, spans) or _chosen(parse, spans)


def _lead(parse: Parse, plain: list[Offer], i: int) -> tuple[int, int]:
    """The free words right before an offer, back to a break or the offer before it; sizes may hold commas."""
    end = plain[i].first
    while end and parse.sign(end - 1, ", : = )"):
        end -= 1
    floor = plain[i - 1].end if i else 0
    first = end
    while first > floor and parse.free(first - 1) and _in_lead(parse, first - 1):
        first -= 1
    while first < end and ((parse.filler(first) and parse.get(first).key not in CHOICES) or parse.sign(first, "- /")):
        first += 1
    return first, end


def _in_lead(parse: Parse, at: int) -> bool:
    if parse.get(at).kind in {"word", "size", "mark", "number"}:
        return True
    return (
        parse.sign(at, ", - /")
        and parse.get(at - 1).kind in {"size", "number"}
        and parse.get(at + 1).kind in {"size", "number"}
    )


def _sized(parse: Parse, spans: list[tuple[int, int]]) -> list[list[str]] | None:
    """Sizes before each price; a later label may be a word for a size ("S-L 40rb, jumbo 50rb")."""
    labels: list[list[str]] = []
    for i, (first, end) in enumerate(spans):
        start, sized = end, any(parse.has(at, "size") for at in range(first, end))
        kinds = {"size", "number"} if sized else {"size"}
        while start > first and (parse.get(start - 1).kind in kinds or parse.sign(start - 1, ", - /")):
            start -= 1
        if labels and start == end and end - first == 1 and parse.get(first).key in CHOICES:
            labels.append([parse.said(first, end).lower()])
            continue
        if start == end or (i and start > first and not parse.has(first, "size")):
            return None
        labels.append(read_list(parse, start, sized=sized).names)
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


def _names_choice(parse: Parse, at: int, end: int) -> bool:
    """The last word, or a colour of two words ("dusty pink")."""
    key = parse.get(at).key
    return key in CHOICES and (at == end - 1 or (at == end - 2 and key in TINTS))


def _chosen(parse: Parse, spans: list[tuple[int, int]]) -> list[list[str]] | None:
    """Every later label is a choice word ("cup kecil"); the first one's label is the end of the name."""
    for first, end in spans[1:]:
        words = [parse.get(k).key for k in range(first, end)]
        if len(words) > MOST_WORDS or (words[-1] not in CHOICES and words[0] not in CHOICES):
            return None
    first, end = spans[0]
    start = end
    alone = not (parse.free(first - 1) and parse.get(first - 1).kind == "word")  # "Teak bowl - medium 120k, large 165k"
    while start - 1 > first - (alone and first > 0) and _names_choice(parse, start - 1, end):
        start -= 1
    if start < end and parse.unit(start - 1) and start - 1 > first:
        start -= 1
    return _take_all(parse, [(start, end), *spans[1:]]) if start < end else None
