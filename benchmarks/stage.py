"""Where a benchmark runs: a sandbox and an empty folder, on the bot's own event loop."""

import sys
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import uvloop

from bot.logs import set_up_logs
from bot.running import collect_seldom
from tests.support.sandbox import Sandbox


def run_on_stage(main: Callable[[Sandbox, Path], Coroutine[Any, Any, None]]) -> None:
    """Run it to its end, or until Ctrl-C."""
    set_up_logs("WARNING", [])
    running = Sandbox.start()
    try:
        with tempfile.TemporaryDirectory(prefix="lapak-") as made:
            collect_seldom()
            uvloop.run(main(running, Path(made)))
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        running.stop()
