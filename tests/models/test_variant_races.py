"""The last piece of one variant goes to one of many; a ledger by variant and by weight balances after every commit."""

import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from models.database import Database
from models.orders import Order
from models.products import Product
from models.stock import StockMove
from models.variants import ProductVariant, variant_stocks
from shop import order_stock
from shop.errors import ShopError
from shop.kinds import sell_as, sell_by
from shop.orders import cancel_order, decline_order, lapse_order, place_order, revive_order
from shop.quoting import Wanted
from shop.reminders import see_to_due
from shop.stock import add_stock, set_stock, set_variants, take_back
from tests.support.market import BUDI, NOW, RINI, SARI, add_person, open_market, what_is_wrong

BUYERS = range(700_300_001, 700_300_009)
STEPS = 80


def sell_two_colours(session: Session, red: int, blue: int) -> int:
    product_id = open_market(session, stock=9)
    for buyer_id in BUYERS:
        add_person(session, buyer_id)
    set_variants(session, SARI, product_id, {"merah": red, "biru": blue}, NOW)
    return product_id


def buy_red(session: Session, buyer_id: int, product_id: int) -> int:
    return place_order(session, buyer_id, [Wanted(product_id=product_id, quantity=1, variant="merah")], NOW).id


def rush(database: Database) -> tuple[int, dict[str, int], int]:
    """Eight want the last red one: how many got it, what is left of each, and in all."""
    product_id = database.write_now(sell_two_colours, 1, 20)
    all_here = threading.Barrier(len(BUYERS))

    def go(buyer_id: int) -> bool:
        all_here.wait(10)
        try:
            database.write_now(buy_red, buyer_id, product_id)
        except ShopError:
            return False
        return True

    with ThreadPoolExecutor(len(BUYERS)) as people:
        sold = sum(people.map(go, BUYERS, timeout=20))
    left = database.read_now(variant_stocks, product_id)
    return sold, left, database.read_now(lambda session: session.get_one(Product, product_id).stock)


def test_the_last_piece_of_a_variant_goes_to_one(database: Database) -> None:
    assert rush(database) == (1, {"merah": 0, "biru": 20}, 20)
    assert database.read_now(what_is_wrong) == []


def careless_change(session: Session, move: StockMove) -> bool:
    """`change_stock` as one would write it without thinking."""
    row = session.exec(select(ProductVariant).where(ProductVariant.name == move.variant)).one()
    if row.stock + move.change < 0:
        return False
    time.sleep(0.02)
    row.stock += move.change
    product = session.get_one(Product, move.product_id)
    product.stock += move.change
    for changed in (row, product, move):
        session.add(changed)
    return True


