"""How a product of one's own is sold: counted, made to order, for today only; by the half kg, the quarter, the ons."""

from aiogram import F, Router
from aiogram.types import Message

from handlers.captions import WRITTEN, days_in
from handlers.cards import kinds
from handlers.parts import Turn
from handlers.states import Changing, ask_about, product_asked_about
from handlers.taps import Kind, Own
from shop.amounts import STEPS
from shop.kinds import sell_as, sell_by
from shop.shelves import look_at_own

router = Router(name="kinds")


@router.callback_query(Own.filter(F.do == "kind"))
async def show_kinds(_: object, callback_data: Own, turn: Turn) -> None:
    """ "Cara jual": as it is now, and the other ways."""
    await turn.state.clear()
    product = await turn.read(look_at_own, turn.person.id, callback_data.product_id)
    await turn.say(kinds.kinds_card(product, turn.words))


@router.callback_query(Kind.filter(F.do.in_({"counted", "batch"})))
async def choose_kind(_: object, callback_data: Kind, turn: Turn) -> None:
    """ "Stok dihitung" or "Untuk hari ini saja"."""
    await turn.state.clear()
    product = await turn.transact(sell_as, turn.person.id, callback_data.product_id, callback_data.do, turn.now)
    await turn.say(kinds.kinds_card(product, turn.words))


@router.callback_query(Kind.filter(F.do == "made"))
async def ask_days(_: object, callback_data: Kind, turn: Turn) -> None:
    """ "Dibuat kalau dipesan": in how many days?"""
    product = await turn.read(look_at_own, turn.person.id, callback_data.product_id)
    await ask_about(Changing.days, product.id, turn)
    await turn.say(kinds.ask_days_card(product, turn.words))


@router.callback_query(Kind.filter(F.do == "days"))
async def tap_days(_: object, callback_data: Kind, turn: Turn) -> None:
    """The days on a button."""
    await _made_in(callback_data.product_id, callback_data.amount, turn)


@router.message(Changing.days, *WRITTEN)
async def type_days(message: Message, turn: Turn) -> None:
    """The days in words."""
    await _made_in(await product_asked_about(turn), days_in(message), turn)


@router.callback_query(Kind.filter(F.do.in_(set(STEPS))))
async def choose_step(_: object, callback_data: Kind, turn: Turn) -> None:
    """By the half, the quarter, the ons, or whole."""
    product = await turn.transact(sell_by, turn.person.id, callback_data.product_id, callback_data.do, turn.now)
    await turn.say(kinds.kinds_card(product, turn.words))


async def _made_in(product_id: int, days: int, turn: Turn) -> None:
    await turn.state.clear()
    product = await turn.transact(sell_as, turn.person.id, product_id, "made", turn.now, days)
    await turn.say(kinds.kinds_card(product, turn.words))
