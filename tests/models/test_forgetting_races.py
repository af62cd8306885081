"""Somebody is forgotten while others order from them and write to them, or are forgotten as well."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from sqlmodel import Session, col, select

from models.database import AlreadyThere, Database
from models.forgetting import stop_broadcasts
from models.notices import Notice
from models.orders import Order
from models.people import Person
from models.settings import set_setting, take_setting
from shop.errors import ShopError
from shop.forgetting import forget
from shop.notices import tell
from tests.support.market import BUDI, NOW, SARI, add_person, buy, open_market, what_is_wrong
from tests.support.postgres import Postgres

MANY = 8


@pytest.fixture
def address(postgres: Postgres) -> str:
    """A fresh database with many writers; SQLite has one."""
    return postgres.new_address()


@pytest.mark.parametrize("is_protected", [True, False])
def test_nobody_orders_from_or_writes_to_somebody_who_is_being_forgotten(
    database: Database, monkeypatch: pytest.MonkeyPatch, is_protected: bool
) -> None:
    product_id = database.write_now(open_market, stock=20)
    is_under_way = threading.Event()

    def slowly(session: Session, person_id: int) -> None:
        is_under_way.set()
        time.sleep(0.5)
        stop_broadcasts(session, person_id)

    monkeypatch.setattr("shop.forgetting.stop_broadcasts", slowly)
    if not is_protected:
        monkeypatch.setattr("shop.forgetting.begin_forgetting", lambda *_: True)
    with ThreadPoolExecutor(3) as hands:
        leaving = hands.submit(database.write_now, forget, SARI, 0, NOW)
        assert is_under_way.wait(10)
        ordering = hands.submit(database.write_now, buy, BUDI, product_id, 1)
        writing = hands.submit(database.write_now, lambda session: tell(session, SARI, "undelivered", NOW))
        leaving.result(20)
        for one in (ordering, writing):
            with suppress(AlreadyThere, ShopError):
                one.result(20)

    def left(session: Session) -> tuple[int, int]:
        waiting = select(Order).where(Order.state == "placed")
        for_nobody = select(Notice).where(col(Notice.person_id) < 0)
        return len(session.exec(waiting).all()), len(session.exec(for_nobody).all())

    stays = database.read_now(left)
    assert stays == (0, 0) if is_protected else sum(stays) > 0
    assert database.read_now(what_is_wrong) == []


@pytest.mark.parametrize("is_protected", [True, False])
def test_who_answers_an_order_and_who_is_forgotten_never_wait_for_each_other(
    database: Database, monkeypatch: pytest.MonkeyPatch, is_protected: bool
) -> None:
    product_id = database.write_now(open_market, stock=20)
    database.write_now(buy, BUDI, product_id, 1)
    has_the_order, is_leaving = threading.Event(), threading.Event()

    def answer(session: Session) -> None:
        session.exec(select(Order).where(Order.id == 1).with_for_update()).one()
        has_the_order.set()
        is_leaving.wait(1)
        time.sleep(0.3)
        tell(session, SARI, "order-cancelled", NOW, order_id=1)

    def leave(session: Session) -> None:
        has_the_order.wait(10)
        is_leaving.set()
        forget(session, SARI, 0, NOW)

    if not is_protected:
        monkeypatch.setattr("models.forgetting.hold_orders", lambda *_: None)
    with ThreadPoolExecutor(2) as hands:
        hurdles = [hands.submit(database.write_now, work) for work in (answer, leave)]
        faults = [type(hurdle.exception(20)).__name__ for hurdle in hurdles if hurdle.exception(20)]
    assert faults == ([] if is_protected else ["OperationalError"])


def test_many_people_can_be_forgotten_at_once(database: Database) -> None:
    product_id = database.write_now(open_market, stock=20)
    people = range(800_000_001, 800_000_001 + MANY)
    for person_id in people:
        database.write_now(add_person, person_id)
        database.write_now(buy, person_id, product_id, 1)
    with ThreadPoolExecutor(MANY) as hands:
        list(hands.map(lambda person_id: database.write_now(forget, person_id, 0, NOW), people, timeout=30))
    known = database.read_now(lambda session: set(session.exec(select(Person.id))))
    assert not known & set(people)
    assert len([number for number in known if number < 0]) == MANY


def test_what_is_taken_is_taken_by_one(database: Database) -> None:
    database.write_now(set_setting, "copied at", "2026-11-21")
    all_here = threading.Barrier(2)

    def take(_: int) -> str | None:
        def slowly(session: Session) -> str | None:
            session.connection()
            all_here.wait(10)
            taken: str | None = take_setting(session, "copied at")
            time.sleep(0.2)
            return taken

        return database.write_now(slowly)

    with ThreadPoolExecutor(2) as hands:
        taken = sorted(map(str, hands.map(take, range(2), timeout=20)))
    assert taken == ["2026-11-21", "None"]
