"""What stands before a price: "grosir min 6 @", "3 pcs", "1 box isi 15 =", "harga normal", "kodian"."""

from shop.reading.parse import Count, Offer, Parse
from shop.reading.words import COUNTED, NET

ROLES = (
    *("price", "wholesale", "retail", "become", "now", "only", "was", "of", "from", "approx", "rp", "saving"),
    "discount",
)
COUNT_ROLES = ("min", "buy", "over")


def read_head(parse: Parse, offer: Offer) -> None:
    """Walk back over markers, signs and one count, as far as they belong to this price."""
    at = offer.at - 1
    floor = parse.offers[-1].end if parse.offers else 0
    while at >= max(floor, offer.at - 12) and _head_takes(parse, offer, at, floor):
        at -= 1
        if offer.count is not None:
            at = min(at, offer.count.first - 1)
    offer.first = at + 1
    if offer.first == floor and "over" in offer.roles and offer.count is None:
        offer.roles = offer.roles - {"over"} | {"become"}
    if parse.sign(offer.at - 1, "~") and parse.sign(offer.end, "~"):
        offer.roles.add("was")
        offer.end += 1
    cheaper = bool(parse.offers) and offer.low < parse.offers[0].low and not offer.roles & {"become", "now", "was"}
    if offer.count is None and ("wholesale" in offer.roles or cheaper):
        _count_behind(parse, offer)


def _head_takes(parse: Parse, offer: Offer, at: int, floor: int) -> bool:
    """Whether the piece belongs to the price behind it; what it says is put in the offer."""
    if not parse.free(at):
        return _head_dimension(parse, at)
    if parse.get(at).kind == "sign":
        return _head_sign(parse, offer, at)
    if _head_box(parse, offer, at) or _head_per(parse, offer, at):
        return True
    if parse.counts(at) and (not parse.get(at).round or parse.has(at - 1, "min", "buy", "over")):
        return _head_count(parse, offer, at)
    if at == floor and floor and parse.has(at, "to"):
        offer.roles.add("become")  # "70rb to 55rb": a range would rise
        return True
    if parse.has(at, "content") and offer.count and offer.count.first == at + 1:
        return _head_content(parse, offer, at, offer.count)
    if _head_unit(parse, offer, at):
        return True
    if parse.has(at, "an", "up"):
        return _head_up(parse, offer, at)
    return _head_role(parse, offer, at) or _head_word(parse, offer, at, floor)


def _head_role(parse: Parse, offer: Offer, at: int) -> bool:
    """ "harga", "grosir", "ambil" before a count: markers that give the offer a role."""
    marks = parse.get(at).marks
    if parse.has(at, "gets") and parse.counts(at - 1) and parse.has(at - 2, "buy", "min"):
        return True
    counted = offer.count is not None and parse.has(at, "min", "buy", "over", "gets")
    if counted or (parse.has(at, "min") and parse.has(at + 1, "buy")):
        offer.roles |= marks & set(COUNT_ROLES)
        return True
    if parse.has(at, *ROLES) and not (parse.has(at, "of") and parse.has(at, "content", "and")):
        offer.roles |= marks & set(ROLES)
        return True
    return False


def _head_word(parse: Parse, offer: Offer, at: int, floor: int) -> bool:
    """A container's name, or a word that says nothing."""
    if offer.count is None and parse.get(at).kind == "word" and _head_container(parse, offer, at, floor):
        return True
    return parse.filler(at) and not parse.has(at, "stock", "ready", "left", "cod", "po")


def _head_dimension(parse: Parse, at: int) -> bool:
    """ "1 loyang 20x20 380rb": a size between what is sold and its price."""
    before = parse.get(at - 1)
    return parse.get(at).kind == "trap" and "x" in parse.get(at).key and before.kind == "qty" and before.unit not in NET


def _head_per(parse: Parse, offer: Offer, at: int) -> bool:
    """ "per 500 gram 75rb"."""
    count = offer.count
    if count is None or count.first != at + 1 or not parse.has(at, "per") or offer.tail or offer.container:
        return False
    offer.per, offer.unit, offer.tail, offer.count = count.value, count.unit, True, None
    return True


