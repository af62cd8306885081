"""The people side: whoever plays the people, whether a test, a load generator or the chat page, uses these calls.

Several bots: `?bot=<id>` picks one. Groups: `chat_id`, in the body or the query, picks one of the person's groups.
What a person can't do answers {"error": ...} with 400, 403, 404 or 409.
"""

import asyncio
import time
from typing import Any

import orjson
from aiohttp import web

from sandbox.botside import WORLD
from sandbox.chats import Chat
from sandbox.groups import add_group, set_blocked
from sandbox.inline import chosen_content
from sandbox.requests import Args, read_args
from sandbox.speaking import Impossible, say, say_args
from sandbox.taps import ask, tap
from sandbox.world import Bot, World

WAIT_MAX_SECONDS = 60.0
HEARTBEAT_SECONDS = 15.0
INLINE_WINDOW_SECONDS = 30.0
routes = web.RouteTableDef()
Json = dict[str, Any]


def answer(value: Any) -> web.Response:
    """A JSON answer."""
    return web.Response(body=orjson.dumps(value), content_type="application/json")


async def json_body(request: web.Request) -> Json:
    """The request's JSON object; raises Impossible."""
    try:
        body = orjson.loads(await request.read() or b"{}")
    except ValueError:
        raise Impossible("this is no JSON") from None
    if not isinstance(body, dict):
        raise Impossible("a JSON object is expected")
    return body


def picked_bot(request: web.Request) -> Bot:
    """The bot of `?bot=`, or the only one."""
    world, wanted = request.app[WORLD], request.query.get("bot", "")
    if wanted.isdecimal():
        return world.bot(int(wanted))
    if len(world.bots) != 1:
        raise Impossible("no bot has called yet" if not world.bots else "several bots: pick one with ?bot=<id>", 409)
    return next(iter(world.bots.values()))


class Place:
    """Who speaks to which bot in which chat."""

    def __init__(self, request: web.Request, chat_id: Any = None) -> None:
        self.world: World = request.app[WORLD]
        number = request.match_info["id"]
        if not number.isdecimal() or int(number) not in self.world.people:
            raise Impossible("there is no such person", 404)
        self.person = self.world.people[int(number)]
        self.bot = picked_bot(request)
        self.chat = self._chat(int(chat_id or request.query.get("chat_id") or 0))

    def _chat(self, chat_id: int) -> Chat:
        if chat_id in (0, self.person["id"]):
            return self.world.private_chat(self.bot, self.person["id"])
        chat = self.bot.chats.get(chat_id)
        if chat is None or self.person["id"] not in chat.members:
            raise Impossible("this person is in no such chat", 404)
        return self.bot.chats[chat.migrated_to] if chat.migrated_to else chat


@routes.post("/people")
async def add_person(request: web.Request) -> web.Response:
    """A new person."""
    return answer(request.app[WORLD].add_person(await json_body(request)))


@routes.get("/people")
async def list_people(request: web.Request) -> web.Response:
    """All of them."""
    return answer(list(request.app[WORLD].people.values()))


@routes.post("/groups")
async def new_group(request: web.Request) -> web.Response:
    """{title, members, type?}: a new group with the bot in it."""
    body = await json_body(request)
    members = [int(member) for member in body.get("members", [])]
    chat = add_group(request.app[WORLD], picked_bot(request), str(body.get("title") or "Grup"), members, body)
    return answer(chat.info)


@routes.post("/people/{id}/messages")
async def write(request: web.Request) -> web.Response:
    """The person writes."""
    args: Args = await read_args(request)
    place = Place(request, args.text("chat_id"))
    messages = await say_args(place.world, place.bot, place.chat, place.person, args)
    return answer({"messages": messages})


@routes.post("/people/{id}/taps")
async def press(request: web.Request) -> web.Response:
    """The person presses a button."""
    body = await json_body(request)
    place = Place(request, body.get("chat_id"))
    return answer(await tap(place.bot, place.chat, place.person, body))


