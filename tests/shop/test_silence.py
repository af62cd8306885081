"""Silence and mornings: who is told what, when, and only once, also after the bot was away."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from models.database import Database, Session, sqlite_address
from models.notices import Notice
from models.orders import Order
from models.products import Product
from models.stalls import Stall
from shop.handing_over import finish_order
from shop.notices import tell
from shop.orders import accept_order
from shop.reminders import look_after_absence, note_look, see_to_due
from shop.stalls import start_reminders
from shop.stock import ask_tomorrow, history, set_stock, still_there
from shop.telling import what_to_tell
from tests.support.market import BUDI, NOW, RINI, SARI, add_product, buy, open_market, what_is_wrong

OPERATORS = frozenset({RINI})
Run = Callable[..., Any]
MORNING = NOW + timedelta(hours=20)  # six o'clock on Sunday


@contextmanager
def shop(empty_file: Path) -> Iterator[Run]:
    """A fresh shop; call the result with an operation to run it in a transaction."""
    file = empty_file.with_name("shop.db")
    for old in file.parent.glob("shop.db*"):
        old.unlink()
    shutil.copy(empty_file, file)
    database = Database(sqlite_address(file))
    try:
        yield database.write_now
    finally:
        database.close()


def pass_time(run: Run, since: datetime, until: datetime, step: timedelta = timedelta(minutes=5)) -> None:
    """The clock looks every few minutes from `since` to `until`."""
    moment = since
    while moment < until:
        moment = min(moment + step, until)
        run(see_to_due, moment, OPERATORS)


def told(session: Session, person_id: int, at: datetime) -> list[str]:
    """The kinds of notices that this person would get by now, with those that are no longer true left out."""
    rows = session.exec(select(Notice).where(Notice.person_id == person_id, Notice.kind != "shown"))
    return [row.kind for row in rows if row.try_at <= at and what_to_tell(session, row.id, at) is not None]


def test_a_silent_seller_is_asked_three_times_then_the_operator_phones_then_the_order_lapses(empty_file: Path) -> None:
    with shop(empty_file) as run:
        product_id = run(open_market)
        run(buy, BUDI, product_id, 2)
        pass_time(run, NOW, NOW + timedelta(hours=23, minutes=50))
        assert run(told, SARI, NOW + timedelta(hours=23, minutes=50)).count("order-waiting") == 3
        assert run(told, RINI, NOW + timedelta(hours=23, minutes=50)) == ["please-phone"]
        pass_time(run, NOW + timedelta(hours=23, minutes=50), NOW + timedelta(hours=24))
        assert "order-lapsed-buyer" in run(told, BUDI, NOW + timedelta(hours=24))
        assert run(lambda session: session.get_one(Product, product_id).stock) == 20
        assert run(what_is_wrong) == []


def test_an_answered_order_is_left_in_peace(empty_file: Path) -> None:
    with shop(empty_file) as run:
        order = run(buy, BUDI, run(open_market), 2)
        run(accept_order, SARI, order.id, NOW + timedelta(minutes=10))
        pass_time(run, NOW, NOW + timedelta(hours=48), timedelta(minutes=30))
        assert "order-waiting" not in run(told, SARI, NOW + timedelta(hours=48))
        assert run(told, RINI, NOW + timedelta(hours=48)) == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(away_from=st.integers(0, 30 * 60), away_for=st.integers(1, 8 * 24 * 60))
def test_whenever_the_bot_was_away_everybody_hears_once_what_they_would_want(
    empty_file: Path, away_from: int, away_for: int
) -> None:
    with shop(empty_file) as run:
        product_id = run(open_market)
        order = run(buy, BUDI, product_id, 2)
        leaves, returns = NOW + timedelta(minutes=away_from), NOW + timedelta(minutes=away_from + away_for)
        pass_time(run, NOW, leaves, timedelta(minutes=15))
        before: Counter[str] = Counter(run(told, SARI, leaves))
        run(see_to_due, returns, OPERATORS)
        run(see_to_due, returns, OPERATORS)
        after: Counter[str] = Counter(run(told, SARI, returns + timedelta(hours=10)))
        state = run(lambda session: session.get_one(Order, order.id).state)
        if returns - NOW >= timedelta(hours=24):
            assert state == "lapsed"
            assert after["order-lapsed-seller"] == 1
            assert after["order-waiting"] == 0, "what is over is not asked about"
            assert run(told, BUDI, returns).count("order-lapsed-buyer") == 1
            assert run(lambda session: session.get_one(Product, product_id).stock) == 20
        else:
            assert state == "placed"
            assert after["order-waiting"] - before["order-waiting"] <= 1, "steps that were slept through merge"
        assert run(what_is_wrong) == []


@pytest.mark.parametrize("noted", [True, False], ids=["noted", "negative control"])
def test_no_order_lapses_because_nobody_could_be_told(empty_file: Path, noted: bool) -> None:
    """The bot is away from ten in the morning till five in the afternoon; Bu Sari has promised to answer in six."""

    def in_six_hours(session: Session) -> None:
        session.exec(select(Stall)).one().answer_hours = 6

    def state(session: Session) -> str:
        return session.get_one(Order, order.id).state

    with shop(empty_file) as run:
        product_id = run(open_market)
        run(in_six_hours)
        run(note_look, NOW)
        order = run(buy, BUDI, product_id, 2)
        back = NOW + timedelta(hours=7)
        if noted:
            run(look_after_absence, back)
        run(see_to_due, back, OPERATORS)
        assert run(state) == ("placed" if noted else "lapsed")
        if noted:
            assert "order-placed" in run(told, SARI, back)
            pass_time(run, back, back + timedelta(minutes=119))
            assert run(state) == "placed"
            pass_time(run, back, back + timedelta(minutes=121))
            assert run(state) == "lapsed"
        assert run(what_is_wrong) == []


def test_what_waited_for_a_morning_that_was_slept_through_waits_for_the_next(empty_file: Path) -> None:
    night, later = NOW + timedelta(hours=15), NOW + timedelta(hours=39)  # one o'clock at night, and the night after

    def waits(session: Session) -> list[datetime]:
        return list(
            session.exec(select(Notice.try_at).where(Notice.kind == "order-waiting", Notice.state == "waiting"))
        )

    with shop(empty_file) as run:
        run(open_market)
        run(lambda session: tell(session, SARI, "order-waiting", night, lane="reminders", not_before=MORNING))
        run(note_look, night)
        assert run(waits) == [MORNING]
        run(look_after_absence, later)
        assert run(waits) == [MORNING + timedelta(days=1)]


def test_operators_are_not_woken_to_phone_for_an_order_of_yesterday(empty_file: Path) -> None:
    night = NOW + timedelta(hours=15)

    def with_two_days(session: Session) -> None:
        session.exec(select(Stall)).one().answer_hours = 48

    with shop(empty_file) as run:
        product_id = run(open_market)
        run(with_two_days)
        run(buy, BUDI, product_id, 1)
        run(see_to_due, night + timedelta(days=1), OPERATORS)
        due = run(lambda session: session.exec(select(Notice.try_at).where(Notice.kind == "please-phone")).all())
        assert due == [MORNING + timedelta(days=1)]


def test_a_clock_that_was_a_year_ahead_for_a_moment_silences_nothing(empty_file: Path) -> None:
    wrong = NOW + timedelta(days=365)
    with shop(empty_file) as run:
        product_id = run(open_market, 2)
        run(lambda session: start_reminders(session, session.exec(select(Stall)).one(), NOW))
        run(note_look, NOW)
        run(look_after_absence, wrong)
        run(see_to_due, wrong, OPERATORS)
        order = run(buy, BUDI, product_id, 1, wrong)
        run(look_after_absence, NOW)
        pass_time(run, NOW, NOW + timedelta(days=10), timedelta(hours=1))
        kinds: Counter[str] = Counter(
            run(lambda session: session.exec(select(Notice.kind).where(Notice.try_at < wrong)).all())
        )
        assert kinds["morning"] == 10
        assert kinds["order-waiting"] >= 1
        assert run(lambda session: session.get_one(Order, order.id).state) == "lapsed"
        assert run(what_is_wrong) == []


def test_a_week_of_downtime_is_one_morning(empty_file: Path) -> None:
    with shop(empty_file) as run:
        run(open_market, 2)
        run(lambda session: start_reminders(session, session.exec(select(Stall)).one(), NOW))
        run(see_to_due, NOW + timedelta(days=7), OPERATORS)
        assert run(told, SARI, NOW + timedelta(days=7)).count("morning") == 1
        pass_time(run, NOW + timedelta(days=7), NOW + timedelta(days=8), timedelta(hours=1))
        assert run(told, SARI, NOW + timedelta(days=8)).count("morning") == 2


def sell(run: Run, product_id: int, quantity: int, times: int) -> None:
    """So many finished sales, one an hour."""
    for hour in range(times):
        at = NOW + timedelta(hours=hour)
        order = run(buy, BUDI, product_id, quantity, at)
        run(accept_order, SARI, order.id, at)
        run(finish_order, SARI, order.id, at)


def morning_telling(run: Run, at: datetime) -> Any:
    def find(session: Session) -> Any:
        row = session.exec(select(Notice).where(Notice.kind == "morning").order_by(col(Notice.id).desc())).first()
        assert row is not None
        return what_to_tell(session, row.id, at)

    return run(find)


def test_the_morning_asks_first_about_what_will_be_out_soonest(empty_file: Path) -> None:
    with shop(empty_file) as run:
        slow = run(open_market, 2)
        fast = run(lambda session: add_product(session, stock=31, name="Es lilin"))
        run(lambda session: start_reminders(session, session.exec(select(Stall)).one(), NOW))
        sell(run, fast, quantity=7, times=4)
        run(see_to_due, NOW + timedelta(days=1), OPERATORS)
        telling = morning_telling(run, NOW + timedelta(days=1))
        assert (telling.product.id, telling.days_left, telling.more) == (fast, 2, 1)
        run(ask_tomorrow, SARI, fast, NOW + timedelta(days=1))
        assert morning_telling(run, NOW + timedelta(days=1)).product.id == slow


def test_what_nobody_speaks_of_for_two_weeks_is_asked_about_on_a_monday(empty_file: Path) -> None:
    with shop(empty_file) as run:
        product_id = run(open_market)
        run(lambda session: start_reminders(session, session.exec(select(Stall)).one(), NOW))
        pass_time(run, NOW, NOW + timedelta(days=13), timedelta(hours=6))
        assert "still-there" not in run(told, SARI, NOW + timedelta(days=13))
        pass_time(run, NOW + timedelta(days=13), NOW + timedelta(days=20), timedelta(hours=6))
        assert run(told, SARI, NOW + timedelta(days=20)).count("still-there") == 1
        run(still_there, SARI, product_id, NOW + timedelta(days=20))
        assert "still-there" not in run(told, SARI, NOW + timedelta(days=20)), "answered, so no longer true"


def test_the_history_says_what_changed_and_what_was_left(empty_file: Path) -> None:
    with shop(empty_file) as run:
        product_id = run(open_market)
        run(buy, BUDI, product_id, 3)
        run(set_stock, SARI, product_id, 40, NOW + timedelta(hours=1))
        lines = [(move.change, move.reason, move.left) for move in run(history, SARI, product_id).moves]
        assert lines == [(23, "restock", 40), (-3, "order", 17), (20, "first stock", 20)]
