"""A seller's own products: found through their owner, looked at page by page, shown, hidden or removed."""

from datetime import datetime

from models.database import Session
from models.products import Listed, Product, count_products, on_sale, product_of, products_of_stall
from shop.errors import ShopError
from shop.searching import keep_findable
from shop.stalls import own_stall
from shop.views import ProductView, View, product_view
from shop.wishes import stock_is_back

PAGE = 6


class Shelf(View):
    """A page of a stall's own products."""

    products: tuple[Listed, ...]
    page: int
    pages: int


def own_product(session: Session, person_id: int, product_id: int) -> Product:
    """The person's product; raises ShopError("product-gone") if it isn't theirs or was removed."""
    product = product_of(session, person_id, product_id)
    if product is None:
        raise ShopError("product-gone")
    return product


def show_product(session: Session, person_id: int, product_id: int, state: str, now: datetime) -> ProductView:
    """Show, hide or remove a product of one's own: `state` is `on sale`, `hidden` or `removed`."""
    product = own_product(session, person_id, product_id)
    if product.state == "draft":
        raise ShopError("draft-not-published", product_id=product.id)
    product.state = state
    session.add(product)
    return changed(session, product, now)


def look_at_own(session: Session, person_id: int, product_id: int) -> ProductView:
    """One of the person's own products, draft or not."""
    return product_view(session, own_product(session, person_id, product_id))


def own_shelf(session: Session, person_id: int, page: int) -> Shelf:
    """A page of the person's own products; raises ShopError("no-stall") for somebody who has none."""
    stall = own_stall(session, person_id)
    stall_id = stall.id
    total = count_products(session, stall_id, "on sale", "hidden")
    pages = max(1, -(-total // PAGE))
    page = min(max(page, 0), pages - 1)
    products = products_of_stall(session, stall_id, page * PAGE, PAGE)
    return Shelf(products=tuple(products), page=page, pages=pages)


def whole_shelf(session: Session, person_id: int, most: int) -> tuple[Listed, ...]:
    """Everything that the person has on sale, newest first, up to `most`."""
    stall = own_stall(session, person_id)
    return tuple(on_sale(session, 0, most, stall.id))


def changed(session: Session, product: Product, now: datetime | None = None) -> ProductView:
    """Keep what was changed of a product, as a new version of its card.

    With `now` it was something by which it can be ordered again, perhaps: who waits for it is told.
    """
    product.version += 1
    session.add(product)
    session.flush()
    keep_findable(session, product)
    if now is not None:
        stock_is_back(session, product.id, now)
    return product_view(session, product)
