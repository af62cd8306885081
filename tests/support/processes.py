"""The bot as a process of its own, that can be killed; and looking into its data folder from outside."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self, TypeVar

from sqlmodel import Session

from models.database import Database, sqlite_address
from models.migrations import migrate
from tests.support.sandbox import ROOT

R = TypeVar("R")
PATIENCE_SECONDS = 15.0
SECRET_HALF = "TEST-secret-half-of-a-token-00000000"


class Forker:
    """Starts bot processes quickly (see forker.py)."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.forker"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._ready = False

    def ask(self, *command: object) -> Any:
        """Give one command and wait for its answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        if not self._ready:
            assert json.loads(self._process.stdout.readline()) == "ready"
            self._ready = True
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def warm(self, module: str) -> Self:
        """Let every bot that is started from now on have this module already."""
        assert self.ask("warm", module)
        return self

    def stop(self) -> None:
        """End it, and all that it started."""
        self._process.communicate(timeout=10)


class BotProcess:
    """One bot: its settings, its data folder, and the process that runs on them, time after time."""

    def __init__(self, forker: Forker, folder: Path, **settings: object) -> None:
        self.forker, self.folder = forker, folder
        self.log = folder.with_suffix(".log")
        self.settings = {"DATA_DIR": str(folder)} | {name: str(value) for name, value in settings.items()}
        self.number: int | None = None

    def start(self, *arguments: str) -> Self:
        """Start the process; with arguments, as if `python -m bot` (or `python -c`) was given them."""
        environment = {"BOT_TOKEN": "", "DATABASE_URL": "", "LOG_LEVEL": "DEBUG"} | self.settings
        self.number = int(self.forker.ask("start", environment, arguments, str(self.log)))
        return self

    def kill(self) -> None:
        """kill -9: it gets no chance to tidy up."""
        self.signals(signal.SIGKILL)
        assert self.ends() == -signal.SIGKILL
        self.number = None

    def signals(self, number: signal.Signals) -> None:
        """Send it a signal."""
        assert self.number is not None
        os.kill(self.number, number)

    def ends(self, within: float = PATIENCE_SECONDS) -> int | None:
        """Wait for its end: its exit code, or None if it still runs."""
        code: int | None = self.forker.ask("wait", self.number, within)
        return code

    def stop(self) -> int | None:
        """SIGTERM; its exit code."""
        self.signals(signal.SIGTERM)
        code = self.ends()
        if code is not None:
            self.number = None
        return code

    def clean_up(self) -> None:
        """Nothing of it is left running."""
        if self.number is not None and self.ends(0) is None:
            os.kill(self.number, signal.SIGKILL)
            self.ends()

    @property
    def address(self) -> str:
        """Of its database."""
        return self.settings.get("DATABASE_URL") or sqlite_address(self.folder / "lapak.db")

    @property
    def said(self) -> str:
        """All that it has written to the terminal."""
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def prepare(self, work: Callable[[Session], R]) -> R:
        """Do something with its database, which is made if need be."""
        self.folder.mkdir(parents=True, exist_ok=True)
        database = Database(self.address)
        try:
            migrate(database.engine)
            return database.write_now(work)
        finally:
            database.close()

    def look(self, query: Callable[[Session], R]) -> R:
        """Look into its database from outside."""
        database = Database(self.address)
        try:
            return database.read_now(query)
        finally:
            database.close()

    async def until(self, query: Callable[[Session], object], seconds: float = PATIENCE_SECONDS) -> None:
        """Wait until something is so in its database; AssertionError with its log if it never is."""
        ends = time.monotonic() + seconds
        database = Database(self.address)
        try:
            while not await database.read(query):
                assert time.monotonic() < ends, f"it never came to be; the bot said:\n{self.said[-3000:]}"
                await asyncio.sleep(0.02)
        finally:
            database.close()
