"""Data as a schema kept it: `python -m tests.models.dump FILE` writes a small, lively market as INSERT statements.

Run at each new schema, with its revision as the file's name; test_migrations.py brings every such file to the newest
one. A file that is there is never made again: it stands for shops that are out there.
"""

import json
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Connection, MetaData
from sqlalchemy.types import TypeEngine
from sqlmodel import Session

from models.conversations import write_conversation
from models.database import Database, sqlite_address
from models.effects import Effect
from models.inbox import mark_rows, store_updates
from models.migrations import migrate
from models.notices import Notice, note_shown, settle_notice
from models.settings import set_setting
from shop.broadcasts import choose_audience, draft_broadcast, start_broadcast
from shop.describing import describe_stall
from shop.handing_over import finish_order
from shop.listings import Reading, StoredPhoto, draft_products, publish
from shop.orders import accept_order, cancel_order, decline_order, lapse_order, place_order
from shop.people import agree, speak_language, want_announcements
from shop.pricing import Terms
from shop.quoting import Wanted
from shop.stock import add_stock, set_stock
from shop.talking import Enclosure, relay
from tests.support.market import BUDI, NOW, RINI, SARI, add_person

PEOPLE = {SARI: "Bu Sari", BUDI: "Pak Budi", RINI: "Mbak Rini", RINI + 1: 'Kak O\'Neil "<b>" 😀'}


def fill(session: Session) -> None:
    """A market in which everything has happened once."""
    for person_id, name in PEOPLE.items():
        add_person(session, person_id, name)
    agree(session, BUDI, NOW)
    speak_language(session, RINI, "en")
    want_announcements(session, RINI + 1, False)
    _list_products(session)
    _trade(session)
    _announce(session)
    _process(session)


def _list_products(session: Session) -> None:
    photo = StoredPhoto(hash="ab" * 32, original=StoredPhoto(hash="cd" * 32), tip="too-dark")
    readings = [
        Reading(name="Keripik pisang", price=15_000, stock=40),
        Reading(
            name="Kaos", price=45_000, terms=Terms(variants=("merah", "biru")), doubts=("cod",), said={"cod": "COD?"}
        ),
        Reading(price=20_000, per=100, unit="gram", doubts=("price",), guesses=(20_000,)),
    ]
    draft_products(session, SARI, readings, [[photo], [photo], []], NOW, album="12")
    publish(session, SARI, 1, NOW)
    publish(session, SARI, 2, NOW, made_to_order=True)
    describe_stall(session, SARI, NOW, place="Plaosan, Magetan", zone="Asia/Jakarta", payment_words="Transfer")
    add_stock(session, SARI, 1, 5, NOW)
    set_stock(session, SARI, 1, 30, NOW)


def _trade(session: Session) -> None:
    def order(minutes: int, address: str | None = None, product_id: int = 1, variant: int = 0) -> int:
        wanted = Wanted(product_id=product_id, quantity=2, number=variant)
        return place_order(session, BUDI, [wanted], NOW + timedelta(minutes=minutes), address, "0812", "COD").id

    accepted, finished, declined, cancelled, lapsed = (order(minutes) for minutes in range(5))
    order(6, "Jalan Mawar 5\nRT 1", product_id=2, variant=1)
    for order_id in (accepted, finished):
        accept_order(session, SARI, order_id, NOW)
    finish_order(session, SARI, finished, NOW)
    decline_order(session, SARI, declined, "far", NOW)
    cancel_order(session, BUDI, cancelled, NOW)
    lapse_order(session, lapsed, NOW + timedelta(days=1))
    relay(session, BUDI, accepted, NOW, text="yang 100 renyah: ya?", enclosed=[Enclosure(kind="photo", what="AgAC")])


def _announce(session: Session) -> None:
    draft_broadcast(session, RINI, [4, 5], NOW)
    choose_audience(session, RINI, 1, "everybody")
    start_broadcast(session, RINI, 1, 9, NOW)


def _process(session: Session) -> None:
    bodies = [{"update_id": number, "message": {"text": "halo 'kak'"}} for number in (7, 8, 9)]
    rows = [{"update_id": body["update_id"], "chat_id": BUDI, "body": json.dumps(body)} for body in bodies]
    empty = {"album": None, "received_at": NOW, "state": "waiting", "problem": None}
    store_updates(session, [row | empty for row in rows])
    mark_rows(session, [1], "done")
    mark_rows(session, [2], "set aside", "no update of Telegram's: 1 faults")
    session.add(Effect(key=f"tap {BUDI} 5 b:order:1", inbox_id=1, result={"id": 1}, before={"state": None}, at=NOW))
    write_conversation(session, BUDI, BUDI, "Ordering:count", {"product_id": 1})
    settle_notice(session, session.get_one(Notice, 1), {"state": "sent", "settled_at": NOW, "message_id": 11})
    note_shown(session, BUDI, "product 1", 12, NOW)
    session.add(Notice(person_id=RINI, kind="undelivered", lane="orders", created_at=NOW, try_at=NOW, state="failed"))
    set_setting(session, "clock offset", 0.0)


def statements(connection: Connection) -> list[str]:
    """Every row as an INSERT that SQLite and PostgreSQL take alike."""
    metadata = MetaData()
    metadata.reflect(connection)
    found = []
    for table in metadata.sorted_tables:
        if table.name == "alembic_version":
            continue
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        for row in connection.execute(table.select()):
            values = ", ".join(map(_literal, row, (column.type for column in table.columns)))
            found.append(f'INSERT INTO "{table.name}" ({names}) VALUES ({values});')
    return found


def _literal(value: Any, kind: TypeEngine[Any]) -> str:
    if isinstance(kind, JSON):
        value = json.dumps(value)
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return str(value)
    written = f"{value:%Y-%m-%d %H:%M:%S.%f}" if isinstance(value, datetime) else str(value)
    return "'" + written.replace("'", "''") + "'"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        database = Database(sqlite_address(Path(folder) / "lapak.db"))
        migrate(database.engine)
        database.write_now(fill)
        with database.engine.connect() as looking:
            Path(sys.argv[1]).write_text("\n".join(statements(looking)) + "\n", encoding="utf-8")
        database.close()
