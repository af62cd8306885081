"""Prices with what stands around them: "grosir min 6 @85rb", "3 pcs 50rb", "10rb/3", "150rb jadi 119rb"."""

from shop.reading.money import APPROXIMATE
from shop.reading.parse import Count, Offer, Parse
from shop.reading.words import COUNTED, NET, WEIGHED

LEAST, MOST = 50, 10**9
MOST_OFFERS = 40  # no caption that one can read has more prices
ROLES = ("price", "wholesale", "retail", "become", "now", "only", "was", "of", "from", "approx", "rp", "saving")
COUNT_ROLES = ("min", "buy", "over")
FRACTION_OF = {"kg": (1000, "gram"), "ons": (100, "gram"), "liter": (1000, "ml"), "lusin": (12, "pcs"), "kodi": (20, "pcs")}


def find_offers(parse: Parse) -> None:
    """Every price of the caption, in order, each with its count, unit and role."""
    at = 0
    while at < len(parse) and len(parse.offers) < MOST_OFFERS:
        offer = _offer(parse, at) if parse.free(at) else None
        if offer is None:
            at += 1
            continue
        _tail(parse, offer)
        _head(parse, offer)
        parse.take(offer.first, offer.end)
        if "saving" not in offer.roles or offer.roles & {"become", "now"}:
            parse.offers.append(offer)
        at = offer.end


def _offer(parse: Parse, at: int) -> Offer | None:
    piece = parse.get(at)
    if piece.kind == "money":
        if round(piece.value) < LEAST and not piece.doubt:
            parse.take(at, at + 1)
            return None
        return Offer(round(piece.value), _whole(piece.high), at, at, at + 1, piece.doubt, piece.approx)
    if piece.kind in {"number", "qty"} and piece.round and _may_be_money(parse, at):
        offer = Offer(round(piece.value), _whole(piece.high), at, at, at + 1)
        if piece.unit:
            offer.unit, offer.tail = piece.unit, True
        if offer.high:
            offer.doubt = (offer.low, offer.high)
        about = at + 1 + parse.sign(at + 1, "-")
        if parse.get(about).key in APPROXIMATE:
            offer.approx, offer.end = True, about + 1
        return offer
    if piece.kind == "number" and piece.value >= 1 and not piece.worded and _cued(parse, at):
        return _bare(parse, at)
    return None


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
    if _is_choice_list(parse, at):
        return False
    before = at - 1
    while parse.sign(before, ": = .") and before > at - 4:
        before -= 1
    if parse.sign(before, "@") or (parse.has(before, "price", "retail", "was", "become", "rp") and not parse.has(at + 1, "day", "week")):
        return True
    if parse.has(before, "only", "now") and not parse.has(before, "left") and _ends(parse, at + 1):
        return True
    if parse.has(before, "from") and not parse.has(before, "of", "stock") and _ends(parse, at + 1):
        return True
    if parse.sign(at - 1, "=") and parse.counts(at - 2) and parse.get(at).value > parse.get(at - 2).value:
        return True
    after = at + 1
    if parse.sign(after, "/") or parse.has(after, "per"):
        return parse.unit(after + 1) is not None or (parse.get(after + 1).kind == "qty" and parse.get(after + 1).unit != "cm")
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


# What follows a price


def _tail(parse: Parse, offer: Offer) -> None:
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
    slash = parse.sign(at, "/")
    if not (slash or parse.has(at, "per")):
        return False
    after = at + 1
    while slash and parse.has(after, "per"):
        after += 1
    piece = parse.get(after)
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


def _one(parse: Parse, offer: Offer, at: int) -> bool:
    """ "sak porsi", "sepasang", "siji", "each", "a bar", "satu bungkus"."""
    piece = parse.get(at)
    if not parse.free(at):
        return False
    if piece.kind == "qty" and piece.one and not _price_next(parse, at + 1):
        _set_per(offer, 1, piece.unit)
    elif (piece.kind in {"word", "number"} and piece.key in {"each", "ea", "siji", "hiji", "settong", "satu", "sebiji", "setunggal", "satunggal"} and (
        piece.kind == "word" or (piece.value == 1 and parse.said(at, at + 1).casefold() == piece.key)
    )) or parse.has(at, "each"):
        _set_per(offer, 1, "pcs")
    else:
        return False
    offer.end = at + 1
    return True


