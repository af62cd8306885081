"""One's own products on sale: looking at them, changing, hiding and removing them."""

from typing import Any

from aiogram import F, Router
from aiogram.types import Message

from handlers.captions import WRITTEN, files_in
from handlers.cards import products
from handlers.cards.stock import restocked_card
from handlers.filling import price_said
from handlers.parts import Turn
from handlers.states import Changing, ask_about, product_asked_about
from handlers.taps import Own, OwnShelf
from shop.errors import ShopError
from shop.listings import fill_draft, replace_photos
from shop.reading import read_stock_said, read_variant_counts
from shop.shelves import look_at_own, own_shelf, show_product
from shop.stock import add_stock, set_stock, set_variants

router = Router(name="own products")
NEW_STATES = {"hide": "hidden", "reveal": "on sale"}


@router.callback_query(OwnShelf.filter())
async def my_products(_: object, callback_data: OwnShelf, turn: Turn) -> None:
    """A page of one's own products."""
    await turn.say(products.own_shelf_card(await turn.read(own_shelf, turn.person.id, callback_data.page), turn.words))


@router.callback_query(Own.filter(F.do.in_({"look", "more", "remove"})))
async def look_at_mine(_: object, callback_data: Own, turn: Turn) -> None:
    """One product of one's own."""
    await turn.state.clear()
    product = await turn.read(look_at_own, turn.person.id, callback_data.product_id)
    if product.state == "draft":
        raise ShopError("draft-not-published", product_id=product.id)
    cards = {
        "look": products.own_product_card,
        "more": products.own_product_more_card,
        "remove": products.sure_to_remove_card,
    }
    await turn.say(cards[callback_data.do](product, turn.words))


@router.callback_query(Own.filter(F.do.in_({"name", "price", "stock", "photo"})))
async def ask_new(_: object, callback_data: Own, turn: Turn) -> None:
    """What is the new name, price, stock or photo?"""
    product = await turn.read(look_at_own, turn.person.id, callback_data.product_id)
    await ask_about(getattr(Changing, callback_data.do), product.id, turn)
    await turn.say(products.ask_new_card(callback_data.do, product, turn.words))


@router.callback_query(Own.filter(F.do.in_({"hide", "reveal", "removed"})))
async def show_or_hide(_: object, callback_data: Own, turn: Turn) -> None:
    """Hide, show again, remove."""
    await turn.state.clear()
    new_state = NEW_STATES.get(callback_data.do, "removed")
    product = await turn.transact(show_product, turn.person.id, callback_data.product_id, new_state, turn.now)
    card = products.removed_card if new_state == "removed" else products.own_product_card
    await turn.say(card(product, turn.words))


@router.message(Changing.name, *WRITTEN)
async def change_name(message: Message, turn: Turn) -> None:
    """A new name."""
    await _change({"name": message.text or ""}, turn)


@router.message(Changing.price, *WRITTEN)
async def change_price(message: Message, turn: Turn) -> None:
    """A new price; a doubtful one is asked back."""
    answer = await price_said(message, turn)
    if answer is not None:
        await _change(answer, turn)


@router.message(Changing.stock, *WRITTEN)
async def change_stock_total(message: Message, turn: Turn) -> None:
    """So many are there in all, more, or less; of one variant, or of each."""
    product = await turn.read(look_at_own, turn.person.id, await product_asked_about(turn))
    number = (await turn.state.get_data()).get("number", 0)
    counts = read_variant_counts(message.text or "", product.terms.variants, product.name or "")
    said = None if counts else read_stock_said(message.text or "", product.name or "")
    if not counts and said is None:
        raise ShopError("stock-not-understood")
    await turn.state.clear()
    person_id, now = turn.person.id, turn.now
    if said is None:
        restocked = await turn.transact(set_variants, person_id, product.id, counts or {}, now)
    else:
        answer = add_stock if said.changes else set_stock
        restocked = await turn.transact(answer, person_id, product.id, said.count, now, said.unit, number)
    await turn.say(restocked_card(restocked, turn.words))


@router.message(Changing.photo, F.photo | F.document)
async def change_photo(_: Message, turn: Turn) -> None:
    """New photos instead of the old ones."""
    files = files_in(turn.album)
    if not files:
        raise ShopError("photo-not-image")
    photos = [await turn.take_photo(file_id, size) for file_id, size in files]
    product_id = await product_asked_about(turn)
    await turn.state.clear()
    product = await turn.transact(replace_photos, turn.person.id, product_id, photos)
    await turn.say(products.own_product_card(product, turn.words))


async def _change(answer: dict[str, Any], turn: Turn) -> None:
    product_id = await product_asked_about(turn)
    await turn.state.clear()
    product = await turn.transact(fill_draft, turn.person.id, product_id, turn.now, **answer)
    await turn.say(products.own_product_card(product, turn.words))
