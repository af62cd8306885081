"""Where the parts meet, and nowhere else: one Lapak is one bot with its database, in one process."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import orjson
import structlog
from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError, TelegramServerError
from aiogram.types import BotCommand
from telegram.ext import ExtBot

from bot.announcing import Announcer
from bot.clock import Ticker
from bot.copies import FOLDER_NAME
from bot.delivery import Delivery
from bot.intake import Intake
from bot.kept_budget import KeptBudget
from bot.leases import Alone, Lease, Right, Work
from bot.pacing import Budget, NoticePacing, ReplyPacing
from bot.photoshelf import PhotoShelf
from bot.settings import Settings
from bot.shared_budget import SharedBudget
from bot.switchboard import Switchboard
from bot.telegram_request import AiohttpRequest
from bot.telegram_session import TelegramSession
from bot.times import Clock
from bot.turns import Parts
from bot.webhook import Receiver
from bot.worker import Worker
from handlers import ROUTERS
from handlers.parts import MoveClock
from locales import LANGUAGES, words_in
from models.database import Database, DatabaseAway, passes_by
from models.migrations import migrate
from models.waking import INBOX, OUTBOX, woken
from shop.reminders import wake_up

log = structlog.get_logger()
REPLY_TIMEOUT_SECONDS = 20
COMMANDS = ("start", "lapak", "hariini", "pesanan", "bantuan", "bahasa", "berhenti", "privasi", "dataku", "hapus", "id")


class Lapak:
    """A running bot: intake, turns, delivery, announcer and clock on one database.

    On PostgreSQL there may be several. Turns are taken in each of them, the outbox, the clock and polling in one at a
    time. One that `only_works` leaves it to others to take updates in.
    """

    def __init__(
        self, settings: Settings, clock: Clock, budget: Budget | None = None, *, only_works: bool = False
    ) -> None:
        if settings.bot_token is None:
            raise ValueError("a Lapak needs a BOT_TOKEN")
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        token, api = settings.bot_token.get_secret_value(), settings.api_url.rstrip("/")
        self.settings, self.clock, self.only_works = settings, clock, only_works
        self.database = Database(settings.database_address)
        self.budget = budget or (KeptBudget if self.database.is_sqlite else SharedBudget)(self.database)
        self.polling, self.sending, self.ticking = (self._right_to(work) for work in ("poll", "send", "tick"))
        self.shelf = PhotoShelf(settings.photo_dir)
        session = TelegramSession(
            api=TelegramAPIServer.from_base(api), timeout=REPLY_TIMEOUT_SECONDS, json_loads=orjson.loads
        )
        session.middleware(ReplyPacing(self.budget))
        self.listener = Bot(token, session=session)
        request = AiohttpRequest(session.create_session)
        self.sender: ExtBot[Any] = ExtBot(
            token,
            base_url=f"{api}/bot",
            base_file_url=f"{api}/file/bot",
            request=request,
            get_updates_request=request,  # never used; by default it would be an httpx of its own
            rate_limiter=NoticePacing(self.budget),
        )
        outbox = self.sending.database
        self.delivery = Delivery(self.sender, outbox, self.shelf, clock, settings.operators)
        self.announcer = Announcer(self.sender, outbox, clock, self.budget, self.delivery.ring)
        copies, due = settings.data_dir / FOLDER_NAME, self.ticking.database
        self.ticker = Ticker(due, clock, settings.operators, copies, settings.copies_kept, self.delivery.ring)
        self.ticker.shelf = self.shelf
        self.move_clock: MoveClock | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Lapak"]:
        """Bring the schema up to date, then run until the block is left; what is under way is finished first."""
        await self._prepare_database()
        await _once_in_reach(self._learn_name)
        worker = Worker(self._parts())
        works: list[Work] = [
            worker.run,
            lambda: self.sending.hold(self.delivery.run, self.announcer.run),
            lambda: self.ticking.hold(self.ticker.run),
            self._introduce,
        ]
        if not self.only_works:
            works.append(self._taking_in(worker.ring))
        if not self.database.is_sqlite:
            works.append(lambda: self._hear(worker.ring))
        loops = [_loop(work) for work in works]
        try:
            yield self
        finally:
            for loop in loops:
                loop.cancel()
            await asyncio.gather(*loops, return_exceptions=True)
            await self.budget.close()
        await self.listener.session.close()
        self.database.close()

    def link_to(self, place: str) -> str:
        """The address that opens this bot at a place."""
        return f"https://t.me/{self.username}" + (f"?start={place}" if place else "")

    def _right_to(self, work: str) -> Right:
        return Alone(self.database) if self.database.is_sqlite else Lease(self.database, work)

    def _taking_in(self, arrived: Callable[[], None]) -> Work:
        settings = self.settings
        if settings.webhook_url and settings.webhook_secret:
            intake = Intake(self.listener, self.database, arrived)
            secret = settings.webhook_secret.get_secret_value()
            return Receiver(intake, settings.webhook_url, secret, settings.webhook_host, settings.webhook_port).run
        intake = Intake(self.listener, self.polling.database, arrived)
        return lambda: self.polling.hold(intake.run)

    async def _hear(self, arrived: Callable[[], None]) -> None:
        """What another process has stored is looked for at once."""
        async for whom in woken(self.database.address):
            if whom in (INBOX, None):
                arrived()
            if whom in (OUTBOX, None):
                self.delivery.ring()

    def _parts(self) -> Parts:
        return Parts(
            bot=self.listener,
            switchboard=Switchboard(ROUTERS),
            database=self.database,
            shelf=self.shelf,
            clock=self.clock,
            link_to=self.link_to,
            operators=self.settings.operators,
            copies_kept=self.settings.copies_kept,
            move_clock=self.move_clock,
            on_commit=self.delivery.ring,
        )

    async def _prepare_database(self) -> None:
        """Bring the schema up to date. A server may come up later than we do; a file that can't be opened is told."""
        while True:
            try:
                await asyncio.to_thread(migrate, self.database.engine)
                await self.database.write(wake_up, self.clock.now())
                return await self.budget.recall()
            except DatabaseAway as trouble:
                if not passes_by(trouble):
                    raise
                log.warning("the database is out of reach", why=str(trouble).splitlines()[0])
                await asyncio.sleep(2)

    async def _learn_name(self) -> None:
        """Who are we?"""
        self.username = (await self.listener.get_me()).username or ""

    async def _introduce(self) -> None:
        """Whatever Telegram says to it: people are served without it as well."""
        try:
            await _once_in_reach(self._describe)
        except TelegramAPIError as refusal:
            log.warning("telegram doesn't take our menu", refusal=refusal.message)

    async def _describe(self) -> None:
        """Let phones show our commands, and an empty chat what this is, unless the owner has written their own."""
        if not (await self.listener.get_my_description()).description:
            await self.listener.set_my_description(words_in("id")("bot-description"))
        for language in LANGUAGES:
            words = words_in(language)
            menu = [BotCommand(command=name, description=words(f"command-{name}")) for name in COMMANDS]
            # Indonesian is for everybody, whatever the phone's language; others see theirs.
            await self.listener.set_my_commands(menu, language_code=None if language == "id" else language)


async def _once_in_reach(ask: Work) -> None:
    """Telegram may be out of reach when a machine starts."""
    while True:
        try:
            return await ask()
        except (TelegramNetworkError, TelegramServerError) as trouble:
            log.warning("telegram is out of reach", trouble=type(trouble).__name__)
            await asyncio.sleep(2)


def _loop(run: Work) -> asyncio.Task[None]:
    """A part's endless loop; one that ends by an error takes the process down, and the service manager starts anew."""
    task = asyncio.create_task(run())
    task.add_done_callback(_ended)
    return task


def _ended(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and task.exception() is not None:
        log.critical("a part of the bot has stopped", exc_info=task.exception())
        asyncio.get_running_loop().call_soon(_give_up)


def _give_up() -> None:
    raise SystemExit(1)
