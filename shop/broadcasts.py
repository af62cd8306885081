"""Announcements: an operator drafts one, sees whom it will reach, and sends it; each person gets one copy at most."""

from collections.abc import Sequence
from datetime import datetime

from models.broadcasts import Broadcast, add_deliveries
from models.database import Session
from shop.errors import ShopError
from shop.notices import tell
from shop.views import BroadcastView, broadcast_view

AUDIENCES = ("everybody", "sellers", "buyers")


def draft_broadcast(session: Session, operator_id: int, message_ids: Sequence[int], now: datetime) -> BroadcastView:
    """Keep which messages of the operator's chat are to be copied to people."""
    broadcast = Broadcast(operator_id=operator_id, message_ids=list(message_ids), created_at=now)
    session.add(broadcast)
    session.flush()
    return broadcast_view(session, broadcast)


def choose_audience(session: Session, operator_id: int, broadcast_id: int, audience: str) -> BroadcastView:
    """Who shall hear it: `everybody`, `sellers` or `buyers`; the view counts the heads."""
    broadcast = _draft(session, operator_id, broadcast_id)
    broadcast.audience = audience
    session.add(broadcast)
    return broadcast_view(session, broadcast)


def start_broadcast(
    session: Session,
    operator_id: int,
    broadcast_id: int,
    progress_message_id: int,
    now: datetime,
    audience: str | None = None,
) -> BroadcastView:
    """Write down a copy for everybody in the audience; from the commit on they go out.

    `audience` is the one whose preview was agreed to, if another has been chosen since.
    """
    broadcast = _draft(session, operator_id, broadcast_id)
    broadcast.audience = audience or broadcast.audience
    broadcast.state, broadcast.started_at = "sending", now
    broadcast.progress_message_id = progress_message_id
    session.add(broadcast)
    session.flush()
    add_deliveries(session, broadcast)
    return broadcast_view(session, broadcast)


def cancel_broadcast(session: Session, operator_id: int, broadcast_id: int) -> BroadcastView:
    """Don't send it after all."""
    broadcast = _draft(session, operator_id, broadcast_id)
    broadcast.state = "cancelled"
    session.add(broadcast)
    return broadcast_view(session, broadcast)


def end_broadcast(session: Session, broadcast_id: int, now: datetime) -> BroadcastView:
    """Every copy has met its fate; the operator hears how it went."""
    broadcast = session.get_one(Broadcast, broadcast_id)
    broadcast.state, broadcast.ended_at = "done", now
    session.add(broadcast)
    tell(session, broadcast.operator_id, "broadcast-report", now, broadcast_id=broadcast_id)
    return broadcast_view(session, broadcast)


def _draft(session: Session, operator_id: int, broadcast_id: int) -> Broadcast:
    broadcast = session.get(Broadcast, broadcast_id)
    if broadcast is None or broadcast.operator_id != operator_id:
        raise ShopError("broadcast-gone")
    if broadcast.state != "draft":
        raise ShopError("broadcast-is-past-that", broadcast_id=broadcast_id)
    return broadcast
