"""How much of something: units, packs of units, and parts of a unit where it is weighed. Pure.

What is weighed is counted in twentieths of a kg (50 gram): a half, a quarter and an ons are whole numbers of them, so
that a seller who changes her step changes no count.
"""

from fractions import Fraction
from typing import NamedTuple, Protocol

from shop.errors import ShopError

SCALES = ({"gram": 1, "ons": 100, "kg": 1000}, {"ml": 1, "liter": 1000}, {"cm": 1, "meter": 100})
MEASURED = frozenset(unit for scale in SCALES for unit in scale)
NEVER_A_PIECE = MEASURED - {"kg", "liter", "meter"}
SINGLES = frozenset({"pcs", "butir", "potong", "lembar", "ekor"})  # one of each is one piece
HOLDS_MANY = frozenset({"dus", "karung", "keranjang", "loyang", "papan", "rim", "tandan"})
MOST_PACKS_MEANT = 50
PARTS_OF_A_KG = 20
STEPS = {"half": 10, "quarter": 5, "ons": 2, "whole": 20}


class Amount(NamedTuple):
    """So many pieces of stock, as they are to be said; with `parts`, each is one of so many parts of the unit."""

    pieces: int
    unit: str | None = None
    parts: int = 1


class Sold(Protocol):
    """How a product is sold: a price for `per` × `unit`, each unit in `parts`, `step` of them at a time."""

    @property
    def unit(self) -> str | None: ...
    @property
    def per(self) -> int: ...
    @property
    def parts(self) -> int: ...
    @property
    def step(self) -> int: ...


def pack_of(sold: Sold) -> int:
    """The least that can be ordered, in pieces of stock: a step of what is weighed, else what the price is for."""
    return sold.step if sold.parts > 1 else sold.per


def in_stock(quantity: int, per: int, parts: int) -> int:
    """How much stock an order's quantity is: packs of `per` units, but parts of what is weighed."""
    return quantity if parts > 1 else quantity * per


def packs_in_stock(packs: int, sold: Sold) -> int:
    """So many times what the price is for, in pieces of stock: three of what costs so much by 500 gram are 1,500."""
    return packs * sold.per * sold.parts


def amount_of(quantity: int, sold: Sold) -> Amount:
    """An order's quantity as it is to be said."""
    return Amount(in_stock(quantity, sold.per, sold.parts), sold.unit, sold.parts)


def quantity_said(count: int, unit: str | None, sold: Sold, product_id: int) -> int:
    """What a buyer said as an order's quantity: "500 gram" of what is sold per 100 gram is 5, "6 pcs" of 3 pcs is 2.

    Raises ShopError("no-whole-step", least, below, above) between two steps, ShopError("not-weighed-so") for half a kg,
    or a tray, of what is sold by the piece.
    """
    if measured_otherwise(unit, sold.unit):
        raise ShopError("not-weighed-so", product_id=product_id)
    pack, pieces = pack_of(sold), _units(count, unit, sold) * sold.parts
    if sold.parts == 1 and not _scale_of(unit, sold.unit):
        # A bare count is of packs already; so is "2 pcs" of what is sold by threes, but not "6 pcs".
        same_unit = unit is not None and unit == sold.unit
        pieces = pieces if same_unit and sold.per > 1 and pieces % sold.per == 0 else pieces * sold.per
    steps, rest = divmod(pieces, pack)
    if rest:
        below, above = (Amount(max(1, int(near)) * pack, sold.unit, sold.parts) for near in (steps, steps + 1))
        step = Amount(pack, sold.unit, sold.parts)
        key = "no-whole-step" if steps >= 1 else "less-than-a-step"
        raise ShopError(key, step=step, below=below, above=above, product_id=product_id)
    return int(steps) * (pack if sold.parts > 1 else 1)


def pieces_said(count: int, unit: str | None, sold: Sold) -> int:
    """What a seller said as pieces of stock; raises ShopError("stock-no-whole-part") for half of what isn't weighed."""
    pieces = _units(count, unit, sold) * sold.parts
    if pieces.denominator != 1:
        raise ShopError("stock-no-whole-part", unit=Amount(1, sold.unit, 1), finest=Amount(1, sold.unit, sold.parts))
    return int(pieces)


def stock_meant(stock: int, per: int, unit: str | None, said_unit: bool = False) -> int | None:
    """What a seller means by a stock, in units; None if it has to be asked.

    Less than what one price is for can't be sold. "15rb/½ kg stok 3" means 3 packs of 500 gram. With a unit of its own
    ("25 kg … stok 3 kg"), of what is counted ("10rb/3 pcs stok 2"), or of many ("stok 400"), it may mean either.
    """
    if not 0 < stock < per:
        return stock
    return stock * per if unit in MEASURED and not said_unit and stock <= MOST_PACKS_MEANT else None


def can_be_weighed(sold: Sold) -> bool:
    """Whether it has a price per kg."""
    return sold.unit == "kg" and sold.per == 1


def measured_otherwise(unit: str | None, sold_by: str | None) -> bool:
    """Whether this is said by a measure, or by what holds many, that tells nothing of pieces that are sold by another.

    "2 kg" of what is sold by the packet, or without a unit, may well be two of them.
    """
    measured = unit in NEVER_A_PIECE or (unit in MEASURED and sold_by in SINGLES)
    holds_many = unit in HOLDS_MANY and sold_by is not None
    return (measured or holds_many) and in_unit(Fraction(1), unit, sold_by) is None


def in_unit(count: Fraction, unit: str | None, other: str | None) -> Fraction | None:
    """So many of one unit, told in another: 500 gram are ½ kg. None where nobody can tell, as of boxes in packets."""
    if scale := _scale_of(unit, other):
        return count * scale[unit or ""] / scale[other or ""]
    return count if unit == other or {unit, other} <= SINGLES else None


def needs_weighing(count: int, unit: str | None, sold: Sold) -> bool:
    """Whether a seller has said a part of a kg of what is sold by the whole kg so far."""
    pieces = _units(count, unit, sold) * PARTS_OF_A_KG
    return sold.parts == 1 and can_be_weighed(sold) and pieces % PARTS_OF_A_KG != 0 and pieces.denominator == 1


def step_for(count: int, unit: str | None, sold: Sold) -> int:
    """The largest step that this amount is a whole number of; an ons if there is none."""
    pieces = _units(count, unit, sold) * PARTS_OF_A_KG
    return next((step for step in (STEPS["half"], STEPS["quarter"]) if pieces % step == 0), STEPS["ons"])


def _units(count: int, unit: str | None, sold: Sold) -> Fraction:
    """What was said, in the product's own unit."""
    if unit == "milli":
        return Fraction(count, 1000)
    if scale := _scale_of(unit, sold.unit):
        return Fraction(count * scale[unit or ""], scale[sold.unit or ""])
    return Fraction(count)


def _scale_of(unit: str | None, sold_by: str | None) -> dict[str, int] | None:
    """The scale on which both units are."""
    return next((scale for scale in SCALES if unit in scale and sold_by in scale), None)
