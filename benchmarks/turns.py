"""What looking round and ordering cost, in echoes: `python -m benchmarks.turns`.

An echo is a bare aiogram bot that answers a message with the same words. The echo bot and Lapak are fed by the same
crowd, through the same sandbox, one after the other in one run, on the same event loop; CPU is this process's own. A
link that is opened is one call of Telegram's, like an echo; a tap is two, for it has to be answered too. An order
counts with its notice at the seller's, of which there are eight. Then how many orders a second come through with the
budget lifted, and how fast a backlog is worked off.
"""

import asyncio
import itertools
import statistics
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters.callback_data import CallbackData
from aiogram.types import Message as AiogramMessage
from aiohttp import ClientSession
from pydantic import SecretStr
from sqlalchemy import text

from benchmarks.crowd import send_crowd
from benchmarks.sending import cpu
from benchmarks.stage import run_on_stage
from bot.app import Lapak
from bot.pacing import Budget
from bot.progress import Bar
from bot.settings import Settings
from bot.times import Clock
from handlers.taps import Buy, Look, Shelf
from models.database import Database, Session
from tests.support.cast import StoppedClock, Town
from tests.support.sandbox import Sandbox
from tests.support.scenes import sells

TOKEN = "{}:BENCH-lapak-000000000000000000000"  # noqa: S105 # opens nothing but the sandbox
PEOPLE, ROUNDS, RUNS = 40, 25, 3
FEW, BACKLOG, EACH = 1_000, 10_000, 5
SELLERS = 8
# Asked twenty times a second: what is found by an index, and not counted row by row.
DONE = text(
    "SELECT (SELECT coalesce(max(id), 0) FROM inbox) - (SELECT count(*) FROM inbox WHERE state = 'waiting')"
    " - (SELECT count(*) FROM notice WHERE state = 'waiting' AND lane = 'orders')"
)
bots = itertools.count(8_900_000_101)
Json = dict[str, Any]
# Of a round's number and the card that a person sees: which kind of action, and what it says.
Action = Callable[[int, int], tuple[str, Json]]


async def echo_cost(http: ClientSession, url: str) -> float:
    """Milliseconds of CPU that an echo costs."""
    bot_id = next(bots)
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    bot, hub, echoed = Bot(TOKEN.format(bot_id), session=session), Dispatcher(), 0

    @hub.message()
    async def echo(message: AiogramMessage) -> None:
        nonlocal echoed
        await message.answer(message.text or "")
        echoed += 1

    running = asyncio.create_task(hub.start_polling(bot, handle_signals=False))
    people = await crowd_of(http, url)
    actions = [
        action_of(f"{url}/people/{person}/{{}}?bot={bot_id}", "messages", {"text": f"halo {number}"})
        for number in range(ROUNDS)
        for person in people
    ]
    cost = await measured(actions, lambda: echoed)
    await hub.stop_polling()
    await running
    return cost


def action_of(where: str, kind: str, body: Json) -> Json:
    """As the crowd takes it. A tap waits for its answer anyhow; who writes waits too, for nobody reads so fast."""
    return {"url": where.format(kind), "body": body} | ({"chat": where.format("chat")} if kind == "messages" else {})


async def measured(actions: list[Json], done: Callable[[], int]) -> float:
    """Milliseconds of CPU for each action, once all are done; the first tenth warms up."""
    warm = len(actions) // 10
    await send_crowd(actions[:warm])
    await until(lambda: done() >= warm)
    used = cpu()
    await send_crowd(actions[warm:])
    await until(lambda: done() >= len(actions))
    return 1000 * (cpu() - used) / (len(actions) - warm)


async def until(over: Callable[[], bool]) -> None:
    """Wait, without much work of our own."""
    while not over():  # noqa: ASYNC110 # what is waited for happens in the database
        await asyncio.sleep(0.05)


async def crowd_of(http: ClientSession, url: str, many: int = PEOPLE) -> list[int]:
    """New people's ids."""
    people = []
    for number in range(many):
        async with http.post(f"{url}/people", json={"first_name": f"Orang {number}"}) as answer:
            people.append(int((await answer.json())["id"]))
    return people


