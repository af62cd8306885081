"""Nothing of a person is kept that their copy would miss, or that would outlive their being forgotten."""

import json

import pytest
from sqlalchemy import JSON, Column, String, Text
from sqlmodel import Session, SQLModel, col, select

from models.database import Database
from models.effects import Effect
from models.forgetting import columns_to
from models.notices import Notice
from models.orders import OrderLine
from models.people import Person
from models.personal import KEPT, NOT_PERSONAL
from models.products import Product
from models.stalls import Stall
from models.wishes import Wish
from shop.contacts import become_contact, end_contact, invite, leave_contact, my_contact
from shop.forgetting import forget
from shop.mydata import my_data
from shop.notices import tell, undelivered
from tests.models.dump import PEOPLE, fill
from tests.support.market import BUDI, NOW, RINI, SARI, add_person, buy, open_market

TABLES = SQLModel.metadata.tables
STAYS = {kept.table.name for kept in KEPT if kept.left is not None}
# Columns of rows that stay: words, but none that a person wrote or that tell who they are.
PLAIN_WORDS = {
    "stall": {"zone", "closed_orders"},
    "product": {"kind", "unit"},
    "stockmove": {"reason", "variant"},
    "orders": {"state", "delivery", "decline_reason", "pay_by", "payment"},
    "orderline": {"name", "unit", "variant"},  # what was sold: names that hold the seller's own are emptied
    "notice": {"kind", "lane", "subject", "state", "problem"},
    "broadcast": {"audience", "state"},
}


def holds_words(column: "Column[object]") -> bool:
    """Whether somebody's words may stand in this column."""
    return isinstance(column.type, String | Text | JSON) and not column.primary_key


def left_out(tables: set[str]) -> set[str]:
    """Tables that are neither listed nor said to hold nothing of anybody."""
    return tables - {kept.table.name for kept in KEPT} - set(NOT_PERSONAL)


def outliving(table: str, columns: set[str]) -> set[str]:
    """Columns of a table that stays in which words would outlive the person."""
    emptied = [set(kept.left) for kept in KEPT if kept.table.name == table and kept.left]
    return columns - PLAIN_WORDS[table] - set().union(*emptied)


def test_every_table_is_in_the_list_or_holds_nothing_of_anybody() -> None:
    assert left_out(set(TABLES)) == set()
    assert left_out({*TABLES, "wishlist"}) == {"wishlist"}, "a new table would be noticed"
    pointing = {column.table.name for column in columns_to(Person)}
    assert not pointing & set(NOT_PERSONAL)


def test_no_words_outlive_a_person_in_rows_that_stay() -> None:
    for table in STAYS:
        assert outliving(table, {column.name for column in TABLES[table].columns if holds_words(column)}) == set()
    assert outliving("orders", {"address", "nickname"}) == {"nickname"}, "a new column would be noticed"


def test_a_column_that_is_somebodys_number_points_to_the_person_or_goes_with_its_row() -> None:
    """So that the number of somebody who was forgotten stands nowhere: it is replaced wherever it points."""
    pointing = {str(column) for column in columns_to(Person)}
    gone = {kept.table.name for kept in KEPT if kept.left is None and kept.model is not Person} - STAYS
    named = ("person_id", "owner_id", "buyer_id", "seller_id", "operator_id", "chat_id")
    suspects = {
        str(column)
        for table in TABLES.values()
        for column in table.columns
        if column.name in named or column.name.endswith("_person_id")
        if table.name not in gone
    }
    assert suspects <= pointing


def meet_in_every_way(session: Session) -> None:
    """A market in which people have to do with each other wherever the tables let them."""
    fill(session)
    session.add(Wish(product_id=1, person_id=BUDI, asked_at=NOW))
    for person_id, end in ((BUDI, "left"), (RINI, "ended"), (RINI + 1, None)):
        become_contact(session, person_id, invite(session, SARI, NOW).code, NOW)
        session.flush()
        if end == "left":
            leave_contact(session, person_id, my_contact(session, SARI).contact_id or 0, NOW)
        elif end == "ended":
            end_contact(session, SARI, NOW)
        session.flush()
    undelivered(session, "orders", BUDI, [RINI], NOW)


def test_a_copy_tells_nobody_elses_number(database: Database) -> None:
    """Whoever has it can find the person in Telegram, and a seller's buyers never gave it to her."""
    database.write_now(meet_in_every_way)
    copies = {person_id: json.dumps(database.read_now(my_data, person_id), default=str) for person_id in PEOPLE}
    kinds = ("contact-agreed", "contact-left", "contact-ended", "undelivered")
    assert [kind for kind in kinds if not any(kind in copy for copy in copies.values())] == []
    assert all(str(person_id) in copy for person_id, copy in copies.items()), "one's own is there"
    told = {(mine, other) for mine, copy in copies.items() for other in PEOPLE if other != mine and str(other) in copy}
    assert told == set()


