"""Several hands at one order's payment: each move is made once, and its news told once. Also without the protection."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import Session, func, select

from models.database import Database
from models.notices import Notice
from models.orders import Order
from shop import paying
from shop.errors import ShopError
from shop.orders import accept_order
from shop.paying import claim_paid, confirm_payment, deny_payment
from shop.views import OrderView
from tests.support.market import BUDI, NOW, SARI, buy, open_market

HANDS = 6
Move = Callable[[Session, int], OrderView]


def at_once(database: Database, moves: list[Move]) -> tuple[str, int, int]:
    """All these at once at an order that the buyer says is paid: how it stands, and how often each side was told."""
    order = database.write_now(buy, BUDI, 1, 1, NOW)
    database.write_now(accept_order, SARI, order.id, NOW)
    database.write_now(claim_paid, BUDI, order.id, NOW)
    all_here = threading.Barrier(len(moves))

    def go(move: Move) -> None:
        all_here.wait(10)
        try:
            database.write_now(move, order.id)
        except ShopError:
            return

    with ThreadPoolExecutor(len(moves)) as people:
        list(people.map(go, moves, timeout=20))

    def look(session: Session) -> tuple[str, int, int]:
        def count(kind: str) -> int:
            return session.exec(select(func.count()).select_from(Notice).where(Notice.kind == kind)).one()

        return session.get_one(Order, order.id).payment, count("payment-confirmed"), count("payment-not-yet")

    return database.read_now(look)


def confirm(session: Session, order_id: int) -> OrderView:
    """ "Uang sudah masuk"."""
    return confirm_payment(session, SARI, order_id, NOW)


def deny(session: Session, order_id: int) -> OrderView:
    """ "Belum masuk"."""
    return deny_payment(session, SARI, order_id, 1, NOW)


def careless_move(
    session: Session,
    order_id: int,
    in_states: tuple[str, ...],
    from_payments: tuple[str, ...],
    claim: int | None = None,
    **changes: object,
) -> bool:
    """`move_payment` as one would write it without thinking."""
    order = session.get_one(Order, order_id)
    if order.state not in in_states or order.payment not in from_payments:
        return False
    time.sleep(0.05)
    for name, value in changes.items():
        setattr(order, name, value)
    session.add(order)
    return True


def test_the_money_is_there_once_however_many_hands_say_so(database: Database) -> None:
    database.write_now(open_market)
    assert at_once(database, [confirm] * HANDS) == ("paid", 1, 0)


def test_yes_and_not_yet_at_once_end_in_paid(database: Database) -> None:
    """The money that is there stays there, whichever came first."""
    database.write_now(open_market)
    for _ in range(4):
        payment, _, _ = at_once(database, [confirm, deny])
        assert payment == "paid"


def test_without_the_protection_the_buyer_is_told_again_and_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite's one writer would forgive it; PostgreSQL does not."""
    monkeypatch.setattr(paying, "move_payment", careless_move)
    database.write_now(open_market)
    payment, told, _ = at_once(database, [confirm] * HANDS)
    assert payment == "paid"
    assert told == 1 if database.is_sqlite else told > 1
