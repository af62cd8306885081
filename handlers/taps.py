"""What a button carries: a few letters and ids, never words (Telegram allows 64 bytes)."""

from contextlib import suppress
from typing import Annotated, Self, TypeVar

from aiogram.filters.callback_data import MAX_CALLBACK_LENGTH, CallbackData
from aiogram.types import InlineKeyboardMarkup, Message
from pydantic import Field

# What a database can hold: a larger one was never on a button of ours.
Number = Annotated[int, Field(gt=-(2**31), lt=2**31)]
T = TypeVar("T", bound=CallbackData)


class Tap(CallbackData, prefix="-"):
    """What all have in common: a button that was sent before its class got another field still works."""

    @classmethod
    def unpack(cls, value: str) -> Self:
        """The tap that a button carries; fields that it doesn't have yet are as they are by default.

        Raises ValueError or TypeError for what was never on a button of this kind.
        """
        told, fields = value.count(cls.__separator__), cls.model_fields
        if told < len(fields):
            later = [str(field.default) for field in list(fields.values())[told:] if not field.is_required()]
            value = cls.__separator__.join([value, *later])
        return super().unpack(value)

    def pack(self) -> str:
        """As aiogram packs it, but for text and numbers only: most of what a card costs is its buttons.

        Raises ValueError for what doesn't fit on a button.
        """
        parts = [part if isinstance(part, str) else f"{part:d}" for part in self.__dict__.values()]
        data = self.__separator__.join([self.__prefix__, *parts])
        if len(data.encode()) > MAX_CALLBACK_LENGTH or data.count(self.__separator__) != len(parts):
            raise ValueError(f"does not fit on a button: {data!r}")
        return data


class Go(CallbackData, prefix="g"):
    """Open a place: home, sell, shop, search, bought, orders, stall, settings, time, quick, rest, contact, today,
    pricelist, announce, mydata, leave; or forget (me), quiet (no announcements), hear (announcements again).
    """

    to: str


class Draft(Tap, prefix="d"):
    """What a seller does with a draft: publish, made, days, batch, weigh, other, stock, edit, name, price, guess, own,
    terms, all, tip, original, better, show, cancel.

    `amount` is units of stock, rupiah for a guess (for `per` × `unit`, if one was said), or days to wait for `terms`
    and `days`; `version` tells a second tap from a double tap.
    """

    do: str
    product_id: Number
    amount: Number = 0
    version: Number = 0
    per: Number = 1
    unit: str = ""


class Own(Tap, prefix="w"):
    """What a seller does with a product of theirs; `version` tells a second tap from a double tap."""

    do: str
    product_id: Number
    version: Number = 0


class Kind(Tap, prefix="k"):
    """How a product of one's own is sold: counted, made, batch, days (`amount` of them); half, quarter, ons, whole."""

    do: str
    product_id: Number
    amount: Number = 0
    version: Number = 0


class OwnShelf(Tap, prefix="v"):
    """A page of one's own products."""

    page: Number


class Look(Tap, prefix="p"):
    """Look at a product."""

    product_id: Number


class Photos(Tap, prefix="i"):
    """Look at all photos of a product."""

    product_id: Number


class Shelf(Tap, prefix="l"):
    """A page of products: newest, of a stall (`stall_id`), found by words (they are in the conversation), or stalls."""

    of: str
    page: Number
    stall_id: Number = 0


class Buy(Tap, prefix="b"):
    """A step of an order: variant, count, other, order, address, same (the address of last time), cart (what was
    written in words; it is in the conversation). `quantity` counts packs, or `parts` of a unit. `variant` counts the
    product's variants from 1; 0 is none. `stamp` is the turn that made the card: the same order once more, from a new
    summary in the same message, is another order. `mark` tells what stood on the card (`shop.quoting.mark_of_order`).
    """

    do: str
    product_id: Number
    quantity: Number = 0
    variant: Number = 0
    stamp: Number = 0
    parts: Number = 1
    mark: Number = 0


