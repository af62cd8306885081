"""A crowd on phones, as a process of its own, so that its work is not counted as the bot's.

`python -m benchmarks.crowd`: reads from standard input one JSON object a line, {"url": …, "body": …, "chat": …}, and
posts each, 32 at a time. With the address of a "chat", whoever posts waits until the bot has said something there.
"""

import asyncio
import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from aiohttp import ClientSession

from tests.support.sandbox import ROOT

AT_ONCE = 32
PATIENCE_SECONDS = 30.0


async def post_all(lines: Iterable[str]) -> None:
    """Post every line of the input."""
    waiting, seen = iter(lines), defaultdict[str, int](int)
    async with ClientSession() as http:

        async def work() -> None:
            for line in waiting:
                action = json.loads(line)
                async with http.post(action["url"], json=action["body"]) as answer:
                    if answer.status != 200:
                        print(await answer.text(), file=sys.stderr)
                    elif chat := action.get("chat"):
                        seen[chat] = await _answered(http, chat, seen[chat], (await answer.json())["messages"][-1])

        await asyncio.gather(*(work() for _ in range(AT_ONCE)))


async def _answered(http: ClientSession, chat: str, seen: int, said: dict[str, Any]) -> int:
    """Wait for a message below this one; how much of the chat is seen then."""
    ends = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < ends:
        async with http.get(chat, params={"after": seen, "wait": 1}) as answer:
            view = await answer.json()
        seen = view["seq"]
        if any(message["message_id"] > said["message_id"] for message in view["messages"]):
            return seen
    raise TimeoutError(f"nobody answers {said.get('text')!r}")


async def send_crowd(actions: Iterable[dict[str, Any]]) -> None:
    """Let a crowd do all this; returns when it has."""
    crowd = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.crowd", stdin=subprocess.PIPE, cwd=ROOT
    )
    await crowd.communicate("\n".join(json.dumps(action) for action in actions).encode())


if __name__ == "__main__":
    asyncio.run(post_all(sys.stdin))
