"""What a turn has to know before it starts: its updates, who is talking, and which question is open."""

from bot.conversations import OpenConversation
from bot.flood import look_behind
from models.conversations import Conversation
from models.database import Session, database_now
from models.effects import Effect, effect_of_row
from models.inbox import InboxRow, mark_rows, prove_claim, rows_of_album, unname_rows
from models.people import find_person
from shop.views import person_view


class Loaded:
    """Everything that a turn has to know before it starts, fetched in one read.

    `quiet_for`: how long ago the last part of an album came; None if it is none.
    """

    def __init__(self, session: Session, row: InboxRow) -> None:
        effect = effect_of_row(session, row.id)
        rows = _acted_upon(effect, rows_of_album(session, row) if row.album else [row])
        self.row_ids = [part.id for part in rows]
        self.bodies = [part.body for part in rows]
        self.chat_id = row.chat_id
        self.row_id = row.id
        self.fence = row.fence
        self.leaves_nothing = False
        self.quiet_for = database_now(session) - rows[-1].received_at if row.album else None
        self.behind = look_behind(session, row, rows[-1].id)
        person = find_person(session, row.chat_id)
        self.person = person_view(person) if person else None
        self.met_as = (person.name, person.username, person.refused_at) if person else None
        self.conversation = _conversation(session, row.chat_id, effect)

    @property
    def is_claimed(self) -> bool:
        """Whether there may be other workers, so that what we write has to prove that the chat is still ours."""
        return self.fence > 0

    def settle(self, session: Session, state: str, problem: str | None = None) -> None:
        """The turn is over; its updates are kept as far as they may be."""
        if self.leaves_nothing:
            unname_rows(session, self.row_ids)
        else:
            mark_rows(session, self.row_ids, state, problem)

    def prove(self, session: Session) -> None:
        """Raises Overtaken if another worker has taken over this chat; else it stays ours until the commit."""
        if self.is_claimed:
            prove_claim(session, self.row_id, self.fence)


def _acted_upon(effect: Effect | None, rows: list[InboxRow]) -> list[InboxRow]:
    """A turn that is run again is about what it has acted upon: photos that have come since are a turn of their own."""
    return [row for row in rows if row.id in effect.before.get("rows", [row.id])] if effect else rows


def _conversation(session: Session, chat_id: int, effect: Effect | None) -> OpenConversation:
    if effect is not None:
        return OpenConversation(effect.before["state"], effect.before["data"])
    kept = session.get(Conversation, (chat_id, chat_id))
    return OpenConversation(kept.state, kept.data) if kept else OpenConversation(None, {})
