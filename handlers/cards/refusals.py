"""How a refusal looks: a kind sentence, what to do next, and a button for it."""

from typing import Any

from handlers.cards.card import AnyButton, Button, Card, rows
from handlers.taps import Draft, Go, Look, OrderTap, Own, StallTap, WishTap
from locales import Words
from shop.amounts import Amount
from shop.errors import ShopError

LOOK_AGAIN = (
    "not-enough",
    "quantity-absurd",
    "under-minimum",
    "which-variant",
    "no-whole-step",
    "less-than-a-step",
    "not-weighed-so",
)
SEE_PRODUCT = (
    "own-product",
    "already-on-sale",
    "stock-sold-meanwhile",
    "too-many-variants",
    "not-weighed",
    "other-unit",
)


def refusal_card(refusal: ShopError, words: Words) -> Card:
    """Why not, and how to go on."""
    facts = {name: _said(name, value, words) for name, value in refusal.facts.items()}
    if until := refusal.facts.get("until"):
        facts["until"] = words.moment(until, refusal.facts["zone"])
    if "state" in facts:
        facts["state"] = words(f"is-{facts['state']}")
    return Card(words(refusal.key, **facts), rows(_way_on(refusal, words)))


def _said(name: str, value: Any, words: Words) -> Any:
    if isinstance(value, Amount):
        return words.amount(*value)
    if name == "fee":
        return words.rupiah(value)
    return value if name in ("packs", "most", "any") else str(value)


def _way_on(refusal: ShopError, words: Words) -> list[AnyButton]:
    key, facts = refusal.key, refusal.facts
    if key.startswith("draft-"):
        return [Button(words("button-go-on"), Draft(do="show", product_id=facts["product_id"]))]
    if key in ("sold-out", "product-resting"):
        wish = Button(words("button-wish"), WishTap(do="ask", product_id=facts["product_id"]))
        return [wish, Button(words("button-browse"), Go(to="shop"))]
    if key in LOOK_AGAIN:
        return [Button(words("button-look-again"), Look(product_id=facts["product_id"]))]
    if key in ("stock-of-which-variant", "late-without-stock", "offer-without-stock"):
        return [Button(words("button-stock"), Own(do="stock", product_id=facts["product_id"]))]
    if key == "stock-not-weighed":
        tap = (Draft if facts["draft"] else Own)(do="price", product_id=facts["product_id"])
        return [Button(words("button-price"), tap)]
    if key in SEE_PRODUCT:
        return [Button(words("button-see-product"), Own(do="look", product_id=facts["product_id"]))]
    if key == "promised-first":
        return [Button(words("button-orders"), Go(to="orders"))]
    if "order_id" in facts:
        return [Button(words("button-see-order"), OrderTap(do="show", order_id=facts["order_id"]))]
    if key.startswith("qris-"):
        return [Button(words("button-my-stall"), Go(to="stall"))]
    if key == "stall-closed":
        look = Button(words("button-look-again"), Look(product_id=facts["product_id"]))
        return [look, Button(words("button-newest-now"), Go(to="shop"))]
    if key in ("rest-is-past", "rest-too-long", "rest-day-not-understood"):
        return [Button(words("button-rest-other-day"), Go(to="rest"))]
    if key == "contact-there":
        return [Button(words("button-contact"), Go(to="contact"))]
    if key == "answer-hours-unknown":
        return [Button(words("button-stall-answer"), StallTap(what="answer"))]
    if key in ("product-gone", "stall-gone"):
        return [Button(words("button-newest-now"), Go(to="shop"))]
    if key.startswith(("photo-", "no-stall")):
        return [Button(words("button-how-to-sell"), Go(to="sell"))]
    return [Button(words("button-home"), Go(to="home"))]


def apology_card(words: Words, done: bool) -> Card:
    """Something broke on our side, before or after what was asked for was done."""
    return Card(
        words("our-fault-but-done" if done else "our-fault"), rows([Button(words("button-home"), Go(to="home"))])
    )
