"""Several products in one caption: find where each ends, so that the chat can offer them one by one."""

from shop.reading.parse import Offer, Parse
from shop.reading.words import CHOICES, UNITS

_OTHER_ROLES = {"was", "wholesale", "retail", "min", "buy", "over", "up", "become", "each", "now"}


def split_products(parse: Parse) -> list[str]:
    """The text of each product if the caption sells two or more with their own prices, else nothing."""
    offers = [o for o in parse.offers if not o.roles & _OTHER_ROLES]
    if len(offers) < 2:
        return []
    starts = [_name_start(parse, offer, parse.offers) for offer in offers]
    named = [start for start in starts if start is not None]
    if len(named) < 2 or len(named) < len(offers) or _one_head(parse, offers, named):
        return []
    edges = [*named[1:], len(parse)]
    return [parse.said(first, end) for first, end in zip(named, edges, strict=True)]


def _name_start(parse: Parse, offer: Offer, offers: list[Offer]) -> int | None:
    """Where the product words before an offer start; None if they are no name of their own."""
    floor = max((o.end for o in offers if o.at < offer.at), default=0)
    first = offer.first
    while first > floor and parse.sign(first - 1, ": = -"):
        first -= 1
    end = first
    while first > floor and _is_name(parse, first - 1):
        first -= 1
    words = [parse.get(k).key for k in range(first, end) if parse.get(k).kind == "word" and not parse.filler(k)]
    own = [w for w in words if w not in CHOICES and w not in UNITS]
    return first if own else None


def _is_name(parse: Parse, at: int) -> bool:
    piece = parse.get(at)
    if piece.kind == "qty":
        return parse.free(at)
    return (
        parse.free(at)
        and piece.kind in {"word", "number", "mark", "size"}
        and not parse.has(at, "stock", "ready", "cod", "po")
    )


def _one_head(parse: Parse, offers: list[Offer], starts: list[int]) -> bool:
    """One product with variants: all names share a first word, or stand behind one name and a colon."""
    heads = {parse.get(start).key for start in starts}
    if len(heads) == 1:
        return True
    first = starts[0]
    named = parse.sign(first - 1, ":") and parse.get(first - 2).kind == "word" and parse.free(first - 2)
    return named and all(offer.first - start <= 2 for offer, start in zip(offers, starts, strict=True))
