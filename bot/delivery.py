"""The outbox goes out: notices at least once, in each person's order; through python-telegram-bot and the budget."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import structlog
from telegram import InlineKeyboardMarkup, Message, MessageEntity
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot import shape
from bot.ending import brought_to_an_end
from bot.pace import Lane
from bot.patience import surely
from bot.photoshelf import PhotoShelf
from bot.times import Clock
from bot.together import Together
from handlers.cards import Card
from handlers.cards.card import Keyboard
from handlers.cards.notices import notice_card
from locales import words_in
from models.database import Database, DatabaseAway, DatabaseTrouble, Session
from models.leases import Overtaken
from models.notices import LONGEST_WAIT, Notice, next_notices, sent_before, settle_notice
from models.people import mark_refused
from models.products import remember_photo
from shop.notices import ask_operators_to_phone, help_seller, tell_other_side, undelivered
from shop.telling import Telling, what_to_tell
from shop.views import PhotoView

log = structlog.get_logger()

IN_FLIGHT = 8
LOOK_EVERY_SECONDS = 1.0
GIVE_UP_AFTER = timedelta(days=3)
FEWEST_ATTEMPTS = 12  # they take half an hour
# When these can't be brought to one side of an order, the other side must know.
TOLD_TO_THE_OTHER_SIDE = ("order-placed", "order-offered", "order-accepted", "message", "payment-claimed")
LANES = {"orders": Lane.ORDERS, "reminders": Lane.REMINDERS}


class Delivery:
    """Sends what waits in the outbox. One process at a time does this; `database` proves its lease in each write."""

    def __init__(
        self,
        bot: ExtBot[Any],
        database: Database,
        shelf: PhotoShelf,
        clock: Clock,
        operators: frozenset[int],
    ) -> None:
        self.bot, self.database, self.shelf, self.clock = bot, database, shelf, clock
        self.operators = operators
        self._bell = asyncio.Event()
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._together = Together(database)

    def ring(self) -> None:
        """Something may be waiting."""
        self._bell.set()

    async def run(self) -> None:
        """Send until cancelled; what is under way is brought to its end first."""
        try:
            while True:
                self._bell.clear()
                for notice in await self._next():
                    self._start(notice)
                await self._rest()
        finally:
            await brought_to_an_end(self._busy.values())

    async def _next(self) -> list[Notice]:
        room = IN_FLIGHT - len(self._busy)
        if not room:
            return []
        try:
            return await self.database.read(next_notices, self.clock.now(), frozenset(self._busy), room)
        except DatabaseTrouble:
            log.exception("the outbox can't be read")
            return []

    async def _rest(self) -> None:
        """Until somebody rings; look anyhow now and then, for a postponed notice or another process's."""
        try:
            async with asyncio.timeout(LOOK_EVERY_SECONDS):  # wait_for may swallow a cancel on Python 3.11
                await self._bell.wait()
        except TimeoutError:
            return

    def _start(self, notice: Notice) -> None:
        task = asyncio.create_task(self._deliver(notice))
        self._busy[notice.person_id] = task
        task.add_done_callback(lambda done: self._over(notice, done))

    def _over(self, notice: Notice, done: asyncio.Task[None]) -> None:
        self._busy.pop(notice.person_id, None)
        fault = None if done.cancelled() else done.exception()
        if isinstance(fault, Overtaken):
            log.warning("another process took over the outbox", notice=notice.id)
        elif fault is not None:
            log.error("a notice could not be settled", notice=notice.id, exc_info=fault)
        else:
            self.ring()

    async def _deliver(self, notice: Notice) -> None:
        try:
            telling = await self.database.read(what_to_tell, notice.id, self.clock.now())
            if telling is None:
                await self._settle(notice, state="moot")
                return
            sent = await self._send(notice, telling)
        except Forbidden:
            await self.database.write(self._refused, notice)
        except BadRequest as fault:
            log.error("telegram refuses a notice", notice=notice.id, kind=notice.kind, fault=fault.message)
            await self.database.write(self._failed, notice, fault.message)
        except (TelegramError, OSError) as trouble:
            await self._postpone(notice, type(trouble).__name__)
        except (*DatabaseAway, Overtaken):
            raise
        except Exception as fault:
            log.exception("a notice can't be made", notice=notice.id, kind=notice.kind)
            await self.database.write(self._failed, notice, f"{type(fault).__name__} while it was made")
        else:
            older = await surely(self._together.write, lambda session: self._sent(session, notice, telling, *sent))
            await self._quiet(notice.person_id, older)

    async def _send(self, notice: Notice, telling: Telling) -> tuple[Message, PhotoView | None]:
        """The message that was sent, and the photo of ours in it if it was uploaded: Telegram has a new name for it."""
        card = notice_card(telling, words_in(telling.person.language))
        file = await self._file(card)
        try:
            sent = await self._hand_over(notice, card, file)
        except BadRequest as fault:
            if not isinstance(file, str) or not shape.refuses_name(fault.message):
                raise
            log.warning("telegram doesn't give a file of its own", notice=notice.id, fault=fault.message)
            # A photo of ours goes as it lies here, anything else as words.
            file = await self.shelf.bytes_of(card.photo.hash) if card.photo and not card.file_id else None
            sent = await self._hand_over(notice, card, file)
        return sent, card.photo if isinstance(file, bytes) else None

    async def _hand_over(self, notice: Notice, card: Card, file: str | bytes | None) -> Message:
        text, spans = card.plain()
        entities, to = entities_of(spans), notice.person_id
        shared: dict[str, Any] = {
            "reply_markup": keyboard_of(card.keyboard),
            "rate_limit_args": LANES[notice.lane],
        }
        if card.place is not None:
            return await self.bot.send_location(to, *card.place, **shared)
        if file is None:
            return await self.bot.send_message(to, text, entities=entities, **shared)
        if card.carries == "video_note":
            return await self.bot.send_video_note(to, file, **shared)
        senders: dict[str, Callable[..., Awaitable[Message]]] = {
            "photo": self.bot.send_photo,
            "voice": self.bot.send_voice,
            "video": self.bot.send_video,
        }
        return await senders[card.carries](to, file, caption=text, caption_entities=entities, **shared)

    async def _file(self, card: Card) -> str | bytes | None:
        if card.drawing is not None:
            return await asyncio.to_thread(card.drawing)
        if card.file_id or card.photo is None:
            return card.file_id
        return card.photo.file_id or await self.shelf.bytes_of(card.photo.hash)

    async def _quiet(self, person_id: int, message_ids: list[int]) -> None:
        """News is a new message; the ones before it about the same thing lose their buttons."""
        for message_id in message_ids:
            try:
                await self.bot.edit_message_reply_markup(person_id, message_id, reply_markup=None)
            except TelegramError as trouble:
                log.debug("an older message keeps its buttons", trouble=trouble.message)

    async def _settle(self, notice: Notice, **changes: Any) -> None:
        await self.database.write(settle_notice, notice, changes | {"settled_at": self.clock.now()})

    def _sent(
        self, session: Session, notice: Notice, telling: Telling, sent: Message, uploaded: PhotoView | None
    ) -> list[int]:
        """Write down that it has arrived, and where; returns the older messages that lose their buttons to it."""
        shown = {"shown_product_id": telling.product.id} if telling.product else {}
        changes = {"state": "sent", "settled_at": self.clock.now(), "message_id": sent.message_id}
        settle_notice(session, notice, changes | {"facts": notice.facts | shown})
        if uploaded and sent.photo:
            remember_photo(session, uploaded.hash, sent.photo[-1].file_id)
        return [] if notice.subject is None or notice.kind == "message" else sent_before(session, notice)

    def _refused(self, session: Session, notice: Notice) -> None:
        """The person blocked us: not tried again; about an order the other side hears of it at once."""
        now = self.clock.now()
        if not settle_notice(session, notice, {"state": "failed", "settled_at": now, "problem": "refused"}):
            return  # the person was forgotten meanwhile
        mark_refused(session, notice.person_id, now)
        if notice.kind == "remind-seller":
            ask_operators_to_phone(session, notice.facts["order_id"], self.operators, now)
        if notice.kind in TOLD_TO_THE_OTHER_SIDE:
            tell_other_side(session, notice.facts["order_id"], notice.person_id, now)
            help_seller(session, notice.facts["order_id"], notice.person_id, self.operators, now)

    def _failed(self, session: Session, notice: Notice, problem: str) -> None:
        """Given up: the operators hear of it, and about an order the other side, which would wait in vain."""
        now = self.clock.now()
        failed = {"state": "failed", "settled_at": now, "problem": problem[:300]}
        if not settle_notice(session, notice, failed) or notice.kind == "undelivered":
            return
        undelivered(session, notice.lane, notice.person_id, self.operators, now)
        if notice.kind in TOLD_TO_THE_OTHER_SIDE:
            tell_other_side(session, notice.facts["order_id"], notice.person_id, now)

    async def _postpone(self, notice: Notice, trouble: str) -> None:
        """Telegram or the way to it is out of order: later again, for three days, then the operators hear of it.

        Days in which we were switched off are no attempts.
        """
        now = self.clock.now()
        if now - notice.created_at > GIVE_UP_AFTER and notice.attempts >= FEWEST_ATTEMPTS:
            await self.database.write(self._failed, notice, trouble)
            return
        later = {"attempts": notice.attempts + 1, "try_at": now + _wait(notice.attempts), "problem": trouble}
        # The clock may have been put back since it was written.
        later["created_at"] = min(notice.created_at, now)
        await self.database.write(settle_notice, notice, later)


def _wait(attempts: int) -> timedelta:
    """1, 2, 4 … seconds, up to ten minutes."""
    return min(timedelta(seconds=2 ** min(attempts, 12)), LONGEST_WAIT)


def entities_of(spans: list[tuple[str, int, int]]) -> tuple[MessageEntity, ...]:
    """Our spans as python-telegram-bot's entities."""
    return MessageEntity.de_list(shape.entities_of(spans))


def keyboard_of(keyboard: Keyboard) -> InlineKeyboardMarkup | None:
    """Our keyboard as python-telegram-bot's."""
    buttons = shape.keyboard_of(keyboard)
    return InlineKeyboardMarkup.de_json(buttons) if buttons else None
