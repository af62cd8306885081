"""Many hands at once: nothing is sold twice, nothing comes back twice. Each race is also run without the protection."""

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlalchemy import update
from sqlmodel import Session, col, func, select

from models.broadcasts import Broadcast, Delivery, move_delivery
from models.database import Database, DatabaseTrouble
from models.notices import Notice
from models.orders import Order, OrderLine
from models.products import Product
from models.reminders import Reminder, due_reminders, settle_reminders, settle_reminders_of_order
from models.stock import StockMove
from shop import moving, order_stock, reminders, rules
from shop.errors import ShopError
from shop.orders import accept_order, cancel_order, lapse_order
from shop.reminders import see_to_due
from shop.views import OrderView
from tests.support.market import BUDI, NOW, SARI, add_person, buy, move, open_market, take_one, what_is_wrong

HANDS = 8
STOCK = 20
Taker = Callable[[Database, int, threading.Barrier], bool]


def take_protected(database: Database, product_id: int, _: threading.Barrier) -> bool:
    """As the product does it."""
    return database.write_now(take_one, product_id)


def take_unprotected(database: Database, product_id: int, all_here: threading.Barrier) -> bool:
    """As one would do it without thinking: look, decide, write what is left."""
    seen = database.read_now(lambda session: session.get_one(Product, product_id).stock)
    all_here.wait(10)
    if seen < 1:
        return False

    def write(session: Session) -> None:
        session.exec(update(Product).where(col(Product.id) == product_id).values(stock=seen - 1))
        session.add(move(product_id, -1))

    database.write_now(write)
    return True


