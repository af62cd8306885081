"""Copies of the database: whole ones, while it is used, from either kind to either kind; and they sleep."""

import asyncio
import errno
import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, col, func, select

from bot.clock import Ticker
from bot.copies import CopyError, copy_database, copy_photos, keep_copies, restore_database
from bot.photoshelf import PhotoShelf
from bot.times import Clock
from models.broadcasts import Broadcast, Delivery, count_deliveries
from models.copying import COPIED_AT, LEAST_ROOM, changing, count_rows
from models.database import Database, sqlite_address
from models.effects import Effect
from models.inbox import InboxRow
from models.migrations import migrate
from models.notices import Notice
from models.orders import Order
from models.people import Person, keep_address
from models.products import remember_photo, upload_of
from models.reminders import Reminder
from models.settings import get_setting, set_setting
from shop.forgetting import forget
from shop.notices import tell
from shop.reminders import wake_up
from tests.conftest import Opening
from tests.support.cast import StoppedClock
from tests.support.market import BUDI, NOW, RINI, SARI, add_person, buy, open_market, what_is_wrong
from tests.support.postgres import postgres_server
from tests.support.processes import BotProcess, Forker
from tests.support.scenes import newest, orders, sells
from tests.support.searching import files_with

KINDS = ("sqlite", "postgresql")


def new_address(kind: str, folder: Path, template: str = "template0") -> str:
    """A database with no tables in it."""
    if kind == "postgresql":
        return postgres_server().new_address(template)
    folder.mkdir(exist_ok=True)
    return sqlite_address(folder / "lapak.db")


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database with a market in it."""
    opened = Database(new_address(request.param, tmp_path / "data", "migrated"))
    migrate(opened.engine)
    opened.write_now(open_market, stock=9_000)
    yield opened
    opened.close()


@pytest.fixture(params=KINDS)
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Another database, with nothing in it."""
    opened = Database(new_address(request.param, tmp_path / "new"))
    yield opened
    opened.close()


class Command:
    """`python -m bot` with arguments: its exit code and what it said."""

    def __init__(self, forker: Forker, folder: Path, *arguments: str, **settings: str) -> None:
        command = BotProcess(forker, folder, **settings)
        command.start(*arguments)
        self.code = command.ends()
        self.said = command.said


@contextmanager
def buyers(database: Database) -> Iterator[list[int]]:
    """Somebody is buying all the while; the orders that were placed so far."""
    stop, placed = threading.Event(), list[int]()

    def keep_buying() -> None:
        while not stop.is_set():
            placed.append(database.write_now(buy, BUDI, 1, 1).id)

    buying = threading.Thread(target=keep_buying)
    buying.start()
    try:
        while len(placed) < 20:
            assert buying.is_alive()
        yield placed
    finally:
        stop.set()
        buying.join(10)


def is_whole(file: Path) -> bool:
    connection = sqlite3.connect(file)
    try:
        return bool(connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)])
    finally:
        connection.close()


def let_things_wait(session: Session) -> None:
    """A notice, an update and two copies of an announcement that have not gone out yet."""
    tell(session, BUDI, "order-accepted", NOW, order_id=1)
    session.add(InboxRow(update_id=77, chat_id=BUDI, body="{}", received_at=NOW))
    broadcast = Broadcast(operator_id=RINI, message_ids=[5], audience="everybody", state="sending", created_at=NOW)
    session.add(broadcast)
    session.flush()
    for person_id, state in ((SARI, "waiting"), (BUDI, "sending")):
        session.add(Delivery(broadcast_id=broadcast.id, person_id=person_id, state=state))
    session.add(Effect(key="tap 1 2 x", inbox_id=900, result=None, at=NOW))


def states(session: Session) -> dict[str, set[str]]:
    return {
        "notices": set(session.exec(select(Notice.state))),
        "inbox": set(session.exec(select(InboxRow.state))),
        "deliveries": set(session.exec(select(Delivery.state))),
        "broadcasts": set(session.exec(select(Broadcast.state))),
    }


