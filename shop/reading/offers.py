"""Prices: which numbers of a caption are sums, each with its tail, its head and so its place."""

from shop.reading.heads import read_head
from shop.reading.money import APPROXIMATE, CLEAR_EACH
from shop.reading.parse import Offer, Parse
from shop.reading.tails import read_tail

LEAST, MOST = 50, 10**9
MOST_OFFERS = 40  # no caption that one can read has more prices


def find_offers(parse: Parse) -> None:
    """Every price of the caption, in order, each with its count, unit and role."""
    at = 0
    while at < len(parse) and len(parse.offers) < MOST_OFFERS:
        offer = _offer(parse, at) if parse.free(at) else None
        if offer is None:
            at += 1
            continue
        read_tail(parse, offer)
        read_head(parse, offer)
        parse.take(offer.first, offer.end)
        if "saving" not in offer.roles or offer.roles & {"become", "now"}:
            parse.offers.append(offer)
        at = offer.end
    _drop_denied(parse)
    if any(not offer.doubt for offer in parse.offers):
        parse.offers = [offer for offer in parse.offers if not _crumb(offer)]


def _drop_denied(parse: Parse) -> None:
    """ "2 juta? bukan, 200rb": a sum that was only asked and then denied."""
    for offer, after in zip(parse.offers[:-1], parse.offers[1:], strict=True):
        asked = parse.sign(offer.end, "?")
        if asked and any(parse.has(at, "not") or parse.get(at).key == "eh" for at in range(offer.end, after.at)):
            parse.offers = [other for other in parse.offers if other is not offer]
            return


def _crumb(offer: Offer) -> bool:
    """ "price 1" beside a clear price is no second one."""
    return bool(offer.doubt) and offer.doubt[-1] < 10 and offer.count is None and not offer.tail


def _offer(parse: Parse, at: int) -> Offer | None:
    piece = parse.get(at)
    if piece.kind == "money":
        extra = parse.sign(at - 1, "+") and piece.glued and not parse.counts(at - 2)  # "extra keju +5k"
        if extra or round(piece.value) == 0 or (round(piece.value) < LEAST and not piece.doubt):
            parse.take(at, at + 1)
            return None
        offer = Offer(round(piece.value), _whole(piece.high), at, at, at + 1, piece.doubt, piece.approx)
        if _number_before(parse, at):
            offer.doubt = offer.doubt or (offer.low,)
        return offer
    if piece.kind in {"number", "qty"} and piece.round and _may_be_money(parse, at):
        offer = Offer(round(piece.value), _whole(piece.high), at, at, at + 1)
        if piece.unit:
            offer.unit, offer.tail = piece.unit, True
        if offer.high:
            offer.doubt = (offer.low, offer.high)
        about = at + 1 + parse.sign(at + 1, "-")
        if parse.get(about).key in APPROXIMATE:
            offer.approx, offer.end = offer.low >= CLEAR_EACH, about + 1
        return offer
    if piece.kind == "number" and piece.worded and piece.value >= 100 and _each_in_words(parse, at):
        return Offer(round(piece.value), None, at, at, at + 1)
    if piece.kind == "number" and piece.value >= 1 and not piece.worded and _cued(parse, at):
        return _bare(parse, at)
    return None


def _number_before(parse: Parse, at: int) -> bool:
    """ "sapolo lema ebu": a number in words right before the sum may belong to it, and must not be dropped unasked."""
    before = parse.get(at - 1)
    return before.kind == "number" and before.worded and before.value >= 10 and not parse.said(at, at + 1)[0].isdigit()


def _each_in_words(parse: Parse, at: int) -> bool:
    """ "limang atus siji", "satus sak lembar": hundreds in words are money when they are for one."""
    after = parse.get(at + 1)
    one = (after.kind == "number" and after.worded and after.value == 1) or (after.kind == "qty" and after.one)
    return parse.get(at).value % 50 == 0 and (one or parse.has(at - 1, "price"))


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def _may_be_money(parse: Parse, at: int) -> bool:
    """A round number is money unless it counts something or stands before a price."""
    piece = parse.get(at)
    if parse.has(at - 1, "min", "buy", "over") or parse.has(at + 1, "up"):
        return False
    if piece.kind == "qty":
        after = parse.past(at + 1, "= : @")
        counted = parse.get(after).kind == "money" or parse.get(after).round
        return not counted and "." in parse.said(at, at + 1) + "." * (piece.value >= 1000 and _cued(parse, at))
    return not (parse.get(at + 1).kind == "money" and not parse.get(at + 1).cued and parse.sign(at - 1, ">"))


def _cued(parse: Parse, at: int) -> bool:
    """Whether a bare number stands where a price stands: "hrg 25", "@25", "25/bks", "35 / 10 biji"."""
    if _is_choice_list(parse, at) or parse.has(at - 1, "size", "level", "content"):
        return False
    before = at - 1
    while parse.sign(before, ": = .") and before > at - 4:
        before -= 1
    if parse.sign(before, "@") or (
        parse.has(before, "price", "retail", "was", "become", "rp") and not parse.has(at + 1, "day", "week")
    ):
        return True
    if parse.has(before, "only", "now") and not parse.has(before, "left") and _ends(parse, at + 1):
        return True
    if parse.has(before, "from") and not parse.has(before, "of", "stock") and _ends(parse, at + 1):
        return True
    if parse.sign(at - 1, "=") and parse.counts(at - 2) and parse.get(at).value > parse.get(at - 2).value:
        return True
    after = at + 1
    if parse.sign(after, "/") or parse.has(after, "per"):
        return parse.unit(after + 1) is not None or (
            parse.get(after + 1).kind == "qty" and parse.get(after + 1).unit != "cm"
        )
    return parse.get(after).kind == "qty" and parse.get(after).one and _after_name(parse, at)


def _is_choice_list(parse: Parse, at: int) -> bool:
    return parse.has(at + 1, "flavour", "colour", "size", "motif", "variant", "level", "day", "week")


def _ends(parse: Parse, at: int) -> bool:
    return at >= len(parse) or parse.broken(at) or parse.filler(at) or parse.sign(at, "/") or parse.has(at, "per")


def _after_name(parse: Parse, at: int) -> bool:
    return parse.get(at - 1).kind == "word" and parse.free(at - 1)


def _bare(parse: Parse, at: int) -> Offer:
    """A number without a suffix: under 1,000 it is asked, thousands first."""
    piece = parse.get(at)
    low, high = piece.value, piece.high
    if low >= 1000:
        return Offer(round(low), _whole(high), at, at, at + 1)
    offer = Offer(round(low * 1000), round(high * 1000) if high else None, at, at, at + 1)
    offer.doubt, offer.small = (round(low * 1000), round(low)), low >= 100 and low % 50 == 0
    return offer
