"""Meeting people: who they are, which language they want, what they agreed to."""

from datetime import datetime

from models.database import Session
from models.people import Person, find_person, note_consent
from shop import rules
from shop.views import PersonView, person_view


def meet(session: Session, person_id: int, name: str, username: str | None, now: datetime) -> PersonView:
    """Remember somebody who talks to us for the first time, or under a new name."""
    person = find_person(session, person_id) or Person(id=person_id, name=name, met_at=now)
    person.name, person.username, person.refused_at = name, username, None
    session.add(person)
    session.flush()
    return person_view(person)


def agree(session: Session, person_id: int, now: datetime) -> None:
    """Note that this person goes on after reading what is kept; the first time counts."""
    note_consent(session, person_id, rules.CONSENT_VERSION, now)


def begin(session: Session, person_id: int, now: datetime) -> PersonView:
    """Somebody tapped one of the two big buttons: they go on."""
    agree(session, person_id, now)
    return person_view(session.get_one(Person, person_id))


def speak_language(session: Session, person_id: int, language: str) -> PersonView:
    """From now on, talk to this person in `language`."""
    person = session.get_one(Person, person_id)
    person.language = language
    session.add(person)
    return person_view(person)


def want_announcements(session: Session, person_id: int, wanted: bool) -> bool:
    """Leave or join the operators' announcements; returns what is now so."""
    person = session.get_one(Person, person_id)
    person.wants_announcements = wanted
    session.add(person)
    return wanted
