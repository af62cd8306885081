"""Selling: a photo and a price become a draft, one tap puts it on sale; what is missing is asked, one at a time."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from handlers.captions import WRITTEN, by_caption, reading_of, readings_of
from handlers.cards import Card, places, products
from handlers.parts import KeepPicture, LinkTo, Read, Say, TakePhoto, Transact
from handlers.states import Listing, Stall
from handlers.taps import Draft
from locales import Words
from models.products import upload_of
from shop import reading
from shop.errors import ShopError
from shop.listings import (
    Published,
    choose_photos,
    discard_draft,
    draft_products,
    fill_draft,
    look_at_own,
    next_draft,
    publish,
    publish_all,
)
from shop.photos import tip_picture
from shop.views import PersonView, PhotoView, ProductView

router = Router(name="selling")


async def start_draft(
    album: list[Message],
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    take_photo: TakePhoto,
    now: datetime,
) -> None:
    """Photos with or without a caption become a draft; its card, or the first question, is said."""
    said_before = (await state.get_data()).get("caption", "")
    groups = by_caption(album)
    photos = [[await take_photo(*file) for file in files] for _, files in groups]
    await state.clear()
    readings = [reading for caption, _ in groups for reading in readings_of(caption or said_before)]
    if len(readings) != len(groups):
        # Several products in the caption of one photo, or an album with one caption: all photos show them all.
        photos = [[photo for group in photos for photo in group]] * len(readings)
    group = album[0].media_group_id or (f"message {album[0].message_id}" if len(readings) > 1 else None)
    drafts = await transact(draft_products, person.id, readings, photos, now, album=group)
    if len(drafts) > 1:
        await say.news(products.several_card(drafts, words))
    await ask_next(drafts[0], state, person, words, say)


async def ask_next(
    product: ProductView, state: FSMContext, person: PersonView, words: Words, say: Callable[[Card], Awaitable[int]]
) -> None:
    """Ask what the draft still lacks, or read it back with the button that puts it on sale."""
    if product.state != "draft":
        await state.clear()
        await say(products.own_product_card(product, words))
        return
    if product.missing == "name":
        await state.set_state(Listing.name)
        card = products.ask_name_card(product, words)
    elif product.missing == "price":
        await state.set_state(Listing.price)
        card = products.ask_price_card(product, words)
    elif product.missing:
        await state.set_state(Listing.terms)
        card = products.ask_terms_card(product, words)
    else:
        await state.clear()
        await say(products.draft_card(product, words, first_time=not person.consented))
        return
    await state.set_data({"product_id": product.id})
    await say(card)


@router.message(Listing.photo, F.photo | F.document)
async def photo_after_words(
    _: Message,
    album: list[Message],
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    take_photo: TakePhoto,
    now: datetime,
) -> None:
    """The words came first; here is the photo."""
    await start_draft(album, state, person, words, say, transact, take_photo, now)


@router.message(Listing.name, *WRITTEN)
async def answer_name(
    message: Message, state: FSMContext, person: PersonView, words: Words, say: Say, transact: Transact
) -> None:
    """The name; somebody who writes "Keripik pisang 15rb" has answered the price as well."""
    text = message.text or ""
    read = reading_of(text)
    answer: dict[str, Any] = {"name": text}
    if read.name and read.price and "price" not in read.doubts:
        answer = {"name": read.name, "price": read.price, "per": read.per, "unit": read.unit}
    await _fill(answer, state, person, words, say, transact)


@router.message(Listing.price, *WRITTEN)
async def answer_price(
    message: Message, state: FSMContext, person: PersonView, words: Words, say: Say, transact: Transact
) -> None:
    """The price; a doubtful one ("25") is asked back with what it may mean on buttons."""
    reply = reading.read_price(message.text or "")
    product_id = (await state.get_data())["product_id"]
    if reply.price is None:
        raise ShopError("price-not-understood")
    if reply.ambiguous:
        await say(products.guess_price_card(product_id, reply.guesses, words))
        return
    answer = {"price": reply.price, "per": reply.per, "unit": reply.unit}
    await _fill(answer, state, person, words, say, transact)


@router.message(Listing.terms, *WRITTEN)
async def answer_terms(
    message: Message,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    read: Read,
    transact: Transact,
) -> None:
    """How many days to wait, or which variants there are."""
    product = await read(look_at_own, person.id, (await state.get_data())["product_id"])
    text = message.text or ""
    if product.missing == "variants":
        names = [" ".join(name.split()) for name in text.replace("\n", ",").replace("/", ",").split(",")]
        await _fill({"variants": [name for name in names if name]}, state, person, words, say, transact)
        return
    days = reading.read_stock(text).stock
    if days is None or days > 365:
        raise ShopError("days-not-understood")
    await _fill({"preorder_days": days}, state, person, words, say, transact)


@router.callback_query(Draft.filter(F.do == "terms"))
async def tap_terms(
    _: object,
    callback_data: Draft,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    read: Read,
    transact: Transact,
) -> None:
    """A number of days, or none; or no variants."""
    product = await read(look_at_own, person.id, callback_data.product_id)
    answer: dict[str, Any] = (
        {"variants": []} if product.missing == "variants" else {"preorder_days": callback_data.amount}
    )
    product = await transact(fill_draft, person.id, callback_data.product_id, **answer)
    await ask_next(product, state, person, words, say)


@router.callback_query(Draft.filter(F.do == "guess"))
async def confirm_guess(
    _: object,
    callback_data: Draft,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
) -> None:
    """ "Ya, Rp25.000": the doubtful price is settled."""
    product = await transact(fill_draft, person.id, callback_data.product_id, price=callback_data.amount)
    await say.quiet_old_buttons()
    await ask_next(product, state, person, words, say)


@router.callback_query(Draft.filter(F.do == "own"))
async def write_price_oneself(
    _: object, callback_data: Draft, state: FSMContext, person: PersonView, words: Words, say: Say, read: Read
) -> None:
    """ "Tulis sendiri": none of the guesses was right."""
    product = await read(look_at_own, person.id, callback_data.product_id)
    await state.set_state(Listing.price)
    await state.set_data({"product_id": product.id})
    await say(products.ask_price_card(product.model_copy(update={"guesses": ()}), words))


@router.callback_query(Draft.filter(F.do.in_({"name", "price", "other", "stock"})))
async def ask_again(
    _: object, callback_data: Draft, state: FSMContext, person: PersonView, words: Words, say: Say, read: Read
) -> None:
    """Something of the draft shall be different."""
    product = await read(look_at_own, person.id, callback_data.product_id)
    if product.state != "draft":
        raise ShopError("already-on-sale", product_id=product.id)
    question = {
        "name": (Listing.name, products.ask_name_card),
        "price": (Listing.price, products.ask_price_card),
        "other": (Listing.stock, products.ask_stock_card),
        "stock": (Listing.stated_stock, products.ask_stock_card),
    }
    open_question, card = question[callback_data.do]
    await state.set_state(open_question)
    await state.set_data({"product_id": product.id})
    await say(card(product, words))


@router.message(Listing.stock, *WRITTEN)
async def answer_stock(
    message: Message,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    read: Read,
    transact: Transact,
    now: datetime,
    link_to: LinkTo,
) -> None:
    """How many there are: that was the last question, the product goes on sale."""
    reply = reading.read_stock(message.text or "")
    if reply.stock is None or reply.ambiguous:
        raise ShopError("stock-not-understood")
    product_id = (await state.get_data())["product_id"]
    await state.clear()
    published = await transact(publish, person.id, product_id, now, stock=reply.stock)
    await _say_published(published, state, person, words, say, read, link_to)


@router.message(Listing.stated_stock, *WRITTEN)
async def restate_stock(
    message: Message, state: FSMContext, person: PersonView, words: Words, say: Say, transact: Transact
) -> None:
    """Another stock than the caption said; the draft is read back once more."""
    reply = reading.read_stock(message.text or "")
    if reply.stock is None or reply.ambiguous:
        raise ShopError("stock-not-understood")
    await _fill({"stock": reply.stock}, state, person, words, say, transact)


@router.callback_query(Draft.filter(F.do.in_({"publish", "made"})))
async def put_on_sale(
    _: object,
    callback_data: Draft,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    read: Read,
    transact: Transact,
    now: datetime,
    link_to: LinkTo,
) -> None:
    """ "Pasang": the product is on sale, with a text to share."""
    await state.clear()
    published = await transact(
        publish,
        person.id,
        callback_data.product_id,
        now,
        stock=callback_data.amount or None,
        made_to_order=callback_data.do == "made",
    )
    await _say_published(published, state, person, words, say, read, link_to)


@router.callback_query(Draft.filter(F.do == "all"))
async def put_all_on_sale(
    _: object,
    callback_data: Draft,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    read: Read,
    transact: Transact,
    now: datetime,
) -> None:
    """ "Pasang semua": what lacks nothing is on sale; the rest is asked, one by one."""
    await state.clear()
    published = await transact(publish_all, person.id, callback_data.product_id, now)
    if published:
        await say(products.all_published_card([each.product for each in published], words))
    following = await read(next_draft, person.id, callback_data.product_id)
    if following is not None:
        await ask_next(following, state, person, words, say.news)
    elif any(each.asks_about_stall for each in published):
        await state.set_state(Stall.place)
        await say.news(places.ask_place_card(words))


@router.callback_query(Draft.filter(F.do == "edit"))
async def what_to_edit(_: object, callback_data: Draft, person: PersonView, words: Words, say: Say, read: Read) -> None:
    """ "Ubah": what?"""
    product = await read(look_at_own, person.id, callback_data.product_id)
    if product.state != "draft":
        raise ShopError("already-on-sale", product_id=product.id)
    await say(products.edit_draft_card(product, words))


@router.callback_query(Draft.filter(F.do == "show"))
async def back_to_draft(
    _: object, callback_data: Draft, state: FSMContext, person: PersonView, words: Words, say: Say, read: Read
) -> None:
    """Back to the draft's card, or to its open question."""
    product = await read(look_at_own, person.id, callback_data.product_id)
    await ask_next(product, state, person, words, say)


