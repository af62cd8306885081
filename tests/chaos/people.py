"""The robots of an order storm: buyers who want scarce things, and the seller who answers some and restocks some."""

import asyncio
import contextlib
import random
import time
from collections.abc import Awaitable, Callable

from handlers.taps import StockTap
from tests.chaos.evidence import CONFIRMED, Acknowledged, Purchase, says_nothing_left, sentence
from tests.chaos.phones import LONGER, PATIENCE_SECONDS, GaveUpError, Phone, button
from tests.support.cast import Message

DOUBLE_TAPS, CANCELS = 0.35, 0.1
ACCEPTS, RESTOCKS = 0.6, 0.4
LOOKS_EVERY_SECONDS = 0.5
LONGEST_PATIENCE_SECONDS = 60.0
TAKEN = sentence("sold-accepted", "order")
CANCELLED = sentence("bought-cancelled", "order")
PAST = sentence("order-is-past-that", "order_id")


class Buyer:
    """Opens the link, taps how many, taps "Pesan", perhaps twice; perhaps takes it back again."""

    def __init__(self, phone: Phone, product_id: int, chance: random.Random) -> None:
        self.phone, self.product_id, self.chance = phone, product_id, chance
        self.purchase = Purchase(phone.person_id)

    async def shop(self) -> None:
        """Go through with it; who gives up has done so in silence."""
        with contextlib.suppress(GaveUpError):
            card = await self.phone.until(self._shows_product, self._open_link)
            counts = [data for n in (1, 2, 3) if (data := button(card, f"b:count:{self.product_id}:{n}:"))]
            if not counts:
                self.purchase.sold_out_seen = True
                return
            count = self.chance.choice(counts)
            summary = await self.phone.until(self._is_summary_or_end, self._taps(card, count))
            order = button(summary, "b:order:")
            if order is None:
                self.purchase.sold_out_seen = True
                return
            self.purchase.pressed = True
            answer = await self.phone.until(self._is_end, self._taps(summary, order))
            await self._live_with(answer)

    async def _open_link(self) -> None:
        await self.phone.write(f"/start p{self.product_id}")

    def _taps(self, message: Message, data: str) -> Callable[[], Awaitable[None]]:
        async def tap() -> None:
            await self.phone.tap(message["message_id"], data)
            if self.chance.random() < DOUBLE_TAPS:
                await asyncio.sleep(self.chance.uniform(0, 0.05))
                await self.phone.tap(message["message_id"], data)

        return tap

    async def _live_with(self, answer: Message) -> None:
        found = CONFIRMED.search(answer.words)
        if not found:
            self.purchase.sold_out_seen = True
            return
        self.purchase.orders_seen.add(int(found["order"]))
        cancel = button(answer, "o:cancel:")
        if cancel and self.chance.random() < CANCELS:
            await asyncio.sleep(self.chance.uniform(0, 0.5))
            await self.phone.until(self._is_settled, self._taps(answer, cancel))
            self.purchase.cancelled = True

    def _shows_product(self, message: Message) -> bool:
        return button(message, "b:count:") is not None or says_nothing_left(message.words)

    def _is_summary_or_end(self, message: Message) -> bool:
        return button(message, "b:order:") is not None or self._is_end(message)

    @staticmethod
    def _is_end(message: Message) -> bool:
        return CONFIRMED.search(message.words) is not None or says_nothing_left(message.words)

    @staticmethod
    def _is_settled(message: Message) -> bool:
        return any(end.search(message.words) for end in (CANCELLED, PAST))


class Seller:
    """Takes some of the orders, and says "+5" to some of the questions about stock."""

    def __init__(self, phone: Phone, acknowledged: Acknowledged, chance: random.Random) -> None:
        self.phone, self.acknowledged, self.chance = phone, acknowledged, chance
        self.closing = asyncio.Event()
        self._thought_about: set[tuple[int, str]] = set()
        self._pressing: dict[tuple[int, str], tuple[float, float]] = {}  # when to press again, and the next patience

    async def sell(self) -> None:
        """Look and answer until it is closing time and every answer has been heard."""
        while self._pressing or not self.closing.is_set():
            for message in await self.phone.look(LOOKS_EVERY_SECONDS):
                self._consider(message)
            await self._press_one()

    def _consider(self, message: Message) -> None:
        if found := TAKEN.search(message.words):
            self.acknowledged.accepted.add(int(found["order"]))
        number, past = message["message_id"], PAST.search(message.words)
        refused = f"o:accept:{past['order_id']}" if past else None
        for key in list(self._pressing):
            # An older copy of the news, which nobody remembers, keeps its button when the answer is a refusal.
            if key[1] == refused or (key[0] == number and button(message, key[1]) is None):
                del self._pressing[key]
        for start, likely in (("o:accept:", ACCEPTS), ("s:add:", RESTOCKS)):
            data = button(message, start)
            if data is None or (number, data) in self._thought_about:
                continue
            self._thought_about.add((number, data))
            if self.chance.random() < likely:
                self._begin_to_press(number, data)

    def _begin_to_press(self, number: int, data: str) -> None:
        if data.startswith("s:add:"):
            tap = StockTap.unpack(data)
            self.acknowledged.supply[tap.product_id] += tap.amount
        self._pressing[number, data] = (0.0, self.chance.uniform(*PATIENCE_SECONDS))

    async def _press_one(self) -> None:
        """The button that has waited longest: a person has one thumb."""
        now = time.monotonic()
        key = min(self._pressing, key=self._pressing.__getitem__, default=None)
        if key is None or self._pressing[key][0] > now:
            return
        patience = self._pressing.pop(key)[1]
        if patience < LONGEST_PATIENCE_SECONDS:
            await self.phone.tap(*key)
            self._pressing[key] = (now + patience, patience * LONGER)
