"""Calls that steer the sandbox: faults, journal, limits. `?bot=<id>` narrows each to one bot."""

from typing import Any

from aiohttp import web

from sandbox.botside import WORLD
from sandbox.groups import migrate
from sandbox.people import answer, json_body, picked_bot
from sandbox.speaking import Impossible
from sandbox.world import Bot

JOURNAL_LIMIT = 1_000
routes = web.RouteTableDef()


def _bot_id(request: web.Request) -> int | None:
    wanted = request.query.get("bot", "")
    return int(wanted) if wanted.isdecimal() else None


@routes.post("/faults")
async def order_fault(request: web.Request) -> web.Response:
    """Something goes wrong from now on; see faults.py."""
    body = await json_body(request)
    if body.get("kind") == "migrate":
        return answer({"migrate_to_chat_id": migrate(_group_bot(request, body), int(body.get("chat_id", 0)))})
    if "kind" not in body:
        raise Impossible("kind is missing")
    request.app[WORLD].faults.order(body, _bot_id(request))
    return answer({"ok": True})


@routes.delete("/faults")
async def end_faults(request: web.Request) -> web.Response:
    """Nothing goes wrong any more."""
    world, bot_id = request.app[WORLD], _bot_id(request)
    world.faults.end(bot_id)
    return answer({"ok": True})


@routes.get("/journal")
async def read_journal(request: web.Request) -> web.Response:
    """The bots' calls after number `after`, at most `limit` (1,000)."""
    after, limit = int(request.query.get("after", 0)), int(request.query.get("limit", JOURNAL_LIMIT))
    return answer(request.app[WORLD].journal.since(after, limit, _bot_id(request)))


@routes.get("/limits")
async def read_limits(request: web.Request) -> web.Response:
    """One bot's violations and highest numbers, or those of all bots together."""
    world, bot_id = request.app[WORLD], _bot_id(request)
    bots = [world.bot(bot_id)] if bot_id else list(world.bots.values())
    reports = [bot.pace.report() for bot in bots]
    together: dict[str, Any] = {"limits": world.rules.shown(), "violations": [], "counts": {}, "highest": {}}
    for report in reports:
        together["violations"] += report["violations"]
        for rule, count in report["counts"].items():
            together["counts"][rule] = together["counts"].get(rule, 0) + count
        for rule, most in report["highest"].items():
            together["highest"][rule] = max(together["highest"].get(rule, 0), most)
        together["limits"] = report["limits"] if bot_id else together["limits"]
    return answer(together)


@routes.post("/limits")
async def set_limits(request: web.Request) -> web.Response:
    """Change the limits of one bot, or of all, those to come too."""
    world, bot_id = request.app[WORLD], _bot_id(request)
    body = await json_body(request)
    rules = (
        [world.bot(bot_id).pace.rules] if bot_id else [world.rules, *(bot.pace.rules for bot in world.bots.values())]
    )
    for each in rules:
        each.change(body)
    return answer(rules[0].shown())


@routes.get("/bots")
async def list_bots(request: web.Request) -> web.Response:
    """The bots that have called, with what a phone shows of them."""
    return answer([_shown(bot) for bot in request.app[WORLD].bots.values()])


@routes.get("/shortcuts")
async def list_shortcuts(request: web.Request) -> web.Response:
    """Labels and the texts that they send."""
    return answer([{"label": label, "text": text} for label, text in request.app[WORLD].shortcuts.items()])


def _group_bot(request: web.Request, body: dict[str, Any]) -> Bot:
    chat_id = int(body.get("chat_id", 0))
    having = [bot for bot in request.app[WORLD].bots.values() if chat_id in bot.chats]
    return having[0] if len(having) == 1 else picked_bot(request)


def _shown(bot: Bot) -> dict[str, Any]:
    lists = {key: value for key, value in bot.profile.items() if key.startswith("commands:")}
    # As a phone does: the list for private chats goes before the general one.
    best = sorted(lists, key=lambda key: ("all_private_chats" not in key, ":default:" not in key, key))
    return {
        **bot.user(),
        "commands": lists[best[0]] if best else [],
        "description": bot.profile.get("description:", ""),
    }
