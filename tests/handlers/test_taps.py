"""What buttons carry: each kind has a prefix of its own, and a button outlives a new field of its class."""

from handlers import taps
from handlers.taps import Buy, OrderTap, StockTap, Tap


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
