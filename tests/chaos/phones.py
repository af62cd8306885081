"""A phone in a robot's hand: what is in the chat, and pressing again when nothing comes, as people do."""

import random
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiohttp import ClientSession, FormData

from tests.support.cast import Message

Json = dict[str, Any]
# How long a person looks at a silent chat before pressing again; each time twice as long.
PATIENCE_SECONDS, LONGER = (1.5, 5.0), 2.0
GIVES_UP_AFTER = 300.0


class GaveUpError(Exception):
    """Nothing came, however often they pressed; the checker will say so."""


class Phone:
    """One person's chat with the bot."""

    def __init__(self, http: ClientSession, url: str, bot_id: int, person_id: int, chance: random.Random) -> None:
        self.http, self.bot_id, self.person_id, self.chance = http, bot_id, person_id, chance
        self.url = f"{url}/people/{person_id}"
        self.messages: dict[int, Message] = {}
        self._seq = 0

    async def write(self, text: str) -> int:
        """Send a text; the message's id."""
        sent = await self._post("messages", json={"text": text})
        return int(sent["messages"][0]["message_id"])

    async def send_album(self, caption: str, photos: Sequence[bytes]) -> Json:
        """Send several photos at once; what was sent."""
        form = FormData()
        for number, photo in enumerate(photos):
            form.add_field("photo", photo, filename=f"{number}.jpg", content_type="image/jpeg")
        form.add_field("caption", caption)
        return await self._post("messages", data=form)

    async def tap(self, message_id: int, data: str) -> None:
        """Press a button; nobody waits for its answer."""
        await self._post("taps", json={"message_id": message_id, "data": data, "wait": 0})

    async def look(self, wait: float = 0.0) -> list[Message]:
        """See which messages have come or changed, waiting for one if need be."""
        where = {"bot": self.bot_id, "after": self._seq, "wait": wait}
        async with self.http.get(f"{self.url}/chat", params=where) as response:
            answer = await response.json()
        self._seq = int(answer["seq"])
        changed = {body["message_id"]: Message(body) for body in answer["messages"]}
        self.messages |= changed
        return list(changed.values())

    async def until(self, found: Callable[[Message], bool], again: Callable[[], Awaitable[object]]) -> Message:
        """Do it, look for what is to come, and do it again when nothing does. Raises GaveUpError after a long while."""
        gives_up, patience = time.monotonic() + GIVES_UP_AFTER, self.chance.uniform(*PATIENCE_SECONDS)
        await again()
        presses_again = time.monotonic() + patience
        while True:
            seen = next((message for message in self._told() if found(message)), None)
            if seen is not None:
                return seen
            now = time.monotonic()
            if now > gives_up:
                raise GaveUpError
            if now >= presses_again:
                await again()
                patience *= LONGER
                presses_again = now + patience
            await self.look(max(0.05, presses_again - now))

    def _told(self) -> list[Message]:
        return [message for message in reversed(self.messages.values()) if message["from"]["is_bot"]]

    async def _post(self, what: str, **body: Any) -> Json:
        async with self.http.post(f"{self.url}/{what}", params={"bot": self.bot_id}, **body) as response:
            assert response.status == 200, await response.text()
            answer: Json = await response.json()
            return answer


def button(message: Message, start: str) -> str | None:
    """What a button of this message carries that starts so, or None."""
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    carried = [pressed.get("callback_data", "") for row in rows for pressed in row]
    return next((data for data in carried if data.startswith(start)), None)
