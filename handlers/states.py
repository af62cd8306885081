"""Which question is open in a chat, and what it is about."""

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message

from handlers.parts import Turn
from shop.errors import ShopError


class Listing(StatesGroup):
    """A draft is being filled; `product_id` says which.

    `stock` is the last question, its answer puts the product on sale; `offered` is the same question while the
    buttons for it are shown, so a number may answer it; `stated_stock` only changes what the draft says.
    `photo`: the words came first, in `caption`. `days`: how long it takes to make; then it goes on sale.
    """

    name = State()
    price = State()
    stock = State()
    offered = State()
    stated_stock = State()
    terms = State()
    days = State()
    photo = State()


class Changing(StatesGroup):
    """A product on sale is being changed; `product_id` says which, `number` which variant's stock."""

    name = State()
    price = State()
    stock = State()
    days = State()
    photo = State()


class Stall(StatesGroup):
    """The stall is being described."""

    name = State()
    place = State()
    zone = State()
    payment = State()
    low_mark = State()
    fee = State()


class Resting(StatesGroup):
    """The stall closes for a while, for the reason `why` (a place in REASONS): until when?"""

    until = State()


class Ordering(StatesGroup):
    """A buyer looks at `product_id`: a bare number is a count. `address` waits for where to, `cart` for a "Pesan"."""

    count = State()
    address = State()
    cart = State()


class Offering(StatesGroup):
    """The seller says what differs in `order_id`: how many of `line` there are, what it costs, what bringing costs."""

    fewer = State()
    price = State()
    fee = State()


class HandingOver(StatesGroup):
    """The seller says how `order_id` was sent."""

    tracking = State()


class Complaining(StatesGroup):
    """The next message tells the operators what is wrong with `order_id`."""

    words = State()


class Talking(StatesGroup):
    """The next message goes to the other side of `order_id`; or is the quick reply at `place`; or why an order is
    declined.
    """

    message = State()
    quick_reply = State()
    reason = State()


class Paying(StatesGroup):
    """A photo that proves the payment of `order_id` is waited for."""

    proof = State()


class Qris(StatesGroup):
    """A photo of the stall's QRIS is waited for; `payload` was read from one and is to be confirmed, by its `stamp`."""

    photo = State()


class Searching(StatesGroup):
    """Words to look for; `words` keeps them for the next page."""

    words = State()


class Announcing(StatesGroup):
    """The next message is an announcement."""

    message = State()


class Unclear(StatesGroup):
    """A photo (`file_ids`) came whose purpose was asked."""

    photo = State()


ABOUT_ORDER = frozenset(
    {
        *(state.state for group in (Offering, HandingOver, Complaining, Paying) for state in group),
        *(Talking.message.state, Talking.reason.state),
    }
)


# Something may be said there, but need not be: nothing is asked, or only what to look for.
LOOKING_ROUND = (Ordering.count, Ordering.cart, Searching.words)


async def ask_about(question: State, product_id: int, turn: Turn) -> None:
    """Open a question about a product; whatever was said before is over."""
    await turn.state.set_state(question)
    await turn.state.set_data({"product_id": product_id})


async def product_asked_about(turn: Turn) -> int:
    """The product that the open question is about."""
    return int((await turn.state.get_data())["product_id"])


async def ask_about_order(question: State, order_id: int, turn: Turn, **more: int) -> None:
    """Open a question about an order; whatever was said before is over.

    When it was asked is kept with it: an old one is nobody's any more (`handlers/left_questions.py`).
    """
    await turn.state.set_state(question)
    await turn.state.set_data({"order_id": order_id, "asked_at": int(turn.now.timestamp()), **more})


async def replies_to_open_question(message: Message, turn: Turn) -> bool:
    """Whether a message replies to the question about an order that is open: where it was asked first, or last."""
    asked, replied = await turn.state.get_data(), message.reply_to_message
    if replied is None or await turn.state.get_state() not in ABOUT_ORDER:
        return False
    return replied.message_id in (asked.get("asked_in"), asked.get("asked_again_in"))


async def answers_open_question(message: Message, turn: Turn) -> bool:
    """A filter: a message to the question about an order that is open, and no reply to another message."""
    return message.reply_to_message is None or await replies_to_open_question(message, turn)


async def refuse_as_forgotten(code: str, turn: Turn) -> None:
    """What the tapped button needs is kept no more. Raises ShopError(code), unless the tap had its effect before."""
    if not await turn.transact.done_before():
        raise ShopError(code)
