"""What a turn has done: which rows are other ones than before, whose they are, and which secrets were told to whom."""

import json
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, SQLModel, col, select

from handlers.cards.notices import notice_card
from locales import words_in
from models.notices import Notice
from shop.telling import what_to_tell
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
    before: Row | None
    after: Row | None

    @property
    def row(self) -> Row:
        """As it is now, or was before it went."""
        return self.after or self.before or {}

    @property
    def columns(self) -> set[str]:
        """What of it is other than before."""
        was = self.before or {}
        return {column for column, value in self.row.items() if column not in was or was[column] != value}

    def __str__(self) -> str:
        news = {column: self.row[column] for column in sorted(self.columns)}
        return f"{self.table} {self.row.get('id', '')} {news}"


def all_rows(lab: Lab) -> Rows:
    """Every row that counts, by table and key."""
    rows: Rows = {}
    for name, table in SQLModel.metadata.tables.items():
        if name in OUR_OWN:
            continue
        keys = [column.name for column in table.primary_key]
        found = lab.raw.execute(f'SELECT * FROM "{name}"')
        columns = [column[0] for column in found.description]
        for values in found:
            row = dict(zip(columns, values, strict=True))
            if name != "notice" or row["kind"] != "shown":
                rows[name, tuple(row[key] for key in keys)] = row
    return rows


def changed(before: Rows, after: Rows) -> list[Change]:
    """What is different."""
    return [
        Change(key[0], before.get(key), after.get(key))
        for key in sorted({*before, *after}, key=str)
        if before.get(key) != after.get(key)
    ]


class Owners:
    """Whose a row is, or was."""

    def __init__(self, *states: Rows) -> None:
        self._states = [_Owners(rows) for rows in states]

    def of(self, change: Change) -> set[int]:
        """Everybody whom this row is or was about."""
        rows = [row for row in (change.before, change.after) if row]
        return {who for row in rows for owners in self._states for who in owners.of(change.table, row)}


class _Owners:
    def __init__(self, rows: Rows) -> None:
        self.stalls = {row["id"]: row["owner_id"] for (table, _), row in rows.items() if table == "stall"}
        self.products = {row["id"]: row["stall_id"] for (table, _), row in rows.items() if table == "product"}
        self.orders = {row["id"]: row for (table, _), row in rows.items() if table == "orders"}

    def of(self, table: str, row: Row) -> set[int]:
        if table == "person":
            return {row["id"]}
        if table in ("wish", "mute"):
            return {row["person_id"]}
        whose = {row[column] for column in ("person_id", "owner_id", "buyer_id", "operator_id") if row.get(column)}
        if table == "notice":
            facts = row["facts"] if isinstance(row["facts"], dict) else json.loads(row["facts"])
            whose |= {facts[about] for about in ("owner", "contact") if about in facts}
            row = facts
        stall_id = row.get("stall_id") or self.products.get(row.get("product_id"))
        if stall_id in self.stalls:
            whose.add(self.stalls[stall_id])
        if row.get("order_id") in self.orders:
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
    for notice in session.exec(select(Notice).where(col(Notice.id).in_(ids))):
        telling = what_to_tell(session, notice.id, lab.clock.now())
        if telling is not None:
            told.append((notice.person_id, notice_card(telling, words_in(telling.person.language)).plain()[0]))
    return told
