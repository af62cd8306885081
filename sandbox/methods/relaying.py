"""Forwards and copies. The source is looked at before the target, as on Telegram."""

from typing import Any

from sandbox import markup
from sandbox.attachments import caption_of
from sandbox.calls import Call, check_blocked
from sandbox.chats import Chat, Message
from sandbox.errors import bad
from sandbox.posting import Content, Envelope, open_envelope, post

CONTENT = (
    *("text", "entities", "caption", "caption_entities", "photo", "document", "voice", "video", "video_note"),
    *("location", "contact", "link_preview_options", "has_media_spoiler", "show_caption_above_media"),
)


def content_in(message: Message) -> Content:
    """What can be relayed of a message; empty for a service message."""
    return {name: message.body[name] for name in CONTENT if name in message.body}


def origin_of(message: Message) -> dict[str, Any]:
    """The fields that say where a forward comes from; a forward of a forward keeps the first."""
    if "forward_origin" in message.body:
        return {name: value for name, value in message.body.items() if name.startswith("forward_")}
    sender, date = message.body["from"], message.body["date"]
    return {
        "forward_origin": {"type": "user", "sender_user": sender, "date": date},
        "forward_from": sender,
        "forward_date": date,
    }


async def forward_message(call: Call) -> dict[str, Any]:
    """forwardMessage"""
    message = call.source("forward")
    envelope = open_envelope(call)
    return post(envelope, [_forwarded(message)])[0]


async def copy_message(call: Call) -> dict[str, int]:
    """copyMessage: a caption that is given, even empty, replaces the old one; the old keyboard stays behind."""
    message = call.source("copy")
    content = content_in(message)
    if not content:
        raise bad("the message can't be copied")
    if "caption" in call.args.values and "text" not in content:
        caption = markup.from_args(call.args, "caption", "caption_entities", required=False)
        content = {name: value for name, value in content.items() if not name.startswith("caption")}
        content |= caption_of(caption, "message caption is too long")
    return {"message_id": post(open_envelope(call), [content])[0]["message_id"]}


async def copy_messages(call: Call) -> list[dict[str, int]]:
    """copyMessages: what can't be copied is left out."""
    numbers = call.message_ids(increasing=True)
    call.required("from_chat_id")
    source: Chat = call.chat("from_chat_id")
    found = [source.messages[number] for number in numbers if number in source.messages]
    contents = [content for message in found if (content := content_in(message))]
    chat = call.chat()
    if not contents:
        raise bad("there are no messages to forward")
    check_blocked(chat)
    call.bot.pace.take(chat.id, chat.is_group, len(contents))
    bodies = []
    for content in contents:
        if call.args.flag("remove_caption"):
            content = {name: value for name, value in content.items() if not name.startswith("caption")}
        bodies += post(Envelope(call, chat, None, None), [content], counted=True)
    return [{"message_id": body["message_id"]} for body in bodies]


def _forwarded(message: Message) -> Content:
    content = content_in(message)
    if not content:
        raise bad("the message can't be forwarded")
    if message.body.get("has_protected_content"):
        raise bad("message has protected content and can't be forwarded")
    return {**origin_of(message), **content}
