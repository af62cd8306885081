"""How a notice looks: what somebody hears who isn't talking with us."""

from collections.abc import Callable

from handlers.cards import contacts
from handlers.cards.broadcasts import report_card
from handlers.cards.buttons import order_button, see_order
from handlers.cards.card import Button, Card, rows
from handlers.cards.days import today_card
from handlers.cards.orders import bought_card, order_lines, sold_card
from handlers.cards.paying import claim_headline
from handlers.cards.qris import qris_changed_card
from handlers.cards.resting import until_when, why_closed
from handlers.cards.stock import batch_closed_card, low_stock_card, still_there_card
from handlers.cards.talking import message_card
from handlers.cards.weeks import monday_card
from handlers.cards.wishes import back_card
from handlers.taps import Go, Look
from locales import Words
from shop.rules import ORDER_MOVES
from shop.telling import Telling, needed
from shop.views import OrderView, ProductView


def notice_card(telling: Telling, words: Words) -> Card:
    """The card of a notice; raises KeyError for a kind that nobody taught us."""
    return CARDS[telling.kind](telling, words)


def _order(telling: Telling) -> OrderView:
    return needed(telling.order, telling)


def _product(telling: Telling) -> ProductView:
    return needed(telling.product, telling)


def _to_seller(key: str) -> Callable[[Telling, Words], Card]:
    def card(telling: Telling, words: Words) -> Card:
        order = _order(telling)
        return sold_card(order, words, headline=words(key, order=str(order.id), buyer=order.buyer_name))

    return card


def _placed(telling: Telling, words: Words) -> Card:
    card, order = _to_seller("notice-order-placed")(telling, words), _order(telling)
    text = f"{card.text}\n\n{words('sold-while-closed')}" if order.stall.closed_until else card.text
    return Card(text, card.keyboard, photo=order.photo)


def _to_buyer(telling: Telling, words: Words) -> Card:
    order = _order(telling)
    card = bought_card(order, words)
    if order.state == "declined" and telling.facts.get("said"):
        reason = words("declined-because-said", stall=order.stall.name, said=telling.facts["said"])
        return Card(f"{card.text}\n\n{reason}", card.keyboard)
    if order.state == "declined" and order.decline_reason:
        reason = words(f"declined-because-{order.decline_reason}", stall=order.stall.name)
        return Card(f"{card.text}\n\n{reason}", card.keyboard)
    return card


def _lapsed(telling: Telling, words: Words) -> Card:
    if _order(telling).offers:
        return _to_seller("notice-offer-lapsed")(telling, words)
    order, hours = _order(telling), int(telling.facts.get("waited_hours", 24))
    time = words("waited-time", days=0 if hours % 24 and hours < 72 else round(hours / 24), hours=str(hours))
    headline = words("notice-order-lapsed", order=str(order.id), buyer=order.buyer_name, time=time)
    return sold_card(order, words, headline)


def _waits(telling: Telling, words: Words) -> Card:
    order = _order(telling)
    why, until = why_closed(order.stall, words), until_when(order.stall, words)
    text = words("order-waits", order=str(order.id), stall=order.stall.name, why=why, until=until)
    return Card(text, bought_card(order, words).keyboard)


def _welcome_back(telling: Telling, words: Words) -> Card:
    return today_card(needed(telling.day, telling), words, words("welcome-back"))


def _sent(telling: Telling, words: Words) -> Card:
    card = bought_card(_order(telling), words)
    return Card(card.text, card.keyboard, file_id=telling.facts.get("photo"))


def _still_wanted(telling: Telling, words: Words) -> Card:
    order = _order(telling)
    text = words("still-wanted", order=str(order.id), stall=order.stall.name)
    yes = order_button(order, words, "button-still-wanted", "revive")
    no = order_button(order, words, "button-not-any-more", "leave")
    return Card(f"{text}\n\n{order_lines(order, words)}", rows([yes], [no]))


def _to_buyer_as(key: str) -> Callable[[Telling, Words], Card]:
    def card(telling: Telling, words: Words) -> Card:
        order = _order(telling)
        return bought_card(order, words, headline=words(key, order=str(order.id), stall=order.stall.name))

    return card


def _complaint(telling: Telling, words: Words) -> Card:
    order, facts = _order(telling), telling.facts
    people = {"buyer": order.buyer_name, "buyer_id": str(order.buyer_id)}
    seller = {"stall": order.stall.name, "seller_id": str(order.stall.owner_id)}
    text = words("complaint", order=str(order.id), text=facts.get("text") or "📷", **people, **seller)
    look = Button(words("button-look-product"), Look(product_id=order.lines[0].product_id))
    return Card(text, rows([look]), file_id=facts.get("photo"))


def _seller_refuses(telling: Telling, words: Words) -> Card:
    order = _order(telling)
    if order.state in ORDER_MOVES["cancel"][1]:
        key, label, do = "seller-refuses", "button-cancel-order", "cancel"
    else:
        key, label, do = "seller-refuses-promised", "button-see-order", "show"
    text = words(key, order=str(order.id), stall=order.stall.name)
    return Card(text, rows([order_button(order, words, label, do)], [Button(words("button-browse"), Go(to="shop"))]))


