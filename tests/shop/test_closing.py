"""Today's batch is gone at the closing hour: once, whenever the bot was away, and never more than what was left."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from models.database import Session
from models.notices import Notice
from models.products import Product, low_products
from models.reminders import Reminder
from models.stalls import Stall
from models.stock import StockMove
from shop import rules
from shop.describing import describe_stall
from shop.handing_over import withdraw_order
from shop.kinds import sell_as
from shop.orders import accept_order, cancel_order, lapse_order, place_order
from shop.quoting import Wanted
from shop.reminders import see_to_due
from shop.stalls import start_reminders
from shop.stock import add_stock, ask_tomorrow, same_again, set_stock, set_variants
from shop.telling import what_to_tell
from tests.shop.test_silence import Run, pass_time, shop, told
from tests.support.market import BUDI, NOW, SARI, add_product, buy, open_market, what_is_wrong

CLOSING = NOW + timedelta(hours=7)  # 17:00 in Jakarta
ZONE = "Asia/Jakarta"


def bakes(run: Run, stock: int = 20) -> int:
    """Bu Sari sells today's cake; the product's id."""
    product_id: int = run(open_market, stock)
    run(lambda session: start_reminders(session, session.exec(select(Stall)).one(), NOW))
    run(sell_as, SARI, product_id, "batch", NOW)
    return product_id


def moves(session: Session, reason: str = "spoiled") -> list[int]:
    return list(session.exec(select(StockMove.change).where(StockMove.reason == reason).order_by("id")))


def row(run: Run, product_id: int) -> Product:
    product: Product = run(lambda session: session.get_one(Product, product_id))
    return product


def at(hour: int, zone: str = ZONE) -> datetime:
    return rules.next_morning(NOW, zone, hour)


@pytest.mark.parametrize(("hour", "closes_in"), [(17, 7), (11, 1), (10, 14), (9, 14), (0, 14)])
def test_what_is_put_out_is_for_the_same_day(hour: int, closes_in: int) -> None:
    """It is ten o'clock; what is put out after the closing hour is gone at midnight."""
    assert rules.closing(NOW, ZONE, hour) == NOW + timedelta(hours=closes_in)


def test_the_last_batch_is_what_the_last_day_brought() -> None:
    day = timedelta(days=1)
    assert rules.last_batch([], ZONE) == 0
    assert rules.last_batch([(NOW, 5), (NOW, 20), (NOW - day, 30)], ZONE) == 25
    assert rules.last_batch([(NOW, -5), (NOW - day, 30)], ZONE) == 0


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(away_from=st.integers(0, 40 * 60), away_for=st.integers(1, 4 * 24 * 60), bought=st.integers(1, 20))
def test_whenever_the_bot_was_away_what_is_left_is_gone_once(
    empty_file: Path, away_from: int, away_for: int, bought: int
) -> None:
    with shop(empty_file) as run:
        product_id = bakes(run)
        order = run(buy, BUDI, product_id, bought)
        leaves, returns = NOW + timedelta(minutes=away_from), NOW + timedelta(minutes=away_from + away_for)
        pass_time(run, NOW, leaves, timedelta(minutes=30))
        run(see_to_due, returns)
        run(see_to_due, returns)
        if returns < CLOSING:
            assert run(moves) == []
            return
        left = [bought - 20] if bought < 20 else []
        assert run(moves) in (left, [*left, -bought]), "what was left; then the order's own, if it has lapsed by now"
        assert row(run, product_id).stock == 0
        assert row(run, product_id).closes_at is None
        run(lapse_order, order.id, returns)
        assert row(run, product_id).stock == 0, "what comes back is of another day"
        assert sum(run(moves)) == -20
        assert run(what_is_wrong) == []
        later = rules.next_morning(returns, ZONE, 9)
        pass_time(run, returns, later, timedelta(hours=1))
        assert run(told, SARI, later).count("morning") >= 1, "and she is asked for the new day"


def test_one_reminder_a_stall_and_none_while_nothing_is_out(empty_file: Path) -> None:
    with shop(empty_file) as run:
        first = bakes(run)
        second = run(lambda session: add_product(session, stock=3, name="Bayam"))
        run(sell_as, SARI, second, "batch", NOW)
        waiting = select(Reminder.due_at).where(Reminder.kind == "closing", Reminder.settled_at.is_(None))  # type: ignore[union-attr] # a column
        assert run(lambda session: list(session.exec(waiting))) == [CLOSING]
        run(see_to_due, CLOSING)
        assert run(lambda session: list(session.exec(waiting))) == []
        assert [row(run, product_id).stock for product_id in (first, second)] == [0, 0]
        assert run(told, SARI, CLOSING) == ["batch-closed"]
        assert run(what_is_wrong) == []


