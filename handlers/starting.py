"""Coming in: /start and its links, the two doors, help, language, one's own number, announcements on or off."""

from datetime import datetime

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import ChatMemberUpdated, Message

from handlers.browsing import show_product, show_stall
from handlers.cards import places
from handlers.parts import Read, Say, Transact
from handlers.taps import Go, Speak
from locales import Words, words_in
from shop.people import begin, speak_language, want_announcements
from shop.stalls import my_stall
from shop.views import PersonView

router = Router(name="starting")


@router.message(CommandStart(deep_link=True))
async def start_by_link(
    message: Message, command: CommandObject, state: FSMContext, person: PersonView, words: Words, say: Say, read: Read
) -> None:
    """A shared link was tapped: straight to the product (p12) or the stall (s3)."""
    link = command.args or ""
    await state.clear()
    if link[:1] in ("p", "s") and link[1:].isdecimal() and len(link) < 12:
        show = show_product if link[0] == "p" else show_stall
        await show(int(link[1:]), state, words, say, read)
    else:
        await say(places.home_card(words, person.name, person.consented))


@router.message(Command("start", "mulai", "batal", "menu"))
@router.callback_query(Go.filter(F.to == "home"))
async def start(_: object, state: FSMContext, person: PersonView, words: Words, say: Say) -> None:
    """The two doors; whatever question was open is closed."""
    await state.clear()
    await say(places.home_card(words, person.name, person.consented))


@router.callback_query(Go.filter(F.to == "sell"))
async def want_to_sell(
    _: object,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    read: Read,
    transact: Transact,
    now: datetime,
) -> None:
    """Selling begins with a photo. Going on is agreeing to what is kept."""
    await state.clear()
    await transact.again(begin, person.id, now)
    stall = await read(my_stall, person.id)
    await say(places.how_to_sell_card(words, has_stall=stall is not None))


@router.message(Command("jual"))
async def how_to_sell(_: Message, state: FSMContext, person: PersonView, words: Words, say: Say, read: Read) -> None:
    """How selling begins."""
    await state.clear()
    stall = await read(my_stall, person.id)
    await say(places.how_to_sell_card(words, has_stall=stall is not None))


@router.message(Command("bantuan", "help"))
@router.callback_query(Go.filter(F.to == "help"))
async def explain(_: object, words: Words, say: Say) -> None:
    """What can be done here."""
    await say(places.help_card(words))


@router.message(Command("privasi", "privacy"))
@router.callback_query(Go.filter(F.to == "about"))
async def about(_: object, words: Words, say: Say) -> None:
    """What is kept, and who sees it."""
    await say(places.about_card(words))


@router.message(Command("id"))
async def tell_id(_: Message, person: PersonView, words: Words, say: Say) -> None:
    """A person's own number, for OPERATORS in the settings."""
    await say(places.id_card(words, person.id))


@router.message(Command("bahasa", "language"))
async def ask_language(_: Message, words: Words, say: Say) -> None:
    """Another language?"""
    await say(places.language_card(words))


@router.callback_query(Speak.filter())
async def choose_language(_: object, callback_data: Speak, person: PersonView, say: Say, transact: Transact) -> None:
    """From now on in that language."""
    changed = await transact.again(speak_language, person.id, callback_data.language)
    words = words_in(changed.language)
    await say(places.home_card(words, person.name, person.consented), toast=words("language-chosen"))


@router.message(Command("berhenti", "stop"))
@router.callback_query(Go.filter(F.to == "quiet"))
async def leave_announcements(_: object, person: PersonView, words: Words, say: Say, transact: Transact) -> None:
    """No more announcements; orders still come. The copy that was tapped stays readable."""
    await transact.again(want_announcements, person.id, False)
    await say.quiet_old_buttons()
    await say.news(places.announcements_card(words, wanted=False))


@router.message(Command("ikut"))
@router.callback_query(Go.filter(F.to == "hear"))
async def join_announcements(_: object, person: PersonView, words: Words, say: Say, transact: Transact) -> None:
    """Announcements again."""
    await transact.again(want_announcements, person.id, True)
    await say(places.announcements_card(words, wanted=True))


@router.my_chat_member()
async def come_or_go(_: ChatMemberUpdated) -> None:
    """Blocked or let in again: the turn has noted who it was; there is nobody to answer."""