def test_a_copy_that_is_made_while_orders_come_in_is_whole(
    database: Database, empty: Database, forker: Forker, tmp_path: Path
) -> None:
    settings = {} if database.is_sqlite else {"DATABASE_URL": database.address}
    with buyers(database) as placed:
        before = len(placed)
        done = Command(forker, tmp_path / "data", "backup", str(tmp_path / "copy.db"), **settings)
    assert (done.code, "Copied" in done.said, "photos" in done.said) == (0, True, True), done.said
    assert len(placed) > before, "nobody was writing meanwhile"
    assert is_whole(tmp_path / "copy.db")
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith("copy")] == ["copy.db"]
    restore_database(tmp_path / "copy.db", empty, NOW)
    assert empty.read_now(what_is_wrong) == []
    assert empty.read_now(lambda session: session.get_one(Person, BUDI).name) == "Pak Budi"
    kept = empty.read_now(lambda session: session.exec(select(func.count()).select_from(Order)).one())
    assert before <= kept <= len(placed)
    empty.write_now(wake_up, NOW)
    assert empty.write_now(buy, BUDI, 1, 1).id > kept, "numbers go on"


def test_a_copy_sleeps_and_its_counts_say_so(database: Database, empty: Database, tmp_path: Path) -> None:
    database.write_now(buy, BUDI, 1, 2)
    database.write_now(let_things_wait)
    copy_database(database, tmp_path / "copy.db", NOW)
    assert database.read_now(states)["notices"] == {"waiting"}, "the original goes on"
    restore_database(tmp_path / "copy.db", empty, NOW)
    aside = {"set aside"}
    assert empty.read_now(states) == {"notices": aside, "inbox": aside, "deliveries": aside, "broadcasts": {"done"}}
    assert empty.read_now(count_deliveries, 1) == {"set aside": 2}
    empty.write_now(wake_up, NOW)
    row = InboxRow(update_id=78, chat_id=BUDI, body="{}", received_at=NOW)
    empty.write_now(lambda session: session.add(row))
    assert row.id > 900, "an effect still names row 900"


def test_what_a_copy_has_lost_leaves_its_numbers_to_nobody(database: Database, empty: Database, tmp_path: Path) -> None:
    """Forty orders come after the copy."""
    copy_database(database, tmp_path / "copy.db", NOW)
    lost = [database.write_now(buy, BUDI, 1, 1).id for _ in range(40)]
    restore_database(tmp_path / "copy.db", empty, NOW)
    empty.write_now(wake_up, NOW)
    first = empty.write_now(buy, BUDI, 1, 1).id
    assert LEAST_ROOM <= first - lost[0] <= LEAST_ROOM + 1
    empty.write_now(wake_up, NOW)
    assert empty.write_now(buy, BUDI, 1, 1).id == first + 1, "a shop that is awake goes on as it was"


@pytest.mark.parametrize(("known", "next_one"), [(5_000, 10_001), (3_000_000, 4_000_001)])
def test_a_large_shop_leaves_room_as_it_has_grown(database: Database, known: int, next_one: int) -> None:
    def announce(session: Session, number: int | None = None) -> int:
        drafted = Broadcast(operator_id=RINI, message_ids=[1], created_at=NOW)
        if number:
            drafted.id = number
        session.add(drafted)
        session.flush()
        return drafted.id

    database.write_now(announce, known)
    database.write_now(set_setting, COPIED_AT, NOW.isoformat())
    database.write_now(wake_up, NOW)
    assert database.write_now(announce) == next_one


@pytest.mark.parametrize("kind", KINDS)
async def test_cards_and_links_of_what_is_lost_lead_to_nobody_elses(
    open_town: Opening, tmp_path: Path, kind: str
) -> None:
    """The copy is of the night; what came in the morning is lost, and the next order was once numbered like it."""
    first, second = new_address(kind, tmp_path / "first", "migrated"), new_address(kind, tmp_path / "second")
    async with open_town(database_url=first) as town:
        sari, budi, tono = [await town.person(name) for name in ("Bu Sari", "Pak Budi", "Pak Tono")]
        link = await sells(sari, "Keripik pisang 15rb stok 500")
        await budi.starts()
        with closing(Database(first)) as source:
            await asyncio.to_thread(copy_database, source, tmp_path / "night.db", town.clock.now())
        await orders(budi, link, "2")
        old = await sari.sees("Pesanan baru #1 dari Pak Budi", button="Terima")
        lost = await sells(sari, "Kopi robusta 20rb stok 5", stall=False)
    with closing(Database(second)) as target:
        await asyncio.to_thread(restore_database, tmp_path / "night.db", target, town.clock.now())
    async with open_town(town.bot_id, town.clock, second):
        await orders(tono, link, "3")
        new = await sari.sees("dari Pak Tono", button="Terima")
        await sari.taps("Terima", on=old)
        await sari.sees("Pesanan itu tidak ketemu")
        await sari.taps("Terima", on=new)
        await tono.sees("disanggupi")
        await sells(tono, "Sambal 30rb stok 5")
        await budi.writes(f"/start {lost}")
        await budi.sees("Barang ini sudah tidak ada")


