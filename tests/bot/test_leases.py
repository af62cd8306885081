"""One process at a time sends, ticks and polls; one that was paused and wakes late changes nothing."""

import asyncio
import signal
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import Future
from datetime import UTC, datetime

import pytest
from sqlmodel import Session, col, func, select

import bot.leases
from bot.leases import Lease
from models.database import Database
from models.inbox import InboxRow
from models.leases import Lease as LeaseRow
from models.leases import Overtaken, give_lease_back, prove_lease, renew_lease, take_lease
from models.notices import Notice
from models.orders import Order
from models.settings import get_setting, set_setting
from tests.bot.conftest import Team
from tests.bot.test_restarts import all_is_said, is_about_to_order, orders_in, taps_in_background
from tests.support.cast import Person
from tests.support.market import BUDI, SARI, buy, open_market
from tests.support.postgres import postgres_server
from tests.support.processes import BotProcess


@pytest.fixture
async def database() -> AsyncIterator[Database]:
    """A fresh database on PostgreSQL."""
    address = postgres_server().new_address()
    opened = Database(address)
    yield opened
    opened.close()
    postgres_server().drop(address)


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has the patience of a real lease here."""
    monkeypatch.setattr(bot.leases, "LEASE_SECONDS", 0.6)
    monkeypatch.setattr(bot.leases, "LOOK_EVERY_SECONDS", 0.05)


async def test_a_lease_is_taken_by_one_until_it_runs_out_and_its_fence_grows(database: Database) -> None:
    assert await database.write(take_lease, "send", 0.2) == 1
    assert await database.write(take_lease, "send", 9) is None
    assert await database.write(take_lease, "tick", 9) == 1
    assert await database.write(renew_lease, "send", 1, 0.2)
    await asyncio.sleep(0.25)
    assert await database.write(renew_lease, "send", 1, 0.0), "late, but nobody has taken it"
    assert await database.write(take_lease, "send", 9) == 2
    assert not await database.write(renew_lease, "send", 1, 9)
    await database.write(give_lease_back, "send", 1)
    assert await database.write(take_lease, "send", 9) is None
    await database.write(give_lease_back, "send", 2)
    assert await database.write(take_lease, "send", 9) == 3


async def test_what_a_process_held_is_free_as_soon_as_it_has_died(database: Database) -> None:
    """Its sessions close then, and so the database knows."""
    other = Database(database.address)
    assert await other.write(take_lease, "send", 9) == 1
    assert await database.write(take_lease, "send", 9) is None
    other.close()
    await is_free(lambda: database.write(take_lease, "send", 9))
    assert not await database.write(renew_lease, "send", 1, 9)


async def is_free(take: Callable[[], Awaitable[object]]) -> None:
    """Wait a moment until something can be taken: a server ends a session when it gets round to it."""
    async with asyncio.timeout(2):
        while not await take():  # noqa: ASYNC110 # a server rings no bell
            await asyncio.sleep(0.01)


async def test_of_many_that_want_it_one_gets_it(database: Database) -> None:
    taken = await asyncio.gather(*(database.write(take_lease, "send", 9) for _ in range(20)))
    assert [fence for fence in taken if fence] == [1]


async def test_who_was_overtaken_writes_nothing(database: Database) -> None:
    fenced = database.fenced(lambda session, to_write: prove_lease(session, "send", 1, to_write=to_write))
    await database.write(take_lease, "send", 0.0)
    await fenced.write(set_setting, "name", "before")
    await database.write(take_lease, "send", 9)
    with pytest.raises(Overtaken):
        await fenced.write(set_setting, "name", "after")
    with pytest.raises(Overtaken):
        await fenced.read(get_setting, "name")
    assert await database.read(get_setting, "name") == "before"


async def test_a_lease_can_not_be_taken_in_the_middle_of_a_write_that_has_proved_it(database: Database) -> None:
    await database.write(take_lease, "send", 0.0)
    taking: list[Future[int | None]] = []
    loop = asyncio.get_running_loop()

    def slowly(session: Session) -> bool:
        prove_lease(session, "send", 1, to_write=True)
        taking.append(asyncio.run_coroutine_threadsafe(database.write(take_lease, "send", 9), loop))
        time.sleep(0.3)
        return taking[0].done()

    assert await database.write(slowly) is False
    assert await asyncio.wrap_future(taking[0]) == 2


class Works:
    """Notes who works."""

    def __init__(self) -> None:
        self.now: list[str] = []
        self.began: list[str] = []

    def of(self, name: str) -> bot.leases.Work:
        """A work that goes on until it is ended."""

        async def work() -> None:
            self.now.append(name)
            self.began.append(name)
            try:
                await asyncio.Event().wait()
            finally:
                self.now.remove(name)

        return work

    async def until(self, *names: str) -> None:
        """Wait until these work, and no others."""
        async with asyncio.timeout(5):
            while sorted(self.now) != sorted(names):  # noqa: ASYNC110 # looking is simplest
                await asyncio.sleep(0.01)


@pytest.mark.usefixtures("short")
async def test_one_works_and_the_other_takes_over_at_once_when_it_stops(database: Database) -> None:
    works = Works()
    first = asyncio.create_task(Lease(database, "send").hold(works.of("a1"), works.of("a2")))
    await works.until("a1", "a2")
    second = asyncio.create_task(Lease(database, "send").hold(works.of("b")))
    await asyncio.sleep(0.8)
    assert sorted(works.now) == ["a1", "a2"], "it renews"
    first.cancel()
    await works.until("b")
    second.cancel()
    await asyncio.gather(first, second, return_exceptions=True)
    assert works.now == []


@pytest.mark.usefixtures("short")
async def test_who_can_not_prove_it_stops_calmly_and_stands_by(database: Database) -> None:
    works = Works()
    holding = asyncio.create_task(Lease(database, "send").hold(works.of("a")))
    await works.until("a")

    def thief(session: Session) -> None:
        row = session.exec(select(LeaseRow)).one()
        row.fence += 1
        session.add(row)

    await database.write(thief)
    await works.until()
    assert not holding.done()
    await works.until("a")
    assert works.began == ["a", "a"], "the thief's lease ran out"
    holding.cancel()
    await asyncio.gather(holding, return_exceptions=True)


HASTY = """
import asyncio, os, signal, sys
import bot.__main__, bot.app, bot.chats, bot.delivery, bot.leases, bot.loaded, bot.turns, bot.worker
bot.leases.LEASE_SECONDS = bot.chats.CLAIM_SECONDS = 1.2
bot.leases.LOOK_EVERY_SECONDS = bot.chats.LOOK_EVERY_SECONDS = 0.1
{patch}
sys.exit(bot.__main__.main({arguments}))
"""
# It stops itself, as if the machine had fallen asleep, when it has sent and before it has written that down.
ASLEEP_AFTER_SENDING = """
send = bot.delivery.Delivery._send
async def asleep(self, notice, telling):
    sent = await send(self, notice, telling)
    os.kill(os.getpid(), signal.SIGSTOP)
    return sent
