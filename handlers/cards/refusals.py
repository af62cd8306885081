"""How a refusal looks: a kind sentence, what to do next, and a button for it."""

from handlers.cards.card import AnyButton, Button, Card, rows
from handlers.taps import Draft, Go, Look, OrderTap, Own
from locales import Words
from shop.errors import ShopError


def refusal_card(refusal: ShopError, words: Words) -> Card:
    """Why not, and how to go on."""
    facts = {name: value if name in ("left", "most", "least") else str(value) for name, value in refusal.facts.items()}
    if "state" in facts:
        facts["state"] = words(f"is-{facts['state']}")
    return Card(words(refusal.key, **facts), rows(_way_on(refusal, words)))


def _way_on(refusal: ShopError, words: Words) -> list[AnyButton]:
    key, facts = refusal.key, refusal.facts
    if key.startswith("draft-"):
        return [Button(words("button-go-on"), Draft(do="show", product_id=facts["product_id"]))]
    if key in ("not-enough", "quantity-absurd", "sold-out", "under-minimum", "which-variant"):
        return [Button(words("button-look-again"), Look(product_id=facts["product_id"]))]
    if key in ("own-product", "already-on-sale", "stock-sold-meanwhile"):
        return [Button(words("button-see-product"), Own(do="look", product_id=facts["product_id"]))]
    if key == "promised-first":
        return [Button(words("button-orders"), Go(to="orders"))]
    if "order_id" in facts:
        return [Button(words("button-see-order"), OrderTap(do="show", order_id=facts["order_id"]))]
    if key in ("product-gone", "stall-gone"):
        return [Button(words("button-newest-now"), Go(to="shop"))]
    if key.startswith(("photo-", "no-stall")):
        return [Button(words("button-how-to-sell"), Go(to="sell"))]
    return [Button(words("button-home"), Go(to="home"))]


def apology_card(words: Words) -> Card:
    """Something broke on our side."""
    return Card(words("our-fault"), rows([Button(words("button-home"), Go(to="home"))]))
