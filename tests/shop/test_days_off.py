"""Days off, whenever the bot itself was away: every order is asked about once the stall is open, all is told once."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from models.database import Session
from models.notices import Notice
from models.orders import Order
from models.reminders import Reminder
from models.stalls import Stall
from shop import rules
from shop.contacts import become_contact, end_contact, invite, leave_contact
from shop.describing import describe_stall
from shop.errors import ShopError
from shop.holidays import close_stall, open_again
from shop.orders import accept_order
from shop.quoting import Wanted, quote
from shop.reminders import see_to_due
from shop.stalls import start_reminders
from shop.telling import what_to_tell
from tests.shop.test_silence import OPERATORS, Run, pass_time, shop, told
from tests.support.market import BUDI, NOW, RINI, SARI, add_person, buy, open_market, what_is_wrong

FRIDAY = date(2026, 11, 27)
OPENS = datetime(2026, 11, 27, 0, 0, tzinfo=UTC)  # 7:00 in Jakarta
ANDI, WATI = 700_100_004, 700_100_005


def open_stall(session: Session) -> Stall:
    return session.exec(select(Stall)).one()


def with_reminders(run: Run, stock: int = 20) -> int:
    product_id: int = run(open_market, stock)
    run(lambda session: start_reminders(session, open_stall(session), NOW))
    return product_id


def lapses_of(session: Session, order_id: int) -> list[datetime]:
    query = select(Reminder).where(
        Reminder.order_id == order_id, Reminder.kind == "lapse", col(Reminder.settled_at).is_(None)
    )
    return [reminder.due_at for reminder in session.exec(query)]


# Weeks are long: an example that fails is shown as it is, not shrunk for minutes.
@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(
    early=st.booleans(),
    ordered_after=st.integers(1, 5 * 24),
    away_from=st.integers(0, 7 * 24),
    away_for=st.integers(1, 9 * 24),
)
def test_whenever_the_bot_was_away_the_seller_comes_back_once_and_is_asked_about_every_order(
    empty_file: Path, early: bool, ordered_after: int, away_from: int, away_for: int
) -> None:
    """`early`: one order came before the stall closed. All counts are hours after that."""
    ordered = NOW + timedelta(hours=ordered_after)
    leaves = max(ordered, NOW + timedelta(hours=away_from))
    returns = leaves + timedelta(hours=away_for)
    step = timedelta(hours=5)
    with shop(empty_file) as run:
        product_id = with_reminders(run)
        placed = [run(buy, BUDI, product_id, 1).id] if early else []
        run(close_stall, SARI, FRIDAY, "melaut", "wait", NOW)
        pass_time(run, NOW, ordered, step)
        placed.append(run(buy, BUDI, product_id, 1, ordered).id)
        pass_time(run, ordered, leaves, step)
        if leaves < OPENS:
            heard = set(run(told, SARI, leaves))
            assert heard == {"order-placed"}, "nobody is disturbed on a day off"
        run(see_to_due, returns, OPERATORS)
        run(see_to_due, returns, OPERATORS)
        if leaves < OPENS <= returns:
            assert all(run(lapses_of, order_id) == [returns + timedelta(hours=24)] for order_id in placed)
        opened = max(OPENS, returns)
        pass_time(run, returns, opened, step)
        pass_time(run, opened, opened + timedelta(hours=25), timedelta(minutes=90))
        kinds: Counter[str] = Counter(
            run(lambda session: [row.kind for row in session.exec(select(Notice).where(Notice.person_id == SARI))])
        )
        assert kinds["welcome-back"] == 1
        if leaves < OPENS:
            assert kinds["order-waiting"] >= len(placed), "each is asked about once the stall is open"
        assert kinds["order-lapsed-seller"] == len(placed), "and lapses in the end as any other"
        assert run(what_is_wrong) == []


def test_an_order_has_its_whole_time_from_the_opening_on(empty_file: Path) -> None:
    with shop(empty_file) as run:
        product_id = with_reminders(run)
        run(close_stall, SARI, FRIDAY, "libur", "wait", NOW)
        order = run(buy, BUDI, product_id, 1, NOW + timedelta(hours=1))
        assert run(lapses_of, order.id) == []
        pass_time(run, NOW, OPENS, timedelta(hours=1))
        assert run(lapses_of, order.id) == [OPENS + timedelta(hours=24)]


def test_a_stall_that_opens_late_starts_the_time_then(empty_file: Path) -> None:
    with shop(empty_file) as run:
        product_id = with_reminders(run)
        run(close_stall, SARI, FRIDAY, "libur", "wait", NOW)
        order = run(buy, BUDI, product_id, 1, NOW + timedelta(hours=1))
        late = OPENS + timedelta(days=7)
        run(see_to_due, late, OPERATORS)
        assert run(lapses_of, order.id) == [late + timedelta(hours=24)]
        assert run(told, SARI, late).count("welcome-back") == 1
        assert "morning" not in run(told, SARI, late)
        assert "please-phone" not in run(told, RINI, late)


def test_opening_early_cancels_the_return_and_asks_from_now_on(empty_file: Path) -> None:
    with shop(empty_file) as run:
        product_id = with_reminders(run)
        run(close_stall, SARI, FRIDAY, "libur", "wait", NOW)
        order = run(buy, BUDI, product_id, 1, NOW + timedelta(hours=1))
        day = run(open_again, SARI, NOW + timedelta(hours=5))
        assert day.tasks == {"answer": 1}
        run(open_again, SARI, NOW + timedelta(hours=5))
        assert run(lapses_of, order.id) == [NOW + timedelta(hours=29)]
        pass_time(run, NOW, OPENS + timedelta(days=1), timedelta(hours=3))
        assert "welcome-back" not in run(told, SARI, OPENS + timedelta(days=1))


def test_another_day_moves_the_return_and_tells_who_waits_once_for_each_day(empty_file: Path) -> None:
    with shop(empty_file) as run:
        run(buy, BUDI, with_reminders(run), 1)
        for until in (FRIDAY, FRIDAY, FRIDAY + timedelta(days=1)):
            run(close_stall, SARI, until, "libur", "wait", NOW)
        assert run(told, BUDI, NOW).count("order-waits") == 2
        pass_time(run, NOW, OPENS + timedelta(days=3), timedelta(hours=3))
        assert run(told, SARI, OPENS + timedelta(days=3)).count("welcome-back") == 1
        welcome = run(lambda s: s.exec(select(Notice).where(Notice.kind == "welcome-back")).one().created_at)
        assert OPENS + timedelta(days=1) <= welcome < OPENS + timedelta(days=1, hours=4)


def test_a_stall_that_refuses_says_until_when(empty_file: Path) -> None:
    with shop(empty_file) as run:
        product_id = with_reminders(run)
        run(close_stall, SARI, FRIDAY, "libur", "refuse", NOW)
        with pytest.raises(ShopError) as refusal:
            run(quote, BUDI, [Wanted(product_id=product_id, quantity=1)])
        assert (refusal.value.key, refusal.value.facts["until"]) == ("stall-closed", OPENS)
        with pytest.raises(ShopError, match="stall-closed"):
            run(buy, BUDI, product_id, 1)
        pass_time(run, NOW, OPENS, timedelta(hours=3))
        assert run(buy, BUDI, product_id, 1, OPENS).state == "placed"


@pytest.mark.parametrize(
    ("until", "key"),
    [
        (NOW.date(), "rest-is-past"),
        (date.min, "rest-is-past"),
        (date(2027, 11, 1), "rest-too-long"),
        (date.max, "rest-too-long"),
    ],
)
def test_days_that_make_no_sense(empty_file: Path, until: date, key: str) -> None:
    with shop(empty_file) as run:
        with_reminders(run)
        with pytest.raises(ShopError, match=key):
            run(close_stall, SARI, until, "libur", "wait", NOW)


@pytest.mark.parametrize(("zone", "hour"), [("Asia/Jakarta", 0), ("Asia/Makassar", 23), ("Asia/Jayapura", 22)])
def test_seven_o_clock_is_seven_in_the_stalls_own_zone(zone: str, hour: int) -> None:
    assert rules.opening_at(FRIDAY, zone, NOW).hour == hour


def test_a_reminder_that_was_put_off_to_the_morning_falls_away_when_the_stall_closes(empty_file: Path) -> None:
    with shop(empty_file) as run:
        run(buy, BUDI, with_reminders(run), 1)
        night, morning = NOW + timedelta(hours=12), NOW + timedelta(hours=21)
        run(see_to_due, night, OPERATORS)
        assert "order-waiting" in run(told, SARI, morning)
        run(close_stall, SARI, FRIDAY, "libur", "wait", night)
        assert "order-waiting" not in run(told, SARI, morning)


@pytest.mark.parametrize("hours", rules.ANSWER_HOURS)
def test_an_order_lapses_after_the_time_that_the_seller_chose(empty_file: Path, hours: int) -> None:
    with shop(empty_file) as run:
        product_id = with_reminders(run)
        run(describe_stall, SARI, NOW, answer_hours=hours)
        order = run(buy, BUDI, product_id, 1)
        pass_time(run, NOW, NOW + timedelta(hours=hours, minutes=-5), timedelta(minutes=30))
        assert run(lambda s: s.get_one(Order, order.id).state) == "placed"
        run(see_to_due, NOW + timedelta(hours=hours), OPERATORS)
        assert run(lambda s: s.get_one(Order, order.id).state) == "lapsed"
        notice = run(lambda s: s.exec(select(Notice).where(Notice.kind == "order-lapsed-seller")).one())
        assert notice.facts["waited_hours"] == hours


def with_contact(run: Run) -> int:
    """Andi has agreed to be Bu Sari's second contact; a product's id."""
    product_id = with_reminders(run)
    run(lambda session: add_person(session, ANDI, "Mas Andi").id)
    run(become_contact, ANDI, run(invite, SARI, NOW).code, NOW)
    return product_id


def test_the_second_contact_is_asked_and_the_operators_are_not(empty_file: Path) -> None:
    with shop(empty_file) as run:
        product_id = with_contact(run)
        run(buy, BUDI, product_id, 1)
        pass_time(run, NOW, NOW + timedelta(hours=23, minutes=50))
        assert run(told, ANDI, NOW + timedelta(hours=23, minutes=50)) == ["remind-seller"]
        assert run(told, RINI, NOW + timedelta(hours=23, minutes=50)) == []


@pytest.mark.parametrize("ended_by", ["seller", "contact", "blocked"])
def test_without_a_second_contact_the_operators_are_asked(empty_file: Path, ended_by: str) -> None:
    def block(session: Session) -> None:
        add_person(session, ANDI).refused_at = NOW

    with shop(empty_file) as run:
        product_id = with_contact(run)
        if ended_by == "seller":
            run(end_contact, SARI, NOW)
        elif ended_by == "contact":
            run(leave_contact, ANDI, 1, NOW)
        else:
            run(block)
        run(buy, BUDI, product_id, 1)
        pass_time(run, NOW, NOW + timedelta(hours=23, minutes=50))
        assert "remind-seller" not in run(told, ANDI, NOW + timedelta(hours=23, minutes=50))
        assert run(told, RINI, NOW + timedelta(hours=23, minutes=50)) == ["please-phone"]


def test_who_has_ended_it_since_is_left_in_peace(empty_file: Path) -> None:
    with shop(empty_file) as run:
        product_id = with_contact(run)
        order = run(buy, BUDI, product_id, 1)
        pass_time(run, NOW, NOW + timedelta(hours=23, minutes=50))
        notice = run(lambda s: s.exec(select(Notice).where(Notice.kind == "remind-seller")).one().id)
        run(leave_contact, ANDI, 1, NOW + timedelta(hours=23))
        assert run(what_to_tell, notice, NOW + timedelta(hours=23)) is None
        run(accept_order, SARI, order.id, NOW + timedelta(hours=23))


def test_a_code_is_good_once_for_somebody_else_and_not_for_ever(empty_file: Path) -> None:
    with shop(empty_file) as run:
        with_reminders(run)
        for person_id in (ANDI, WATI):
            run(lambda session, who=person_id: add_person(session, who).id)
        older, code = run(invite, SARI, NOW).code, run(invite, SARI, NOW).code
        refused = [(ANDI, older, NOW, "invitation-gone"), (SARI, code, NOW, "invitation-own")]
        refused.append((ANDI, code, NOW + timedelta(days=3), "invitation-gone"))
        for person_id, tried, at, key in refused:
            with pytest.raises(ShopError, match=key):
                run(become_contact, person_id, tried, at)
        assert run(become_contact, ANDI, code, NOW).name == "Orang"
        with pytest.raises(ShopError, match="invitation-gone"):
            run(become_contact, WATI, code, NOW)
        with pytest.raises(ShopError, match="contact-there"):
            run(invite, SARI, NOW)
        with pytest.raises(ShopError, match="contact-gone"):
            run(leave_contact, WATI, 2, NOW)
