""" "Kabari saya": told in the order of asking, never more people than pieces, nobody twice."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from models.database import Database, Session, sqlite_address
from models.notices import Notice, settle_notice
from models.products import Product
from models.wishes import count_waiting, turns_since
from shop.errors import ShopError
from shop.holidays import close_stall, open_again
from shop.kinds import sell_as
from shop.listings import fill_draft
from shop.orders import cancel_order, decline_order
from shop.quoting import buyers_served
from shop.reminders import see_to_due
from shop.rules import TURN_LASTS
from shop.shelves import show_product
from shop.stock import add_stock, set_stock, set_variants
from shop.telling import what_to_tell
from shop.wishes import forget_wish, whose_turn, wish_for
from tests.support.market import BUDI, NOW, SARI, add_person, add_product, buy, open_market, what_is_wrong

PEOPLE = range(800_000_001, 800_000_006)
STRANGER = BUDI
FRIDAY = date(2026, 11, 27)
Run = Callable[..., Any]


class Line:
    """A product that is out, five people who want it, and a clock; `sent` holds whom the outbox has told, in order."""

    def __init__(self, run: Run) -> None:
        self.run, self.now, self.sent = run, NOW, list[int]()
        self.product_id = run(open_market, 0)
        for person_id in PEOPLE:
            run(add_person, person_id)

    def asks(self, *people: int) -> None:
        for person_id in people:
            self.now += timedelta(seconds=1)
            self.run(wish_for, person_id, self.product_id, 0, self.now)

    def restocks(self, pieces: int) -> None:
        self.run(add_stock, SARI, self.product_id, pieces, self.now)

    def sells_out(self) -> None:
        self.run(set_stock, SARI, self.product_id, 0, self.now)

    def buys(self, person_id: int, pieces: int = 1) -> int:
        self.now += timedelta(seconds=1)
        return int(self.run(buy, person_id, self.product_id, pieces, self.now).id)

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)
        self.run(see_to_due, self.now)

    def delivers(self) -> list[int]:
        """What waits in the outbox about this goes out, if it is still true; whom it told."""
        told: list[int] = self.run(self._deliver)
        self.sent += told
        return told

    def _deliver(self, session: Session) -> list[int]:
        query = select(Notice).where(Notice.kind == "product-back", Notice.state == "waiting").order_by(col(Notice.id))
        told = []
        for notice in session.exec(query).all():
            true = what_to_tell(session, notice.id, self.now) is not None
            changes = {"state": "sent" if true else "moot", "settled_at": self.now}
            settle_notice(session, notice, changes)
            session.expire_all()
            if true:
                told.append(notice.person_id)
        turns = turns_since(session, self.product_id, self.now - TURN_LASTS)
        room = buyers_served(session, session.get_one(Product, self.product_id))
        assert not told or len(turns) <= room, f"{len(turns)} people for {room} pieces"
        return told

    @property
    def waiting(self) -> int:
        return int(self.run(count_waiting, self.product_id))


def stock_of(session: Session, product_id: int) -> int:
    return session.get_one(Product, product_id).stock


@contextmanager
def fresh_line(empty_file: Path) -> Iterator[Line]:
    file = empty_file.with_name("shop.db")
    for old in file.parent.glob("shop.db*"):
        old.unlink()
    shutil.copy(empty_file, file)
    database = Database(sqlite_address(file))
    try:
        yield Line(database.write_now)
    finally:
        database.close()


@pytest.fixture
def line(empty_file: Path) -> Iterator[Line]:
    with fresh_line(empty_file) as fresh:
        yield fresh


A, B, C, D, E = PEOPLE


@given(st.lists(st.integers(), max_size=20), st.integers(0, 30), st.integers(0, 30))
def test_the_head_of_the_line_within_the_stock(people: list[int], room: int, turns: int) -> None:
    told = list(whose_turn(people, room, turns))
    assert told == people[: len(told)]
    assert len(told) + turns <= max(room, turns)
    assert len(told) == len(people) or len(told) + turns >= room


def test_three_pieces_for_the_first_three_and_the_next_after_two_hours(line: Line) -> None:
    line.asks(A, B, C, D, E)
    assert line.waiting == 5
    line.restocks(3)
    assert line.delivers() == [A, B, C]
    assert line.waiting == 2
    line.buys(B)
    line.passes(hours=1, minutes=59)
    assert line.delivers() == []
    line.passes(minutes=1)
    assert line.delivers() == [D, E]
    line.passes(hours=5)
    assert line.delivers() == []
    assert line.waiting == 0


def test_a_pack_each(line: Line) -> None:
    def in_tens(session: Session) -> None:
        session.get_one(Product, line.product_id).per = 10

    line.run(in_tens)
    line.asks(A, B, C)
    line.restocks(9)
    assert line.delivers() == []
    line.restocks(15)
    assert line.delivers() == [A, B]


def test_what_can_be_ordered_again_without_more_of_it_is_told_too(line: Line) -> None:
    line.run(fill_draft, SARI, line.product_id, line.now, price=40_000, per=3, unit="pcs")
    line.restocks(2)
    line.asks(A, B, C)
    assert line.delivers() == []
    line.run(fill_draft, SARI, line.product_id, line.now, price=15_000, per=1, unit="pcs")
    assert line.delivers() == [A, B], "a pack is one now"
    line.sells_out()
    line.run(sell_as, SARI, line.product_id, "made", line.now, 2)
    assert line.delivers() == [C]


def test_a_minimum_has_to_be_there_of_one_variant(line: Line) -> None:
    """Red ones and blue ones, three at least: two of each are nothing that anybody could order."""
    line.run(set_variants, SARI, line.product_id, {"merah": 0, "biru": 0}, line.now)

    def at_least_three(session: Session) -> None:
        product = session.get_one(Product, line.product_id)
        product.terms = product.terms | {"min_order": 3}

    line.run(at_least_three)
    line.asks(A, B)
    line.run(set_variants, SARI, line.product_id, {"merah": 2, "biru": 2}, line.now)
    assert line.delivers() == []
    line.asks(C)
    assert line.waiting == 3, "it is still waited for"
    line.run(set_variants, SARI, line.product_id, {"merah": 4, "biru": 5}, line.now)
    assert line.delivers() == [A, B], "three red ones, three blue ones"


def test_asking_twice_keeps_the_place_and_tells_once(line: Line) -> None:
    line.asks(A, B, A, A)
    line.restocks(1)
    assert line.delivers() == [A]
    line.restocks(4)
    assert line.delivers() == [B]
    line.passes(hours=4)
    assert line.delivers() == []


def test_out_again_before_the_notice_left_keeps_everybody_in_line(line: Line) -> None:
    line.asks(A, B)
    line.restocks(2)
    line.sells_out()
    assert line.delivers() == []
    assert line.waiting == 2
    line.restocks(1)
    assert line.delivers() == [A]


def test_fewer_left_when_the_notices_leave(line: Line) -> None:
    line.asks(A, B, C)
    line.restocks(3)
    line.buys(E, 2)
    assert line.delivers() == [A]
    assert line.waiting == 2


def test_who_ordered_meanwhile_is_off_the_list(line: Line) -> None:
    line.asks(A, B)
    line.restocks(1)
    assert line.delivers() == [A]
    order_id = line.buys(A)
    line.run(cancel_order, A, order_id, line.now)
    assert line.delivers() == [B]
    line.passes(hours=3)
    assert line.delivers() == []


def test_stock_that_comes_back_from_an_order_is_told(line: Line) -> None:
    line.restocks(1)
    order_id = line.buys(E)
    line.asks(A)
    line.run(decline_order, SARI, order_id, "far", line.now)
    assert line.delivers() == [A]


def test_declined_because_it_is_out_tells_nobody(line: Line) -> None:
    line.restocks(1)
    order_id = line.buys(E)
    line.asks(A)
    line.run(decline_order, SARI, order_id, "empty", line.now)
    assert line.delivers() == []
    assert line.waiting == 1


@pytest.mark.parametrize("ending", ["open now", "the day comes", "orders may wait"])
def test_nobody_is_told_while_the_stall_takes_no_orders_and_all_are_once_it_does(line: Line, ending: str) -> None:
    line.asks(A, B)
    line.restocks(1)
    line.run(close_stall, SARI, FRIDAY, "libur", "refuse", line.now)
    assert line.delivers() == []
    line.restocks(1)
    line.passes(hours=4)
    assert line.delivers() == []
    assert line.waiting == 2
    if ending == "open now":
        line.run(open_again, SARI, line.now)
    elif ending == "orders may wait":
        line.run(close_stall, SARI, FRIDAY, "libur", "wait", line.now)
    else:
        line.passes(days=7)
    assert line.delivers() == [A, B]


def test_lapsed_orders_give_their_pieces_to_the_line_in_the_morning(line: Line) -> None:
    line.now += timedelta(hours=13)  # 23:00 in Jakarta
    line.restocks(1)
    line.buys(E)
    line.asks(A)
    line.passes(hours=24)
    assert line.delivers() == []
    line.passes(hours=7)
    assert line.delivers() == [A]


def test_at_night_nobody_is_woken_and_the_morning_asks_anew(line: Line) -> None:
    line.asks(A, B, C)
    line.now += timedelta(hours=12)  # 22:00 in Jakarta
    line.restocks(3)
    assert line.delivers() == []
    line.buys(E, 2)
    line.passes(hours=7, minutes=59)
    assert line.delivers() == []
    line.passes(minutes=1)
    assert line.delivers() == [A]


def test_who_does_not_want_it_any_more_lets_the_next_one_in(line: Line) -> None:
    line.asks(A, B, C)
    line.run(forget_wish, B, line.product_id, line.now)
    line.restocks(1)
    assert line.delivers() == [A]
    line.run(forget_wish, A, line.product_id, line.now)
    assert line.delivers() == [C]


def test_a_hidden_product_tells_when_it_is_shown_again(line: Line) -> None:
    line.restocks(2)
    line.run(show_product, SARI, line.product_id, "hidden", line.now)
    line.asks(A)
    assert line.delivers() == []
    line.run(show_product, SARI, line.product_id, "on sale", line.now)
    assert line.delivers() == [A]


def test_what_is_there_is_not_waited_for(line: Line) -> None:
    line.restocks(2)
    assert not line.run(wish_for, A, line.product_id, 0, line.now).waits
    assert line.waiting == 0


def test_one_cannot_wait_for_ones_own_or_for_what_is_gone(line: Line) -> None:
    for person_id, product_id, key in ((SARI, line.product_id, "own-product"), (A, 999, "product-gone")):
        with pytest.raises(ShopError) as refusal:
            line.run(wish_for, person_id, product_id, 0, line.now)
        assert refusal.value.key == key
    line.run(show_product, SARI, line.product_id, "removed", line.now)
    with pytest.raises(ShopError):
        line.run(wish_for, A, line.product_id, 0, line.now)


def test_many_people_and_another_product_beside(line: Line) -> None:
    other = line.run(add_product, SARI, 0, "Rengginang")
    line.run(wish_for, A, other, 0, line.now)
    crowd = range(810_000_001, 810_000_041)
    for person_id in crowd:
        line.run(add_person, person_id)
    line.asks(*crowd)
    line.restocks(15)
    assert line.delivers() == list(crowd)[:15]
    line.passes(hours=2)
    assert line.delivers() == list(crowd)[15:30]


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("asks"), st.sampled_from(PEOPLE)),
        st.tuples(st.just("forgets"), st.sampled_from(PEOPLE)),
        st.tuples(st.just("buys"), st.sampled_from(PEOPLE)),
        st.tuples(st.just("restocks"), st.integers(1, 4)),
        st.tuples(st.just("delivers"), st.just(0)),
        st.tuples(st.sampled_from(["buys two", "sells out"]), st.just(0)),
        st.tuples(st.just("passes"), st.sampled_from([10, 61, 119, 120, 500])),
        st.tuples(st.just("delivers"), st.just(0)),
    ),
    max_size=30,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.permutations(PEOPLE), steps=STEPS)
def test_whatever_happens_the_line_is_kept(empty_file: Path, first: list[int], steps: list[tuple[str, int]]) -> None:
    with fresh_line(empty_file) as line:
        line.asks(*first)
        expected = list(first)
        for what, number in [*steps, ("delivers", 0)]:
            out = not line.run(stock_of, line.product_id)
            if what == "asks":
                line.asks(number)
                if out and number not in expected:
                    expected.append(number)
            elif what == "forgets":
                line.run(forget_wish, number, line.product_id, line.now)
                expected = [person for person in expected if person != number]
            elif what == "buys" and not out:
                line.buys(number)
                expected = [person for person in expected if person != number]
            elif what == "buys two" and line.run(stock_of, line.product_id) > 1:
                line.buys(STRANGER, 2)
            elif what == "restocks":
                line.restocks(number)
            elif what == "sells out":
                line.sells_out()
            elif what == "passes":
                line.passes(minutes=number)
            elif what == "delivers":
                told = line.delivers()
                assert told == expected[: len(told)], "told out of turn, or twice"
                expected = expected[len(told) :]
        line.passes(hours=24)
        assert line.run(what_is_wrong) == []


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_nobody_is_forgotten_when_there_is_enough(empty_file: Path, steps: list[tuple[str, int]]) -> None:
    with fresh_line(empty_file) as line:
        for what, number in steps:
            if what == "asks":
                line.asks(number)
            elif what == "restocks":
                line.restocks(number)
            elif what == "sells out":
                line.sells_out()
            elif what == "passes":
                line.passes(minutes=number)
            line.delivers()
        line.restocks(10)
        line.passes(hours=12)
        line.passes(hours=12)
        line.delivers()
        assert line.waiting == 0