def test_nobody_is_nagged_about_a_batch_that_is_over(empty_file: Path) -> None:
    with shop(empty_file) as run:
        product_id = bakes(run, 5)
        run(buy, BUDI, product_id, 3)
        assert "low-stock" in run(told, SARI, NOW)
        run(see_to_due, CLOSING)
        assert "low-stock" not in run(told, SARI, CLOSING), "it is no longer true"
        assert run(lambda session: low_products(session, 1, 3, CLOSING + timedelta(hours=3))) == []
        morning = rules.next_morning(CLOSING, ZONE, 7)
        assert [each.id for each in run(lambda session: low_products(session, 1, 3, morning))] == [product_id]
        run(ask_tomorrow, SARI, product_id, morning)
        assert run(lambda session: low_products(session, 1, 3, morning + timedelta(hours=1))) == []


def test_the_morning_knows_how_many_there_were_and_one_answer_puts_them_out(empty_file: Path) -> None:
    with shop(empty_file) as run:
        product_id = bakes(run)
        run(add_stock, SARI, product_id, 4, NOW + timedelta(hours=1))
        run(buy, BUDI, product_id, 7)
        morning = rules.next_morning(CLOSING, ZONE, 7)
        pass_time(run, NOW, morning, timedelta(hours=1))
        notice = run(lambda session: session.exec(select(Notice).where(Notice.kind == "morning")).one())
        telling = run(what_to_tell, notice.id, morning)
        assert (telling.product.id, telling.product.usual) == (product_id, 24)
        assert run(same_again, SARI, product_id, morning).product.stock == 24
        assert row(run, product_id).closes_at == CLOSING + timedelta(days=1)
        assert run(set_stock, SARI, product_id, 30, morning).product.stock == 30
        run(see_to_due, CLOSING + timedelta(days=1))
        assert run(moves) == [-17, -7, -30], "the order that nobody answered came back, and was yesterday's"
        assert run(what_is_wrong) == []


def test_what_comes_back_on_its_own_day_is_sold_on(empty_file: Path) -> None:
    with shop(empty_file) as run:
        product_id = bakes(run)
        order = run(buy, BUDI, product_id, 5)
        run(cancel_order, BUDI, order.id, NOW + timedelta(hours=1))
        assert row(run, product_id).stock == 20
        old = run(buy, BUDI, product_id, 5)
        run(see_to_due, CLOSING)
        run(add_stock, SARI, product_id, 10, NOW + timedelta(days=1))
        run(cancel_order, BUDI, old.id, NOW + timedelta(days=1, hours=1))
        assert row(run, product_id).stock == 10, "yesterday's five are not among today's ten"
        assert run(what_is_wrong) == []


@pytest.mark.parametrize(("hours", "left"), [(1, 5), (8, 0), (24, 0)])
def test_what_was_all_ordered_before_it_was_for_today_comes_back_until_the_closing_hour(
    empty_file: Path, hours: int, left: int
) -> None:
    with shop(empty_file) as run:
        product_id = run(open_market, 5)
        run(lambda session: start_reminders(session, session.exec(select(Stall)).one(), NOW))
        order = run(buy, BUDI, product_id, 5)
        run(accept_order, SARI, order.id, NOW)
        run(sell_as, SARI, product_id, "batch", NOW)
        run(withdraw_order, SARI, order.id, NOW + timedelta(hours=hours))
        assert row(run, product_id).stock == left
        assert row(run, product_id).closes_at == (CLOSING if left else None)
        assert run(moves) == ([] if left else [-5])
        run(see_to_due, CLOSING + timedelta(days=1))
        assert row(run, product_id).stock == 0
        assert run(what_is_wrong) == []


def test_another_hour_or_another_zone_counts_at_once(empty_file: Path) -> None:
    with shop(empty_file) as run:
        product_id = bakes(run)
        run(describe_stall, SARI, NOW, closing_hour=15)
        assert row(run, product_id).closes_at == NOW + timedelta(hours=5)
        run(describe_stall, SARI, NOW, zone="Asia/Jayapura")
        assert row(run, product_id).closes_at == NOW + timedelta(hours=3)
        run(see_to_due, NOW + timedelta(hours=3))
        assert row(run, product_id).stock == 0


def test_a_batch_of_several_kinds_closes_each_of_them(empty_file: Path) -> None:
    with shop(empty_file) as run:
        product_id = bakes(run)
        run(set_variants, SARI, product_id, {"coklat": 4, "keju": 6}, NOW)
        run(place_order, BUDI, [Wanted(product_id=product_id, quantity=1, variant="keju")], NOW)
        run(see_to_due, CLOSING)
        assert run(moves) == [-4, -5]
        assert row(run, product_id).stock == 0
        assert run(what_is_wrong) == []
