"""A small market and a large one: `python -m benchmarks.market [products]` (a million unless told).

What looking at a product, the newest, the stalls, one stall's shelf and a search cost, as ratios to the same in a
market of 1,000 products, measured in turns in one run.
"""

import asyncio
import itertools
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from models.database import Database, Session, sqlite_address
from models.migrations import migrate
from models.people import Person
from models.products import Product
from models.stalls import Stall
from models.wordlist import ProductWord, entries_of
from shop.browsing import in_stall, look_at, named, newest, stalls
from shop.searching import words_of
from tests.support.market import NOW

SMALL, LARGE = 1_000, 1_000_000
PRODUCTS_A_STALL = 20
FIRST_SELLER = 720_000_000
BATCH = 20_000
KINDS = ("Keripik", "Sambal", "Kopi", "Batik", "Kue", "Madu", "Tas", "Ikan", "Beras", "Gula", "Teh", "Abon")
OF = ("pisang", "singkong", "bawang", "arabika", "tulis", "lapis", "hutan", "anyam", "asin", "merah", "aren", "melati")
HOW = ("pedas", "manis", "asin", "gurih", "super", "kecil", "besar", "asli", "segar", "spesial")
LOOKS: dict[str, Callable[[Session, int], object]] = {
    "a product": lambda session, count: look_at(session, count // 2),
    "the newest": lambda session, _: newest(session, 0),
    "the newest, page 20": lambda session, _: newest(session, 20),
    "the stalls": lambda session, _: stalls(session, 0),
    "a stall's shelf": lambda session, _: in_stall(session, 7, 0),
    "search: one word": lambda session, _: named(session, "keripik", 0),
    "search: two words": lambda session, _: named(session, "kripik pisang", 0),
    "search: three words": lambda session, _: named(session, "kopi arabika manis", 0),
    "search: two that never meet": lambda session, _: named(session, "keripik sambal", 0),
    "search: a third never with them": lambda session, _: named(session, "kopi arabika lapis", 0),
    "search: part of a word": lambda session, _: named(session, "sing", 0),
    "search: a rare word": lambda session, _: named(session, "langka", 0),
    "search: nothing": lambda session, _: named(session, "pesawat terbang", 0),
}


def names(count: int) -> list[str]:
    """So many names, as sellers give them; some five of them hold a word that no other has."""
    chance = random.Random(5)
    every = [" ".join(parts) for parts in itertools.product(KINDS, OF, HOW)]
    rare = {number * count // 6 for number in range(1, 6)}
    return [chance.choice(every) + (" langka" if number in rare else "") for number in range(count)]


def fill(session: Session, count: int) -> None:
    """A market of so many products in stalls of twenty."""
    sellers = range(1, count // PRODUCTS_A_STALL + 1)
    called = names(count)
    tables: list[tuple[Any, list[dict[str, Any]]]] = [
        (Person, [{"id": FIRST_SELLER + n, "name": f"Penjual {n}", "met_at": NOW} for n in sellers]),
        (Stall, [{"id": n, "owner_id": FIRST_SELLER + n, "name": f"Lapak {n}", "opened_at": NOW} for n in sellers]),
    ]
    product = {"state": "on sale", "price": 15_000, "stock": 3, "created_at": NOW, "published_at": NOW}
    rows = [
        product | {"id": n, "stall_id": (n - 1) // PRODUCTS_A_STALL + 1, "name": called[n - 1]}
        for n in range(1, count + 1)
    ]
    for table, all_rows in [*tables, (Product, rows)]:
        _insert(session, table, all_rows)
    for start in range(0, count, BATCH):
        _insert(session, ProductWord, [word for row in rows[start : start + BATCH] for word in _words(row)])
        print(f"\r{start}/{count} named     ", end="", file=sys.stderr, flush=True)


def _insert(session: Session, table: Any, rows: list[dict[str, Any]]) -> None:
    for start in range(0, len(rows), BATCH):
        session.execute(insert(table), rows[start : start + BATCH])


def _words(product: dict[str, Any]) -> list[dict[str, Any]]:
    words = words_of(product["name"])
    all_words = f" {' '.join(sorted(words))} "
    return [{"word": word, "product_id": product["id"], "all_words": all_words} for word in entries_of(words)]


def market_of(count: int) -> Database:
    """A fresh database with so many products on sale."""
    database = Database(sqlite_address(Path(tempfile.mkdtemp()) / "lapak.db"))
    migrate(database.engine)
    database.write_now(fill, count)
    return database


async def seconds(database: Database, look: Callable[[Session, int], object], count: int) -> float:
    """How long one look takes, as the bot looks."""
    began = time.perf_counter()
    await database.read(look, count)
    return time.perf_counter() - began


async def main(count: int) -> None:
    """Print the figures."""
    small, large = market_of(SMALL), market_of(count)
    print("\r" + " " * 40 + "\r", end="", file=sys.stderr)
    for name, look in LOOKS.items():
        times = [(await seconds(small, look, SMALL), await seconds(large, look, count)) for _ in range(41)][1:]
        few, many = (1000 * statistics.median(each) for each in zip(*times, strict=True))
        print(f"{name:32}{many:6.2f} ms with {count:,} products, {many / few:5.2f} times that of {SMALL:,}")
    small.close()
    large.close()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else LARGE))
