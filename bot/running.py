"""Running the whole as a process: against Telegram with a token, with the sandbox without."""

import asyncio
import atexit
import gc
import os
import signal
import sys
from contextlib import AsyncExitStack

import uvloop

from bot.app import Lapak
from bot.demo import DEMO_TOKEN, DemoClock, demo_settings, remember_offset, sandbox
from bot.logs import set_up_logs
from bot.settings import Settings
from bot.times import Clock
from models.migrations import migrate


def main(only_works: bool = False) -> int:
    """Run until Ctrl-C or SIGTERM; 0 when stopped so, 2 with settings that can't work.

    `only_works`: beside another process that listens.
    """
    os.umask(0o077)  # people's words and addresses are nobody else's on this machine
    settings = Settings.read()
    problem = settings if isinstance(settings, str) else settings.problem(only_works)
    if isinstance(settings, str) or problem:
        print(problem, file=sys.stderr)
        return 2
    set_up_logs(settings.log_level, [*settings.secrets, DEMO_TOKEN])
    collect_seldom()
    uvloop.run(_serve(settings, only_works))
    return 0


def collect_seldom() -> None:
    """Importing left many objects that live as long as the process: don't look through them again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    atexit.register(gc.unfreeze)  # or a library complains, in some thirty lines, that its objects are left over


async def _serve(settings: Settings, only_works: bool) -> None:
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    async with AsyncExitStack() as stack:
        starting = asyncio.create_task(
            _start_demo(settings, stack) if settings.bot_token is None else _start(settings, stack, only_works)
        )
        stopping = asyncio.create_task(stop.wait())
        # Telegram may be out of reach at the start, and who presses Ctrl-C then should not have to wait for it.
        await asyncio.wait({starting, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            await starting
        else:
            starting.cancel()
            await asyncio.gather(starting, return_exceptions=True)
        await stopping
        print("Stopping…", file=sys.stderr)


async def _start(settings: Settings, stack: AsyncExitStack, only_works: bool) -> None:
    lapak = await stack.enter_async_context(Lapak(settings, Clock(), only_works=only_works).running())
    does = "working" if only_works else "listening"
    print(f"Lapak @{lapak.username} is {does}. Ctrl-C stops it.", file=sys.stderr)


async def _start_demo(settings: Settings, stack: AsyncExitStack) -> None:
    address = await stack.enter_async_context(sandbox(settings))
    lapak = Lapak(demo_settings(settings, address), Clock())
    await asyncio.to_thread(migrate, lapak.database.engine)
    remember_offset(lapak)
    lapak.move_clock = DemoClock(lapak)
    await lapak.listener.set_my_name("Lapak")
    await stack.enter_async_context(lapak.running())
    print(
        f"\n  Lapak is running with the sandbox. Open the chat page:\n\n      {address}/\n\n"
        "  Bu Sari sells, Pak Budi buys, Mbak Rini is the operator. Ctrl-C stops all.\n",
        file=sys.stderr,
    )
