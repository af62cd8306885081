""" "Hari ini": everything that a stall has to do now, the most urgent first."""

from datetime import datetime

from models.database import Session
from models.days import count_orders, orders_to_see_to
from models.orders import Order
from models.products import low_products
from models.stalls import Stall
from shop.stalls import own_stall
from shop.views import StallView, View, stall_view

# What there is to do about an order at each stage, the most urgent first.
TASKS = {"placed": "answer", "claimed": "collect", "ready": "hand-over", "accepted": "make"}
PAGE = 6


class Due(View):
    """An order that something is to be done about; `name` is its first line's, `more` how many lines follow."""

    order_id: int
    task: str
    buyer: str
    name: str
    more: int


class Day(View):
    """What a stall has to do: `tasks` counts orders by task, `due` is a page of them, `low` what is low or out."""

    stall: StallView
    tasks: dict[str, int]
    due: tuple[Due, ...]
    page: int
    pages: int
    low: tuple[str, ...]


def today(session: Session, person_id: int, now: datetime, page: int = 0) -> Day:
    """What the person's stall has to do now. Raises ShopError("no-stall")."""
    return day_of(session, own_stall(session, person_id), now, page)


def day_of(session: Session, stall: Stall, now: datetime, page: int = 0) -> Day:
    """What this stall has to do now: four queries, however much it is."""
    stages, stall_id = tuple(TASKS), stall.id
    counts = count_orders(session, stall_id, stages)
    pages = max(1, -(-sum(counts.values()) // PAGE))
    page = min(max(0, page), pages - 1)
    rows = orders_to_see_to(session, stall_id, stages, page * PAGE, PAGE) if counts else []
    low = low_products(session, stall_id, stall.low_mark, now)
    return Day(
        stall=stall_view(stall),
        tasks={task: counts[stage] for stage, task in TASKS.items() if stage in counts},
        due=tuple(
            Due(order_id=order.id, task=_task(order), buyer=buyer, name=name, more=lines - 1)
            for order, buyer, name, lines in rows
        ),
        page=page,
        pages=pages,
        low=tuple(product.name or "" for product in low),
    )


def _task(order: Order) -> str:
    return TASKS["claimed" if order.payment == "claimed" else order.state]
