"""How a draft looks to its seller: read back, and what it lacks asked."""

from collections.abc import Sequence

from handlers.cards.card import AnyButton, Button, Card, rows
from handlers.cards.products import photo_of, price_line, terms_lines
from handlers.taps import Draft, Go
from locales import Words
from shop.amounts import can_be_weighed
from shop.views import PhotoView, ProductView

QUICK_STOCK = (1, 5)
QUICK_DAYS = (1, 3, 7)


def draft_card(product: ProductView, words: Words, first_time: bool = False) -> Card:
    """A draft read back to its seller, with what puts it on sale. `first_time` adds what we keep of people."""
    lines = [words("draft-title"), "", words("product-name", name=product.name)]
    lines += [words("product-price", price=price_line(product, words)), *terms_lines(product, words)]
    lines += [
        words("left-out", what=words(f"field-{field}"), said=product.said.get(field, "")) for field in product.unclear
    ]
    if product.stated_stock is not None:
        stock = words.amount(product.stated_stock, product.unit, product.parts)
        lines.append(words("product-stock", stock=stock))
    else:
        lines += ["", words("draft-ask-stock")]
    if product.tip:
        lines += ["", words(f"tip-{product.tip}")]
    if first_time:
        lines += ["", words("consent-short")]
    publish: list[AnyButton]
    if product.stated_stock is not None:
        publish = [Button(words("button-publish"), Draft(do="publish", product_id=product.id))]
    else:
        # Of what is sold by threes or by 500 gram, less than that is no stock.
        publish = [_publish_with(product, pieces * product.per, words) for pieces in QUICK_STOCK]
        publish.append(Button(words("button-other-stock"), Draft(do="other", product_id=product.id)))
    below = [Button(words("button-edit"), Draft(do="edit", product_id=product.id)), _cancel(product, words)]
    return Card(
        "\n".join(lines),
        rows(*_stacked(publish), _weighing(product, words), _photo_buttons(product, words), below),
        photo=photo_of(product),
    )


def _weighing(product: ProductView, words: Words) -> list[AnyButton]:
    """What has a price per kg is offered to be sold by the half."""
    if product.parts > 1 or not can_be_weighed(product):
        return []
    return [Button(words("button-weigh"), Draft(do="weigh", product_id=product.id))]


def _photo_buttons(product: ProductView, words: Words) -> list[AnyButton]:
    """Before and after are one tap apart; the tip has a picture."""
    buttons: list[AnyButton] = []
    if product.bettered:
        label, do = ("button-better", "better") if product.shows_original else ("button-original", "original")
        buttons.append(Button(words(label), Draft(do=do, product_id=product.id)))
    if product.tip:
        buttons.append(Button(words("button-tip"), Draft(do="tip", product_id=product.id)))
    return buttons


def tip_card(product: ProductView, words: Words, picture: PhotoView) -> Card:
    """How the photo could be better next time, drawn."""
    back = Button(words("button-back-to-draft"), Draft(do="show", product_id=product.id))
    return Card(words(f"tip-{product.tip}"), rows([back]), photo=picture)


def _publish_with(product: ProductView, pieces: int, words: Words) -> Button:
    label = words("button-publish-stock", stock=words.amount(pieces, product.unit))
    return Button(label, Draft(do="publish", product_id=product.id, amount=pieces))


def _stacked(buttons: Sequence[AnyButton]) -> list[list[AnyButton]]:
    return [[button] for button in buttons]


def photo_missing_card(words: Words, name: str, price: str) -> Card:
    """Name and price came first; the photo is missing."""
    return Card(words("photo-missing", name=name, price=price), rows([Button(words("button-home"), Go(to="home"))]))


def ask_name_card(product: ProductView, words: Words) -> Card:
    """The first question of the guided walk."""
    return Card(words("ask-name"), rows([_cancel(product, words)]), photo=photo_of(product))


def ask_price_card(product: ProductView, words: Words) -> Card:
    """The price is asked: with our best guesses on buttons if a number was there, openly if not."""
    if product.guesses:
        said = product.said.get("price", "")
        guesses = guess_price_card(product.id, product.guesses, words, version=product.version, said=said)
        return Card(guesses.text, rows(*guesses.keyboard, [_cancel(product, words)]), photo=photo_of(product))
    return Card(words("ask-price", name=product.name), rows([_cancel(product, words)]), photo=photo_of(product))


