"""How "Cara jual" looks: the way in which a product is sold now, and the others, one tap each."""

from handlers.cards.card import AnyButton, Button, Card, rows
from handlers.cards.drafts import QUICK_DAYS
from handlers.cards.products import kind_lines, own_button, photo_of, stock_line
from handlers.taps import Kind
from locales import Words
from shop.amounts import STEPS, can_be_weighed
from shop.views import ProductView

KINDS = ("counted", "made", "batch")


def kinds_card(product: ProductView, words: Words) -> Card:
    """What is chosen has a tick; what costs so much a kg can be weighed."""
    lines = [words("product-name", name=product.name), stock_line(product, words), *kind_lines(product, words)]
    if product.terms.preorder_days:
        lines.append(words("terms-preorder", days=product.terms.preorder_days))
    lines += ["", words("ask-kind")]
    kinds: list[list[AnyButton]] = [[_choice(kind, kind == product.kind, product, words)] for kind in KINDS]
    steps = [_choice(step, parts == _step(product), product, words) for step, parts in STEPS.items()]
    weighed = [steps[:3], steps[3:]] if can_be_weighed(product) else []
    back = own_button("button-back", "look", product, words)
    return Card("\n".join(lines), rows(*kinds, *weighed, [back]), photo=photo_of(product))


def _step(product: ProductView) -> int:
    return product.step if product.parts > 1 else STEPS["whole"]


def _choice(what: str, chosen: bool, product: ProductView, words: Words) -> Button:
    label = words(f"button-kind-{what}")
    tap = Kind(do=what, product_id=product.id, version=product.version)
    return Button(words("button-chosen", label=label) if chosen else label, tap)


def ask_days_card(product: ProductView, words: Words) -> Card:
    """It is made when it is ordered: how long does that take?"""

    def answer(label: str, days: int) -> Button:
        return Button(label, Kind(do="days", product_id=product.id, amount=days, version=product.version))

    days = [answer(words("button-days", days=count), count) for count in QUICK_DAYS]
    at_once = answer(words("button-same-day"), 0)
    back = own_button("button-back", "kind", product, words)
    return Card(words("ask-days", name=product.name), rows([at_once], days, [back]))
