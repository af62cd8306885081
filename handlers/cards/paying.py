"""How paying for an order looks, to its buyer and to its seller."""

from handlers.cards.buttons import about_order, back_to_order, order_button, see_order
from handlers.cards.card import AnyButton, Button, Card, rows
from handlers.taps import PayTap
from locales import Words
from shop.paying import payable_by_qris
from shop.qris import Qris
from shop.rules import PAYABLE_STATES
from shop.views import OrderView, PhotoView


def payment_lines(order: OrderView, words: Words) -> list[str]:
    """How far the payment is, for either side's card; nothing before the order is accepted."""
    if order.state not in PAYABLE_STATES:
        return []
    way = f" ({words(f'way-{order.pay_by}')})" if order.pay_by else ""
    return [words(f"payment-is-{order.payment}", sum=words.rupiah(order.total) + way)]


def payment_buttons(order: OrderView, words: Words, seller: bool) -> list[list[AnyButton]]:
    """What either side can do about the payment now."""
    if order.state not in PAYABLE_STATES or order.payment == "paid":
        return []
    money, none = _tap("money", order, words), _tap("none", order, words)
    if order.payment == "claimed":
        return [[money, none]] if seller else []
    return [[money]] if seller else [[_tap("ways", order, words), _tap("done", order, words)]]


def ways_card(order: OrderView, words: Words) -> Card:
    """How would the buyer like to pay?"""
    lines = [words("ask-way", order=str(order.id), stall=order.stall.name, sum=words.rupiah(order.total)), ""]
    lines.append(words("ways-cash"))
    if order.stall.payment_words:
        lines.append(words("ways-seller-says", payment=order.stall.payment_words))
    qris: list[AnyButton] = []
    if payable_by_qris(order):
        lines.append(words("ways-qris"))
        qris = [_tap("qris", order, words)]
    others = [_tap("transfer", order, words), _tap("cash", order, words)]
    return Card("\n".join(lines), rows(qris, others, [back_to_order(order, words)]), about=about_order(order))


def transfer_card(order: OrderView, words: Words) -> Card:
    """Where the money is to be sent, as the seller wrote it."""
    key = "pay-by-transfer" if order.stall.payment_words else "pay-by-transfer-unknown"
    facts = {"payment": order.stall.payment_words} if order.stall.payment_words else {}
    text = words(key, stall=order.stall.name, sum=words.rupiah(order.total), **facts)
    write = order_button(order, words, "button-write-seller", "write")
    keyboard = rows([_tap("done", order, words)], [write], [back_to_order(order, words)])
    return Card(text, keyboard, about=about_order(order))


def cash_card(order: OrderView, words: Words) -> Card:
    """Cash, when the goods are handed over."""
    text = words("pay-by-cash", stall=order.stall.name, sum=words.rupiah(order.total))
    return Card(text, rows([back_to_order(order, words)]), about=about_order(order))


def qris_to_pay_card(order: OrderView, qris: Qris, picture: PhotoView, words: Words) -> Card:
    """The QR code with the amount in it, and what to look at before paying."""
    total = words.rupiah(order.total)
    text = words("pay-by-qris", order=str(order.id), sum=total, name=qris.name, nmid=qris.nmid)
    keyboard = rows([_tap("done", order, words)], [back_to_order(order, words)])
    return Card(text, keyboard, photo=picture, about=about_order(order))


def ask_proof_card(order: OrderView, words: Words) -> Card:
    """A photo of the proof, or none."""
    text = words("ask-proof", order=str(order.id), stall=order.stall.name)
    return Card(text, rows([_tap("bare", order, words)], [back_to_order(order, words)]))


def claimed_card(order: OrderView, words: Words) -> Card:
    """The seller was asked to look."""
    write = order_button(order, words, "button-write-seller", "write")
    keyboard = rows([see_order(order, words), write])
    return Card(words("claim-handed-on", stall=order.stall.name), keyboard, about=about_order(order))


def claim_headline(order: OrderView, words: Words, said: str | None) -> str:
    """What the seller hears of a claim: to look into her own account, since a picture is no proof."""
    total = words.rupiah(order.total)
    lines = [words("notice-payment-claimed", order=str(order.id), buyer=order.buyer_name, sum=total)]
    lines.append(words("look-yourself"))
    return "\n".join([*lines, words("claim-said", text=said)] if said else lines)


def _tap(do: str, order: OrderView, words: Words) -> Button:
    return Button(words(f"button-pay-{do}"), PayTap(do=do, order_id=order.id, claim=order.claims))
