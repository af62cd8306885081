"""Pure decisions."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop import rules
from shop.errors import ShopError

MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC))  # noqa: DTZ001
ZONES = st.sampled_from(sorted(rules.ZONES.values()))


def at(hour: int, minute: int = 0, day: int = 20, zone: str = "Asia/Jakarta") -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo(zone))


def ladder(placed_at: datetime, hours: int = 24) -> list[datetime]:
    return rules.ladder(placed_at, "Asia/Jakarta", placed_at + timedelta(hours=hours))


def test_an_unanswered_order_is_asked_about_after_15_minutes_2_hours_and_the_next_morning() -> None:
    assert ladder(at(10)) == [at(10, 15), at(12), at(7, day=21)]


def test_nobody_is_asked_between_nine_in_the_evening_and_six_in_the_morning() -> None:
    assert ladder(at(20, 50)) == [at(6, day=21)]
    assert ladder(at(3)) == [at(6)]
    assert ladder(at(19, 30)) == [at(19, 45), at(6, day=21)]


def test_nobody_is_asked_after_the_limit() -> None:
    assert ladder(at(10), hours=1) == [at(10, 15)]


@given(MOMENTS, ZONES, st.integers(1, 72))
def test_the_steps_of_silence_are_polite_in_order_and_before_the_limit(moment: datetime, zone: str, hours: int) -> None:
    limit = moment + timedelta(hours=hours)
    steps = rules.ladder(moment, zone, limit)
    assert steps == sorted(set(steps))
    assert all(moment < step < limit and not rules.is_quiet(step, zone) for step in steps)
    call = rules.phone_at(moment, zone, limit)
    assert call is None or (call < limit and not rules.is_quiet(call, zone) and all(step < call for step in steps))


@pytest.mark.parametrize(
    ("stock", "sold", "sales", "days"), [(4, 28, 10, 2), (3, 14, 3, 3), (3, 14, 2, None), (0, 7, 5, 0)]
)
def test_how_long_stock_lasts_is_said_after_three_sales(stock: int, sold: int, sales: int, days: int | None) -> None:
    assert rules.days_left(stock, sold, sales) == days


@given(MOMENTS, ZONES)
def test_the_next_week_begins_on_a_monday_at_nine(moment: datetime, zone: str) -> None:
    local = rules.next_week(moment, zone).astimezone(ZoneInfo(zone))
    assert (local.weekday(), local.hour) == (0, 9)
    assert moment < local <= moment + timedelta(days=8)


def test_quiet_hours_are_those_of_the_sellers_own_zone() -> None:
    nine_in_jayapura = at(21, zone="Asia/Jayapura")
    assert rules.is_quiet(nine_in_jayapura, "Asia/Jayapura")
    assert not rules.is_quiet(nine_in_jayapura, "Asia/Jakarta")


@given(MOMENTS, ZONES)
def test_a_polite_time_is_never_quiet_and_never_early(moment: datetime, zone: str) -> None:
    polite = rules.polite_time(moment, zone)
    assert not rules.is_quiet(polite, zone)
    assert moment <= polite <= moment + timedelta(hours=9)


@given(MOMENTS, ZONES, st.integers(0, 23))
def test_the_next_morning_is_the_sellers_hour_within_a_day(moment: datetime, zone: str, hour: int) -> None:
    morning = rules.next_morning(moment, zone, hour)
    assert moment < morning <= moment + timedelta(days=1)
    local = morning.astimezone(ZoneInfo(zone))
    assert (local.hour, local.minute) == (hour, 0)


@pytest.mark.parametrize(
    ("before", "after", "single", "told"),
    [(4, 3, False, True), (3, 2, False, False), (4, 4, False, False), (1, 0, True, True), (2, 1, True, False)],
)
def test_low_stock_is_told_when_the_mark_is_crossed(before: int, after: int, single: bool, told: bool) -> None:
    assert rules.crossed_low(before, after, 3, single) is told


@pytest.mark.parametrize("price", [0, -5, 1_000_000_001])
def test_absurd_prices_are_refused(price: int) -> None:
    with pytest.raises(ShopError, match="price-absurd"):
        rules.check_price(price)


@pytest.mark.parametrize("name", ["", "🔥🔥🔥", "12345", "…"])
def test_a_name_needs_letters(name: str) -> None:
    with pytest.raises(ShopError, match="name-has-no-letters"):
        rules.check_name(name)


def test_a_doubtful_price_counts_as_missing() -> None:
    assert rules.missing_in("keripik", 25, ["price"]) == "price"
    assert rules.missing_in(None, 25000, []) == "name"
    assert rules.missing_in("keripik", 25000, []) is None


def test_every_order_move_leads_to_a_known_state() -> None:
    states = {"placed"} | {to for _, _, to in rules.ORDER_MOVES.values()}
    assert all(set(from_states) <= states for _, from_states, _ in rules.ORDER_MOVES.values())
    ends = {"declined", "cancelled", "finished"}
    assert not any(set(from_states) & ends for _, from_states, _ in rules.ORDER_MOVES.values())
