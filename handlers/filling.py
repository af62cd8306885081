"""Filling a draft: what is missing is asked, one at a time; what was said already can be changed."""

from collections.abc import Callable
from typing import Any

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State
from aiogram.types import Message

from handlers.captions import WRITTEN, days_in, reading_of, stock_total_in
from handlers.cards import Card, drafts, products
from handlers.doors import show_doors
from handlers.parts import Turn
from handlers.states import Changing, Listing, ask_about, product_asked_about
from handlers.taps import Draft
from locales import Words
from shop import reading
from shop.errors import ShopError
from shop.listings import fill_draft
from shop.shelves import look_at_own
from shop.views import ProductView

router = Router(name="filling")
UNREADABLE = F.voice | F.video | F.video_note | F.sticker | F.animation | F.audio | F.location | F.contact
QUESTIONS: dict[str, tuple[State, Callable[[ProductView, Words], Card]]] = {
    "name": (Listing.name, drafts.ask_name_card),
    "price": (Listing.price, drafts.ask_price_card),
    "other": (Listing.stock, drafts.ask_stock_card),
    "stock": (Listing.stated_stock, drafts.ask_stock_card),
    "preorder_days": (Listing.terms, drafts.ask_terms_card),
    "variants": (Listing.terms, drafts.ask_terms_card),
}


async def ask_next(product: ProductView, turn: Turn, news: bool = False) -> None:
    """Ask what the draft still lacks, or read it back with the button that puts it on sale.

    `news`: below what has just been said, instead of in its place.
    """
    say = turn.say.news if news else turn.say
    if product.state != "draft":
        await turn.state.clear()
        await say(products.own_product_card(product, turn.words))
    elif not product.missing:
        await turn.state.clear()
        if product.stated_stock is None:
            await ask_about(Listing.offered, product.id, turn)
        await say(drafts.draft_card(product, turn.words, first_time=not turn.person.consented))
    else:
        question, card = QUESTIONS[product.missing]
        await ask_about(question, product.id, turn)
        await say(card(product, turn.words))


def only_drafts(product: ProductView) -> ProductView:
    """Raises ShopError("already-on-sale") for what is no draft any more."""
    if product.state != "draft":
        raise ShopError("already-on-sale", product_id=product.id)
    return product


async def price_said(message: Message, turn: Turn) -> dict[str, Any] | None:
    """The price in a message, to be filled in; None if it was doubtful ("25"): what it may mean is asked on buttons."""
    product = await turn.read(look_at_own, turn.person.id, await product_asked_about(turn))
    text, variants = message.text or "", product.terms.variants
    each = reading.read_variant_prices(text, variants, product.name or "", product.per, product.unit)
    if each:
        return {"variant_prices": each}
    reply = reading.read_price(text)
    if len(variants) > 1 and (each is None or reply.price is None):
        raise ShopError("variant-prices-not-understood", first=variants[0], second=variants[1])
    if reply.price is None:
        raise ShopError("price-not-understood")
    if reply.ambiguous:
        guesses, words = reply.guesses, turn.words
        await turn.say(drafts.guess_price_card(product.id, guesses, words, per=reply.per, unit=reply.unit))
        return None
    return {"price": reply.price, "per": reply.per, "unit": reply.unit}


@router.message(Listing.name, *WRITTEN)
async def answer_name(message: Message, turn: Turn) -> None:
    """The name; somebody who writes "Keripik pisang 15rb" has answered the price as well."""
    text = message.text or ""
    read = reading_of(text)
    answer: dict[str, Any] = {"name": text}
    if read.name and read.price and "price" not in read.doubts:
        answer = {"name": read.name, "price": read.price, "per": read.per, "unit": read.unit}
    await _fill(answer, turn)


@router.message(Listing.price, *WRITTEN)
async def answer_price(message: Message, turn: Turn) -> None:
    """The price."""
    answer = await price_said(message, turn)
    if answer is not None:
        await _fill(answer, turn)


