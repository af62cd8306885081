"""Negative controls: each takes one protection out of the bot, from outside, in the process that is to die.

A storm without the protection has to break an invariant; if it doesn't, the storm or the checker is blind.
"""

import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlmodel import select

import bot.announcing
import bot.delivery
import bot.intake
import bot.turns
import shop.listings
import shop.order_stock
from models.broadcasts import Delivery as Copy
from models.database import Session
from models.products import Product
from models.stock import StockMove

READ_THEN_WRITE_SECONDS = 0.02


@dataclass(frozen=True)
class Control:
    """A missing protection, the invariant that then breaks, and the points at which it shows soonest (() is any).

    `needs_plenty`: it shows while there is stock for everybody.
    """

    remove_protection: Callable[[], None]
    breaks: str
    points: tuple[str, ...] = ()
    needs_plenty: bool = False


def confirm_before_storing() -> None:
    """Intake tells Telegram that it has the updates, and only then keeps them."""
    store = bot.intake.Intake.store

    async def confirm_then_store(self: bot.intake.Intake, updates: list[dict[str, Any]]) -> None:
        after = max(int(update["update_id"]) for update in updates) + 1
        await self.bot(bot.intake.RawUpdates(offset=after, limit=1, timeout=0))
        await store(self, updates)

    _put(bot.intake.Intake, "store", confirm_then_store)


def read_then_write_stock() -> None:
    """Look how much there is, think, write how much is left."""

    def change_stock(session: Session, move: StockMove) -> bool:
        product = session.get_one(Product, move.product_id)
        left = product.stock + move.change
        time.sleep(READ_THEN_WRITE_SECONDS)
        if left < 0:
            return False
        product.stock = left
        session.add_all([product, move])
        return True

    _put(shop.order_stock, "change_stock", change_stock)


def forget_once_keys() -> None:
    """Every run of a turn has a key of its own, so a double tap, or a turn that is run again, acts again."""

    def once_key(_: bot.turns.Turn) -> str:
        return uuid.uuid4().hex

    _put(bot.turns.Turn, "once_key", property(once_key))


def speak_before_commit() -> None:
    """What an operation would give is said, and only the end of the turn keeps it."""
    act_within, finish = bot.turns.Turn._act_within, bot.turns.Turn.finish
    acts: dict[int, tuple[Any, Any]] = {}

    def act_as_if(session: Session, turn: bot.turns.Turn, operation: Any, kind: Any) -> Any:
        with session.begin_nested() as forgotten:
            result = act_within(turn, session, operation, kind)
            session.flush()
            forgotten.rollback()
        return result

    async def act(self: bot.turns.Turn, operation: Any, kind: Any) -> Any:
        acts[id(self)] = operation, kind
        return await self.parts.database.write(act_as_if, self, operation, kind)

    def finish_at_last(self: bot.turns.Turn, session: Session) -> None:
        if id(self) in acts:
            act_within(self, session, *acts.pop(id(self)))
        finish(self, session)

    _put(bot.turns.Turn, "act", act)
    _put(bot.turns.Turn, "finish", finish_at_last)


def settle_before_sending() -> None:
    """A notice counts as sent before it is."""
    send = bot.delivery.Delivery._send

    async def settle_then_send(self: bot.delivery.Delivery, notice: Any, telling: Any) -> Any:
        await self._settle(notice, state="sent")
        return await send(self, notice, telling)

    _put(bot.delivery.Delivery, "_send", settle_then_send)


def send_unknown_copies_again() -> None:
    """A copy whose fate nobody knows is sent once more."""

    def begin_again(session: Session) -> None:
        for copy in session.exec(select(Copy).where(Copy.state == "sending")):
            copy.state = "waiting"
            session.add(copy)

    _put(bot.announcing, "give_up_on_unknown", begin_again)


def take_each_photo_for_itself() -> None:
    """A photo that comes later doesn't find the draft of its album."""

    def no_draft(*_: object) -> list[Product]:
        return []

    _put(shop.listings, "products_of_album", no_draft)


CONTROLS = {
    "confirm before storing": Control(confirm_before_storing, "lost", ("inbox: before the row's commit",)),
    "read, then write the stock": Control(read_then_write_stock, "oversold"),
    "no once-keys": Control(forget_once_keys, "doubled", needs_plenty=True),
    "speak before the commit": Control(speak_before_commit, "lost", ("turn: spoken, not done",), needs_plenty=True),
    "settle before sending": Control(settle_before_sending, "untold", ("notice: made, not sent",), needs_plenty=True),
    "send unknown copies again": Control(send_unknown_copies_again, "copied twice", ("copy: sent, not settled",)),
    "each photo for itself": Control(take_each_photo_for_itself, "album apart"),
}


def _put(owner: Any, name: str, value: object) -> None:
    getattr(owner, name)  # an AttributeError here: the product has changed, and the control with it
    setattr(owner, name, value)
