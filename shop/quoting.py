"""What an order would be: may it be placed, and what does it cost? The summary and the order itself both ask here."""

from collections.abc import Sequence
from typing import NoReturn

from models.database import Session
from models.products import Product, photos_of, product_for_sale
from models.stalls import Stall
from shop import rules
from shop.errors import ShopError
from shop.pricing import Terms, amount_for, check_minimum, least_quantity, variant_named
from shop.views import LineView, PhotoView, StallView, View, photo_view, stall_view


class Wanted(View):
    """What somebody wants: `quantity` packs of a product; of one variant, by name or by its number from 1."""

    product_id: int
    quantity: int
    variant: str | None = None
    number: int = 0


class Quote(View):
    """What an order would be, before it is placed. `total` in rupiah."""

    stall: StallView
    lines: tuple[LineView, ...]
    total: int
    photo: PhotoView | None = None


def quote(session: Session, person_id: int, wanted: Sequence[Wanted]) -> Quote:
    """What this order would cost now.

    Raises ShopError: product-gone, own-product, quantity-absurd, under-minimum, which-variant, sold-out, not-enough
    (with what is left), several-stalls.
    """
    stall, chosen = look_up(session, person_id, wanted)
    lines = tuple(line_for(product, want) for product, want in chosen)
    photos = photos_of(session, lines[0].product_id)
    return Quote(
        stall=stall_view(stall),
        lines=lines,
        total=sum(line.amount for line in lines),
        photo=photo_view(photos[0]) if photos else None,
    )


def look_up(session: Session, person_id: int, wanted: Sequence[Wanted]) -> tuple[Stall, list[tuple[Product, Wanted]]]:
    """Find what is wanted, in the order of ids, so that two orders never wait for each other; refuse what can't be."""
    chosen: list[tuple[Product, Wanted]] = []
    stalls: dict[int | None, Stall] = {}
    for want in sorted(wanted, key=lambda want: want.product_id):
        found = product_for_sale(session, want.product_id)
        if found is None:
            raise ShopError("product-gone")
        product, stall = found
        stalls[stall.id] = stall
        _check(product, stall, person_id, want)
        chosen.append((product, want))
    if len(stalls) != 1:
        raise ShopError("several-stalls")
    return stalls.popitem()[1], chosen


def _check(product: Product, stall: Stall, person_id: int, want: Wanted) -> None:
    product_id, terms = product.id or 0, Terms.model_validate(product.terms)
    if stall.owner_id == person_id:
        raise ShopError("own-product", product_id=product_id)
    if not 0 < want.quantity <= rules.MOST_ORDERED:
        raise ShopError("quantity-absurd", product_id=product_id)
    if terms.variants and variant_named(terms, want.variant, want.number) is None:
        raise ShopError("which-variant", product_id=product_id)
    check_minimum(terms, product.per, want.quantity, product_id)
    if product.kind == "counted" and want.quantity * product.per > product.stock:
        refuse_for_stock(product)


def buyers_served(product: Product) -> int:
    """How many people could order the least of it now: 0 for what is out or hidden."""
    if product.state != "on sale":
        return 0
    least = least_quantity(Terms.model_validate(product.terms), product.per)
    return rules.MOST_ORDERED if product.kind == "made" else product.stock // (product.per * least)


def refuse_for_stock(product: Product) -> NoReturn:
    """Raises ShopError("sold-out"), or ShopError("not-enough", left=…) with how many packs are left."""
    left = product.stock // product.per
    raise ShopError("not-enough" if left else "sold-out", product_id=product.id, left=left)


def line_for(product: Product, want: Wanted) -> LineView:
    """The line of an order, at this moment's name and price."""
    terms, price = Terms.model_validate(product.terms), product.price or 0
    variant = variant_named(terms, want.variant, want.number)
    return LineView(
        product_id=product.id or 0,
        name=product.name or "",
        price=terms.variant_prices.get(variant or "", price),
        per=product.per,
        unit=product.unit,
        variant=variant,
        quantity=want.quantity,
        amount=amount_for(price, product.per, terms, want.quantity, variant),
    )
