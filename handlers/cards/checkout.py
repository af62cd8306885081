"""How an order looks before it is placed: how many, where to, and all of it read back."""

from handlers.cards.card import Button, Card, rows
from handlers.cards.orders import order_line, whither
from handlers.cards.resting import closed_lines
from handlers.taps import Buy, Look
from locales import Words
from shop.quoting import Quote
from shop.views import ProductView


def summary_card(
    offer: Quote, words: Words, address: str | None, consented: bool, stamp: int, variant: int = 0
) -> Card:
    """What is about to be ordered; one tap more and it is. `address` is the one of last time, `stamp` this turn's."""
    first = offer.lines[0]
    lines = [words("summary-title", stall=offer.stall.name), "", *(order_line(line, words) for line in offer.lines)]
    lines += ["", _about_delivery(offer, words), *closed_lines(offer.stall, words)]
    if not consented:
        lines += ["", words("consent-short")]

    def step(do: str, mark: int = 0) -> Buy:
        ids = {"product_id": first.product_id, "quantity": first.quantity, "parts": first.parts, "variant": variant}
        return Buy(do=do, stamp=stamp, mark=mark, **ids)

    deliver = [[Button(words("button-deliver"), step("address"))]]
    if address:
        same = words("button-deliver-same", address=_short(address))
        deliver.insert(0, [Button(same, step("same", offer.mark(address)))])
    back = Button(words("button-back"), Look(product_id=first.product_id))
    order = Button(words("button-order"), step("order", offer.mark(None)))
    return Card("\n".join(lines), rows([order], *deliver, [back]), photo=offer.photo)


def _about_delivery(offer: Quote, words: Words) -> str:
    if offer.fee is None:
        return words("summary-pickup")
    return words("summary-fee", fee=words.rupiah(offer.fee)) if offer.fee else words("summary-free")


def cart_card(
    offer: Quote, words: Words, stamp: int, address: str | None, contact: str | None = None, wish: str | None = None
) -> Card:
    """What was read from a message, in full, to be confirmed; `stamp` is the turn that keeps it."""
    lines = [words("summary-title", stall=offer.stall.name), "", *(order_line(line, words) for line in offer.lines)]
    fee = offer.fee if address else None
    if fee:
        lines.append(words("order-fee", fee=words.rupiah(fee)))
    if len(offer.lines) > 1 or fee:
        lines.append(words("order-total", sum=words.rupiah(offer.total + (fee or 0))))
    lines += ["", *whither(address, contact, wish, words), *closed_lines(offer.stall, words)]
    first = offer.lines[0]
    order = Button(words("button-order"), Buy(do="cart", product_id=first.product_id, stamp=stamp))
    back = Button(words("button-change"), Look(product_id=first.product_id))
    return Card("\n".join(lines), rows([order], [back]), photo=offer.photo)


def ask_count_card(product: ProductView, words: Words) -> Card:
    """How many, if none of the buttons fits?"""
    back = Button(words("button-back"), Look(product_id=product.id))
    key = "ask-weight" if product.parts > 1 else "ask-count"
    return Card(words(key, name=product.name), rows([back]))


def ask_address_card(product: ProductView, words: Words) -> Card:
    """Where to?"""
    back = Button(words("button-back"), Look(product_id=product.id))
    return Card(words("ask-address", stall=product.stall.name), rows([back]))


def _short(text: str) -> str:
    return text if len(text) <= 24 else text[:23] + "…"