@router.message(Listing.terms, *WRITTEN)
async def answer_terms(message: Message, turn: Turn) -> None:
    """How many days to wait, or which variants there are."""
    product = await turn.read(look_at_own, turn.person.id, await product_asked_about(turn))
    text = message.text or ""
    if product.missing == "variants":
        names = [" ".join(name.split()) for name in text.replace("\n", ",").replace("/", ",").split(",")]
        await _fill({"variants": [name for name in names if name]}, turn)
        return
    await _fill({"preorder_days": days_in(message)}, turn)


@router.callback_query(Draft.filter(F.do == "terms"))
async def tap_terms(_: object, callback_data: Draft, turn: Turn) -> None:
    """A number of days, or none; or no variants."""
    product = only_drafts(await turn.read(look_at_own, turn.person.id, callback_data.product_id))
    answer: dict[str, Any] = (
        {"variants": []} if product.missing == "variants" else {"preorder_days": callback_data.amount}
    )
    product = await turn.transact(fill_draft, turn.person.id, callback_data.product_id, turn.now, **answer)
    await ask_next(product, turn)


@router.callback_query(Draft.filter(F.do == "guess"))
async def confirm_guess(_: object, callback_data: Draft, turn: Turn) -> None:
    """ "Ya, Rp25.000": the doubtful price is settled."""
    unit = callback_data.unit if callback_data.unit in reading.UNITS.values() else None
    price: dict[str, Any] = {"price": callback_data.amount, "per": callback_data.per, "unit": unit}
    product = await turn.transact(fill_draft, turn.person.id, callback_data.product_id, turn.now, **price)
    await turn.say.quiet_old_buttons()
    await ask_next(product, turn)


@router.callback_query(Draft.filter(F.do == "own"))
async def write_price_oneself(_: object, callback_data: Draft, turn: Turn) -> None:
    """ "Tulis sendiri": none of the guesses was right."""
    product = await turn.read(look_at_own, turn.person.id, callback_data.product_id)
    if product.state != "draft":
        await ask_about(Changing.price, product.id, turn)
        await turn.say(products.ask_new_card("price", product, turn.words))
        return
    await ask_about(Listing.price, product.id, turn)
    await turn.say(drafts.ask_price_card(product.model_copy(update={"guesses": ()}), turn.words))


@router.callback_query(Draft.filter(F.do == "edit"))
async def what_to_edit(_: object, callback_data: Draft, turn: Turn) -> None:
    """ "Ubah": what?"""
    product = only_drafts(await turn.read(look_at_own, turn.person.id, callback_data.product_id))
    await turn.say(drafts.edit_draft_card(product, turn.words))


@router.callback_query(Draft.filter(F.do.in_({"name", "price", "other", "stock"})))
async def ask_again(_: object, callback_data: Draft, turn: Turn) -> None:
    """Something of the draft shall be different."""
    product = only_drafts(await turn.read(look_at_own, turn.person.id, callback_data.product_id))
    question, card = QUESTIONS[callback_data.do]
    await ask_about(question, product.id, turn)
    await turn.say(card(product, turn.words))


@router.message(Listing.stated_stock, *WRITTEN)
async def restate_stock(message: Message, turn: Turn) -> None:
    """Another stock than the caption said; the draft is read back once more."""
    said = stock_total_in(message)
    await _fill({"stock": said.count, "stock_unit": said.unit}, turn)


@router.callback_query(Draft.filter(F.do == "show"))
async def back_to_draft(_: object, callback_data: Draft, turn: Turn) -> None:
    """Back to the draft's card, or to its open question."""
    product = await turn.read(look_at_own, turn.person.id, callback_data.product_id)
    await ask_next(product, turn)


@router.message(StateFilter(Listing), UNREADABLE)
async def words_wanted(_: Message, turn: Turn) -> None:
    """Something that can't be read came where words were asked for; the question stays open."""
    # A GIF is a document, too: where a photo is wanted, `selling` is asked first and takes it as one.
    key = "photo-wanted" if await turn.state.get_state() == Listing.photo.state else "please-write"
    await show_doors(turn, key)


async def _fill(answer: dict[str, Any], turn: Turn) -> None:
    product = await turn.transact(fill_draft, turn.person.id, await product_asked_about(turn), turn.now, **answer)
    await ask_next(product, turn)
