"""Many looks at one line of wishes at once: nobody's turn comes twice. The race is also run without the protection."""

import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from sqlmodel import Session, select

from models.database import Database
from models.notices import Notice
from models.wishes import next_in_line
from shop.notices import tell
from shop.stock import add_stock
from shop.wishes import stock_is_back, wish_for
from tests.support.market import NOW, SARI, add_person, open_market

HANDS, PEOPLE, PIECES = 8, 24, 5
LATER = NOW + timedelta(minutes=1)
Look = Callable[[Database, int, threading.Barrier], None]


def look_protected(database: Database, product_id: int, _: threading.Barrier) -> None:
    """As the product does it."""
    database.write_now(stock_is_back, product_id, LATER)


def look_unprotected(database: Database, product_id: int, all_here: threading.Barrier) -> None:
    """As one would do it without thinking: look who comes first, then tell them."""
    first = database.read_now(lambda session: [wish.person_id for wish in next_in_line(session, product_id, PIECES)])
    all_here.wait(10)

    def write(session: Session) -> None:
        for person_id in first:
            tell(session, person_id, "product-back", LATER, product_id=product_id)

    database.write_now(write)


def told(database: Database) -> Counter[int]:
    """How often each person was told."""
    query = select(Notice.person_id).where(Notice.kind == "product-back")
    return Counter(database.read_now(lambda session: list(session.exec(query))))


def a_line(database: Database) -> int:
    """A product that is out, and people who wait for it."""
    product_id = database.write_now(open_market, stock=0)

    def ask(session: Session) -> None:
        for person_id in range(900_000_001, 900_000_001 + PEOPLE):
            add_person(session, person_id)
            wish_for(session, person_id, product_id, 0, NOW)

    database.write_now(ask)
    return product_id


def race(database: Database, look: Look) -> Counter[int]:
    """All hands look at the line at the same moment; how often each person was told."""
    product_id, all_here = a_line(database), threading.Barrier(HANDS)
    database.write_now(add_stock, SARI, product_id, PIECES, NOW - timedelta(hours=8))  # at night: nobody is told yet
    with ThreadPoolExecutor(HANDS) as hands:
        list(hands.map(lambda _: look(database, product_id, all_here), range(HANDS), timeout=40))
    return told(database)


def test_many_looks_tell_each_person_once_and_no_more_than_there_are_pieces(database: Database) -> None:
    seen = race(database, look_protected)
    assert len(seen) == PIECES
    assert set(seen.values()) == {1}


def test_without_the_protection_the_same_looks_tell_people_again_and_again(database: Database) -> None:
    assert max(race(database, look_unprotected).values()) > 1


def test_many_restocks_at_once_tell_one_person_for_each_piece(database: Database) -> None:
    product_id = a_line(database)
    with ThreadPoolExecutor(HANDS) as hands:
        list(hands.map(lambda _: database.write_now(add_stock, SARI, product_id, 1, LATER), range(HANDS), timeout=40))
    seen = told(database)
    assert len(seen) == HANDS
    assert set(seen.values()) == {1}
