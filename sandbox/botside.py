"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import socket
import struct
import time
from typing import Any

import orjson
from aiohttp import web

from sandbox.calls import Call
from sandbox.errors import Refusal, bad, too_many
from sandbox.faults import ANSWERS, Fault
from sandbox.methods import method_named
from sandbox.requests import Args, read_args
from sandbox.world import Bot, World

WORLD = web.AppKey("world", World)
SLOW_SECONDS = 5.0
HANG_SECONDS = 600.0
BAD_GATEWAY = b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n</body>\r\n</html>\r\n"


async def execute(world: World, bot: Bot, method: str, args: Args) -> Any:
    """Carry out a method, by its lower-case name; raises Refusal."""
    return await method_named(method)(Call(world, bot, args))


async def bot_call(request: web.Request) -> web.StreamResponse:
    """One call of a bot."""
    if request.method not in ("GET", "POST"):
        return web.Response(status=501)
    world = request.app[WORLD]
    try:
        bot = world.bot_of(request.match_info["token"])
        args = await read_args(request)
    except Refusal as refusal:
        return _refused(refusal)
    except ValueError:  # a broken multipart body
        return _refused(bad("can't parse the request"))
    except ConnectionError:  # the bot died while it was asking
        return web.Response(status=400)  # goes nowhere
    method = (request.match_info["method"] or args.text("method")).lower()
    fault = world.faults.due(bot.id, method, args.text("chat_id"))
    return await _Exchange(request, world, bot, method, args, fault).run()


async def download(request: web.Request) -> web.Response:
    """What getFile told the path of."""
    world = request.app[WORLD]
    try:
        world.bot_of(request.match_info["token"])
    except Refusal as refusal:
        return _refused(refusal)
    data = await world.files.at_path(request.match_info["path"])
    if data is None:
        return _refused(Refusal(404, "Not Found"))
    return web.Response(body=data, content_type="application/octet-stream")


class _Exchange:
    """A call and its answer, with what goes wrong on order."""

    def __init__(
        self, request: web.Request, world: World, bot: Bot, method: str, args: Args, fault: Fault | None
    ) -> None:
        self.request = request
        self.world = world
        self.bot = bot
        self.method = method
        self.args = args
        self.fault = fault
        self.kind = fault.kind if fault else ""

    async def run(self) -> web.StreamResponse:
        if self.kind in ("hang_before", "reset"):
            await self._record(accepted=False, status=0, error=self.kind)
            return await self._break_off()
        try:
            if self.kind == "slow" and self.fault:
                await asyncio.sleep(SLOW_SECONDS if self.fault.seconds is None else self.fault.seconds)
            self._refuse_on_order()
            result = await execute(self.world, self.bot, self.method, self.args)
        except Refusal as refusal:
            await self._record(accepted=False, status=refusal.code, error=refusal.description)
            return web.Response(body=BAD_GATEWAY, status=502) if self.kind == "502" else _refused(refusal)
        lost = self.kind in ("hang_after", "truncated")
        await self._record(accepted=True, status=0 if lost else 200, error=None)
        if self.kind == "hang_after":
            return await self._break_off()
        answer = _accepted(result)
        return await self._cut(answer) if self.kind == "truncated" else answer

    def _refuse_on_order(self) -> None:
        fault = self.fault
        if self.kind == "429" and fault:
            chat_id = fault.chat_id
            self.bot.pace.halt(int(chat_id) if chat_id else None, fault.retry_after)
            raise too_many(fault.retry_after)
        if self.kind == "502":
            raise Refusal(502, "Bad Gateway")
        if self.kind in ANSWERS:
            raise Refusal(*ANSWERS[self.kind])

    async def _record(self, accepted: bool, status: int, error: str | None) -> None:
        """Into the journal; returns when that and all that the call did is kept."""
        chat_id = self.args.text("chat_id")
        self.world.journal.add(self.bot.id, self.method, chat_id, self.args.shown(), accepted, status, error)
        await self.world.settled()

    async def _break_off(self) -> web.StreamResponse:
        """No answer: wait until the client gives up, or break the connection now."""
        transport = self.request.transport
        if self.kind == "reset" and transport:
            raw = transport.get_extra_info("socket")
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        elif self.fault:
            end = time.monotonic() + (self.fault.seconds or HANG_SECONDS)
            while self.request.transport and time.monotonic() < end:  # noqa: ASYNC110 - aiohttp has no event
                await asyncio.sleep(0.1)
        if self.request.transport:
            self.request.transport.abort()
        return web.Response(status=500)  # goes nowhere

    async def _cut(self, answer: web.Response) -> web.StreamResponse:
        """The headers and half of the body."""
        body = bytes(answer.body) if isinstance(answer.body, bytes) else b""
        half = web.StreamResponse(headers={"Content-Length": str(len(body)), "Content-Type": "application/json"})
        await half.prepare(self.request)
        await half.write(body[: len(body) // 2])
        if self.request.transport:
            self.request.transport.close()
        return half


def _accepted(result: Any) -> web.Response:
    answer = {"ok": True, "result": result}
    if isinstance(result, tuple):
        answer = {"ok": True, "result": result[0], "description": result[1]}
    return web.Response(body=orjson.dumps(answer), content_type="application/json")


def _refused(refusal: Refusal) -> web.Response:
    answer: dict[str, Any] = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    headers = {}
    if refusal.parameters:
        answer["parameters"] = refusal.parameters
    if "retry_after" in refusal.parameters:
        headers["Retry-After"] = str(refusal.parameters["retry_after"])
    body = orjson.dumps(answer)
    return web.Response(body=body, status=refusal.code, headers=headers, content_type="application/json")
