"""Several workers on one inbox: chats beside each other, each chat in its own order, also when one dies."""

import asyncio
import random
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator

import pytest
from sqlalchemy import text
from sqlmodel import Session

import bot.chats
from bot.chats import SharedChats
from bot.loaded import Loaded
from models.database import Database
from models.inbox import (
    InboxRow,
    claim_rows,
    hold_claims,
    mark_rows,
    next_rows,
    prove_claim,
    release_claims,
    store_updates,
)
from models.leases import Overtaken
from tests.bot.conftest import Team
from tests.bot.test_leases import is_free, start, until_said
from tests.bot.test_restarts import all_is_said, orders_in
from tests.conftest import Opening
from tests.models.test_queues import long_history, update
from tests.support.cast import Person
from tests.support.market import what_is_wrong
from tests.support.postgres import postgres_server

CHATS, EACH = 15, 6


@pytest.fixture
def address() -> Iterator[str]:
    """Of a fresh PostgreSQL database."""
    fresh = postgres_server().new_address()
    yield fresh
    postgres_server().drop(fresh)


@pytest.fixture
async def database(address: str) -> AsyncIterator[Database]:
    """A fresh database on PostgreSQL."""
    opened = Database(address)
    yield opened
    opened.close()


async def work(address: str, worked: dict[int, list[int]]) -> None:
    """One worker: it works as long as there is something that it may take."""
    database, idle = Database(address), 0
    chats = SharedChats(database, lambda: None)

    async def turn(loaded: Loaded) -> None:
        await asyncio.sleep(random.random() / 200)
        worked[loaded.chat_id].append(loaded.row_id)
        await database.write(mark_rows, loaded.row_ids, "done")
        chats.over(loaded)

    async with chats:
        while idle < 3:
            loaded = await chats.next(4)
            await asyncio.gather(*(turn(one) for one in loaded))
            idle = 0 if loaded else idle + 1
            await asyncio.sleep(0 if loaded else 0.02)
    database.close()