def race(database: Database, take: Taker) -> tuple[int, int, list[str]]:
    """All hands take until nothing is left: (pieces taken, pieces left, what is wrong)."""
    all_here = threading.Barrier(HANDS)
    product_id = database.write_now(open_market, stock=STOCK)

    def grab(_: int) -> int:
        # As many tries in all as there are pieces, and some more.
        return sum(take(database, product_id, all_here) for _ in range(STOCK // HANDS + 2))

    with ThreadPoolExecutor(HANDS) as hands:
        taken = sum(hands.map(grab, range(HANDS), timeout=40))
    left = database.read_now(lambda session: session.get_one(Product, product_id).stock)
    return taken, left, database.read_now(what_is_wrong)


def test_many_hands_never_take_more_than_there_is(database: Database) -> None:
    assert race(database, take_protected) == (STOCK, 0, [])


def test_without_the_protection_the_same_hands_take_too_much(database: Database) -> None:
    taken, left, wrong = race(database, take_unprotected)
    assert taken > STOCK
    assert left > STOCK - taken
    assert wrong


BUYERS = list(range(700_200_001, 700_200_025))
SCARCE = 7


async def rush(database: Database) -> tuple[int, int]:
    """More buyers than pieces, all at once: how many got one, how many were refused."""

    def invite(session: Session) -> None:
        for buyer_id in BUYERS:
            add_person(session, buyer_id)

    await database.write(open_market, stock=SCARCE)
    await database.write(invite)
    answers = await asyncio.gather(
        *(database.write(buy, buyer_id, 1, 1, NOW) for buyer_id in BUYERS), return_exceptions=True
    )
    refused = [answer for answer in answers if isinstance(answer, ShopError)]
    assert [answer for answer in answers if isinstance(answer, BaseException)] == refused
    return len(answers) - len(refused), len(refused)


async def test_a_rush_on_scarce_stock_sells_exactly_what_there_is(database: Database) -> None:
    sold, refused = await rush(database)
    assert (sold, refused) == (SCARCE, len(BUYERS) - SCARCE)

    def count(session: Session) -> tuple[int, int, int, int]:
        notices = select(func.count()).select_from(Notice).where(Notice.kind == "order-placed")
        return (
            session.get_one(Product, 1).stock,
            session.exec(select(func.count()).select_from(Order)).one(),
            session.exec(select(func.sum(OrderLine.quantity))).one(),
            session.exec(notices).one(),
        )

    assert await database.read(count) == (0, SCARCE, SCARCE, SCARCE)
    assert await database.read(what_is_wrong) == []


def careless_change(session: Session, change: StockMove) -> bool:
    """`change_stock` as one would write it without thinking."""
    product = session.get_one(Product, change.product_id)
    if product.stock + change.change < 0:
        return False
    time.sleep(0.02)
    product.stock += change.change
    session.add(product)
    session.add(change)
    return True


async def test_without_the_protection_the_same_rush_oversells(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite's one writer would forgive it; PostgreSQL does not."""
    monkeypatch.setattr(order_stock, "change_stock", careless_change)
    sold, _ = await rush(database)
    wrong = await database.read(what_is_wrong)
    if database.is_sqlite:
        assert (sold, wrong) == (SCARCE, [])
    else:
        assert sold > SCARCE
        assert wrong


def answer_at_once(database: Database) -> tuple[list[str], str, int]:
    """Seller, buyer and clock at one order: who succeeded, how it stands, how often stock came back."""
    order = database.write_now(buy, BUDI, 1, 2, NOW)
    all_here = threading.Barrier(3)
    moves: dict[str, Callable[[Session], OrderView | None]] = {
        "accepted": lambda session: accept_order(session, SARI, order.id, NOW),
        "cancelled": lambda session: cancel_order(session, BUDI, order.id, NOW),
        "lapsed": lambda session: lapse_order(session, order.id, NOW),
    }

    def go(name: str) -> bool:
        all_here.wait(10)
        try:
            view = database.write_now(moves[name])
        except ShopError:
            return False
        # "Terima" on an order that has just lapsed asks the buyer instead; the clock says nothing at all.
        return view is not None and view.state == name

    with ThreadPoolExecutor(3) as people:
        done = [name for name, won in zip(moves, people.map(go, moves, timeout=20), strict=True) if won]

    def look(session: Session) -> tuple[str, int]:
        returned = select(func.count()).where(StockMove.order_id == order.id, StockMove.reason == "returned")
        return session.get_one(Order, order.id).state, session.exec(returned).one()

    state, returned = database.read_now(look)
    return done, state, returned


def test_one_of_seller_buyer_and_clock_wins_and_stock_comes_back_at_most_once(database: Database) -> None:
    database.write_now(open_market, stock=100)
    for _ in range(8):
        done, state, returned = answer_at_once(database)
        assert done == ([] if state == "lapsed" else [state])
        assert returned == (0 if state == "accepted" else 1)
    assert database.read_now(what_is_wrong) == []


def careless_move(
    session: Session, order_id: int, from_states: tuple[str, ...], *, offers: int | None = None, **changes: object
) -> bool:
    """`move_order` as one would write it without thinking."""
    order = session.get_one(Order, order_id)
    if order.state not in from_states:
        return False
    time.sleep(0.05)
    for name, value in changes.items():
        setattr(order, name, value)
    session.add(order)
    return True


def test_without_the_protection_stock_comes_back_twice(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite's one writer would forgive it; PostgreSQL does not."""
    monkeypatch.setattr(moving, "move_order", careless_move)
    database.write_now(open_market, stock=100)
    _, _, returned = answer_at_once(database)
    wrong = database.read_now(what_is_wrong)
    if database.is_sqlite:
        assert (returned <= 1, wrong) == (True, [])
    else:
        assert returned == 2
        assert wrong


def test_the_clock_is_not_upset_by_an_answer_that_is_faster_by_a_hair(database: Database) -> None:
    """Its other reminders are seen to all the same, and nothing is raised."""
    database.write_now(open_market)
    order = database.write_now(buy, BUDI, 1, 2, NOW)
    other = database.write_now(buy, BUDI, 1, 3, NOW)
    late = NOW + rules.LAPSES_AFTER
    accepted, go_on = threading.Event(), threading.Event()

    def accept_slowly(session: Session) -> None:
        accept_order(session, SARI, order.id, late)
        session.flush()
        accepted.set()
        go_on.wait(10)

    with ThreadPoolExecutor(2) as both:
        seller = both.submit(database.write_now, accept_slowly)
        assert accepted.wait(10)
        clock = both.submit(database.write_now, see_to_due, late)
        time.sleep(0.3)  # the clock has read what is due, and now waits for the seller's row
        go_on.set()
        seller.result(20)
        assert clock.result(20).count > 0
    states = database.read_now(
        lambda session: [session.get_one(Order, order.id).state, session.get_one(Order, other.id).state]
    )
    assert states == ["accepted", "lapsed"]
    unsettled = select(func.count()).where(col(Reminder.settled_at).is_(None), Reminder.due_at <= late)
    assert database.read_now(lambda session: session.exec(unsettled).one()) == 0


def answer_as_the_clock_comes(database: Database, monkeypatch: pytest.MonkeyPatch) -> str:
    """A seller's answer has moved the order, but not settled what is due about it, when the clock looks; the state."""
    database.write_now(open_market)
    order = database.write_now(buy, BUDI, 1, 2, NOW)
    late, moved = NOW + rules.LAPSES_AFTER, threading.Event()

    def settle_slowly(session: Session, order_id: int, now: datetime) -> None:
        moved.set()
        time.sleep(0.3)  # the clock gets as far as it can
        settle_reminders_of_order(session, order_id, now)

    monkeypatch.setattr(moving, "settle_reminders_of_order", settle_slowly)
    with ThreadPoolExecutor(2) as both:
        seller = both.submit(database.write_now, accept_order, SARI, order.id, late)
        assert moved.wait(10)
        clock = both.submit(database.write_now, see_to_due, late)
        clock.result(20)
        seller.result(20)
    return database.read_now(lambda session: session.get_one(Order, order.id).state)


def test_the_clock_and_an_answer_never_wait_for_each_other(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    assert answer_as_the_clock_comes(database, monkeypatch) == "accepted"


def test_without_the_protection_they_do(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite's one writer would forgive it; PostgreSQL has to throw one of them out."""
    monkeypatch.setattr(reminders, "hold_orders", lambda *_: None)
    if database.is_sqlite:
        assert answer_as_the_clock_comes(database, monkeypatch) == "accepted"
    else:
        with pytest.raises(DatabaseTrouble, match="deadlock detected"):
            answer_as_the_clock_comes(database, monkeypatch)


def start_delivery(session: Session) -> int:
    add_person(session, BUDI)
    broadcast = Broadcast(operator_id=BUDI, message_ids=[1], state="sending", created_at=NOW)
    session.add(broadcast)
    session.flush()
    delivery = Delivery(broadcast_id=broadcast.id, person_id=BUDI)
    session.add(delivery)
    session.flush()
    return delivery.id


def claim_carelessly(session: Session, delivery: Delivery, from_state: str, to_state: str) -> bool:
    """`move_delivery` as one would write it without thinking; the look is the caller's."""
    session.exec(update(Delivery).where(col(Delivery.id) == delivery.id).values(state=to_state))
    return from_state != to_state


@pytest.mark.parametrize(("careful", "winners"), [(True, 1), (False, HANDS)])
def test_a_copy_of_a_broadcast_is_claimed_once(database: Database, careful: bool, winners: int) -> None:
    delivery_id = database.write_now(start_delivery)
    all_here = threading.Barrier(HANDS)
    claim = move_delivery if careful else claim_carelessly

    def go(_: int) -> bool:
        seen = database.read_now(lambda session: session.get_one(Delivery, delivery_id))
        all_here.wait(10)
        return seen.state == "waiting" and database.write_now(claim, seen, "waiting", "sending")

    with ThreadPoolExecutor(HANDS) as hands:
        assert sum(hands.map(go, range(HANDS), timeout=20)) == winners


def test_what_was_answered_meanwhile_is_not_seen_to(database: Database) -> None:
    """On PostgreSQL the tick may have read what is due just before an answer settles it."""

    def due(session: Session) -> list[Reminder]:
        return due_reminders(session, NOW + timedelta(hours=1), 10)

    database.write_now(lambda session: buy(session, BUDI, open_market(session), 1))
    read = database.read_now(due)
    assert len(read) == 1
    database.write_now(settle_reminders_of_order, 1, NOW)
    assert database.write_now(settle_reminders, read, NOW) == []
