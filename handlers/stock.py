"""Stock: answers to "how many are there?", by a tap or a bare number, and taking them back."""

import re
from typing import Any

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import Message

from handlers.captions import WRITTEN, reading_of, stock_said
from handlers.cards.refusals import refusal_card
from handlers.cards.stock import (
    ask_variant_card,
    confirmed_card,
    history_card,
    low_stock_card,
    restocked_card,
    still_there_card,
)
from handlers.parts import Turn
from handlers.states import LOOKING_ROUND, Changing, Stall, ask_about, product_asked_about
from handlers.taps import Own, StockTap, taps_replied_to
from shop.errors import ShopError
from shop.meaning import asked_product, product_named
from shop.reading import StockSaid, read_stock_said, read_variant_counts, speaks_of_stock
from shop.shelves import look_at_own
from shop.stock import (
    Restocked,
    add_packs,
    add_stock,
    ask_tomorrow,
    history,
    names_of,
    same_again,
    set_stock,
    set_variants,
    still_there,
    stop_asking,
    take_back,
)

router = Router(name="stock")
_MAY_COUNT_VARIANTS = re.compile(r"\W*\w.*(?:\d|habis|kosong)|\D*\d.*[^\W\d]", re.DOTALL)
NOTHING_ASKED = (None, Stall.place.state)
ASKS_AGAIN = ("stock-of-which-variant", "stock-not-understood", "stock-other-unit", "stock-not-weighed")
MAY_BE_NAMED = (*NOTHING_ASKED, Changing.stock.state, *(state.state for state in LOOKING_ROUND))


def stock_in_reply(message: Message) -> dict[str, int] | bool:
    """The product whose stock the replied-to message asks about, and the variant's number; False if it asks of none."""
    taps = taps_replied_to(message, StockTap)
    if not taps:
        return False
    # "Batalkan" counts moves with its number, and a button for each variant asks which.
    number = 0 if taps[0].do in ("undo", "which") else taps[0].number
    return {"product_id": taps[0].product_id, "number": number}


@router.callback_query(StockTap.filter(F.do.in_({"add", "same", "tomorrow", "never", "undo", "there", "gone"})))
async def answer_by_tap(_: object, callback_data: StockTap, turn: Turn) -> None:
    """+5, +10, +20, "Sama", "Besok lagi", "Jangan ingatkan", "Batalkan", "Masih ada", "Habis"."""
    product_id, amount, number = callback_data.product_id, callback_data.amount, callback_data.number
    await _leave_open_question(turn)
    person_id, now = turn.person.id, turn.now
    answers: dict[str, Any] = {
        "add": (add_packs, person_id, product_id, min(max(amount, 1), 1000), now, number),
        "same": (same_again, person_id, product_id, now),
        "tomorrow": (ask_tomorrow, person_id, product_id, now),
        "never": (stop_asking, person_id, product_id, now),
        "undo": (take_back, person_id, amount, now, number),
        "there": (still_there, person_id, product_id, now),
        "gone": (set_stock, person_id, product_id, 0, now),
    }
    result = await turn.transact(*answers[callback_data.do])
    if callback_data.do == "there":
        await _thank(result, turn)
    else:
        await say_restocked(result, turn)


@router.callback_query(StockTap.filter(F.do == "which"))
async def ask_about_variant(_: object, callback_data: StockTap, turn: Turn) -> None:
    """A size or colour was tapped: how many of it are there?"""
    product = await turn.read(look_at_own, turn.person.id, callback_data.product_id)
    if not 0 < callback_data.number <= len(product.terms.variants):
        raise ShopError("product-gone")
    await ask_about(Changing.stock, product.id, turn)
    await turn.state.update_data(number=callback_data.number)
    await turn.say(ask_variant_card(product, turn.words, callback_data.number))


async def stock_is_asked(_: Message, turn: Turn) -> dict[str, int] | bool:
    """A filter: we asked this seller about a product's stock lately, and no other question is open.

    Hands `product_id`, and the `number` of the variant, to the handler.
    """
    asked = await turn.read(asked_product, turn.person.id, turn.now)
    return {"product_id": asked[0], "number": asked[1]} if asked else False


def may_count_variants(text: str) -> bool:
    """Whether a name and a count may be in the text."""
    # Not searched for: from each letter on, a long text would be read to its end.
    return _MAY_COUNT_VARIANTS.match(text) is not None


async def says_variants(message: Message, turn: Turn) -> dict[str, Any] | bool:
    """A filter: so many of each variant, of the product that the message replies to, or that we asked about lately.

    Hands `product_id` and `counts` to the handler.
    """
    text = message.text or ""
    if not may_count_variants(text.casefold()):
        return False
    named: dict[str, Any] | bool = False
    replied = asked = stock_in_reply(message)
    if not replied and message.reply_to_message is None:
        state = await turn.state.get_state()
        named = state in MAY_BE_NAMED and await own_stock_said(message, turn)
        asked = named or (state in NOTHING_ASKED and await stock_is_asked(message, turn))
    if not isinstance(asked, dict):
        return False
    name, known, told_apart = await turn.read(names_of, turn.person.id, asked["product_id"])
    counts = read_variant_counts(text, known, name)
    # Out of the blue "beras 2, gula 3" is rather an order; in reply a new colour may be named.
    meant = counts and (replied or set(counts) <= set(known))
    # "Kaos merah habis" leaves open what there is of the others, as long as all share one stock.
    of_all = not named or told_apart or set(counts or ()) == set(known)
    return {"product_id": asked["product_id"], "counts": counts} if meant and of_all else False


