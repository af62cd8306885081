"""A stall's week in numbers: what was sold on which day, what went best, how fast orders were answered."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from statistics import median

from models.database import Session
from models.days import answered_between, best_sold, sold_by_day
from models.products import low_products
from models.stalls import Stall
from shop import rules
from shop.stalls import own_stall
from shop.views import StallView, View, stall_view

DAYS = 7
BEST = 3
MOST_WEEKS_BACK = 52


class DaySold(View):
    """What was sold on one day: packs and rupiah."""

    day: date
    packs: int
    rupiah: int


class Sold(View):
    """What was sold of one product: packs and rupiah."""

    name: str
    packs: int
    rupiah: int


class Week(View):
    """A week from Monday to Sunday, as the stall's zone sees it. `answer_minutes` is the median; None without answers.

    `low` names what is low or out by now.
    """

    stall: StallView
    days: tuple[DaySold, ...]
    best: tuple[Sold, ...]
    answer_minutes: int | None
    low: tuple[str, ...]

    @property
    def packs(self) -> int:
        """How many were sold in the week."""
        return sum(day.packs for day in self.days)

    @property
    def rupiah(self) -> int:
        """What they brought."""
        return sum(day.rupiah for day in self.days)


def my_week(session: Session, person_id: int, now: datetime, weeks_back: int = 0) -> Week:
    """This week of the person's stall so far, or a week before it. Raises ShopError("no-stall")."""
    stall = own_stall(session, person_id)
    back = min(max(0, weeks_back), MOST_WEEKS_BACK)
    return week_of(session, stall, rules.monday_of(now, stall.zone, back), now)


def week_of(session: Session, stall: Stall, monday: date, now: datetime) -> Week:
    """The week of this stall that begins on a Monday."""
    stall_id = stall.id
    starts = rules.days_from(monday, stall.zone, DAYS)
    since, until = starts[0], starts[-1]
    return report(
        stall_view(stall),
        monday,
        sold_by_day(session, stall_id, starts),
        best_sold(session, stall_id, since, until, BEST),
        answered_between(session, stall_id, since, until),
        [product.name or "" for product in low_products(session, stall_id, stall.low_mark, now)],
    )


def sold_anything(session: Session, stall: Stall, monday: date) -> bool:
    """Whether the week that begins on this Monday is worth a picture."""
    return bool(sold_by_day(session, stall.id, rules.days_from(monday, stall.zone, DAYS)))


def report(
    stall: StallView,
    monday: date,
    by_day: Mapping[int, tuple[int, int]],
    best: Sequence[tuple[str, int, int]],
    answers: Sequence[tuple[datetime, datetime]],
    low: Sequence[str],
) -> Week:
    """The week as a view of what the queries found (pure); `by_day` is number of the day -> (packs, rupiah)."""
    nothing = (0, 0)
    sold = (by_day.get(number, nothing) for number in range(DAYS))
    waits = [(answered - placed).total_seconds() / 60 for placed, answered in answers]
    return Week(
        stall=stall,
        days=tuple(
            DaySold(day=monday + timedelta(days=number), packs=packs, rupiah=rupiah)
            for number, (packs, rupiah) in enumerate(sold)
        ),
        best=tuple(Sold(name=name, packs=packs, rupiah=rupiah) for name, packs, rupiah in best),
        answer_minutes=round(median(waits)) if waits else None,
        low=tuple(low),
    )
