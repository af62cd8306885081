"""`python -m sandbox`: run it until SIGINT or SIGTERM; prints its address first."""

import argparse
import asyncio
import contextlib
import signal
import sys
from pathlib import Path

from aiohttp import web

from sandbox.journal import Journal
from sandbox.server import make_app
from sandbox.state import DiskMemory, Memory
from sandbox.world import World


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description="A small Telegram on this machine.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8080, help="0 takes a free one")
    parser.add_argument("--state", type=Path, metavar="FILE", help="keep everything, also through a kill")
    parser.add_argument("--journal", type=Path, metavar="FILE", help="append every bot call as a JSON line")
    parser.add_argument(
        "--shortcut", action="append", default=[], metavar="LABEL=TEXT", help="a button above the phones"
    )
    parser.add_argument("--with-parent", action="store_true", help="stop when standard input ends: with who started it")
    return parser.parse_args()


async def run(options: argparse.Namespace) -> None:
    """Serve until a signal comes."""
    memory = DiskMemory(options.state) if options.state else Memory()
    shortcuts = dict(each.partition("=")[::2] for each in options.shortcut)
    world = World(memory, Journal(options.journal), shortcuts)
    runner = web.AppRunner(make_app(world, options.host), access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    site = web.TCPSite(runner, options.host, options.port)
    await site.start()
    host, port = runner.addresses[0][:2]
    print(f"http://{f'[{host}]' if ':' in host else host}:{port}/", flush=True)
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    if options.with_parent:
        asyncio.get_running_loop().add_reader(sys.stdin, stop.set)  # nobody writes there: it can only end
    await stop.wait()
    await runner.cleanup()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(run(arguments()))
    sys.exit(0)
