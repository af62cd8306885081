"""Random lives of orders, stock, time and restarts, walked beside a simple model of what should be."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlmodel import col, select

from models.database import Database, Session, sqlite_address
from models.notices import Notice
from models.orders import Order, lines_of
from models.products import Product
from shop import rules
from shop.errors import ShopError
from shop.handing_over import finish_order, make_ready, receive_order, send_order, withdraw_order
from shop.offers import agree_to_offer, offer_fewer, offer_price
from shop.orders import accept_order, cancel_order, decline_order, leave_lapsed, place_order, revive_order
from shop.quoting import Wanted
from shop.reminders import see_to_due
from shop.stock import add_stock, set_stock
from shop.telling import what_to_tell
from tests.support.market import BUDI, NOW, RINI, SARI, add_person, open_market, sum_of_moves, what_is_wrong

JOKO = 700_100_004
PRICE = 15_000

# What the other side hears of each move.
HEARS: dict[str, tuple[str, str]] = {
    "accept": ("buyer", "order-accepted"),
    "offer": ("buyer", "order-offered"),
    "agree": ("seller", "order-agreed"),
    "decline": ("buyer", "order-declined"),
    "cancel": ("seller", "order-cancelled"),
    "revive": ("seller", "order-revived"),
    "ready": ("buyer", "order-ready"),
    "send": ("buyer", "order-sent"),
    "withdraw": ("buyer", "order-declined"),
    "receive": ("seller", "order-received"),
    "finish": ("buyer", "order-finished"),
}


@dataclass
class Known:
    """What the model knows of an order."""

    buyer: int
    quantity: int
    asked: int
    state: str = "placed"
    answered: bool = False
    offers: int = 0
    limit: datetime = field(default=NOW)


class Lives(RuleBasedStateMachine):
    """One product, one seller, two buyers; everything that they and the clock may do, at any time."""

    orders = Bundle("orders")
    empty: Path

    def __init__(self) -> None:
        super().__init__()
        self.file = self.empty.with_name("lives.db")
        for old in self.file.parent.glob("lives.db*"):
            old.unlink()
        shutil.copy(self.empty, self.file)
        self.database = Database(sqlite_address(self.file))
        self.product = self.run(open_market, 6)
        self.run(lambda session: add_person(session, JOKO, "Pak Joko"))
        self.now, self.stock, self.heard = NOW, 6, 0
        self.known: dict[int, Known] = {}
        self.written_off: tuple[int, int] | None = None  # by the offer of which order, and how many; nothing came since

    def run(self, operation: Callable[..., Any], *arguments: Any) -> Any:
        return self.database.write_now(operation, *arguments)

    def teardown(self) -> None:
        self.database.close()

    # --- what people do -------------------------------------------------------------------------------------------

    @rule(target=orders, buyer=st.sampled_from((BUDI, JOKO)), quantity=st.integers(1, 4))
    def order(self, buyer: int, quantity: int) -> int | None:
        wanted = [Wanted(product_id=self.product, quantity=quantity)]
        if quantity > self.stock:
            self.refused(place_order, buyer, wanted, self.now)
            return None
        placed = self.run(place_order, buyer, wanted, self.now)
        self.known[placed.id] = Known(buyer, quantity, quantity, limit=self.now + rules.LAPSES_AFTER)
        self.takes(quantity)
        self.hears((SARI, "order-placed", placed.id))
        return int(placed.id)

    @rule(order=orders, move=st.sampled_from(sorted(set(HEARS) - {"offer", "agree"})), stranger=st.booleans())
    def moves(self, order: int | None, move: str, stranger: bool) -> None:
        if order is None:
            return
        known = self.known[order]
        who = rules.ORDER_MOVES[move][0]
        person = RINI if stranger else (SARI if who is rules.Who.SELLER else known.buyer)
        operation, more = OPERATIONS[move]
        if stranger:
            self.refused(operation, person, order, *more, self.now)
        elif move == "accept" and known.state == "lapsed" and known.quantity > self.stock:
            self.refused(operation, person, order, self.now)
        elif move == "accept" and known.state == "lapsed":
            self.run(operation, person, order, self.now)
            known.answered = True
            self.hears((known.buyer, "still-wanted", order))
        elif move == "revive" and (not known.answered or (known.state == "lapsed" and known.quantity > self.stock)):
            self.refused(operation, person, order, self.now)
        elif known.state in rules.ORDER_MOVES[move][1]:
            self.run(operation, person, order, *more, self.now)
            self.moved(order, move)
        elif known.state == rules.ORDER_MOVES[move][2]:
            self.run(operation, person, order, *more, self.now)  # it is so already: nothing happens
        else:
            self.refused(operation, person, order, *more, self.now)

    @rule(order=orders, quantity=st.integers(0, 4))
    def offer_fewer(self, order: int | None, quantity: int) -> None:
        if order is None:
            return
        known = self.known[order]
        again = known.state == "offered" and known.asked > 1
        more, there = quantity - known.quantity, self.stock
        if more > 0 and self.written_off and self.written_off[0] == order:
            there += self.written_off[1]  # it was a slip: all of that is there
        possible = known.state in ("placed", "offered") and 0 < quantity <= known.asked - (not again)
        if not possible or more > there:
            self.refused(offer_fewer, SARI, order, 0, quantity, self.now)
            return
        self.run(offer_fewer, SARI, order, 0, quantity, self.now)
        left = there - more
        known.quantity, self.stock = quantity, left if quantity == known.asked else 0
        if more < 0 and self.written_off and self.written_off[0] == order:
            self.written_off = (order, self.written_off[1] + left)
        elif more or left != self.stock:
            self.written_off = (order, left) if more and left > self.stock else None
        self.offered(order)

    @rule(order=orders, total=st.integers(1, 90_000))
    def offer_price(self, order: int | None, total: int) -> None:
        if order is None:
            return
        if self.known[order].state not in ("placed", "offered"):
            self.refused(offer_price, SARI, order, total, self.now)
            return
        self.run(offer_price, SARI, order, total, self.now)
        self.offered(order)

    @rule(order=orders, stale=st.booleans())
    def agree(self, order: int | None, stale: bool) -> None:
        if order is None:
            return
        known = self.known[order]
        which = known.offers - int(stale)
        if known.state == "accepted":
            self.run(agree_to_offer, known.buyer, order, which, self.now)
        elif known.state != "offered" or stale:
            self.refused(agree_to_offer, known.buyer, order, which, self.now)
        else:
            self.run(agree_to_offer, known.buyer, order, which, self.now)
            self.moved(order, "agree")

    @rule(order=orders)
    def leave(self, order: int | None) -> None:
        if order is None:
            return
        known = self.known[order]
        self.run(leave_lapsed, known.buyer, order, self.now)
        if known.state == "lapsed" and known.answered:  # the seller had something to offer, and hears that it is off
            self.hears((SARI, "order-not-wanted", order))
        else:
            self.hears()

    @rule(pieces=st.integers(1, 5))
    def restock(self, pieces: int) -> None:
        self.run(add_stock, SARI, self.product, pieces, self.now)
        self.comes(pieces)

    @rule(total=st.integers(0, 8))
    def count(self, total: int) -> None:
        self.now += timedelta(seconds=1)
        self.run(set_stock, SARI, self.product, total, self.now)
        if total != self.stock:
            self.comes(total - self.stock)

    # --- what the world does --------------------------------------------------------------------------------------

    @rule(minutes=st.sampled_from((5, 20, 60, 150, 700, 1_500)))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        self.run(see_to_due, self.now, (RINI,))
        lapsed = [
            number
            for number, known in self.known.items()
            if known.state in ("placed", "offered") and known.limit <= self.now
        ]
        for number in lapsed:
            self.known[number].state = "lapsed"
            self.comes(self.known[number].quantity)
        told = self.new_notices()
        over = {(person, kind, order) for person, kind, order in told if kind.startswith("order-lapsed")}
        assert over == {
            heard
            for number in lapsed
            for heard in (
                (self.known[number].buyer, "order-lapsed-buyer", number),
                (SARI, "order-lapsed-seller", number),
            )
        }
        for person, kind, order in told:
            if order is not None and kind in ("order-waiting", "offer-waiting", "please-phone", "arrived"):
                self.reminder_is_right(person, kind, self.known[order])
        assert len(told) == len(set(told)), "nobody is told the same twice at once"

    @rule()
    def restart(self) -> None:
        self.database.close()
        self.database = Database(sqlite_address(self.file))
        self.run(see_to_due, self.now, (RINI,))

    # --- what must always be so -----------------------------------------------------------------------------------

    @invariant()
    def it_is_as_the_model_says(self) -> None:
        def look(session: Session) -> None:
            product = session.get_one(Product, self.product)
            assert product.stock == self.stock == sum_of_moves(session, self.product)
            for number, known in self.known.items():
                order = session.get_one(Order, number)
                line = lines_of(session, number)[0]
                assert (order.state, order.offers, line.quantity) == (known.state, known.offers, known.quantity)
                assert known.offers or order.total == known.quantity * PRICE
            assert what_is_wrong(session) == []

        self.database.read_now(look)

    # --- small helpers --------------------------------------------------------------------------------------------

    def moved(self, order: int, move: str) -> None:
        known = self.known[order]
        if move in rules.GIVES_STOCK_BACK:
            self.comes(known.quantity)
        if move == "revive":
            self.takes(known.quantity)
        known.answered = known.answered or move in ("accept", "offer", "decline", "revive")
        known.state = rules.ORDER_MOVES[move][2]
        side, kind = HEARS[move]
        self.hears((known.buyer if side == "buyer" else SARI, kind, order))

    def offered(self, order: int) -> None:
        known = self.known[order]
        known.offers += 1
        known.limit = self.now + rules.LAPSES_AFTER
        self.moved(order, "offer")

    def takes(self, quantity: int) -> None:
        self.comes(-quantity)

    def comes(self, pieces: int) -> None:
        self.stock += pieces
        self.written_off = None

    def refused(self, operation: Callable[..., Any], *arguments: Any) -> None:
        try:
            self.run(operation, *arguments)
        except ShopError:
            self.hears()
        else:
            raise AssertionError(f"{operation.__name__}{arguments} should have been refused")

    def hears(self, *expected: tuple[int, str, int]) -> None:
        """Since the last look, exactly these people heard exactly this (low stock aside, which the clock decides)."""
        assert [notice for notice in self.new_notices() if notice[1] != "low-stock"] == list(expected)

    def new_notices(self) -> list[tuple[int, str, int | None]]:
        """What came into the outbox since the last look, without what is no longer true."""

        def look(session: Session) -> list[tuple[int, str, int | None]]:
            rows = list(session.exec(select(Notice).where(col(Notice.id) > self.heard).order_by(col(Notice.id))))
            self.heard = max([self.heard, *(row.id for row in rows)])
            rows = [row for row in rows if what_to_tell(session, row.id, self.now)]
            return [(row.person_id, row.kind, row.facts.get("order_id")) for row in rows]

        found: list[tuple[int, str, int | None]] = self.database.read_now(look)
        return found

    def reminder_is_right(self, person: int, kind: str, known: Known) -> None:
        right = {
            "order-waiting": (SARI, ("placed",)),
            "offer-waiting": (known.buyer, ("offered",)),
            "please-phone": (RINI, ("placed",)),
            "arrived": (known.buyer, ("ready", "sent")),
        }
        assert person == right[kind][0]
        assert known.state in right[kind][1]


OPERATIONS: dict[str, tuple[Callable[..., Any], tuple[str, ...]]] = {
    "accept": (accept_order, ()),
    "decline": (decline_order, ("other",)),
    "cancel": (cancel_order, ()),
    "revive": (revive_order, ()),
    "ready": (make_ready, ()),
    "send": (send_order, ()),
    "withdraw": (withdraw_order, ()),
    "receive": (receive_order, ()),
    "finish": (finish_order, ()),
}


@pytest.mark.timeout(300)
def test_whatever_happens_orders_stock_and_news_are_as_a_simple_model_says(empty_file: Path) -> None:
    Lives.empty = empty_file
    run_state_machine_as_test(Lives, settings=settings(max_examples=25, stateful_step_count=40, deadline=None))
