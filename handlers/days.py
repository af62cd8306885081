""" "Hari ini": what there is to do; and how the week goes."""

from aiogram import F, Router
from aiogram.filters import Command

from handlers.cards.days import today_card
from handlers.cards.stock import low_stock_card
from handlers.cards.weeks import week_card
from handlers.parts import Turn
from handlers.taps import Go, Today
from shop.days import today
from shop.stock import first_low
from shop.weeks import MOST_WEEKS_BACK, my_week

router = Router(name="days")


@router.message(Command("hariini", "today"))
@router.callback_query(Go.filter(F.to == "today"))
async def show_today(_: object, turn: Turn) -> None:
    """ "Hari ini"."""
    await turn.state.clear()
    await turn.say(today_card(await turn.read(today, turn.person.id, turn.now), turn.words))


@router.callback_query(Today.filter(F.do == "day"))
async def turn_page(_: object, callback_data: Today, turn: Turn) -> None:
    """More of what there is to do."""
    await turn.say(today_card(await turn.read(today, turn.person.id, turn.now, callback_data.page), turn.words))


@router.callback_query(Today.filter(F.do == "low"))
async def restock(_: object, turn: Turn) -> None:
    """ "Isi stok": what is needed first; the others follow its answer."""
    product, more = await turn.read(first_low, turn.person.id, turn.now)
    if product is None:
        await show_today(_, turn)
        return
    await turn.say.toast()
    await turn.say.news(low_stock_card(product, turn.words, more))


@router.callback_query(Today.filter(F.do == "week"))
async def show_week(_: object, callback_data: Today, turn: Turn) -> None:
    """ "Minggu ini", and the weeks before it. A picture is a new message."""
    weeks_back = min(max(0, callback_data.page), MOST_WEEKS_BACK)
    week = await turn.read(my_week, turn.person.id, turn.now, weeks_back)
    await turn.say.toast()
    await turn.say.news(week_card(week, turn.words, weeks_back))
