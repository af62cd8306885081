"""A new price, perhaps for another unit: what is counted already stays true; or new prices of variants."""

from collections.abc import Mapping
from fractions import Fraction

from models.database import Session
from models.products import Product
from shop import rules
from shop.amounts import NEVER_A_PIECE, PARTS_OF_A_KG, Amount, can_be_weighed, in_unit, stock_meant
from shop.errors import ShopError
from shop.pricing import Terms
from shop.weighing import start_weighing


def reprice(session: Session, product: Product, price: int, per: int, unit: str | None) -> None:
    """The price, also of each variant, is now so much for `per` × `unit`; without a unit, for as much as before. In
    rupiah.

    A draft takes the new unit. What is on sale keeps the unit in which its stock and its orders are counted.
    Raises ShopError("price-absurd"), or ShopError("other-unit") where one can't be told in the other.
    """
    if unit is None:
        unit, per = product.unit, per if per > 1 else product.per
    if unit != product.unit and product.unit is not None:
        if product.state == "draft":
            _count_draft_in(product, unit)
        else:
            price, per = _as_counted(session, product, price, per, unit)
            unit = product.unit
    elif unit in NEVER_A_PIECE and product.unit is None and product.state != "draft":
        raise _other_unit(product)
    is_told_anew = unit != product.unit and product.unit is not None
    product.price, product.per, product.unit = rules.check_price(price), rules.check_pack(per), unit
    if not is_told_anew:
        _reckon_stated(product)
    if product.parts > 1 and not can_be_weighed(product):
        product.step = product.parts * product.per
    product.terms = product.terms | {"variant_prices": {}}


def reprice_variants(product: Product, prices: Mapping[str, int]) -> None:
    """These variants cost so many rupiah each; the product itself what the cheapest does, once each has a price.

    Raises ShopError("price-absurd").
    """
    terms = Terms.model_validate(product.terms)
    every = terms.variant_prices | {name: rules.check_price(price) for name, price in prices.items()}
    if set(every) >= set(terms.variants):
        product.price = min(every.values())
    product.terms = product.terms | {"variant_prices": every}


def _as_counted(session: Session, product: Product, price: int, per: int, unit: str | None) -> tuple[int, int]:
    """The price, and what it is for, in the product's own unit: "30rb/kg" of what is counted in gram is for 1,000.

    "7500/500 gram" of what is counted in kg is 15,000 a kg, sold by the half.
    """
    counted = in_unit(Fraction(per), unit, product.unit)
    if counted is not None and counted.denominator == 1:
        return price, int(counted)
    if counted is None or counted.numerator > 1 or product.unit != "kg" or PARTS_OF_A_KG % counted.denominator:
        raise _other_unit(product)
    start_weighing(session, product)
    product.step = PARTS_OF_A_KG // counted.denominator
    return price * counted.denominator, 1


def _other_unit(product: Product) -> ShopError:
    return ShopError("other-unit", product_id=product.id, name=product.name, sold=Amount(product.per, product.unit))


def _count_draft_in(product: Product, unit: str | None) -> None:
    """What a draft's caption said of its stock, in another unit; what can't be said in it is asked, or left out."""
    stated = product.reading.get("stock")
    meant = None if stated is None else in_unit(Fraction(stated, product.parts), product.unit, unit)
    kept = {field: value for field, value in product.reading.items() if field != "stock"}
    if meant is not None and meant.denominator == 1:
        kept["stock"] = int(meant)
    if in_unit(Fraction(1), product.unit, unit) != 1:
        product.terms = product.terms | {"min_order": None, "tiers": []}
    product.reading, product.parts, product.step = kept, 1, 1


def _reckon_stated(product: Product) -> None:
    """What a draft's caption said of its stock, now that its price is known: in packs, perhaps, or to be asked."""
    stated = product.reading.get("stock")
    if product.state != "draft" or product.parts > 1 or stated is None:
        return
    kept = {field: value for field, value in product.reading.items() if field != "stock"}
    meant = stock_meant(stated, product.per, product.unit)
    product.reading = kept | ({} if meant is None or meant > rules.MOST_PIECES else {"stock": meant})
