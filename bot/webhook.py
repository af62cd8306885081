"""Updates come in here when Telegram brings them: stored in the inbox, and only then answered with 200.

Any number of these may stand behind a load balancer, which also sees to TLS. What was not stored is not lost: Telegram
brings an update that was not taken again, for a day; one that was stored twice is one.
"""

import asyncio
import hmac

import orjson
import structlog
from aiogram.exceptions import TelegramAPIError
from aiohttp import web

from bot.intake import PAUSE_SECONDS, WANTED, Intake

log = structlog.get_logger()
HEADER = "X-Telegram-Bot-Api-Secret-Token"
MOST_BYTES = 2**20  # an update has some thousands
CONNECTIONS = 40
# Whoever opens a connection and doesn't go on is not waited for; a proxy may keep one open for the next update.
QUIET_SECONDS = 120.0
BODY_SECONDS = 30.0


class Receiver:
    """A small HTTP server that takes updates from those who know the secret."""

    def __init__(self, intake: Intake, url: str, secret: str, host: str, port: int) -> None:
        self.intake, self.url, self.host, self.port = intake, url, host, port
        self.secret = secret

    async def run(self) -> None:
        """Serve until cancelled; requests under way are answered first."""
        app = web.Application(client_max_size=MOST_BYTES)
        app.router.add_post("/{path:.*}", self._take)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=5.0, keepalive_timeout=QUIET_SECONDS)
        await runner.setup()
        try:
            await web.TCPSite(runner, self.host, self.port).start()
            await self._call_for_updates()
            await asyncio.Event().wait()  # for ever
        finally:
            await runner.cleanup()

    async def _call_for_updates(self) -> None:
        """Tell Telegram where we are. It stays so when we stop: there may be others, and what comes meanwhile waits."""
        while True:
            try:
                await self.intake.bot.set_webhook(
                    self.url, secret_token=self.secret, allowed_updates=WANTED, max_connections=CONNECTIONS
                )
            except TelegramAPIError as trouble:
                log.warning("telegram does not take our address yet", trouble=str(trouble))
                await asyncio.sleep(PAUSE_SECONDS)
            else:
                return

    async def _take(self, request: web.Request) -> web.Response:
        told = request.headers.get(HEADER, "")
        if not hmac.compare_digest(told.encode(errors="replace"), self.secret.encode()):
            return web.Response(status=401)
        try:
            async with asyncio.timeout(BODY_SECONDS):
                update = orjson.loads(await request.read())
            int(update["update_id"])
        except TimeoutError:
            return web.Response(status=408)
        except (ValueError, TypeError, KeyError):
            log.warning("what came is no update")
            return web.Response(status=400)
        try:
            await self.intake.store([update])
        except Exception:
            # Telegram keeps it and brings it again.
            log.exception("an update could not be stored")
            return web.Response(status=503)
        return web.Response()
