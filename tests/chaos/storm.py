"""The storm of orders: buyers come for scarce things while the bot dies again and again; then the books are checked."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from aiohttp import ClientSession
from sqlmodel import Session

from tests.chaos.checker import broken, repeats_in, unbalanced
from tests.chaos.child import Plan
from tests.chaos.controls import CONTROLS
from tests.chaos.evidence import Acknowledged, books_in, is_at_rest, rows_in
from tests.chaos.ground import Ground, many_phones, seconds_to_ten_o_clock
from tests.chaos.people import Buyer, Seller
from tests.chaos.points import ORDERS, Point
from tests.support.market import SARI, add_product

BUYERS_A_KILL, UNITS_A_KILL, KILLS_A_PRODUCT, PLENTY = 10, 2.5, 10, 100
# Some deaths come at any moment, the others at a named point, or from outside when that is not passed in time.
AT_RANDOM = 0.3
CROWD, FIRST = 60, asyncio.FIRST_COMPLETED
LONGEST_LIFE, LONGEST_AIMED_LIFE, LONGEST_RANDOM_LIFE = 1.5, 6.0, 1.2
COME_WITHIN_SECONDS = 0.6
# How long people and the bot get to end what they began; what still waits then is told by the checker.
PATIENCE_SECONDS, PATIENCE_WITHOUT_PROTECTION = 300.0, 6.0
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Tally:
    """What came of a storm."""

    deaths: Counter[str]
    broken: list[str]
    facts: dict[str, int]

    @property
    def kills(self) -> int:
        """How many processes were killed."""
        return self.deaths.total()


def points_for(control: str | None, points: Sequence[Point]) -> Sequence[Point]:
    """Where to die: anywhere, or soon at the points at which the missing protection shows."""
    wanted = CONTROLS[control].points if control else ()
    return [replace(point, most=3) for point in points if point.name in wanted] or points


def next_plan(chance: random.Random, points: Sequence[Point], base: Plan) -> tuple[Plan, float]:
    """How the next life goes, and after how many seconds it ends from outside at the latest."""
    is_aimed = base.control is not None and bool(CONTROLS[base.control].points)
    if not is_aimed and chance.random() < AT_RANDOM:
        return base, chance.uniform(0, LONGEST_RANDOM_LIFE)
    point = chance.choice(points)
    planned = Plan(point.name, chance.randint(1, point.most), base.control, base.offset, base.updates_at_once)
    return planned, LONGEST_AIMED_LIFE if is_aimed else LONGEST_LIFE


class OrderStorm:
    """One storm on one ground. `kills` scales everything: 10 buyers and 2.5 units a kill."""

    def __init__(self, ground: Ground, kills: int, control: str | None = None) -> None:
        self.ground, self.kills, self.chance = ground, kills, ground.chance
        self.plan = Plan(control=control, offset=seconds_to_ten_o_clock())
        self.points = points_for(control, ORDERS)
        self.patience = PATIENCE_WITHOUT_PROTECTION if control else PATIENCE_SECONDS
        self.products: list[int] = []
        self.buyers: list[Buyer] = []
        self.faults: list[str] = []

    async def run(self, progress: Progress) -> Tally:
        """Let it blow, wait until all is quiet, and check."""
        self.products = self.ground.prepare(self._open_stall)
        async with many_phones() as http:
            await self.ground.lift_limits(http)
            phone = await self.ground.phone(http, "Bu Sari", SARI)
            await phone.write("/start")
            self.acknowledged = Acknowledged(phone.person_id, await self.ground.first_update(http))
            self.acknowledged.supply.update(dict.fromkeys(self.products, self._units_a_product()))
            seller = Seller(phone, self.acknowledged, self.chance)
            selling = asyncio.create_task(seller.sell())
            shopping: list[asyncio.Task[None]] = []
            for kill in range(self.kills):
                progress(kill, self.kills)
                shopping += [asyncio.create_task(self._come(http, kill)) for _ in range(BUYERS_A_KILL)]
                await self._live_and_die()
                await self._let_people_through(shopping)
            progress(self.kills, self.kills)
            await self._calm_down(shopping, seller, selling)
        return self._checked()

    async def _live_and_die(self) -> None:
        fleet = self.ground.fleet
        dying = fleet.live_and_die(lambda: next_plan(self.chance, self.points, self.plan))
        _, rows = await asyncio.gather(dying, asyncio.to_thread(self.ground.look, books_in))
        self.faults += [f"{fault} (restart {fleet.kills})" for fault in unbalanced(rows)]

    async def _let_people_through(self, shopping: list[asyncio.Task[None]]) -> None:
        """On a slow machine the crowd outgrows what the bot can do between deaths: one life is left longer."""
        if sum(not person.done() for person in shopping) < CROWD:
            return
        self.ground.fleet.live_in_peace(self.plan)
        ends = time.monotonic() + self.patience
        while sum(not person.done() for person in shopping) > CROWD // 2 and time.monotonic() < ends:
            await asyncio.wait([person for person in shopping if not person.done()], timeout=1, return_when=FIRST)
        self.ground.fleet.die()

    async def _calm_down(self, shopping: list[asyncio.Task[None]], seller: Seller, selling: asyncio.Task[None]) -> None:
        """One more life, in which everything that was begun comes to its end."""
        fleet = self.ground.fleet
        fleet.live_in_peace(self.plan)
        await asyncio.wait(shopping, timeout=self.patience)
        await self.ground.rests(is_at_rest, self.patience)
        seller.closing.set()
        await asyncio.wait([selling], timeout=self.patience)
        await self.ground.rests(is_at_rest, self.patience)
        for person in (*shopping, selling):
            if not person.cancel():
                person.result()  # a robot that broke is a fault of the harness
        fleet.stop()

    def _checked(self) -> Tally:
        rows, journal, acknowledged = self.ground.look(rows_in), self.ground.calls(), self.acknowledged
        acknowledged.purchases = [buyer.purchase for buyer in self.buyers]
        facts = {
            "buyers": len(self.buyers),
            "units": acknowledged.supply.total(),
            "orders": len(rows.orders),
            "repeats": repeats_in(journal, acknowledged),
        }
        faults = list(dict.fromkeys([*self.faults, *broken(journal, acknowledged, rows, self.ground.processes)]))
        return Tally(self.ground.fleet.deaths, faults, facts)

    async def _come(self, http: ClientSession, kill: int) -> None:
        """A buyer comes at some moment around this kill, mostly for what everybody wants just now."""
        await asyncio.sleep(self.chance.uniform(0, COME_WITHIN_SECONDS))
        wanted = self.products[kill * len(self.products) // self.kills]
        product = wanted if self.chance.random() < 0.8 else self.chance.choice(self.products)
        phone = await self.ground.phone(http, f"Pembeli {len(self.buyers)}")
        buyer = Buyer(phone, product, random.Random(self.chance.random()))
        self.buyers.append(buyer)
        await buyer.shop()

    def _open_stall(self, session: Session) -> list[int]:
        count = max(1, self.kills // KILLS_A_PRODUCT)
        return [add_product(session, SARI, self._units_a_product(), f"Gelang {n}") for n in range(1, count + 1)]

    def _units_a_product(self) -> int:
        control = CONTROLS.get(self.plan.control or "")
        units = PLENTY if control and control.needs_plenty else UNITS_A_KILL
        return round(self.kills * units / max(1, self.kills // KILLS_A_PRODUCT))