def _buyer_refuses(telling: Telling, words: Words) -> Card:
    order = _order(telling)
    text = words("buyer-refuses", order=str(order.id), buyer=order.buyer_name)
    return Card(text, rows([see_order(order, words)]))


def _help_seller(telling: Telling, words: Words) -> Card:
    order = _order(telling)
    text = words("help-seller", order=str(order.id), stall=order.stall.name, id=str(order.stall.owner_id))
    return Card(text, rows([Button(words("button-look-product"), Look(product_id=order.lines[0].product_id))]))


def _undelivered(telling: Telling, words: Words) -> Card:
    about = "about-reminder" if telling.facts["failed_lane"] == "reminders" else "about-order"
    text = words("undelivered", about=words(about), id=str(telling.facts["failed_person"]))
    return Card(text, rows([Button(words("button-home"), Go(to="home"))]))


def _report(telling: Telling, words: Words) -> Card:
    return report_card(needed(telling.broadcast, telling), words)


def _please_phone(telling: Telling, words: Words) -> Card:
    order = _order(telling)
    since = words.moment(order.placed_at, order.stall.zone, telling.now)
    text = words("please-phone", order=str(order.id), stall=order.stall.name, id=str(order.stall.owner_id), since=since)
    return Card(text, rows([Button(words("button-look-product"), Look(product_id=order.lines[0].product_id))]))


def _still_there(telling: Telling, words: Words) -> Card:
    return still_there_card(_product(telling), words, telling.more)


def _product_back(telling: Telling, words: Words) -> Card:
    return back_card(_product(telling), words, telling.facts.get("variant") or "")


def _low_stock(telling: Telling, words: Words) -> Card:
    variant = telling.facts.get("variant")
    return low_stock_card(_product(telling), words, days_left=telling.days_left, variant=variant)


def _batch_closed(telling: Telling, words: Words) -> Card:
    return batch_closed_card(_product(telling), words, telling.facts["more"])


def _morning(telling: Telling, words: Words) -> Card:
    card = low_stock_card(_product(telling), words, telling.more, telling.days_left)
    return Card(f"{words('good-morning')}\n\n{card.text}", card.keyboard)


def _payment_claimed(telling: Telling, words: Words) -> Card:
    order, facts = _order(telling), telling.facts
    card = sold_card(order, words, headline=claim_headline(order, words, facts.get("text")))
    return Card(card.text, card.keyboard, file_id=facts.get("photo"))


def _payment_answered(telling: Telling, words: Words) -> Card:
    order = _order(telling)
    headline = words(f"notice-{telling.kind}", order=str(order.id), stall=order.stall.name)
    return Card(f"{headline}\n\n{order_lines(order, words)}", bought_card(order, words).keyboard)


def _qris_changed(telling: Telling, words: Words) -> Card:
    return qris_changed_card(telling.facts.get("name"), telling.facts.get("nmid"), words)


def _left(key: str) -> Callable[[Telling, Words], Card]:
    """The other side of an order has had itself forgotten."""

    def card(telling: Telling, words: Words) -> Card:
        order = _order(telling)
        text = words(key, order=str(order.id))
        return Card(f"{text}\n\n{order_lines(order, words)}", rows([see_order(order, words)]))

    return card


CARDS: dict[str, Callable[[Telling, Words], Card]] = {
    "order-placed": _placed,
    "buyer-left": _left("buyer-left"),
    "seller-left": _left("seller-left"),
    "order-waiting": _to_seller("notice-order-waiting"),
    "order-cancelled": _to_seller("notice-order-cancelled"),
    "order-lapsed-seller": _lapsed,
    "order-revived": _to_seller("notice-order-revived"),
    "order-agreed": _to_seller("notice-order-agreed"),
    "order-received": _to_seller("notice-order-received"),
    "order-rated": _to_seller("notice-order-rated"),
    "order-offered": _to_buyer,
    "offer-waiting": _to_buyer_as("notice-offer-waiting"),
    "order-ready": _to_buyer,
    "order-sent": _sent,
    "arrived": _to_buyer_as("notice-arrived"),
    "complaint": _complaint,
    "order-accepted": _to_buyer,
    "order-declined": _to_buyer,
    "order-lapsed-buyer": _to_buyer,
    "order-finished": _to_buyer,
    "still-wanted": _still_wanted,
    "message": message_card,
    "product-back": _product_back,
    "seller-refuses": _seller_refuses,
    "buyer-refuses": _buyer_refuses,
    "order-not-wanted": _to_seller("notice-order-not-wanted"),
    "help-seller": _help_seller,
    "undelivered": _undelivered,
    "broadcast-report": _report,
    "please-phone": _please_phone,
    "order-waits": _waits,
    "welcome-back": _welcome_back,
    "week-picture": monday_card,
    "remind-seller": contacts.remind_card,
    "contact-agreed": contacts.agreed_card,
    "contact-left": contacts.gone_card,
    "contact-ended": contacts.ended_card,
    "still-there": _still_there,
    "low-stock": _low_stock,
    "batch-closed": _batch_closed,
    "morning": _morning,
    "payment-claimed": _payment_claimed,
    "payment-confirmed": _payment_answered,
    "payment-not-yet": _payment_answered,
    "qris-changed": _qris_changed,
}