def test_a_file_that_was_copied_by_hand_sleeps_once_it_is_restored(tmp_path: Path, empty: Database) -> None:
    source = Database(sqlite_address(tmp_path / "by-hand.db"))
    migrate(source.engine)
    source.write_now(open_market)
    source.write_now(buy, BUDI, 1, 1)
    source.close()
    restore_database(tmp_path / "by-hand.db", empty, NOW)
    assert empty.read_now(states)["notices"] == {"set aside"}


def test_open_orders_are_asked_about_again_and_none_lapses_because_time_has_passed(
    database: Database, tmp_path: Path
) -> None:
    database.write_now(buy, BUDI, 1, 2)
    copy_database(database, tmp_path / "copy.db", NOW)
    copy = Database(sqlite_address(tmp_path / "copy.db"))
    later = NOW + timedelta(days=9)
    copy.write_now(wake_up, later)

    def dues(session: Session) -> dict[str, list[float]]:
        found = session.exec(select(Reminder).order_by(col(Reminder.due_at)))
        hours = [(reminder.kind, (reminder.due_at - later).total_seconds() / 3600) for reminder in found]
        return {kind: [hour for other, hour in hours if other == kind] for kind, _ in hours}

    assert copy.read_now(dues) == {"ask again": [0, 0.25, 2, 21], "phone": [23], "lapse": [24]}
    assert copy.read_now(get_setting, COPIED_AT) is None
    copy.write_now(wake_up, later)
    assert len(copy.read_now(dues)["ask again"]) == 4, "it wakes up once"
    copy.close()


@pytest.mark.parametrize("kind", KINDS)
async def test_a_restored_shop_says_nothing_old(open_town: Opening, tmp_path: Path, kind: str) -> None:
    """Backup under load, a new database, a new start: only what is still open is asked about."""
    first, second = new_address(kind, tmp_path / "first", "migrated"), new_address(kind, tmp_path / "second")
    async with open_town(database_url=first) as town:
        sari, budi, rini = [await town.person(name) for name in ("Bu Sari", "Pak Budi", "Mbak Rini")]
        await rini.starts()
        link = await sells(sari, "Keripik pisang 15rb stok 500")
        await orders(budi, link)
        await sari.taps("Terima", on=await sari.sees("Pesanan baru #1", button="Terima"))
        await budi.sees("disanggupi Bu Sari")
        await orders(budi, link)
        await sari.sees("Pesanan baru #2")
    source, target = Database(first), Database(second)

    def still_to_come(session: Session) -> None:
        tell(session, budi.id, "order-accepted", town.clock.now(), order_id=1)
        session.add(Broadcast(operator_id=rini.id, message_ids=[2], state="sending", created_at=town.clock.now()))
        session.flush()
        session.add(Delivery(broadcast_id=1, person_id=sari.id))
        body = '{"update_id": 1, "message": {"message_id": 9, "text": "/start"}}'
        session.add(InboxRow(update_id=1, chat_id=budi.id, body=body, received_at=NOW))

    source.write_now(still_to_come)
    stop = threading.Event()

    def keep_buying() -> None:
        for _ in range(3):
            source.write_now(buy, budi.id, 1, 1, town.clock.now())
        stop.wait(10)

    buying = asyncio.create_task(asyncio.to_thread(keep_buying))
    await asyncio.to_thread(copy_database, source, tmp_path / "copy.db", town.clock.now())
    stop.set()
    await buying
    await asyncio.to_thread(restore_database, tmp_path / "copy.db", target, town.clock.now())
    seen = {person.id: await newest(person) for person in (sari, budi, rini)}
    town.clock.moment += timedelta(days=1, hours=2)
    async with open_town(town.bot_id, town.clock, second) as again:
        await sari.sees("masih menunggu jawaban", after=seen[sari.id])
        await budi.sees_nothing_new(seen[budi.id])
        await rini.sees_nothing_new(seen[rini.id], 0)
        new = [message.words for message in await sari.chat() if message["message_id"] > seen[sari.id]]
        assert new
        assert all("masih menunggu jawaban" in words for words in new)
        assert again.lapak is not None
        assert await again.lapak.database.read(what_is_wrong) == []
    source.close()
    target.close()


