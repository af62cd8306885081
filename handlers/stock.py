"""Stock: answers to "how many are there?", by a tap or a bare number, and taking them back."""

from collections.abc import Callable
from typing import Any

from aiogram import F, Router
from aiogram.filters import Filter, StateFilter
from aiogram.types import Message

from handlers.cards.stock import confirmed_card, history_card, low_stock_card, restocked_card, still_there_card
from handlers.parts import Turn
from handlers.states import Changing, Stall
from handlers.taps import Own, StockTap, buttons_replied_to
from shop.reading import read_stock
from shop.stock import (
    Restocked,
    add_stock,
    ask_tomorrow,
    asked_product,
    history,
    set_stock,
    still_there,
    stop_asking,
    take_back,
)

router = Router(name="stock")
MORE_WORDS = ("+", "tambah", "add")
LONGEST_COUNT_WORDS = 4  # "tinggal dua belas bungkus"; more words say something else, too


def stock_in_reply(message: Message) -> dict[str, int] | bool:
    """The product whose stock the replied-to message asks about; False if it asks about none."""
    for data in buttons_replied_to(message):
        if data.startswith("s:"):
            return {"product_id": StockTap.unpack(data).product_id}
    return False


def stock_said(message: Message) -> dict[str, Any] | bool:
    """A clear count: "12", "2 lusin", "habis" are totals; "+5", "tambah 5" come on top."""
    text = (message.text or "").strip().lower()
    added = next((text.removeprefix(word) for word in MORE_WORDS if text.startswith(word)), None)
    reply = read_stock(text if added is None else added)
    if reply.stock is None or reply.ambiguous or len(text.split()) > LONGEST_COUNT_WORDS:
        return False
    return {"pieces": reply.stock, "answer": set_stock if added is None else add_stock}


@router.callback_query(StockTap.filter(F.do.in_({"add", "tomorrow", "never", "undo", "there", "gone"})))
async def answer_by_tap(_: object, callback_data: StockTap, turn: Turn) -> None:
    """+5, +10, +20, "Besok lagi", "Jangan ingatkan", "Batalkan", "Masih ada", "Habis"."""
    product_id, amount = callback_data.product_id, callback_data.amount
    if await turn.state.get_state() == Changing.stock.state:
        await turn.state.clear()
    answers: dict[str, Any] = {
        "add": (add_stock, turn.person.id, product_id, min(max(amount, 1), 1000), turn.now),
        "tomorrow": (ask_tomorrow, turn.person.id, product_id, turn.now),
        "never": (stop_asking, turn.person.id, product_id, turn.now),
        "undo": (take_back, turn.person.id, amount, turn.now),
        "there": (still_there, turn.person.id, product_id, turn.now),
        "gone": (set_stock, turn.person.id, product_id, 0, turn.now),
    }
    result = await turn.transact(*answers[callback_data.do])
    if callback_data.do == "there":
        await _thank(result, turn)
    else:
        await _read_back(result, turn)


class StockIsAsked(Filter):
    """A filter: we asked this seller about a product's stock lately, and no other question is open."""

    async def __call__(self, _: Message, turn: Turn) -> dict[str, int] | bool:
        """Hands `product_id` to the handler."""
        product_id = await turn.read(asked_product, turn.person.id, turn.now)
        return {"product_id": product_id} if product_id else False


# The decorator below is asked first: what a message replies to says more than what was asked lately.
@router.message(StateFilter(None, Stall.place), F.text, stock_said, StockIsAsked())
@router.message(stock_in_reply, stock_said)
async def answer_by_number(
    _: Message, product_id: int, pieces: int, answer: Callable[..., Restocked], turn: Turn
) -> None:
    """A number in reply to our question, or a bare number after it, sets the total."""
    await _read_back(await turn.transact(answer, turn.person.id, product_id, pieces, turn.now), turn)


@router.callback_query(Own.filter(F.do == "history"))
async def show_history(_: object, callback_data: Own, turn: Turn) -> None:
    """ "Riwayat stok"."""
    told = await turn.read(history, turn.person.id, callback_data.product_id)
    await turn.say(history_card(told, turn.words, told.product.stall.zone, turn.now))


async def _thank(result: Restocked, turn: Turn) -> None:
    """It is still there; the next one that nobody has spoken of is asked about."""
    await turn.say(confirmed_card(result, turn.words))
    if result.next_low is not None:
        await turn.say.news(still_there_card(result.next_low, turn.words))


async def _read_back(result: Restocked, turn: Turn) -> None:
    await turn.say(restocked_card(result, turn.words))
    if result.next_low is not None:
        await turn.say.news(low_stock_card(result.next_low, turn.words))