def _gets(parse: Parse, offer: Offer, at: int) -> bool:
    """ "dapat 3 pasang", "for 3", "isi 10", ", eusi 10", "(isi 5)"."""
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
    if parse.has(at, "content") and parse.counts(parse.past(at + 1)) and not parse.get(parse.past(at + 1)).round:
        number = parse.past(at + 1)
        if not _price_next(parse, number + 1):
            offer.end = number + 1 + parse.sign(number + 1, ")")
    elif parse.counts(at) and parse.get(at).kind == "qty" and (at == offer.end or parse.sign(at - 1, "(")):
        if parse.get(at).unit in NET | {"kg", "liter", "gram", "pcs"} and not _price_next(parse, at + 1):
            offer.end = at + 1 + parse.sign(at + 1, ")")


# What stands before a price


def _head(parse: Parse, offer: Offer) -> None:
    """Walk back over markers, signs and one count, as far as they belong to this price."""
    at = offer.at - 1
    floor = parse.offers[-1].end if parse.offers else 0
    while at >= max(floor, offer.at - 12) and _head_takes(parse, offer, at, floor):
        at -= 1
        if offer.count is not None and offer.count.first < at + 1:
            at = offer.count.first - 1 if at >= offer.count.first else at
    offer.first = at + 1
    if offer.first == floor and "over" in offer.roles and offer.count is None:
        offer.roles = offer.roles - {"over"} | {"become"}
    if parse.sign(offer.at - 1, "~") and parse.sign(offer.end, "~"):
        offer.roles.add("was")
        offer.end += 1
    if "wholesale" in offer.roles and offer.count is None:
        _count_behind(parse, offer)


def _head_takes(parse: Parse, offer: Offer, at: int, floor: int) -> bool:
    piece = parse.get(at)
    if not parse.free(at):
        return False
    if piece.kind == "sign":
        return _head_sign(parse, offer, at)
    if parse.counts(at) and (not piece.round or parse.has(at - 1, "min", "buy", "over")):
        return _head_count(parse, offer, at)
    if parse.has(at, "content") and offer.count and offer.count.first == at + 1:
        return _head_content(parse, offer, at)
    if _head_unit(parse, offer, at):
        return True
    if parse.has(at, "an") or parse.has(at, "up"):
        return _head_up(parse, offer, at)
    if (offer.count and parse.has(at, "min", "buy", "over", "gets")) or (parse.has(at, "min") and parse.has(at + 1, "buy")):
        offer.roles |= piece.marks & set(COUNT_ROLES)
        return True
    if parse.has(at, *ROLES) and not (parse.has(at, "of") and parse.has(at, "content", "and")):
        offer.roles |= piece.marks & set(ROLES)
        return True
    if offer.count is None and piece.kind == "word" and _head_container(parse, offer, at, floor):
        return True
    return parse.filler(at) and not parse.has(at, "stock", "ready", "left", "cod", "po")


def _head_unit(parse: Parse, offer: Offer, at: int) -> bool:
    """ "harga per kg 15rb", "hrg/pcs 5000": the unit before the sum."""
    unit = parse.unit(at)
    if unit and not offer.tail and offer.count is None and (parse.has(at - 1, "per") or parse.sign(at - 1, "/")):
        if parse.get(at - 1).key not in {"a", "an", "se"}:
            offer.unit, offer.tail = unit, True
            return True
    return offer.tail and (parse.has(at, "per") or parse.sign(at, "/")) and parse.unit(at + 1) == offer.unit


def _head_sign(parse: Parse, offer: Offer, at: int) -> bool:
    key = parse.get(at).key
    if key == "@":
        offer.roles.add("each")
    elif key in {">", ">>", "->", "=>", "-->"}:
        offer.roles.add("over")
    elif key == "+" and parse.counts(at - 1):
        offer.roles.add("up")
    elif key == "." and not parse.has(at - 1, "min", "buy", "price", "retail", "wholesale", "was", "now"):
        return False
    elif key == "(":
        return True
    elif key == "-" and offer.count is None and offer.at - at > 1:
        return False
    return key in {"@", ">", ">>", "->", "=>", "-->", "=", ":", "~", "+", ".", "-"}


