"""Starting the sandbox as a process of its own."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parents[2]


class Sandbox:
    """A running sandbox; `url` is its address without the slash at the end."""

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        self._process = process
        self.url = url

    @classmethod
    def start(
        cls,
        state: Path | None = None,
        journal: Path | None = None,
        port: int = 0,
        shortcuts: Iterable[str] = (),
    ) -> Self:
        """Start one and wait for its address; shortcuts are "LABEL=TEXT". RuntimeError when it doesn't come up."""
        command = [sys.executable, "-m", "sandbox", "--port", str(port)]
        command += ["--state", str(state)] if state else []
        command += ["--journal", str(journal)] if journal else []
        for shortcut in shortcuts:
            command += ["--shortcut", shortcut]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        if not address:
            process.wait()
            raise RuntimeError(f"the sandbox ended with {process.returncode}")
        return cls(process, address.rstrip("/"))

    def stop(self) -> None:
        """End it in order."""
        self._process.terminate()
        self._wait()

    def kill(self) -> None:
        """End it without warning, as a power switch would."""
        self._process.kill()
        self._wait()

    def _wait(self) -> None:
        self._process.wait(timeout=10)
        if self._process.stdout:
            self._process.stdout.close()
