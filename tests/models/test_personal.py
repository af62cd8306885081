"""Nothing of a person is kept that their copy would miss, or that would outlive their being forgotten."""

from sqlalchemy import JSON, Column, String, Text
from sqlmodel import SQLModel

from models.forgetting import columns_to
from models.people import Person
from models.personal import KEPT, NOT_PERSONAL

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
