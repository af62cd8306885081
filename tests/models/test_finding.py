"""Every question that the rooms above ask of products, orders and people, answered alike by both databases."""

from datetime import timedelta

from sqlalchemy import text
from sqlmodel import Session, select

from models.database import Database
from models.notices import Notice, last_sent, sent_before
from models.orders import lines_of, order_of_buyer, order_of_seller, orders_of_person, orders_of_stall
from models.people import find_person, mark_refused
from models.products import (
    Product,
    ProductPhoto,
    count_products,
    low_products,
    note_photos,
    on_sale,
    open_stalls,
    photos_of,
    product_for_sale,
    product_of,
    products_of_stall,
)
from models.stalls import stall_of
from models.stock import moves_of
from shop.searching import found
from tests.support.market import BUDI, NOW, RINI, SARI, add_product, buy, open_market


def fill(session: Session) -> None:
    """Bu Sari has two products, the first with two photos; Pak Budi has bought; Mbak Rini sells one more."""
    first = open_market(session, stock=5)
    second = add_product(session, stock=2, name="Sambal 100% pedas")
    add_product(session, RINI, stock=0, name="Kopi")
    for position, photo in enumerate(["b" * 64, "a" * 64]):
        note_photos(session, [photo])
        session.add(ProductPhoto(product_id=first, position=position, photo_hash=photo))
        session.flush()
    note_photos(session, ["c" * 64])
    bettered = session.exec(select(ProductPhoto).where(ProductPhoto.position == 1)).one()
    bettered.original_hash = "c" * 64
    buy(session, BUDI, first, 2)
    session.get_one(Product, second).state = "on sale"


def show_originals(session: Session) -> None:
    session.get_one(Product, 1).shows_original = True


def test_products_are_found_by_whoever_may_see_them(database: Database) -> None:
    database.write_now(fill)

    def ask(session: Session) -> None:
        stall = stall_of(session, SARI)
        assert stall is not None
        stall_id = stall.id
        assert product_of(session, SARI, 1) is not None
        assert product_of(session, BUDI, 1) is None
        assert product_for_sale(session, 1) is not None
        assert [product.id for product in products_of_stall(session, stall_id, 0, 10)] == [2, 1]
        assert count_products(session, stall_id, "on sale", "hidden") == 2
        assert [product.id for product in on_sale(session, 0, 10)] == [3, 2, 1]
        assert [product.id for product in on_sale(session, 0, 10, stall_id)] == [2, 1]
        assert [product.id for product in found(session, "100%", 0, 10)] == [2]
        for words in ("KERIPIK pisang", "kripik", "pis", "pisang k"):
            assert [product.id for product in found(session, words, 0, 10)] == [1], words
        assert found(session, "keripik sambal", 0, 10) == []
        assert found(session, "🔥", 0, 10) == []
        assert [(stall.owner_id, count) for stall, count in open_stalls(session, 0, 10)] == [(RINI, 1), (SARI, 2)]
        assert [product.id for product in low_products(session, stall_id, 3, NOW)] == [2, 1]

    database.read_now(ask)


def test_words_are_found_by_any_two_and_by_their_beginnings(database: Database) -> None:
    names = ["Keripik pisang manis", "Keripik pisang pedas", "Sambal manis", "Sambal sambalado", "Pedas manis keripik"]

    def ask(session: Session) -> None:
        for name in names:
            add_product(session, name=name)
        expected = {
            "keripik manis": [5, 1],
            "manis pedas keripik": [5],
            "pedas pisang": [2],
            "sambal pedas": [],
            "sambal sam": [4, 3],
            "sambala sambal": [4],
            "keri pis": [2, 1],
            "pis keri man": [1],
            "manis manis": [5, 3, 1],
        }
        for words, ids in expected.items():
            assert [product.id for product in found(session, words, 0, 10)] == ids, words

    database.write_now(ask)


def test_more_words_than_are_known_by_their_beginning(database: Database) -> None:
    def ask(session: Session) -> None:
        for letter in "abcdefghijkl":
            add_product(session, name=f"Teh s{letter}ra")
        assert [product.id for product in found(session, "teh s", 0, 20)] == list(range(12, 0, -1))

    database.write_now(ask)


def test_words_are_compared_alike_whatever_language_the_database_speaks(database: Database) -> None:
    if database.is_sqlite:
        return  # it knows no languages
    asked = "SELECT collation_name FROM information_schema.columns WHERE (table_name, column_name) = (:table, :column)"
    of_words = text(asked).bindparams(table="productword", column="word")
    assert database.read_now(lambda session: session.scalar(of_words)) == "C"


def test_photos_come_in_their_order(database: Database) -> None:
    database.write_now(fill)
    photos = database.read_now(photos_of, 1)
    assert [(photo_hash[0], bettered) for photo_hash, _, bettered in photos] == [("b", False), ("a", True)]
    assert database.read_now(photos_of, 2) == []
    database.write_now(show_originals)
    assert [photo_hash[0] for photo_hash, _, _ in database.read_now(photos_of, 1)] == ["b", "c"]


def test_orders_are_found_by_their_two_people_only(database: Database) -> None:
    database.write_now(fill)

    def ask(session: Session) -> None:
        assert order_of_buyer(session, BUDI, 1) is not None
        assert order_of_buyer(session, SARI, 1) is None
        assert order_of_seller(session, SARI, 1) is not None
        assert order_of_seller(session, RINI, 1) is None
        assert [line.quantity for line in lines_of(session, 1)] == [2]
        assert [order.id for order in orders_of_person(session, BUDI, 8)] == [1]
        assert [order.id for order in orders_of_stall(session, 1, ("placed",), 8)] == [1]
        assert [move.change for move in moves_of(session, 1, 8)] == [-2, 5]

    database.read_now(ask)


def test_what_a_person_was_told_before_is_found(database: Database) -> None:
    database.write_now(fill)

    def settle(session: Session) -> None:
        for number, state in enumerate(["sent", "sent", "sent", "waiting"], start=1):
            session.add(
                Notice(
                    person_id=BUDI,
                    kind="order-accepted",
                    lane="orders",
                    subject="order 1",
                    state=state,
                    try_at=NOW,
                    created_at=NOW,
                    settled_at=NOW + timedelta(minutes=number) if state == "sent" else None,
                    message_id=number if state == "sent" else None,
                )
            )
            session.flush()

    database.write_now(settle)

    def ask(session: Session) -> None:
        newest = last_sent(session, BUDI, ("order-accepted",), NOW)
        assert newest is not None
        assert newest.message_id == 3
        waiting = session.get_one(Notice, newest.id + 1)
        assert sent_before(session, waiting) == [2, 3]

    database.read_now(ask)


def test_who_refuses_us_is_remembered(database: Database) -> None:
    database.write_now(fill)
    database.write_now(mark_refused, BUDI, NOW)
    found = database.read_now(find_person, BUDI)
    assert found is not None
    assert found.refused_at == NOW
    assert database.read_now(find_person, 99) is None
