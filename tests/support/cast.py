"""The people of our tests. They see and do what people can see and do, through the sandbox, over HTTP."""

import asyncio
import io
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import ClientSession, FormData
from PIL import Image, ImageDraw

from bot.app import Lapak
from bot.times import Clock

Json = dict[str, Any]
PATIENCE_SECONDS = 8.0


class StoppedClock(Clock):
    """A clock that only moves when a test moves it. It starts on a Saturday, 10:00 in Jakarta."""

    def __init__(self) -> None:
        super().__init__()
        self.moment = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """The moment at which it stands, or to which a demo has moved it."""
        return self.moment + self.offset


def photo_bytes(colour: str = "orange", size: tuple[int, int] = (800, 600), kind: str = "JPEG") -> bytes:
    """A small picture of something round on a table."""
    image = Image.new("RGB", size, "#d8c9b0")
    draw = ImageDraw.Draw(image)
    width, height = size
    draw.ellipse((width // 4, height // 4, 3 * width // 4, 3 * height // 4), fill=colour)
    target = io.BytesIO()
    image.save(target, kind)
    return target.getvalue()


class Message(dict[str, Any]):
    """A message as a person sees it."""

    @property
    def words(self) -> str:
        """Its text or caption."""
        return str(self.get("text") or self.get("caption") or "")

    @property
    def buttons(self) -> list[str]:
        """The labels under it, row by row."""
        rows = (self.get("reply_markup") or {}).get("inline_keyboard", [])
        return [button["text"] for row in rows for button in row]

    def data_of(self, label: str) -> str:
        """What the button with this in its label carries."""
        rows = (self.get("reply_markup") or {}).get("inline_keyboard", [])
        found = [button for row in rows for button in row if label in button["text"]]
        assert found, f"no button {label!r} in {self.buttons} under {self.words!r}"
        return str(found[0]["callback_data"])


class Person:
    """Somebody with a phone. `sees` waits; `taps` presses a button by what stands on it."""

    def __init__(self, http: ClientSession, url: str, bot_id: int, person: Json) -> None:
        self.http, self.url, self.bot_id = http, url, bot_id
        self.id = int(person["id"])
        self.name = str(person["first_name"])
        self.actions = 0
        self.last: Message | None = None

    async def writes(self, text: str, reply_to: int | None = None) -> Json:
        """Send a text."""
        body: Json = {"text": text} | ({"reply_to": reply_to} if reply_to else {})
        return await self._send(json=body)

    async def sends(self, body: Json) -> Json:
        """Send a location, a contact or a forward."""
        return await self._send(json=body)

    async def sends_photo(self, caption: str | None = None, *photos: bytes, reply_to: int | None = None) -> Json:
        """Send a photo, or several as an album; the caption stands on the first."""
        form = FormData()
        for number, photo in enumerate(photos or (photo_bytes(),)):
            form.add_field("photo", photo, filename=f"{number}.jpg", content_type="image/jpeg")
        if caption:
            form.add_field("caption", caption)
        if reply_to:
            form.add_field("reply_to", str(reply_to))
        return await self._send(data=form)

    async def sends_file(self, kind: str, data: bytes, name: str, mime: str, caption: str | None = None) -> Json:
        """Send a document, voice note or video."""
        form = FormData()
        form.add_field(kind, data, filename=name, content_type=mime)
        if caption:
            form.add_field("caption", caption)
        return await self._send(data=form)

    async def starts(self, link: str = "") -> Message:
        """Press START, or open a link that ends in `link`, and see what comes."""
        before = await self._last_id()
        await self.writes(f"/start {link}".strip())
        return await self.sees(after=before)

    async def taps(self, label: str, on: Message | None = None) -> Json | None:
        """Press the button with this on it, under `on` or the newest message that has it; the toast, if one came."""
        message = on or await self.sees(button=label)
        return await self.taps_data(message["message_id"], message.data_of(label))

    async def taps_data(self, message_id: int, data: str) -> Json | None:
        """Press a button as a slow or a forged phone would: by what it carries."""
        self.actions += 1
        body = {"message_id": message_id, "data": data}
        async with self.http.post(self._at("taps"), json=body, params={"bot": self.bot_id}) as response:
            assert response.status == 200, await response.text()
            answer = await response.json()
        toast: Json | None = answer["answer"]
        return toast

    async def sees(self, text: str = "", button: str = "", after: int = 0) -> Message:
        """Wait for a message of the bot's with this text and this button; the newest one counts.

        `after`: only messages with a higher id. Raises AssertionError, with what is there, when none comes.
        """
        ends = time.monotonic() + PATIENCE_SECONDS
        seq, messages = await self._chat(0, 0)
        while True:
            for message in reversed(messages):
                if (
                    message["from"]["is_bot"]
                    and message["message_id"] > after
                    and text in message.words
                    and (not button or any(button in label for label in message.buttons))
                ):
                    self.last = message
                    return message
            left = ends - time.monotonic()
            if left <= 0:
                seen = [(m["message_id"], m.words, m.buttons) for m in messages]
                raise AssertionError(f"{self.name} never saw {text!r} with {button!r} after {after}; saw: {seen}")
            _, changed = await self._chat(seq, min(left, 2.0))
            if changed:
                seq, messages = await self._chat(0, 0)

    async def sees_nothing_new(self, after: int, seconds: float = 0.7) -> None:
        """Nothing comes for a while; raises AssertionError if something does."""
        await asyncio.sleep(seconds)
        _, messages = await self._chat(0, 0)
        new = [m.words for m in messages if m["from"]["is_bot"] and m["message_id"] > after]
        assert not new, f"{self.name} was told {new}"

    async def chat(self) -> list[Message]:
        """Everything in the chat."""
        return (await self._chat(0, 0))[1]

    async def told(self) -> list[str]:
        """All that the bot has said, oldest first."""
        return [message.words for message in await self.chat() if message["from"]["is_bot"]]

    async def blocks(self, blocked: bool = True) -> None:
        """Block the bot, or let it in again."""
        async with self.http.post(
            self._at("blocks"), json={"blocked": blocked}, params={"bot": self.bot_id}
        ) as response:
            assert response.status == 200

    async def injects(self, update: Json) -> None:
        """Let Telegram deliver an update of our own making."""
        async with self.http.post(self._at("updates"), json=update, params={"bot": self.bot_id}) as response:
            assert response.status == 200, await response.text()

    async def _send(self, **body: Any) -> Json:
        self.actions += 1
        async with self.http.post(self._at("messages"), params={"bot": self.bot_id}, **body) as response:
            assert response.status == 200, await response.text()
            sent: Json = await response.json()
            return sent

    async def _last_id(self) -> int:
        return max((message["message_id"] for message in await self.chat()), default=0)

    async def _chat(self, after: int, wait: float) -> tuple[int, list[Message]]:
        params = {"bot": self.bot_id, "after": after, "wait": wait}
        async with self.http.get(self._at("chat"), params=params) as response:
            answer = await response.json()
            return int(answer["seq"]), [Message(message) for message in answer["messages"]]

    def _at(self, what: str) -> str:
        return f"{self.url}/people/{self.id}/{what}"


class Town:
    """A running bot, its clock, and the people who come to it."""

    def __init__(self, http: ClientSession, url: str, bot_id: int, clock: StoppedClock) -> None:
        self.http, self.url, self.bot_id, self.clock = http, url, bot_id, clock
        self.lapak: Lapak | None = None

    async def person(self, name: str, language: str = "id", person_id: int | None = None) -> Person:
        """Somebody comes; they have not pressed START yet."""
        body = {"first_name": name, "language_code": language} | ({"id": person_id} if person_id else {})
        async with self.http.post(f"{self.url}/people", json=body) as response:
            assert response.status == 200, await response.text()
            return Person(self.http, self.url, self.bot_id, await response.json())

    async def later(self, **time_passes: float) -> None:
        """Time passes (`hours=2`), and the bot looks at what is due."""
        assert self.lapak is not None
        self.clock.moment += timedelta(**time_passes)
        await self.lapak.ticker.look()

    async def until(self, moment: datetime) -> None:
        """It becomes this moment, and the bot looks at what is due."""
        assert self.lapak is not None
        self.clock.moment = moment
        await self.lapak.ticker.look()

    async def calls(self, *methods: str) -> list[Json]:
        """What the bot has called so far, from the sandbox's journal."""
        async with self.http.get(f"{self.url}/journal", params={"limit": 100_000, "bot": self.bot_id}) as response:
            answer = await response.json()
        return [row for row in answer if not methods or row["method"] in methods]
