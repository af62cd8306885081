""" "Kabari saya": a buyer asks to hear when a product is there again, or need not hear any more."""

from aiogram import F, Router

from handlers.browsing import show_product
from handlers.cards import wishes as cards
from handlers.parts import Turn
from handlers.taps import WishTap
from shop.wishes import forget_wish, wish_for

router = Router(name="wishes")


@router.callback_query(WishTap.filter(F.do == "ask"))
async def ask_to_be_told(_: object, callback_data: WishTap, turn: Turn) -> None:
    """One tap, and they are in the line; if it is there again meanwhile, here it is."""
    tap = callback_data
    wished = await turn.transact.again(wish_for, turn.person.id, tap.product_id, tap.variant, turn.now)
    if wished.waits:
        await turn.say(cards.waiting_card(wished.product, turn.words))
    else:
        await show_product(tap.product_id, turn)


@router.callback_query(WishTap.filter(F.do == "drop"))
async def drop(_: object, callback_data: WishTap, turn: Turn) -> None:
    """ "Tidak usah dikabari"."""
    product = await turn.transact.again(forget_wish, turn.person.id, callback_data.product_id, turn.now)
    await turn.say(cards.forgotten_card(product, turn.words))
