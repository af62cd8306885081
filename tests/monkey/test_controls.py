"""Negative controls: without a protection, the monkey says by name what is wrong. And it does the same again."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from shop import rules
from shop.pricing import amount_for
from tests.monkey.conftest import NewWalk

# The first is one that meets them all; should it meet another town one day, others will.
SEEDS = (6, *range(20, 30))
STEPS = 160
Patch = pytest.MonkeyPatch
pytestmark = pytest.mark.timeout(120)


def without_the_ledger(patch: Patch) -> None:
    """Stock changes, and nobody writes down why."""
    patch.setattr("models.stock.add_row", lambda *_, **__: SimpleNamespace(id=1))


def without_states(patch: Patch) -> None:
    """An old button moves an order, wherever that has got to since."""
    anywhere = (*rules.OPEN_STATES, "declined", "cancelled", "lapsed", "finished")
    for move in rules.ORDER_MOVES.keys() - rules.GIVES_STOCK_BACK:
        who, _, to_state = rules.ORDER_MOVES[move]
        patch.setitem(rules.ORDER_MOVES, move, (who, anywhere, to_state))


def without_once_keys(patch: Patch) -> None:
    """What was tapped is done as often as it is tapped."""
    patch.setattr("bot.turns.effect_of", lambda *_: None)
    patch.setattr("bot.turns.keep_effect", lambda *_: None)


def without_answers(patch: Patch) -> None:
    """A tapped button goes on turning."""

    async def silent(*_: Any) -> None:
        """Nothing is said."""

    patch.setattr("bot.speaking.Say.toast", silent)


def without_the_last_rupiah(patch: Patch) -> None:
    """An order costs a rupiah less than its goods."""
    patch.setattr("shop.quoting.amount_for", lambda *facts: amount_for(*facts) - 1)


@pytest.mark.parametrize(
    ("take_out", "breaks"),
    [
        (without_the_ledger, "ledger"),
        (without_states, "moves"),
        (without_once_keys, "twice"),
        (without_answers, "answers"),
        (without_the_last_rupiah, "total"),
    ],
)
async def test_a_walk_without_a_protection(
    new_walk: NewWalk, monkeypatch: Patch, take_out: Callable[[Patch], None], breaks: str
) -> None:
    take_out(monkeypatch)
    for seed in SEEDS:
        walk = new_walk(seed)
        await walk.go(STEPS)
        if walk.faults:
            break
    assert breaks in walk.broken


async def test_a_seed_walks_the_same_way_again(new_walk: NewWalk) -> None:
    first, again = new_walk(1), new_walk(1)
    for walk in (first, again):
        await walk.go(60)
    assert [str(deed) for deed in first.done] == [str(deed) for deed in again.done]
