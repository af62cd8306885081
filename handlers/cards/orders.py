"""How an order looks: before it is placed, to its buyer, to its seller, in lists."""

from handlers.cards.card import AnyButton, Button, Card, rows
from handlers.taps import Buy, Go, Look, OrderTap
from locales import Words
from shop.quoting import Quote
from shop.views import LineView, OrderView, ProductView


def order_lines(order: OrderView, words: Words) -> str:
    """What was ordered, a line each: "2 × Keripik pisang (Rp15.000) = Rp30.000"."""
    return "\n".join(_line(line, words) for line in order.lines)


def _line(line: LineView, words: Words) -> str:
    price = words.price(line.price, line.per, line.unit)
    name = f"{line.name} ({line.variant})" if line.variant else line.name
    return words("order-line", count=str(line.quantity), name=name, price=price, sum=words.rupiah(line.amount))


def summary_card(
    offer: Quote, words: Words, address: str | None, consented: bool, stamp: int, variant: int = 0
) -> Card:
    """What is about to be ordered; one tap more and it is. `address` is the one of last time, `stamp` this turn's."""
    first = offer.lines[0]
    lines = [words("summary-title", stall=offer.stall.name), "", *(_line(line, words) for line in offer.lines)]
    lines += ["", words("summary-pickup")]
    if not consented:
        lines += ["", words("consent-short")]

    def step(do: str) -> Buy:
        return Buy(do=do, product_id=first.product_id, quantity=first.quantity, variant=variant, stamp=stamp)

    deliver = [[Button(words("button-deliver"), step("address"))]]
    if address:
        deliver.insert(0, [Button(words("button-deliver-same", address=_short(address)), step("same"))])
    back = Button(words("button-back"), Look(product_id=first.product_id))
    order = Button(words("button-order"), step("order"))
    return Card("\n".join(lines), rows([order], *deliver, [back]), photo=offer.photo)


def cart_card(
    offer: Quote, words: Words, address: str | None, contact: str | None = None, wish: str | None = None
) -> Card:
    """What was read from a message, in full, to be confirmed."""
    lines = [words("summary-title", stall=offer.stall.name), "", *(_line(line, words) for line in offer.lines)]
    if len(offer.lines) > 1:
        lines.append(words("order-total", sum=words.rupiah(offer.total)))
    lines += ["", *_whither(address, contact, wish, words)]
    first = offer.lines[0]
    order = Button(words("button-order"), Buy(do="cart", product_id=first.product_id, quantity=first.quantity))
    back = Button(words("button-change"), Look(product_id=first.product_id))
    return Card("\n".join(lines), rows([order], [back]), photo=offer.photo)


def _whither(address: str | None, contact: str | None, wish: str | None, words: Words) -> list[str]:
    lines = [words("order-to-address", address=address) if address else words("order-to-talk")]
    if contact:
        lines.append(words("order-contact", contact=contact))
    if wish:
        lines.append(words("order-wish", wish=wish))
    return lines


def ask_count_card(product: ProductView, words: Words) -> Card:
    """How many, if none of the buttons fits?"""
    back = Button(words("button-back"), Look(product_id=product.id))
    return Card(words("ask-count", name=product.name or ""), rows([back]))


def ask_address_card(product: ProductView, words: Words) -> Card:
    """Where to?"""
    back = Button(words("button-back"), Look(product_id=product.id))
    return Card(words("ask-address", stall=product.stall.name), rows([back]))


def bought_card(order: OrderView, words: Words) -> Card:
    """An order as its buyer sees it, with what can be done now."""
    title = words("bought-" + order.state, order=str(order.id), stall=order.stall.name)
    lines = [title, "", order_lines(order, words), *_delivery(order, words)]
    if order.state == "accepted":
        lines += _how_to_get_it(order, words)
    return Card("\n".join(lines), rows(*_buyer_buttons(order, words)), about=f"order {order.id}")


def _buyer_buttons(order: OrderView, words: Words) -> list[list[AnyButton]]:
    write = Button(words("button-write-seller"), OrderTap(do="write", order_id=order.id))
    if order.state == "placed":
        return [[write], [Button(words("button-cancel-order"), OrderTap(do="cancel", order_id=order.id))]]
    if order.state == "accepted":
        return [[write]]
    again = Button(words("button-look-again"), Look(product_id=order.lines[0].product_id))
    return [[again], [Button(words("button-browse"), Go(to="shop"))]]


def _delivery(order: OrderView, words: Words) -> list[str]:
    return _whither(order.address, order.contact, order.wish, words)


def _how_to_get_it(order: OrderView, words: Words) -> list[str]:
    lines = [""]
    if order.stall.place and not order.address:
        lines.append(words("pick-up-at", place=order.stall.place))
    if order.stall.payment_words:
        lines.append(words("pay-by", payment=order.stall.payment_words))
    return [*lines, words("talk-it-over")]


def sold_card(order: OrderView, words: Words, headline: str | None = None) -> Card:
    """An order as its seller sees it, with what can be done now."""
    title = headline or words("sold-" + order.state, order=str(order.id), buyer=order.buyer_name)
    lines = [title, "", order_lines(order, words), *_delivery(order, words)]
    return Card("\n".join(lines), rows(*_seller_buttons(order, words)), about=f"order {order.id}")


def _seller_buttons(order: OrderView, words: Words) -> list[list[AnyButton]]:
    write = Button(words("button-write-buyer"), OrderTap(do="write", order_id=order.id))
    if order.state == "placed":
        return [
            [Button(words("button-accept"), OrderTap(do="accept", order_id=order.id))],
            [Button(words("button-decline"), OrderTap(do="decline", order_id=order.id)), write],
        ]
    if order.state == "accepted":
        return [[Button(words("button-finish"), OrderTap(do="finish", order_id=order.id))], [write]]
    if order.state == "lapsed":
        return [[Button(words("button-accept-late"), OrderTap(do="accept", order_id=order.id))]]
    return [[Button(words("button-orders"), Go(to="orders"))]]


def meant_card(order: OrderView, words: Words) -> Card:
    """A yes out of the blue: is this the order that is meant?"""
    return sold_card(order, words, headline=words("this-one-meant", order=str(order.id), buyer=order.buyer_name))


def why_declined_card(order: OrderView, words: Words) -> Card:
    """Declining is asked for a reason, which also saves from a slip of the finger."""
    reasons = [
        [Button(words(f"button-declined-{reason}"), OrderTap(do=reason, order_id=order.id))]
        for reason in ("empty", "far", "other")
    ]
    back = [Button(words("button-back"), OrderTap(do="show", order_id=order.id))]
    return Card(words("why-declined", order=str(order.id)), rows(*reasons, back))


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
        for order in orders
    ]
    return Card(words(f"orders-{side}"), rows(*lines, [Button(words("button-home"), Go(to="home"))]))


def _short(text: str) -> str:
    return text if len(text) <= 24 else text[:23] + "…"
