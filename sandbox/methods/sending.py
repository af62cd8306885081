"""Methods that send a message, or an album."""

from typing import Any

from sandbox import markup
from sandbox.attachments import KINDS, caption_of, content_of, given_file, read_item
from sandbox.calls import Call, check_blocked
from sandbox.errors import Refusal, bad
from sandbox.posting import open_envelope, post

TEXT_MAX = 4096
ALBUM_MAX = 10
ACTIONS = {
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "record_audio"),
    *("upload_audio", "upload_document", "find_location", "pick_up_location", "choose_sticker", "record_video_note"),
    "upload_video_note",
}


async def send_message(call: Call) -> dict[str, Any]:
    """sendMessage"""
    text = markup.from_args(call.args, "text", "entities", required=True)
    preview = _preview(call)
    envelope = open_envelope(call)
    if len(text.text) > TEXT_MAX:
        raise bad("message is too long")
    return post(envelope, [{**text.fields(), **preview}])[0]


async def send_photo(call: Call) -> dict[str, Any]:
    """sendPhoto"""
    return await _send_file(call, "photo")


async def send_document(call: Call) -> dict[str, Any]:
    """sendDocument"""
    return await _send_file(call, "document")


async def send_voice(call: Call) -> dict[str, Any]:
    """sendVoice"""
    return await _send_file(call, "voice")


async def send_video(call: Call) -> dict[str, Any]:
    """sendVideo"""
    return await _send_file(call, "video")


async def send_video_note(call: Call) -> dict[str, Any]:
    """sendVideoNote: a round video, which has no caption."""
    file = given_file(call.args, call.args.text("video_note"), "video_note")
    if file is None:
        raise bad("there is no video_note in the request")
    envelope = open_envelope(call)
    return post(envelope, [await content_of(call, "video_note", file, call.args.values)])[0]


async def send_media_group(call: Call) -> list[dict[str, Any]]:
    """sendMediaGroup: all of it or an error."""
    call.required("media")
    items = call.args.json("media")
    if not isinstance(items, list):
        raise bad("expected an Array of InputMedia")
    read = [read_item(call.args, item, KINDS) for item in items]
    if not read:
        raise bad("there are no messages to send")
    if len(read) > ALBUM_MAX:
        raise bad("too many messages to send as an album")
    kinds = {kind for kind, _, _ in read}
    if "document" in kinds and len(kinds) > 1:
        raise bad("can't use the media of the specified type in the album")
    call.args.values.pop("reply_markup", None)
    envelope = open_envelope(call)
    contents = []
    for number, (item, (kind, file, caption)) in enumerate(zip(items, read, strict=True), 1):
        fields = caption_of(caption, "message caption is too long")
        try:
            content = await content_of(call, kind, file, item)
        except Refusal as refusal:
            if len(read) == 1:
                raise
            raw = refusal.description.removeprefix("Bad Request: ")
            raise bad(f'failed to send message #{number} with the error message "{raw}"') from None
        contents.append({**content, **fields})
    return post(envelope, contents)


async def send_location(call: Call) -> dict[str, Any]:
    """sendLocation"""
    for field in ("latitude", "longitude"):
        if call.args.number(field) is None:
            raise bad(f"{field} is empty")
    place = {field: call.args.number(field) for field in ("latitude", "longitude")}
    return post(open_envelope(call), [{"location": place}])[0]


async def send_contact(call: Call) -> dict[str, Any]:
    """sendContact"""
    contact = {field: call.required(field) for field in ("phone_number", "first_name")}
    contact |= {field: call.args.text(field) for field in ("last_name", "vcard") if call.args.text(field)}
    return post(open_envelope(call), [{"contact": contact}])[0]


async def send_chat_action(call: Call) -> bool:
    """sendChatAction"""
    chat = call.chat()
    action = call.args.text("action").lower()
    if action not in ACTIONS:
        raise bad("wrong parameter action in request")
    check_blocked(chat)
    chat.act(action)
    return True


async def _send_file(call: Call, kind: str) -> dict[str, Any]:
    file = given_file(call.args, call.args.text(kind), kind)
    if file is None:
        raise bad(f"there is no {kind} in the request")
    caption = markup.from_args(call.args, "caption", "caption_entities", required=False)
    envelope = open_envelope(call)
    caption_fields = caption_of(caption, "message caption is too long")
    content = await content_of(call, kind, file, call.args.values)
    return post(envelope, [{**content, **caption_fields}])[0]


def _preview(call: Call) -> dict[str, Any]:
    """link_preview_options, which a message carries along."""
    options = call.args.json("link_preview_options", "link preview options")
    return {"link_preview_options": options} if isinstance(options, dict) and options else {}
