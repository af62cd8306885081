""" "Kabari saya": how it looks when somebody waits for a product, and when it is there again."""

from handlers.cards.card import Button, Card, rows
from handlers.cards.market import product_card
from handlers.cards.products import photo_of
from handlers.taps import Shelf, WishTap
from locales import Words
from shop.views import ProductView


def waiting_card(product: ProductView, words: Words) -> Card:
    """Noted: they will hear of it."""
    return _card("wish-noted", "button-unwish", "drop", product, words)


def forgotten_card(product: ProductView, words: Words) -> Card:
    """They need not be told any more."""
    return _card("wish-dropped", "button-wish", "ask", product, words)


def back_card(product: ProductView, words: Words, variant: str = "") -> Card:
    """It is there again, or the variant that was waited for, with how many to order."""
    card = product_card(product, words)
    no = [Button(words("button-wish-no-more"), WishTap(do="drop", product_id=product.id))]
    text = words("product-back", name=f"{product.name} ({variant})" if variant else product.name)
    return Card(f"{text}\n\n{card.text}", (*card.keyboard, *rows(no)), photo=card.photo)


def _card(key: str, label: str, do: str, product: ProductView, words: Words) -> Card:
    lines = [words(key, name=product.name)]
    change = Button(words(label), WishTap(do=do, product_id=product.id))
    others = Button(words("button-see-stall"), Shelf(of="stall", page=0, stall_id=product.stall.id))
    return Card("\n".join(lines), rows([change], [others]), photo=photo_of(product))
