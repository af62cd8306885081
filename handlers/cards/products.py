"""How a product looks: to its seller on sale, in lists, and the lines about it that buyers see as well."""

from handlers.cards.buttons import page_buttons
from handlers.cards.card import AnyButton, Button, Card, rows
from handlers.taps import Go, Own, OwnShelf, StockTap
from locales import Words
from models.products import Listed
from shop.amounts import Amount
from shop.pricing import bargains
from shop.shelves import Shelf as StallShelf
from shop.views import PhotoView, ProductView

LONGEST_LABEL = 40
QUICK_RESTOCK = (5, 10, 20)


def price_line(product: ProductView | Listed, words: Words) -> str:
    """ "Rp12.000/bungkus"."""
    return words.price(product.price or 0, product.per, product.unit)


def stock_line(product: ProductView | Listed, words: Words) -> str:
    """How much is left, in plain words; of each variant, if each has a stock of its own."""
    if product.kind == "made":
        return words("stock-made")
    if product.stock == 0:
        return words("stock-none")
    amount = words.amount(product.stock, product.unit, product.parts)
    if isinstance(product, ProductView) and product.variants:
        return words("stock-of-each", amount=amount, each=stock_of_each(product, words))
    return words("stock-some", amount=amount)


def stock_of_each(product: ProductView, words: Words) -> str:
    """ "merah 5 · biru habis"."""
    return " · ".join(f"{name} {stock_of(product, name, words)}" for name in product.variants)


def stock_of(product: ProductView, variant: str | None, words: Words) -> str:
    """How much there is of one variant, or in all: "5 bungkus", "habis"."""
    pieces = product.variants.get(variant or "", product.stock)
    return words.amount(pieces, product.unit, product.parts) if pieces else words("gone")


def name_of(product: ProductView, variant: str | None = None) -> str:
    """ "Kaos polos (merah)"."""
    return f"{product.name} ({variant})" if variant else product.name


def kind_lines(product: ProductView, words: Words) -> list[str]:
    """By how much it is weighed, and until when today's batch is sold; a line each, of those that are there."""
    lines = []
    if product.parts > 1 and product.step != product.parts * product.per:
        lines.append(words("kind-weighed", step=words.amount(*Amount(product.step, product.unit, product.parts))))
    if product.kind == "batch" and product.closes_at:
        lines.append(words("kind-today", hour=words.hour(product.closes_at, product.stall.zone)))
    elif product.kind == "batch":
        lines.append(words("kind-daily", hour=words("hour-of-day", hour=f"{product.stall.closing_hour:02d}")))
    return lines


def waiting_lines(product: ProductView, words: Words) -> list[str]:
    """How many wait for it: a reason to restock; no line for nobody. For its seller only."""
    return [words("wishes-waiting", count=product.waiting)] if product.waiting else []


def terms_lines(product: ProductView, words: Words) -> list[str]:
    """Variants, wholesale prices, minimum, days to wait, cash on delivery: a line each, of those that are there."""
    terms, unit = product.terms, product.unit
    lines = []
    if terms.price_was:
        lines.append(words("terms-was", price=words.rupiah(terms.price_was)))
    if terms.variants:
        lines.append(
            words("terms-variants", variants=" · ".join(_variant(product, name, words) for name in terms.variants))
        )
    for tier in bargains(terms, product.price or 0, product.per):
        key = "terms-pack" if tier.per else "terms-tier"
        lines.append(words(key, amount=words.amount(tier.min, unit), price=words.rupiah(tier.price)))
    if terms.min_order:
        lines.append(words("terms-minimum", amount=words.amount(terms.min_order, unit)))
    if terms.preorder_days:
        lines.append(words("terms-preorder", days=terms.preorder_days))
    if terms.cod is not None:
        lines.append(words("terms-cod" if terms.cod else "terms-no-cod"))
    return [*lines, *kind_lines(product, words)]


def _variant(product: ProductView, name: str, words: Words) -> str:
    price = product.terms.variant_prices.get(name)
    return f"{name} {words.rupiah(price)}" if price else name


def own_product_card(product: ProductView, words: Words) -> Card:
    """A product as its seller sees it, with what can be changed."""
    lines = [words("product-name", name=product.name), words("product-price", price=price_line(product, words))]
    lines += [*terms_lines(product, words), stock_line(product, words)]
    lines += waiting_lines(product, words)
    if product.state == "hidden":
        lines.append(words("product-hidden"))
    main = [own_button("button-stock", "stock", product, words), own_button("button-price", "price", product, words)]
    main.append(own_button("button-share", "share", product, words))
    more = [own_button("button-more", "more", product, words), Button(words("button-back"), OwnShelf(page=0))]
    return Card("\n".join(lines), rows(main, more), photo=photo_of(product))


