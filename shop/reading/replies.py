"""A short answer to one question of the wizard: a price or a stock."""

from shop.reading.fields import PriceReply, StockReply
from shop.reading.noise import FOREIGN_SIGNS, clear_noise
from shop.reading.offers import MOST, find_offers
from shop.reading.parse import Offer, Parse
from shop.reading.pieces import Piece
from shop.reading.units import in_base
from shop.reading.words import NET

MOST_STOCK = 10_000_000
REFUSED_PRICE = PriceReply(ambiguous=("price",))
REFUSED_STOCK = StockReply(ambiguous=("stock",))


def read_price(text: str) -> PriceReply:
    """The price that a seller answers, in rupiah; never raises.

    Refused (`price` None and asked again): words, phones, dates, negative sums, 0, more than a milliard,
    foreign money, two different sums. A bare number under 1,000 is offered times 1,000 and asked.
    """
    parse = Parse(_join_spaced(text))
    if _refuses(parse):
        return REFUSED_PRICE
    clear_noise(parse)
    find_offers(parse)
    offers = _one_price(parse.offers)
    if offers is None or (offers and _another_number(parse)):
        return REFUSED_PRICE
    return _price_of(offers) if offers else _bare_price(parse)


def _join_spaced(text: str) -> str:
    """ "25 000": thousands kept apart by a space."""
    groups = text.split()
    spaced = len(groups) > 1 and all(g.isdigit() for g in groups) and 0 < len(groups[0]) <= 3
    return ".".join(groups) if spaced and all(len(g) == 3 for g in groups[1:]) else text


def _refuses(parse: Parse) -> bool:
    """Minus, foreign money, percent, a phone or a date: not a price, whatever else is there."""
    for at, piece in enumerate(parse.pieces):
        foreign = parse.has(at, "foreign", "minus") or parse.sign(at, f"{FOREIGN_SIGNS} %")
        if piece.kind == "trap" or foreign or _negative(parse, at):
            return True
    return False


def _negative(parse: Parse, at: int) -> bool:
    """ "-5000", "stok -3"; "3-4" and "20 - 25" are ranges."""
    if parse.get(at).kind not in {"number", "money", "qty"} or not parse.sign(at - 1, "-"):
        return False
    return at == 1 or not _numeric(parse, at - 2) or (parse.get(at).glued and not parse.get(at - 1).glued)


def _numeric(parse: Parse, at: int) -> bool:
    return parse.get(at).kind in {"number", "money", "qty", "word", "mark"}


def _another_number(parse: Parse) -> bool:
    """A number beside the price that nothing explains ("5rb 3"); a weight or a stock may stand there."""
    for at in range(len(parse)):
        explained = parse.has(at - 1 - parse.sign(at - 1, ":"), "stock", "ready", "left", "min", "content")
        if parse.counts(at) and parse.get(at).kind == "number" and not explained:
            return True
    return False


def _one_price(offers: list[Offer]) -> list[Offer] | None:
    """The offer that counts: of "A jadi B" B; None if two sums contradict each other."""
    if len(offers) == 2 and offers[1].roles & {"become", "now"} and offers[1].low < offers[0].low:
        return offers[1:]
    kept = [offer for offer in offers if "was" not in offer.roles] or offers
    same = {(offer.low, offer.high) for offer in kept}
    return kept[:1] if len(same) <= 1 else None


def _price_of(offers: list[Offer]) -> PriceReply:
    offer = offers[0]
    if not 0 < offer.low <= MOST:
        return REFUSED_PRICE
    value, unit = offer.per, offer.unit
    if offer.count is not None and not offer.tail:
        value, unit = offer.count.value, offer.container or offer.count.unit or "pcs"
        value = 1 if offer.container and offer.count.value == 1 else value
    per, unit = in_base(value, unit)
    doubtful = bool(offer.doubt or offer.approx or offer.high or offer.roles & {"from", "approx"})
    guesses = (offer.doubt or (offer.low,)) if doubtful else ()
    return PriceReply(offer.low, max(round(per), 1), unit, ("price",) if doubtful else (), guesses)


def _bare_price(parse: Parse) -> PriceReply:
    """A number alone: 25000 is clear, 25 is asked."""
    numbers = [p for at, p in enumerate(parse.pieces) if parse.counts(at)]
    if len(numbers) != 1 or numbers[0].kind != "number" or not _alone(parse):
        return REFUSED_PRICE
    number = numbers[0]
    if (
        number.key.startswith("0")
        or "/" in parse.text[number.start : number.end]
        or number.value <= 0
        or number.value > MOST
    ):
        return REFUSED_PRICE
    if number.value >= 1000 and number.value == int(number.value):
        return _clear_or_year(number)
    if len(number.key.replace(",", ".").partition(".")[2]) == 2:
        return REFUSED_PRICE
    value = round(number.value * 1000)
    guesses = (value, round(number.value)) if number.value == int(number.value) else (value,)
    return PriceReply(value, ambiguous=("price",), guesses=guesses)


