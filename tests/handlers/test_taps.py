"""What buttons carry: each kind has a prefix of its own, and a button outlives a new field of its class."""

import pytest
from aiogram.filters.callback_data import CallbackData

from handlers import taps
from handlers.taps import Buy, Draft, Hush, OrderTap, StockTap, Tap


def kinds() -> list[type[Tap]]:
    return [
        kind for kind in vars(taps).values() if isinstance(kind, type) and issubclass(kind, Tap) and kind is not Tap
    ]


def test_no_two_kinds_of_buttons_look_alike() -> None:
    prefixes = [kind.__prefix__ for kind in kinds()]
    assert len(prefixes) > 20
    assert sorted(prefixes) == sorted(set(prefixes))


def test_a_button_from_before_its_class_grew_still_works() -> None:
    assert OrderTap.unpack("o:accept:12") == OrderTap(do="accept", order_id=12)
    assert Buy.unpack("b:order:3:2:0:77") == Buy(do="order", product_id=3, quantity=2, stamp=77)
    assert StockTap.unpack("s:add:3:5:9") == StockTap(do="add", product_id=3, amount=5, version=9)
    for kind, tap in ((OrderTap, OrderTap(do="fewer", order_id=1, value=2, line=3)), (Buy, Buy(do="x", product_id=1))):
        assert kind.unpack(tap.pack()) == tap


def test_a_button_carries_what_aiogram_would_put_on_it() -> None:
    for button in (
        Buy(do="order", product_id=3, quantity=2, stamp=77),
        OrderTap(do="fewer", order_id=1, value=2, line=3),
        Hush(order_id=3, muted=True),
        Draft(do="guess", product_id=1, amount=2**31 - 1, unit="gram"),
    ):
        assert button.pack() == CallbackData.pack(button)
    with pytest.raises(ValueError, match="does not fit"):
        Draft(do="guess", product_id=1, unit="a:b").pack()
    with pytest.raises(ValueError, match="does not fit"):
        Draft(do="guess", product_id=1, unit="ü" * 40).pack()
