"""What a turn has done: which rows are other ones than before, whose they are, and which secrets were told to whom."""

from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, SQLModel, select

from handlers.cards.notices import notice_card
from locales import words_in
from models.notices import Notice
from shop.notices import what_to_tell
from tests.forged.harness import Lab, Said
from tests.forged.world import World

# Bookkeeping of the bot's own, and what somebody has been shown: no effect in anybody's eyes.
OUR_OWN = {"inbox", "effect", "conversation", "photofile", "alembic_version"}
Row = dict[str, Any]
Rows = dict[tuple[str, Any], Row]


@dataclass
class Change:
    """A row that is new, gone or other than before."""

    table: str
    row: Row

    def __str__(self) -> str:
        return f"{self.table} {self.row}"


def all_rows(lab: Lab) -> Rows:
    """Every row that counts, by table and key."""
    rows: Rows = {}
    for table in SQLModel.metadata.tables:
        if table in OUR_OWN:
            continue
        found = lab.raw.execute(f'SELECT rowid, * FROM "{table}"')
        columns = [column[0] for column in found.description]
        for values in found:
            row = dict(zip(columns[1:], values[1:], strict=True))
            if table != "notice" or row["kind"] != "shown":
                rows[table, values[0]] = row
    return rows


def changed(before: Rows, after: Rows) -> list[Change]:
    """What is different."""
    return [
        Change(key[0], after.get(key) or before[key])
        for key in sorted({*before, *after})
        if before.get(key) != after.get(key)
    ]


class Owners:
    """Whose a row is."""

    def __init__(self, *states: Rows) -> None:
        rows = {key: row for state in states for key, row in state.items()}
        self.stalls = {row["id"]: row["owner_id"] for (table, _), row in rows.items() if table == "stall"}
        self.products = {row["id"]: row["stall_id"] for (table, _), row in rows.items() if table == "product"}
        self.orders = {row["id"]: row for (table, _), row in rows.items() if table == "orders"}

    def of(self, change: Change) -> set[int]:
        """Everybody whom this row is about."""
        row = change.row
        whose = {row[column] for column in ("person_id", "owner_id", "buyer_id", "operator_id") if row.get(column)}
        if change.table == "person":
            whose.add(row["id"])
        if row.get("product_id"):
            whose.add(self.stalls[self.products[row["product_id"]]])
        if row.get("stall_id"):
            whose.add(self.stalls[row["stall_id"]])
        if row.get("order_id"):
            order = self.orders[row["order_id"]]
            whose |= {order["buyer_id"], self.stalls[order["stall_id"]]}
        return whose


def leaks(lab: Lab, world: World, said: list[Said], changes: list[Change]) -> list[str]:
    """Every secret that was told to somebody who may not know it: said at once, or in a notice."""
    told = [(one.chat_id, one.words) for one in said]
    new = [change.row["id"] for change in changes if change.table == "notice" and change.row["state"] == "waiting"]
    told += lab.database.read_now(_notices, new, lab) if new else []
    return [f"{chat_id} was told {secret}" for chat_id, words in told for secret in _secrets_in(words, chat_id, world)]


def _secrets_in(words: str, chat_id: int, world: World) -> list[str]:
    tokens = set("".join(letter if letter.isalnum() else " " for letter in words).split())
    return [secret for secret, knows in world.secrets.items() if secret in tokens and chat_id not in knows]


def _notices(session: Session, ids: list[int], lab: Lab) -> list[tuple[int, str]]:
    told = []
    for notice in session.exec(select(Notice).where(Notice.id.in_(ids))):  # type: ignore[union-attr] # a column
        telling = what_to_tell(session, notice.id or 0, lab.clock.now())
        if telling is not None:
            told.append((notice.person_id, notice_card(telling, words_in(telling.person.language)).plain()[0]))
    return told
