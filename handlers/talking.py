"""Buyer and seller write to each other through the bot; neither sees the other's number."""

from aiogram import F, Router
from aiogram.filters import Filter, StateFilter
from aiogram.types import Message

from handlers.cards import orders, places
from handlers.parts import Turn
from handlers.states import Talking
from handlers.taps import OrderTap, buttons_replied_to
from models.notices import subject_of_message
from shop.orders import order_for
from shop.talking import relay
from shop.views import OrderView, PersonView

router = Router(name="talking")


class RepliesToOrder(Filter):
    """A filter: the message replies to one of ours about an order, whether or not it still has its buttons."""

    async def __call__(self, message: Message, turn: Turn) -> dict[str, int] | bool:
        """Hands `order_id` to the handler."""
        named = {OrderTap.unpack(data).order_id for data in buttons_replied_to(message) if data.startswith("o:")}
        if named or message.reply_to_message is None:
            # A list names several: then nobody can know whom the words are for.
            return {"order_id": named.pop()} if len(named) == 1 else False
        subject = await turn.read(subject_of_message, turn.person.id, message.reply_to_message.message_id)
        kind, _, number = (subject or "").partition(" ")
        return {"order_id": int(number)} if kind == "order" else False


@router.callback_query(OrderTap.filter(F.do == "write"))
async def ask_message(_: object, callback_data: OrderTap, turn: Turn) -> None:
    """ "Tulis pesan": the next message is handed on. The order's card keeps its buttons, so this is a new message."""
    order = await turn.read(order_for, turn.person.id, callback_data.order_id)
    await turn.state.set_state(Talking.message)
    await turn.state.set_data({"order_id": order.id})
    await turn.say.toast()
    await turn.say.news(orders.ask_message_card(order, turn.words, _other(order, turn.person)))


@router.message(F.reply_to_message, F.text | F.photo, ~F.text.startswith("/"), RepliesToOrder())
async def hand_on_reply(message: Message, order_id: int, turn: Turn) -> None:
    """A reply to a message about an order goes to its other side, whatever question is open."""
    await _hand_on(message, order_id, turn)


@router.message(Talking.message, F.text | F.photo, ~F.text.startswith("/"))
async def hand_on(message: Message, turn: Turn) -> None:
    """The message that was asked for."""
    order_id = int((await turn.state.get_data())["order_id"])
    await turn.state.clear()
    await _hand_on(message, order_id, turn)


@router.message(StateFilter(Talking.message), ~F.text)
async def only_text_or_photo(_: Message, turn: Turn) -> None:
    """A voice note or a sticker can't be handed on yet; the question stays open."""
    await turn.say(places.not_understood_card(turn.words, "text-or-photo-please"))


async def _hand_on(message: Message, order_id: int, turn: Turn) -> None:
    photos = [part.photo[-1].file_id for part in turn.album if part.photo]
    words = message.text or next((part.caption for part in turn.album if part.caption), None)
    order = await turn.transact(relay, turn.person.id, order_id, turn.now, text=words, photos=photos)
    await turn.say(orders.relayed_card(order, turn.words, _other(order, turn.person)))


def _other(order: OrderView, person: PersonView) -> str:
    return order.stall.name if order.buyer_id == person.id else order.buyer_name
