"""Stock: a seller's answers to "how many are there?", each a line of the ledger that can be taken back."""

from datetime import datetime, timedelta

from models.database import Session
from models.products import Product, low_products, product_of, untouched_products
from models.stock import StockMove, change_stock, moves_of, moves_together
from models.variants import variant_stocks
from shop import rules
from shop.amounts import Amount, packs_in_stock
from shop.batches import put_out
from shop.errors import ShopError
from shop.pricing import Terms
from shop.quoting import stock_left
from shop.shelves import own_product
from shop.stalls import own_stall
from shop.telling import most_urgent
from shop.variants import MOST_VARIANTS, count_variants, variant_of
from shop.views import ProductView, View, product_view
from shop.weighing import pieces_given
from shop.wishes import stock_is_back

LONGEST_HISTORY = 10


class MoveView(View):
    """A line of the ledger: what changed, why, and how much there was then."""

    change: int
    variant: str | None
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

    `together`: so many moves, of which `move_id` is the last, are taken back with it. `counted`: each variant was told
    anew. `told`: how many who waited for it hear now. `was_made`: it was made to order, and by the answer it has a
    stock.
    """

    product: ProductView
    before: int
    counted: bool = False
    was_made: bool = False
    move_id: int | None
    together: int = 1
    next_low: ProductView | None
    told: int = 0


def add_stock(
    session: Session,
    person_id: int,
    product_id: int,
    count: int,
    now: datetime,
    unit: str | None = None,
    number: int = 0,
) -> Restocked:
    """So many more are there, less if `count` is below 0, in `unit` if one was said; of the variant with this number,
    if each has its own stock. Raises ShopError("stock-less-than-that") if so many were never there.
    """
    product = own_product(session, person_id, product_id)
    pieces = pieces_given(session, product, abs(count), unit)
    return _add(session, product, pieces if count >= 0 else -pieces, person_id, now, number)


def add_packs(
    session: Session, person_id: int, product_id: int, packs: int, now: datetime, number: int = 0
) -> Restocked:
    """The same for a tap, which counts what the price is for: five of what costs so much by 500 gram are 2,500."""
    product = own_product(session, person_id, product_id)
    return _add(session, product, packs_in_stock(packs, product), person_id, now, number)


def set_stock(
    session: Session,
    person_id: int,
    product_id: int,
    count: int,
    now: datetime,
    unit: str | None = None,
    number: int = 0,
) -> Restocked:
    """So many are there in all, in `unit` if one was said; of the variant with this number, if each has its own stock.

    "Habis" without a variant is said of all of them. Raises ShopError("stock-of-which-variant") where it can't be told
    which; or one variant was named and all share one stock, which is told apart only by all of them.
    """
    product = own_product(session, person_id, product_id)
    if number and not product.by_variant:
        raise ShopError("stock-of-which-variant", product_id=product.id, name=product.name)
    if product.by_variant and not number and count == 0:
        nothing = dict.fromkeys(variant_stocks(session, product_id), 0)
        return set_variants(session, person_id, product_id, nothing, now)
    pieces = pieces_given(session, product, count, unit)
    variant = variant_of(session, product, number)
    change = pieces - stock_left(session, product, variant)
    return _change(session, product, change, "restock" if change > 0 else "correction", person_id, now, variant)


def set_variants(session: Session, person_id: int, product_id: int, counts: dict[str, int], now: datetime) -> Restocked:
    """So many are there of each variant; from now on each has a stock of its own."""
    product = own_product(session, person_id, product_id)
    before, was_made, told_apart = product.stock, product.kind == "made", product.by_variant
    _looked_after(product, now)
    moves = count_variants(session, product, counts, "restock", person_id, now)
    put_out(session, product, own_stall(session, person_id), now)
    told = stock_is_back(session, product_id, now)
    # What all shared until now can't be put together again.
    move_id = moves[-1].id if moves and told_apart else None
    result = _answered(session, product, before, move_id, person_id, now)
    counted = {"counted": True, "was_made": was_made, "told": told, "together": len(moves)}
    return result.model_copy(update=counted)


def names_of(session: Session, person_id: int, product_id: int) -> tuple[str, tuple[str, ...], bool]:
    """The name of one's own product, those of its variants, and whether each has its own stock; none if it is gone."""
    product = product_of(session, person_id, product_id)
    if product is None:
        return "", (), False
    return product.name or "", Terms.model_validate(product.terms).variants, product.by_variant


