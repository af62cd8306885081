"""An order that is placed while its stall opens, or closes: it is asked about from the moment of opening."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from models.database import Database
from models.reminders import Reminder
from models.stalls import Stall
from shop import orders
from shop.holidays import close_stall, open_again
from shop.views import OrderView
from tests.support.market import BUDI, NOW, SARI, buy, open_market


def closes(session: Session) -> object:
    """ "Libur" for four days."""
    return close_stall(session, SARI, (NOW + timedelta(days=4)).date(), "libur", "wait", NOW)


def opens(session: Session) -> object:
    """ "Buka sekarang"."""
    return open_again(session, SARI, NOW)


def ladder_of(database: Database, meanwhile: Callable[[Session], object]) -> set[str]:
    """Kinds of reminders of an order that was placed, but not committed yet, when somebody did this meanwhile."""
    placed, may_commit, bought = threading.Event(), threading.Event(), list[OrderView]()

    def place(session: Session) -> None:
        bought.append(buy(session, BUDI, 1, 1, NOW))
        placed.set()
        may_commit.wait(5)

    buyer = threading.Thread(target=lambda: database.write_now(place))
    seller = threading.Thread(target=lambda: database.write_now(meanwhile))
    buyer.start()
    assert placed.wait(5)
    seller.start()
    seller.join(0.5)
    may_commit.set()
    buyer.join(10)
    seller.join(10)
    waiting = select(Reminder.kind).where(Reminder.order_id == bought[0].id, col(Reminder.settled_at).is_(None))
    return set(database.read_now(lambda session: session.exec(waiting).all()))


def test_an_order_amid_the_opening_is_asked_about(database: Database) -> None:
    database.write_now(open_market)
    database.write_now(closes)
    assert {"ask again", "lapse"} <= ladder_of(database, opens)


def test_an_order_amid_the_closing_is_left_in_peace(database: Database) -> None:
    database.write_now(open_market)
    assert ladder_of(database, closes) == set()


def test_without_the_lock_nobody_would_ask(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def as_seen(session: Session, stall_id: int) -> object:
        return session.get_one(Stall, stall_id).closed_until

    database.write_now(open_market)
    if database.is_sqlite:
        return  # one writes at a time there
    database.write_now(closes)
    monkeypatch.setattr(orders, "closed_until", as_seen)
    assert ladder_of(database, opens) == set()