def _clear_or_year(number: Piece) -> PriceReply:
    value = int(number.value)
    year = 1900 <= value < 2100 and value % 50 != 0 and "." not in number.key
    return PriceReply(value, ambiguous=("price",), guesses=(value,)) if year else PriceReply(value)


def _alone(parse: Parse) -> bool:
    """Nothing beside the number but polite words."""
    for at, piece in enumerate(parse.pieces):
        worded = piece.kind in {"word", "size"} or (piece.kind == "mark" and not parse.has(at, "price", "rp"))
        if (worded and not parse.filler(at)) or parse.has(at, "stock", "ready", "left", "min"):
            return False
    return True


def read_stock(text: str) -> StockReply:
    """The stock that a seller answers, in `unit` (None: the listing's unit); never raises.

    "2 lusin" is 24 pcs, "habis" 0. Refused (`stock` None and asked again): words, prices, phones, dates,
    negative numbers, halves of what isn't weighed. About, more than, from-to: the number, asked.
    """
    parse = Parse(_join_spaced(text))
    if _refuses(parse):
        return REFUSED_STOCK
    counts = [at for at in range(len(parse)) if parse.get(at).kind in {"number", "qty"}]
    counts = counts or [at for at in range(len(parse)) if _thousands(parse, at)]
    if any(parse.get(at).kind == "money" and at not in counts for at in range(len(parse))):
        return REFUSED_STOCK
    if not counts:
        return _without_number(parse)
    return _counted(parse, counts)


def _thousands(parse: Parse, at: int) -> bool:
    """ "seribu" or "1 ribu" may count things; "Rp 1.000" can't."""
    piece = parse.get(at)
    spelled = parse.said(at, at + 1)
    return piece.kind == "money" and not piece.cued and not piece.doubt and not any(c.isdigit() for c in spelled)


def _without_number(parse: Parse) -> StockReply:
    gone = [at for at in range(len(parse)) if parse.has(at, "gone", "none")]
    denied = any(parse.has(at, "not") and parse.has(at + 1, "gone") for at in range(len(parse)))
    return StockReply(0) if gone and not denied else REFUSED_STOCK


def _counted(parse: Parse, counts: list[int]) -> StockReply:
    marked = [at for at in counts if parse.has(parse.past(at - 1) if at else at, "left", "stock")]
    first = (marked or counts)[0]
    others = [at for at in counts if at != first and not _content(parse, at)]
    piece = parse.get(first)
    value, unit = in_base(piece.value, piece.unit)
    if value != int(value) or not 0 <= value <= MOST_STOCK or _padded(piece):
        return REFUSED_STOCK
    if not _about_stock(parse, first):
        return REFUSED_STOCK
    doubtful = (bool(others) and not marked) or piece.high is not None or _roughly(parse) or _gone_too(parse)
    following = parse.unit(first + 1) if piece.unit is None else None
    if following:
        value, unit = in_base(value, following)
    return StockReply(int(value), unit, ("stock",) if doubtful else ())


def _padded(piece: Piece) -> bool:
    """ "0812": digits that are a code, not a count."""
    return piece.key.isdigit() and piece.key.startswith("0") and len(piece.key) > 1


def _content(parse: Parse, at: int) -> bool:
    """What each holds: "2 dus isi 24", "1 karung 50kg"; no weight holds another."""
    measures, before = NET | {"kg", "liter"}, parse.get(at - 1)
    if parse.get(at).unit in measures and before.kind == "qty" and before.unit not in {*measures, "ons"}:
        return True
    return parse.has(at - 1, "content") or parse.has(at - 2, "content")


def _roughly(parse: Parse) -> bool:
    for at in range(len(parse)):
        if parse.has(at, "an", "approx", "over", "up", "less", "many", "from", "change") and not parse.has(at, "left"):
            return True
        if parse.get(at).key in {"an", "lebih", "kurang", "mungkin", "kayaknya", "kira"}:
            return True
        if parse.sign(at, "+ > < ~ ?") and parse.get(at).key != "?":
            return True
    return False


def _gone_too(parse: Parse) -> bool:
    return any(parse.has(at, "gone") for at in range(len(parse)))


def _about_stock(parse: Parse, first: int) -> bool:
    """Not days, sizes or something else that is counted; not a word that nobody knows."""
    if parse.has(first + 1, "day", "week", "month", "flavour", "colour", "size", "variant"):
        return False
    return not any(parse.has(at, "price", "number", "rp") for at in range(len(parse)))
