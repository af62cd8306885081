"""A crowd on phones, as a process of its own, so that its work is not counted as the bot's.

`python -m benchmarks.crowd`: reads from standard input one JSON object a line, {"url": …, "body": …}, and posts each,
32 at a time.
"""

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterable
from typing import Any

from aiohttp import ClientSession

from tests.support.sandbox import ROOT

AT_ONCE = 32


async def post_all(lines: Iterable[str]) -> None:
    """Post every line of the input."""
    waiting = iter(lines)
    async with ClientSession() as http:

        async def work() -> None:
            for line in waiting:
                action = json.loads(line)
                async with http.post(action["url"], json=action["body"]) as answer:
                    if answer.status != 200:
                        print(await answer.text(), file=sys.stderr)

        await asyncio.gather(*(work() for _ in range(AT_ONCE)))


async def send_crowd(actions: Iterable[dict[str, Any]]) -> None:
    """Let a crowd do all this; returns when it has."""
    crowd = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.crowd", stdin=subprocess.PIPE, cwd=ROOT
    )
    await crowd.communicate("\n".join(json.dumps(action) for action in actions).encode())


if __name__ == "__main__":
    asyncio.run(post_all(sys.stdin))
