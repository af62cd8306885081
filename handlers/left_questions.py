"""A question about an order that was left unanswered is closed before anything else is heard as its answer.

What answers it can't be taken back: an order is declined, sent or paid for, or somebody reads what was written.
"""

from datetime import timedelta

from aiogram.types import CallbackQuery, Message

from handlers.captions import is_about_sending, offers_something, reading_of
from handlers.parts import Turn
from handlers.short_words import MY_ORDERS, MY_STALL, ORDERS_IN, TODAY, bare, says_yes
from handlers.starting import CANCEL_COMMANDS
from handlers.states import ABOUT_ORDER, Complaining, HandingOver, Paying, Talking, replies_to_open_question
from handlers.taps import Hush, OrderTap, PayTap, Quick

WAITS = timedelta(days=1)
JUST_ASKED = timedelta(hours=1)
# Any words answer these; so those that always mean something else are none.
IN_ANY_WORDS = {Talking.reason.state, HandingOver.tracking.state, Complaining.words.state}
SHORT_WORDS = MY_STALL | MY_ORDERS | TODAY | ORDERS_IN
# A photo answers these; so one that offers something under its name is none.
BY_PHOTO = {HandingOver.tracking.state, Paying.proof.state}
# The kinds of buttons that such a question has itself.
OF_ORDERS = {kind.__prefix__ for kind in (OrderTap, PayTap, Quick, Hush)}


async def close_left_question(tap: CallbackQuery | None, turn: Turn) -> None:
    """Close the question about an order that is open, if this turn has turned to something else."""
    state = await turn.state.get_state()
    if state not in ABOUT_ORDER:
        return
    if await (_taps_elsewhere(tap, turn) if tap else _says_something_else(turn.album, state, turn)):
        await turn.state.clear()


async def _taps_elsewhere(tap: CallbackQuery, turn: Turn) -> bool:
    asked = await turn.state.get_data()
    shown = (asked.get("asked_in"), asked.get("asked_again_in"))
    # A refusal may lead home or to the stall as well: that is elsewhere.
    own = (tap.data or "").partition(":")[0] in OF_ORDERS
    return not own or tap.message is None or tap.message.message_id not in shown


async def _says_something_else(album: list[Message], state: str | None, turn: Turn) -> bool:
    if not album:
        return False
    text = album[0].text or ""
    if text.startswith("/"):
        # "/batal" says itself that the question is closed.
        return text[1:].split("@")[0].strip().lower() not in CANCEL_COMMANDS
    if state in IN_ANY_WORDS and (says_yes(text) or bare(text) in SHORT_WORDS):
        return True
    if await replies_to_open_question(album[0], turn):
        return False
    age = timedelta(seconds=turn.now.timestamp() - (await turn.state.get_data()).get("asked_at", 0))
    captions = [part.caption for part in album if part.caption and state in BY_PHOTO]
    return age > WAITS or any(_sells(caption, state, age < JUST_ASKED) for caption in captions)


def _sells(caption: str, state: str | None, just_asked: bool) -> bool:
    """Whether a photo with this caption is rather something to sell than what was asked for."""
    if not offers_something(caption, by_name=True):
        return False
    if state == Paying.proof.state:
        # "Kue lapis 30rb" may say what was paid, and for what; nobody pays for "stok 20".
        return not just_asked or reading_of(caption).stock is not None
    return not is_about_sending(caption)
