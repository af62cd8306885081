"""Broadcasts go out: each person's copy at most once, whatever happens; one message shows how far it is.

A slot of the budget is taken first, then the copy is marked as being sent, and only then it is sent: a copy that was
marked when the process died may or may not have arrived, so it counts as unknown and is not repeated.
"""

import asyncio
from collections.abc import Callable
from typing import Any

import structlog
from telegram import MessageId
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.delivery import entities_of, keyboard_of
from bot.ending import brought_to_an_end
from bot.pace import Lane
from bot.pacing import Budget, seconds_of
from bot.patience import surely
from bot.telegram_request import NEVER_LEFT
from bot.times import Clock
from handlers.cards import Card
from handlers.cards.broadcasts import copy_keyboard, progress_card
from locales import Words, words_in
from models.broadcasts import (
    Broadcast,
    Delivery,
    broadcasts_under_way,
    drop_delivery,
    give_up_on_unknown,
    move_delivery,
    waiting_deliveries,
)
from models.database import Database, DatabaseTrouble, Session
from models.people import Person, mark_refused
from shop.broadcasts import end_broadcast
from shop.views import BroadcastView, broadcast_view

log = structlog.get_logger()
BATCH = 100
SENDERS = 4
PAUSE_SECONDS = 1.0
PROGRESS_EVERY_SECONDS = 2.0
LOOK_EVERY_SECONDS = 1.0


