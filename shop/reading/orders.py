"""A buyer's message: is it an order, what is ordered, by whom, where to."""

from shop.reading.fields import OrderItem, OrderText
from shop.reading.forms import Form, read_form
from shop.reading.items import Wish, read_wishes, said_aside
from shop.reading.letter import Letter
from shop.reading.parse import Parse
from shop.reading.senders import paid_by, take_address, take_courier, take_name, take_payment, take_phones

MOST_UNASKED = 10_000


def read_order(text: str) -> OrderText:
    """What a buyer's message says. Never raises; only intent "order" may become a draft."""
    if form := read_form(text):
        return _from_form(form)
    return _from_chat(Letter(text))


def denies(text: str) -> bool:
    """Whether something is said not to be ("2 gak pake telur"): what it names is not wanted."""
    parse = Parse(text)
    return any(parse.has(at, "not") for at in range(len(parse)))


def _from_form(form: Form) -> OrderText:
    items, asked = _items(form.wishes)
    asked |= {"phone"} if form.phone_doubt else set()
    return OrderText(
        "order", items, form.name, form.phone, form.address, form.payment, form.courier, tuple(sorted(asked))
    )


def _from_chat(letter: Letter) -> OrderText:
    phone, phone_doubt = take_phones(letter)
    claims_paid = letter.any("paid")
    repeated = letter.any("repeat")
    address, address_doubt = take_address(letter)
    name = take_name(letter)
    courier = _courier_of_resi(letter) or take_courier(letter)
    payment = take_payment(letter) or (paid_by(letter) if claims_paid else None)
    wishes = read_wishes(letter)
    intent = _intent(letter, wishes, claims_paid)
    items, asked = _items(wishes) if intent == "order" else _asked_about(letter, wishes, intent)
    if intent == "order" and repeated and not any(wish.counted for wish in wishes):
        items, asked = (), {"product", "qty"}
    elif intent == "order" and not items:
        asked |= {"product", "qty"}
    if phone_doubt:
        asked.add("phone")
    if address_doubt:
        asked.add("address")
    if intent in {"other", "cancel"}:
        items, asked = (), set()
    if intent == "question":
        payment = None
    aside = said_aside(letter) if items else ()
    return OrderText(intent, items, name, phone, address, payment, courier, tuple(sorted(asked)), aside)


def _courier_of_resi(letter: Letter) -> str | None:
    """A J&T receipt starts with JP, JX, JT, JD and has ten digits or more."""
    for at in letter.free():
        number = at + 1 < len(letter) and letter.token(at + 1).kind == "number" and letter.token(at + 1).glued
        if letter.key(at) in {"jp", "jx", "jt", "jd", "jo", "jz"} and number and len(letter.key(at + 1)) >= 8:
            letter.use(at, at + 2)
            return "jnt"
    return None


def _intent(letter: Letter, wishes: list[Wish], claims_paid: bool) -> str:
    counted = any(wish.counted for wish in wishes)
    wants = (letter.any("want") and not letter.any("thanks")) or (counted and letter.any("want"))
    if letter.any("data"):
        return "other"
    if letter.any("cancel"):
        return "cancel"
    if claims_paid and not (counted and any(wish.product for wish in wishes)):
        return "payment"
    if letter.any("track") and not (counted and wants):
        return "tracking"
    if letter.any("complain") and not (counted and wants and letter.first("want") < letter.first("complain")):
        return "complaint"
    if letter.any("strong_ask") and not (
        letter.any("want") and counted and "?" not in letter.text[-2:] and not letter.any("if")
    ):
        return "question"
    return _order_or_less(letter, wishes, counted, wants)


def _order_or_less(letter: Letter, wishes: list[Wish], counted: bool, wants: bool) -> str:
    if counted:
        return "order"
    named = any(wish.product or wish.variant for wish in wishes)
    if letter.any("ask") and "?" in letter.text and not letter.any("repeat") and not (wants and named):
        return "question"
    if letter.any("repeat") or (wants and named):
        return "order"
    if letter.any("thanks"):
        return "other"
    if letter.any("ask") or "?" in letter.text:
        return "question"
    return "order" if wants and len(letter) > 1 else "other"


def _items(wishes: list[Wish]) -> tuple[tuple[OrderItem, ...], set[str]]:
    """Rows of an order and what must be asked: no or an odd quantity, no product, a mixed variant."""
    items: list[OrderItem] = []
    asked: set[str] = set()
    for wish in wishes:
        quantity, doubtful = _quantity(wish)
        if doubtful:
            asked.add("qty")
        if not wish.product:
            asked.add("product")
        if wish.mixed:
            asked.add("variant")
        items.append(OrderItem(wish.product, quantity, wish.unit, wish.variant))
    return tuple(items), asked


def _quantity(wish: Wish) -> tuple[int | None, bool]:
    if not wish.counted or wish.quantity is None:
        return 1, True
    if wish.quantity <= 0 or wish.quantity != int(wish.quantity):
        return None, True
    return int(wish.quantity), wish.quantity > MOST_UNASKED or wish.doubtful


def _asked_about(letter: Letter, wishes: list[Wish], intent: str) -> tuple[tuple[OrderItem, ...], set[str]]:
    """What a question or a complaint is about; without a product it is asked back if it counts something."""
    rows = tuple(
        OrderItem(wish.product, int(wish.quantity) if wish.counted and wish.quantity else None, wish.unit, wish.variant)
        for wish in wishes
    )
    if intent == "question":
        rows = tuple(row for row in rows if row.product)
        about = (any(wish.counted for wish in wishes) or letter.any("still")) and not rows
        return rows, {"product"} if about else set()
    if intent == "complaint":
        rows = tuple(row for row in rows if row.qty)
        return rows, {"product"} if rows and not rows[0].product else set()
    return (), set()
