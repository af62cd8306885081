"""What is offered instead of what was ordered: it always costs something, and never more for being fewer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.database import Session
from models.orders import Order
from models.products import Product
from models.stalls import Stall
from shop.errors import ShopError
from shop.offers import offer_fee, offer_fewer, offer_price
from shop.orders import place_order
from shop.quoting import Wanted
from tests.shop.test_silence import Run, shop
from tests.support.market import BUDI, NOW, SARI, buy, open_market

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


def test_fewer_never_costs_more(run: Run) -> None:
    """Ten eggs for Rp15.000, one for Rp2.000."""
    product_id = run(open_market)

    def sell_eggs(session: Session) -> None:
        product = session.get_one(Product, product_id)
        product.price, product.terms = 2_000, {"tiers": [{"min": 10, "per": 10, "price": 15_000}]}

    run(sell_eggs)
    order = run(buy, BUDI, product_id, 10)
    assert order.total == 15_000
    for count, costs in ((9, 15_000), (8, 15_000), (7, 14_000)):
        offered = run(offer_fewer, SARI, order.id, 0, count, NOW)
        assert (offered.total, offered.lines[0].amount) == (costs, costs)


def test_fewer_never_costs_more_than_what_was_agreed_for_all(run: Run) -> None:
    order = run(buy, BUDI, run(open_market), 3)
    run(offer_price, SARI, order.id, 25_000, NOW)
    assert run(offer_fewer, SARI, order.id, 0, 2, NOW).total == 25_000
    assert run(offer_fewer, SARI, order.id, 0, 1, NOW).total == 15_000
