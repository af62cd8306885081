"""How a notice looks: what somebody hears who isn't talking with us."""

from collections.abc import Callable

from handlers.cards.broadcasts import report_card
from handlers.cards.card import Button, Card, rows
from handlers.cards.orders import bought_card, order_lines, sold_card
from handlers.cards.stock import low_stock_card, still_there_card
from handlers.taps import Go, Look, OrderTap
from locales import Words
from shop.notices import Telling
from shop.views import OrderView, ProductView


def notice_card(telling: Telling, words: Words) -> Card:
    """The card of a notice; raises KeyError for a kind that nobody taught us."""
    return CARDS[telling.kind](telling, words)


def _order(telling: Telling) -> OrderView:
    if telling.order is None:
        raise ValueError(f"notice {telling.notice_id} has no order")
    return telling.order


def _product(telling: Telling) -> ProductView:
    if telling.product is None:
        raise ValueError(f"notice {telling.notice_id} has no product")
    return telling.product


def _to_seller(key: str) -> Callable[[Telling, Words], Card]:
    def card(telling: Telling, words: Words) -> Card:
        order = _order(telling)
        return sold_card(order, words, headline=words(key, order=str(order.id), buyer=order.buyer_name))

    return card


def _placed(telling: Telling, words: Words) -> Card:
    card = _to_seller("notice-order-placed")(telling, words)
    return Card(card.text, card.keyboard, photo=_order(telling).photo)


def _to_buyer(telling: Telling, words: Words) -> Card:
    order = _order(telling)
    card = bought_card(order, words)
    if order.state == "declined" and order.decline_reason:
        reason = words(f"declined-because-{order.decline_reason}", stall=order.stall.name)
        return Card(f"{card.text}\n\n{reason}", card.keyboard)
    return card


def _still_wanted(telling: Telling, words: Words) -> Card:
    order = _order(telling)
    text = words("still-wanted", order=str(order.id), stall=order.stall.name)
    yes = Button(words("button-still-wanted"), OrderTap(do="revive", order_id=order.id))
    no = Button(words("button-not-any-more"), OrderTap(do="leave", order_id=order.id))
    return Card(f"{text}\n\n{order_lines(order, words)}", rows([yes], [no]))


def _message(telling: Telling, words: Words) -> Card:
    order, facts = _order(telling), telling.facts
    text = words("message-from", sender=facts["sender"], order=str(order.id), text=facts.get("text") or "")
    reply = Button(words("button-reply"), OrderTap(do="write", order_id=order.id))
    see = Button(words("button-see-order"), OrderTap(do="show", order_id=order.id))
    return Card(text.strip(), rows([reply, see]), file_id=facts.get("photo"))


def _seller_refuses(telling: Telling, words: Words) -> Card:
    order = _order(telling)
    text = words("seller-refuses", order=str(order.id), stall=order.stall.name)
    cancel = Button(words("button-cancel-order"), OrderTap(do="cancel", order_id=order.id))
    return Card(text, rows([cancel], [Button(words("button-browse"), Go(to="shop"))]))


def _buyer_refuses(telling: Telling, words: Words) -> Card:
    order = _order(telling)
    text = words("buyer-refuses", order=str(order.id), buyer=order.buyer_name)
    return Card(text, rows([Button(words("button-see-order"), OrderTap(do="show", order_id=order.id))]))


def _help_seller(telling: Telling, words: Words) -> Card:
    order = _order(telling)
    text = words("help-seller", order=str(order.id), stall=order.stall.name, id=str(order.stall.owner_id))
    return Card(text, rows([Button(words("button-look-product"), Look(product_id=order.lines[0].product_id))]))


def _undelivered(telling: Telling, words: Words) -> Card:
    about = "about-reminder" if telling.facts["failed_lane"] == "reminders" else "about-order"
    text = words("undelivered", about=words(about), id=str(telling.facts["failed_person"]))
    return Card(text, rows([Button(words("button-home"), Go(to="home"))]))


def _report(telling: Telling, words: Words) -> Card:
    if telling.broadcast is None:
        raise ValueError(f"notice {telling.notice_id} has no broadcast")
    return report_card(telling.broadcast, words)


def _please_phone(telling: Telling, words: Words) -> Card:
    order = _order(telling)
    since = words.moment(order.placed_at, order.stall.zone, telling.now)
    text = words("please-phone", order=str(order.id), stall=order.stall.name, id=str(order.stall.owner_id), since=since)
    return Card(text, rows([Button(words("button-look-product"), Look(product_id=order.lines[0].product_id))]))


def _still_there(telling: Telling, words: Words) -> Card:
    return still_there_card(_product(telling), words, telling.more)


def _low_stock(telling: Telling, words: Words) -> Card:
    return low_stock_card(_product(telling), words, days_left=telling.days_left)


def _morning(telling: Telling, words: Words) -> Card:
    card = low_stock_card(_product(telling), words, telling.more, telling.days_left)
    return Card(f"{words('good-morning')}\n\n{card.text}", card.keyboard)


def _left(key: str) -> Callable[[Telling, Words], Card]:
    """The other side of an order has had itself forgotten."""

    def card(telling: Telling, words: Words) -> Card:
        order = _order(telling)
        text = words(key, order=str(order.id))
        see = Button(words("button-see-order"), OrderTap(do="show", order_id=order.id))
        return Card(f"{text}\n\n{order_lines(order, words)}", rows([see]))

    return card


CARDS: dict[str, Callable[[Telling, Words], Card]] = {
    "order-placed": _placed,
    "buyer-left": _left("buyer-left"),
    "seller-left": _left("seller-left"),
    "order-waiting": _to_seller("notice-order-waiting"),
    "order-cancelled": _to_seller("notice-order-cancelled"),
    "order-lapsed-seller": _to_seller("notice-order-lapsed"),
    "order-revived": _to_seller("notice-order-revived"),
    "order-accepted": _to_buyer,
    "order-declined": _to_buyer,
    "order-lapsed-buyer": _to_buyer,
    "order-finished": _to_buyer,
    "still-wanted": _still_wanted,
    "message": _message,
    "seller-refuses": _seller_refuses,
    "buyer-refuses": _buyer_refuses,
    "order-not-wanted": _to_seller("notice-order-not-wanted"),
    "help-seller": _help_seller,
    "undelivered": _undelivered,
    "broadcast-report": _report,
    "please-phone": _please_phone,
    "still-there": _still_there,
    "low-stock": _low_stock,
    "morning": _morning,
}
