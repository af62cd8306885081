"""What buyers look at: a product, a stall, what is new, what has these words in its name."""

from models.database import Session
from models.people import is_nobody
from models.products import Listed, Product, has_published, on_sale, open_stalls, product_for_sale
from models.stalls import Stall
from shop.errors import ShopError
from shop.searching import found
from shop.views import ProductView, StallView, View, product_view, stall_view

PAGE = 6


class Shelf(View):
    """A page of products; `more` says whether another page follows."""

    products: tuple[Listed, ...]
    page: int
    more: bool
    stall: StallView | None = None


class Stalls(View):
    """A page of stalls, each with how many products it has on sale."""

    stalls: tuple[tuple[StallView, int], ...]
    page: int
    more: bool


def look_at(session: Session, product_id: int) -> ProductView:
    """A product that is on sale; raises ShopError: product-resting while its seller hides it, else product-gone."""
    there = product_for_sale(session, product_id)
    if there is None:
        hidden = session.get(Product, product_id)
        if hidden is not None and hidden.state == "hidden":
            raise ShopError("product-resting", product_id=product_id, name=hidden.name)
        raise ShopError("product-gone")
    return product_view(session, *there)


def newest(session: Session, page: int) -> Shelf:
    """A page of what was put on sale last."""
    return _shelf(session, page, None)


def in_stall(session: Session, stall_id: int, page: int, person_id: int | None = None) -> Shelf:
    """A page of what one stall sells; raises ShopError("stall-gone") if there is no such stall.

    One that has never shown anything is seen by its owner only: it bears a person's name.
    """
    stall = session.get(Stall, stall_id)
    if stall is None or is_nobody(stall.owner_id):
        raise ShopError("stall-gone")
    if stall.owner_id != person_id and not has_published(session, stall_id):
        raise ShopError("stall-gone")
    return _shelf(session, page, stall)


def named(session: Session, words: str, page: int) -> Shelf:
    """A page of products with all of these words in the name, however they are spelt."""
    page = max(0, page)
    return _shelf_of(found(session, words, page * PAGE, PAGE + 1), page)


def stalls(session: Session, page: int) -> Stalls:
    """A page of stalls that sell something."""
    page = max(0, page)
    open_now = open_stalls(session, page * PAGE, PAGE + 1)
    shown = tuple((stall_view(stall), count) for stall, count in open_now[:PAGE])
    return Stalls(stalls=shown, page=page, more=len(open_now) > PAGE)


def _shelf(session: Session, page: int, stall: Stall | None) -> Shelf:
    page = max(0, page)
    return _shelf_of(on_sale(session, page * PAGE, PAGE + 1, stall.id if stall else None), page, stall)


def _shelf_of(products: list[Listed], page: int, stall: Stall | None = None) -> Shelf:
    shown = tuple(products[:PAGE])
    return Shelf(products=shown, page=page, more=len(products) > PAGE, stall=stall_view(stall) if stall else None)
