"""What anybody may do next: tap what they see or once saw, write anything, or go about an errand; and time passes.

Each person has at most one errand, and others' come in between. The same seed does the same to the same bot.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from shop.rules import OPEN_STATES
from tests.forged.people import AYU, BUDI, PEOPLE, RINI, SARI, TONO, WATI
from tests.forged.trying import SIZE
from tests.monkey.books import Books
from tests.monkey.chats import Bubble, Chats
from tests.monkey.sayings import (
    ABOUT_GOODS,
    ADDRESSES,
    ANYTHING,
    CAPTIONS,
    COMMANDS,
    COUNTS,
    NAMES,
    OFFERS,
    OTHER,
    PRICES,
    STOCKS,
    WORDS,
)
from tests.support.cast import Json

SELLERS, BUYERS = (SARI, TONO), (BUDI, WATI, AYU)
EVERYBODY = (*SELLERS, *BUYERS, RINI)
CLOCK = 0
MINUTES = (1, 5, 20, 50, 50, 120, 120, 300, 540, 780, 1_440, 2_880, 8 * 1_440)
FORWARD = ("Pesan", "Terima", "Setuju", "Kabari", "Siap", "Sudah", "Pasang", "Tawarkan", "Ya,")
# How often a seller, or anybody else, goes about each errand.
SELL, BUY = (60, 40, 20, 10, 10, 1), (40, 30, 1, 60, 3, 1)
NEAR, LATELY = 6, 40  # so many messages, or buttons, do people scroll back, mostly


@dataclass(frozen=True)
class Deed:
    """What somebody does: `taps` a button that carries `words` under the message `on`; `writes`, `shows` a photo, or
    `sends` something else (of the kind `words`), perhaps in reply to `on`.

    The clock `waits` for so many minutes, or the bot `restarts`.
    """

    who: int
    does: str
    words: str = ""
    on: int | None = None
    label: str = ""
    minutes: int = 0

    def content(self) -> Json:
        """What a message of this holds, as Telegram brings it."""
        if self.does == "sends":
            return OTHER[self.words]
        if self.does == "writes":
            return {"text": self.words}
        return {"photo": [SIZE]} | ({"caption": self.words} if self.words else {})

    def __str__(self) -> str:
        about = f"{self.label!r} = {self.words}" if self.label else repr(self.words)
        under = "" if self.on is None or self.label else " in reply"
        return f"{PEOPLE[self.who]} {self.does} {about}{under}" if self.who else f"{self.does} {self.minutes or ''}"


Errand = Iterator[Deed | None]


class Monkey:
    """Everybody at once. An errand that can't go on (its button isn't there) is given up."""

    def __init__(self, chance: Random, chats: Chats) -> None:
        self.chance, self.chats = chance, chats
        self.errands: dict[int, Errand] = {}
        # Some towns know what they want, others only play.
        self.purpose, self.haste = chance.uniform(0.4, 0.9), chance.uniform(0.01, 0.04)

    def next(self, books: Books) -> Deed:
        """The next deed in a town whose books say this."""
        self.books = books
        while True:
            who = CLOCK if self.chance.random() < self.haste else self.chance.choice((*SELLERS, *EVERYBODY))
            if who not in self.errands:
                self.errands[who] = self._errand(who)
            deed = next(self.errands[who], None)
            if deed is not None:
                return deed
            del self.errands[who]

    def _errand(self, who: int) -> Errand:
        if who == CLOCK:
            return self._time_passes()
        wanted = (self._answers, self._sees_to_an_order, self._tends_goods, self._buys, self._settles_in, self._leaves)
        idle = (self._taps_what_it_sees, self._taps_what_it_saw, self._writes, self._replies, self._shows, self._sends)
        if self.chance.random() < self.purpose:
            return self.chance.choices(wanted, SELL if who in SELLERS else BUY)[0](who)
        return self.chance.choices(idle, (12, 12, 4, 4, 1, 1))[0](who)

    # --- errands --------------------------------------------------------------------------------------------------

    def _time_passes(self) -> Errand:
        if self.chance.random() < 0.1:
            yield Deed(CLOCK, "restarts")
        else:
            yield Deed(CLOCK, "waits", minutes=self.chance.choice(MINUTES))

    def _buys(self, who: int) -> Errand:
        goods = [product for product in self.books.products.values() if product.state == "on sale"]
        there = [product for product in goods if product.stock or product.kind == "made"]
        if not goods:
            return
        yield Deed(who, "writes", f"/start p{self.chance.choice(there or goods).id}")
        yield self.press(who, "b:(count|variant):|n:ask")
        if self.chance.random() < 0.2:
            yield Deed(who, "writes", self.chance.choice(COUNTS))
        if self.chance.random() < 0.2:
            yield self.press(who, "b:address")
            yield Deed(who, "writes", self.chance.choice(ADDRESSES))
        yield self.press(who, "b:(order|same|cart|count)")

    def _answers(self, who: int) -> Errand:
        """Tap what news of an order asks for, straight away."""
        yield self.press(who, "(o|pay):(?!show|write)")
        yield self.press(who, "(o|pay):(?!show|write)")

    def _sees_to_an_order(self, who: int) -> Errand:
        orders = [order for order in self.books.orders.values() if who in self.books.sides(order)]
        waiting = [order for order in orders if order.state in OPEN_STATES]
        if not orders:
            return
        order = self.chance.choice(waiting if waiting and self.chance.random() < 0.8 else orders)
        yield Deed(who, "writes", "/pesanan" if who == order.buyer_id else "/masuk")
        yield self.press(who, f"o:show:{order.id}:")
        if order.state == "placed" and self.chance.random() < 0.35:
            yield self.press(who, "o:offer")
            yield self.press(who, "o:(less|price|fee)")
        else:
            yield self.press(who, "(o|pay):(?!show)")
        yield self.press(who, "(o|pay):(?!show)")
        if self.chance.random() < 0.5:
            yield Deed(who, "writes", self.chance.choice(OFFERS))

    def _tends_goods(self, who: int) -> Errand:
        goods = [product.id for product in self.books.products.values() if self.books.owner(product) == who]
        if not goods:
            return
        yield Deed(who, "writes", "/lapak")
        yield self.press(who, "v:0")
        yield self.press(who, f"w:look:{self.chance.choice(goods)}:")
        yield self.press(who, "w:(?!look)")
        if self.chance.random() < 0.5:
            yield self.press(who, "w:(?!look)|k:|s:")
        yield Deed(who, "writes", self.chance.choice((*STOCKS, *PRICES)))

    def _settles_in(self, who: int) -> Errand:
        """Through the settings of a stall, its QRIS, its days off, its second contact, one's own data."""
        yield Deed(who, "writes", self.chance.choice(("/lapak", "/dataku", "/libur", "/bahasa")))
        for _ in range(self.chance.randint(1, 4)):
            yield self.press(who, "(t|z|q|qr|kin|h|g:(settings|time|quick|rest|contact|mydata|pricelist|today))")
        yield Deed(who, "writes", self.chance.choice(WORDS))

    def _leaves(self, who: int) -> Errand:
        yield Deed(who, "writes", "/hapus")
        yield self.press(who, "g:forget")

    def _taps_what_it_sees(self, who: int) -> Errand:
        with_buttons = [bubble for bubble in self.chats.of(who) if bubble.buttons]
        if with_buttons:
            bubble = with_buttons[-1] if self.chance.random() < 0.6 else self.chance.choice(with_buttons[-NEAR:])
            forward = [button for button in bubble.buttons if any(word in button[0] for word in FORWARD)]
            label, data = self.chance.choice(forward if forward and self.chance.random() < 0.4 else bubble.buttons)
            yield Deed(who, "taps", data, bubble.message_id, label)

    def _taps_what_it_saw(self, who: int) -> Errand:
        if buttons := self.chats.ever.get(who):
            of_orders = [button for button in buttons if button[2].startswith(("o:", "pay:", "b:order", "b:cart"))]
            some = of_orders if of_orders and self.chance.random() < 0.6 else buttons
            message_id, label, data = self.chance.choice(some[-LATELY:])
            yield Deed(who, "taps", data, message_id, label)

    def _writes(self, who: int) -> Errand:
        about = self.chance.choice(ABOUT_GOODS).format(self.chance.choice(NAMES))
        chosen = self.chance.choice((about, about, self.chance.choice(WORDS), self.chance.choice(COMMANDS)))
        yield Deed(who, "writes", chosen)

    def _replies(self, who: int) -> Errand:
        yield Deed(who, "writes", self.chance.choice(WORDS), self._one_of(self.chats.of(who)))

    def _shows(self, who: int) -> Errand:
        reply = self._one_of(self.chats.of(who)) if self.chance.random() < 0.3 else None
        yield Deed(who, "shows", self.chance.choice((*CAPTIONS, "", self.chance.choice(ANYTHING))), reply)

    def _sends(self, who: int) -> Errand:
        reply = self._one_of(self.chats.of(who)) if self.chance.random() < 0.3 else None
        yield Deed(who, "sends", self.chance.choice(list(OTHER)), reply)

    # --- small helpers --------------------------------------------------------------------------------------------

    def press(self, who: int, pattern: str) -> Deed | None:
        """A tap on a button that carries something like this, under the newest message that has one."""
        for bubble in reversed(self.chats.of(who)):
            fitting = [button for button in bubble.buttons if re.match(pattern, button[1])]
            if fitting:
                label, data = self.chance.choice(fitting)
                return Deed(who, "taps", data, bubble.message_id, label)
        return None

    def _one_of(self, bubbles: list[Bubble]) -> int | None:
        return self.chance.choice(bubbles[-NEAR:]).message_id if bubbles else None
