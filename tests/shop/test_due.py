"""Seeing to what is due: one reminder that breaks keeps no other from being seen to."""

from datetime import timedelta
from pathlib import Path

import pytest

from shop import reminders
from shop.reminders import see_to_due
from tests.shop.test_silence import shop, told
from tests.support.market import BUDI, NOW, RINI, SARI, buy, open_market


def test_a_reminder_that_breaks_is_named_and_the_others_are_seen_to(
    empty_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(reminders, "lapse_order", broken)
    with shop(empty_file) as run:
        product_id = run(open_market)
        run(buy, BUDI, product_id, 1, NOW - timedelta(hours=24))
        run(buy, BUDI, product_id, 1, NOW - timedelta(minutes=20))
        seen = run(see_to_due, NOW, (RINI,))
        assert [each.split(":")[1] for each in seen.broken] == [" ZeroDivisionError"]
        assert run(told, SARI, NOW).count("order-waiting") == 1
        assert run(see_to_due, NOW, (RINI,)).count == 0, "it is not tried for ever"
        monkeypatch.undo()
        run(see_to_due, NOW + timedelta(hours=1), (RINI,))
        assert run(told, BUDI, NOW + timedelta(hours=1)).count("order-lapsed-buyer") == 1