class OrderTap(Tap, prefix="o"):
    """What either side does with an order: accept, decline, empty, far, other, cancel, revive, leave, write, show;
    offer, less, fewer, price, fee, the-price, the-fee, agree; ready, send, sent, receive, finish, more, withdraw,
    withdrawn; rate, complain, again.

    `line` counts the order's lines from 1; `value` is how many can be had, rupiah, a rating, or which offer it is;
    `offers`, how many were made before, tells the same offer made again from a double tap.
    """

    do: str
    order_id: Number
    value: Number = 0
    line: Number = 0
    offers: Number = 0


class Hush(Tap, prefix="m"):
    """Take no more messages about an order, or take them again."""

    muted: bool
    order_id: Number


class Quick(Tap, prefix="q"):
    """One of a stall's quick replies (`place` from 0): say it, change it, or make it the usual one again.

    `mark` tells whether it still says what stood on the button.
    """

    do: str
    place: Number
    order_id: Number = 0
    mark: Number = 0


class WishTap(Tap, prefix="n"):
    """Ask to be told when a product, or its variant (from 1), is there again; or drop that."""

    do: str
    product_id: Number
    variant: Number = 0


class StockTap(Tap, prefix="s"):
    """An answer about stock: add (`amount` packs more), same (as many as last time), which, tomorrow, never, undo
    (`amount` is the last move's id, `number` how many were made together), there, gone. `number` counts the variants
    that have stocks of their own from 1.
    """

    do: str
    product_id: Number
    amount: Number = 0
    version: Number = 0
    number: Number = 0


class StallTap(Tap, prefix="t"):
    """What a seller says of the stall. These ask: name, place, payment, hour, closing, low_mark, answer, fee. These
    answer: zone, cash, marks, hours, closes, answers, fees, later (not now); `value` is what was picked.
    """

    what: str
    value: str = ""


class PayTap(Tap, prefix="pay"):
    """A step of paying: ways, qris, transfer, cash, done, bare (no proof), money (it is there), none (not yet).

    `claim` counts the buyer's claims: an answer is for one of them, and a claim made again is another one.
    """

    do: str
    order_id: Number
    claim: Number = 0


class QrisTap(Tap, prefix="qr"):
    """What a seller does with the stall's QRIS: look, change, use, remove. `stamp` is the turn that read it back."""

    do: str
    stamp: Number = 0


class Rest(Tap, prefix="z"):
    """A stall closes for a while: day, wait, refuse; or open. `day` is 20261127 for the day of opening; `why` the place
    of the reason in `shop.reading.REASONS`.
    """

    do: str
    day: Number = 0
    why: Number = 0


class Kin(Tap, prefix="kin"):
    """What is done with a second contact: invite, end (by the seller), leave (by the contact), done (they phoned)."""

    do: str
    contact_id: Number = 0


class Join(Tap, prefix="j"):
    """Somebody agrees to be a second contact. The code, which only they were given, is what lets them."""

    code: str


class Today(Tap, prefix="y"):
    """ "Hari ini": day (`page` of it), low (what to restock first), week (`page` weeks back)."""

    do: str
    page: Number = 0


class Announce(Tap, prefix="a"):
    """A step of a broadcast: everybody, sellers, buyers, send (`to` those whom the preview counted), cancel."""

    do: str
    broadcast_id: Number
    to: str = ""


class Photo(Tap, prefix="f"):
    """What an unexplained photo is: a new product, more of the draft (`about` is its product), or for an order.

    `stamp` is the turn in which it came: another photo may have come since.
    """

    is_for: str
    about: Number = 0
    stamp: Number = 0


class Speak(Tap, prefix="h"):
    """Another language."""

    language: str


def buttons_replied_to(message: Message) -> list[str]:
    """What the buttons carry under the message that this one replies to."""
    markup = message.reply_to_message.reply_markup if message.reply_to_message else None
    if not isinstance(markup, InlineKeyboardMarkup):
        return []
    return [button.callback_data or "" for row in markup.inline_keyboard for button in row]


def taps_replied_to(message: Message, kind: type[T]) -> list[T]:
    """The buttons of this kind under the message that this one replies to; those of an older form are left out."""
    taps = []
    for data in buttons_replied_to(message):
        if data.partition(":")[0] == kind.__prefix__:
            with suppress(TypeError, ValueError):
                taps.append(kind.unpack(data))
    return taps