def hand_words_on(session: Session) -> None:
    """An order about which each has said something, to the other and to the operators."""
    open_market(session)
    buy(session, BUDI, 1, 1)
    add_person(session, RINI)
    tell(session, SARI, "payment-claimed", NOW, order_id=1, text="sudah transfer dari rekening istri")
    tell(session, RINI, "complaint", NOW, order_id=1, text="keripiknya melempem")
    tell(session, BUDI, "order-declined", NOW, order_id=1, said="minyaknya habis")


def test_a_copy_holds_what_was_handed_on_for_who_said_it(database: Database) -> None:
    database.write_now(hand_words_on)
    words = ("rekening istri", "melempem", "minyaknya habis")

    def own(person_id: int) -> list[str]:
        said = json.dumps(database.read_now(my_data, person_id)["handed-on"], default=str)
        return [each for each in words if each in said]

    assert (own(BUDI), own(SARI), own(RINI)) == (["rekening istri", "melempem"], ["minyaknya habis"], [])


STRANGER = 12_345_678
ABOUT_OTHERS = ("Transfer ke rekening 9912345678 ya bu", "123456789", "di café 912345678")
ABOUT_THE_STRANGER = ("12345678", "nomor 12345678.", "café12345678", "tg://user?id=12345678")


def speak_of_numbers(session: Session) -> None:
    """Words that wait for Bu Sari, and effects of taps of hers, with numbers in which the stranger's digits stand."""
    open_market(session)
    add_person(session, STRANGER)
    buy(session, BUDI, 1, 1)
    for text in (*ABOUT_OTHERS, *ABOUT_THE_STRANGER):
        tell(session, SARI, "message", NOW, order_id=1, sender="Pak Budi", text=text)
        for place in ("result", "before"):
            effect = Effect(key=f"tap {SARI} {place} {text}", inbox_id=1, result={}, before={}, at=NOW)
            setattr(effect, place, {"text": text})
            session.add(effect)
    tell(session, SARI, "contact-left", NOW, contact_name="Orang", contact=STRANGER)
    session.add(Effect(key=f"tap {SARI} id", inbox_id=1, result=STRANGER, before={}, at=NOW))


def test_who_is_forgotten_takes_no_words_of_others_along_whose_numbers_hold_theirs(database: Database) -> None:
    database.write_now(speak_of_numbers)
    database.write_now(forget, STRANGER, 0, NOW)

    def left(session: Session) -> tuple[list[Notice], set[str]]:
        told = select(Notice).where(col(Notice.kind).in_(("message", "contact-left"))).order_by(col(Notice.id))
        return list(session.exec(told)), set(session.exec(select(Effect.key)))

    told, effects = database.read_now(left)
    kept, wiped = told[: len(ABOUT_OTHERS)], told[len(ABOUT_OTHERS) :]
    assert [(notice.facts["text"], notice.state) for notice in kept] == [(text, "waiting") for text in ABOUT_OTHERS]
    assert [(notice.facts, notice.state) for notice in wiped[:-1]] == [({"order_id": 1}, "moot")] * 4
    assert (wiped[-1].facts, wiped[-1].state) == ({}, "moot")
    assert effects == {f"tap {SARI} {place} {text}" for place in ("result", "before") for text in ABOUT_OTHERS}


@pytest.mark.parametrize(
    ("seller", "product", "is_named"),
    [
        ("Bu Zaenab", "Keripik Zaenab", True),
        ("Bu Sari Wulan", "Sambal  BU sari 🌶", True),
        ("Élise", "Kue ÉLISE", True),
        ("Bu Ani", "Kue manis", False),
        ("Bu Sari", "Keripik ibu kota", False),
        ("A", "Keripik pisang", False),
    ],
)
def test_an_order_keeps_what_it_was_of_but_not_whose(
    database: Database, seller: str, product: str, is_named: bool
) -> None:
    def sell(session: Session) -> None:
        open_market(session)
        session.get_one(Person, SARI).name = seller
        session.exec(select(Stall).where(Stall.owner_id == SARI)).one().name = seller
        session.get_one(Product, 1).name = product
        session.flush()
        buy(session, BUDI, 1, 1)
        forget(session, SARI, 0, NOW)

    database.write_now(sell)
    assert database.read_now(lambda session: session.exec(select(OrderLine.name)).one()) == (
        "📦" if is_named else product
    )