@pytest.mark.parametrize("claimed", [True, False])
async def test_each_chat_keeps_its_order_among_many_workers(
    address: str, database: Database, claimed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And without the claims it does not, or updates are worked twice: so this test can tell."""
    if not claimed:
        looking = lambda session, _seconds, limit: next_rows(session, frozenset(), limit)  # noqa: E731
        monkeypatch.setattr(bot.chats, "claim_rows", looking)
    await database.write(store_updates, [update(n, n % CHATS + 1) for n in range(CHATS * EACH)])
    worked: dict[int, list[int]] = defaultdict(list)
    await asyncio.gather(*(work(address, worked) for _ in range(4)))
    in_order = {chat: [chat + CHATS * turn for turn in range(EACH)] for chat in range(1, CHATS + 1)}
    assert (worked == in_order) is claimed


def ids(rows: list[InboxRow]) -> list[int]:
    return [row.id for row in rows]


async def test_a_claim_holds_the_chat_until_it_is_let_go_or_runs_out(database: Database) -> None:
    await database.write(store_updates, [update(1, 11), update(2, 12), update(3, 11)])
    assert ids(await database.write(claim_rows, 9, 1)) == [1]
    assert ids(await database.write(claim_rows, 0.2, 9)) == [2]
    assert ids(await database.write(claim_rows, 9, 9)) == [], "row 3 waits behind row 1"
    await database.write(prove_claim, 1, 1)
    await asyncio.sleep(0.25)
    assert ids(await database.write(claim_rows, 9, 9)) == [2], "its worker has died"
    with pytest.raises(Overtaken):
        await database.write(prove_claim, 2, 1)
    await database.write(release_claims, {1: 1, 2: 1})
    with pytest.raises(Overtaken):
        await database.write(prove_claim, 1, 1)
    assert ids(await database.write(claim_rows, 9, 9)) == [1], "a late worker lets go of nothing that is another's"
    await database.write(mark_rows, [1], "done")
    assert ids(await database.write(claim_rows, 9, 9)) == [3]


async def test_a_claim_ends_with_its_worker(database: Database) -> None:
    await database.write(store_updates, [update(1, 11), update(2, 11)])
    other = Database(database.address)
    assert ids(await other.write(claim_rows, 9, 9)) == [1]
    assert ids(await database.write(claim_rows, 9, 9)) == []
    other.close()
    await is_free(lambda: database.write(claim_rows, 9, 9))
    await database.write(prove_claim, 1, 2)
    assert ids(await database.write(claim_rows, 9, 9)) == [], "row 2 waits behind row 1"


async def test_no_update_is_seen_before_one_that_has_an_older_row(database: Database) -> None:
    """Or else, when two receivers store at once, two workers would have the same chat."""
    loop = asyncio.get_running_loop()

    def store_slowly(session: Session) -> asyncio.Future[None]:
        store_updates(session, [update(1, 11)])
        other = asyncio.run_coroutine_threadsafe(database.write(store_updates, [update(2, 11)]), loop)
        with pytest.raises(TimeoutError):
            other.result(timeout=0.3)
        return asyncio.wrap_future(other, loop=loop)

    await (await database.write(store_slowly))
    assert ids(await database.write(claim_rows, 9, 9)) == [1]


async def test_claims_are_held_on_without_waiting_for_what_is_being_written(database: Database) -> None:
    """A turn's end locks several rows, one after the other; so would this, in another order."""
    await database.write(store_updates, [update(1, 11), update(2, 12)])
    await database.write(claim_rows, 0.0, 9)
    loop = asyncio.get_running_loop()

    def end_slowly(session: Session) -> None:
        prove_claim(session, 1, 1)
        asyncio.run_coroutine_threadsafe(database.write(hold_claims, {1: 1, 2: 1}, 9), loop).result(timeout=2)

    await database.write(end_slowly)
    assert ids(await database.write(claim_rows, 9, 9)) == [1], "row 2 is held, row 1 the next time"


async def test_what_is_free_is_found_by_its_index_however_long_the_history(database: Database) -> None:
    await database.write(long_history)

    def plan(session: Session) -> str:
        session.execute(text("ANALYZE inbox"))
        query = "SELECT min(id) FROM inbox WHERE state = 'waiting' GROUP BY chat_id"
        return "\n".join(str(row) for row in session.execute(text(f"EXPLAIN {query}")))

    assert "Index Only Scan using inbox_" in await database.write(plan)
    assert len(await database.write(claim_rows, 9, 32)) > 0


WISHES = ("/privasi", "/bantuan", "/bahasa")


async def replies_to(person: Person) -> dict[str, str]:
    """What the bot says to each wish, by what it says."""
    known: dict[str, str] = {}
    await person.sees("Halo")
    for wish in WISHES:
        before = (await person.chat())[-1]["message_id"]
        await person.writes(wish)
        known[(await person.sees(after=before)).words] = wish
    return known


async def test_chats_go_on_in_their_order_when_a_worker_is_killed(team: Team) -> None:
    listener, worker = team.process, team.member()
    start(listener)
    known = await replies_to(await team.person("Ibu Guru"))
    start(worker, arguments=("worker",))
    await until_said(worker, "is working")
    crowd = [await team.person(f"Warga {number}", starts=False) for number in range(10)]
    wishes = {person: [random.choice(WISHES) for _ in range(5)] for person in crowd}

    async def talk(person: Person) -> None:
        for wish in wishes[person]:
            await person.writes(wish)

    talking = asyncio.gather(*(talk(person) for person in crowd))
    await asyncio.sleep(0.4)
    worker.kill()
    await talking
    await listener.until(all_is_said)
    for person in crowd:
        heard = [known[words] for words in await person.told()]
        assert without_echoes(heard, wishes[person]) == wishes[person]


def without_echoes(heard: list[str], wished: list[str]) -> list[str]:
    """A worker that is killed when it has spoken and not yet written that down is followed by one that speaks again:
    once at most, since it was at one thing of each chat."""
    echoes = [n for n in range(1, len(heard)) if heard[n] == heard[n - 1]] if len(heard) == len(wished) + 1 else []
    return next((heard[:n] + heard[n + 1 :] for n in echoes if heard[:n] + heard[n + 1 :] == wished), heard)


async def test_orders_go_on_while_all_connections_are_cut_again_and_again(open_town: Opening) -> None:
    async with open_town(database_url=postgres_server().new_address()) as town:
        assert town.lapak is not None
        database, cutting = town.lapak.database, True
        sari = await town.person("Bu Sari")
        await sari.starts()
        await sari.sends_photo("Keripik pisang 15rb stok 40")
        await sari.taps("Pasang", on=await sari.sees("Keripik pisang", button="Pasang"))
        await sari.sees("sudah tayang")
        crowd = [await town.person(f"Warga {number}") for number in range(6)]

        async def cut() -> None:
            others = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()")
            while cutting:
                await asyncio.sleep(0.25)
                with pytest.raises(Exception, match="terminating connection"):
                    await database.write(lambda session: session.execute(others))

        async def order(person: Person) -> None:
            await person.starts("p1")
            await person.taps("2", on=await person.sees("Keripik pisang", button="2"))
            await person.taps("✅ Pesan")
            await person.sees("sudah sampai di Bu Sari")

        trouble = asyncio.create_task(cut())
        try:
            await asyncio.gather(*(order(person) for person in crowd))
        finally:
            cutting = False
            await trouble
        while len([words for words in await sari.told() if "Pesanan baru" in words]) < len(crowd):  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        assert await database.read(what_is_wrong) == []
        assert await database.read(orders_in) == len(crowd)