def take_back(session: Session, person_id: int, move_id: int, now: datetime, together: int = 1) -> Restocked:
    """Undo an answer, of so many moves `together`; raises ShopError("stock-sold-meanwhile") if the pieces are no
    longer there to take away.
    """
    move = session.get(StockMove, move_id)
    if move is None or move.reason not in ("restock", "correction"):
        raise ShopError("product-gone")
    product = own_product(session, person_id, move.product_id)
    moves = moves_together(session, move, min(max(together, 1), MOST_VARIANTS))
    if product.by_variant and any(move.variant is None for move in moves):
        raise ShopError("stock-sold-meanwhile", product_id=product.id)
    undone = [
        _change(session, product, -move.change, "correction", person_id, now, move.variant, looks_on=False)
        for move in moves
    ]
    told = sum(result.told for result in undone)
    return undone[-1].model_copy(update={"before": undone[0].before, "told": told, "together": len(undone)})


def same_again(session: Session, person_id: int, product_id: int, now: datetime) -> Restocked:
    """As many as last time: today's batch is out. Raises ShopError("stock-of-which-variant") where each is counted."""
    product = own_product(session, person_id, product_id)
    variant_of(session, product, 0)  # "as many as last time" says nothing of each
    usual = product_view(session, product).usual
    return _change(session, product, usual, "restock", person_id, now)


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
    waiting = [other for other in untouched_products(session, stall.id, since) if other.id != product.id]
    return result.model_copy(update={"next_low": product_view(session, waiting[0], stall) if waiting else None})


def first_low(session: Session, person_id: int, now: datetime) -> tuple[ProductView | None, int]:
    """What should be restocked first in the person's stall, if anything, and how many more after it."""
    stall = own_stall(session, person_id)
    low = most_urgent(session, low_products(session, stall.id, stall.low_mark, now), now)
    return (product_view(session, low[0], stall), len(low) - 1) if low else (None, 0)


def history(session: Session, person_id: int, product_id: int) -> History:
    """The latest moves of one of the person's own products, each with how much there was after it."""
    product = own_product(session, person_id, product_id)
    left = product.stock
    moves = []
    for move in moves_of(session, product_id, LONGEST_HISTORY):
        moves.append(MoveView(**move.model_dump(), left=left))
        left -= move.change
    return History(product=product_view(session, product), moves=tuple(moves))


def _add(session: Session, product: Product, pieces: int, person_id: int, now: datetime, number: int) -> Restocked:
    variant = variant_of(session, product, number)
    left = stock_left(session, product, variant)
    if left + pieces < 0:
        there = Amount(left, product.unit, product.parts)
        raise ShopError("stock-less-than-that", name=product.name, stock=there)
    rules.check_stock(left + pieces, product.parts)
    return _change(session, product, pieces, "correction" if pieces < 0 else "restock", person_id, now, variant)


def _change(
    session: Session,
    product: Product,
    change: int,
    reason: str,
    person_id: int,
    now: datetime,
    variant: str | None = None,
    looks_on: bool = True,
) -> Restocked:
    before, was_made = product.stock, product.kind == "made"
    if change == 0 and not was_made:
        return _nothing_changed(session, product, person_id, now)
    product.kind = "counted" if was_made else product.kind
    product.single_piece = product.single_piece and before + change <= 1
    session.add(product)
    session.flush()
    move = StockMove(product_id=product.id, variant=variant, change=change, reason=reason, person_id=person_id, at=now)
    if change and not change_stock(session, move):
        raise ShopError("stock-sold-meanwhile", product_id=product.id)
    _looked_after(product, now)
    session.flush()
    put_out(session, product, own_stall(session, person_id), now)
    told = stock_is_back(session, product.id, now) if change > 0 else 0
    answered = _answered(session, product, before, move.id, person_id, now, looks_on)
    return answered.model_copy(update={"told": told, "was_made": was_made})


def _looked_after(product: Product, now: datetime) -> None:
    product.remind_after, product.reminding, product.looked_after_at = None, True, now


def _nothing_changed(session: Session, product: Product, person_id: int, now: datetime) -> Restocked:
    if product.kind == "batch" and product.closes_at is None:
        # None today: that was the answer to the morning's question.
        stall = own_stall(session, person_id)
        product.remind_after = rules.next_morning(now, stall.zone, stall.morning_hour)
    return _answered(session, product, product.stock, None, person_id, now)


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
    low = low_products(session, stall.id, stall.low_mark, now) if looks_on else []
    others = [other for other in low if other.id != product.id]
    # Only several have an order among them; most answers leave none or one, and need no look at paces.
    others = most_urgent(session, others, now) if len(others) > 1 else others
    return Restocked(
        product=product_view(session, product, stall),
        before=before,
        move_id=move_id,
        next_low=product_view(session, others[0], stall) if others else None,
    )
