"""Two workers on one PostgreSQL, everything several times and in any order: one effect each.

`LAPAK_UPDATES=10000` tries that many.
"""

import asyncio
import os
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random

import pytest
from sqlmodel import Session, col, select

from handlers.taps import Buy, OrderTap
from models.database import Database
from models.inbox import InboxRow
from models.notices import Notice
from models.orders import Order
from tests.forged.harness import Lab, message_ids, tap, update_ids
from tests.forged.people import RINI, SARI
from tests.forged.seed import SEED
from tests.support.cast import Json
from tests.support.market import add_person, add_product, what_is_wrong
from tests.support.postgres import postgres_server

UPDATES = int(os.environ.get("LAPAK_UPDATES", "200"))
BUYERS = range(700_300_001, 700_300_021)
# Of one person's, fewer at once than what is taken for a flood, whose turns keep silent (bot/flood.py).
TAPS_AT_ONCE = 9
ENDED = ["accepted", "cancelled"]


class Two:
    """Two labs with one database between them."""

    def __init__(self, labs: Sequence[Lab], random: Random) -> None:
        self.labs, self.random, self.sent = labs, random, 0
        self.database = labs[0].database

    async def hear(self, taps: Sequence[Json]) -> None:
        """Each tap two to four times, some of them delivered again, shuffled; until all are worked off."""
        copies = [each for each in taps for _ in range(self.random.randint(2, 4))]
        self.random.shuffle(copies)
        updates = [{"update_id": next(update_ids)} | each for each in copies]
        self.sent += len(updates)
        # Either receiver gets most of them, in the order of their numbers as Telegram delivers; many come to both.
        parts = [self.random.sample(updates, k=2 * len(updates) // 3) for _ in self.labs]
        parts.append(updates)
        await asyncio.gather(
            *(
                lab.intake.store(sorted(part, key=lambda update: int(update["update_id"])))
                for lab, part in zip((*self.labs, self.labs[0]), parts, strict=True)
            )
        )
        ends = asyncio.get_running_loop().time() + 60
        while waiting := await self.database.read(waiting_rows):
            assert asyncio.get_running_loop().time() < ends, f"the queue is blocked by {waiting[0]}"
            await asyncio.sleep(0.02)

    def answers(self) -> int:
        """How many taps were answered so far."""
        return sum(said.method == "answerCallbackQuery" for lab in self.labs for said in lab.telegram.said)


def waiting_rows(session: Session) -> list[str]:
    return list(session.exec(select(InboxRow.body).where(InboxRow.state == "waiting").limit(1)))


def fates(session: Session) -> list[str]:
    return list(session.exec(select(Order.state)))


def news(session: Session) -> Counter[str]:
    """How often each kind of news was written, for which order."""
    told = select(Notice).where(col(Notice.kind).in_(["order-placed", "order-accepted", "order-cancelled"]))
    return Counter(f"{notice.kind} {notice.facts['order_id']}" for notice in session.exec(told))


@pytest.fixture
async def two(tmp_path: Path) -> AsyncIterator[Two]:
    """Two workers at work on a fresh database, as two processes would be."""
    address = postgres_server().new_address()
    async with AsyncExitStack() as stack:
        labs = []
        for number in range(2):
            (tmp_path / str(number)).mkdir()
            lab = Lab(tmp_path / str(number), frozenset({RINI}), Database(address))
            labs.append(await stack.enter_async_context(lab.at_work()))
        yield Two(labs, Random(SEED))
    postgres_server().drop(address)


def in_rounds(people: Sequence[int], taps: dict[int, list[Json]]) -> list[list[Json]]:
    """So many of each person's taps together that nobody floods."""
    at_once = TAPS_AT_ONCE // 4
    longest = max(len(taps[person]) for person in people)
    return [
        [each for person in people for each in taps[person][begun : begun + at_once]]
        for begun in range(0, longest, at_once)
    ]


@pytest.mark.timeout(120 + UPDATES // 10)
async def test_whatever_comes_again_is_done_once(two: Two) -> None:
    """Orders of scarce pieces, then a seller who accepts while the buyers cancel."""
    orders = max(2, UPDATES // (7 * len(BUYERS)))  # of each buyer: three updates, and for three in four six more
    stock = orders * len(BUYERS) * 3 // 4

    def prepare(session: Session) -> int:
        for buyer in BUYERS:
            add_person(session, buyer)
        return add_product(session, SARI, stock)

    product = await two.database.write(prepare)
    wanted = {
        buyer: [tap(buyer, Buy(do="order", product_id=product, quantity=1, stamp=n)) for n in range(1, orders + 1)]
        for buyer in BUYERS
    }
    for part in in_rounds(BUYERS, wanted):
        await two.hear(part)
    assert len(await two.database.read(fates)) == stock
    for begun in range(0, stock, 2):
        racing = await two.database.read(placed, begun)
        taps = [tap(SARI, OrderTap(do="accept", order_id=order)) for order, _ in racing]
        await two.hear([*taps, *(tap(buyer, OrderTap(do="cancel", order_id=order)) for order, buyer in racing)])
    ended = Counter(await two.database.read(fates))
    assert ended.total() == stock
    assert set(ended) == set(ENDED)
    told = await two.database.read(news)
    assert set(told.values()) == {1}
    assert len(told) == 2 * stock
    assert await two.database.read(what_is_wrong) == []
    assert two.sent >= UPDATES
    assert await two.database.read(problems) == []
    assert two.answers() == await two.database.read(count_taps), "each tap is answered, also the one that comes late"


def placed(session: Session, begun: int) -> list[tuple[int, int]]:
    """The next two orders that are raced for, each with its buyer."""
    query = select(Order.id, Order.buyer_id).order_by(col(Order.id)).offset(begun).limit(2)
    return list(session.exec(query))


def problems(session: Session) -> list[str | None]:
    return list(session.exec(select(InboxRow.problem).where(InboxRow.state != "done")))


def count_taps(session: Session) -> int:
    return len(session.exec(select(InboxRow.id)).all())


async def test_without_once_keys_it_would_be_done_again(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control."""
    monkeypatch.setattr("bot.turns.Turn.once_key", property(lambda turn: f"update {turn.update.update_id}"))

    def prepare(session: Session) -> int:
        add_person(session, BUYERS[0])
        return add_product(session, SARI, 20)

    product = await two.database.write(prepare)
    order = Buy(do="order", product_id=product, quantity=1)
    await two.hear([tap(BUYERS[0], order, message_id=next(message_ids))])
    assert len(await two.database.read(fates)) > 1
