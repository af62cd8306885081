"""Pure decisions: nothing here asks a database, a clock or a person. `now` is an argument."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zlib import crc32
from zoneinfo import ZoneInfo

from shop.errors import ShopError

CONSENT_VERSION = 1
MOST_RUPIAH = 1_000_000_000
MOST_PIECES = 1_000_000
MOST_ORDERED = 10_000
LONGEST_NAME = 80
UNSEEN_LETTERS = "\u115f\u1160\u3164\uffa0"  # fillers of Hangul: letters by name, blank on a screen
MOST_PHOTOS = 10
LISTED = 8  # so many orders are a list that one looks through on a phone; there may be more
LONGEST_WAIT_DAYS = 365

# What of a caption is asked back when it is in doubt, and what is left out then, and said to be.
ASKED_IF_DOUBTFUL = ("variants", "preorder_days")
LEFT_OUT_IF_DOUBTFUL = ("tiers", "min_order", "cod")

QUIET_FROM = time(21)
QUIET_UNTIL = time(6)
ASK_AGAIN_AFTER = (timedelta(minutes=15), timedelta(hours=2))
LADDER_MORNING = 7
STEPS_APART = timedelta(hours=2)
LAPSES_AFTER = timedelta(hours=24)
PACE_DAYS = 14
SALES_FOR_A_PACE = 3
# For so long a piece is kept in mind for somebody who was told that it is back; then the next one hears of it.
TURN_LASTS = timedelta(hours=2)
UNTOUCHED_DAYS = 14
WEEKLY_DAY, WEEKLY_HOUR = 0, 9  # Monday, 9 o'clock
OPENS_AT = 7  # when a stall that was closed opens again, on the day that its seller named
LONGEST_REST = timedelta(days=180)
ANSWER_HOURS = (6, 12, 24, 48)
ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}


class Who(StrEnum):
    """Who may move an order on."""

    BUYER = "buyer"
    SELLER = "seller"
    CLOCK = "clock"


# An order's life: what may be done to it, by whom, from which states, and where that leads.
ORDER_MOVES: dict[str, tuple[Who, tuple[str, ...], str]] = {
    "accept": (Who.SELLER, ("placed",), "accepted"),
    "offer": (Who.SELLER, ("placed", "offered"), "offered"),
    "agree": (Who.BUYER, ("offered",), "accepted"),
    "decline": (Who.SELLER, ("placed", "offered"), "declined"),
    "cancel": (Who.BUYER, ("placed", "offered"), "cancelled"),
    "lapse": (Who.CLOCK, ("placed", "offered"), "lapsed"),
    "revive": (Who.BUYER, ("lapsed",), "accepted"),
    "ready": (Who.SELLER, ("accepted",), "ready"),
    "send": (Who.SELLER, ("accepted", "ready"), "sent"),
    "withdraw": (Who.SELLER, ("accepted", "ready"), "declined"),
    "receive": (Who.BUYER, ("accepted", "ready", "sent"), "finished"),
    "finish": (Who.SELLER, ("accepted", "ready", "sent"), "finished"),
    "leave": (Who.BUYER, ("placed", "offered", "accepted", "ready"), "cancelled"),  # the buyer is forgotten
    "close": (Who.SELLER, ("placed", "offered"), "declined"),  # the seller is
}
GIVES_STOCK_BACK = ("decline", "cancel", "lapse", "withdraw", "leave", "close")
OPEN_STATES = ("placed", "offered", "accepted", "ready", "sent")
PROMISED_STATES = ("accepted", "ready", "sent")
OFFER_WAITS = timedelta(hours=2)
# When a buyer is asked whether the goods have come: after what was to be fetched, and what was sent.
ASK_IF_ARRIVED = {"ready": timedelta(hours=24), "sent": timedelta(hours=48)}
RATINGS = (1, 2, 3)

# How an order's payment goes on, beside its life: the buyer says so; the seller, who sees her account, decides.
PAYMENT_MOVES: dict[str, tuple[Who, tuple[str, ...], str]] = {
    "claim": (Who.BUYER, ("open",), "claimed"),
    "confirm": (Who.SELLER, ("open", "claimed"), "paid"),
    "not yet": (Who.SELLER, ("claimed",), "open"),
}
PAYABLE_STATES = (*PROMISED_STATES, "finished")
PROOF_EXPECTED = timedelta(days=7)  # what is finished for longer was paid in cash, and nobody has said so


def check_price(price: int) -> int:
    """A price in rupiah that may be asked; raises ShopError("price-absurd") otherwise."""
    if not 0 < price <= MOST_RUPIAH:
        raise ShopError("price-absurd")
    return price


def check_pack(per: int) -> int:
    """How many units a price may be for; raises ShopError("price-absurd") otherwise."""
    if not 0 < per <= MOST_PIECES:
        raise ShopError("price-absurd")
    return per


def check_stock(stock: int, parts: int = 1) -> int:
    """A number of pieces that may be kept, in parts of a unit; raises ShopError("stock-absurd") otherwise."""
    if not 0 <= stock <= MOST_PIECES * parts:
        raise ShopError("stock-absurd")
    return stock


def check_quantity(quantity: int, product_id: int, parts: int = 1) -> int:
    """A number of packs, or of parts of a unit, that may be ordered; raises ShopError("quantity-absurd") otherwise."""
    if not 0 < quantity <= MOST_ORDERED * parts:
        raise ShopError("quantity-absurd", product_id=product_id)
    return quantity


def check_days(days: int) -> int:
    """For how many days a buyer may have to wait; raises ShopError("days-not-understood") otherwise."""
    if not 0 <= days <= LONGEST_WAIT_DAYS:
        raise ShopError("days-not-understood")
    return days


def mark_of(said: str) -> int:
    """A number from 0 by which a button tells whether what was said beside it is still so."""
    return crc32(said.encode()) % 2**31


def can_be_seen(name: str) -> bool:
    """Whether a screen shows anything of it."""
    return any(letter.isprintable() and not letter.isspace() and letter not in UNSEEN_LETTERS for letter in name)


def check_name(name: str) -> str:
    """A name that people can read; raises ShopError for one without letters or too long for a card."""
    name = " ".join(name.split())
    if not any(letter.isalpha() and can_be_seen(letter) for letter in name):
        raise ShopError("name-has-no-letters")
    if len(name) > LONGEST_NAME:
        raise ShopError("name-too-long", most=LONGEST_NAME)
    return name


def missing_in(name: str | None, price: int | None, doubts: list[str]) -> str | None:
    """What still has to be asked before a product can be shown, or None.

    A doubtful price counts as missing: a public price that is off by a thousand is the worst thing we can do.
    """
    if name is None or "name" in doubts:
        return "name"
    if price is None or "price" in doubts:
        return "price"
    return next((field for field in ASKED_IF_DOUBTFUL if field in doubts), None)


def is_low(stock: int, mark: int, single_piece: bool) -> bool:
    """Whether a seller would want to hear of this stock. A single piece is never low, only sold."""
    return stock == 0 or (stock <= mark and not single_piece)


def crossed_low(before: int, after: int, mark: int, single_piece: bool) -> bool:
    """Whether a sale has just taken the stock to where the seller wants to be told."""
    return is_low(after, mark, single_piece) and not is_low(before, mark, single_piece)


def ladder(placed_at: datetime, zone: str, lapses_at: datetime) -> list[datetime]:
    """When a seller who doesn't answer an order is asked again: after 15 minutes, 2 hours, and the next morning at 7.

    Quiet hours put off; steps that would then follow too closely on each other are one; none comes after the limit.
    """
    steps = sorted({polite_time(placed_at + wait, zone) for wait in ASK_AGAIN_AFTER})
    morning = next_morning(placed_at, zone, LADDER_MORNING)
    if morning - steps[-1] >= STEPS_APART:
        steps.append(morning)
    return [step for step in steps if step < lapses_at]


def phone_at(placed_at: datetime, zone: str, lapses_at: datetime) -> datetime | None:
    """When a person should phone a seller whom no message has reached, or None if the limit comes first."""
    steps = ladder(placed_at, zone, lapses_at)
    call = polite_time((steps[-1] if steps else placed_at) + STEPS_APART, zone)
    return call if call < lapses_at else None


def opening_at(day: date, zone: str, now: datetime) -> datetime:
    """The moment at which a stall that is closed until this day opens again.

    Raises ShopError: rest-is-past, or rest-too-long for more than half a year.
    """
    today = day_of(now, zone)  # compared as days first: near the ends of the calendar there are no moments
    if day - today > LONGEST_REST:
        raise ShopError("rest-too-long")
    if day < today or (opening := datetime.combine(day, time(OPENS_AT), ZoneInfo(zone))) <= now:
        raise ShopError("rest-is-past")
    return opening.astimezone(now.tzinfo)


def check_answer_hours(hours: int) -> int:
    """For how long an order may wait for its answer; raises ShopError for what is not one of the choices."""
    if hours not in ANSWER_HOURS:
        raise ShopError("answer-hours-unknown")
    return hours


def monday_of(moment: datetime, zone: str, weeks_back: int = 0) -> date:
    """The Monday of the week that the moment lies in, as the zone sees it; or of a week before that one."""
    today = moment.astimezone(ZoneInfo(zone)).date()
    return today - timedelta(days=today.weekday() + 7 * weeks_back)


def days_from(first: date, zone: str, days: int) -> list[datetime]:
    """The moments at which so many days of the zone begin, and the one at which the last ends."""
    midnights = [datetime.combine(first + timedelta(days=n), time(), ZoneInfo(zone)) for n in range(days + 1)]
    return [midnight.astimezone(UTC) for midnight in midnights]


def days_left(stock: int, sold: int, sales: int) -> int | None:
    """For how many days the stock will last at the pace of the last 14 days; None with fewer than 3 sales."""
    if sales < SALES_FOR_A_PACE or sold <= 0:
        return None
    return round(stock * PACE_DAYS / sold)


def is_quiet(moment: datetime, zone: str) -> bool:
    """Whether people in this zone are asleep."""
    local = moment.astimezone(ZoneInfo(zone)).time()
    return local >= QUIET_FROM or local < QUIET_UNTIL


def polite_time(moment: datetime, zone: str) -> datetime:
    """`moment`, or the end of the quiet hours that it falls into."""
    if not is_quiet(moment, zone):
        return moment
    local = moment.astimezone(ZoneInfo(zone))
    day = local.date() + timedelta(days=1) if local.time() >= QUIET_FROM else local.date()
    return datetime.combine(day, QUIET_UNTIL, local.tzinfo).astimezone(moment.tzinfo)


def day_of(moment: datetime, zone: str) -> date:
    """Which day it is in the zone."""
    return moment.astimezone(ZoneInfo(zone)).date()


def closing(now: datetime, zone: str, hour: int) -> datetime:
    """When a batch that is put out now is gone: today at `hour`; at midnight if that is past."""
    at_hour = next_morning(now, zone, hour)
    return at_hour if day_of(at_hour, zone) == day_of(now, zone) else next_morning(now, zone, 0)


def last_batch(given: Iterable[tuple[datetime, int]], zone: str) -> int:
    """How many the seller put out on the last day on which she did, of (when, how many) newest first; 0 if never."""
    day, total = None, 0
    for at, pieces in given:
        day = day or day_of(at, zone)
        if day_of(at, zone) != day:
            break
        total += pieces
    return max(0, total)


def next_week(now: datetime, zone: str) -> datetime:
    """The first Monday after `now` at 9 o'clock in the zone."""
    morning = next_morning(now, zone, WEEKLY_HOUR)
    while morning.astimezone(ZoneInfo(zone)).weekday() != WEEKLY_DAY:
        morning = next_morning(morning, zone, WEEKLY_HOUR)
    return morning


def next_morning(now: datetime, zone: str, hour: int) -> datetime:
    """The first moment after `now` at which it is `hour` o'clock in the zone."""
    local = now.astimezone(ZoneInfo(zone))
    morning = datetime.combine(local.date(), time(hour), local.tzinfo)
    if morning <= local:
        morning = datetime.combine(local.date() + timedelta(days=1), time(hour), local.tzinfo)
    return morning.astimezone(now.tzinfo)
