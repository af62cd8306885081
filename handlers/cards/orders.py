"""How an order looks: to its buyer, to its seller, in lists."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from handlers.cards.buttons import about_order, back_to_order, order_button
from handlers.cards.card import AnyButton, Button, Card, rows
from handlers.cards.paying import payment_buttons, payment_lines
from handlers.cards.resting import closed_lines
from handlers.taps import Go, Look, OrderTap
from locales import Words
from shop.amounts import in_stock
from shop.rules import LISTED, PROMISED_STATES, RATINGS
from shop.views import LineView, OrderView


def order_lines(order: OrderView, words: Words) -> str:
    """What was ordered, a line each: "2 × Keripik pisang (Rp15.000) = Rp30.000", "1,5 kg Cabai …"; then the sum."""
    lines = [order_line(line, words) for line in order.lines]
    if order.fee:
        lines.append(words("order-fee", fee=words.rupiah(order.fee)))
    adjusted = order.total - sum(line.amount for line in order.lines) - (order.fee or 0)
    if adjusted:
        sign = "+" if adjusted > 0 else "−"
        lines.append(words("order-adjusted", sum=f"{sign}{words.rupiah(abs(adjusted))}"))
    if len(lines) > 1 or order.total != order.lines[0].amount:
        lines.append(words("order-total", sum=words.rupiah(order.total)))
    if order.asked_total not in (None, order.total):
        lines.append(words("order-asked-total", sum=words.rupiah(order.asked_total or 0)))
    return "\n".join(lines)


def order_line(line: LineView, words: Words) -> str:
    """A line of an order, with how many were wanted if fewer can be had."""
    price = words.price(line.price, line.per, line.unit)
    name = f"{line.name} ({line.variant})" if line.variant else line.name
    said = words("order-line", count=_count(line, words), name=name, price=price, sum=words.rupiah(line.amount))
    if line.asked is not None:
        asked = _count(line.model_copy(update={"quantity": line.asked}), words)
        said = f"{said} {words('order-asked', count=asked.removesuffix(' ×'))}"
    return f"{said}\n{words('order-line-days', days=line.days)}" if line.days else said


def _count(line: LineView, words: Words) -> str:
    if line.unit is None:
        return f"{line.quantity} ×"
    return words.amount(in_stock(line.quantity, line.per, line.parts), line.unit, line.parts)


def whither(address: str | None, contact: str | None, wish: str | None, words: Words) -> list[str]:
    """Where it goes, whose it is, and what else was wished, a line each."""
    lines = [words("order-to-address", address=address) if address else words("order-to-talk")]
    if contact:
        lines.append(words("order-contact", contact=contact))
    if wish:
        lines.append(words("order-wish", wish=wish))
    return lines


def bought_card(order: OrderView, words: Words, headline: str | None = None) -> Card:
    """An order as its buyer sees it, with what can be done now."""
    title = headline or words(_bought_title(order), order=str(order.id), stall=order.stall.name)
    lines = [title, "", order_lines(order, words), *_delivery(order, words)]
    if order.state == "placed":
        lines += closed_lines(order.stall, words, "closed-placed")
    if order.state in PROMISED_STATES:
        lines += _how_to_get_it(order, words)
    lines += payment_lines(order, words)
    buttons = [*payment_buttons(order, words, seller=False), *_buyer_buttons(order, words)]
    return Card("\n".join(lines), rows(*buttons), about=about_order(order))


def _bought_title(order: OrderView) -> str:
    if order.state == "lapsed" and order.offers:
        return "bought-lapsed-offer"
    return "bought-" + order.state


def _buyer_buttons(order: OrderView, words: Words) -> list[list[AnyButton]]:
    do = partial(order_button, order, words)
    write = do("button-write-seller", "write")
    if order.state == "placed":
        return [[write], [do("button-cancel-order", "cancel")]]
    if order.state == "offered":
        return [[do("button-agree", "agree", order.offers)], [do("button-cancel-order", "cancel"), write]]
    if order.state == "accepted":
        return [[write], [do("button-complain", "complain")]]
    if order.state in ("ready", "sent"):
        return [[do("button-received", "receive")], [write, do("button-complain", "complain")]]
    look = Button(words("button-look-again"), Look(product_id=order.lines[0].product_id))
    if order.decline_reason == "withdrawn":
        return [[write], [do("button-complain", "complain"), look]]
    if order.state != "finished":
        return [[look], [Button(words("button-browse"), Go(to="shop"))]]
    rate: list[AnyButton] = [do(f"button-rate-{rating}", "rate", rating) for rating in reversed(RATINGS)]
    again: list[AnyButton] = [do("button-again", "again"), look]
    return [[] if order.rating else rate, again, [do("button-complain", "complain")]]


def _delivery(order: OrderView, words: Words) -> list[str]:
    lines = whither(order.address, order.contact, order.wish, words)
    return [*lines, words("order-tracking", tracking=order.tracking)] if order.tracking else lines


def _how_to_get_it(order: OrderView, words: Words) -> list[str]:
    lines = [""]
    if order.stall.place and not order.address:
        lines.append(words("pick-up-at", place=order.stall.place))
    if order.stall.payment_words and order.payment != "paid":
        lines.append(words("pay-by", payment=order.stall.payment_words))
    return [*lines, words("talk-it-over")]


def sold_card(order: OrderView, words: Words, headline: str | None = None) -> Card:
    """An order as its seller sees it, with what can be done now."""
    title = headline or words("sold-" + order.state, order=str(order.id), buyer=order.buyer_name)
    lines = [title, "", order_lines(order, words), *_delivery(order, words), *payment_lines(order, words)]
    if order.rating:
        lines += ["", words("sold-rated", rating=words(f"button-rate-{order.rating}"))]
    buttons = [*payment_buttons(order, words, seller=True), *_seller_buttons(order, words)]
    return Card("\n".join(lines), rows(*buttons), about=about_order(order))


def _seller_buttons(order: OrderView, words: Words) -> list[list[AnyButton]]:
    do = partial(order_button, order, words)
    write, finish, send = do("button-write-buyer", "write"), do("button-finish", "finish"), do("button-sent", "send")
    if order.state == "placed":
        return [
            [do("button-accept", "accept")],
            [do("button-offer", "offer"), do("button-decline", "decline")],
            [write],
        ]
    if order.state == "offered":
        return [[do("button-offer-again", "offer"), do("button-decline", "decline")], [write]]
    if order.state == "accepted":
        step = send if order.address else do("button-ready", "ready")
        return [[step], [finish], [write, do("button-order-more", "more")]]
    if order.state == "ready":
        return [[finish], [write, do("button-order-more", "more")]]
    if order.state == "sent":
        return [[finish], [write]]
    if order.state == "lapsed":
        return [[do("button-accept-late", "accept")]]
    return [[Button(words("button-orders"), Go(to="orders")), Button(words("button-today"), Go(to="today"))]]


def more_card(order: OrderView, words: Words) -> Card:
    """The rarer steps of an order that was promised."""
    do = partial(order_button, order, words)
    ready = [do("button-ready", "ready")] if order.state == "accepted" and order.address else []
    sent = [do("button-sent", "send")] if order.state == "ready" or not order.address else []
    title = words("order-more", order=str(order.id), buyer=order.buyer_name)
    return Card(title, rows([*ready, *sent], [do("button-withdraw", "withdraw")], [do("button-back", "show")]))


def sure_to_withdraw_card(order: OrderView, words: Words) -> Card:
    """Taking a promise back is asked once."""
    yes = order_button(order, words, "button-yes-withdraw", "withdrawn")
    no = order_button(order, words, "button-no", "show")
    return Card(words("sure-to-withdraw", order=str(order.id), buyer=order.buyer_name), rows([yes], [no]))


def ask_tracking_card(order: OrderView, words: Words) -> Card:
    """It was sent: with which courier, under which number?"""
    none = order_button(order, words, "button-no-tracking", "sent")
    return Card(words("ask-tracking", order=str(order.id)), rows([none], [back_to_order(order, words)]))


def meant_card(order: OrderView, words: Words) -> Card:
    """A yes out of the blue: is this the order that is meant?"""
    return sold_card(order, words, headline=words("this-one-meant", order=str(order.id), buyer=order.buyer_name))


def why_declined_card(order: OrderView, words: Words) -> Card:
    """Declining is asked for a reason, which also saves from a slip of the finger."""
    reasons = [
        [order_button(order, words, f"button-declined-{reason}", reason)] for reason in ("empty", "far", "other")
    ]
    return Card(words("why-declined", order=str(order.id)), rows(*reasons, [back_to_order(order, words)]))


def declined_card(order: OrderView, gone: Sequence[LineView], words: Words) -> Card:
    """The seller has declined; what is noted as sold out with it is said, and how there can be more of it."""
    card = sold_card(order, words)
    if not gone:
        return card
    names = ", ".join(f"{line.name} ({line.variant})" if line.variant else line.name for line in gone)
    return replace(card, text=f"{card.text}\n\n{words('sold-out-now', names=names, name=gone[0].name)}")


def asked_late_card(order: OrderView, words: Words) -> Card:
    """The seller answered after the order had lapsed: the buyer is being asked."""
    return Card(
        words("asked-late", order=str(order.id), buyer=order.buyer_name),
        rows([Button(words("button-orders"), Go(to="orders"))]),
    )


def orders_card(orders: tuple[OrderView, ...], words: Words, bought: bool) -> Card:
    """A list of orders: what a seller has to see to, or what a buyer has ordered."""
    side = "bought" if bought else "sold"
    if not orders:
        way_on = (
            Button(words("button-browse"), Go(to="shop")) if bought else Button(words("button-sell"), Go(to="sell"))
        )
        return Card(words(f"no-orders-{side}"), rows([way_on]))
    lines = [
        [
            Button(
                words("order-in-list", order=str(order.id), name=order.lines[0].name, state=words(f"is-{order.state}")),
                OrderTap(do="show", order_id=order.id),
            )
        ]
        for order in orders[:LISTED]
    ]
    text, home = words(f"orders-{side}"), [Button(words("button-home"), Go(to="home"))]
    if len(orders) <= LISTED:
        return Card(text, rows(*lines, home))
    return Card(
        f"{text}\n\n{words('orders-more')}", rows(*lines, [Button(words("button-today"), Go(to="today"))], home)
    )
