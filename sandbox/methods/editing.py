"""Edits and deletions."""

import time
from typing import Any

from sandbox import markup
from sandbox.attachments import KINDS, caption_of, content_of, read_item
from sandbox.calls import Call, check_blocked
from sandbox.chats import Chat, Message
from sandbox.errors import Refusal, bad
from sandbox.keyboards import check_data, check_size, is_inline, read_markup
from sandbox.methods.sending import TEXT_MAX
from sandbox.posting import Content

MEDIA = ("photo", "document", "video", "voice")
DELETE_WITHIN = 2 * 86_400


async def edit_message_text(call: Call) -> dict[str, Any]:
    """editMessageText"""
    text = markup.from_args(call.args, "text", "entities", required=True)
    target = _find(call)
    if "text" not in target.message.body:
        raise bad("there is no text in the message to edit")
    if len(text.text) > TEXT_MAX:
        raise bad("MESSAGE_TOO_LONG")
    return target.change(text.fields(), dropped=("text", "entities"))


async def edit_message_caption(call: Call) -> dict[str, Any]:
    """editMessageCaption"""
    caption = markup.from_args(call.args, "caption", "caption_entities", required=False)
    target = _find(call)
    if not any(kind in target.message.body for kind in MEDIA):
        raise bad("there is no caption in the message to edit")
    fields = caption_of(caption, "MEDIA_CAPTION_TOO_LONG")
    return target.change(fields, dropped=("caption", "caption_entities"))


async def edit_message_media(call: Call) -> dict[str, Any]:
    """editMessageMedia"""
    call.required("media")
    item = call.args.json("media", "input media")
    kind, file, caption = read_item(call.args, item, KINDS)
    target = _find(call)
    body = target.message.body
    if not any(name in body for name in ("text", *MEDIA)) or "voice" in body:
        raise bad("message media can't be edited")
    if "media_group_id" in body and ("document" in body) != (kind == "document"):
        raise bad("can't change media type in the album")
    fields = caption_of(caption, "MEDIA_CAPTION_TOO_LONG")
    content = await content_of(call, kind, file, item)
    dropped = ("text", "entities", "caption", "caption_entities", "has_media_spoiler", *MEDIA)
    return target.change({**content, **fields}, dropped)


async def edit_message_reply_markup(call: Call) -> dict[str, Any]:
    """editMessageReplyMarkup"""
    return _find(call).change({}, dropped=())


async def delete_message(call: Call) -> bool:
    """deleteMessage"""
    if not call.args.text("chat_id"):
        raise bad("chat identifier is not specified")
    chat = call.chat()
    number = call.args.integer("message_id")
    if not number:
        raise bad("message identifier is not specified")
    message = chat.messages.get(number)
    if message is None:
        raise bad("message to delete not found")
    _check_deletable(call, chat, message)
    chat.remove(number)
    return True


async def delete_messages(call: Call) -> bool:
    """deleteMessages: unknown ones are skipped."""
    if not call.args.text("chat_id"):
        raise bad("chat identifier is not specified")
    chat = call.chat()
    found = [number for number in call.message_ids(increasing=False) if number in chat.messages]
    for number in found:
        _check_deletable(call, chat, chat.messages[number])
    for number in found:
        chat.remove(number)
    return True


class _Target:
    """A message that may be edited, and its new keyboard."""

    def __init__(self, chat: Chat, message: Message, new_markup: dict[str, Any] | None) -> None:
        self.chat = chat
        self.message = message
        self._markup = new_markup

    def change(self, content: Content, dropped: tuple[str, ...]) -> dict[str, Any]:
        """Put the new content in place of the dropped fields; without a keyboard the old one goes too."""
        if self._markup is not None and not is_inline(self._markup):
            raise bad("inline keyboard expected")
        check_blocked(self.chat)
        check_size(self._markup)
        check_data(self._markup)
        old = self.message.body
        kept = {name: value for name, value in old.items() if name not in (*dropped, "reply_markup")}
        body = {**kept, **content, **({"reply_markup": self._markup} if self._markup else {})}
        if body == old:
            raise bad(
                "message is not modified: specified new message content and reply markup are exactly the same "
                "as a current content and reply markup of the message"
            )
        body["edit_date"] = int(time.time())
        self.chat.put(body, self._markup)
        return {name: value for name, value in body.items() if name != "reply_to_message"}


def _find(call: Call) -> _Target:
    new_markup = read_markup(call.args)
    args = call.args
    if args.text("inline_message_id"):
        raise Refusal(501, "Not Implemented: inline_message_id is not in the sandbox")
    number = args.integer("message_id")
    if not args.text("chat_id") or not number:
        raise bad("message identifier is not specified")
    chat = call.chat()
    message = chat.messages.get(number)
    if message is None:
        raise bad("message to edit not found")
    body = message.body
    foreign = body["from"]["id"] != call.bot.id and body.get("via_bot", {}).get("id") != call.bot.id
    if foreign or "forward_origin" in body or (message.markup and not is_inline(message.markup)):
        raise bad("message can't be edited")
    return _Target(chat, message, new_markup)


def _check_deletable(call: Call, chat: Chat, message: Message) -> None:
    if chat.is_group and message.body["from"]["id"] != call.bot.id:
        raise bad("message can't be deleted")  # the bot is no administrator here
    if chat.kind != "supergroup" and message.body["date"] < time.time() - DELETE_WITHIN:
        raise bad("message can't be deleted for everyone")
