"""Days off: "Libur dulu", or "melaut sampai Jumat" out of the blue; and opening again."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.types import Message

from handlers.captions import WRITTEN
from handlers.cards import resting
from handlers.cards.days import today_card
from handlers.parts import Turn
from handlers.states import Listing, Ordering, Resting, Searching, Stall
from handlers.taps import Go
from handlers.taps import Rest as RestTap
from shop.errors import ShopError
from shop.holidays import close_stall, my_rest, open_again
from shop.reading import Rest, read_opening, read_rest
from shop.rules import opening_at
from shop.stalls import my_stall
from shop.views import StallView

router = Router(name="resting")
# What may be said at any time, unless another question is open that wants its own answer.
OUT_OF_THE_BLUE = StateFilter(
    *(None, Resting.until, Stall.place, Stall.payment),
    *(Ordering.count, Ordering.cart, Searching.words, Listing.offered),
)


async def closes_for_a_while(message: Message, turn: Turn) -> dict[str, Rest | StallView | None] | bool:
    """A filter: somebody who has a stall says that it closes. Hands on what was `said`, and the `stall`."""
    text = message.text or ""
    if read_rest(text, turn.now.date()) is None:
        return False
    stall = await turn.read(my_stall, turn.person.id)
    return {"said": read_rest(text, _today(stall, turn.now)), "stall": stall} if stall else False


@router.message(OUT_OF_THE_BLUE, *WRITTEN, closes_for_a_while)
async def say_rest(_: Message, said: Rest, stall: StallView, turn: Turn) -> None:
    """ "Melaut sampai Jumat": read back; a day in doubt is asked."""
    why = resting.REASON_KEYS.index(said.why)
    await _read_back(said.opens, said.guesses, why, stall, turn)


@router.message(Command("libur"))
@router.callback_query(Go.filter(F.to == "rest"))
async def ask_rest(_: object, turn: Turn) -> None:
    """ "Libur dulu": until when?"""
    stall = (await turn.read(my_rest, turn.person.id)).stall
    await _read_back(None, (), len(resting.REASON_KEYS) - 1, stall, turn)


@router.message(Resting.until, *WRITTEN)
async def type_day(message: Message, turn: Turn) -> None:
    """The day in words. Raises ShopError, and the question stays open, if it names none."""
    stall = (await turn.read(my_rest, turn.person.id)).stall
    read = read_opening(message.text or "", _today(stall, turn.now))
    if read is None:
        raise ShopError("rest-day-not-understood")
    await _read_back(*read, int((await turn.state.get_data())["why"]), stall, turn)


@router.callback_query(RestTap.filter(F.do == "day"))
async def tap_day(_: object, callback_data: RestTap, turn: Turn) -> None:
    """One of the days that were offered."""
    stall = (await turn.read(my_rest, turn.person.id)).stall
    await _read_back(_day(callback_data.day), (), _why(callback_data), stall, turn)


@router.callback_query(RestTap.filter(F.do.in_({"wait", "refuse"})))
async def close(_: object, callback_data: RestTap, turn: Turn) -> None:
    """What becomes of orders was the last question: the stall is closed."""
    await turn.state.clear()
    day, why = _day(callback_data.day), resting.REASON_KEYS[_why(callback_data)]
    closed = await turn.transact.again(close_stall, turn.person.id, day, why, callback_data.do, turn.now)
    await turn.say(resting.closed_card(closed, turn.words))


@router.callback_query(RestTap.filter(F.do == "open"))
async def open_now(_: object, turn: Turn) -> None:
    """ "Buka sekarang": what waits is shown at once."""
    await turn.state.clear()
    day = await turn.transact.again(open_again, turn.person.id, turn.now)
    await turn.say(today_card(day, turn.words, turn.words("opened-now")))


async def _read_back(day: date | None, guesses: tuple[date, ...], why: int, stall: StallView, turn: Turn) -> None:
    if day is None:
        await turn.state.set_state(Resting.until)
        await turn.state.set_data({"why": why})
        await turn.say(resting.ask_until_card(turn.words, _today(stall, turn.now), why, guesses))
        return
    opening_at(day, stall.zone, turn.now)
    await turn.state.clear()
    await turn.say(resting.confirm_rest_card(turn.words, day, why))


def _today(stall: StallView, now: datetime) -> date:
    return now.astimezone(ZoneInfo(stall.zone)).date()


def _day(number: int) -> date:
    try:
        return date(number // 10_000, number // 100 % 100, number % 100)
    except ValueError:
        raise ShopError("rest-is-past") from None


def _why(tap: RestTap) -> int:
    return tap.why if 0 <= tap.why < len(resting.REASON_KEYS) else len(resting.REASON_KEYS) - 1
