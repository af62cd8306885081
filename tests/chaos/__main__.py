"""`python -m tests.chaos --kills N --seed S`: all storms on both databases; the last line is the tally.

The exit code is 1 if any invariant is broken. docs/chaos.md tells what they are.
"""

import argparse
import asyncio
import random
import secrets
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.chaos.album_storm import ALBUMS_A_KILL, AlbumStorm
from tests.chaos.broadcast_storm import BroadcastStorm
from tests.chaos.ground import DATABASES, Ground, ground
from tests.chaos.migration_storm import MigrationStorm
from tests.chaos.storm import OrderStorm, Progress, Tally
from tests.support.postgres import postgres_server
from tests.support.processes import Forker
from tests.support.sandbox import Sandbox

BAR, FAULTS_SHOWN = 24, 20
# How many kills a storm of each kind gets, of the number asked for, on each database.
STORMS: dict[str, Callable[[Ground, int, Progress], Tally]] = {
    "orders": lambda here, kills, show: asyncio.run(OrderStorm(here, kills).run(show)),
    "two processes": lambda here, kills, show: asyncio.run(OrderStorm(here, max(1, kills // 4)).run(show)),
    "albums": lambda here, kills, show: asyncio.run(AlbumStorm(here, max(1, kills // 2)).run(show)),
    "broadcasts": lambda here, kills, show: asyncio.run(BroadcastStorm(here, max(1, kills // 5)).run(show)),
    "migrations": lambda here, kills, show: MigrationStorm(here, max(2, kills // 5)).run(show),
}
# A bot and its worker, of which now one dies and now the other; only PostgreSQL is for more than one.
TOGETHER = {"two processes": 2}
INVARIANTS = {"oversold": "oversold", "lost": "acknowledged but lost", "doubled": "duplicate orders"}


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description="Kill the bot while people buy.")
    parser.add_argument("--kills", type=int, default=200, help="on each database; all else follows (200)")
    parser.add_argument("--seed", type=int, default=None, help="the same chances once more")
    parser.add_argument("--on", choices=DATABASES, action="append", help="one database only")
    parser.add_argument("--storm", choices=STORMS, action="append", help="one kind of storm only")
    return parser.parse_args()


def bar(title: str) -> Progress:
    """Shows in the terminal how far a storm is."""
    began = time.monotonic()

    def show(done: int, of: int) -> None:
        if sys.stderr.isatty():
            full = BAR * done // max(1, of)
            seconds = time.monotonic() - began
            line = f"\r{title:24} [{'#' * full}{'.' * (BAR - full)}] {done}/{of} kills, {seconds:.0f} s "
            print(line, end="", file=sys.stderr, flush=True)

    return show


def blow(kind: str, storm: str, kills: int, chance: random.Random, forker: Forker, folder: Path) -> Tally:
    """One storm with a sandbox of its own; what came of it is told on a line."""
    began = time.monotonic()
    folder.mkdir(parents=True)
    sandbox = Sandbox.start(journal=folder / "journal.jsonl")
    try:
        count = TOGETHER.get(storm, 1)
        with ground(kind, folder, forker, chance, sandbox, folder / "journal.jsonl", count) as here:
            tally = STORMS[storm](here, kills, bar(f"{storm} on {kind}"))
            complaints = [line for line in here.fleet.members[0].said.splitlines() if "ERROR" in line.upper()]
    finally:
        sandbox.stop()
    facts = ", ".join(f"{count} {what}" for what, count in tally.facts.items())
    clear = "\r\033[K" if sys.stderr.isatty() else ""
    print(f"{clear}{storm} on {kind}: {tally.kills} kills, {facts or 'no loss'}, {time.monotonic() - began:.0f} s")
    for point, count in sorted(tally.deaths.items()):
        print(f"    {count:4} {point}")
    for fault in [*tally.broken[:FAULTS_SHOWN], *complaints[:FAULTS_SHOWN]]:
        print(f"  ! {fault}")
    if len(tally.broken) > FAULTS_SHOWN:
        print(f"  ! … and {len(tally.broken) - FAULTS_SHOWN} more")
    return tally


def summary(tallies: list[Tally], seconds: float, seed: int) -> str:
    """The one line that counts."""
    facts = sum((Counter(tally.facts) for tally in tallies), Counter[str]())
    faults = Counter(fault.partition(":")[0] for tally in tallies for fault in tally.broken)
    named = ", ".join(f"{title} {faults.pop(name, 0)}" for name, title in INVARIANTS.items())
    kills = sum(tally.kills for tally in tallies)
    what = ", ".join(f"{facts[name]} {name}" for name in ("buyers", "units", "orders", "repeats", "albums", "copies"))
    return f"{kills} kills, {what}: {named}, else broken {faults.total()} (seed {seed}, {seconds:.0f} s)"


def main() -> int:
    """Blow every storm over every database."""
    options = arguments()
    seed = secrets.randbelow(10**6) if options.seed is None else options.seed
    print(f"seed {seed}; {options.kills} kills on each database, {ALBUMS_A_KILL * options.kills} albums in all")
    began, chance = time.monotonic(), random.Random(seed)
    forker = Forker().warm("tests.chaos.warmth")
    tallies: list[Tally] = []
    try:
        with tempfile.TemporaryDirectory(prefix="lapak-chaos-") as place:
            for kind in options.on or DATABASES:
                for storm in options.storm or STORMS:
                    here = random.Random(chance.random())
                    if kind == "sqlite" and storm in TOGETHER:
                        continue
                    tallies.append(blow(kind, storm, options.kills, here, forker, Path(place) / f"{storm}-{kind}"))
    finally:
        forker.stop()
        if postgres_server.cache_info().currsize:
            postgres_server().stop()
    print(summary(tallies, time.monotonic() - began, seed))
    return 1 if any(tally.broken for tally in tallies) else 0


if __name__ == "__main__":
    sys.exit(main())
