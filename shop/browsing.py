"""What buyers look at: a product, a stall, what is new, what has these words in its name."""

from models.database import Session
from models.people import is_nobody
from models.products import on_sale, open_stalls, product_for_sale
from models.stalls import Stall
from shop.errors import ShopError
from shop.views import ListedView, ProductView, StallView, View, listed_view, product_view, stall_view

PAGE = 6


class Shelf(View):
    """A page of products; `more` says whether another page follows."""

    products: tuple[ListedView, ...]
    page: int
    more: bool
    stall: StallView | None = None


class Stalls(View):
    """A page of stalls, each with how many products it has on sale."""

    stalls: tuple[tuple[StallView, int], ...]
    page: int
    more: bool


def look_at(session: Session, product_id: int) -> ProductView:
    """A product that is on sale; raises ShopError("product-gone") otherwise."""
    found = product_for_sale(session, product_id)
    if found is None:
        raise ShopError("product-gone")
    return product_view(session, *found)


def newest(session: Session, page: int) -> Shelf:
    """A page of what was put on sale last."""
    return _shelf(session, page, None, ())


def in_stall(session: Session, stall_id: int, page: int) -> Shelf:
    """A page of what one stall sells; raises ShopError("stall-gone") if there is no such stall."""
    stall = session.get(Stall, stall_id)
    if stall is None or is_nobody(stall.owner_id):
        raise ShopError("stall-gone")
    return _shelf(session, page, stall, ())


def named(session: Session, words: str, page: int) -> Shelf:
    """A page of products with all of these words in the name."""
    return _shelf(session, page, None, words.split()[:5])


def stalls(session: Session, page: int) -> Stalls:
    """A page of stalls that sell something."""
    page = max(0, page)
    found = open_stalls(session, page * PAGE, PAGE + 1)
    shown = tuple((stall_view(stall), count) for stall, count in found[:PAGE])
    return Stalls(stalls=shown, page=page, more=len(found) > PAGE)


def _shelf(session: Session, page: int, stall: Stall | None, words: list[str] | tuple[()]) -> Shelf:
    page = max(0, page)
    found = on_sale(session, page * PAGE, PAGE + 1, stall.id if stall else None, words)
    shown = tuple(listed_view(product, owner) for product, owner in found[:PAGE])
    return Shelf(products=shown, page=page, more=len(found) > PAGE, stall=stall_view(stall) if stall else None)
