"""One walk: a town, in which everybody does what comes to mind; after each step all that must hold is looked at."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlmodel import Session

from handlers.taps import OrderTap
from locales import words_in
from models.notices import Notice
from models.orders import Order
from models.people import Person
from shop.errors import ShopError
from tests.forged.harness import told
from tests.forged.people import PEOPLE
from tests.monkey.books import Books, differences, faults_between, faults_in, faults_in_reports, open_books
from tests.monkey.chats import Bubble
from tests.monkey.house import House
from tests.monkey.monkey import EVERYBODY, SELLERS, Deed, Monkey
from tests.monkey.news import faults_in_arrivals, faults_in_card, faults_in_news, faults_in_outbox, faults_in_wishes
from tests.monkey.sayings import CAPTIONS

P = ParamSpec("P")
R = TypeVar("R")
LAST = 12
INDONESIAN = words_in("id")
# What a fresh button may say, with a way on: one's own goods; those of an order that was over long ago; nobody to ask.
MAY_SAY = ("own-product", "product-resting", "product-gone", "late-without-stock", "no-operator", "other-side-left")
AGAIN = "o:again:"


class Walk:
    """A town that is walked by a seed. `refusals` and `troubles` grow while the bot refuses, or logs a trouble.

    `faults` holds whatever was wrong, once, with what was done before it. On SQLite the same seed repeats all of it; on
    PostgreSQL several people act at the same moment, and who is first is up to chance.
    """

    def __init__(
        self, folder: Path, seed: int, refusals: list[ShopError], troubles: list[str], address: str | None = None
    ) -> None:
        self.seed, self.refusals, self.troubles = seed, refusals, troubles
        self.house = House(folder, self._hears_news, address)
        self.monkey = Monkey(Random(seed), self.house.chats)
        self.chance = Random(seed + 1)  # what is looked at changes nothing of what is done
        self.on_sqlite = address is None
        self.done: list[Deed] = []
        self.faults: dict[str, str] = {}

    async def go(self, steps: int) -> None:
        """Walk so many steps, or until something is wrong."""
        await self.house.start()
        try:
            await self._open_the_stalls()
            self.books = self._books()
            while len(self.done) < steps and not self.faults:
                self.books = await self._step(self.books)
            self._found(self._read(faults_in_arrivals, self.books))
            self._found(self._read(faults_in_reports, self.books))
        finally:
            await self.house.stop()

    @property
    def broken(self) -> set[str]:
        """The names of what was wrong."""
        return {fault.partition(":")[0] for fault in self.faults}

    def said(self) -> str:
        """What was wrong, and what repeats it."""
        return "\n".join([f"LAPAK_SEED={self.seed}", *self.faults.values()])

    async def _open_the_stalls(self) -> None:
        for who in EVERYBODY:
            await self._does(Deed(who, "writes", "/start"))
        for seller in SELLERS:
            for caption in self.chance.sample(CAPTIONS, 3):
                await self._does(Deed(seller, "shows", caption))
                if publish := self.monkey.press(seller, "d:(publish|stock):"):
                    await self._does(publish)

    async def _step(self, before: Books) -> Books:
        deed, *others = self._next(before)
        above = self.house.chats.bubbles.get(deed.who, {}).get(deed.on or 0)
        await self._does(deed, *others)
        after = self._books()
        self._found(faults_in(after))
        self._found(self._read(faults_in_wishes, after))
        self._found(self._read(faults_in_outbox))
        if len(self.done) % 50 == 0:
            self._found(self._read(faults_in_reports, after))
        if others:
            return after
        if above and (deed.label, deed.words) in above.buttons:
            new = [order for number, order in after.orders.items() if number not in before.orders]
            self._found(fault for order in new for fault in self._missing_in(above.text, deed.who, order, after))
        self._found(fault for _, bubble in self.house.chats.shown for fault in faults_in_card(bubble, after))
        self._found(faults_between(before, after, deed.who or None))
        if deed.does == "taps" and self.chance.random() < 0.2:
            after = await self._does_it_again(deed, after)
        if self.on_sqlite:
            await self._look_closer(before, after, deed)
        return after

    def _next(self, books: Books) -> list[Deed]:
        """What is done next: on PostgreSQL, which serves people beside each other, now and then by several at once."""
        first = self.monkey.next(books)
        if self.on_sqlite or not first.who or self.chance.random() < 0.7:
            return [first]
        more = [deed for _ in range(3) if (deed := self.monkey.next(books)).who]
        return list({deed.who: deed for deed in (*more, first)}.values())

    async def _does(self, *deeds: Deed) -> None:
        """Do it, all of it at once, and see that it was answered."""
        self.done += deeds
        house, chats = self.house, self.house.chats
        if deeds[0].does == "waits":
            await house.waits(timedelta(minutes=deeds[0].minutes))
        elif deeds[0].does == "restarts":
            await house.starts_anew()
        else:
            await self._are_answered(deeds)
        self._found(f"card: {fault}" for fault in chats.faults)
        self._found(f"aside: {problem}" for problem in house.lab.set_aside())
        self._found(f"log: {trouble}" for trouble in self.troubles)
        self._found(f"apology: {bubble.text}" for _, bubble in chats.shown if INDONESIAN("our-fault") in bubble.text)
        for noted in (chats.faults, self.troubles):
            noted.clear()

    async def _are_answered(self, deeds: Sequence[Deed]) -> None:
        """Each tap once, and all words."""
        taps, updates = [], []
        for deed in deeds:
            if deed.does == "taps":
                tap_id, update = self.house.tap(deed.who, deed.on or 0, deed.words)
                taps.append(tap_id)
            else:
                update = self.house.message(deed.who, deed.content(), deed.on)
            updates.append(update)
        answered = {one.chat_id for one in await self.house.hears(*updates)}
        for tap_id in taps:
            if (times := self.house.chats.answered[tap_id]) != 1:
                self._found([f"answers: a tap was answered {times} times"])
        self._found(f"answers: {deed} wasn't" for deed in deeds if deed.does != "taps" and deed.who not in answered)

    async def _does_it_again(self, deed: Deed, before: Books) -> Books:
        """An impatient thumb: the same tap has no second effect."""
        await self._does(deed)
        after = self._books()
        self._found(f"twice: {other}" for other in differences(before, after))
        return after

    def _missing_in(self, card: str, who: int, order: Order, books: Books) -> Iterator[str]:
        """What an order costs stands on the card that somebody sees: each line, and the fee for bringing it or all."""
        lines, rupiah = books.lines[order.id], words_in(self._read(language_of, who)).rupiah
        parts = [
            rupiah(order.fee or order.total),
            *(rupiah(line.amount) for line in lines),
            *(line.name for line in lines),
        ]
        if missing := [part for part in parts if part not in card]:
            yield f"sides: {PEOPLE[who]} doesn't see {missing} of order {order.id}: {card!r}"

    def _hears_news(self, notice: Notice, bubble: Bubble) -> None:
        self._found(faults_in_news(notice, bubble, self._books()))

    async def _look_closer(self, before: Books, after: Books, deed: Deed) -> None:
        """What is looked at here has not happened afterwards."""
        changed = [order for number, order in after.orders.items() if order != before.orders.get(number)]
        for order in changed[:1]:
            async with self.house.what_if():
                await self._both_sides_see_the_same(order, after)
        fresh = [(who, bubble) for who, bubble in self.house.chats.shown if bubble.buttons]
        # What a tap came to is remembered: the same once more shows the card as it was then.
        is_new = deed.does != "taps" or deed not in self.done[:-1]
        if fresh and is_new and self.chance.random() < 0.35:
            who, bubble = self.chance.choice(fresh)
            for label, data in self.house.chats.bubbles[who][bubble.message_id].buttons:
                async with self.house.what_if():
                    await self._try_fresh(who, bubble, label, data)

    async def _try_fresh(self, who: int, bubble: Bubble, label: str, data: str) -> None:
        """What a card has only just offered can be done."""
        self.refusals.clear()
        tap_id, update = self.house.tap(who, bubble.message_id, data)
        said = await self.house.lab.hears(update)
        refused = [each.key for each in self.refusals if each.key not in MAY_SAY and not data.startswith(AGAIN)]
        refused += ["old-button"] if INDONESIAN("old-button-next") in told(said, who) else []
        on = f"{label!r} = {data} of {PEOPLE[who]}, under {bubble.text!r}"
        if refused:
            self._found([f"fresh: {refused[0]} by {on}"])
        if self.house.chats.answered[tap_id] != 1:
            self._found([f"answers: {on} was answered {self.house.chats.answered[tap_id]} times"])
        if self.troubles:
            self._found([f"log: {self.troubles.pop()} by {on}"])

    async def _both_sides_see_the_same(self, order: Order, books: Books) -> None:
        """Buyer and seller look at the order: the same lines, and the same total."""
        show = OrderTap(do="show", order_id=order.id).pack()
        for who in books.sides(order):
            if seen := [bubble for bubble in self.house.chats.of(who) if bubble.photo is None]:
                said = await self.house.lab.hears(self.house.tap(who, seen[-1].message_id, show)[1])
                self._found(self._missing_in(told(said, who), who, order, books))

    def _books(self) -> Books:
        return self._read(open_books, self.house.clock.now())

    def _read(self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Ask the database; what comes one by one is taken all at once."""

        def ask(session: Session) -> Any:
            found = query(session, *args, **kwargs)
            return list(found) if isinstance(found, Iterator) else found

        answer: R = self.house.lab.database.read_now(ask)
        return answer

    def _found(self, faults: Iterable[str]) -> None:
        for fault in faults:
            lately = [f"  {number} {deed}" for number, deed in enumerate(self.done, 1)][-LAST:]
            self.faults.setdefault(fault, "\n".join([f"step {len(self.done)}: {fault}", *lately]))


def language_of(session: Session, person_id: int) -> str:
    """In which language somebody is spoken to."""
    return session.get_one(Person, person_id).language