def test_a_copy_is_restored_into_an_empty_database_only(database: Database, empty: Database, tmp_path: Path) -> None:
    copy_database(database, tmp_path / "copy.db", NOW)
    migrate(empty.engine)
    empty.write_now(add_person, 12, "Baru")
    with pytest.raises(CopyError, match="holds data"):
        restore_database(tmp_path / "copy.db", empty, NOW)
    assert empty.read_now(lambda session: session.exec(select(Person.id)).all()) == [12]


def test_a_restore_that_breaks_leaves_nothing_behind(database: Database, empty: Database, tmp_path: Path) -> None:
    copy_database(database, tmp_path / "copy.db", NOW)

    def pulls_the_plug(done: int, _total: int) -> None:
        if done > 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore_database(tmp_path / "copy.db", empty, NOW, pulls_the_plug)
    assert empty.read_now(lambda session: count_rows(session.connection())) == 0
    restore_database(tmp_path / "copy.db", empty, NOW)
    assert empty.read_now(what_is_wrong) == []


def test_photos_come_along_when_a_folder_is_named(forker: Forker, tmp_path: Path) -> None:
    made = Database(new_address("sqlite", tmp_path / "data"))
    migrate(made.engine)
    made.close()
    photo = Path("photos", "ab", "abcd.jpg")
    (tmp_path / "data" / photo).parent.mkdir(parents=True)
    (tmp_path / "data" / photo).write_bytes(b"jpeg")
    done = Command(forker, tmp_path / "data", "backup", f"{tmp_path / 'copy'}/")
    assert (done.code, "1 photos are beside it" in done.said) == (0, True), done.said
    again = Command(forker, tmp_path / "data", "backup", str(tmp_path / "copy"))
    assert (again.code, "is there already" in again.said) == (1, True), again.said
    back = Command(forker, tmp_path / "moved", "restore", str(tmp_path / "copy"))
    assert (back.code, "1 photos are back" in back.said) == (0, True), back.said
    assert (tmp_path / "moved" / photo).read_bytes() == b"jpeg"


def test_a_half_written_copy_is_noticed(tmp_path: Path, empty: Database) -> None:
    database = Database(new_address("sqlite", tmp_path / "data"))
    migrate(database.engine)
    database.write_now(open_market)
    copy_database(database, tmp_path / "copy.db", NOW)
    database.close()
    whole = (tmp_path / "copy.db").read_bytes()
    (tmp_path / "copy.db").write_bytes(whole[: len(whole) // 2 // 4096 * 4096])
    with pytest.raises(CopyError, match="broken"):
        restore_database(tmp_path / "copy.db", empty, NOW)


def test_what_is_no_copy_of_ours_is_refused_in_a_sentence(forker: Forker, tmp_path: Path) -> None:
    (tmp_path / "poem.txt").write_text("Bukan salinan. " * 500)
    sqlite3.connect(tmp_path / "other.db").execute("CREATE TABLE x (y)").connection.close()
    newer = Database(new_address("sqlite", tmp_path / "newer"))
    migrate(newer.engine)
    newer.close()
    with changing(tmp_path / "newer" / "lapak.db") as rows:
        rows.exec_driver_sql("UPDATE alembic_version SET version_num = 'from the future'")
    refusals = {
        "poem.txt": "no copy of a database",
        "other.db": "none of Lapak's",
        "newer/lapak.db": "newer Lapak",
        "nowhere.db": "There is nothing at",
    }
    for number, (name, words) in enumerate(refusals.items()):
        done = Command(forker, tmp_path / f"data{number}", "restore", str(tmp_path / name))
        assert (done.code, words in done.said, "Traceback" in done.said) == (1, True, False), done.said


def test_a_copy_never_replaces_a_file(forker: Forker, tmp_path: Path) -> None:
    database = Database(new_address("sqlite", tmp_path / "data"))
    migrate(database.engine)
    database.close()
    (tmp_path / "old.db").write_text("something dear")
    done = Command(forker, tmp_path / "data", "backup", str(tmp_path / "old.db"))
    assert done.code == 1
    assert "is there already" in done.said
    assert (tmp_path / "old.db").read_text() == "something dear"


def test_without_a_database_the_command_says_so(forker: Forker, tmp_path: Path) -> None:
    done = Command(forker, tmp_path / "data", "backup", str(tmp_path / "copy.db"))
    assert done.code == 1
    assert "no database" in done.said
    assert not (tmp_path / "copy.db").exists()


def test_a_target_that_can_not_be_written_is_said_in_a_sentence(forker: Forker, tmp_path: Path) -> None:
    database = Database(new_address("sqlite", tmp_path / "data"))
    migrate(database.engine)
    database.close()
    done = Command(forker, tmp_path / "data", "backup", str(tmp_path / "nowhere" / "copy.db"))
    assert done.code == 1
    assert done.said
    assert "Traceback" not in done.said


def test_a_postgresql_that_is_away_or_empty_is_said_and_no_password_with_it(forker: Forker, tmp_path: Path) -> None:
    away = "postgresql://lapak:rahasia@127.0.0.1:1/lapak"
    done = Command(forker, tmp_path / "data", "backup", str(tmp_path / "copy.db"), DATABASE_URL=away)
    assert (done.code, "rahasia" in done.said, "Traceback" in done.said) == (1, False, False), done.said
    assert "can't be reached" in done.said
    bare = postgres_server().new_address("template0")
    done = Command(forker, tmp_path / "data", "backup", str(tmp_path / "copy.db"), DATABASE_URL=bare)
    assert (done.code, "Start the bot once" in done.said) == (1, True), done.said
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith("copy")] == []


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("kept", "left"), [(3, 3), (1, 1), (0, 0)])
def test_only_the_newest_copies_stay(database: Database, tmp_path: Path, kept: int, left: int) -> None:
    folder = tmp_path / "data" / "copies"
    now = StoppedClock().now()
    for night in range(5):
        keep_copies(database, folder, now + timedelta(days=night), kept)
    names = [f"lapak-{now + timedelta(days=night):%Y-%m-%d}.db" for night in range(5)]
    assert sorted(file.name for file in folder.iterdir()) == names[5 - left :]
    assert all(is_whole(file) for file in folder.iterdir())


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_copy_of_a_wrong_clock_goes_first(database: Database, tmp_path: Path) -> None:
    now = StoppedClock().now()
    for moment in (now, now + timedelta(days=3650), now + timedelta(days=1), now + timedelta(days=2)):
        keep_copies(database, tmp_path, moment, 2)
    names = [f"lapak-{now + timedelta(days=night):%Y-%m-%d}.db" for night in (1, 2)]
    assert sorted(file.name for file in tmp_path.glob("*.db")) == names


