"""Coming in: /start and its links, the two doors, help, language, one's own number, announcements on or off."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import ChatMemberUpdated, Message

from handlers.browsing import show_product, show_stall
from handlers.cards import places
from handlers.contacts import show_invitation
from handlers.doors import has_stall, show_doors
from handlers.parts import Turn
from handlers.taps import Go, Speak
from locales import LANGUAGES, words_in
from shop.people import begin, speak_language, want_announcements

router = Router(name="starting")
CANCEL_WORDS = frozenset(
    ("batal", "batalkan", "gak jadi", "ga jadi", "nggak jadi", "tidak jadi", "ora sido", "teu jadi", "cancel")
)
CANCEL_COMMANDS = ("batal", "cancel")


@router.message(CommandStart(deep_link=True))
async def start_by_link(message: Message, command: CommandObject, turn: Turn) -> None:
    """A shared link was tapped: to the product (p12), the stall (s3), or an invitation (k…)."""
    link = command.args or ""
    await turn.state.clear()
    if link[:1] in ("p", "s") and link[1:].isdecimal() and len(link) < 12 and int(link[1:]) < 2**31:
        show = show_product if link[0] == "p" else show_stall
        await show(int(link[1:]), turn)
    elif link[:1] == "k":
        await show_invitation(link[1:], turn)
    else:
        await start(message, turn)


async def calls_it_off(message: Message, turn: Turn) -> bool:
    """A filter: "batal", "gak jadi" while a question is open."""
    words = " ".join((message.text or "").lower().strip(" .!").split())
    return words in CANCEL_WORDS and await turn.state.get_state() is not None


@router.message(F.text, calls_it_off)
async def call_off(_: Message, turn: Turn) -> None:
    """What was begun is dropped, and said to be."""
    await turn.state.clear()
    await show_doors(turn, "called-off")


@router.message(Command(*CANCEL_COMMANDS))
async def call_off_by_command(_: Message, turn: Turn) -> None:
    """ "/batal": what was begun is dropped; where nothing was, we say so."""
    begun = await turn.state.get_state() is not None
    await turn.state.clear()
    if begun:
        await show_doors(turn, "called-off")
    else:
        await turn.say(places.nothing_open_card(turn.words, await has_stall(turn)))


@router.message(Command("start", "mulai", "menu"))
@router.callback_query(Go.filter(F.to == "home"))
async def start(_: object, turn: Turn) -> None:
    """The two doors; whatever question was open is closed."""
    await turn.state.clear()
    await turn.say(places.home_card(turn.words, turn.person.name, turn.person.consented, await has_stall(turn)))


@router.callback_query(Go.filter(F.to == "sell"))
async def want_to_sell(_: object, turn: Turn) -> None:
    """Selling begins with a photo. Going on is agreeing to what is kept."""
    await turn.state.clear()
    await turn.transact.again(begin, turn.person.id, turn.now)
    await how_to_sell(_, turn)


@router.message(Command("jual"))
async def how_to_sell(_: object, turn: Turn) -> None:
    """How selling begins."""
    await turn.state.clear()
    await turn.say(places.how_to_sell_card(turn.words, await has_stall(turn)))


@router.message(Command("bantuan", "help"))
async def explain(_: object, turn: Turn) -> None:
    """What can be done here."""
    await show_doors(turn, "help")


@router.message(Command("privasi", "privacy"))
async def about(_: object, turn: Turn) -> None:
    """What is kept, and who sees it."""
    await turn.say(places.about_card(turn.words, turn.copies_kept))


@router.message(Command("id"))
async def tell_id(_: Message, turn: Turn) -> None:
    """A person's own number, for OPERATORS in the settings."""
    await turn.say(places.id_card(turn.words, turn.person.id))


@router.message(Command("bahasa", "language"))
async def ask_language(_: Message, turn: Turn) -> None:
    """Another language?"""
    await turn.say(places.language_card(turn.words))


@router.callback_query(Speak.filter(F.language.in_(LANGUAGES)))
async def choose_language(_: object, callback_data: Speak, turn: Turn) -> None:
    """From now on in that language."""
    changed = await turn.transact.again(speak_language, turn.person.id, callback_data.language)
    words = words_in(changed.language)
    home = places.home_card(words, turn.person.name, turn.person.consented, await has_stall(turn))
    await turn.say(home, toast=words("language-chosen"))


@router.message(Command("berhenti", "stop"))
@router.callback_query(Go.filter(F.to == "quiet"))
async def leave_announcements(_: object, turn: Turn) -> None:
    """No more announcements; orders still come. The copy that was tapped stays readable."""
    await turn.transact.again(want_announcements, turn.person.id, False)
    await turn.say.quiet_old_buttons()
    await turn.say.news(places.announcements_card(turn.words, wanted=False))


@router.message(Command("ikut"))
@router.callback_query(Go.filter(F.to == "hear"))
async def join_announcements(_: object, turn: Turn) -> None:
    """Announcements again."""
    await turn.transact.again(want_announcements, turn.person.id, True)
    await turn.say(places.announcements_card(turn.words, wanted=True))


@router.my_chat_member()
async def come_or_go(_: ChatMemberUpdated) -> None:
    """Blocked us, or let us in again: there is nobody to answer. The next message to them finds out."""
