"""QRIS, the QR code for payments in Indonesia: what one says, and the same one with an order's amount put in.

A payload is the text in the code: tags of two digits, lengths of two digits, values (EMVCo merchant-presented mode),
and at its end a checksum (CRC) over all of it. Nothing here repairs one that is wrong: money goes where it says.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import qriskit

from shop.errors import ShopError

MOST_RUPIAH = 10_000_000  # a transaction, by Bank Indonesia's rule
LONGEST_PAYLOAD = 512  # EMVCo's advice, and our column's width
NATIONAL = "ID.CO.QRIS.WWW"


@dataclass(frozen=True)
class Qris:
    """A valid QRIS: the merchant's `name` and national number (`nmid`), as banking apps show them before paying.

    `used_once`: it was probably made for one payment only, by an app or a terminal.
    """

    payload: str
    name: str
    nmid: str
    used_once: bool


def read_qris(payload: str) -> Qris:
    """What a payload says. Raises ShopError("qris-not-valid") for anything but a valid Indonesian QRIS."""
    payload = payload.strip()
    if len(payload) > LONGEST_PAYLOAD or not payload.isprintable():
        raise ShopError("qris-not-valid")
    try:
        read = qriskit.parse(payload, strict=True)
    except qriskit.QRISError as error:
        raise ShopError("qris-not-valid") from error
    name, national = (read.merchant_name or "").strip(), read.national
    if not name or national is None or national.guid != NATIONAL or not national.merchant_id:
        raise ShopError("qris-not-valid")
    return Qris(read.dumps(), name, national.merchant_id, used_once=not read.is_static or read.amount is not None)


def one_qris(codes: Iterable[str]) -> Qris:
    """The one QRIS among the QR codes of a photo.

    Raises ShopError: qris-not-found without any code, qris-not-valid if none is a QRIS, qris-several if two are.
    """
    codes = list(codes)
    if not codes:
        raise ShopError("qris-not-found")
    found = {read.payload: read for read in map(_read_or_none, codes) if read}
    if not found:
        raise ShopError("qris-not-valid")
    if len(found) > 1:
        raise ShopError("qris-several")
    return found.popitem()[1]


def with_amount(payload: str, amount: int) -> Qris:
    """The same QRIS with `amount` rupiah put in; only tags 01, 54 and 63 differ, and 55-57 (a tip, a fee) fall away.

    Raises ShopError: qris-not-valid, or qris-too-much for an amount that no QRIS may carry.
    """
    read = read_qris(payload)
    if not 0 < amount <= MOST_RUPIAH:
        raise ShopError("qris-too-much")
    return read_qris(qriskit.parse(read.payload).to_dynamic(amount).dumps())


def _read_or_none(code: str) -> Qris | None:
    try:
        return read_qris(code)
    except ShopError:
        return None