def test_todays_copy_stays_until_the_new_one_is_whole(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_copies(database, tmp_path / "copies", NOW, 7)
    (copy,) = (tmp_path / "copies").iterdir()
    before = copy.read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("bot.copies.put_to_sleep", full)
    with pytest.raises(OSError, match="No space"):
        keep_copies(database, tmp_path / "copies", NOW, 7)
    assert [file.read_bytes() for file in (tmp_path / "copies").iterdir()] == [before]


def test_two_who_copy_to_one_place_at_once_leave_one_whole_copy(database: Database, tmp_path: Path) -> None:
    target, begun = tmp_path / "copy.db", list[int]()

    def another_begins(_done: int, _total: int) -> None:
        if not begun:
            begun.append(1)
            copy_database(database, target, NOW)

    with pytest.raises(FileExistsError):
        copy_database(database, target, NOW, another_begins)
    assert is_whole(target)
    assert list(tmp_path.glob("copy.db*")) == [target]


def test_two_who_copy_photos_to_one_place_at_once_leave_whole_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo, copied = tmp_path / "photos" / "ab" / "abcd.jpg", tmp_path / "copy" / "ab" / "abcd.jpg"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"abcd")
    copyfile = shutil.copyfile

    def half_way(_: Path, half: Path) -> None:
        half.write_bytes(b"ab")
        raise OSError(errno.EIO, "the stick was pulled")

    def while_another_is_half_way(source: Path, half: Path) -> None:
        copyfile(source, half)
        monkeypatch.setattr("bot.copies.shutil.copyfile", half_way)
        with pytest.raises(OSError, match="pulled"):
            copy_photos(tmp_path / "photos", tmp_path / "copy")

    monkeypatch.setattr("bot.copies.shutil.copyfile", while_another_is_half_way)
    assert copy_photos(tmp_path / "photos", tmp_path / "copy") == 1
    assert copied.read_bytes() == b"abcd"
    assert list(copied.parent.iterdir()) == [copied]


