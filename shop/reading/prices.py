"""Which offer is the price, which are tiers, which was struck through: offers into the money fields."""

from dataclasses import dataclass, field

from shop.reading.fields import Tier
from shop.reading.offers import MOST
from shop.reading.parse import Count, Offer, Parse
from shop.reading.terms import Terms
from shop.reading.units import in_base
from shop.reading.words import COUNTED, NET

WHOLE = frozenset({"rim", "kuintal", "ton"})  # sold as one: their price isn't divided
CHEAP_COUNT = 50  # who sells fifty at a time may well mean hundreds of rupiah, not hundreds of thousands


@dataclass(slots=True)
class Prices:
    """The money fields of a caption, still open for variants."""

    price: int | None = None
    price_max: int | None = None
    price_was: int | None = None
    per: int = 1
    unit: str | None = None
    tiers: list[Tier] = field(default_factory=list)
    variant_prices: dict[str, int] = field(default_factory=dict)
    doubts: set[str] = field(default_factory=set)
    guesses: tuple[int, ...] = ()


def settle(parse: Parse, terms: Terms, offers: list[Offer], prices: Prices) -> None:
    """Fill the money fields from offers that are about one product without priced variants."""
    _drop_sizes(offers)
    offers = _strike_through(_amount_off(offers, prices), prices)
    for offer in offers:
        offer.roles.discard("was")
    base = _base(offers)
    if base is not None and base.count is None and not base.tail:
        _leading_count(parse, base)
        _unit_before(parse, base)
    if base is None:
        prices.doubts.add("price")
        return
    if base.count is not None and base.roles & {"wholesale", "min", "over", "up"} and terms.minimum is None:
        _only_from(base, terms)
    if "retail" in base.roles and terms.minimum is not None:
        _lend_minimum(base, offers, terms)
    _set_base(base, prices)
    for offer in offers:
        if offer is not base:
            _add_tier(offer, base, prices)
    prices.tiers.sort(key=lambda tier: tier.min)
    _take_percent(base, terms, prices)
    _settle_doubt(base, offers, terms, prices)


def _drop_sizes(offers: list[Offer]) -> None:
    """A net weight, or what a box holds, before a price is a size of the one thing sold."""
    for offer in offers:
        if offer.count is None:
            continue
        boxed = offer.content and offer.tail and offer.per == 1 and offer.container is None
        heavy = offer.count.unit in {"kg", "liter"} and offer.tail and offer.unit != offer.count.unit
        if offer.count.unit in NET or boxed or (heavy and offer is offers[0]):
            offer.first = max(offer.first, offer.count.end) if offer.count.first == offer.first else offer.first
            offer.count = None


def _amount_off(offers: list[Offer], prices: Prices) -> list[Offer]:
    """ "180rb diskon 50rb": a smaller sum taken off; asked, since some write the new price so."""
    if len(offers) != 2 or "discount" not in offers[1].roles or offers[1].roles & {"become", "now"}:
        return offers
    whole, off = offers[0], offers[1]
    if whole.bare and off.bare and off.low < whole.low:
        prices.price_was, prices.guesses = whole.low, (whole.low - off.low, off.low)
        prices.doubts.add("price")
        whole.low -= off.low
        return [whole]
    return offers


def _strike_through(offers: list[Offer], prices: Prices) -> list[Offer]:
    """Take out the old price: "A jadi B", "normal A promo B", "~A~ B", "B (biasanya A)"."""
    for i, offer in enumerate(offers):
        old = offer if _is_old(offer, i, offers) else offers[i - 1] if i and _replaces(offer, offers[i - 1]) else None
        if old is not None:
            prices.price_was = old.low
            return [other for other in offers if other is not old]
    return offers


def _is_old(offer: Offer, i: int, offers: list[Offer]) -> bool:
    others = [other for other in offers if other is not offer and other.bare]
    if i and "of" in offer.roles and offers[0].bare and offer.low > offers[0].low:
        return True
    dearer = bool(others) and offer.low > min(other.low for other in others)
    return bool("was" in offer.roles and dearer and "of" not in offer.roles | others[0].roles)


def _replaces(offer: Offer, before: Offer) -> bool:
    """ "150rb jadi 119rb", "200rb skrg 125rb"; "beli 5 jadi 18rb" has a count and is a tier."""
    said = bool(offer.roles & {"become", "now"}) and "each" not in offer.roles
    return said and before.bare and offer.count is None and offer.low < before.low


def _leading_count(parse: Parse, base: Offer) -> None:
    """ "5 bungkus mie lidi 20rb": the quantity stands before the name."""
    start = max((at + 1 for at in range(base.first) if parse.strong(at)), default=0)
    for at in range(start, base.first):
        if parse.strong(at) or parse.filler(at) or parse.taken[at]:
            continue
        piece = parse.get(at)
        if piece.kind == "qty" and piece.unit not in NET and parse.get(at + 1).kind == "word" and parse.free(at + 1):
            base.count = Count(piece.value, piece.unit, at, at + 1)
            parse.take(at, at + 1, "unit")
        return


def _unit_before(parse: Parse, base: Offer) -> None:
    """ "1 karung 10kg, Rp 15rb", "1 pack isi 20. 25.000": one of a unit in a clause of its own before the price."""
    end = base.first - 1
    first = end
    while first > 0 and end - first < 5 and not parse.broken(first - 1):
        first -= 1
    piece = parse.get(first)
    alone = all(parse.get(at).kind in {"qty", "number"} or parse.has(at, "content") for at in range(first, end))
    one = parse.counts(first) and piece.kind == "qty" and piece.value == 1 and piece.unit not in NET
    if base.count is None and parse.broken(end) and alone and one:
        base.unit, base.tail = piece.unit, True
        parse.take(first, end, "unit")


