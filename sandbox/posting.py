"""What every send* does, in Telegram's order of checks: reply, markup, chat, reply target, ... block, limits."""

import random
from dataclasses import dataclass
from typing import Any

from sandbox.calls import Call, check_blocked
from sandbox.chats import Chat
from sandbox.errors import bad
from sandbox.keyboards import check_data, check_private, check_size, is_inline, read_markup
from sandbox.world import now

Content = dict[str, Any]  # the fields of a Message that say what is in it


@dataclass(slots=True)
class Envelope:
    """Where a message goes and what hangs on it."""

    call: Call
    chat: Chat
    markup: dict[str, Any] | None
    replied: dict[str, Any] | None


def open_envelope(call: Call) -> Envelope:
    """Read and check what all sends share. The content has been read before; nothing is sent yet."""
    reply_to, lenient = _read_reply(call)
    markup = read_markup(call.args)
    chat = call.chat()
    if chat.is_group:
        check_private(markup)
    target = chat.messages.get(reply_to) if reply_to else None
    if reply_to and target is None and not lenient:
        raise bad("message to be replied not found")
    check_size(markup)
    replied = {key: value for key, value in target.body.items() if key != "reply_to_message"} if target else None
    return Envelope(call, chat, markup, replied)


def post(envelope: Envelope, contents: list[Content], *, counted: bool = False) -> list[dict[str, Any]]:
    """Put one message, or an album, into the chat; returns them as the bot gets them.

    `counted`: the limits know of it already.
    """
    call, chat, markup = envelope.call, envelope.chat, envelope.markup
    check_blocked(chat)
    check_data(markup)
    if not counted:
        call.bot.pace.take(chat.id, chat.is_group, len(contents))
    album = {"media_group_id": str(random.randrange(10**16, 10**17))} if len(contents) > 1 else {}
    bodies = []
    for content in contents:
        body = {
            "message_id": call.bot.next_message_id(chat),
            "from": call.bot.user(),
            "chat": chat.info,
            "date": now(),
            **({"reply_to_message": envelope.replied} if envelope.replied else {}),
            **album,
            **content,
            **({"has_protected_content": True} if call.args.flag("protect_content") else {}),
            **({"reply_markup": markup} if is_inline(markup) else {}),
        }
        chat.put(body, markup)
        bodies.append(body)
    return bodies


def _read_reply(call: Call) -> tuple[int, bool]:
    """The message to reply to (0: none), and whether it may be missing."""
    args = call.args
    if not args.values.get("reply_parameters"):
        return args.integer("reply_to_message_id"), args.flag("allow_sending_without_reply")
    wanted = args.json("reply_parameters", "reply parameters")
    if not isinstance(wanted, dict):
        raise bad("object expected as reply parameters")
    number = wanted.get("message_id", 0)
    return (
        int(number) if isinstance(number, int | str) and str(number).isdecimal() else 0,
        wanted.get("allow_sending_without_reply") is True,
    )
