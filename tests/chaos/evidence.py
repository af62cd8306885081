"""What is known after a storm: what people were told, what they did and saw, and what the database holds."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import orjson
from sqlmodel import Session, col, func, select

from locales import plainly, words_in
from models.broadcasts import Broadcast, Delivery
from models.inbox import InboxRow
from models.notices import Notice
from models.orders import Order, OrderLine
from models.products import Product
from models.stock import StockMove

Json = dict[str, Any]
GAPS = ("order", "order_id", "stall", "buyer", "state")
SAYING = {"sendmessage", "sendphoto", "editmessagetext", "editmessagecaption", "editmessagemedia"}


@cache
def sentence(key: str, *said: str) -> re.Pattern[str]:
    """Finds one of our sentences in what was said; a gap is a group if it stands in `said`, else anything."""
    gaps = {name: f"@{name}@" for name in GAPS}
    pattern = re.escape(plainly(words_in("id")(key, **gaps)).partition("\n")[0].partition("?")[0])
    for name, gap in gaps.items():
        pattern = pattern.replace(re.escape(gap), rf"(?P<{name}>\d+)" if name in said else ".+?")
    return re.compile(pattern)


CONFIRMED = sentence("bought-placed", "order")
ACCEPTED = sentence("bought-accepted", "order")
NEW_ORDER = sentence("notice-order-placed", "order")
NOTHING_LEFT = tuple(re.compile(re.escape(start)) for start in ("Yah, baru saja habis", "Tinggal ", "😔 Habis"))
ANY_ORDER = re.compile(r"#(\d+)")


def says_nothing_left(text: str) -> bool:
    """Whether somebody was told that there is nothing, or not enough, for them."""
    return any(start.search(text) for start in NOTHING_LEFT)


@dataclass(frozen=True)
class Said:
    """Something that Telegram took from the bot: the journal's number, whom to, the words, and whether it is news."""

    n: int
    chat_id: int
    text: str
    is_new: bool


def said_in(journal: Iterable[Json]) -> Iterator[Said]:
    """All that people were told, oldest first."""
    for call in journal:
        if call["accepted"] and call["method"] in SAYING:
            params = call["params"]
            media = orjson.loads(params["media"]) if "media" in params else {}
            text = params.get("text") or params.get("caption") or media.get("caption") or ""
            yield Said(call["n"], int(call["chat_id"]), text, call["method"].startswith("send"))


def starts_in(journal: Iterable[Json]) -> list[int]:
    """The journal's numbers at which lives begin: a bot asks who it is and has said nothing yet."""
    starts, has_spoken = list[int](), True
    for call in journal:
        if call["method"] == "getme" and has_spoken:
            starts.append(call["n"])
            has_spoken = False
        elif call["method"].startswith(("send", "edit", "copy", "answer")):
            has_spoken = True
    return starts


def confirmed_in(journal: Iterable[Json]) -> int:
    """Every update below this number was confirmed to Telegram."""
    offsets = (call["params"].get("offset") for call in journal if call["method"] == "getupdates")
    return max((int(offset) for offset in offsets if offset), default=0)


def read_journal(file: Path) -> list[Json]:
    """The sandbox's journal; a last line that was cut short doesn't count."""
    lines = file.read_bytes().split(b"\n")[:-1]
    return [orjson.loads(line) for line in lines]


@dataclass
class Purchase:
    """What one buyer did and saw. `wanted` is how many orders they meant to place."""

    buyer_id: int
    wanted: int = 1
    pressed: bool = False
    cancelled: bool = False
    orders_seen: set[int] = field(default_factory=set)
    sold_out_seen: bool = False


@dataclass
class Acknowledged:
    """What people did and were shown, as they remember it.

    `supply`: pieces of each product that its seller put there, at first and later; `accepted`: orders that the seller
    was shown as taken.
    """

    seller_id: int
    first_update: int
    supply: Counter[int] = field(default_factory=Counter)
    purchases: list[Purchase] = field(default_factory=list)
    accepted: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class OrderRow:
    """An order: who, in which state, and how many pieces of which product went out for it."""

    order_id: int
    buyer_id: int
    state: str
    taken: dict[int, int]


@dataclass(frozen=True)
class MoveRow:
    """A line of the ledger."""

    product_id: int
    change: int
    reason: str
    order_id: int | None


@dataclass
class Rows:
    """What the database holds. `updates`: the ids in the inbox; `waiting`: what is still to be done, in words;
    `copies`: the fate of each (announcement, person).
    """

    stock: dict[int, int] = field(default_factory=dict)
    orders: list[OrderRow] = field(default_factory=list)
    moves: list[MoveRow] = field(default_factory=list)
    updates: set[int] = field(default_factory=set)
    waiting: list[str] = field(default_factory=list)
    copies: dict[tuple[int, int], str] = field(default_factory=dict)


def books_in(session: Session) -> Rows:
    """Stock, orders and the ledger: what has to balance at any moment."""
    taken: dict[int, dict[int, int]] = defaultdict(dict)
    for order_id, product_id, pieces in session.exec(select(OrderLine.order_id, OrderLine.product_id, OrderLine.taken)):
        taken[order_id][product_id] = pieces
    orders = session.exec(select(Order.id, Order.buyer_id, Order.state).order_by(col(Order.id)))
    moves = session.exec(select(StockMove.product_id, StockMove.change, StockMove.reason, StockMove.order_id))
    return Rows(
        stock=dict(iter(session.exec(select(Product.id, Product.stock)))),
        orders=[OrderRow(number, buyer, state, taken[number]) for number, buyer, state in orders],
        moves=[MoveRow(*move) for move in moves],
    )


def rows_in(session: Session) -> Rows:
    """All that the checker asks about."""
    rows = books_in(session)
    rows.updates = set(session.exec(select(InboxRow.update_id)))
    rows.waiting = [
        *(f"update {number}: {state}" for number, state in session.exec(_undone_updates())),
        *(f"notice {number}: {state}" for number, state in session.exec(_undone_notices())),
    ]
    copies = session.exec(select(Broadcast.message_ids, Delivery.person_id, Delivery.state).join(Delivery))
    rows.copies = {(message_ids[0], person): state for message_ids, person, state in copies}
    return rows


def is_at_rest(session: Session) -> bool:
    """Whether nothing waits any more, neither in the inbox nor in the outbox nor in a broadcast."""
    counted = [
        select(func.count()).select_from(InboxRow).where(InboxRow.state == "waiting"),
        select(func.count()).select_from(Notice).where(Notice.state == "waiting"),
        select(func.count()).select_from(Delivery).where(col(Delivery.state).in_(["waiting", "sending"])),
        select(func.count()).select_from(Broadcast).where(Broadcast.state == "sending"),  # its report is still to come
    ]
    return not any(session.exec(query).one() for query in counted)


def _undone_updates() -> Any:
    return select(InboxRow.update_id, InboxRow.state).where(InboxRow.state != "done")


def _undone_notices() -> Any:
    return select(Notice.id, Notice.state).where(col(Notice.state).in_(["waiting", "failed"]))