bot.delivery.Delivery._send = asleep
"""
NEVER_SENDS = """
async def stuck(self, notice, telling): await asyncio.sleep(60)
bot.delivery.Delivery._send = stuck
"""
ASLEEP_BEFORE_ACTING = """
act = bot.turns.Turn.act
async def asleep(self, *more):
    os.kill(os.getpid(), signal.SIGSTOP)
    return await act(self, *more)
bot.turns.Turn.act = asleep
"""
NEVER_ACTS = """
async def stuck(self, *more): await asyncio.sleep(60)
bot.turns.Turn.act = stuck
"""
NO_FENCES = """
bot.leases.prove_lease = lambda *a, **k: None
bot.loaded.prove_claim = lambda *a: None
"""


def start(one: BotProcess, patch: str = "", arguments: tuple[str, ...] = ()) -> None:
    """Start a process that has short leases, changed from outside."""
    one.start("-c", HASTY.format(patch=patch, arguments=list(arguments)))


def fence_of(name: str, fence: int):  # type: ignore[no-untyped-def] # a query
    return lambda session: session.exec(select(LeaseRow).where(LeaseRow.name == name, LeaseRow.fence >= fence)).first()


async def until_said(one: BotProcess, words: str) -> None:
    """Wait until a process has said something."""
    async with asyncio.timeout(10):
        while words not in one.said:  # noqa: ASYNC110 # a file rings no bell
            await asyncio.sleep(0.02)


@pytest.mark.parametrize("fenced", [True, False])
async def test_a_sender_that_wakes_late_settles_nothing(team: Team, fenced: bool) -> None:
    """And with the fences out it would: the last line shows that this test can tell."""
    late, next_one = team.process, team.member()
    late.prepare(open_market)
    sari = await team.person("Bu Sari", SARI)
    start(late, ASLEEP_AFTER_SENDING + ("" if fenced else NO_FENCES))
    await late.until(fence_of("send", 1))
    await sari.sees("Halo")
    # Of today: one that lies there for a day lapses, and its notice with it.
    late.prepare(lambda session: buy(session, BUDI, 1, 1, datetime.now(UTC)))
    await sari.sees("Pesanan baru")
    start(next_one, NEVER_SENDS, ("worker",))
    await late.until(fence_of("send", 2))
    await asyncio.sleep(0.1)
    late.signals(signal.SIGCONT)
    await until_said(late, "overtaken, standing by")
    assert "Traceback" not in late.said
    if fenced:
        assert late.look(notice_states) == ["waiting"]
    else:
        await late.until(lambda session: notice_states(session) == ["sent"])


def notice_states(session: Session) -> list[str]:
    return list(session.exec(select(Notice.state).where(Notice.kind == "order-placed")))


@pytest.mark.parametrize("fenced", [True, False])
async def test_a_worker_that_wakes_late_does_nothing(team: Team, fenced: bool) -> None:
    late, next_one = team.process, team.member()
    budi = await open_shop_and_choose(team)
    start(late, ASLEEP_BEFORE_ACTING + ("" if fenced else NO_FENCES))
    tap = taps_in_background(budi, "✅ Pesan")
    await late.until(row_with_fence(1))
    await asyncio.sleep(0.3)
    start(next_one, NEVER_ACTS, ("worker",))
    await late.until(row_with_fence(2))
    await asyncio.sleep(0.1)
    late.signals(signal.SIGCONT)
    if fenced:
        await until_said(late, "another worker took over a chat")
        assert late.look(orders_in) == 0
    else:
        await late.until(orders_in)
    tap.cancel()


async def open_shop_and_choose(team: Team) -> Person:
    """Everything is ready for Pak Budi's order, and nothing runs."""
    team.process.prepare(open_market)
    budi = await team.person("Pak Budi", BUDI)
    start(team.process)
    await is_about_to_order(budi)
    await team.process.until(all_is_said)
    assert team.process.stop() == 0
    return budi


