"""Selling: a photo and a price become a draft; one tap puts it on sale, or throws it away."""

from aiogram import F, Router
from aiogram.types import Message

from handlers.captions import WRITTEN, by_caption, count_said, files_in, readings_of, stock_in
from handlers.cards import drafts, places
from handlers.cards.sharing import published_card
from handlers.filling import ask_next
from handlers.parts import Turn
from handlers.sharing import drawn
from handlers.states import Listing, Stall, product_asked_about
from handlers.taps import Draft
from shop.errors import ShopError
from shop.listings import (
    Published,
    choose_photos,
    discard_draft,
    draft_products,
    look_at_own,
    next_draft,
    publish,
    publish_all,
)
from shop.photos import tip_picture

router = Router(name="selling")


async def start_draft(turn: Turn) -> None:
    """Photos with or without a caption become a draft; its card, or the first question, is said."""
    if not files_in(turn.album):
        raise ShopError("photo-not-image")
    said_before = (await turn.state.get_data()).get("caption", "")
    groups = by_caption(turn.album)
    photos = [[await turn.take_photo(*file) for file in files] for _, files in groups]
    await turn.state.clear()
    readings = [reading for caption, _ in groups for reading in readings_of(caption or said_before)]
    if len(readings) != len(groups):
        # Several products in the caption of one photo, or an album with one caption: all photos show them all.
        photos = [[photo for group in photos for photo in group]] * len(readings)
    group = turn.album[0].media_group_id or (f"message {turn.album[0].message_id}" if len(readings) > 1 else None)
    begun = await turn.transact(draft_products, turn.person.id, readings, photos, turn.now, album=group)
    if len(begun) > 1:
        await turn.say.news(drafts.several_card(begun, turn.words))
    await ask_next(begun[0], turn)


@router.message(Listing.photo, F.photo | F.document)
async def photo_after_words(_: Message, turn: Turn) -> None:
    """The words came first; here is the photo."""
    await start_draft(turn)


@router.message(Listing.offered, *WRITTEN, count_said)
@router.message(Listing.stock, *WRITTEN)
async def answer_stock(message: Message, turn: Turn) -> None:
    """How many there are: that was the last question, the product goes on sale."""
    stock = stock_in(message)
    product_id = await product_asked_about(turn)
    await turn.state.clear()
    await _say_published(await turn.transact(publish, turn.person.id, product_id, turn.now, stock=stock), turn)


@router.callback_query(Draft.filter(F.do.in_({"publish", "made"})))
async def put_on_sale(_: object, callback_data: Draft, turn: Turn) -> None:
    """ "Pasang": the product is on sale, with a text to share."""
    await turn.state.clear()
    published = await turn.transact(
        publish,
        turn.person.id,
        callback_data.product_id,
        turn.now,
        stock=callback_data.amount or None,
        made_to_order=callback_data.do == "made",
    )
    await _say_published(published, turn)


@router.callback_query(Draft.filter(F.do == "all"))
async def put_all_on_sale(_: object, callback_data: Draft, turn: Turn) -> None:
    """ "Pasang semua": what lacks nothing is on sale; the rest is asked, one by one."""
    await turn.state.clear()
    published = await turn.transact(publish_all, turn.person.id, callback_data.product_id, turn.now)
    if published:
        await turn.say(drafts.all_published_card([each.product for each in published], turn.words))
    await _go_on(callback_data.product_id, turn, any(each.asks_about_stall for each in published))


@router.callback_query(Draft.filter(F.do.in_({"original", "better"})))
async def choose_photo(_: object, callback_data: Draft, turn: Turn) -> None:
    """Before or after: the photo on the card changes, and that is the one that buyers see."""
    original = callback_data.do == "original"
    product = await turn.transact.again(choose_photos, turn.person.id, callback_data.product_id, original)
    await turn.say(drafts.draft_card(product, turn.words, first_time=not turn.person.consented))


@router.callback_query(Draft.filter(F.do == "tip"))
async def show_tip(_: object, callback_data: Draft, turn: Turn) -> None:
    """What could be better next time, as a drawing."""
    product = await turn.read(look_at_own, turn.person.id, callback_data.product_id)
    tip = product.tip
    if tip is None:
        raise ShopError("product-gone")
    picture = await drawn(lambda: tip_picture(tip), turn)
    await turn.say.toast()
    await turn.say.news(drafts.tip_card(product, turn.words, picture))


@router.callback_query(Draft.filter(F.do == "cancel"))
async def cancel(_: object, callback_data: Draft, turn: Turn) -> None:
    """ "Batal": the draft is thrown away."""
    await turn.state.clear()
    await turn.transact(discard_draft, turn.person.id, callback_data.product_id)
    await turn.say(drafts.cancelled_card(turn.words))
    await _go_on(callback_data.product_id, turn)


async def _say_published(published: Published, turn: Turn) -> None:
    product = published.product
    await turn.say(published_card(product, turn.link_to(f"p{product.id}"), turn.words))
    await _go_on(product.id, turn, published.asks_about_stall)


async def _go_on(product_id: int, turn: Turn, asks_about_stall: bool = False) -> None:
    """The next draft that came with this one; after the last, the stall is asked about if it never was."""
    following = await turn.read(next_draft, turn.person.id, product_id)
    if following is not None:
        await ask_next(following, turn, news=True)
    elif asks_about_stall:
        await turn.state.set_state(Stall.place)
        await turn.say.news(places.ask_place_card(turn.words))
