"""Notices: what somebody who isn't talking with us should hear."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from models.contacts import contact_of_stall
from models.database import Session
from models.notices import Notice
from models.orders import Order
from models.people import Person, is_nobody
from models.prepared import add_row
from models.stalls import Stall
from shop import rules


def tell(
    session: Session,
    person_id: int,
    kind: str,
    now: datetime,
    *,
    order_id: int | None = None,
    product_id: int | None = None,
    stall_id: int | None = None,
    lane: str = "orders",
    not_before: datetime | None = None,
    **facts: Any,
) -> Notice | None:
    """Put a notice into the outbox; it goes out after the commit, and not before `not_before`.

    To somebody who was forgotten there is nothing to tell: None.
    """
    if is_nobody(person_id):
        return None
    ids = {"order_id": order_id, "product_id": product_id, "stall_id": stall_id}
    known = {key: value for key, value in ids.items() if value is not None}
    subject = next((f"{key.removesuffix('_id')} {value}" for key, value in known.items()), None)
    return add_row(
        session,
        Notice,
        person_id=person_id,
        kind=kind,
        lane=lane,
        subject=subject,
        facts=known | facts,
        created_at=now,
        try_at=max(now, not_before or now),
    )


def tell_other_side(session: Session, order_id: int, person_id: int, now: datetime) -> None:
    """What was for one side of an order can't be brought: the other hears of it at once."""
    order = session.get_one(Order, order_id)
    if person_id == order.buyer_id:
        owner_id = session.get_one(Stall, order.stall_id).owner_id
        tell(session, owner_id, "buyer-refuses", now, order_id=order_id)
    else:
        tell(session, order.buyer_id, "seller-refuses", now, order_id=order_id)


def help_seller(session: Session, order_id: int, person_id: int, operators: Iterable[int], now: datetime) -> None:
    """If it is the order's seller who takes no message of ours, the operators hear of it."""
    if person_id != session.get_one(Order, order_id).buyer_id:
        for operator_id in known(session, operators):
            tell(session, operator_id, "help-seller", now, order_id=order_id)


def ask_to_phone(session: Session, order_id: int, operators: Iterable[int], now: datetime) -> None:
    """A seller has let every reminder of an order pass: the second contact should phone, or else the operators."""
    order = session.get_one(Order, order_id)
    if order.state != "placed":
        return
    stall = session.get_one(Stall, order.stall_id)
    contact = contact_of_stall(session, order.stall_id)
    person = session.get(Person, contact.person_id) if contact else None
    if person is None or person.refused_at is not None:
        ask_operators_to_phone(session, order_id, operators, now)
        return
    quiet = rules.polite_time(now, stall.zone)
    seller = session.get_one(Person, stall.owner_id).name
    tell(
        session,
        person.id,
        "remind-seller",
        now,
        order_id=order_id,
        lane="reminders",
        not_before=quiet,
        contact_id=contact.id if contact else 0,
        seller=seller,
    )


def ask_operators_to_phone(session: Session, order_id: int, operators: Iterable[int], now: datetime) -> None:
    """There is no second contact, or it takes no message of ours: the operators should phone."""
    order = session.get_one(Order, order_id)
    if order.state == "placed":
        quiet = rules.polite_time(now, session.get_one(Stall, order.stall_id).zone)
        for operator_id in known(session, operators):
            tell(session, operator_id, "please-phone", now, order_id=order_id, not_before=quiet)


def undelivered(session: Session, lane: str, person_id: int, operators: Iterable[int], now: datetime) -> None:
    """A notice could not be brought to somebody: the operators hear of it, so that a person sees to it."""
    for operator_id in known(session, operators):
        if operator_id != person_id:
            tell(session, operator_id, "undelivered", now, failed_lane=lane, failed_person=person_id)


def known(session: Session, people: Iterable[int]) -> list[int]:
    """Those of `people` who have talked to us; nobody else can be told anything."""
    return [person_id for person_id in people if session.get(Person, person_id) is not None]
