"""What an order would be: may it be placed, and what does it cost? The summary and the order itself both ask here."""

from collections.abc import Sequence
from typing import NoReturn

from models.database import Session
from models.products import Product, photos_of, product_for_sale
from models.stalls import Stall
from models.variants import variant_stocks
from shop import rules
from shop.amounts import Amount, in_stock, pack_of, quantity_said
from shop.errors import ShopError
from shop.pricing import Terms, amount_for, check_minimum, least_stock, variant_named
from shop.views import LineView, PhotoView, StallView, View, photo_view, stall_view


class Wanted(View):
    """What somebody wants: `quantity` packs of a product; of one variant, by name or by its number from 1.

    `unit`: the one that was said, to be counted as the product is sold ("500 gram" of what costs so much a kg).
    `parts`: the quantity is counted in parts of a unit already, as a button's is.
    """

    product_id: int
    quantity: int
    unit: str | None = None
    parts: int = 1
    variant: str | None = None
    number: int = 0


class Quote(View):
    """What an order would be, before it is placed. In rupiah: `total` without, `fee` for bringing it (None: open)."""

    stall: StallView
    lines: tuple[LineView, ...]
    total: int
    fee: int | None = None
    photo: PhotoView | None = None

    def mark(self, address: str | None) -> int:
        """What a button below it carries, to be brought to this address or (None) fetched; see `mark_of_order`."""
        return mark_of_order(self.lines, self.fee if address else None, address)


def mark_of_order(lines: Sequence[LineView], fee: int | None, address: str | None) -> int:
    """A number from 1 by which an order tells whether it is still what was read back."""
    return rules.mark_of(repr([[line.model_dump() for line in lines], fee, address])) or 1


def quote(session: Session, person_id: int, wanted: Sequence[Wanted]) -> Quote:
    """What this order would cost now.

    Raises ShopError: product-gone, own-product, stall-closed (with until when), quantity-absurd, no-whole-step (with
    what is near), under-minimum, which-variant, sold-out, not-enough (with what is left), several-stalls.
    """
    stall, chosen = look_up(session, person_id, wanted)
    lines = tuple(line_for(product, want) for product, want in chosen)
    photos = photos_of(session, lines[0].product_id)
    return Quote(
        stall=stall_view(stall),
        lines=lines,
        total=sum(line.amount for line in lines),
        fee=stall.delivery_fee,
        photo=photo_view(*photos[0]) if photos else None,
    )


def look_up(session: Session, person_id: int, wanted: Sequence[Wanted]) -> tuple[Stall, list[tuple[Product, Wanted]]]:
    """Find what is wanted, in the order of ids, so that two orders never wait for each other; refuse what can't be.

    Each quantity comes back as its product is sold; what was named twice is wanted once, in all.
    """
    chosen: dict[tuple[int, str | None], tuple[Product, Wanted]] = {}
    stalls: dict[int | None, Stall] = {}
    for want in sorted(wanted, key=lambda want: want.product_id):
        found = product_for_sale(session, want.product_id)
        if found is None:
            raise ShopError("product-gone")
        product, stall = found
        stalls[stall.id] = stall
        want = _as_sold(want, product)
        which = want.product_id, variant_named(Terms.model_validate(product.terms), want.variant, want.number)
        if which in chosen:
            want = want.model_copy(update={"quantity": want.quantity + chosen[which][1].quantity})
        chosen[which] = product, want
    if len(stalls) != 1:
        raise ShopError("several-stalls")
    _, stall = stalls.popitem()
    for product, want in chosen.values():
        _check(session, product, stall, person_id, want)
    return stall, list(chosen.values())


def _as_sold(want: Wanted, product: Product) -> Wanted:
    if want.parts > 1:
        # A button from before the product was weighed otherwise still means what stood on it.
        quantity = quantity_said(want.quantity * 1000 // want.parts, "milli", product, product.id)
    else:
        quantity = quantity_said(want.quantity, want.unit, product, product.id)
    return want.model_copy(update={"quantity": quantity, "unit": None, "parts": product.parts})


def _check(session: Session, product: Product, stall: Stall, person_id: int, want: Wanted) -> None:
    product_id, terms = product.id, Terms.model_validate(product.terms)
    if stall.owner_id == person_id:
        raise ShopError("own-product", product_id=product_id)
    if stall_view(stall).refuses:
        raise ShopError(
            "stall-closed", product_id=product_id, stall=stall.name, until=stall.closed_until, zone=stall.zone
        )
    rules.check_quantity(want.quantity, product_id, product.parts)
    variant = variant_named(terms, want.variant, want.number)
    if terms.variants and variant is None:
        raise ShopError("which-variant", product_id=product_id)
    wanted = in_stock(want.quantity, product.per, product.parts)
    if product.kind != "made" and max(wanted, least_stock(terms, product)) > stock_left(session, product, variant):
        refuse_for_stock(session, product, variant)
    check_minimum(terms, product, want.quantity, product_id)


def stock_left(session: Session, product: Product, variant: str | None) -> int:
    """How many pieces there are, of this variant if each has a stock of its own."""
    if not product.by_variant:
        return product.stock
    return variant_stocks(session, product.id).get(variant or "", 0)


def buyers_served(session: Session, product: Product, variant: str = "") -> int:
    """How many people could order the least of it, or of this variant, now: 0 for what is out or hidden, and while
    its stall takes no orders."""
    if product.state != "on sale" or stall_view(session.get_one(Stall, product.stall_id)).refuses:
        return 0
    if product.kind == "made":
        return rules.MOST_ORDERED
    least = least_stock(Terms.model_validate(product.terms), product)
    if product.by_variant and not variant:
        # Nobody can make up a minimum of three from two red ones and two blue ones.
        return sum(stock // least for stock in variant_stocks(session, product.id).values())
    return stock_left(session, product, variant) // least


def refuse_for_stock(session: Session, product: Product, variant: str | None = None) -> NoReturn:
    """Raises ShopError("sold-out"), or ShopError("not-enough", left=…) with what is left, of this variant."""
    pieces = stock_left(session, product, variant)
    packs = pieces // pack_of(product)
    left = Amount(packs * pack_of(product), product.unit, product.parts)
    is_out = pieces < least_stock(Terms.model_validate(product.terms), product)
    raise ShopError("sold-out" if is_out else "not-enough", product_id=product.id, left=left, packs=packs)


def line_for(product: Product, want: Wanted) -> LineView:
    """The line of an order, at this moment's name and price."""
    terms, price = Terms.model_validate(product.terms), product.price or 0
    variant = variant_named(terms, want.variant, want.number)
    return LineView(
        product_id=product.id,
        name=product.name or "",
        price=terms.variant_prices.get(variant or "", price),
        per=product.per,
        unit=product.unit,
        parts=product.parts,
        variant=variant,
        quantity=want.quantity,
        amount=amount_for(price, product.per, terms, want.quantity, variant, product.parts),
        days=terms.preorder_days,
    )