@router.callback_query(Draft.filter(F.do.in_({"original", "better"})))
async def choose_photo(
    _: object, callback_data: Draft, person: PersonView, words: Words, say: Say, transact: Transact
) -> None:
    """Before or after: the photo on the card changes, and that is the one that buyers see."""
    original = callback_data.do == "original"
    product = await transact.again(choose_photos, person.id, callback_data.product_id, original)
    if product.state != "draft":
        raise ShopError("already-on-sale", product_id=product.id)
    await say(products.draft_card(product, words, first_time=not person.consented))


@router.callback_query(Draft.filter(F.do == "tip"))
async def show_tip(
    _: object,
    callback_data: Draft,
    person: PersonView,
    words: Words,
    say: Say,
    read: Read,
    keep_picture: KeepPicture,
) -> None:
    """What could be better next time, as a drawing."""
    product = await read(look_at_own, person.id, callback_data.product_id)
    tip = product.tip
    if tip is None:
        raise ShopError("product-gone")
    picture = await keep_picture(lambda: tip_picture(tip))
    file_id = await read(upload_of, picture.hash)
    await say.toast()
    await say.news(products.tip_card(product, words, PhotoView(hash=picture.hash, file_id=file_id)))


@router.callback_query(Draft.filter(F.do == "cancel"))
async def cancel(
    _: object,
    callback_data: Draft,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    read: Read,
    transact: Transact,
) -> None:
    """ "Batal": the draft is thrown away."""
    await state.clear()
    await transact(discard_draft, person.id, callback_data.product_id)
    await say(products.cancelled_card(words))
    following = await read(next_draft, person.id, callback_data.product_id)
    if following is not None:
        await ask_next(following, state, person, words, say.news)


@router.message(StateFilter(Listing), F.voice | F.video | F.video_note | F.sticker | F.animation | F.audio)
async def words_wanted(_: Message, state: FSMContext, words: Words, say: Say) -> None:
    """Something that can't be read came where words were asked for; the question stays open."""
    key = "photo-wanted" if await state.get_state() == Listing.photo.state else "please-write"
    await say(places.not_understood_card(words, key))


async def _fill(
    answer: dict[str, Any], state: FSMContext, person: PersonView, words: Words, say: Say, transact: Transact
) -> None:
    product_id = (await state.get_data())["product_id"]
    product = await transact(fill_draft, person.id, product_id, **answer)
    await ask_next(product, state, person, words, say)


async def _say_published(
    published: Published, state: FSMContext, person: PersonView, words: Words, say: Say, read: Read, link_to: LinkTo
) -> None:
    product = published.product
    await say(products.published_card(product, link_to(f"p{product.id}"), words))
    following = await read(next_draft, person.id, product.id)
    if following is not None:
        await ask_next(following, state, person, words, say.news)
    elif published.asks_about_stall:
        await state.set_state(Stall.place)
        await say.news(places.ask_place_card(words))
