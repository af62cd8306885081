"""Selling: a photo and a price become a draft; one tap puts it on sale, or throws it away."""

from typing import Any

from aiogram import F, Router
from aiogram.types import Message

from handlers.captions import WRITTEN, by_caption, days_in, files_in, readings_of, stock_total_in, total_said
from handlers.cards import drafts, places
from handlers.cards.sharing import published_card
from handlers.filling import ask_next, only_drafts
from handlers.parts import Turn
from handlers.sharing import drawn
from handlers.states import Listing, Stall, ask_about, product_asked_about
from handlers.taps import Draft
from shop import reading
from shop.errors import ShopError
from shop.kinds import sell_as, sell_by
from shop.listings import Published, choose_photos, discard_draft, draft_products, next_draft, publish, publish_all
from shop.photos import tip_picture
from shop.shelves import look_at_own
from shop.stock import names_of

router = Router(name="selling")


async def start_draft(turn: Turn) -> None:
    """Photos with or without a caption become a draft; its card, or the first question, is said."""
    if not files_in(turn.album):
        raise ShopError("photo-not-image")
    said_before = (await turn.state.get_data()).get("caption", "")
    groups = by_caption(turn.album)
    photos = [[await turn.take_photo(*file) for file in files] for _, files in groups]
    await turn.state.clear()
    readings = [read for caption, _ in groups for read in readings_of(caption or said_before)]
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


async def counts_each(message: Message, turn: Turn) -> bool:
    """A filter: so many of each of the draft's variants ("merah 5, biru 3"), and nothing of another thing."""
    _, known, _ = await turn.read(names_of, turn.person.id, await product_asked_about(turn))
    return set(reading.read_variant_counts(message.text or "", known) or ("",)) <= set(known)


@router.message(Listing.offered, *WRITTEN, counts_each)
@router.message(Listing.offered, *WRITTEN, total_said)
@router.message(Listing.stock, *WRITTEN)
async def answer_stock(message: Message, turn: Turn) -> None:
    """How many there are, or how many of each: that was the last question, the product goes on sale."""
    draft = await turn.read(look_at_own, turn.person.id, await product_asked_about(turn))
    counts = reading.read_variant_counts(message.text or "", draft.terms.variants)
    said = None if counts else stock_total_in(message, draft.name or "")
    stock: dict[str, Any] = {"stock": said.count, "unit": said.unit} if said else {"of_variants": counts}
    await turn.state.clear()
    await _say_published(await turn.transact(publish, turn.person.id, draft.id, turn.now, **stock), turn)


@router.callback_query(Draft.filter(F.do == "made"))
async def ask_days(_: object, callback_data: Draft, turn: Turn) -> None:
    """ "Dibuat kalau dipesan": how long does that take? Unless the caption has said so."""
    draft = only_drafts(await turn.read(look_at_own, turn.person.id, callback_data.product_id))
    if draft.terms.preorder_days:
        await _publish_made(draft.id, None, turn)
        return
    await ask_about(Listing.days, draft.id, turn)
    await turn.say(drafts.ask_days_card(draft, turn.words))


@router.callback_query(Draft.filter(F.do == "days"))
async def tap_days(_: object, callback_data: Draft, turn: Turn) -> None:
    """So many days; the product is on sale."""
    await _publish_made(callback_data.product_id, callback_data.amount, turn)


@router.message(Listing.days, *WRITTEN)
async def type_days(message: Message, turn: Turn) -> None:
    """The days in words."""
    await _publish_made(await product_asked_about(turn), days_in(message), turn)


async def _publish_made(product_id: int, days: int | None, turn: Turn) -> None:
    await turn.state.clear()
    made = await turn.transact(publish, turn.person.id, product_id, turn.now, made_to_order=True, days=days)
    await _say_published(made, turn)


@router.callback_query(Draft.filter(F.do.in_({"batch", "weigh"})))
async def choose_kind(_: object, callback_data: Draft, turn: Turn) -> None:
    """ "Untuk hari ini saja": how many are there today? "Jual per ½ kg": the draft is read back."""
    only_drafts(await turn.read(look_at_own, turn.person.id, callback_data.product_id))
    if callback_data.do == "weigh":
        draft = await turn.transact(sell_by, turn.person.id, callback_data.product_id, "half", turn.now)
    else:
        draft = await turn.transact(sell_as, turn.person.id, callback_data.product_id, "batch", turn.now)
    if callback_data.do == "batch" and draft.stated_stock is None and not draft.missing:
        await ask_about(Listing.stock, draft.id, turn)
        await turn.say(drafts.ask_stock_card(draft, turn.words))
        return
    await ask_next(draft, turn)


@router.callback_query(Draft.filter(F.do == "publish"))
async def put_on_sale(_: object, callback_data: Draft, turn: Turn) -> None:
    """ "Pasang": the product is on sale, with a text to share."""
    await turn.state.clear()
    published = await turn.transact(
        publish,
        turn.person.id,
        callback_data.product_id,
        turn.now,
        stock=callback_data.amount or None,
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
