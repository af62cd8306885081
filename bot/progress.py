"""How far a long work is, on one line of the terminal."""

import sys
import time

WIDTH = 30
EVERY_SECONDS = 0.1


class Bar:
    """A bar that grows; nothing is drawn where nobody looks (a pipe, a log)."""

    def __init__(self, label: str) -> None:
        self.label = label
        self._shows = sys.stderr.isatty()
        self._drawn_at = 0.0

    def __call__(self, done: int, total: int) -> None:
        """So many of so many are done."""
        if not self._shows or (done < total and time.monotonic() - self._drawn_at < EVERY_SECONDS):
            return
        self._drawn_at = time.monotonic()
        filled = WIDTH * done // max(total, 1)
        end = "\n" if done >= total else ""
        sys.stderr.write(f"\r{self.label} {'█' * filled}{'░' * (WIDTH - filled)} {done}/{total}{end}")
        sys.stderr.flush()
