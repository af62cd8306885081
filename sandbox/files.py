"""Files: ids that look and behave like Telegram's, and the bytes behind them."""

import base64
import hashlib
import re
from typing import Any

from sandbox.errors import bad
from sandbox.photos import sizes_of
from sandbox.requests import Upload
from sandbox.state import Memory

PREFIX = {
    "photo": "AgACAgUAAxkB",
    "document": "BQACAgUAAxkB",
    "voice": "AwACAgUAAxkB",
    "video": "BAACAgUAAxkB",
    "video_note": "DQACAgUAAxkB",
}
FOLDER = {
    "photo": "photos",
    "document": "documents",
    "voice": "voice",
    "video": "videos",
    "video_note": "video_notes",
}
NAMES = {"photo": "Photo", "document": "Document", "voice": "VoiceNote", "video": "Video", "video_note": "VideoNote"}
EXTENSION = {"photo": "jpg", "voice": "oga", "video": "mp4", "video_note": "mp4"}
MIME = {"photo": "image/jpeg", "voice": "audio/ogg", "video": "video/mp4", "video_note": "video/mp4"}
PHOTO_MAX_BYTES = 10 << 20
GET_MAX_BYTES = 20 << 20
LETTERS = re.compile(r"[A-Za-z0-9_-]+")
# A file's record: {"n", "kind", "unique", "size", "path", "mime", "name"?, "width"?, "height"?}


class Files:
    """All files of all bots. A file_id is good for one bot only; file_unique_id is the same for all."""

    def __init__(self, memory: Memory) -> None:
        self._records: dict[int, dict[str, Any]] = {}
        self._by_path: dict[str, int] = {}
        self._photos: dict[int, list[int]] = {}  # number of any size -> numbers of all sizes
        self._memory = memory
        self._last = 0

    async def add_photo(self, upload: Upload) -> list[int]:
        """Store a photo in all its sizes, smallest first; returns their numbers. Raises Telegram's refusals."""
        if not upload.data:
            raise bad("file must be non-empty")
        if len(upload.data) > PHOTO_MAX_BYTES:
            size = len(upload.data)
            raise bad(f"file of size {size} bytes is too big for a photo; the maximum size is {PHOTO_MAX_BYTES} bytes")
        numbers = []
        for data, width, height in await sizes_of(upload.data):
            numbers.append(await self._add("photo", data, {"width": width, "height": height}))
        for number in numbers:
            self._photos[number] = numbers
            self._memory.put(f"file/{number}", {**self._records[number], "sizes": numbers})
        return numbers

    async def add(self, kind: str, upload: Upload) -> int:
        """Store a document, voice message, video or video note; returns its number."""
        if not upload.data:
            raise bad("file must be non-empty")
        extra = {"name": upload.name, "mime": MIME.get(kind, upload.mime_type)}
        number = await self._add(kind, upload.data, extra)
        self._memory.put(f"file/{number}", self._records[number])
        return number

    def photo(self, bot_id: int, number: int) -> list[dict[str, Any]]:
        """A photo as PhotoSizes, smallest first."""
        return [self.object(bot_id, each) for each in self._photos[number]]

    def object(self, bot_id: int, number: int) -> dict[str, Any]:
        """A file as it stands in a message."""
        record = self._records[number]
        shown = {
            "file_id": self._file_id(bot_id, record),
            "file_unique_id": record["unique"],
            "file_size": record["size"],
        }
        if record["kind"] == "photo":
            return {**shown, "width": record["width"], "height": record["height"]}
        if record["kind"] == "video_note":
            return shown
        named = {"file_name": record["name"]} if record["kind"] != "voice" and record.get("name") else {}
        return {**named, "mime_type": record["mime"], **shown}

    def number_of(self, bot_id: int, file_id: str, kind: str) -> int:
        """The file that a bot means; raises Telegram's refusals for what is no file of this kind."""
        if not LETTERS.fullmatch(file_id):
            raise bad("wrong remote file identifier specified: Wrong character in the string")
        number = _number_in(file_id)
        if number is None:
            raise bad("wrong remote file identifier specified: can't unserialize it. Wrong last symbol")
        record = self._records.get(number)
        if record is None or self._file_id(bot_id, record) != file_id:
            raise bad("wrong file identifier/HTTP URL specified")
        if record["kind"] != kind and "photo" in (record["kind"], kind):  # all others are documents at heart
            raise bad(f"can't use file of type {NAMES[record['kind']]} as {NAMES[kind]}")
        return number

    def described(self, bot_id: int, file_id: str) -> dict[str, Any]:
        """getFile; raises a refusal for what is no file of this bot, or is over 20 MB."""
        number = _number_in(file_id)
        record = self._records.get(number) if number is not None else None
        if record is None or self._file_id(bot_id, record) != file_id:
            raise bad("invalid file_id")
        if record["size"] > GET_MAX_BYTES:
            raise bad("file is too big")
        shown = self.object(bot_id, record["n"])
        names = ("file_id", "file_unique_id", "file_size")
        return {**{name: shown[name] for name in names}, "file_path": record["path"]}

    async def at_path(self, path: str) -> bytes | None:
        """The bytes of what getFile called `path`."""
        number = self._by_path.get(path)
        return None if number is None else await self._memory.bytes_of(number)

    async def of_id(self, file_id: str) -> tuple[bytes, dict[str, Any]] | None:
        """Bytes and record for a person's eyes."""
        number = _number_in(file_id)
        record = self._records.get(number) if number is not None else None
        return (await self._memory.bytes_of(record["n"]), record) if record else None

    def restore(self, record: dict[str, Any]) -> None:
        """One kept record."""
        number = record["n"]
        self._records[number] = record
        self._by_path[record["path"]] = number
        self._last = max(self._last, number)
        if "sizes" in record:
            self._photos[number] = record["sizes"]

    async def _add(self, kind: str, data: bytes, extra: dict[str, Any]) -> int:
        self._last += 1
        number = self._last
        _, dot, ending = str(extra.get("name", "")).rpartition(".")
        ending = ending if dot and ending.isalnum() and len(ending) <= 8 else "bin"
        path = f"{FOLDER[kind]}/file_{number}.{EXTENSION.get(kind, ending)}"
        unique = base64.urlsafe_b64encode(hashlib.sha256(b"%d" % number + data).digest()[:11]).decode().rstrip("=")
        await self._memory.put_bytes(number, data)
        self._records[number] = {
            "n": number,
            "kind": kind,
            "unique": unique,
            "size": len(data),
            "path": path,
            **extra,
        }
        self._by_path[path] = number
        return number

    def _file_id(self, bot_id: int, record: dict[str, Any]) -> str:
        seal = hashlib.sha256(f"{bot_id}/{record['unique']}".encode()).digest()[:23]
        return (
            PREFIX[record["kind"]] + base64.urlsafe_b64encode(record["n"].to_bytes(6, "big") + seal + b"\x04").decode()
        )


def _number_in(file_id: str) -> int | None:
    """The number inside a file_id, None when it can't be one of ours."""
    body = next((file_id[len(prefix) :] for prefix in PREFIX.values() if file_id.startswith(prefix)), "")
    if len(body) != 40 or not LETTERS.fullmatch(body):
        return None
    data = base64.urlsafe_b64decode(body)
    return int.from_bytes(data[:6], "big") if data[-1] == 4 else None
