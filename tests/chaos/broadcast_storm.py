"""The storm on broadcasts: the bot dies between a copy's marks, and nobody gets two copies of an announcement."""

import asyncio

from aiohttp import ClientSession
from sqlmodel import Session, col, select

from models.broadcasts import Broadcast
from shop.broadcasts import choose_audience, draft_broadcast, start_broadcast
from tests.chaos.checker import broken_copies
from tests.chaos.child import Plan
from tests.chaos.evidence import is_at_rest, rows_in
from tests.chaos.ground import OPERATOR, Ground, many_phones
from tests.chaos.points import BROADCASTS
from tests.chaos.storm import Progress, Tally, next_plan, points_for
from tests.support.market import NOW, add_person

PEOPLE, KILLS_A_BROADCAST = 40, 5
FIRST_PERSON = 700_300_001


def all_are_over(session: Session) -> bool:
    """Whether every broadcast is done and its report has gone out."""
    unfinished = session.exec(select(Broadcast.id).where(col(Broadcast.state) != "done")).first()
    return unfinished is None and is_at_rest(session)


class BroadcastStorm:
    """One storm on one ground: a broadcast to 40 people for every five kills."""

    def __init__(self, ground: Ground, kills: int, control: str | None = None) -> None:
        self.ground, self.kills, self.plan = ground, kills, Plan(control=control)
        self.points = points_for(control, BROADCASTS)
        self.people = range(FIRST_PERSON, FIRST_PERSON + PEOPLE)

    async def run(self, progress: Progress) -> Tally:
        """Let it blow, wait until all is quiet, and check."""
        async with many_phones() as http:
            await self.ground.lift_limits(http)
            messages = await self._come(http)
        self.ground.prepare(lambda session: self._announce(session, messages))
        fleet = self.ground.fleet
        for kill in range(self.kills):
            progress(kill, self.kills)
            await fleet.live_and_die(lambda: next_plan(self.ground.chance, self.points, self.plan))
            if await asyncio.to_thread(self.ground.look, all_are_over):
                break
        progress(self.kills, self.kills)
        fleet.live_in_peace(self.plan)
        await self.ground.rests(all_are_over)
        fleet.stop()
        expected = {(message, person) for message in messages for person in self.people}
        rows = self.ground.look(rows_in)
        unknown = sum(state == "unknown" for state in rows.copies.values())
        facts = {"copies": len(expected), "of unknown fate": unknown}
        return Tally(fleet.deaths, broken_copies(self.ground.calls(), expected, rows), facts)

    async def _come(self, http: ClientSession) -> list[int]:
        """Everybody opens the chat; the operator writes the announcements. The ids of these."""
        for number in self.people:
            await (await self.ground.phone(http, f"Orang {number}", number)).write("/start")
        operator = await self.ground.phone(http, "Mbak Rini", OPERATOR)
        count = self.kills // KILLS_A_BROADCAST + 1
        messages = [await operator.write(f"Pengumuman {number}") for number in range(count)]
        await self.ground.drop_updates(http)
        return messages

    def _announce(self, session: Session, messages: list[int]) -> None:
        for number in (OPERATOR, *self.people):
            add_person(session, number)
        for message in messages:
            broadcast = draft_broadcast(session, OPERATOR, [message], NOW)
            choose_audience(session, OPERATOR, broadcast.id, "everybody")
            start_broadcast(session, OPERATOR, broadcast.id, message, NOW)