def own_product_more_card(product: ProductView, words: Words) -> Card:
    """The rarer changes."""
    hide = ("button-show", "reveal") if product.state == "hidden" else ("button-hide", "hide")
    return Card(
        words("product-name", name=product.name),
        rows(
            [own_button("button-name", "name", product, words), own_button("button-photo", "photo", product, words)],
            [own_button(*hide, product, words), own_button("button-remove", "remove", product, words)],
            [
                own_button("button-kind", "kind", product, words),
                own_button("button-history", "history", product, words),
            ],
            [own_button("button-back", "look", product, words)],
        ),
        photo=photo_of(product),
    )


def removed_card(product: ProductView, words: Words) -> Card:
    """Removed, and what to do next."""
    more = [Button(words("button-my-stall"), Go(to="stall")), Button(words("button-sell-more"), Go(to="sell"))]
    return Card(words("product-removed", name=product.name), rows(more))


def sure_to_remove_card(product: ProductView, words: Words) -> Card:
    """Removing can't be undone, so it is asked once."""
    return Card(
        words("sure-to-remove", name=product.name),
        rows(
            [own_button("button-yes-remove", "removed", product, words)],
            [own_button("button-no", "look", product, words)],
        ),
        photo=photo_of(product),
    )


def ask_new_card(what: str, product: ProductView, words: Words) -> Card:
    """Ask for a product's new name, price, stock or photo."""
    buttons: list[AnyButton] = [own_button("button-back", "look", product, words)]
    if what == "stock":
        if product.variants:
            return Card(
                words("ask-stock-of-each", name=product.name, stock=stock_line(product, words)),
                rows(*variant_taps(product), buttons),
            )
        key = "ask-new-stock-variants" if product.terms.variants else "ask-new-stock"
        return Card(
            words(key, name=product.name, stock=stock_line(product, words)),
            rows(restock_taps(product, words), buttons),
        )
    if what == "price" and len(product.terms.variants) > 1:
        first, second, *_ = product.terms.variants
        return Card(words("ask-new-price-variants", name=product.name, first=first, second=second), rows(buttons))
    return Card(words(f"ask-new-{what}", name=product.name), rows(buttons))


def restock_taps(product: ProductView, words: Words, number: int = 0) -> list[AnyButton]:
    """+5, +10, +20 times what the price is for; of a variant by its number."""
    by_unit = product.parts == product.per == 1
    return [
        Button(
            words("button-add", count=str(count) if by_unit else words.amount(count * product.per, product.unit)),
            StockTap(do="add", product_id=product.id, amount=count, version=product.version, number=number),
        )
        for count in QUICK_RESTOCK
    ]


def variant_taps(product: ProductView) -> list[list[AnyButton]]:
    """A button for each variant that has a stock of its own, to say how many of it there are."""
    buttons: list[AnyButton] = [
        Button(short(name), StockTap(do="which", product_id=product.id, version=product.version, number=number))
        for number, name in enumerate(product.terms.variants, start=1)
        if name in product.variants
    ]
    return [buttons[at : at + 3] for at in range(0, len(buttons), 3)]


def own_shelf_card(shelf: StallShelf, words: Words) -> Card:
    """A page of a seller's own products."""
    if not shelf.products:
        return Card(words("own-shelf-empty"), rows([Button(words("button-sell"), Go(to="sell"))]))
    lines = [[_own_line(product, words)] for product in shelf.products]
    turns = page_buttons(shelf.page, shelf.page < shelf.pages - 1, lambda page: OwnShelf(page=page), words)
    return Card(words("own-shelf"), rows(*lines, turns, [Button(words("button-back"), Go(to="stall"))]))


def _own_line(product: Listed, words: Words) -> Button:
    label = words("own-line", name=product.name, price=words.rupiah(product.price), stock=stock_line(product, words))
    return Button(short(label), Own(do="look", product_id=product.id))


def own_button(label: str, do: str, product: ProductView, words: Words) -> Button:
    """A button that does something with one's own product."""
    return Button(words(label), Own(do=do, product_id=product.id, version=product.version))


def photo_of(product: ProductView) -> PhotoView | None:
    """The photo that stands for the product."""
    return product.photos[0] if product.photos else None


def short(label: str) -> str:
    """A label that fits on a button."""
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"