@asynccontextmanager
async def lapak_on(folder: Path, http: ClientSession, url: str, bot_id: int) -> AsyncIterator[tuple[Town, "Spent"]]:
    """A bot on the data in this folder; its budget is lifted."""
    token = SecretStr(TOKEN.format(bot_id))
    settings = Settings(_env_file=None, bot_token=token, api_url=url, data_dir=folder)
    lapak = Lapak(settings, Clock(), Budget(overall=0, chat_pace=0.0, group_most=0))
    town, spent = Town(http, url, bot_id, StoppedClock()), Spent(lapak.database)
    town.lapak = lapak
    async with lapak.running():
        yield town, spent


@dataclass
class Cost:
    """Of one action: CPU, how many a second, and what it is in echoes."""

    milliseconds: float
    rate: float
    echoes: float = 0.0


class Spent:
    """CPU seconds in the database's operations, by name, while they are looked at: to look costs something, too."""

    def __init__(self, database: Database) -> None:
        self.database, self.seconds = database, defaultdict[str, float](float)

    @contextmanager
    def looked_at(self) -> Iterator[None]:
        """Measure each operation."""
        self.seconds.clear()
        for kind in ("write", "read"):
            setattr(self.database, kind, self._measuring(kind, getattr(self.database, kind)))
        try:
            yield
        finally:
            del self.database.write, self.database.read

    def turns_done(self) -> int:
        """How many updates have been worked off since the bot has its database, less the news that still waits."""
        return int(self.database.read_now(lambda session: session.scalar(DONE)) or 0)

    def _measuring(self, kind: str, run: Callable[..., Any]) -> Callable[..., Any]:
        async def measured(operation: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
            def timed(session: Session, *args: Any, **kwargs: Any) -> Any:
                before = time.thread_time()
                try:
                    return operation(session, *args, **kwargs)
                finally:
                    name = f"{kind} {getattr(operation, '__name__', '?')}"
                    self.seconds[name] += time.thread_time() - before

            return await run(timed, *args, **kwargs)

        return measured


async def lapak_cost(
    town: Town, spent: Spent, people: list[int], action: Action, look: AbstractContextManager[None] | None = None
) -> Cost:
    """Of what all these people do; with a `look` at the parts."""
    cards = await product_cards(town, people)
    actions = []
    for number in range(ROUNDS):
        for person in people:
            where = f"{town.url}/people/{person}/{{}}?bot={town.bot_id}"
            actions.append(action_of(where, *action(number, cards[person])))
    before = spent.turns_done()
    began = time.perf_counter()
    with look or nullcontext():
        cost = await measured(actions, lambda: spent.turns_done() - before)
    return Cost(cost, len(actions) / (time.perf_counter() - began))


async def product_cards(town: Town, people: list[int]) -> dict[int, int]:
    """Everybody opens the link; the message in which each sees the product."""
    await send_crowd(
        {"url": f"{town.url}/people/{person}/messages?bot={town.bot_id}", "body": {"text": "/start p1"}}
        for person in people
    )
    cards: dict[int, int] = {}
    for person in people:
        ends = time.monotonic() + 30
        while person not in cards and time.monotonic() < ends:
            params = {"bot": town.bot_id, "after": 0, "wait": 0}
            async with town.http.get(f"{town.url}/people/{person}/chat", params=params) as answer:
                messages = (await answer.json())["messages"]
            shown = [message["message_id"] for message in messages if message.get("reply_markup")]
            cards |= {person: shown[-1]} if shown else {}
    return cards


async def drained(folder: Path, http: ClientSession, url: str, bot_id: int, count: int) -> float:
    """Turns a second while so many updates are worked off that came while the bot was away.

    Five of each person: who sends more than can be read is answered once, and that would be quick.
    """
    where = f"{url}/people/{{}}/messages?bot={bot_id}"
    people = await crowd_of(http, url, count // EACH)
    waiting = itertools.islice(itertools.cycle(people), count)
    await send_crowd({"url": where.format(person), "body": {"text": "/start p1"}} for person in waiting)
    began = time.perf_counter()
    async with lapak_on(folder, http, url, bot_id) as (_, spent):
        before = spent.turns_done()
        await until(lambda: spent.turns_done() - before >= count)
        return count / (time.perf_counter() - began)


def link(number: int, _: int) -> tuple[str, Json]:
    """A product's link is opened: two reads, one message."""
    return "messages", {"text": f"/start p{1 + number % SELLERS}"}


def page(number: int, card: int) -> tuple[str, Json]:
    """A list's page is turned: one edit, one answer."""
    return _tap(card, Shelf(of="newest", page=number % 2))


def product(number: int, card: int) -> tuple[str, Json]:
    """A product is chosen from a list."""
    return _tap(card, Look(product_id=1 + number % SELLERS))


def words(number: int, _: int) -> tuple[str, Json]:
    """Something is looked for in words: read as all that words can be, found, a list is shown."""
    return "messages", {"text": f"ada keripik {('pisang', 'keripik')[number % 2]}?"}


def count(number: int, card: int) -> tuple[str, Json]:
    """How many is tapped, another number each time: the summary says what it comes to."""
    return _tap(card, Buy(do="count", product_id=1, quantity=1 + number % 3))


def order(number: int, card: int) -> tuple[str, Json]:
    """ "Pesan", each time from a new summary; at one of the stalls."""
    return _tap(card, Buy(do="order", product_id=1 + number % SELLERS, quantity=1, stamp=number + 1))


def _tap(card: int, button: CallbackData) -> tuple[str, Json]:
    return "taps", {"message_id": card, "data": button.pack()}


ACTIONS: dict[str, Action] = {
    "browsing: a link": link,
    "browsing: a page": page,
    "browsing: a product": product,
    "words typed": words,
    "a count chosen": count,
    "an order": order,
}


async def main(sandbox: Sandbox, folder: Path) -> None:
    """Print the figures."""
    costs, echoes, parts = defaultdict[str, list[Cost]](list), list[float](), dict[str, dict[str, float]]()
    async with ClientSession() as http:
        off = {"overall_per_second": 0, "per_chat_per_second": 0, "group_per_minute": 0}
        await http.post(f"{sandbox.url}/limits", json=off)
        bot_id = next(bots)
        async with lapak_on(folder, http, sandbox.url, bot_id) as (town, spent):
            for number in range(SELLERS):
                await sells(await town.person(f"Bu Sari {number}"), "Keripik pisang 15rb stok 900000")
            echoes.append(await echo_cost(http, sandbox.url))
            bar, names = Bar("measuring"), [*ACTIONS] * RUNS
            for done, name in enumerate(names, 1):
                cost = await lapak_cost(town, spent, await crowd_of(http, sandbox.url), ACTIONS[name])
                # A machine that is shared is now faster, now slower: what is compared is measured side by side.
                echoes.append(await echo_cost(http, sandbox.url))
                cost.echoes = cost.milliseconds / statistics.mean(echoes[-2:])
                costs[name].append(cost)
                bar(done, len(names))
            for kind, action in ACTIONS.items():
                await lapak_cost(town, spent, await crowd_of(http, sandbox.url), action, spent.looked_at())
                parts[kind] = {part: 1000 * used / (PEOPLE * ROUNDS) for part, used in spent.seconds.items()}
        few, many = [await drained(folder, http, sandbox.url, bot_id, count) for count in (FEW, BACKLOG)]
    print(f"{'an echo':20}{statistics.median(echoes):6.2f} ms CPU ({min(echoes):.2f} to {max(echoes):.2f})")
    for name, runs in costs.items():
        runs.sort(key=lambda run: run.echoes)
        cost, each = runs[len(runs) // 2], ", ".join(f"{run.echoes:.2f}" for run in runs)
        print(f"{name:20}{cost.milliseconds:6.2f} ms CPU, {cost.echoes:.2f} echoes ({each}); {cost.rate:.0f} a second")
        for part, milliseconds in sorted(parts[name].items(), key=lambda part: -part[1])[:6]:
            print(f"{'':20}{milliseconds:6.2f} ms {part}")
        rest = cost.milliseconds - sum(parts[name].values())
        print(f"{'':20}{rest:6.2f} ms all else: Telegram's JSON, handlers, cards, HTTP, commits")
    print(f"{'a backlog':20}of {BACKLOG:,}: {many:.0f} turns a second, {100 * many / few:.0f} % of the rate with {FEW}")


if __name__ == "__main__":
    run_on_stage(main)
