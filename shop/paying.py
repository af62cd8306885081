"""Paying for an order: how, the buyer's word that it is done, and the seller's, which alone counts.

No money passes through here. Nothing but the seller's own tap makes an order paid: a picture of a transfer is no proof.
"""

import re
from collections.abc import Sequence
from datetime import datetime

from models.database import Session
from models.orders import Order, move_payment
from models.stalls import Stall
from shop import rules
from shop.errors import ShopError
from shop.moving import order_of
from shop.notices import tell
from shop.qris import MOST_RUPIAH, Qris, with_amount
from shop.talking import LONGEST_BESIDE, LONGEST_MESSAGE, Enclosure, relay
from shop.views import OrderView, order_view

WAYS = ("cash", "transfer", "qris")
# What stands under a picture of a payment, where a name of goods would stand.
OF_PAYING = frozenset(
    (
        *("transfer", "transferan", "tf", "trf", "bukti", "buktinya", "struk", "lunas", "bayar", "bayarnya", "byr"),
        *("dibayar", "pembayaran", "masuk", "dp", "qris"),
    )
)


def speaks_of_paying(words: str) -> bool:
    """Whether these words are about money that was sent: "bukti transfer", "lunas"."""
    return not OF_PAYING.isdisjoint(re.findall(r"[^\W_]+", words.casefold()))


def payable_by_qris(order: OrderView) -> bool:
    """Whether the stall has a QRIS and the amount is no more than one may carry."""
    return order.stall.qris_name is not None and order.total <= MOST_RUPIAH


def choose_way(session: Session, person_id: int, order_id: int, way: str) -> OrderView:
    """The buyer wants to pay by cash, transfer or qris; said again it is changed, as long as nothing is paid."""
    order = _payable(session, rules.Who.BUYER, person_id, order_id)
    if way in WAYS:
        move_payment(session, order_id, rules.PAYABLE_STATES, ("open",), pay_by=way)
    return order_view(session, order)


def qris_to_pay(session: Session, person_id: int, order_id: int) -> tuple[OrderView, Qris]:
    """The buyer wants to pay by QRIS: the stall's own, with this order's amount in it.

    Raises ShopError: order-gone for anybody but the buyer, order-is-past-that, payment-is-past-that, qris-none,
    qris-too-much.
    """
    order = choose_way(session, person_id, order_id, "qris")
    if order.payment == "paid":
        raise ShopError("payment-is-past-that", order_id=order_id)
    payload = session.get_one(Stall, order.stall.id).qris
    if payload is None:
        raise ShopError("qris-none", order_id=order_id)
    if order.total > MOST_RUPIAH:
        raise ShopError("qris-too-much", order_id=order_id)
    return order, with_amount(payload, order.total)


def claim_paid(
    session: Session,
    person_id: int,
    order_id: int,
    now: datetime,
    photos: Sequence[str] = (),
    text: str | None = None,
) -> OrderView:
    """The buyer has paid; photos (Telegram's file_ids) and text go to the seller, who is asked to look for the money.

    A photo that comes before the order is accepted, or once more, is handed on as a message: nothing is lost.
    Raises ShopError: order-gone for anybody but the buyer, message-too-long, order-is-past-that without a photo.
    """
    if text and len(text) > LONGEST_MESSAGE:
        raise ShopError("message-too-long", most=LONGEST_MESSAGE)
    order = order_of(session, rules.Who.BUYER, person_id, order_id)
    payable = order.state in rules.PAYABLE_STATES and order.payment == "open"
    if payable and _move(session, order, "claim", claims=order.claims + 1):
        owner_id, first = session.get_one(Stall, order.stall_id).owner_id, photos[0] if photos else None
        # Under a photo there is room for the order and a few words; more of them come as a message.
        beside, text = (None, text) if first and len(text or "") > LONGEST_BESIDE else (text, None)
        tell(session, owner_id, "payment-claimed", now, order_id=order_id, photo=first, text=beside)
        photos = photos[1:]
    elif not photos:
        _payable(session, rules.Who.BUYER, person_id, order_id)
    if photos or text:
        enclosed = [Enclosure(kind="photo", what=photo) for photo in photos]
        relay(session, person_id, order_id, now, text=text, enclosed=enclosed)
    return order_view(session, order)


def confirm_payment(session: Session, person_id: int, order_id: int, now: datetime) -> OrderView:
    """The seller has the money, whether or not the buyer said so; the buyer hears of it."""
    order = _payable(session, rules.Who.SELLER, person_id, order_id)
    if _move(session, order, "confirm", paid_at=now):
        tell(session, order.buyer_id, "payment-confirmed", now, order_id=order_id)
    return order_view(session, order)


def deny_payment(session: Session, person_id: int, order_id: int, claim: int, now: datetime) -> OrderView:
    """The seller sees no money for the buyer's claim of this number; the buyer hears of it and may say so again."""
    order = _payable(session, rules.Who.SELLER, person_id, order_id)
    if _move(session, order, "not yet", claim):
        tell(session, order.buyer_id, "payment-not-yet", now, order_id=order_id)
    return order_view(session, order)


def _payable(session: Session, who: rules.Who, person_id: int, order_id: int) -> Order:
    order = order_of(session, who, person_id, order_id)
    if order.state not in rules.PAYABLE_STATES:
        raise ShopError("order-is-past-that", order_id=order_id, state=order.state)
    return order


def _move(session: Session, order: Order, move: str, claim: int | None = None, **changes: object) -> bool:
    """Move the payment on; False, and nothing done, if it is there already or another claim has come since."""
    _who, from_payments, to_payment = rules.PAYMENT_MOVES[move]
    order_id = order.id
    if move_payment(session, order_id, rules.PAYABLE_STATES, from_payments, claim, payment=to_payment, **changes):
        return True
    if order.payment == to_payment or order.payment in from_payments:
        return False
    raise ShopError("payment-is-past-that", order_id=order_id)
