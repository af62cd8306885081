"""Memory that outlives the process: one table of JSON values in SQLite, file bytes in a folder beside it.

Without a path everything is forgotten at the end. With one, an answer only leaves after what it says is committed, so
that a kill -9 loses nothing that anybody was told.
"""

import asyncio
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from sandbox.commits import GroupCommit


class Memory:
    """Nothing is kept; file bytes stay in memory."""

    def __init__(self) -> None:
        self._bytes: dict[int, bytes] = {}

    def put(self, key: str, value: Any) -> None:
        """Keep a value under "kind/part/..."; None forgets it."""

    def load(self, kind: str) -> Iterator[tuple[list[str], Any]]:
        """All (parts of the key after the kind, value) of a kind."""
        yield from ()

    async def put_bytes(self, number: int, data: bytes) -> None:
        """Keep a file."""
        self._bytes[number] = data

    async def bytes_of(self, number: int) -> bytes:
        """A kept file."""
        return self._bytes[number]

    async def settled(self) -> None:
        """Return when all that was put is kept."""

    async def close(self) -> None:
        """Write what is left."""


class DiskMemory(Memory):
    """Everything is kept in the SQLite file at `path`, and files in the folder `path`.files."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._db.execute("CREATE TABLE IF NOT EXISTS memory (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
        self._folder = path.with_name(path.name + ".files")
        self._folder.mkdir(exist_ok=True)
        self._commits: GroupCommit[tuple[str, bytes | None]] = GroupCommit(self._write)

    def put(self, key: str, value: Any) -> None:
        self._commits.add((key, None if value is None else orjson.dumps(value)))

    def load(self, kind: str) -> Iterator[tuple[list[str], Any]]:
        # '0' follows '/' in ASCII, so this is the range of all keys that begin with "kind/".
        rows = self._db.execute("SELECT key, value FROM memory WHERE key > ? AND key < ?", (f"{kind}/", f"{kind}0"))
        for key, value in rows:
            yield key.split("/")[1:], orjson.loads(value)

    async def put_bytes(self, number: int, data: bytes) -> None:
        await asyncio.to_thread(self._file(number).write_bytes, data)

    async def bytes_of(self, number: int) -> bytes:
        return await asyncio.to_thread(self._file(number).read_bytes)

    async def settled(self) -> None:
        await self._commits.settled()

    async def close(self) -> None:
        await self._commits.close()
        self._db.close()

    def _file(self, number: int) -> Path:
        return self._folder / str(number)

    def _write(self, rows: list[tuple[str, bytes | None]]) -> None:
        last = dict(rows)  # of several writes to a key only the last counts
        self._db.execute("BEGIN IMMEDIATE")
        self._db.executemany(
            "INSERT INTO memory VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [row for row in last.items() if row[1] is not None],
        )
        self._db.executemany("DELETE FROM memory WHERE key = ?", [(key,) for key in last if last[key] is None])
        self._db.execute("COMMIT")
