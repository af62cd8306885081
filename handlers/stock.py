"""Stock: answers to "how many are there?", by a tap or a bare number, and taking them back."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from aiogram import F, Router
from aiogram.filters import Filter, StateFilter
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from handlers.cards.stock import low_stock_card, restocked_card
from handlers.parts import Read, Say, Transact
from handlers.taps import StockTap
from locales import Words
from shop.reading import read_stock
from shop.stock import Restocked, add_stock, ask_tomorrow, asked_product, set_stock, stop_asking, take_back
from shop.views import PersonView

router = Router(name="stock")
MORE_WORDS = ("+", "tambah", "add")
LONGEST_COUNT_WORDS = 4  # "tinggal dua belas bungkus"; more words say something else, too


def stock_in_reply(message: Message) -> dict[str, int] | bool:
    """The product whose stock the replied-to message asks about; False if it asks about none."""
    markup = message.reply_to_message.reply_markup if message.reply_to_message else None
    if not isinstance(markup, InlineKeyboardMarkup):
        return False
    for button in (button for row in markup.inline_keyboard for button in row):
        if (button.callback_data or "").startswith("s:"):
            return {"product_id": StockTap.unpack(button.callback_data or "").product_id}
    return False


def stock_said(message: Message) -> dict[str, Any] | bool:
    """A clear count: "12", "2 lusin", "habis" are totals; "+5", "tambah 5" come on top."""
    text = (message.text or "").strip().lower()
    added = next((text.removeprefix(word) for word in MORE_WORDS if text.startswith(word)), None)
    reply = read_stock(text if added is None else added)
    if reply.stock is None or reply.ambiguous or len(text.split()) > LONGEST_COUNT_WORDS:
        return False
    return {"pieces": reply.stock, "answer": set_stock if added is None else add_stock}


@router.callback_query(StockTap.filter(F.do.in_({"add", "tomorrow", "never", "undo"})))
async def answer_by_tap(
    tap: CallbackQuery,
    callback_data: StockTap,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    now: datetime,
) -> None:
    """+5, +10, +20, "Besok lagi", "Jangan ingatkan", "Batalkan"."""
    product_id, amount = callback_data.product_id, callback_data.amount
    answers: dict[str, Any] = {
        "add": (add_stock, person.id, product_id, min(max(amount, 1), 1000), now),
        "tomorrow": (ask_tomorrow, person.id, product_id, now),
        "never": (stop_asking, person.id, product_id, now),
        "undo": (take_back, person.id, amount, now),
    }
    await _read_back(await transact(*answers[callback_data.do]), words, say)


@router.message(stock_in_reply, stock_said)
async def answer_by_reply(
    _: Message,
    product_id: int,
    pieces: int,
    answer: Callable[..., Restocked],
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    now: datetime,
) -> None:
    """A number in reply to the question sets the total."""
    await _read_back(await transact(answer, person.id, product_id, pieces, now), words, say)


class StockIsAsked(Filter):
    """A filter: we asked this seller about a product's stock lately, and no other question is open."""

    async def __call__(self, _: Message, person: PersonView, read: Read, now: datetime) -> dict[str, int] | bool:
        """Hands `product_id` to the handler."""
        product_id = await read(asked_product, person.id, now)
        return {"product_id": product_id} if product_id else False


@router.message(StateFilter(None), F.text, stock_said, StockIsAsked())
async def answer_by_number(
    _: Message,
    product_id: int,
    pieces: int,
    answer: Callable[..., Restocked],
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    now: datetime,
) -> None:
    """A bare number after our question sets the total."""
    await _read_back(await transact(answer, person.id, product_id, pieces, now), words, say)


async def _read_back(result: Restocked, words: Words, say: Say) -> None:
    await say(restocked_card(result, words))
    if result.next_low is not None:
        await say.news(low_stock_card(result.next_low, words))