@routes.post("/people/{id}/inline")
async def ask_inline(request: web.Request) -> web.Response:
    """The person types "@bot query" somewhere."""
    body = await json_body(request)
    place = Place(request)
    text = str(body.get("query", ""))
    query = {"from": place.person, "query": text, "offset": str(body.get("offset", "")), "chat_type": "sender"}
    wait = INLINE_WINDOW_SECONDS
    found = await ask(place.bot, "inline_query", query, place.person["id"], wait, wait)
    for result in (found or {}).get("results", []):
        place.bot.inline_results[place.person["id"], result["id"]] = {**result, "query": text}
    return answer(found or {"results": []})


@routes.post("/people/{id}/inline/{result_id}")
async def choose_inline(request: web.Request) -> web.Response:
    """The person sends one of the results."""
    place = Place(request, (await json_body(request)).get("chat_id"))
    result = place.bot.inline_results.get((place.person["id"], request.match_info["result_id"]))
    if result is None:
        raise Impossible("there is no such result", 404)
    content, keyboard = chosen_content(place.world, place.bot, result)
    message = say(place.bot, place.chat, place.person, content)
    place.chat.put(message, keyboard)
    chosen = {"result_id": result["id"], "from": place.person, "query": result["query"]}
    place.bot.updates.add("chosen_inline_result", chosen, place.person["id"])
    return answer({"messages": [message]})


@routes.post("/people/{id}/blocks")
async def block(request: web.Request) -> web.Response:
    """{blocked}: the person blocks the bot, or no longer does."""
    body = await json_body(request)
    place = Place(request)
    set_blocked(place.bot, place.chat, place.person, bool(body.get("blocked")))
    return answer({"blocked": place.chat.blocked})


@routes.post("/people/{id}/updates")
async def inject(request: web.Request) -> web.Response:
    """Give the bot a raw update just as it is: repeated, late or hostile."""
    return answer({"update_id": Place(request).bot.updates.inject(await json_body(request))})


@routes.get("/people/{id}/chat")
async def look(request: web.Request) -> web.Response:
    """The chat as the person sees it (see Chat.view); with `wait` it holds until something changes, at most 60 s."""
    place = Place(request)
    after = int(request.query.get("after", 0))
    end = time.monotonic() + min(float(request.query.get("wait", 0)), WAIT_MAX_SECONDS)
    while place.chat.seq <= after and (left := end - time.monotonic()) > 0:
        await place.chat.changed.wait(left)
    return answer(place.chat.view(after))


@routes.get("/people/{id}/events")
async def watch(request: web.Request) -> web.StreamResponse:
    """The same as server-sent events: first the whole chat, then what changes."""
    place = Place(request)
    stream = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await stream.prepare(request)
    after, changed = 0, True
    try:
        while True:
            view = place.chat.view(after)
            await stream.write(b"data: " + orjson.dumps(view) + b"\n\n" if changed else b": still here\n\n")
            after = view["seq"]
            changed = place.chat.seq > after or await place.chat.changed.wait(HEARTBEAT_SECONDS)
    except (ConnectionError, asyncio.CancelledError):
        return stream


@routes.get("/files/{file_id}")
async def show_file(request: web.Request) -> web.Response:
    """A file for the person's eyes. Only photos are shown; the rest is for saving, so that nothing of it can run."""
    found = await request.app[WORLD].files.of_id(request.match_info["file_id"])
    if found is None:
        raise Impossible("there is no such file", 404)
    data, record = found
    shown = record["kind"] != "document"
    headers = {"Cache-Control": "max-age=86400", "X-Content-Type-Options": "nosniff"}
    if not shown:
        headers["Content-Disposition"] = "attachment"
    kind = record.get("mime", "image/jpeg") if shown else "application/octet-stream"
    return web.Response(body=data, content_type=kind, headers=headers)
