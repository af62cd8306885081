"""Whatever happens to a product, its stock is what its ledger says."""

import random
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from models.database import Database
from models.orders import Order
from models.products import Product
from models.stock import StockMove
from shop.errors import ShopError
from shop.handing_over import finish_order
from shop.orders import (
    accept_order,
    cancel_order,
    decline_order,
    lapse_order,
    revive_order,
)
from shop.stock import add_stock, set_stock, take_back
from tests.support.market import BUDI, NOW, RINI, SARI, add_product, buy, open_market, what_is_wrong

STEPS = 100


class RandomDay:
    """People do what they like, sensible or not; the same seed gives the same day."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.now: datetime = NOW
        self.done: set[str] = set()
        self.refused = 0

    def step(self, session: Session) -> None:
        """One thing happens. Raises ShopError for what the shop refuses."""
        self.now += timedelta(minutes=1)
        act = self.chance.choice([self.order, self.order, self.answer, self.answer, self.restock])
        act(session)

    def order(self, session: Session) -> None:
        product = self.chance.choice(session.exec(select(Product).order_by("id")).all())
        buyer = self.chance.choice([BUDI, RINI, SARI])
        buy(session, buyer, product.id, self.chance.choice([1, 2, 3, 7, 0]), self.now)
        self.done.add("place")

    def answer(self, session: Session) -> None:
        orders = session.exec(select(Order).order_by("id")).all()
        if not orders:
            return
        placed = [order for order in orders if order.state == "placed"]
        order = self.chance.choice(placed if placed and self.chance.random() < 0.7 else list(orders))
        order_id, buyer_id = order.id, order.buyer_id
        what = self.chance.choice(["accept", "far", "empty", "cancel", "lapse", "revive", "finish"])
        if what == "accept":
            accept_order(session, SARI, order_id, self.now)
        elif what in ("far", "empty"):
            decline_order(session, SARI, order_id, what, self.now)
        elif what == "cancel":
            cancel_order(session, buyer_id, order_id, self.now)
        elif what == "lapse":
            lapse_order(session, order_id, self.now)
        elif what == "revive":
            revive_order(session, buyer_id, order_id, self.now)
        else:
            finish_order(session, SARI, order_id, self.now)
        self.done.add(what)

    def restock(self, session: Session) -> None:
        product = self.chance.choice(session.exec(select(Product).order_by("id")).all())
        what, product_id = self.chance.choice(["add", "set", "undo"]), product.id
        if what == "add":
            add_stock(session, SARI, product_id, self.chance.choice([5, 10, -3, 2_000_000]), self.now)
        elif what == "set":
            set_stock(session, SARI, product_id, self.chance.choice([0, 4, 12, -1]), self.now)
        else:
            moves = session.exec(select(StockMove).order_by("id")).all()
            take_back(session, SARI, self.chance.choice(moves).id, self.now)
        self.done.add(what)


@pytest.mark.parametrize("seed", [1, 2])
def test_stock_is_the_sum_of_its_moves_after_every_commit(database: Database, seed: int) -> None:
    database.write_now(open_market)
    database.write_now(add_product, stock=3, name="Sambal")
    day = RandomDay(seed)
    for number in range(STEPS):
        try:
            database.write_now(day.step)
        except ShopError:
            day.refused += 1
        assert database.read_now(what_is_wrong) == [], f"after step {number} of day {seed}"
    assert day.refused > STEPS / 10
    assert {"place", "accept", "far", "empty", "cancel", "lapse", "add", "set", "undo"} - day.done == set()


def test_books_that_do_not_balance_are_noticed(database: Database) -> None:
    """The check of the test above can fail."""
    database.write_now(open_market)
    order = database.write_now(buy, BUDI, 1, 2, NOW)
    database.write_now(lambda session: session.connection().execute(text("UPDATE product SET stock = stock + 1")))
    assert len(database.read_now(what_is_wrong)) == 1
    database.write_now(
        lambda session: session.connection().execute(
            text("UPDATE orders SET state = 'lapsed' WHERE id = :id"), {"id": order.id}
        )
    )
    assert len(database.read_now(what_is_wrong)) == 2


def test_what_the_shop_refuses_leaves_nothing_behind(database: Database) -> None:
    database.write_now(open_market, stock=2)
    with pytest.raises(ShopError, match="not-enough"):
        database.write_now(buy, BUDI, 1, 3, NOW)
    assert database.read_now(lambda session: list(session.exec(select(Order)))) == []
    assert database.read_now(what_is_wrong) == []
