"""Every call of every bot, in order: the tests' witness."""

import os
import time
from collections import deque
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

from sandbox.commits import GroupCommit

KEPT = 50_000


class Journal:
    """The last calls in memory and, with a file, all of them as JSON lines that are fsynced."""

    def __init__(self, path: Path | None) -> None:
        self._entries: deque[dict[str, Any]] = deque(maxlen=KEPT)
        self._last = _last_number(path) if path else 0
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600) if path else None
        self._commits: GroupCommit[bytes] | None = GroupCommit(self._write) if path else None

    def add(
        self,
        bot: int,
        method: str,
        chat_id: str,
        params: dict[str, str],
        accepted: bool,
        status: int,
        error: str | None,
    ) -> None:
        """Record one call; status 0 means that it never got its answer."""
        self._last += 1
        entry: dict[str, Any] = {
            "n": self._last,
            "at": round(time.time(), 3),
            "bot": bot,
            "method": method,
            "chat_id": int(chat_id) if chat_id.lstrip("-").isdigit() else (chat_id or None),
            "accepted": accepted,
            "status": status,
            "error": error,
            "params": params,
        }
        self._entries.append(entry)
        if self._commits:
            self._commits.add(orjson.dumps(entry) + b"\n")

    def since(self, after: int, limit: int, bot: int | None) -> list[dict[str, Any]]:
        """At most `limit` entries with n > `after`, of one bot or of all."""
        skip = max(0, after - (self._last - len(self._entries)))
        found = (entry for entry in islice(self._entries, skip, None) if bot in (None, entry["bot"]))
        return list(islice(found, limit))

    async def settled(self) -> None:
        """Return when every entry so far is on disk."""
        if self._commits:
            await self._commits.settled()

    async def close(self) -> None:
        """Settle and close the file."""
        if self._commits and self._file is not None:
            await self._commits.close()
            os.close(self._file)

    def _write(self, lines: list[bytes]) -> None:
        assert self._file is not None  # noqa: S101 - only called with a file
        os.write(self._file, b"".join(lines))
        os.fsync(self._file)


def _last_number(path: Path) -> int:
    """Where a journal that exists left off; a line that a kill cut short is ended."""
    if not path.exists():
        return 0
    lines = path.read_bytes().split(b"\n")
    if lines[-1]:
        path.write_bytes(b"\n".join(lines[:-1]) + b"\n")
    return int(orjson.loads(lines[-2])["n"]) if len(lines) > 1 else 0
