""" "Kabari saya": who waits for a product hears when it is there again, in turn and within what there is."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from models.database import Session
from models.products import Product
from models.stalls import Stall
from models.wishes import (
    Wish,
    drop_wishes,
    is_in_line,
    look_again,
    next_in_line,
    turns_since,
    wish_of,
    wished_product,
    wished_products,
    wished_variants,
)
from shop import rules
from shop.errors import ShopError
from shop.notices import tell
from shop.pricing import Terms, variant_named
from shop.quoting import buyers_served
from shop.views import ProductView, View, product_view

MOST_TOLD = 200

T = TypeVar("T")


class Wished(View):
    """A product after somebody asked to be told; not `waits` when it can be ordered now."""

    product: ProductView
    waits: bool


def whose_turn(line: Sequence[T], room: int, turns: int) -> Sequence[T]:
    """Whom to tell now, first come first: as many as can buy (`room`), less those whose turn it is (`turns`)."""
    return line[: max(0, room - turns)]


def wish_for(session: Session, person_id: int, product_id: int, number: int, now: datetime) -> Wished:
    """Tell this person when the product (its variant `number` from 1, or any) is there again; asking twice is harmless.

    Raises ShopError: product-gone, own-product.
    """
    product, stall = _look_up(session, product_id)
    if stall.owner_id == person_id:
        raise ShopError("own-product", product_id=product_id)
    variant = variant_named(Terms.model_validate(product.terms), None, number) or ""
    waits = not buyers_served(session, product, variant)
    if waits:
        wish = wish_of(session, person_id, product_id, variant)
        if wish is None or not is_in_line(session, wish.id):
            wish = wish or Wish(product_id=product_id, variant=variant, person_id=person_id)
            wish.asked_at, wish.told_at, wish.notice_id = now, None, None
            session.add(wish)
            session.flush()
    return Wished(product=product_view(session, product, stall), waits=waits)


def forget_wish(session: Session, person_id: int, product_id: int, now: datetime) -> ProductView:
    """This person need not be told any more; if it was their turn, it is the next one's. Raises product-gone."""
    product, stall = _look_up(session, product_id)
    drop_wishes(session, person_id, product_id)
    stock_is_back(session, product_id, now)
    return product_view(session, product, stall)


def waits_for(session: Session, person_id: int, product_id: int) -> bool:
    """Whether this person waits to be told of the product."""
    wish = wish_of(session, person_id, product_id)
    return wish is not None and is_in_line(session, wish.id)


def stock_is_back(session: Session, product_id: int, now: datetime) -> int:
    """Tell those who wait, in the order in which they asked, within the stock there is; returns how many.

    To be called wherever stock may have come back; it does nothing when there is nothing to tell. At night it is put
    off until the morning: then it is asked anew what there is.
    """
    found = wished_product(session, product_id)
    room = min(buyers_served(session, found[0]), MOST_TOLD) if found else 0
    if found is None or not room:
        return 0
    since = now - rules.TURN_LASTS
    rooms = {
        variant: buyers_served(session, found[0], variant) - len(turns_since(session, product_id, since, None, variant))
        for variant in wished_variants(session, product_id)
    }
    line = next_in_line(session, product_id, room + 1, [variant for variant, left in rooms.items() if left > 0])
    if not line:
        return 0
    morning = rules.polite_time(now, found[1].zone)
    if morning > now:
        look_again(session, product_id, morning, now)
        return 0
    turns = turns_since(session, product_id, since)
    told = whose_turn(_served(line, rooms), room, len(turns))
    for wish in told:
        _tell(session, wish, now)
    if len(told) < len(line) and (turns or told):
        look_again(session, product_id, (turns or [now])[0] + rules.TURN_LASTS, now)
    return len(told)


def stall_is_back(session: Session, stall: Stall, now: datetime) -> None:
    """The stall takes orders again: tell those who wait for what it has."""
    for product_id in wished_products(session, stall.id):
        stock_is_back(session, product_id, now)


def _served(line: Sequence[Wish], rooms: dict[str, int]) -> list[Wish]:
    """Those of the line for whom there is enough of the variant that they wait for."""
    left = dict(rooms)
    served = []
    for wish in line:
        left[wish.variant] -= 1
        if left[wish.variant] >= 0:
            served.append(wish)
    return served


def _tell(session: Session, wish: Wish, now: datetime) -> None:
    to, variant = wish.person_id, wish.variant
    notice = tell(session, to, "product-back", now, product_id=wish.product_id, lane="reminders", variant=variant)
    wish.told_at, wish.notice_id = now, notice.id if notice else None
    session.add(wish)
    session.flush()


def _look_up(session: Session, product_id: int) -> tuple[Product, Stall]:
    found = wished_product(session, product_id)
    if found is None:
        raise ShopError("product-gone")
    return found
