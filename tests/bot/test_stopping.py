"""Starting and stopping: in order, in every state; and the demo, with its sandbox and its clock."""

import asyncio
import re
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import psutil  # type: ignore[import-untyped] # it ships none
import pytest
from aiohttp import ClientSession

from bot.demo import CAST, DEMO_TOKEN, moment_of, remember_offset
from models.settings import set_setting
from tests.bot.conftest import Stage
from tests.conftest import Opening
from tests.support.cast import Person
from tests.support.processes import BotProcess, Forker
from tests.support.sandbox import ROOT

DEMO_BOT = int(DEMO_TOKEN.partition(":")[0])
SARI, BUDI = (int(str(person["id"])) for person in CAST[:2])
HALF_ALIVE = """
import asyncio, uvloop
from bot.app import _loop
async def broken(): raise RuntimeError("a part is broken")
async def main():
    _loop(broken)
    await asyncio.sleep(30)
uvloop.run(main())
"""
ADDRESS = re.compile(r"(http://127\.0\.0\.1:\d+)/\n")


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_stops_it_in_order(stage: Stage, sign: signal.Signals) -> None:
    stage.process.start()
    sari = await stage.person("Bu Sari")
    await sari.sees("Halo")
    stage.process.signals(sign)
    assert await asyncio.to_thread(stage.process.ends) == 0
    assert "Traceback" not in stage.process.said
    assert "ERROR" not in stage.process.said


async def test_a_signal_stops_it_while_telegram_is_out_of_reach(stage: Stage) -> None:
    stage.process.settings["API_URL"] = "http://127.0.0.1:1"
    stage.process.start()
    for _ in range(200):
        await asyncio.sleep(0.05)
        if "out of reach" in stage.process.said:
            break
    assert "out of reach" in stage.process.said
    stage.process.signals(signal.SIGTERM)
    assert await asyncio.to_thread(stage.process.ends, 6) == 0


async def test_it_waits_for_telegram_when_it_starts_in_an_outage(stage: Stage) -> None:
    """A proxy's error page is no answer, and no reason to give up."""
    await stage.fault("502", method="getme")
    sari = await stage.person("Bu Sari")
    stage.process.start()
    await sari.sees("Halo")
    assert stage.process.ends(0) is None


async def test_a_part_that_ends_by_an_error_takes_the_process_down(stage: Stage) -> None:
    """So that the service manager starts it anew, instead of a bot that is half alive."""
    stage.process.start("-c", HALF_ALIVE)
    assert await asyncio.to_thread(stage.process.ends, 10) == 1
    assert "a part of the bot has stopped" in stage.process.said


class Demo:
    """The demo as a newcomer starts it."""

    def __init__(self, process: BotProcess, http: ClientSession) -> None:
        self.process, self.http = process, http
        self.url = ""
        self.seen: list[psutil.Process] = []  # every sandbox that it ever started

    async def start(self) -> None:
        """Start it and read the chat page's address."""
        already = len(ADDRESS.findall(self.process.said))
        self.process.start()
        ends = time.monotonic() + 20
        while len(found := ADDRESS.findall(self.process.said)) == already:
            assert time.monotonic() < ends, self.process.said
            await asyncio.sleep(0.05)
        self.url = found[-1]
        self.seen += self.sandboxes()

    def person(self, person_id: int) -> Person:
        """One of the cast."""
        [found] = [person for person in CAST if person["id"] == person_id]
        return Person(self.http, self.url, DEMO_BOT, dict(found))

    def sandboxes(self) -> list[psutil.Process]:
        """The sandbox processes that belong to it."""
        assert self.process.number is not None
        return list(psutil.Process(self.process.number).children(recursive=True))


@pytest.fixture
async def demo(forker: Forker, http: ClientSession, tmp_path: Path) -> AsyncIterator[Demo]:
    """A demo in a folder of its own."""
    process = BotProcess(forker, tmp_path / "demo", SANDBOX_PORT=0)
    shown = Demo(process, http)
    yield shown
    process.clean_up()
    for one in shown.seen:
        if one.is_running():
            one.kill()


async def is_open(http: ClientSession, url: str) -> bool:
    """Whether the chat page answers."""
    try:
        async with http.get(f"{url}/", timeout=aiohttp.ClientTimeout(2)) as response:
            return response.status == 200
    except (aiohttp.ClientError, TimeoutError):
        return False


