"""One storm: people buy, the seller answers, an operator announces, and the weather is bad; then everything is checked.

The robots and the checker are those of the storms of kills (tests/chaos); here nobody dies.
"""

import asyncio
import os
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from aiohttp import ClientSession
from sqlmodel import Session, col, select

from models.broadcasts import Delivery
from models.inbox import InboxRow
from models.notices import Notice
from models.orders import Order
from shop.broadcasts import choose_audience, draft_broadcast, start_broadcast
from tests.chaos.checker import broken
from tests.chaos.child import Plan
from tests.chaos.evidence import ACCEPTED, Acknowledged, Json, Rows, is_at_rest, rows_in, said_in
from tests.chaos.ground import OPERATOR, Ground, many_phones, seconds_to_ten_o_clock
from tests.chaos.people import Buyer, Seller
from tests.chaos.phones import Phone
from tests.storms.journal import broken_announcement, inside_retry_after, repeated_news, too_fast
from tests.storms.weather import Bringing, Weather
from tests.support.market import NOW, SARI, add_person, add_product

# The long run (make storm) is that of minutes and of thirty seconds, as told in the tests.
LONG = "LAPAK_STORMS" in os.environ
FIRST_LISTENER = 700_400_001
PATIENCE_SECONDS = 100.0 if LONG else 20.0


@dataclass(frozen=True)
class Crowd:
    """Who is there: `buyers` come within `seconds`, `listeners` hear the announcement; `units` are for sale."""

    buyers: int = 8
    seconds: float = 3.0
    listeners: int = 0
    units: int = 1_000


class Storm:
    """A bot in bad weather. `broken` is what came of it; empty when all is well."""

    def __init__(self, ground: Ground, crowd: Crowd, plan: Plan | None = None) -> None:
        self.ground, self.crowd, self.chance = ground, crowd, ground.chance
        self.plan = replace(plan or Plan(), offset=seconds_to_ten_o_clock())
        self.listeners = range(FIRST_LISTENER, FIRST_LISTENER + crowd.listeners)
        self.buyers: list[Buyer] = []
        self.orders = 0

    async def broken(self, bring: Bringing, while_it_starts: bool = False) -> list[str]:
        """Let it blow, wait until all is quiet, and check."""
        product = self.ground.prepare(lambda session: add_product(session, SARI, self.crowd.units, "Gelang"))
        async with many_phones() as http:
            await self.ground.lift_limits(http)
            phone = await self.ground.phone(http, "Bu Sari", SARI)
            await self._announce(http)
            await phone.write("/start")
            known = Acknowledged(phone.person_id, await self.ground.first_update(http))
            known.supply[product] = self.crowd.units
            weather = Weather(self.ground, http, self.plan)
            weather.start()
            if not while_it_starts:
                await phone.until(lambda _: True, _nothing)
            seller = Seller(phone, known, self.chance)
            selling = asyncio.create_task(seller.sell())
            phones = [await self.ground.phone(http, f"Pembeli {number}") for number in range(self.crowd.buyers)]
            shopping = [asyncio.create_task(self._come(phone, product)) for phone in phones]
            await bring(weather)
            await self._calm_down(shopping, seller, selling)
            await weather.stop()
        known.purchases = [buyer.purchase for buyer in self.buyers]
        rows, journal = self.ground.look(rows_in), self.ground.calls()
        self.orders = len(rows.orders)
        return self._faults(journal, known, rows)

    async def _come(self, phone: Phone, product: int) -> None:
        await asyncio.sleep(self.chance.uniform(0, self.crowd.seconds))
        buyer = Buyer(phone, product, random.Random(self.chance.random()))
        self.buyers.append(buyer)
        await buyer.shop()

    async def _calm_down(
        self, shopping: Sequence[asyncio.Task[None]], seller: Seller, selling: asyncio.Task[None]
    ) -> None:
        """The weather is good again, nobody does anything to the bot, and everything that was begun ends."""
        code = self.ground.fleet.members[0].ends(0)
        assert code is None, f"it ended with {code} and said:\n{self.ground.fleet.members[0].said[-3000:]}"
        await asyncio.wait(shopping, timeout=PATIENCE_SECONDS)
        await self.ground.rests(is_at_rest, PATIENCE_SECONDS)
        seller.closing.set()
        await asyncio.wait([selling], timeout=PATIENCE_SECONDS)
        await self.ground.rests(is_at_rest, PATIENCE_SECONDS)
        for robot in (*shopping, selling):
            if not robot.cancel():
                robot.result()  # a robot that broke is a fault of the harness

    async def _announce(self, http: ClientSession) -> None:
        """Everybody who is to hear it opens the chat; it goes out as soon as the bot runs."""
        if not self.listeners:
            return
        for number in self.listeners:
            await (await self.ground.phone(http, f"Warga {number}", number)).write("/start")
        operator = await self.ground.phone(http, "Mbak Rini", OPERATOR)
        message = await operator.write("Besok ada pelatihan.")
        await self.ground.drop_updates(http)

        def prepare(session: Session) -> None:
            for number in (OPERATOR, *self.listeners):
                add_person(session, number)
            draft = draft_broadcast(session, OPERATOR, [message], NOW)
            choose_audience(session, OPERATOR, draft.id, "everybody")
            start_broadcast(session, OPERATOR, draft.id, message, NOW)

        self.ground.prepare(prepare)

    def _faults(self, journal: Sequence[Json], known: Acknowledged, rows: Rows) -> list[str]:
        rows.waiting = self.ground.look(left_over)
        faults = [fault for fault in broken(journal, known, rows) if not fault.startswith("repeated")]
        faults += [*repeated_news(journal, known), *untold_answers(journal, self.ground.look(buyers_of_accepted))]
        # What somebody took no message about is told to the other side: that is no silence.
        refused = tuple(f"order {order} " for order in self.ground.look(told_to_the_other_side))
        faults = [
            fault for fault in faults if not (fault.startswith("untold") and any(one in fault for one in refused))
        ]
        faults += inside_retry_after(journal)
        if self.plan.paced:
            faults += too_fast(journal)
        if self.listeners:
            fates = self.ground.look(
                lambda session: dict(iter(session.exec(select(Delivery.person_id, Delivery.state))))
            )
            faults += broken_announcement(journal, fates)
            faults += [f"copy lost: {one} was left out" for one in self.listeners if one not in fates]
        return faults


