"""Buyer and seller write to each other through the bot; neither sees the other's number."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import Message

from handlers.cards import talking as cards
from handlers.parts import Turn
from handlers.states import Talking, ask_about_order, replies_to_open_question
from handlers.taps import Hush, OrderTap, PayTap, Quick, taps_replied_to
from shop.orders import order_for
from shop.talking import Enclosure, mute, order_of_message, relay, talk_about, talk_to

router = Router(name="talking")
HANDED_ON = F.text | F.photo | F.voice | F.video | F.video_note | F.location


async def replies_to_order(message: Message, turn: Turn) -> dict[str, int] | bool:
    """A filter: the message replies to one of ours about an order, whether or not it still has its buttons.

    A reply to the question that is open is its answer, and one to an older question is for nobody as it stands: what
    is meant for the operators may not be read by the seller whom it is about. Hands `order_id` to the handler.
    """
    named = {tap.order_id for tap in taps_replied_to(message, OrderTap)}
    if await replies_to_open_question(message, turn) or asks_or_refuses(message):
        return False
    if named or message.reply_to_message is None:
        # A list names several: then nobody can know whom the words are for.
        return {"order_id": named.pop()} if len(named) == 1 else False
    order_id = await turn.read(order_of_message, turn.person.id, message.reply_to_message.message_id)
    return {"order_id": order_id} if order_id else False


def asks_or_refuses(message: Message) -> bool:
    """Whether what a message replies to is a question or a refusal about an order: it only leads back to the order.

    To the order's own card, to words of the other side and to what shows ways to pay one may say something.
    """
    dos = {tap.do for tap in taps_replied_to(message, OrderTap)}
    talks = taps_replied_to(message, Quick) or any(tap.do != "bare" for tap in taps_replied_to(message, PayTap))
    return "show" in dos and "write" not in dos and not talks


async def replies_to_left_question(message: Message, turn: Turn) -> dict[str, int] | bool:
    """A filter: a reply to a question or a refusal about one order that waits for no answer any more.

    Hands `order_id` to the handler.
    """
    named = {tap.order_id for tap in taps_replied_to(message, OrderTap)}
    left = len(named) == 1 and asks_or_refuses(message) and not await replies_to_open_question(message, turn)
    return {"order_id": named.pop()} if left else False


@router.callback_query(OrderTap.filter(F.do == "write"))
async def ask_message(_: object, callback_data: OrderTap, turn: Turn) -> None:
    """ "Tulis pesan": the next message is handed on. The order's card keeps its buttons, so this is a new message."""
    talk = await turn.read(talk_to, turn.person.id, callback_data.order_id)
    await turn.say.toast()
    if not talk.taken:
        await turn.say.news(cards.relayed_card(talk, turn.words))
        return
    await ask_about_order(Talking.message, talk.order.id, turn)
    sells = talk.order.stall.owner_id == turn.person.id
    await turn.say.news(cards.ask_message_card(talk, turn.words, sells))


@router.message(F.reply_to_message, HANDED_ON, ~F.text.startswith("/"), replies_to_order)
async def hand_on_reply(message: Message, order_id: int, turn: Turn) -> None:
    """A reply to a message about an order goes to its other side, whatever else is asked."""
    await _hand_on(message, order_id, turn)


@router.message(F.reply_to_message, ~F.text.startswith("/"), replies_to_left_question)
async def ask_what_is_meant(_: Message, order_id: int, turn: Turn) -> None:
    """An answer to a question that is over: nobody gets it before we know for whom it is."""
    await turn.state.clear()
    order = await turn.read(order_for, turn.person.id, order_id)
    await turn.say(cards.for_whom_card(order, turn.words, buys=order.buyer_id == turn.person.id))


@router.message(Talking.message, HANDED_ON, ~F.text.startswith("/"))
async def hand_on(message: Message, turn: Turn) -> None:
    """The message that was asked for."""
    order_id = int((await turn.state.get_data())["order_id"])
    await turn.state.clear()
    await _hand_on(message, order_id, turn)


@router.message(F.reply_to_message, ~F.text, replies_to_order)
async def cannot_hand_on_reply(message: Message, order_id: int, turn: Turn) -> None:
    """A contact, a sticker, a file in reply to a message about an order."""
    await _cannot_hand_on(message, order_id, turn)


@router.message(StateFilter(Talking.message), ~F.text)
async def cannot_hand_on(message: Message, turn: Turn) -> None:
    """The same, where a message was asked for; the question stays open."""
    await _cannot_hand_on(message, int((await turn.state.get_data())["order_id"]), turn)


@router.callback_query(Hush.filter())
async def hush(_: object, callback_data: Hush, turn: Turn) -> None:
    """ "Jangan kirimi pesan lagi", and back again. What was tapped may hold the other's words, so it stays."""
    tap = callback_data
    talk = await turn.transact.again(mute, turn.person.id, tap.order_id, tap.muted, turn.now)
    await turn.say.toast()
    await turn.say.news(cards.muted_card(talk, turn.words))


def enclosed_in(message: Message) -> Enclosure | None:
    """What isn't words in a message, if it can be handed on."""
    if message.photo:
        return Enclosure(kind="photo", what=message.photo[-1].file_id)
    if message.location:
        return Enclosure(kind="location", what=(message.location.latitude, message.location.longitude))
    files = {"voice": message.voice, "video": message.video, "video_note": message.video_note}
    return next((Enclosure(kind=kind, what=file.file_id) for kind, file in files.items() if file), None)


async def _hand_on(message: Message, order_id: int, turn: Turn) -> None:
    enclosed = [found for part in turn.album if (found := enclosed_in(part))]
    words = message.text or next((part.caption for part in turn.album if part.caption), None)
    talk = await turn.transact(relay, turn.person.id, order_id, turn.now, text=words, enclosed=enclosed)
    await turn.say(cards.relayed_card(talk, turn.words))


async def _cannot_hand_on(message: Message, order_id: int, turn: Turn) -> None:
    talk = await turn.read(talk_about, turn.person.id, order_id)
    key = "no-contact" if message.contact else "no-sticker" if message.sticker or message.animation else "no-file"
    await turn.say(cards.cannot_hand_on_card(talk, turn.words, key))