class Announcer:
    """Sends the copies of broadcasts. One process at a time does this; `database` proves its lease in each write."""

    def __init__(
        self, bot: ExtBot[Any], database: Database, clock: Clock, budget: Budget, told: Callable[[], None]
    ) -> None:
        self.bot, self.database, self.clock, self.budget, self.told = bot, database, clock, budget, told
        self._under_way: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Send until cancelled. What an earlier process left half-sent is counted as unknown first."""
        await surely(self.database.write, give_up_on_unknown)
        try:
            await self._work()
        finally:
            await brought_to_an_end(self._under_way)

    async def _work(self) -> None:
        while True:
            try:
                for broadcast in await self.database.read(broadcasts_under_way):
                    await self._send_out(broadcast)
            except* DatabaseTrouble:
                log.exception("a broadcast can't go on for now")
            await asyncio.sleep(LOOK_EVERY_SECONDS)

    async def _send_out(self, broadcast: Broadcast) -> None:
        showing = asyncio.create_task(self._show_progress(broadcast))
        try:
            while batch := await self.database.read(waiting_deliveries, broadcast.id, BATCH):
                queue = asyncio.Queue[Delivery]()
                for delivery in batch:
                    queue.put_nowait(delivery)
                async with asyncio.TaskGroup() as senders:
                    for _ in range(SENDERS):
                        senders.create_task(self._send_from(queue, broadcast))
        finally:
            showing.cancel()
            await asyncio.gather(showing, return_exceptions=True)
        # The fate of each copy is known, or never will be, before the report names those that are uncertain.
        await brought_to_an_end(self._under_way)
        await self.database.write(give_up_on_unknown)
        if await self.database.read(waiting_deliveries, broadcast.id, 1):
            return  # Telegram took one of them after all for too early: it goes on
        view = await self.database.write(end_broadcast, broadcast.id, self.clock.now())
        self.told()
        await self._edit(broadcast, progress_card(view, await self._words(broadcast)))
        log.info("broadcast over", broadcast=broadcast.id, **view.counts)

    async def _send_from(self, queue: "asyncio.Queue[Delivery]", broadcast: Broadcast) -> None:
        while not queue.empty():
            await self._send(queue.get_nowait(), broadcast)

    async def _send(self, delivery: Delivery, broadcast: Broadcast) -> None:
        answered = asyncio.Event()
        async with self.budget.slot(delivery.person_id, Lane.BROADCAST, len(broadcast.message_ids)):
            under_way = asyncio.create_task(self._mark_and_send(delivery, broadcast, answered))
            self._under_way.add(under_way)
            under_way.add_done_callback(self._under_way.discard)
            # The slot goes back with Telegram's answer: to hold it while that is written down would cost our pace.
            await answered.wait()
        # A copy that is marked is brought to its end even when the bot is being stopped.
        await asyncio.shield(under_way)

    async def _mark_and_send(self, delivery: Delivery, broadcast: Broadcast, answered: asyncio.Event) -> None:
        person_id = delivery.person_id
        try:
            language = await self.database.write(_mark, delivery)
            if language is None:
                return
            fate = await self._copy(broadcast, person_id, words_in(language))
        finally:
            answered.set()
        await surely(self.database.write, _settle, delivery, fate, self.clock)
        if fate == "waiting":
            await asyncio.sleep(PAUSE_SECONDS)

    async def _copy(self, broadcast: Broadcast, person_id: int, words: Words) -> str:
        """Copy it to a person; what became of it."""
        try:
            await self._hand_over(broadcast, person_id, words)
        except RetryAfter as refusal:
            # Telegram said that it took nothing: this one may be tried again.
            self.budget.halt(person_id, seconds_of(refusal), len(broadcast.message_ids))
            return "waiting"
        except Forbidden:
            return "refused"
        except BadRequest as fault:
            log.warning("a copy was refused", broadcast=broadcast.id, fault=fault.message)
            return "failed"
        except InvalidToken as fault:
            # 401 and 404 say that nobody is there who would have taken it.
            log.warning("our token is not known", broadcast=broadcast.id, fault=fault.message)
            return "waiting"
        except TelegramError as trouble:
            # A request that never reached Telegram may be sent again.
            return "waiting" if isinstance(trouble.__cause__, NEVER_LEFT) else "unknown"
        return "sent"

    async def _hand_over(self, broadcast: Broadcast, person_id: int, words: Words) -> None:
        if len(broadcast.message_ids) > 1:
            await self.bot.copy_messages(
                person_id, broadcast.operator_id, sorted(broadcast.message_ids), rate_limit_args=Lane.BROADCAST
            )
            return
        copied: MessageId = await self.bot.copy_message(
            person_id,
            broadcast.operator_id,
            broadcast.message_ids[0],
            reply_markup=keyboard_of(copy_keyboard(words).keyboard),
            rate_limit_args=Lane.BROADCAST,
        )
        log.debug("copied", message=copied.message_id)

    async def _show_progress(self, broadcast: Broadcast) -> None:
        words, shown = await self._words(broadcast), None
        while True:
            card = progress_card(await self.database.read(_view, broadcast.id), words)
            if card != shown:  # while we have to keep still it stays as it is
                await self._edit(broadcast, card)
            shown = card
            await asyncio.sleep(PROGRESS_EVERY_SECONDS)

    async def _edit(self, broadcast: Broadcast, card: Card) -> None:
        text, spans = card.plain()
        try:
            await self.bot.edit_message_text(
                text,
                broadcast.operator_id,
                broadcast.progress_message_id,
                entities=entities_of(spans),
                reply_markup=keyboard_of(card.keyboard),
            )
        except TelegramError as trouble:
            log.debug("progress could not be shown", trouble=trouble.message)

    async def _words(self, broadcast: Broadcast) -> Words:
        return words_in(await self.database.read(_language, broadcast.operator_id))


def _mark(session: Session, delivery: Delivery) -> str | None:
    """This copy is being sent now: the person's language, or None if it is no longer to be sent."""
    person = session.get(Person, delivery.person_id)
    if person is not None and not person.wants_announcements:
        drop_delivery(session, delivery)  # they have said so since it began
        return None
    return _language(session, delivery.person_id) if move_delivery(session, delivery, "waiting", "sending") else None


def _settle(session: Session, delivery: Delivery, fate: str, clock: Clock) -> None:
    # It is somebody else's by now if its person was forgotten, and may be back.
    if move_delivery(session, delivery, "sending", fate) and fate == "refused":
        mark_refused(session, delivery.person_id, clock.now())


def _language(session: Session, person_id: int) -> str:
    person = session.get(Person, person_id)
    return person.language if person else "id"


def _view(session: Session, broadcast_id: int) -> BroadcastView:
    return broadcast_view(session, session.get_one(Broadcast, broadcast_id))