def guess_price_card(
    product_id: int,
    guesses: Sequence[int],
    words: Words,
    *,
    version: int = 0,
    said: str = "",
    per: int = 1,
    unit: str | None = None,
) -> Card:
    """A doubtful price is asked back, with what it may mean on buttons; `said` is what was written.

    `per` and `unit` are what stood beside the number ("40/kg").
    """
    tap = Draft(do="guess", product_id=product_id, version=version, per=per, unit=unit or "")
    buttons = [Button(words.price(guess, per, unit), tap.model_copy(update={"amount": guess})) for guess in guesses[:2]]
    own = Button(words("button-write-myself"), Draft(do="own", product_id=product_id))
    guess = words.price(guesses[0], per, unit)
    question = words("ask-price-said", said=said, guess=guess) if said else words("ask-price-guess", guess=guess)
    return Card(question, rows(buttons, [own]))


def ask_terms_card(product: ProductView, words: Words) -> Card:
    """What was in doubt besides name and price: how many days to wait, or which variants there are."""
    if product.missing == "preorder_days":
        days = [
            Button(
                words("button-days", days=count),
                Draft(do="terms", product_id=product.id, amount=count, version=product.version),
            )
            for count in QUICK_DAYS
        ]
        none = Button(words("button-no-preorder"), Draft(do="terms", product_id=product.id, version=product.version))
        return Card(words("ask-preorder", name=product.name), rows(days, [none]), photo=photo_of(product))
    skip = Button(words("button-no-variants"), Draft(do="terms", product_id=product.id, version=product.version))
    return Card(words("ask-variants", name=product.name), rows([skip]), photo=photo_of(product))


def several_card(drafts: Sequence[ProductView], words: Words) -> Card:
    """Several products at once: they are gone through one after the other, or put on sale together."""
    ready = sum(1 for draft in drafts if not draft.missing and draft.stated_stock is not None)
    everything = Button(words("button-publish-all", count=ready), Draft(do="all", product_id=drafts[0].id))
    home = Button(words("button-home"), Go(to="home"))
    return Card(words("several-products", count=len(drafts)), rows([everything] if ready > 1 else [home]))


def all_published_card(products: Sequence[ProductView], words: Words) -> Card:
    """These are on sale now."""
    names = "\n".join(words("published", name=product.name) for product in products)
    next_steps = [Button(words("button-my-stall"), Go(to="stall")), Button(words("button-sell-more"), Go(to="sell"))]
    return Card(names, rows(next_steps))


def ask_stock_card(product: ProductView, words: Words) -> Card:
    """ "Jumlah lain" was tapped: how many then?"""
    made = Button(words("button-made-to-order"), Draft(do="made", product_id=product.id))
    today = Button(words("button-for-today"), Draft(do="batch", product_id=product.id))
    kinds: list[list[AnyButton]] = [] if product.kind == "batch" else [[made], [today]]
    key = "ask-stock-today" if product.kind == "batch" else "ask-stock"
    lines = [words(key, name=product.name)]
    if product.terms.variants:
        lines.append(words("ask-stock-variants"))
    return Card("\n".join(lines), rows(*kinds, [_cancel(product, words)]))


def ask_days_card(product: ProductView, words: Words) -> Card:
    """It is made when it is ordered: how long does that take?"""
    days: list[AnyButton] = [
        Button(words("button-days", days=count), Draft(do="days", product_id=product.id, amount=count))
        for count in QUICK_DAYS
    ]
    at_once = Button(words("button-same-day"), Draft(do="days", product_id=product.id))
    return Card(words("ask-days", name=product.name), rows([at_once], days, [_cancel(product, words)]))


def edit_draft_card(product: ProductView, words: Words) -> Card:
    """What of the draft shall be changed?"""
    choices = [
        Button(words("button-name"), Draft(do="name", product_id=product.id)),
        Button(words("button-price"), Draft(do="price", product_id=product.id)),
        Button(words("button-stock"), Draft(do="stock", product_id=product.id)),
    ]
    back = Button(words("button-back"), Draft(do="show", product_id=product.id))
    return Card(words("draft-what-to-edit"), rows(choices, [back]), photo=photo_of(product))


def cancelled_card(words: Words) -> Card:
    """The draft is gone; selling goes on."""
    return Card(words("draft-cancelled"), rows([Button(words("button-my-stall"), Go(to="stall"))]))


def _cancel(product: ProductView, words: Words) -> Button:
    return Button(words("button-cancel"), Draft(do="cancel", product_id=product.id))
