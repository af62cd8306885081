"""Paying: the buyer chooses a way and says that it is done; the seller looks into her own account and answers."""

from aiogram import F, Router
from aiogram.types import Message

from handlers.captions import said_and_shown
from handlers.cards import orders
from handlers.cards import paying as cards
from handlers.cards.talking import relayed_card
from handlers.parts import Turn
from handlers.sharing import drawn
from handlers.states import Paying, answers_open_question, ask_about_order, refuse_as_forgotten
from handlers.taps import PayTap, Photo
from locales import Words, plainly
from shop.errors import ShopError
from shop.orders import bought_order
from shop.paying import choose_way, claim_paid, confirm_payment, deny_payment, qris_to_pay
from shop.photos import qris_picture
from shop.qris import Qris
from shop.rules import PAYABLE_STATES
from shop.talking import talk_about
from shop.views import OrderView

router = Router(name="paying")
PROMISES = {"transfer": cards.transfer_card, "cash": cards.cash_card}
PROOF = (Paying.proof, answers_open_question)


@router.callback_query(PayTap.filter(F.do == "ways"))
async def show_ways(_: object, callback_data: PayTap, turn: Turn) -> None:
    """ "Cara bayar"."""
    order = await turn.read(bought_order, turn.person.id, callback_data.order_id)
    card = cards.ways_card if order.payment == "open" else orders.bought_card
    await turn.say(card(order, turn.words))


@router.callback_query(PayTap.filter(F.do.in_(set(PROMISES))))
async def choose(_: object, callback_data: PayTap, turn: Turn) -> None:
    """By transfer, or in cash when the goods come."""
    way = callback_data.do
    order = await turn.transact.again(choose_way, turn.person.id, callback_data.order_id, way)
    card = PROMISES[way] if order.payment == "open" else orders.bought_card
    await turn.say(card(order, turn.words))


@router.callback_query(PayTap.filter(F.do == "qris"))
async def pay_by_qris(_: object, callback_data: PayTap, turn: Turn) -> None:
    """ "Bayar pakai QRIS": the stall's code with this order's amount in it, as a picture."""
    order, qris = await turn.transact.again(qris_to_pay, turn.person.id, callback_data.order_id)
    picture = await drawn(lambda: _picture(order, qris, turn.words), turn)
    await turn.say.toast()
    await turn.say.news(cards.qris_to_pay_card(order, qris, picture, turn.words))


@router.callback_query(PayTap.filter(F.do == "done"))
async def ask_for_proof(_: object, callback_data: PayTap, turn: Turn) -> None:
    """ "Sudah bayar": is there a picture of it? A new message, so that the code stays where it is."""
    order = await turn.read(bought_order, turn.person.id, callback_data.order_id)
    if order.payment != "open" or order.state not in PAYABLE_STATES:
        await turn.say(orders.bought_card(order, turn.words))
        return
    await ask_about_order(Paying.proof, order.id, turn)
    await turn.say.toast()
    await turn.say.news(cards.ask_proof_card(order, turn.words))


@router.callback_query(PayTap.filter(F.do == "bare"))
async def claim_without_proof(_: object, callback_data: PayTap, turn: Turn) -> None:
    """ "Tanpa bukti"."""
    await turn.state.clear()
    await _claim(callback_data.order_id, turn)


@router.message(*PROOF, F.photo)
async def claim_with_proof(_: Message, turn: Turn) -> None:
    """The photo goes to the seller, with its caption."""
    order_id = int((await turn.state.get_data())["order_id"])
    await turn.state.clear()
    words, photos = said_and_shown(turn.album)
    await _claim(order_id, turn, photos, words)


@router.message(*PROOF, ~F.text.startswith("/"))
async def no_proof_yet(message: Message, turn: Turn) -> None:
    """Written "tanpa bukti" is as good as tapped; after anything else the question stays open."""
    order_id = int((await turn.state.get_data())["order_id"])
    if _letters(message.text or "") == _letters(plainly(turn.words("button-pay-bare"))):
        await turn.state.clear()
        await _claim(order_id, turn)
        return
    order = await turn.read(bought_order, turn.person.id, order_id)
    await turn.say(cards.ask_proof_card(order, turn.words))


@router.callback_query(Photo.filter(F.is_for == "order"))
async def photo_was_a_proof(_: object, callback_data: Photo, turn: Turn) -> None:
    """ "Bukti bayar pesanan #12": the photo that came out of the blue. Telegram lets no file be sent as a photo."""
    data = await turn.state.get_data()
    if not data.get("file_ids") or data.get("photo_stamp", 0) != callback_data.stamp:
        await refuse_as_forgotten("photo-forgotten", turn)
        return
    if data.get("as_files"):
        raise ShopError("proof-as-photo", order_id=callback_data.about)
    await turn.state.clear()
    await _claim(callback_data.about, turn, data["file_ids"], data.get("said"))


@router.callback_query(PayTap.filter(F.do == "money"))
async def money_is_there(_: object, callback_data: PayTap, turn: Turn) -> None:
    """ "Uang sudah masuk"."""
    order = await turn.transact(confirm_payment, turn.person.id, callback_data.order_id, turn.now)
    await turn.say(orders.sold_card(order, turn.words), toast=turn.words("toast-accepted"))


@router.callback_query(PayTap.filter(F.do == "none"))
async def no_money_yet(_: object, callback_data: PayTap, turn: Turn) -> None:
    """ "Belum masuk"."""
    tap = callback_data
    order = await turn.transact(deny_payment, turn.person.id, tap.order_id, tap.claim, turn.now)
    await turn.say(orders.sold_card(order, turn.words), toast=turn.words("toast-accepted"))


async def _claim(order_id: int, turn: Turn, photos: list[str] | None = None, text: str | None = None) -> None:
    order = await turn.transact(claim_paid, turn.person.id, order_id, turn.now, photos=photos or [], text=text)
    if order.payment == "claimed":
        await turn.say(cards.claimed_card(order, turn.words))
    elif photos:
        await turn.say(relayed_card(await turn.read(talk_about, turn.person.id, order_id), turn.words))
    else:
        await turn.say(orders.bought_card(order, turn.words))


def _picture(order: OrderView, qris: Qris, words: Words) -> bytes:
    title = plainly(words("qris-title", order=str(order.id), stall=order.stall.name))
    total, nmid = words.rupiah(order.total), f"NMID {qris.nmid}"
    hint = words("qris-hint")
    return qris_picture(qris.payload, title=title, amount=total, name=qris.name, nmid=nmid, hint=hint)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalpha())
