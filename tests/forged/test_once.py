"""Taps that come twice, updates that are delivered again and out of order, two phones at once: one effect each.

`LAPAK_UPDATES=10000` tries that many; without it, a few. Everything goes through `Lab`, so that the same can be
asked of several workers on one PostgreSQL by handing it another database.
"""

import os
from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest

from handlers.taps import Buy, Draft, Join, OrderTap, PayTap, StockTap
from shop.listings import StoredPhoto
from shop.rules import ORDER_MOVES
from tests.forged.effects import all_rows, changed
from tests.forged.harness import Lab, Said, message, message_ids, photo, tap, told
from tests.forged.people import ASING, BUDI, RINI, SARI, WATI
from tests.forged.seed import SEED
from tests.forged.world import World, build, code
from tests.support.cast import Json
from tests.support.market import what_is_wrong

UPDATES = int(os.environ.get("LAPAK_UPDATES", "60"))
SHOWS_IT_WAS_DONE = ("Tenang, sudah tadi",)


@pytest.fixture
async def world(lab: Lab) -> World:
    kept: StoredPhoto = await lab.parts.shelf.take_in(lab.bot, "sent", None)
    made = lab.database.write_now(build, kept)
    lab.remember()
    return made


def deeds(world: World) -> Iterator[tuple[str, Json]]:
    """What does something, each once."""
    shop = world.products["on sale"]
    yield "order", tap(BUDI, Buy(do="order", product_id=shop, quantity=2))
    yield "first order", tap(WATI, Buy(do="order", product_id=shop, quantity=1))
    yield "publish", tap(SARI, Draft(do="publish", product_id=world.products["draft"]))
    yield "add", tap(SARI, StockTap(do="add", product_id=shop, amount=5))
    yield "undo", tap(SARI, StockTap(do="undo", product_id=shop, amount=world.moves[shop]))
    yield "accept", _of(SARI, "accept", world.orders["placed"])
    yield "finish", _of(SARI, "finish", world.orders["accepted"])
    yield "revive", _of(BUDI, "revive", world.orders["lapsed"])
    yield "late accept", _of(SARI, "accept", world.orders["lapsed"])
    yield "announce", tap(RINI, f"a:send:{world.broadcasts['draft']}")
    card = tap(SARI, StockTap(do="add", product_id=shop, amount=5))["callback_query"]["message"]
    yield "count", message(SARI, text="+3", reply_to_message=card)
    card = _of(BUDI, "write", world.orders["accepted"])["callback_query"]["message"]
    yield "word", message(BUDI, text="sudah saya transfer", reply_to_message=card)
    yield "offer", tap(SARI, OrderTap(do="the-price", order_id=world.orders["placed"], value=40_000))
    yield "agree", _of(BUDI, "agree", world.orders["offered"])
    yield "ready", _of(SARI, "ready", world.orders["accepted"])
    yield "receive", _of(BUDI, "receive", world.orders["sent"])
    yield "rate", tap(BUDI, OrderTap(do="rate", order_id=world.orders["finished"], value=3))
    yield "claim", tap(BUDI, PayTap(do="bare", order_id=world.orders["accepted"]))
    yield "deny", tap(SARI, PayTap(do="none", order_id=world.orders["accepted claimed"], claim=1))
    yield "join", tap(ASING, Join(code=code("invited")))
    yield "draft", photo(ASING, caption="Sambal 20rb stok 7")


def _of(who: int, move: str, order_id: int) -> Json:
    return tap(who, OrderTap(do=move, order_id=order_id, value=1))


