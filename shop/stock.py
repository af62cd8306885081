"""Stock: a seller's answers to "how many are there?", each a line of the ledger that can be taken back."""

from datetime import datetime, timedelta

from models.database import Session
from models.notices import last_sent
from models.products import Product, low_products, untouched_products
from models.stock import StockMove, change_stock, moves_of
from shop import rules
from shop.errors import ShopError
from shop.listings import own_product
from shop.notices import most_urgent
from shop.stalls import own_stall
from shop.views import ProductView, View, product_view
from shop.wishes import stock_is_back

QUESTION_STAYS_OPEN = rules.LAPSES_AFTER
LONGEST_HISTORY = 10


class MoveView(View):
    """A line of the ledger: what changed, why, and how much there was then."""

    change: int
    reason: str
    order_id: int | None
    at: datetime
    left: int


class History(View):
    """A product's latest stock moves, newest first."""

    product: ProductView
    moves: tuple[MoveView, ...]


class Restocked(View):
    """A product after its stock was answered; `move_id` can be taken back, `next_low` is the next one to ask.

    `told`: how many who waited for it are told now.
    """

    product: ProductView
    before: int
    move_id: int | None
    next_low: ProductView | None
    told: int = 0


def add_stock(session: Session, person_id: int, product_id: int, pieces: int, now: datetime) -> Restocked:
    """So many more are there."""
    product = own_product(session, person_id, product_id)
    rules.check_stock(product.stock + pieces)
    return _change(session, product, pieces, "restock", person_id, now)


def set_stock(session: Session, person_id: int, product_id: int, total: int, now: datetime) -> Restocked:
    """So many are there in all."""
    product = own_product(session, person_id, product_id)
    change = rules.check_stock(total) - product.stock
    return _change(session, product, change, "restock" if change > 0 else "correction", person_id, now)


def take_back(session: Session, person_id: int, move_id: int, now: datetime) -> Restocked:
    """Undo an answer; raises ShopError("stock-sold-meanwhile") if the pieces are no longer there to take away."""
    move = session.get(StockMove, move_id)
    if move is None or move.reason not in ("restock", "correction"):
        raise ShopError("product-gone")
    product = own_product(session, person_id, move.product_id)
    return _change(session, product, -move.change, "correction", person_id, now, looks_on=False)


def ask_tomorrow(session: Session, person_id: int, product_id: int, now: datetime) -> Restocked:
    """Not now: ask again on another morning."""
    product = own_product(session, person_id, product_id)
    stall = own_stall(session, person_id)
    product.remind_after = rules.next_morning(now, stall.zone, stall.morning_hour)
    return _answered(session, product, product.stock, None, person_id, now)


def stop_asking(session: Session, person_id: int, product_id: int, now: datetime) -> Restocked:
    """Never ask about this product again."""
    product = own_product(session, person_id, product_id)
    product.reminding = False
    return _answered(session, product, product.stock, None, person_id, now)


def still_there(session: Session, person_id: int, product_id: int, now: datetime) -> Restocked:
    """ "Masih ada": nothing has changed, and that is worth knowing. `next_low` is the next one to ask about."""
    product = own_product(session, person_id, product_id)
    product.looked_after_at = now
    stall = own_stall(session, person_id)
    result = _answered(session, product, product.stock, None, person_id, now, looks_on=False)
    since = now - timedelta(days=rules.UNTOUCHED_DAYS)
    waiting = [other for other in untouched_products(session, stall.id or 0, since) if other.id != product.id]
    return result.model_copy(update={"next_low": product_view(session, waiting[0], stall) if waiting else None})


def history(session: Session, person_id: int, product_id: int) -> History:
    """The latest moves of one of the person's own products, each with how much there was after it."""
    product = own_product(session, person_id, product_id)
    left = product.stock
    moves = []
    for move in moves_of(session, product_id, LONGEST_HISTORY):
        moves.append(MoveView(**move.model_dump(), left=left))
        left -= move.change
    return History(product=product_view(session, product), moves=tuple(moves))


def asked_product(session: Session, person_id: int, now: datetime) -> int | None:
    """The product whose stock we asked this seller about last, while the question is fresh; its id or None."""
    notice = last_sent(session, person_id, ("low-stock", "morning", "still-there", "shown"), now - QUESTION_STAYS_OPEN)
    if notice is None:
        return None
    if notice.kind == "shown" and notice.subject:
        return int(notice.subject.removeprefix("product "))
    product_id = notice.facts.get("product_id") or notice.facts.get("shown_product_id")
    return int(product_id) if product_id else None


def _change(
    session: Session,
    product: Product,
    change: int,
    reason: str,
    person_id: int,
    now: datetime,
    looks_on: bool = True,
) -> Restocked:
    before = product.stock
    if change == 0:
        return _answered(session, product, before, None, person_id, now)
    product.kind = "counted"
    product.single_piece = product.single_piece and before + change <= 1
    session.add(product)
    session.flush()
    move = StockMove(product_id=product.id or 0, change=change, reason=reason, person_id=person_id, at=now)
    if not change_stock(session, move):
        raise ShopError("stock-sold-meanwhile", product_id=product.id)
    product.remind_after, product.reminding, product.looked_after_at = None, True, now
    session.flush()
    told = stock_is_back(session, product.id or 0, now) if change > 0 else 0
    return _answered(session, product, before, move.id, person_id, now, looks_on).model_copy(update={"told": told})


def _answered(
    session: Session,
    product: Product,
    before: int,
    move_id: int | None,
    person_id: int,
    now: datetime,
    looks_on: bool = True,
) -> Restocked:
    product.version += 1
    session.add(product)
    session.flush()
    stall = own_stall(session, person_id)
    low = low_products(session, stall.id or 0, stall.low_mark, now) if looks_on else []
    others = [other for other in low if other.id != product.id]
    # Only several have an order among them; most answers leave none or one, and need no look at paces.
    others = most_urgent(session, others, now) if len(others) > 1 else others
    return Restocked(
        product=product_view(session, product, stall),
        before=before,
        move_id=move_id,
        next_low=product_view(session, others[0], stall) if others else None,
    )
