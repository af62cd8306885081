"""/dataku: everything that is kept about a person, for that person."""

from typing import Any

from models.database import Session
from models.personal import KEPT, rows_of

Rows = list[dict[str, Any]]


def my_data(session: Session, person_id: int) -> dict[str, Rows]:
    """The person's rows under headings; what stands in them about other people is left out."""
    return {kept.heading: rows_of(session, kept, person_id) for kept in KEPT}
