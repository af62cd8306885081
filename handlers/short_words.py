"""Short words out of the blue: yes to the one order that waits, thanks, help, my stall, my orders."""

from aiogram import F, Router
from aiogram.filters import Filter, StateFilter
from aiogram.types import Message

from handlers.answering import bought_orders, sold_orders
from handlers.cards import orders, places
from handlers.days import show_today
from handlers.doors import has_stall, show_doors
from handlers.parts import Turn
from handlers.stalls import show_my_stall
from handlers.starting import CANCEL_WORDS
from handlers.states import Announcing, Listing, Ordering, Searching, Talking
from handlers.taps import OrderTap, taps_replied_to
from shop.orders import accept_order, open_purchases, order_for, waiting_orders
from shop.talking import order_of_message
from shop.views import OrderView

router = Router(name="short words")
# What may be added to any of them without changing it.
POLITE = frozenset(("kak", "kakak", "ya", "yaa", "bu", "pak", "mas", "mbak", "min", "gan", "sis", "nggih", "deh"))
YES = frozenset(["terima", "siap", "ok", "oke", "okay", "iya", "ya", "yes", "bisa", "sanggup", "inggih", "accept"])
THANKS = frozenset(
    (
        *("terima kasih", "terimakasih", "terima kasih banyak", "makasih", "makasih banyak", "makasi", "trims", "tks"),
        *("thanks", "thank you", "suwun", "matur suwun", "matur nuwun", "nuhun", "hatur nuhun", "sakalangkong"),
    )
)
HELP = frozenset(("bantuan", "bantu", "tolong", "help", "minta tolong", "butuh bantuan", "cara pakai", "bingung"))
MY_STALL = frozenset(("lapak saya", "lapakku", "lapak ku", "my stall"))
TODAY = frozenset(("hari ini", "hariini", "today"))
ORDERS_IN = frozenset(("pesanan masuk", "pesanan baru", "ada pesanan", "orders"))
MY_ORDERS = frozenset(("pesanan saya", "pesananku", "belanjaan saya", "belanjaanku", "my orders"))
# Words to somebody else, or for everybody, are theirs.
SAID_ON = (Talking.message, Talking.quick_reply, Announcing.message)
IDLE = (None, Ordering.count, Searching.words, Listing.offered)


def bare(text: str) -> str:
    """The words without politeness at either end: "Siap, Kak 🙏" is "siap"; several yeses are one."""
    letters = "".join(letter if letter.isalnum() else " " for letter in text.lower())
    words = letters.split()
    kept = [word for word in words if word not in POLITE] or words[:1]
    return " ".join(kept)


def says_yes(text: str) -> bool:
    """Whether somebody says yes, and nothing else."""
    said = bare(text)
    return said in YES or (bool(said) and len(said.split()) <= 3 and set(said.split()) <= YES)


class Says(Filter):
    """A filter: the message says one of these, and nothing else."""

    def __init__(self, phrases: frozenset[str]) -> None:
        self.phrases = phrases

    async def __call__(self, message: Message) -> bool:
        """Whether it does."""
        return bare(message.text or "") in self.phrases


async def says_yes_to(message: Message, turn: Turn) -> dict[str, OrderView | bool | None] | bool:
    """A filter: a seller's yes. In reply to an order's message it is plain; else it may mean the one that waits.

    Hands `order` (None: one of several), and whether it is `plain` which one is meant, to the handler.
    """
    if not says_yes(message.text or ""):
        return False
    if message.reply_to_message is not None:
        return await _replied_to(message, message.reply_to_message.message_id, turn)
    for order in await turn.read(open_purchases, turn.person.id):
        if order.state == "offered":
            return {"order": order, "plain": False}
    if not await has_stall(turn):
        return False
    waiting = [order for order in await turn.read(waiting_orders, turn.person.id) if order.state == "placed"]
    return {"order": waiting[0] if len(waiting) == 1 else None, "plain": False} if waiting else False


async def _replied_to(message: Message, message_id: int, turn: Turn) -> dict[str, OrderView | bool | None] | bool:
    taps = taps_replied_to(message, OrderTap)
    accepting = [tap.order_id for tap in taps if tap.do == "accept"]
    if len(accepting) == 1:
        return {"order": await turn.read(order_for, turn.person.id, accepting[0]), "plain": True}
    if taps:
        return False  # a buyer's message, or a list: these words are an answer to that
    order_id = await turn.read(order_of_message, turn.person.id, message_id)
    if order_id is None:
        return False
    order = await turn.read(order_for, turn.person.id, order_id)
    waits = order.state == "placed" and order.stall.owner_id == turn.person.id
    return {"order": order, "plain": False} if waits else False


@router.message(F.text, F.reply_to_message, says_yes_to)
@router.message(F.text, ~F.reply_to_message, StateFilter(*IDLE), says_yes_to)
async def yes(message: Message, order: OrderView | None, plain: bool, turn: Turn) -> None:
    """ "Terima", "ok siap": in reply to the order it is taken; out of the blue we ask whether this one is meant."""
    if order is None:
        await sold_orders(message, turn)
        return
    if order.buyer_id == turn.person.id:
        await turn.say(orders.bought_card(order, turn.words))
        return
    if not plain:
        await turn.say(orders.meant_card(order, turn.words))
        return
    taken = await turn.transact(accept_order, turn.person.id, order.id, turn.now)
    card = orders.asked_late_card if taken.state == "lapsed" else orders.sold_card
    await turn.say(card(taken, turn.words))


@router.message(F.text, ~F.reply_to_message, ~StateFilter(*SAID_ON), Says(THANKS))
async def thanks(_: Message, turn: Turn) -> None:
    """A warm word; a question that was open stays open."""
    await show_doors(turn, "welcome-thanks")


@router.message(F.text, ~F.reply_to_message, ~StateFilter(*SAID_ON), Says(HELP))
async def help_out(_: Message, turn: Turn) -> None:
    """ "Tolong"."""
    await show_doors(turn, "help")


@router.message(F.text, StateFilter(*IDLE), Says(MY_STALL))
async def my_own_stall(message: Message, turn: Turn) -> None:
    """ "Lapak saya"."""
    await show_my_stall(message, turn)


@router.message(F.text, StateFilter(*IDLE), Says(MY_ORDERS))
async def my_own_orders(message: Message, turn: Turn) -> None:
    """ "Pesanan saya"."""
    await bought_orders(message, turn)


@router.message(F.text, StateFilter(*IDLE), Says(TODAY))
async def my_day(message: Message, turn: Turn) -> None:
    """ "Hari ini"."""
    await show_today(message, turn)


@router.message(F.text, StateFilter(*IDLE), Says(ORDERS_IN))
async def my_incoming_orders(message: Message, turn: Turn) -> None:
    """ "Pesanan masuk"."""
    await sold_orders(message, turn)


@router.message(F.text, StateFilter(None), Says(CANCEL_WORDS))
async def nothing_to_call_off(_: Message, turn: Turn) -> None:
    """ "Batal" where nothing was begun."""
    await turn.say(places.nothing_open_card(turn.words, await has_stall(turn)))