@router.message(F.text, ~F.text.startswith("/"), says_variants)
async def answer_of_each(_: Message, product_id: int, counts: dict[str, int], turn: Turn) -> None:
    """ "merah 5, biru 3": from now on each variant has a stock of its own."""
    await _leave_open_question(turn)
    await say_restocked(await turn.transact(set_variants, turn.person.id, product_id, counts, turn.now), turn)


async def said_in_reply(message: Message, product_id: int, turn: Turn) -> dict[str, StockSaid] | bool:
    """A filter: how many there are of the product that the message replies to; its name may stand beside the number."""
    name, *_ = await turn.read(names_of, turn.person.id, product_id)
    said = read_stock_said(message.text or "", name)
    return False if said is None else {"said": said}


async def own_stock_said(message: Message, turn: Turn) -> dict[str, Any] | bool:
    """A filter: a seller names a product of theirs and says how many there are ("stok kaos 5", "kaos merah habis").

    Hands `product_id`, `number` and `said` to the handler: None for a number that is doubtful ("gelas habis 3").
    """
    text = message.text or ""
    if not may_be_of_stock(text):
        return False
    named = await turn.read(product_named, turn.person.id, text)
    if named is None or (named.said is None and not any(map(str.isdigit, text))):
        return False
    if await turn.state.get_state() == Changing.stock.state:
        asked = await product_asked_about(turn)
        if asked == named.product_id or await said_in_reply(message, asked, turn):
            return False  # it is the answer
    return {"product_id": named.product_id, "number": named.number, "said": named.said}


def may_be_of_stock(text: str) -> bool:
    """Whether a text may say how many there are; what asks, or is for sale at a price, doesn't."""
    if not speaks_of_stock(text) or "?" in text:
        return False
    read = reading_of(text)
    return read.price is None or "price" in read.doubts


# The lowest decorator is asked first: what a message replies to says more than what was asked lately, or is named.
@router.message(StateFilter(*MAY_BE_NAMED), F.text, ~F.reply_to_message, own_stock_said)
@router.message(StateFilter(None, Stall.place), F.text, stock_said, stock_is_asked)
@router.message(stock_in_reply, F.text, said_in_reply)
async def answer_by_number(_: Message, product_id: int, number: int, said: StockSaid | None, turn: Turn) -> None:
    """A number in reply to our question, or a bare number after it, sets the total; "+5" and "laku 3" change it."""
    await _leave_open_question(turn)
    try:
        if said is None:
            raise ShopError("stock-not-understood")
        answer = add_stock if said.changes else set_stock
        result = await turn.transact(answer, turn.person.id, product_id, said.count, turn.now, said.unit, number)
    except ShopError as refusal:
        if refusal.key not in ASKS_AGAIN:
            raise
        # The refusal asks: what is written next is the answer, of the variant that was named.
        await ask_about(Changing.stock, product_id, turn)
        if refusal.key != "stock-of-which-variant":
            await turn.state.update_data(number=number)
        await turn.say(refusal_card(refusal, turn.words))
        return
    await say_restocked(result, turn)


@router.message(stock_in_reply, *WRITTEN, F.text.regexp(r"\d", mode="search"))
async def ask_number_again(_: Message) -> None:
    """A number in reply to our question, which counts something else ("besok 10"): asked once more."""
    raise ShopError("stock-not-understood")


@router.callback_query(Own.filter(F.do == "history"))
async def show_history(_: object, callback_data: Own, turn: Turn) -> None:
    """ "Riwayat stok"."""
    told = await turn.read(history, turn.person.id, callback_data.product_id)
    await turn.say(history_card(told, turn.words, told.product.stall.zone, turn.now))


async def _leave_open_question(turn: Turn) -> None:
    """What is said of one stock is the end of a question about another: a number that comes later is not its answer."""
    if await turn.state.get_state() == Changing.stock.state:
        await turn.state.clear()


async def _thank(result: Restocked, turn: Turn) -> None:
    """It is still there; the next one that nobody has spoken of is asked about."""
    await turn.say(confirmed_card(result, turn.words))
    if result.next_low is not None:
        await turn.say.news(still_there_card(result.next_low, turn.words))


async def say_restocked(result: Restocked, turn: Turn) -> None:
    """The answer is read back, and the next one asked about."""
    await turn.say(restocked_card(result, turn.words))
    if result.next_low is not None:
        await turn.say.news(low_stock_card(result.next_low, turn.words))
