"""Without a token: a sandbox on this machine, a small cast on its chat page, and a clock that can be moved."""

import asyncio
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import aiohttp
from pydantic import SecretStr

from bot.app import Lapak
from bot.clock import Ticker
from bot.settings import Settings
from bot.times import Clock
from locales import words_in
from models.settings import get_setting

DEMO_TOKEN = "7000000001:DEMO-lapak-sandbox-token-00000000000"  # noqa: S105 # opens nothing but the sandbox
ZONE = "Asia/Jakarta"
CAST = (
    {"id": 700000101, "first_name": "Bu Sari", "language_code": "id"},
    {"id": 700000102, "first_name": "Pak Budi", "language_code": "id"},
    {"id": 700000103, "first_name": "Mbak Rini", "language_code": "id"},
)
OPERATOR = 700000103
SHORTCUTS = ("⏩ maju 15 menit=/maju 15 menit", "⏩ maju ke besok 07:00=/maju besok 07:00")
WISH = re.compile(
    r"(?:(?P<count>\d{1,4}) *(?P<unit>menit|jam|hari)|(?P<day>besok)? *(?P<hour>\d{1,2})[:.](?P<minute>\d\d))"
)
UNITS = {"menit": timedelta(minutes=1), "jam": timedelta(hours=1), "hari": timedelta(days=1)}


@asynccontextmanager
async def sandbox(settings: Settings) -> AsyncIterator[str]:
    """A sandbox as a process of its own, with the cast ready; gives its address and stops it in the end."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    # The usual port may be taken by somebody else: any free one will do.
    for port in (settings.sandbox_port, 0):
        process = await _start(settings, port)
        try:
            address = await _address(process)
            if address is not None:
                async with aiohttp.ClientSession(address) as http:
                    for person in CAST:
                        await (await http.post("/people", json=person)).read()
                yield address.rstrip("/")
                return
        finally:
            if process.returncode is None:
                process.terminate()
                await process.wait()
    raise RuntimeError("the sandbox did not start; what it said stands above")


async def _start(settings: Settings, port: int) -> asyncio.subprocess.Process:
    shortcuts = [part for shortcut in SHORTCUTS for part in ("--shortcut", shortcut)]
    state = str(settings.data_dir / "sandbox.state")
    # A group of its own: Ctrl-C reaches the bot first, which then stops the sandbox in order.
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "sandbox", "--host", settings.sandbox_host, "--port", str(port)),
        *("--state", state, "--with-parent", *shortcuts),
        stdin=asyncio.subprocess.PIPE,  # ends with this process, however it dies, and the sandbox with it
        stdout=asyncio.subprocess.PIPE,
        start_new_session=True,
    )


async def _address(process: asyncio.subprocess.Process) -> str | None:
    if process.stdout is None:
        return None
    line = (await process.stdout.readline()).decode().strip()
    return line if line.startswith("http") else None


def demo_settings(settings: Settings, address: str) -> Settings:
    """The settings of a bot that talks to the sandbox at `address`."""
    changes = {"bot_token": SecretStr(DEMO_TOKEN), "api_url": address, "operators": frozenset({OPERATOR})}
    return settings.model_copy(update=changes)


class DemoClock:
    """Moves a running bot's clock when somebody in the chat wishes it."""

    def __init__(self, lapak: Lapak) -> None:
        self.clock: Clock = lapak.clock
        self.ticker: Ticker = lapak.ticker

    async def __call__(self, wish: str) -> str | None:
        """Move to "besok 07:00", "18:30", or on by "2 jam"; the new time in words, None if not understood."""
        target = moment_of(wish, self.clock.now())
        if target is None:
            return None
        self.clock.offset += target - self.clock.now()
        await self.ticker.move(self.clock)
        return words_in("id").moment(self.clock.now(), ZONE, Clock().now())


def moment_of(wish: str, now: datetime) -> datetime | None:
    """The moment that a wish names, always after `now`; None if it names none."""
    found = WISH.fullmatch(" ".join(wish.lower().split()) or "besok 07:00")
    if found is None:
        return None
    if found["unit"]:
        return now + int(found["count"]) * UNITS[found["unit"]]
    if int(found["hour"]) > 23 or int(found["minute"]) > 59:
        return None
    local = now.astimezone(ZoneInfo(ZONE))
    target = local.replace(hour=int(found["hour"]), minute=int(found["minute"]), second=0, microsecond=0)
    if found["day"] or target <= local:
        target += timedelta(days=1)
    return target


def remember_offset(lapak: Lapak) -> None:
    """A demo that is started again goes on at the time to which it was moved."""
    seconds = lapak.database.read_now(get_setting, "clock offset", 0.0)
    lapak.clock.offset = timedelta(seconds=seconds)