def test_without_the_protection_it_goes_to_several(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite's one writer would forgive it; PostgreSQL does not."""
    monkeypatch.setattr(order_stock, "change_stock", careless_change)
    sold, _, _ = rush(database)
    wrong = database.read_now(what_is_wrong)
    if database.is_sqlite:
        assert (sold, wrong) == (1, [])
    else:
        assert sold > 1
        assert wrong


def test_buyers_of_several_colours_never_wait_for_each_other_in_a_circle(database: Database) -> None:
    product_id = database.write_now(sell_two_colours, 100, 100)
    all_here = threading.Barrier(len(BUYERS))

    def go(buyer_id: int) -> None:
        colours = ["merah", "biru"] if buyer_id % 2 else ["biru", "merah"]
        all_here.wait(10)
        for _ in range(4):
            wanted = [Wanted(product_id=product_id, quantity=1, variant=colour) for colour in colours]
            database.write_now(place_order, buyer_id, wanted, NOW)

    with ThreadPoolExecutor(len(BUYERS)) as people:
        list(people.map(go, BUYERS, timeout=30))
    assert database.read_now(variant_stocks, product_id) == {"merah": 68, "biru": 68}
    assert database.read_now(what_is_wrong) == []


def test_who_begins_to_weigh_amid_orders_keeps_the_books(database: Database) -> None:
    product_id = database.write_now(open_market, stock=50)
    database.write_now(price_by_the_kg, product_id)
    for buyer_id in BUYERS:
        database.write_now(add_person, buyer_id)
    all_here = threading.Barrier(len(BUYERS) + 1)

    def go(buyer_id: int) -> int:
        all_here.wait(10)
        bought = 0
        for _ in range(3):
            try:
                wanted = [Wanted(product_id=product_id, quantity=1)]
                order = database.write_now(place_order, buyer_id, wanted, NOW)
                bought += 1
                if buyer_id % 2:
                    database.write_now(cancel_order, buyer_id, order.id, NOW)
                    bought -= 1
            except ShopError:
                continue  # an order that was counted before, and taken after, is refused
        return bought

    def weigh() -> None:
        all_here.wait(10)
        time.sleep(0.01)
        database.write_now(sell_by, SARI, product_id, "half", NOW)

    with ThreadPoolExecutor(len(BUYERS) + 1) as people:
        weighing = people.submit(weigh)
        bought = sum(people.map(go, BUYERS, timeout=30))
        weighing.result(20)
    assert database.read_now(what_is_wrong) == []
    assert database.read_now(lambda session: session.get_one(Product, product_id).stock) == (50 - bought) * 20


def test_what_comes_back_while_each_colour_is_counted_is_of_its_colour(database: Database) -> None:
    product_id = database.write_now(open_market, stock=9)
    database.write_now(share_stock, product_id)
    order_id = database.write_now(buy_red, BUDI, product_id)
    seen, counted = threading.Event(), threading.Event()

    def cancel(session: Session) -> None:
        product = session.get_one(Product, product_id)
        seen.set()
        counted.wait(0.5)  # on SQLite nobody else writes meanwhile
        cancel_order(session, BUDI, order_id, NOW)
        session.refresh(product)

    def count() -> None:
        seen.wait(10)
        database.write_now(set_variants, SARI, product_id, {"merah": 2, "biru": 1}, NOW)
        counted.set()

    with ThreadPoolExecutor(1) as people:
        counting = people.submit(count)
        database.write_now(cancel)
        counting.result(20)
    assert database.read_now(what_is_wrong) == []
    left = database.read_now(variant_stocks, product_id)
    assert sum(left.values()) == database.read_now(lambda session: session.get_one(Product, product_id).stock)


def share_stock(session: Session, product_id: int) -> None:
    session.get_one(Product, product_id).terms = {"variants": ["merah", "biru"]}


def price_by_the_kg(session: Session, product_id: int) -> None:
    session.get_one(Product, product_id).unit = "kg"


class RandomDay:
    """People do what they like with kinds of stock, sensible or not; the same seed gives the same day."""

    def __init__(self, seed: int) -> None:
        self.chance, self.now = random.Random(seed), NOW
        self.done: set[str] = set()

    def step(self, session: Session) -> None:
        """One thing happens. Raises ShopError for what the shop refuses."""
        self.now += timedelta(minutes=self.chance.choice([1, 5, 300]))
        what = self.chance.choice([self.buy, self.buy, self.answer, self.restock, self.change_kind, self.tick])
        what(session)
        self.done.add(what.__name__)

    def buy(self, session: Session) -> None:
        wanted = Wanted(
            product_id=1,
            quantity=self.chance.choice([1, 2, 500]),
            unit=self.chance.choice([None, None, "gram"]),
            variant=self.chance.choice(["merah", "biru", None]),
        )
        place_order(session, self.chance.choice([BUDI, RINI]), [wanted], self.now)

    def answer(self, session: Session) -> None:
        order = self.chance.choice(session.exec(select(Order).order_by("id")).all() or [None])
        if order is None:
            return
        acts: list[Callable[[], object]] = [
            lambda: cancel_order(session, order.buyer_id, order.id, self.now),
            lambda: decline_order(session, SARI, order.id, "empty", self.now),
            lambda: lapse_order(session, order.id, self.now),
            lambda: revive_order(session, order.buyer_id, order.id, self.now),
        ]
        self.chance.choice(acts)()

    def restock(self, session: Session) -> None:
        moves = session.exec(select(StockMove.id).order_by("id")).all()
        number = self.chance.choice([0, 1, 2])
        acts: list[Callable[[], object]] = [
            lambda: add_stock(session, SARI, 1, self.chance.choice([3, 500]), self.now, "gram", number),
            lambda: add_stock(session, SARI, 1, 5, self.now, None, number),
            lambda: set_stock(session, SARI, 1, self.chance.choice([0, 4]), self.now, None, number),
            lambda: set_stock(session, SARI, 1, 2500, self.now, "milli", number),
            lambda: take_back(session, SARI, self.chance.choice(moves), self.now),
        ]
        if self.chance.random() < 0.2:
            acts = [lambda: set_variants(session, SARI, 1, {"merah": 3, "biru": self.chance.choice([0, 5])}, self.now)]
        self.chance.choice(acts)()

    def change_kind(self, session: Session) -> None:
        if self.chance.random() < 0.5:
            sell_as(session, SARI, 1, self.chance.choice(["counted", "batch", "made"]), self.now, 2)
        else:
            sell_by(session, SARI, 1, self.chance.choice(["half", "quarter", "ons", "whole"]), self.now)

    def tick(self, session: Session) -> None:
        see_to_due(session, self.now)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_books_balance_after_every_commit_whatever_kind_it_is(database: Database, seed: int) -> None:
    database.write_now(open_market)
    database.write_now(price_by_the_kg, 1)
    day, refused = RandomDay(seed), 0
    for number in range(STEPS):
        try:
            database.write_now(day.step)
        except ShopError:
            refused += 1
        assert database.read_now(what_is_wrong) == [], f"after step {number} of day {seed}"
    assert day.done == {"buy", "answer", "restock", "change_kind", "tick"}
    assert 0 < refused < STEPS / 2