def _base(offers: list[Offer]) -> Offer | None:
    """The offer that a buyer of one pays."""
    for offer in offers:
        if "retail" in offer.roles and "wholesale" not in offer.roles:
            return offer
    plain = [o for o in offers if o.bare]
    if plain:
        return plain[0]
    if not offers:
        return None
    bundles = [o for o in offers if o.count and not o.roles & {"wholesale", "over", "up"}]
    return min(bundles or offers, key=lambda o: in_base(o.count.value, o.count.unit)[0] if o.count else 0)


def _lend_minimum(base: Offer, offers: list[Offer], terms: Terms) -> None:
    """ "9rb/psg (min 20 psg), ecer 15rb": the minimum belongs to the cheaper price."""
    for offer in offers:
        if offer is not base and offer.count is None and offer.low < base.low:
            offer.count, terms.minimum = terms.minimum, None
            offer.roles.add("each")
            return


def _only_from(base: Offer, terms: Terms) -> None:
    """ "Tas grosir 100rb min 6 pcs": the only price is one that starts at a minimum."""
    terms.minimum, base.count = base.count, None


def _set_base(base: Offer, prices: Prices) -> None:
    prices.price, prices.price_max = base.low, base.high
    value, unit = base.per, base.unit
    if base.count is not None and (not base.tail or base.content):
        value, unit = base.count.value, base.container or base.count.unit or "pcs"
    if value == 1 and unit in WHOLE:
        per: float = 1
    else:
        per, unit = in_base(value, unit)
    if per != int(per):
        per, unit = 1, None  # "2,5 meter 90rb" is a size
    prices.per, prices.unit = max(round(per), 1), unit


def _add_tier(offer: Offer, base: Offer, prices: Prices) -> None:
    """One more offer as a tier; one without a count asks back."""
    count = _count_of(offer)
    if offer.holds is not None and prices.unit not in {None, offer.container}:
        count = offer.holds.value, offer.holds.unit  # "9.200/kg, sekarung isi 50 445rb" is a tier of 50 kg
    if count is None:
        if "wholesale" in offer.roles or offer.container or (offer.tail and offer.unit != base.unit):
            prices.doubts.add("tiers")
        elif offer.low != base.low:
            prices.doubts.add("price")
        return
    value, unit = count
    if not _same_unit(unit, prices) or value <= 1 or offer.high:
        prices.doubts.add("tiers")
        return
    if prices.unit is None:
        prices.unit = unit
    least = round(value) + ("over" in offer.roles)
    single = base.low / max(prices.per, 1)
    if offer.doubt and not base.doubt and offer.doubt[-1] < single < offer.doubt[0]:
        offer.low, offer.doubt = offer.doubt[-1], ()  # 1.200 each, "ambil 500 @900"
    each = "each" in offer.roles or (offer.tail and offer.per == 1 and offer.count is not None)
    total = not each and offer.low >= single
    prices.tiers.append(Tier(least, offer.low, least if total else None))
    if offer.doubt and not offer.small:
        prices.doubts.add("tiers")


def _count_of(offer: Offer) -> tuple[float, str | None] | None:
    """How many an offer is for; "sekarung 150rb isi 60" is for 60."""
    if offer.content and offer.tail:
        return offer.per, offer.unit
    if offer.count is not None:
        value, unit = in_base(offer.count.value, offer.count.unit)
        if unit is None and not offer.roles & {"min", "buy", "over", "up", "wholesale", "each"}:
            unit = "pcs"
        return value, unit
    if offer.tail and (offer.per > 1 or offer.unit in COUNTED):
        return in_base(offer.per, offer.unit)
    return None


def _same_unit(unit: str | None, prices: Prices) -> bool:
    return (
        unit is None
        or prices.unit is None
        or unit == prices.unit
        or (unit == "pcs" and prices.unit not in NET | {"kg"})
    )


def _take_percent(base: Offer, terms: Terms, prices: Prices) -> None:
    if terms.percent is None or prices.price is None or prices.price_was is not None:
        return
    if "become" in base.roles and not terms.percent_of:
        return  # "diskon 50% jadi 100rb": already taken off
    prices.price_was = prices.price
    prices.price = round(prices.price * (100 - terms.percent) / 100)
    prices.guesses = (prices.price, prices.price_was)
    if not terms.percent_of:
        prices.doubts.add("price")


def _settle_doubt(base: Offer, offers: list[Offer], terms: Terms, prices: Prices) -> None:
    """Ask about a price that is bare, about, a range, or above a milliard; cheap goods by the hundred are clear."""
    counts = [(o.holds or o.count).value for o in offers if o.count] + ([terms.minimum.value] if terms.minimum else [])
    if base.small and max(counts, default=0) >= CHEAP_COUNT:
        _as_written(base, offers, prices)
    elif base.doubt or base.approx or base.roles & {"from", "approx"} or base.high:
        prices.doubts.add("price")
        prices.guesses = prices.guesses or base.doubt or (base.low,)
    if prices.price is not None and prices.price > MOST:
        prices.price, prices.price_max = None, None
        prices.guesses = ()
        prices.doubts.add("price")


def _as_written(base: Offer, offers: list[Offer], prices: Prices) -> None:
    prices.price = single = base.doubt[-1]
    small = {o.low for o in offers if o.small}
    prices.tiers = [
        Tier(t.min, t.price // 1000) if t.price in small else Tier(t.min, t.price, t.min if t.price > single else None)
        for t in prices.tiers
    ]