async def test_the_demo_has_its_cast_stops_with_its_sandbox_and_goes_on_where_it_was(demo: Demo) -> None:
    await demo.start()
    assert await is_open(demo.http, demo.url)
    async with demo.http.get(f"{demo.url}/people") as response:
        assert {person["first_name"] for person in await response.json()} == {"Bu Sari", "Pak Budi", "Mbak Rini"}
    sari = demo.person(SARI)
    await sari.starts()
    await sari.sends_photo("Keripik pisang 15rb stok 2")
    await sari.taps("Pasang")
    await sari.sees("sudah tayang")
    newest = (await sari.sees("lapaknya di mana"))["message_id"]
    await sari.writes("/maju besok 07:00")
    await sari.sees("Jam latihan sekarang besok jam 07.00", after=newest)
    await sari.sees("Selamat pagi", button="+5", after=newest)
    await asyncio.sleep(0.2)
    before = await sari.chat()
    sandboxes = demo.sandboxes()
    assert len(sandboxes) == 1

    assert await asyncio.to_thread(demo.process.stop) == 0
    assert not await is_open(demo.http, demo.url)
    assert not any(one.is_running() for one in sandboxes)
    assert "Traceback" not in demo.process.said

    await demo.start()
    sari = demo.person(SARI)
    assert await sari.chat() == before
    await sari.taps("+5")
    await sari.sees("sekarang 7")
    await sari.writes("/maju 15 menit")
    await sari.sees("Jam latihan sekarang besok jam 07.1")
    budi = demo.person(BUDI)
    await budi.starts("p1")
    await budi.sees("Keripik pisang", button="2")

    # A killed bot takes its sandbox along: the next start would find the port taken, and two would write one state.
    demo.process.kill()
    for _ in range(60):
        if not await is_open(demo.http, demo.url):
            break
        await asyncio.sleep(0.05)
    assert not await is_open(demo.http, demo.url)


def test_who_has_stopped_it_is_left_with_a_quiet_terminal() -> None:
    """The process itself, since a forked one ends without what Python does at its end."""
    ends = "import bot.running; bot.running.collect_seldom()"
    ended = subprocess.run([sys.executable, "-c", ends], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (ended.stdout, ended.stderr) == ("", "")


def test_ctrl_c_amid_a_command_says_nothing() -> None:
    reading = subprocess.Popen(
        [sys.executable, "-m", "bot", "read"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert reading.stdin is not None
    assert reading.stdout is not None
    reading.stdin.write('{"text": "Keripik 15rb"}\n')
    reading.stdin.flush()
    assert "15000" in reading.stdout.readline()
    reading.send_signal(signal.SIGINT)
    assert reading.communicate(timeout=30) == ("", "")
    assert reading.returncode == 130


NOW = datetime(2026, 11, 21, 3, 30, tzinfo=UTC)  # 10:30 in Jakarta
WISHES = {
    "besok 07:00": datetime(2026, 11, 22, 0, 0, tzinfo=UTC),
    "Besok  7.05": datetime(2026, 11, 22, 0, 5, tzinfo=UTC),
    "besok 23:59": datetime(2026, 11, 22, 16, 59, tzinfo=UTC),
    "": datetime(2026, 11, 22, 0, 0, tzinfo=UTC),
    "18:30": datetime(2026, 11, 21, 11, 30, tzinfo=UTC),
    "07:00": datetime(2026, 11, 22, 0, 0, tzinfo=UTC),
    "10:30": datetime(2026, 11, 22, 3, 30, tzinfo=UTC),
    "0:00": datetime(2026, 11, 21, 17, 0, tzinfo=UTC),
    "2 jam": NOW + timedelta(hours=2),
    "15menit": NOW + timedelta(minutes=15),
    "3 HARI": NOW + timedelta(days=3),
}
NO_WISHES = ("kapan-kapan", "24:00", "7:60", "besok", "-2 jam", "2 minggu", "10000 hari", "07:00 besok", "7")


@pytest.mark.parametrize("wish", WISHES)
def test_a_wish_names_a_moment(wish: str) -> None:
    assert moment_of(wish, NOW) == WISHES[wish]


@pytest.mark.parametrize("wish", NO_WISHES)
def test_what_names_no_moment_is_not_guessed(wish: str) -> None:
    assert moment_of(wish, NOW) is None


@pytest.mark.parametrize("hour", range(24))
def test_time_only_moves_forward(hour: int) -> None:
    now = NOW + timedelta(hours=hour)
    for wish in WISHES:
        moment = moment_of(wish, now)
        assert moment is not None
        assert moment > now


async def test_the_offset_is_found_again(open_town: Opening) -> None:
    async with open_town() as town:
        assert town.lapak is not None
        remember_offset(town.lapak)
        assert town.lapak.clock.offset == timedelta(0)
        await town.lapak.database.write(set_setting, "clock offset", 75_600.5)
        remember_offset(town.lapak)
        assert town.lapak.clock.offset == timedelta(seconds=75_600.5)
