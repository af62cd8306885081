"""Delivering updates to a webhook: serial per chat, several chats at a time, retried until the update expires."""

import asyncio
import logging
import random
import time
from collections import deque
from collections.abc import Awaitable, Callable

import orjson
from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout

from sandbox.requests import Args, flat
from sandbox.updates import Update, Updates

Execute = Callable[[str, Args], Awaitable[object]]
HEADER = "X-Telegram-Bot-Api-Secret-Token"
NOT_IN_ANSWERS = {"setwebhook", "deletewebhook", "close", "logout"}
RETRY_AFTER_MAX = 3600
logger = logging.getLogger(__name__)


class Webhook:
    """Runs from setWebhook to deleteWebhook. `execute` carries out a method that comes in an answer."""

    def __init__(self, updates: Updates, execute: Execute) -> None:
        self._updates = updates
        self._settings = updates.webhook
        self._execute = execute
        self._places = asyncio.Semaphore(self._settings["max_connections"])
        self._session = ClientSession(timeout=ClientTimeout(60))
        self._lanes: dict[int, deque[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        for update in updates.pending.values():
            self._feed(update)
        updates.listener = self._feed

    async def close(self) -> None:
        """Stop delivering; what is pending stays pending."""
        self._updates.listener = None
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._session.close()

    def _feed(self, update: Update) -> None:
        """Put an update into its chat's lane."""
        if update.lane in self._lanes:
            self._lanes[update.lane].append(update)
            return
        self._lanes[update.lane] = deque([update])
        task = asyncio.get_running_loop().create_task(self._run(update.lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, lane: int) -> None:
        queue = self._lanes[lane]
        while queue:
            await self._deliver(queue[0])
            self._updates.forget(queue.popleft())
        del self._lanes[lane]

    async def _deliver(self, update: Update) -> None:
        """Try until it is taken or too old: again at once, then after 2, 4, 8 ... seconds."""
        await self._updates.settled()  # what a receiver has seen must not be made twice after a restart
        failures = 0
        while time.time() < update.expires:
            async with self._places:
                wait = await self._attempt(update)
            if wait is None:
                return
            failures += 1
            backoff = 0 if failures == 1 else min(2.0 ** (failures - 1), random.uniform(60, 120))
            await asyncio.sleep(max(wait, backoff))

    async def _attempt(self, update: Update) -> float | None:
        """One POST. None when it was taken, else the seconds that the receiver asks to wait."""
        headers = {"Content-Type": "application/json"}
        if self._settings["secret_token"]:
            headers[HEADER] = self._settings["secret_token"]
        url = self._settings["url"]
        try:
            async with self._session.post(
                url, data=update.data, headers=headers, allow_redirects=False, ssl=False
            ) as response:
                if 200 <= response.status < 300:
                    await self._reply(response)
                    return None
                reason = f"Wrong response from the webhook: {response.status} {response.reason}"
                asked = response.headers.get("Retry-After", "")
                wait = float(min(int(asked), RETRY_AFTER_MAX)) if asked.isdigit() else 0.0
        except TimeoutError:
            reason, wait = "Read timeout expired", 0.0
        except (ClientError, OSError, ValueError):
            reason, wait = "Connection refused", 0.0
        self._settings["last_error_message"], self._settings["last_error_date"] = reason, int(time.time())
        return wait

    async def _reply(self, response: ClientResponse) -> None:
        """Carry out the method in an answer's body, if there is one; its result goes nowhere."""
        body = await response.read()
        try:
            values = flat(orjson.loads(body)) if response.content_type == "application/json" else {}
        except ValueError:
            return
        method = values.pop("method", "").lower()
        if method and method not in NOT_IN_ANSWERS and not method.startswith("get"):
            try:
                await self._execute(method, Args(values))
            except Exception:
                logger.info("a method in a webhook's answer failed: %s", method)