@pytest.mark.timeout(120 + UPDATES // 5)
async def test_what_comes_twice_in_any_order_is_done_once_and_the_second_answer_is_kind(lab: Lab, world: World) -> None:
    random, tried = Random(SEED), 0
    begun = all_rows(lab)
    expected: dict[str, Counter[str]] = {}
    while tried < UPDATES:
        for name, update in deeds(world):
            times = random.randint(2, 6)
            lab.back_to_the_beginning()
            first = await lab.hears(update)
            once = Counter(change.table for change in changed(begun, all_rows(lab)))
            assert expected.setdefault(name, once) == once
            done = all_rows(lab)
            again = await lab.hears(*random.sample([update, noise(update), update, update, update], k=min(times, 5)))
            assert changed(done, all_rows(lab)) == [], name
            _kind(name, first, again, update)
            tried += times
        assert lab.set_aside() == []


def noise(update: Json) -> Json:
    """Something harmless between, from the same person."""
    part = update.get("message") or update["callback_query"]
    return message(int(part["from"]["id"]), text="/bantuan")


def _kind(name: str, first: list[Said], again: list[Said], update: Json) -> None:
    """A second tap is answered by a word and by the same card, never by a refusal or a second piece of news."""
    if "callback_query" in update:
        toasts = [said.words for said in again if said.method == "answerCallbackQuery"]
        assert toasts, name
        assert all(any(kind in toast for kind in SHOWS_IT_WAS_DONE) for toast in toasts), (name, toasts)
        card = next((said.words for said in first if said.method.startswith("edit") and said.words), None)
        cards = {said.words for said in again if said.method.startswith("edit") and said.words}
        assert card is None or cards <= {card}, name
    else:
        assert all("ada yang macet" not in said.words for said in again), name


async def test_everything_at_once_from_everybody_in_any_order(lab: Lab, world: World) -> None:
    """All deeds together, each several times, shuffled: in the end the books balance and each was done once."""
    random = Random(SEED)
    for _ in range(max(1, UPDATES // 500)):
        lab.back_to_the_beginning()
        updates = [update for _, update in deeds(world) for _ in range(4)]
        random.shuffle(updates)
        await lab.hears(*updates)
        counts = dict(lab.raw.execute("SELECT kind, count(*) FROM notice WHERE state = 'waiting' GROUP BY kind"))
        assert counts["message"] == 1
        assert counts["order-finished"] == 1
        told = lab.raw.execute("SELECT change FROM stockmove WHERE reason = 'restock' ORDER BY change").fetchall()
        assert [change for (change,) in told if change > 1] == [3, 5]
        assert lab.database.read_now(what_is_wrong) == []
        assert lab.set_aside() == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("accept", "cancel"), ("accept", "decline"), ("decline", "cancel"), ("finish", "finish"), ("revive", "revive")],
)
async def test_two_phones_at_once(lab: Lab, world: World, one: str, other: str) -> None:
    """Each taps their own card of the same order at the same moment: one of them wins, both are told how it stands."""
    letters = {"decline": "far"}
    state = ORDER_MOVES[one][1][0]
    order_id = world.orders[state]
    for first, second in ((one, other), (other, one)) * 3:
        lab.back_to_the_beginning()
        taps = [
            tap(
                {"seller": SARI, "buyer": BUDI}[str(ORDER_MOVES[move][0])],
                OrderTap(do=letters.get(move, move), order_id=order_id),
            )
            for move in (first, second)
        ]
        said = await lab.hears(*taps)
        now = lab.raw.execute("SELECT state FROM orders WHERE id = ?", (order_id,)).fetchone()[0]
        assert now in {ORDER_MOVES[move][2] for move in (one, other)}
        assert lab.database.read_now(what_is_wrong) == []
        assert all(told(said, who) for who in {update["callback_query"]["from"]["id"] for update in taps})
        assert lab.set_aside() == []


async def test_one_person_on_two_phones_in_one_chat(lab: Lab, world: World) -> None:
    """The same button on two messages (an older one, a newer one) publishes once and takes an order once."""
    order_id, draft = world.orders["placed"], world.products["draft"]
    buttons = (OrderTap(do="accept", order_id=order_id), Draft(do="publish", product_id=draft))
    taps = [tap(SARI, button) for button in buttons for _ in range(2)]
    await lab.hears(*taps)
    assert lab.raw.execute("SELECT count(*) FROM notice WHERE kind = 'order-accepted'").fetchone() == (1,)
    assert lab.raw.execute("SELECT stock FROM product WHERE id = ?", (draft,)).fetchone() == (3,)
    assert lab.database.read_now(what_is_wrong) == []


async def test_without_once_keys_it_would_be_done_twice(
    lab: Lab, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control."""
    monkeypatch.setattr("bot.turns.Turn.once_key", property(lambda turn: f"update {turn.update.update_id}"))
    shop, card = world.products["on sale"], next(message_ids)
    before = lab.raw.execute("SELECT count(*) FROM orders").fetchone()[0]
    order = Buy(do="order", product_id=shop, quantity=1)
    await lab.hears(*(tap(BUDI, order, message_id=card) for _ in range(3)))
    assert lab.raw.execute("SELECT count(*) FROM orders").fetchone()[0] == before + 3
