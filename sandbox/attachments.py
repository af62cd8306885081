"""Files in messages: uploads, attach:// and file ids, captions, InputMedia."""

from typing import Any

from sandbox import markup
from sandbox.calls import Call
from sandbox.errors import Refusal, bad
from sandbox.markup import Formatted
from sandbox.posting import Content
from sandbox.requests import Args, Upload

CAPTION_MAX = 1024
KINDS = {"photo", "video", "document"}
SIZES = {"voice": ("duration",), "video": ("width", "height", "duration"), "video_note": ("length", "duration")}
FLAGS = {"has_spoiler": "has_media_spoiler", "show_caption_above_media": "show_caption_above_media"}


def given_file(args: Args, value: str, field: str = "") -> Upload | str | None:
    """What a value means: an upload, or a file id; None when there is nothing."""
    if value.startswith("attach://"):
        return args.uploads.get(value.removeprefix("attach://"))
    return value or args.uploads.get(field)


async def content_of(call: Call, kind: str, file: Upload | str, options: dict[str, Any]) -> Content:
    """The fields of a message with this file. Raises Telegram's refusals."""
    if isinstance(file, str) and "://" in file:
        raise bad("failed to get HTTP URL content")  # the sandbox never leaves this machine
    files, bot_id = call.world.files, call.bot.id
    flags = {ours: True for name, ours in FLAGS.items() if str(options.get(name, "")).lower() in ("true", "1")}
    if kind == "photo":
        number = files.number_of(bot_id, file, kind) if isinstance(file, str) else (await files.add_photo(file))[0]
        return {"photo": files.photo(bot_id, number), **flags}
    number = files.number_of(bot_id, file, kind) if isinstance(file, str) else await files.add(kind, file)
    shown = files.object(bot_id, number)
    measured = {name: _whole(options.get(name)) for name in SIZES.get(kind, ())}
    return {kind: {**measured, **shown}, **flags}


def caption_of(caption: Formatted, too_long: str) -> Content:
    """A caption's fields; raises `too_long` over 1024 letters."""
    if len(caption.text) > CAPTION_MAX:
        raise bad(too_long)
    return caption.fields(caption=True)


def read_item(args: Args, item: Any, allowed: set[str]) -> tuple[str, Upload | str, Formatted]:
    """One InputMedia: its kind, file and caption."""
    prefix = "can't parse InputMedia"
    if not isinstance(item, dict):
        raise bad(f"{prefix}: expected an Object")
    kind = item.get("type")
    if not isinstance(kind, str):
        raise bad(f'{prefix}: Can\'t find field "type"')
    if kind in ("animation", "audio", "live_photo") and kind not in allowed:
        if kind == "animation":
            raise bad(f'{prefix}: type "{kind}" can\'t be used in sendMediaGroup')
        raise Refusal(501, f"Not Implemented: media of type {kind} is not in the sandbox")
    if kind not in allowed:
        raise bad(f"{prefix}: type must be one of photo, document, video")
    file = given_file(args, str(item.get("media", "")))
    if file is None:
        raise bad(f"{prefix}: media not found")
    caption = markup.formatted(
        str(item.get("caption") or ""),
        str(item.get("parse_mode") or ""),
        item.get("caption_entities"),
        required=False,
    )
    return kind, file, caption


def _whole(value: Any) -> int:
    try:
        return int(value or 0)
    except (TypeError, ValueError):
        return 0
