"""The stall's QRIS: read from a photo, read back, and used only after a tap."""

import asyncio

from aiogram import F, Router
from aiogram.types import Message

from handlers.captions import files_in
from handlers.cards import qris as cards
from handlers.parts import Turn
from handlers.states import Qris, refuse_as_forgotten
from handlers.taps import QrisTap
from shop.describing import qris_of, remove_qris, set_qris
from shop.photos import codes_in
from shop.qris import one_qris

router = Router(name="qris")


@router.callback_query(QrisTap.filter(F.do == "look"))
async def look_at_qris(_: object, turn: Turn) -> None:
    """ "QRIS": the one in use; without any, a photo is asked for."""
    qris = await turn.read(qris_of, turn.person.id)
    if qris is None:
        await ask_for_qris(_, turn)
        return
    await turn.state.clear()
    await turn.say(cards.qris_card(qris, turn.words))


@router.callback_query(QrisTap.filter(F.do == "change"))
async def ask_for_qris(_: object, turn: Turn) -> None:
    """ "Kirim foto QRIS Kakak"."""
    await turn.state.set_state(Qris.photo)
    await turn.state.set_data({})
    await turn.say(cards.ask_qris_card(turn.words))


@router.message(Qris.photo, F.photo | F.document)
async def read_photo(_: Message, turn: Turn) -> None:
    """The QRIS is read and read back; a photo without one leaves the question open."""
    codes: list[str] = []
    for file_id, size in files_in(turn.album):
        codes += await asyncio.to_thread(codes_in, await turn.fetch_photo(file_id, size))
    qris = one_qris(codes)
    before = await turn.read(qris_of, turn.person.id)
    await turn.state.set_data({"payload": qris.payload, "stamp": turn.stamp})
    await turn.say(cards.confirm_qris_card(qris, before, turn.words, turn.stamp))


@router.message(Qris.photo, ~F.text.startswith("/"))
async def photo_please(_: Message, turn: Turn) -> None:
    """Words, or a voice note: the question stays open."""
    await turn.say(cards.ask_qris_card(turn.words))


@router.callback_query(QrisTap.filter(F.do == "use"))
async def use_qris(_: object, callback_data: QrisTap, turn: Turn) -> None:
    """ "Ya, ini QRIS saya": only now is it used."""
    data = await turn.state.get_data()
    if data.get("stamp") != callback_data.stamp:
        await refuse_as_forgotten("qris-forgotten", turn)
        return
    await turn.state.clear()
    stall = await turn.transact(set_qris, turn.person.id, data["payload"], turn.now)
    await turn.say(cards.qris_settled_card(stall.qris_name, turn.words))


@router.callback_query(QrisTap.filter(F.do == "remove"))
async def drop_qris(_: object, turn: Turn) -> None:
    """ "Hapus": nobody is shown it any more."""
    await turn.state.clear()
    stall = await turn.transact.again(remove_qris, turn.person.id, turn.now)
    await turn.say(cards.qris_settled_card(stall.qris_name, turn.words))
