"""What people write, and what of it the bot gets to see."""

import random
from typing import Any

from sandbox import markup
from sandbox.chats import Chat
from sandbox.methods.relaying import CONTENT, content_in, origin_of
from sandbox.requests import Args
from sandbox.world import Bot, World, now

TEXT_MAX, CAPTION_MAX = 4096, 1024
PHOTOS_MAX = 10
MEASURES = {
    "voice": {"duration": 3},
    "video": {"width": 320, "height": 240, "duration": 3},
    "video_note": {"length": 240, "duration": 3},
}
Json = dict[str, Any]


class Impossible(Exception):  # noqa: N818 - an answer to whoever plays the person
    """What a person can't do here, with an HTTP status."""

    def __init__(self, reason: str, status: int = 400) -> None:
        super().__init__(reason)
        self.status = status


def say(bot: Bot, chat: Chat, person: Json, content: Json, reply_to: int = 0) -> Json:
    """Put a person's message into a chat and tell the bot, if it may see it. Raises Impossible."""
    if chat.blocked:
        raise Impossible("this person has blocked the bot", 409)
    if person["id"] not in chat.members:
        raise Impossible("this person is not in that chat", 403)
    if not chat.open:
        chat.open = True
        chat.keep()
    replied = chat.messages.get(reply_to)
    if reply_to and replied is None:
        raise Impossible("there is no message to reply to", 404)
    shown = {key: value for key, value in replied.body.items() if key != "reply_to_message"} if replied else None
    body = {
        "message_id": bot.next_message_id(chat),
        "from": person,
        "chat": chat.info,
        "date": now(),
        **({"reply_to_message": shown} if shown else {}),
        **content,
    }
    chat.put(body)
    if not chat.is_group or _meant_for(bot, body):
        bot.updates.add("message", body, chat.id)
    return body


async def say_args(world: World, bot: Bot, chat: Chat, person: Json, args: Args) -> list[Json]:
    """One message, or an album, as the people side's request tells it. Raises Impossible and Refusal."""
    reply_to = args.integer("reply_to")
    if args.uploads:
        contents = await _uploaded(world, bot, args)
    else:
        content = _content(chat, person, args)
        contents = [content]
        if "contact" in content and (chat.keyboard or {}).get("message_id") in chat.messages:
            reply_to = reply_to or (chat.keyboard or {})["message_id"]
    return [say(bot, chat, person, content, reply_to) for content in contents]


def text_content(text: str) -> Json:
    """The fields of a text that a person types; raises Impossible when it is empty or too long."""
    written = markup.plain(text)
    if not 1 <= len(written.text) <= TEXT_MAX:
        raise Impossible(f"a text has 1 to {TEXT_MAX} letters")
    return written.fields()


def _content(chat: Chat, person: Json, args: Args) -> Json:
    if args.text("text"):
        return text_content(args.text("text"))
    contact, location = args.json("contact"), args.json("location")
    if contact is True:
        return {"contact": {**own_contact(person), "user_id": person["id"]}}
    if isinstance(contact, dict) and contact.get("phone_number") and contact.get("first_name"):
        return {"contact": contact}
    if isinstance(location, dict):
        return {"location": {name: float(location[name]) for name in ("latitude", "longitude")}}
    message = chat.messages.get(args.integer("forward"))
    if message is None or not content_in(message):
        raise Impossible("text, contact, location, forward or a file is missing, or can't be found")
    return {**origin_of(message), **content_in(message)}


def own_contact(person: Json) -> Json:
    """A person's own contact; the number follows from the id."""
    names: Json = {name: person[name] for name in ("first_name", "last_name") if name in person}
    return {"phone_number": f"62812{person['id'] % 10**8:08}", **names}


async def _uploaded(world: World, bot: Bot, args: Args) -> list[Json]:
    caption = markup.plain(args.text("caption"))
    if len(caption.text) > CAPTION_MAX:
        raise Impossible(f"a caption has at most {CAPTION_MAX} letters")
    photos = [upload for name, upload in args.uploads.items() if name.startswith("photo")]
    if not photos:
        kind, upload = next(iter(args.uploads.items()))
        if kind not in ("document", "voice", "video", "video_note"):
            raise Impossible("files are called photo, document, voice, video or video_note")
        number = await world.files.add(kind, upload)
        extra = MEASURES.get(kind, {})
        return [{kind: {**extra, **world.files.object(bot.id, number)}, **caption.fields(caption=True)}]
    if len(photos) > PHOTOS_MAX:
        raise Impossible(f"an album has at most {PHOTOS_MAX} photos")
    numbers = [(await world.files.add_photo(photo))[0] for photo in photos]
    contents: list[Json] = [{"photo": world.files.photo(bot.id, number)} for number in numbers]
    contents[0] |= caption.fields(caption=True)
    if len(contents) > 1:
        album = str(random.randrange(10**16, 10**17))
        contents = [{"media_group_id": album, **content} for content in contents]
    return contents


def _meant_for(bot: Bot, body: Json) -> bool:
    """Privacy mode in groups: commands, replies to the bot, messages by way of it, service messages."""
    if body.get("reply_to_message", {}).get("from", {}).get("id") == bot.id:
        return True
    if body.get("via_bot", {}).get("id") == bot.id or not content_in_body(body):
        return True
    first: Json = next(iter(body.get("entities", [])), {})
    if first.get("type") != "bot_command" or first["offset"] != 0:
        return False
    _, _, name = body["text"][: first["length"]].partition("@")
    return name.lower() in ("", bot.username.lower())


def content_in_body(body: Json) -> bool:
    """Whether a message is more than a service message."""
    return any(kind in body for kind in CONTENT)