def _head_box(parse: Parse, offer: Offer, at: int) -> bool:
    """ "1 sak 25kg 200rb", "1 dus 48 gelas 18rb": one box and what it holds."""
    piece, held = parse.get(at), offer.count
    if (
        held is None
        or piece.kind != "qty"
        or piece.value != 1
        or piece.unit in NET | {held.unit}
        or held.first != at + 1
    ):
        return False
    offer.container, offer.holds = piece.unit, held
    offer.count = Count(1, piece.unit, at, held.end)
    return True


def _head_unit(parse: Parse, offer: Offer, at: int) -> bool:
    """ "harga per kg 15rb", "hrg/pcs 5000": the unit before the sum."""
    unit = parse.unit(at)
    per = (parse.has(at - 1, "per") or parse.sign(at - 1, "/")) and parse.get(at - 1).key not in {"a", "an", "se"}
    if parse.get(at).kind == "size" and parse.get(at - 2).kind in {"size", "number"}:
        return False  # "S/M/L 60rb" isn't by the litre
    if unit and per and not offer.tail and offer.count is None:
        offer.unit, offer.tail = unit, True
        return True
    return offer.tail and (parse.has(at, "per") or parse.sign(at, "/")) and parse.unit(at + 1) == offer.unit


def _head_sign(parse: Parse, offer: Offer, at: int) -> bool:
    key = parse.get(at).key
    if key == "@":
        offer.roles.add("each")
    elif key in {">", ">>", "->", "=>", "-->"}:
        offer.roles.add("min" if parse.sign(at + 1, "=") else "over")
    elif key == "+" and parse.counts(at - 1):
        offer.roles.add("up")
    elif key == "." and not parse.has(at - 1, "min", "buy", "price", "retail", "wholesale", "was", "now"):
        return False
    elif key == "(":
        return True
    elif key == "/":
        return at == offer.at - 1 and parse.counts(at - 1) and parse.get(at - 1).kind == "qty"
    elif key == "-" and offer.count is None and offer.at - at > 1:
        return False
    return key in {"@", ">", ">>", "->", "=>", "-->", "=", ":", "~", "+", ".", "-"}


def _head_count(parse: Parse, offer: Offer, at: int) -> bool:
    piece = parse.get(at)
    if offer.count is not None or piece.high is not None or parse.has(at - 1, "shared"):
        return False  # "tumpeng untuk 10 porsi 350rb" says whom it serves
    if piece.kind == "number" and not _clear_count(parse, offer, at):
        return False
    unit = piece.unit or ("kg" if piece.value % 1 else None)  # "1/4 15rb": a quarter of a kilo
    offer.count = Count(piece.value, unit, at, at + 1)
    return True


def _clear_count(parse: Parse, offer: Offer, at: int) -> bool:
    """A bare number before a price counts only with a sign: "3 = 10rb", "3 for 20k", "ambil 3 @42.000", "isi 6"."""
    if parse.has(at - 1, "min", "buy", "over", "content", "gets", "wholesale") or parse.sign(at - 1, ">"):
        return True
    if (parse.get(at).value % 1 and at + 1 == offer.at) or (parse.sign(at - 1, ".") and parse.has(at - 2, "min")):
        return True
    between = range(at + 1, offer.at)
    if parse.has(at - 1, "buy") and parse.has(at + 1, "gets"):
        return True
    joined = any(parse.sign(k, "= @ + :") or parse.has(k, "up", "gets", "become") for k in between)
    return joined and not parse.has(at - 1, "size", "level", "stock", "ready")


def _head_content(parse: Parse, offer: Offer, at: int, held: Count) -> bool:
    """ "isi 10 22.000", and with a container before it "1 box isi 15 = 30.000"."""
    before = parse.get(at - 1)
    if before.kind == "qty" and parse.free(at - 1) and before.unit not in NET:
        offer.container, offer.holds = before.unit, held if before.value == 1 else None
        offer.count = Count(before.value, before.unit, at - 1, held.end)
    elif parse.unit(at - 1) and before.kind == "word" and (parse.has(at - 2, "per") or parse.sign(at - 2, "/ @")):
        offer.container = parse.unit(at - 1)
        offer.count = Count(1, offer.container, at - 2, held.end)
    else:
        offer.content = True
        offer.count = Count(held.value, held.unit, at, held.end)
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
    alone = (
        at == floor
        or parse.broken(at - 1)
        or parse.has(at - 1, "wholesale", "per", "buy", "and", "price")
        or parse.filler(at - 1)
    )
    if alone:
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
