"""A stall's second contact: somebody of the family who phones or reminds a seller who stays silent."""

import secrets
from datetime import datetime, timedelta

from models.contacts import (
    SecondContact,
    contact_of_person,
    contact_of_stall,
    end_contacts,
    open_invitation,
    take_invitation,
)
from models.database import Session
from models.people import Person, name_of
from models.stalls import Stall
from shop.errors import ShopError
from shop.notices import tell
from shop.people import agree
from shop.stalls import own_stall
from shop.views import StallView, View, stall_view

GOOD_FOR = timedelta(days=3)


class ContactView(View):
    """A stall and its second contact; `name` is None if it has none. `seller` is the owner's name."""

    stall: StallView
    seller: str
    contact_id: int | None = None
    name: str | None = None


class Invitation(View):
    """A code that makes one person the second contact, until it expires."""

    code: str
    expires_at: datetime
    zone: str


def my_contact(session: Session, person_id: int) -> ContactView:
    """The second contact of the person's stall, if there is one. Raises ShopError("no-stall")."""
    stall = own_stall(session, person_id)
    return _view(session, stall, contact_of_stall(session, stall.id))


def invite(session: Session, person_id: int, now: datetime) -> Invitation:
    """A new code for the person's stall. An older one that nobody has used is good no more.

    Raises ShopError: no-stall, contact-there if there is a second contact already.
    """
    stall = own_stall(session, person_id)
    if contact_of_stall(session, stall.id) is not None:
        raise ShopError("contact-there")
    end_contacts(session, stall.id, now)
    invitation = SecondContact(stall_id=stall.id, code=secrets.token_urlsafe(12), expires_at=now + GOOD_FOR)
    session.add(invitation)
    return Invitation(code=invitation.code, expires_at=invitation.expires_at, zone=stall.zone)


def look_at_invitation(session: Session, person_id: int, code: str, now: datetime) -> ContactView:
    """Whose second contact the holder of this code would be.

    Raises ShopError: invitation-gone (used, expired, never made), invitation-own for the seller's own.
    """
    found = open_invitation(session, code, now)
    if found is None:
        raise ShopError("invitation-gone")
    if found[1].owner_id == person_id:
        raise ShopError("invitation-own")
    return _view(session, found[1], None)


def become_contact(session: Session, person_id: int, code: str, now: datetime) -> ContactView:
    """This person agrees; the seller is told. Raises ShopError as `look_at_invitation` does."""
    seen = look_at_invitation(session, person_id, code, now)
    if not take_invitation(session, code, person_id, now):
        raise ShopError("invitation-gone")
    agree(session, person_id, now)
    name = name_of(session, person_id)
    tell(session, seen.stall.owner_id, "contact-agreed", now, contact_name=name, contact=person_id)
    stall = session.get_one(Stall, seen.stall.id)
    return _view(session, stall, contact_of_stall(session, seen.stall.id))


def end_contact(session: Session, person_id: int, now: datetime) -> ContactView:
    """The seller wants no second contact any more; who it was is told. Nothing happens if there is none."""
    stall = own_stall(session, person_id)
    contact = contact_of_stall(session, stall.id)
    if contact is not None and contact.person_id is not None:
        tell(session, contact.person_id, "contact-ended", now, stall_name=stall.name, owner=stall.owner_id)
    end_contacts(session, stall.id, now)
    return _view(session, stall, None)


def leave_contact(session: Session, person_id: int, contact_id: int, now: datetime) -> ContactView:
    """The second contact wants to be one no more; the seller is told. Raises ShopError("contact-gone")."""
    contact = contact_of_person(session, person_id, contact_id)
    if contact is None:
        raise ShopError("contact-gone")
    stall = session.get_one(Stall, contact.stall_id)
    contact.ended_at = now
    session.add(contact)
    tell(
        session,
        stall.owner_id,
        "contact-left",
        now,
        contact_name=session.get_one(Person, person_id).name,
        contact=person_id,
    )
    return _view(session, stall, None)


def _view(session: Session, stall: Stall, contact: SecondContact | None) -> ContactView:
    person = session.get(Person, contact.person_id) if contact else None
    return ContactView(
        stall=stall_view(stall),
        seller=session.get_one(Person, stall.owner_id).name,
        contact_id=contact.id if contact else None,
        name=person.name if person else None,
    )