async def test_what_a_killed_process_has_left_half_done_goes(database: Database, tmp_path: Path) -> None:
    folder, photos = tmp_path / "copies", tmp_path / "photos" / "ab"
    for place in (folder, photos):
        place.mkdir(parents=True)
    (folder / "lapak-2026-11-01.db.half").write_text("Jalan Kenanga")
    (folder / "lapak-2026-11-01.db.half-journal").write_text("Jalan Kenanga")
    for name, age in (("old", timedelta(days=2)), ("new", timedelta(0))):
        half = photos / f"{name}.1.2.half"
        half.write_text("…")
        moment = (Clock().now() - age).timestamp()
        os.utime(half, (moment, moment))
    ticker = Ticker(database, StoppedClock(), frozenset(), folder, 7, lambda: None)
    ticker.shelf = PhotoShelf(photos.parent)
    await ticker.nightly()
    assert [file.suffix for file in folder.iterdir()] == [".db"]
    assert [file.name for file in photos.iterdir()] == ["new.1.2.half"]


def test_a_photo_that_goes_while_photos_are_copied_stops_nothing(tmp_path: Path) -> None:
    photos = [tmp_path / "photos" / "ab" / f"ab{number}.jpg" for number in range(3)]
    photos[0].parent.mkdir(parents=True)
    for photo in photos:
        photo.write_text("…")
    copy_photos(tmp_path / "photos", tmp_path / "copy", lambda *_: photos[1].unlink(missing_ok=True))
    assert [file.name for file in sorted((tmp_path / "copy").rglob("*.*"))] == ["ab0.jpg", "ab2.jpg"]


async def test_a_night_that_was_slept_through_is_made_up_for_once(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    ticker = Ticker(database, Clock(), frozenset(), folder, 7, lambda: None)
    await ticker.catch_up()
    [copy] = folder.iterdir()
    made = copy.stat()
    await ticker.catch_up()
    assert copy.stat() == made
    two_days_ago = (Clock().now() - timedelta(days=2)).timestamp()
    os.utime(copy, (two_days_ago, two_days_ago))
    await ticker.catch_up()
    assert copy.stat().st_mtime > two_days_ago


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_slow_disk_breaks_no_copy_of_a_postgresql(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hasty = "-c idle_in_transaction_session_timeout=200"
    monkeypatch.setattr("models.database.POSTGRES", {"options": hasty})
    with closing(Database(database.address)) as impatient:
        copy_database(impatient, tmp_path / "copy.db", NOW, lambda *_: time.sleep(0.05))
    assert is_whole(tmp_path / "copy.db")


def test_another_bot_can_show_the_photos_of_a_copy(database: Database, tmp_path: Path) -> None:
    database.write_now(remember_photo, "ab" * 32, "a name of the first bot's")
    copy_database(database, tmp_path / "copy.db", NOW)
    with closing(Database(sqlite_address(tmp_path / "copy.db"))) as copy:
        assert copy.read_now(upload_of, "ab" * 32)
        copy.write_now(wake_up, NOW)
        assert copy.read_now(upload_of, "ab" * 32) is None
    assert database.read_now(upload_of, "ab" * 32), "the first bot still knows it"


async def test_every_night_there_is_a_copy_and_a_second_one_replaces_the_first(
    database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    ticker = Ticker(database, StoppedClock(), frozenset(), folder, 7, lambda: None)
    await ticker.nightly()
    database.write_now(add_person, 12, "Baru")
    await ticker.nightly()
    [copy] = folder.iterdir()
    opened = Database(sqlite_address(copy))
    assert opened.read_now(lambda session: session.get_one(Person, 12).name) == "Baru"
    assert opened.read_now(lambda session: session.get(Person, RINI)) is not None
    opened.close()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_at_night_who_was_forgotten_goes_from_the_file_its_log_and_the_new_copy(
    database: Database, tmp_path: Path
) -> None:
    """Also what nothing overwrites: rows that grew and moved have left shadows where they were."""
    people = range(800_000_000, 800_000_060)

    def grow(session: Session, length: int) -> None:
        for person_id in sorted(people, key=lambda number: number * 7919 % 127):
            keep_address(session, person_id, f"Jalan {person_id}".ljust(length, "x"))

    for person_id in people:
        database.write_now(add_person, person_id, f"Orang {person_id}")
    for length in (100, 300, 500):
        database.write_now(grow, length)
    words = [str(person_id) for person_id in people]
    assert len(files_with(tmp_path, *words)) >= len(people), "there was something to find"
    for person_id in people[::2]:
        database.write_now(forget, person_id, 0, NOW)
    await Ticker(database, StoppedClock(), frozenset(), tmp_path / "copies", 7, lambda: None).nightly()
    assert [file.name for file in (tmp_path / "copies").iterdir()] != []
    assert files_with(tmp_path, *words[::2]) == []
    assert database.read_now(lambda session: session.get_one(Person, people[1]).name) == f"Orang {people[1]}"
