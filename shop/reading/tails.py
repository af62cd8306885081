"""What follows a price: "/bks", "per 100 gram", "sak porsi", "dapat 3", "isi 10", "3 pcs", "for 3", "a bar"."""

from shop.reading.parse import Offer, Parse
from shop.reading.words import CHOICES, NET


def read_tail(parse: Parse, offer: Offer) -> None:
    """Per what: "/bks", "per 100 gram", "sak porsi", "dapat 3", "isi 10", "3 pcs", "for 3", "a bar"."""
    end = offer.end
    skip = end
    while skip - end < 4 and parse.free(skip) and parse.filler(skip) and not _tail_mark(parse, skip):
        skip += 1
    for start in dict.fromkeys((end, skip)):
        if _per(parse, offer, start) or _one(parse, offer, start) or _gets(parse, offer, start):
            break
    else:
        _plain_count(parse, offer, end)
    _after_unit(parse, offer)


def _tail_mark(parse: Parse, at: int) -> bool:
    return parse.has(at, "per", "gets", "content")


def _per(parse: Parse, offer: Offer, at: int) -> bool:
    slash = parse.sign(at, "/") or (parse.sign(at, "@") and parse.unit(at + 1) is not None)
    if not (slash or parse.has(at, "per")):
        return False
    after = at + 1
    while slash and parse.has(after, "per"):
        after += 1
    piece = parse.get(after)
    if slash and _next_label(parse, offer, after):
        return False
    if piece.kind == "qty" and parse.free(after):
        _set_per(offer, piece.value, piece.unit)
    elif piece.kind == "number" and parse.free(after) and 1 < piece.value <= 1000 and piece.value == int(piece.value):
        _set_per(offer, piece.value, "pcs")
    elif unit := parse.unit(after):
        _set_per(offer, 1, unit)
    elif slash and piece.kind in {"word", "size"}:
        offer.tail = True
    else:
        return False
    offer.end = after + 1
    return True


def _next_label(parse: Parse, offer: Offer, at: int) -> bool:
    """ "100gr 14rb / 250gr 33rb", "kecil 4rb / besar 7rb", "M 55rb / XL 60rb": the slash parts two labelled prices."""
    if not _price_next(parse, at + 1):
        return False
    label = parse.get(offer.at - 1)
    return label.kind in {"size", "qty"} or label.key in CHOICES


def _one(parse: Parse, offer: Offer, at: int) -> bool:
    """ "sak porsi", "sepasang", "siji", "each", "a bar", "satu bungkus"."""
    piece = parse.get(at)
    if not parse.free(at):
        return False
    if piece.kind == "qty" and piece.one and not _price_next(parse, at + 1):
        _set_per(offer, 1, piece.unit)
    elif (
        piece.kind in {"word", "number"}
        and piece.key in {"each", "ea", "siji", "hiji", "settong", "satu", "sebiji", "setunggal", "satunggal"}
        and (piece.kind == "word" or (piece.value == 1 and parse.said(at, at + 1).casefold() == piece.key))
    ) or parse.has(at, "each"):
        _set_per(offer, 1, "pcs")
    else:
        return False
    offer.end = at + 1
    return True


def _gets(parse: Parse, offer: Offer, at: int) -> bool:
    """ "dapat 3 pasang", "for 3", "isi 10", ", eusi 10", "(isi 5)"."""
    if parse.has(at, "shared") and parse.counts(at + 1) and (parse.get(at + 1).unit or _ends(parse, at + 2)):
        _set_per(offer, parse.get(at + 1).value, parse.get(at + 1).unit or "pcs")
        offer.end = at + 2
        return True
    if _worded_count(parse, at):
        _set_per(offer, parse.get(at).value, "pcs")
        offer.end = at + 1
        return True
    start = at + parse.sign(at, ", ( =")
    content = parse.has(start, "content")
    if not (content or (parse.has(start, "gets") and start == at)):
        return False
    number = parse.past(start + 1)
    if not parse.counts(number) or parse.get(number).round or parse.get(number).high:
        return False
    if content and _price_next(parse, number + 1):
        return False
    piece = parse.get(number)
    if content and piece.unit in NET | {"kg", "liter"}:
        return False
    _set_per(offer, piece.value, piece.unit or "pcs")
    offer.content = content
    offer.end = number + 1 + parse.sign(number + 1, ")")
    return True


def _worded_count(parse: Parse, at: int) -> bool:
    """ "sarebu dua": a small number in words that ends the clause."""
    piece = parse.get(at)
    small = parse.free(at) and piece.kind == "number" and piece.worded and 2 <= piece.value <= 12
    return small and _ends(parse, at + 1)


def _ends(parse: Parse, at: int) -> bool:
    return at >= len(parse) or parse.broken(at)


def _plain_count(parse: Parse, offer: Offer, at: int) -> None:
    """ "10rb 3 pcs", "15rb bks": a quantity right behind, if no other price claims it."""
    at += parse.sign(at, "=")
    piece = parse.get(at)
    if parse.counts(at) and piece.kind == "qty" and piece.unit not in NET and not offer.tail:
        if not _price_next(parse, at + 1) and not parse.sign(at + 1, "+") and not parse.has(at + 1, "up", "left_after"):
            _set_per(offer, piece.value, piece.unit)
            offer.end = at + 1
    elif piece.kind == "word" and parse.free(at) and parse.unit(at) and (at + 1 >= len(parse) or parse.broken(at + 1)):
        _set_per(offer, 1, parse.unit(at))
        offer.end = at + 1


def _price_next(parse: Parse, at: int) -> bool:
    at = parse.past(at, "= : @")
    while parse.has(at, "only", "price", "become") or parse.sign(at, "@ ="):
        at += 1
    return parse.get(at).kind == "money" or (parse.get(at).round and not parse.has(at - 1, "stock"))


def _set_per(offer: Offer, value: float, unit: str | None) -> None:
    offer.per, offer.unit, offer.tail = value, unit, True


def _after_unit(parse: Parse, offer: Offer) -> None:
    """Past the size of what is sold: "/botol 500ml", "/box isi 10", "/pack (isi 20 pcs)"."""
    if not offer.tail or offer.content:
        return
    at = offer.end + parse.sign(offer.end, "( ,")
    number = parse.past(at + 1) if parse.has(at, "content") else at
    if not parse.counts(number) or parse.get(number).round or _price_next(parse, number + 1):
        return
    sized = parse.get(number).kind == "qty" and parse.get(number).unit in NET | {"kg", "liter", "pcs"}
    if parse.has(at, "content") or (sized and not parse.sign(offer.end, ",")):
        offer.end = number + 1 + parse.sign(number + 1, ")")
