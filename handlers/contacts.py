"""The second contact: the seller invites, somebody agrees, and either ends it."""

from aiogram import F, Router

from handlers.cards import contacts
from handlers.parts import Turn
from handlers.taps import Go, Join, Kin
from shop.contacts import become_contact, end_contact, invite, leave_contact, look_at_invitation, my_contact

router = Router(name="contacts")


@router.callback_query(Go.filter(F.to == "contact"))
async def show_contact(_: object, turn: Turn) -> None:
    """ "Kontak kedua"."""
    await turn.say(contacts.contact_card(await turn.read(my_contact, turn.person.id), turn.words))


@router.callback_query(Kin.filter(F.do == "invite"))
async def make_invitation(_: object, turn: Turn) -> None:
    """A link for one person; the one before it is good no more."""
    invitation = await turn.transact.again(invite, turn.person.id, turn.now)
    await turn.say(contacts.invited_card(invitation, turn.link_to(f"k{invitation.code}"), turn.words))


async def show_invitation(code: str, turn: Turn) -> None:
    """The link was opened: what it means, before anything is agreed."""
    seen = await turn.read(look_at_invitation, turn.person.id, code, turn.now)
    await turn.say(contacts.asked_card(seen, code, turn.words, turn.person.consented))


@router.callback_query(Join.filter())
async def agree_to_be_contact(_: object, callback_data: Join, turn: Turn) -> None:
    """ "Ya, saya mau"."""
    seen = await turn.transact(become_contact, turn.person.id, callback_data.code, turn.now)
    await turn.say(contacts.thanks_card(seen, turn.words))


@router.callback_query(Kin.filter(F.do == "end"))
async def end(_: object, turn: Turn) -> None:
    """The seller ends it."""
    seen = await turn.transact.again(end_contact, turn.person.id, turn.now)
    await turn.say(contacts.contact_card(seen, turn.words, ended=True))


@router.callback_query(Kin.filter(F.do == "leave"))
async def leave(_: object, callback_data: Kin, turn: Turn) -> None:
    """The contact ends it."""
    seen = await turn.transact(leave_contact, turn.person.id, callback_data.contact_id, turn.now)
    await turn.say(contacts.left_card(turn.words, seen.stall.name))


@router.callback_query(Kin.filter(F.do == "done"))
async def thank(_: object, callback_data: Kin, turn: Turn) -> None:
    """They have phoned the seller."""
    await turn.say(contacts.done_card(turn.words, callback_data.contact_id))
