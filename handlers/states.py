"""Which question is open in a chat, and what it is about."""

from aiogram.fsm.state import State, StatesGroup

from handlers.parts import Turn
from shop.errors import ShopError


class Listing(StatesGroup):
    """A draft is being filled; `product_id` says which.

    `stock` is the last question, its answer puts the product on sale; `offered` is the same question while the
    buttons for it are shown, so a number may answer it; `stated_stock` only changes what the draft says.
    `photo`: the words came first, in `caption`.
    """

    name = State()
    price = State()
    stock = State()
    offered = State()
    stated_stock = State()
    terms = State()
    photo = State()


class Changing(StatesGroup):
    """A product on sale is being changed; `product_id` says which."""

    name = State()
    price = State()
    stock = State()
    photo = State()


class Stall(StatesGroup):
    """The stall is being described."""

    name = State()
    place = State()
    zone = State()
    payment = State()
    low_mark = State()


class Ordering(StatesGroup):
    """A buyer looks at `product_id`: a bare number is a count. `address` waits for where to, `cart` for a "Pesan"."""

    count = State()
    address = State()
    cart = State()


class Talking(StatesGroup):
    """The next message goes to the other side of `order_id`; or is the quick reply at `place`; or why an order is
    declined.
    """

    message = State()
    quick_reply = State()
    reason = State()


class Searching(StatesGroup):
    """Words to look for; `words` keeps them for the next page."""

    words = State()


class Announcing(StatesGroup):
    """The next message is an announcement."""

    message = State()


class Unclear(StatesGroup):
    """A photo (`file_ids`) came whose purpose was asked."""

    photo = State()


async def ask_about(question: State, product_id: int, turn: Turn) -> None:
    """Open a question about a product; whatever was said before is over."""
    await turn.state.set_state(question)
    await turn.state.set_data({"product_id": product_id})


async def product_asked_about(turn: Turn) -> int:
    """The product that the open question is about."""
    return int((await turn.state.get_data())["product_id"])


async def refuse_as_forgotten(code: str, turn: Turn) -> None:
    """What the tapped button needs is kept no more. Raises ShopError(code), unless the tap had its effect before."""
    if not await turn.transact.done_before():
        raise ShopError(code)