def _head_count(parse: Parse, offer: Offer, at: int) -> bool:
    piece = parse.get(at)
    if offer.count is not None or piece.high is not None:
        return False
    if piece.kind == "number" and not _clear_count(parse, offer, at):
        return False
    offer.count = Count(piece.value, piece.unit, at, at + 1)
    return True


def _clear_count(parse: Parse, offer: Offer, at: int) -> bool:
    """A bare number before a price counts only with a sign: "3 = 10rb", "3 for 20k", "ambil 3 @42.000", "isi 6"."""
    if parse.has(at - 1, "min", "buy", "over", "content", "gets", "wholesale") or parse.sign(at - 1, ">"):
        return True
    if parse.sign(at - 1, ".") and parse.has(at - 2, "min"):
        return True
    between = range(at + 1, offer.at)
    if any(parse.sign(k, "= @ + :") or parse.has(k, "up", "gets", "become") for k in between):
        return not parse.has(at - 1, "size", "level", "stock", "ready")
    return parse.get(at).worded and at + 1 == offer.at and (parse.broken(at - 1) or at == 0) and False


def _head_content(parse: Parse, offer: Offer, at: int) -> bool:
    """ "isi 10 22.000", and with a container before it "1 box isi 15 = 30.000"."""
    assert offer.count is not None
    before = parse.get(at - 1)
    if before.kind == "qty" and parse.free(at - 1):
        offer.container = before.unit
        offer.count = Count(before.value, before.unit, at - 1, offer.count.end)
    elif parse.unit(at - 1) and before.kind == "word" and (parse.has(at - 2, "per") or parse.sign(at - 2, "/ @")):
        offer.container = parse.unit(at - 1)
        offer.count = Count(1, offer.container, at - 2, offer.count.end)
    else:
        offer.content = True
        offer.count = Count(offer.count.value, offer.count.unit, at, offer.count.end)
    return True


def _head_up(parse: Parse, offer: Offer, at: int) -> bool:
    """ "20 pcs up @95rb": only right behind a count."""
    if parse.counts(at - 1) and offer.count is None:
        offer.roles.add("up")
        return True
    return False


def _head_container(parse: Parse, offer: Offer, at: int, floor: int) -> bool:
    """ "kodian 400rb", "karung 130rb", "50 kg sack 4.5 million": a unit's name that stands for one or its content."""
    unit = parse.unit(at)
    if unit is None or (not parse.offers and unit not in COUNTED):
        return False
    if parse.counts(at - 1) and parse.get(at - 1).kind == "qty":
        return True
    if parse.sign(at - 1, "+") and parse.counts(at - 2):
        offer.roles.add("up")
        offer.count = Count(parse.get(at - 2).value, unit, at - 2, at + 1)
        return True
    alone = at == floor or parse.broken(at - 1) or parse.has(at - 1, "wholesale", "per", "buy", "and", "price") or parse.filler(at - 1)
    if alone and (parse.offers or unit in COUNTED):
        offer.count = Count(1, unit, at, at + 1)
        offer.container = unit
        return True
    return False


def _count_behind(parse: Parse, offer: Offer) -> None:
    """ "grosir 10.000 (min 10 bks)", "reseller 22rb min. 10"."""
    at = offer.end + parse.sign(offer.end, "( ,")
    if not parse.has(at, "min", "buy", "over"):
        return
    marks = parse.get(at).marks
    number = parse.past(at + 1, ": = .")
    while parse.has(number, "buy", "min") or parse.filler(number):
        number += 1
    if parse.counts(number):
        piece = parse.get(number)
        offer.roles |= set(marks) & set(COUNT_ROLES)
        offer.count = Count(piece.value, piece.unit, at, number + 1)
        offer.end = number + 1 + parse.sign(number + 1, ")")


def in_base(value: float, unit: str | None) -> tuple[float, str | None]:
    """A count in the unit it is kept in: lusin and kodi in pieces, kuintal and ton in kg, ½ kg in gram."""
    if unit in COUNTED or unit in WEIGHED:
        times, base = (COUNTED | WEIGHED)[unit]
        return value * times, base
    if value != int(value) and unit in FRACTION_OF:
        times, base = FRACTION_OF[unit]
        return value * times, base
    return value, unit
