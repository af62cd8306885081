"""What a bot's request says: query, form, multipart and JSON make one flat map of strings, as on Telegram."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import orjson
from aiohttp import BodyPartReader, hdrs, web

from sandbox.errors import Refusal, bad

PARAMS_MAX_BYTES = 1 << 20
UPLOAD_MAX_BYTES = 50 << 20
UPLOADS_MAX = 50
TRUE = {"true", "yes", "1"}


@dataclass(slots=True)
class Upload:
    """A file that came with the request."""

    name: str
    mime_type: str
    data: bytes


@dataclass(slots=True)
class Args:
    """The arguments: unknown ones are ignored, absent and empty ones are the same."""

    values: dict[str, str] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, *names: str) -> str:
        """The first of these that is given, or ''."""
        return next((self.values[name] for name in names if self.values.get(name)), "")

    def integer(self, name: str, default: int = 0) -> int:
        """A number; garbage counts as 0."""
        value = self.values.get(name)
        if not value:
            return default
        try:
            return int(value)
        except ValueError:
            return 0

    def number(self, name: str) -> float | None:
        """A number with decimals, or None."""
        try:
            return float(self.values[name])
        except (KeyError, ValueError):
            return None

    def flag(self, name: str) -> bool:
        """true, yes and 1 are true; all else is false."""
        return self.values.get(name, "").lower() in TRUE

    def json(self, name: str, called: str = "") -> Any:
        """A JSON value, None when absent; raises the refusal "can't parse ... JSON object" when it is none."""
        value = self.values.get(name)
        try:
            return orjson.loads(value) if value else None
        except ValueError:
            raise bad(f"can't parse {called or name} JSON object") from None

    def shown(self) -> dict[str, str]:
        """The arguments for the journal: uploads by name and size."""
        files = {name: f"<{upload.name}, {len(upload.data)} bytes>" for name, upload in self.uploads.items()}
        return {**self.values, **files} if files else self.values


def flat(body: Any) -> dict[str, str]:
    """A JSON object's top level as strings; anything else is no arguments."""
    if not isinstance(body, dict):
        return {}
    return {key: value if isinstance(value, str) else orjson.dumps(value).decode() for key, value in body.items()}


async def read_args(request: web.Request) -> Args:
    """Read a request's arguments; those in the query win. Raises 413 when too big."""
    args = Args()
    kind = request.content_type
    if kind == "multipart/form-data":
        await _read_parts(request, args)
    elif request.can_read_body:
        body = await request.content.read(PARAMS_MAX_BYTES + 1)
        while not request.content.at_eof() and len(body) <= PARAMS_MAX_BYTES:
            body += await request.content.read(PARAMS_MAX_BYTES + 1 - len(body))
        if len(body) > PARAMS_MAX_BYTES:
            raise Refusal(413, "Request Entity Too Large")
        if kind == "application/json":
            args.values = _read_json(body)
        elif kind == "application/x-www-form-urlencoded":
            args.values = _read_form(body)
    if request.query_string:
        args.values = {**args.values, **request.query}
    return args


def _read_json(body: bytes) -> dict[str, str]:
    try:
        return flat(orjson.loads(body))
    except ValueError:
        return {}  # Telegram logs it and goes on without arguments


def _read_form(body: bytes) -> dict[str, str]:
    pairs = parse_qsl(body.decode(errors="replace"), keep_blank_values=True)
    return dict(reversed(pairs))


async def _read_parts(request: web.Request, args: Args) -> None:
    room = PARAMS_MAX_BYTES
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or not part.name:
            continue
        if part.filename is None:
            value = await _read_part(part, room)
            room -= len(value)
            args.values.setdefault(part.name, value.decode(errors="replace"))
        elif len(args.uploads) < UPLOADS_MAX:
            mime_type = part.headers.get(hdrs.CONTENT_TYPE, "application/octet-stream")
            # People send several files under one name.
            key = f"{part.name}#{len(args.uploads)}" if part.name in args.uploads else part.name
            args.uploads[key] = Upload(part.filename, mime_type, await _read_part(part, UPLOAD_MAX_BYTES))


async def _read_part(part: BodyPartReader, room: int) -> bytes:
    data = bytearray()
    while chunk := await part.read_chunk(1 << 16):
        data += chunk
        if len(data) > room:
            raise Refusal(413, "Request Entity Too Large")
    return bytes(data)