async def _nothing() -> None:
    """Only look."""


def left_over(session: Session) -> list[str]:
    """What still waits, was set aside or has failed; but for news to somebody who takes no message of ours."""
    updates = session.exec(select(InboxRow.update_id, InboxRow.state).where(InboxRow.state != "done"))
    notices = select(Notice.kind, Notice.state, Notice.problem).where(col(Notice.state).in_(["waiting", "failed"]))
    return [
        *(f"update {number}: {state}" for number, state in updates),
        *(f"{kind}: {state}, {problem}" for kind, state, problem in session.exec(notices) if problem != "refused"),
    ]


def told_to_the_other_side(session: Session) -> set[int]:
    """Orders of which one side takes no message of ours, and the other side has heard so, or takes none either."""
    told = select(Notice.facts).where(
        col(Notice.kind).in_(["seller-refuses", "buyer-refuses"]),
        col(Notice.state).in_(["sent", "moot"]) | (col(Notice.problem) == "refused"),
    )
    return {facts["order_id"] for facts in session.exec(told)}


def buyers_of_accepted(session: Session) -> dict[int, int]:
    """Whose orders the seller has taken: order and buyer."""
    return dict(iter(session.exec(select(Order.id, Order.buyer_id).where(Order.state == "accepted"))))


def untold_answers(journal: Sequence[Json], accepted: dict[int, int]) -> list[str]:
    """Orders that were taken without their buyers' hearing of it."""
    told = {(int(found["order"]), each.chat_id) for each in said_in(journal) if (found := ACCEPTED.search(each.text))}
    return [
        f"untold: {buyer} never heard that order {order} is taken"
        for order, buyer in accepted.items()
        if (order, buyer) not in told
    ]
