"""Who may move an order's payment on, from where, and what the other side is told: every case there is."""

import itertools
from collections.abc import Callable, Iterator

import pytest
from sqlmodel import Session, select

from models.database import Database, sqlite_address
from models.migrations import migrate
from models.notices import Notice
from models.orders import Order
from models.stalls import Stall
from shop import paying
from shop.days import today
from shop.describing import remove_qris, set_qris
from shop.errors import ShopError
from shop.rules import ORDER_MOVES, PAYABLE_STATES, PAYMENT_MOVES, Who
from shop.telling import what_to_tell
from shop.views import OrderView
from tests.support.market import BUDI, NOW, RINI, SARI, buy, open_market
from tests.support.qris import payload

STATES = sorted({"placed", *(to for _, _, to in ORDER_MOVES.values()), *PAYABLE_STATES})
PAYMENTS = ("open", "claimed", "paid")
CLAIM = 1  # the number of the buyer's claim that the order of these tests is at
PEOPLE = {"buyer": BUDI, "seller": SARI, "another": RINI}
MOVES: dict[str, Callable[[Session, int, int], OrderView]] = {
    "claim": lambda session, person, order: paying.claim_paid(session, person, order, NOW),
    "confirm": lambda session, person, order: paying.confirm_payment(session, person, order, NOW),
    "not yet": lambda session, person, order: paying.deny_payment(session, person, order, CLAIM, NOW),
}
TOLD = {
    "claim": ("payment-claimed", SARI),
    "confirm": ("payment-confirmed", BUDI),
    "not yet": ("payment-not-yet", BUDI),
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """One shop for all cases; each is taken back."""
    opened = Database(sqlite_address(tmp_path_factory.mktemp("paying") / "lapak.db"))
    migrate(opened.engine)
    opened.write_now(open_market, stock=10_000)
    yield opened
    opened.close()


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """A transaction that is rolled back."""
    with Session(database.engine) as opened:
        yield opened
        opened.rollback()


def an_order(session: Session, state: str = "accepted", payment: str = "open") -> int:
    order = session.get_one(Order, buy(session, BUDI, 1, 2).id)
    order.state, order.payment, order.claims = state, payment, CLAIM
    session.add(order)
    session.flush()
    return order.id


def told(session: Session) -> list[tuple[str, int]]:
    """The notices about payments, and who gets them."""
    rows = session.exec(select(Notice).where(Notice.kind.startswith("payment-")))
    return [(notice.kind, notice.person_id) for notice in rows]


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("payment", PAYMENTS)
def test_every_move_by_everybody_in_every_state(session: Session, move: str, payment: str) -> None:
    who, from_payments, to_payment = PAYMENT_MOVES[move]
    harmless = (*from_payments, to_payment, *(["paid"] if move == "claim" else []))
    for state, (role, person) in itertools.product(STATES, PEOPLE.items()):
        order_id, before = an_order(session, state, payment), len(told(session))
        if role != who.value:
            with pytest.raises(ShopError, match="order-gone"):
                MOVES[move](session, person, order_id)
        elif state not in PAYABLE_STATES or payment not in harmless:
            with pytest.raises(ShopError, match="past-that"):
                MOVES[move](session, person, order_id)
        else:
            MOVES[move](session, person, order_id)
        moved = role == who.value and state in PAYABLE_STATES and payment in from_payments
        assert told(session)[before:] == ([TOLD[move]] if moved else [])
        order = session.get_one(Order, order_id)
        assert order.payment == (to_payment if moved else payment)
        assert (order.paid_at == NOW) == (moved and to_payment == "paid")
        assert order.claims == CLAIM + (moved and move == "claim")


def test_the_table_lets_nobody_but_the_seller_say_paid() -> None:
    assert {who for who, _, to in PAYMENT_MOVES.values() if to == "paid"} == {Who.SELLER}
    assert not any("paid" in from_payments for _, from_payments, _ in PAYMENT_MOVES.values())
    assert {to for _, _, to in PAYMENT_MOVES.values()} == set(PAYMENTS)


def test_an_answer_is_for_one_claim_only(session: Session) -> None:
    order_id = an_order(session)
    claim = paying.claim_paid(session, BUDI, order_id, NOW).claims
    paying.deny_payment(session, SARI, order_id, claim, NOW)
    paying.claim_paid(session, BUDI, order_id, NOW)
    assert paying.deny_payment(session, SARI, order_id, claim, NOW).payment == "claimed"
    assert paying.deny_payment(session, SARI, order_id, claim + 1, NOW).payment == "open"


@pytest.mark.parametrize("state", STATES)
def test_a_photo_is_never_lost_even_when_nothing_can_be_claimed(session: Session, state: str) -> None:
    order_id = an_order(session, state, "open")
    paying.claim_paid(session, BUDI, order_id, NOW, photos=["one", "two"], text="ini ya Bu")
    kept = [notice for notice in session.exec(select(Notice)) if notice.kind in ("message", "payment-claimed")]
    assert [notice.facts["photo"] for notice in kept] == ["one", "two"]
    assert kept[0].facts["text"] == "ini ya Bu"
    assert (kept[0].kind == "payment-claimed") == (state in PAYABLE_STATES)


def test_a_notice_that_was_overtaken_is_not_sent(session: Session) -> None:
    order_id = an_order(session)
    paying.claim_paid(session, BUDI, order_id, NOW)
    paying.confirm_payment(session, SARI, order_id, NOW)
    session.flush()
    notices = {notice.kind: notice.id for notice in session.exec(select(Notice))}
    assert what_to_tell(session, notices["payment-claimed"], NOW) is None
    assert what_to_tell(session, notices["payment-confirmed"], NOW) is not None


@pytest.mark.parametrize("state", STATES)
def test_a_claim_is_of_the_day_while_it_can_be_confirmed(session: Session, state: str) -> None:
    an_order(session, state, "claimed")
    tasks = today(session, SARI, NOW).tasks
    assert ("collect" in tasks) == (state in PAYABLE_STATES)


def test_a_way_is_chosen_by_the_buyer_while_nothing_is_paid(session: Session) -> None:
    order_id = an_order(session)
    assert paying.choose_way(session, BUDI, order_id, "cash").pay_by == "cash"
    assert paying.choose_way(session, BUDI, order_id, "transfer").pay_by == "transfer"
    assert paying.choose_way(session, BUDI, order_id, "gold").pay_by == "transfer"
    paying.confirm_payment(session, SARI, order_id, NOW)
    assert paying.choose_way(session, BUDI, order_id, "cash").pay_by == "transfer"
    with pytest.raises(ShopError, match="order-gone"):
        paying.choose_way(session, SARI, order_id, "cash")


def test_the_qris_with_the_amount_is_for_the_buyer_only(session: Session) -> None:
    order_id = an_order(session)
    with pytest.raises(ShopError, match="qris-none"):
        paying.qris_to_pay(session, BUDI, order_id)
    set_qris(session, SARI, payload("Q01"), NOW)
    order, qris = paying.qris_to_pay(session, BUDI, order_id)
    assert "540530000" in qris.payload
    assert order.pay_by == "qris"
    assert payload("Q01") not in order.model_dump_json()
    for person in (SARI, RINI):
        with pytest.raises(ShopError, match="order-gone"):
            paying.qris_to_pay(session, person, order_id)
    paying.confirm_payment(session, SARI, order_id, NOW)
    with pytest.raises(ShopError, match="payment-is-past-that"):
        paying.qris_to_pay(session, BUDI, order_id)


def test_no_qris_above_ten_million(session: Session) -> None:
    set_qris(session, SARI, payload("Q01"), NOW)
    order = session.get_one(Order, an_order(session))
    for total, payable in ((10_000_000, True), (10_000_001, False)):
        order.total = total
        session.flush()
        assert paying.payable_by_qris(paying.choose_way(session, BUDI, order.id, "cash")) is payable
    with pytest.raises(ShopError, match="qris-too-much"):
        paying.qris_to_pay(session, BUDI, order.id)


def test_the_owner_hears_of_every_change_of_the_qris_but_not_of_the_first(session: Session) -> None:
    def heard() -> list[str | None]:
        return [n.facts.get("name") for n in session.exec(select(Notice)) if n.kind == "qris-changed"]

    set_qris(session, SARI, payload("Q01"), NOW)
    set_qris(session, SARI, payload("Q12"), NOW)  # the same one
    assert heard() == []
    set_qris(session, SARI, payload("Q07"), NOW)
    assert heard() == ["BATIK MALON GUNUNGPATI"]
    remove_qris(session, SARI, NOW)
    remove_qris(session, SARI, NOW)
    assert heard() == ["BATIK MALON GUNUNGPATI", None]
    assert session.exec(select(Stall)).one().qris is None
    with pytest.raises(ShopError, match="qris-not-valid"):
        set_qris(session, SARI, payload("Q09"), NOW)
    with pytest.raises(ShopError, match="no-stall"):
        set_qris(session, BUDI, payload("Q01"), NOW)
