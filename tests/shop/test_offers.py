"""What is offered instead of what was ordered: it always costs something, and never more for being fewer."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from models.database import Session
from models.orders import Order
from models.products import Product
from models.stalls import Stall
from shop.batches import close_batches, put_out
from shop.errors import ShopError
from shop.offers import offer_fee, offer_fewer, offer_price
from shop.orders import decline_order, place_order
from shop.quoting import Wanted
from shop.stock import set_stock
from shop.views import OrderView
from shop.wishes import wish_for
from tests.shop.test_silence import Run, shop, told
from tests.support.market import BUDI, NOW, RINI, SARI, buy, open_market, what_is_wrong

FEE = 10_000


@pytest.fixture
def run(empty_file: Path) -> Iterator[Run]:
    """A fresh shop."""
    with shop(empty_file) as opened:
        yield opened


def brought(run: Run) -> int:
    """Pak Budi has two packs at Rp15.000 brought, for Rp10.000; the order's id."""
    product_id = run(open_market)

    def order(session: Session) -> int:
        session.get_one(Stall, 1).delivery_fee = FEE
        return place_order(session, BUDI, [Wanted(product_id=product_id, quantity=2)], NOW, "Jl. Melati 5").id

    order_id: int = run(order)
    return order_id


@pytest.mark.parametrize("total", [FEE - 1, FEE])
def test_a_total_has_something_for_the_goods_in_it(run: Run, total: int) -> None:
    order_id = brought(run)
    with pytest.raises(ShopError, match="offer-below-fee"):
        run(offer_price, SARI, order_id, total, NOW)
    assert run(offer_price, SARI, order_id, FEE + 1, NOW).total == FEE + 1
    assert run(offer_fee, SARI, order_id, 0, NOW).total == 1


def test_a_total_that_was_once_offered_below_the_fee_is_no_way_to_nothing(run: Run) -> None:
    order_id = brought(run)
    run(lambda session: setattr(session.get_one(Order, order_id), "total", 5_000))
    with pytest.raises(ShopError, match="price-absurd"):
        run(offer_fee, SARI, order_id, 2_000, NOW)


def ten_eggs(run: Run) -> OrderView:
    """Pak Budi's order: ten cost Rp15.000, one Rp2.000."""
    product_id = run(open_market)

    def sell_eggs(session: Session) -> None:
        product = session.get_one(Product, product_id)
        product.price, product.terms = 2_000, {"tiers": [{"min": 10, "per": 10, "price": 15_000}]}

    run(sell_eggs)
    order: OrderView = run(buy, BUDI, product_id, 10)
    return order


def test_fewer_never_costs_more(run: Run) -> None:
    order = ten_eggs(run)
    assert order.total == 15_000
    for count, costs in ((9, 15_000), (8, 15_000), (7, 14_000)):
        offered = run(offer_fewer, SARI, order.id, 0, count, NOW)
        assert (offered.total, offered.lines[0].amount) == (costs, costs)


def test_fewer_never_costs_more_than_what_was_agreed_for_all(run: Run) -> None:
    order = run(buy, BUDI, run(open_market), 3)
    run(offer_price, SARI, order.id, 25_000, NOW)
    assert run(offer_fewer, SARI, order.id, 0, 2, NOW).total == 25_000
    assert run(offer_fewer, SARI, order.id, 0, 1, NOW).total == 15_000


def stock(run: Run, product_id: int) -> int:
    left: int = run(lambda session: session.get_one(Product, product_id).stock)
    return left


def test_a_slip_in_an_offer_is_set_right(run: Run) -> None:
    """Ten were ordered, "1" was hit instead of "9": then 8 can still be offered, and all ten."""
    product_id = run(open_market, 12)
    order = run(buy, BUDI, product_id, 10)
    assert run(offer_fewer, SARI, order.id, 0, 1, NOW).total == 15_000
    assert stock(run, product_id) == 0
    offered = run(offer_fewer, SARI, order.id, 0, 8, NOW)
    assert (offered.total, offered.lines[0].amount, offered.lines[0].asked) == (120_000, 120_000, 10)
    assert stock(run, product_id) == 0, "what she has besides is nothing"
    offered = run(offer_fewer, SARI, order.id, 0, 10, NOW)
    assert (offered.total, offered.lines[0].asked) == (150_000, None)
    assert stock(run, product_id) == 2, "nobody said that there are no others"
    with pytest.raises(ShopError, match="offer-not-fewer"):
        run(offer_fewer, SARI, order.id, 0, 11, NOW)
    assert run(what_is_wrong) == []


def test_a_slip_set_right_the_next_morning_brings_back_no_more_than_is_offered(run: Run) -> None:
    """What nobody had ordered of yesterday's batch is gone, whatever was said of it."""
    product_id = run(open_market, 30)

    def for_today(session: Session) -> None:
        product = session.get_one(Product, product_id)
        product.kind = "batch"
        put_out(session, product, session.get_one(Stall, 1), NOW)

    run(for_today)
    order = run(buy, BUDI, product_id, 10)
    run(offer_fewer, SARI, order.id, 0, 1, NOW)
    morning = NOW + timedelta(hours=20)
    run(lambda session: close_batches(session, session.get_one(Stall, 1), morning))
    assert run(offer_fewer, SARI, order.id, 0, 10, morning).lines[0].quantity == 10
    assert stock(run, product_id) == 0
    assert run(what_is_wrong) == []


def test_who_waits_hears_of_what_a_slip_had_taken_off(run: Run) -> None:
    product_id = run(open_market, 30)
    order = run(buy, BUDI, product_id, 10)
    run(offer_fewer, SARI, order.id, 0, 1, NOW)
    run(wish_for, RINI, product_id, 0, NOW)
    run(offer_fewer, SARI, order.id, 0, 10, NOW + timedelta(minutes=1))
    assert "product-back" in run(told, RINI, NOW + timedelta(minutes=1))


def test_what_was_sold_since_is_not_offered_again(run: Run) -> None:
    product_id = run(open_market, 10)
    order = run(buy, BUDI, product_id, 10)
    run(offer_fewer, SARI, order.id, 0, 1, NOW)
    run(set_stock, SARI, product_id, 9, NOW)
    run(buy, RINI, product_id, 4)
    with pytest.raises(ShopError, match="offer-without-stock"):
        run(offer_fewer, SARI, order.id, 0, 7, NOW)
    assert run(offer_fewer, SARI, order.id, 0, 6, NOW).lines[0].quantity == 6
    assert stock(run, product_id) == 0
    assert run(what_is_wrong) == []


def test_more_again_costs_no_more_than_all_of_it(run: Run) -> None:
    order = ten_eggs(run)
    for count, costs in ((1, 2_000), (9, 15_000), (4, 8_000), (10, 15_000)):
        offered = run(offer_fewer, SARI, order.id, 0, count, NOW)
        assert (offered.total, offered.lines[0].amount) == (costs, costs)


@pytest.mark.parametrize(("reason", "left"), [("far", 1), ("empty", 0)])
def test_an_offer_can_be_declined_and_its_stock_comes_back_once(run: Run, reason: str, left: int) -> None:
    product_id = run(open_market, 10)
    order = run(buy, BUDI, product_id, 10)
    run(offer_fewer, SARI, order.id, 0, 1, NOW)
    for _ in range(2):
        assert run(decline_order, SARI, order.id, reason, NOW).state == "declined"
    assert stock(run, product_id) == left
    assert run(told, BUDI, NOW).count("order-declined") == 1
    assert run(what_is_wrong) == []