def row_with_fence(fence: int):  # type: ignore[no-untyped-def] # a query
    return lambda session: session.exec(
        select(InboxRow).where(InboxRow.state == "waiting", InboxRow.fence >= fence)
    ).first()


async def test_one_polls_and_another_takes_over_when_it_is_killed_or_stopped(team: Team) -> None:
    one, other = team.process, team.member()
    start(one)
    sari = await team.person("Bu Sari")
    await sari.sees("Halo")
    start(other)
    await other.until(lambda session: True)
    await until_said(other, "is listening")
    await asyncio.sleep(0.3)
    assert [call["error"] for call in await team.calls("getupdates") if call["error"]] == []
    one.kill()
    await sari.writes("/id")
    before = (await sari.sees(str(sari.id)))["message_id"]
    start(one)
    await until_said(one, "is listening")
    assert other.stop() == 0
    await sari.writes("/id")
    await sari.sees(str(sari.id), after=before)
    assert "Traceback" not in one.said + other.said


async def test_processes_that_start_together_make_the_tables_once(team: Team) -> None:
    address = postgres_server().new_address("template0")
    members = [team.process, team.member(), team.member()]
    for one in members:
        one.settings["DATABASE_URL"] = address
        start(one)
    for one in members:
        await until_said(one, "is listening")
        assert one.stop() == 0
    assert team.process.look(lambda session: session.exec(select(func.count(col(Order.id)))).one()) == 0
    postgres_server().drop(address)


async def test_it_waits_for_a_database_that_comes_up_later_and_its_password_is_in_no_log(team: Team) -> None:
    team.process.settings["DATABASE_URL"] = "postgresql://lapak:a-pass-word@127.0.0.1:1/lapak"
    team.process.start()
    await until_said(team.process, "the database is out of reach")
    assert await asyncio.to_thread(team.process.stop) == 0
    assert "a-pass-word" not in team.process.said
    assert "Traceback" not in team.process.said
