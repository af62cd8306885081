"""How a question about stock looks, and its answer."""

from collections.abc import Sequence
from datetime import datetime

from handlers.cards.card import AnyButton, Button, Card, rows
from handlers.cards.products import (
    kind_lines,
    name_of,
    restock_taps,
    stock_line,
    stock_of,
    stock_of_each,
    variant_taps,
    waiting_lines,
)
from handlers.taps import Go, Kind, Own, StockTap
from locales import Words
from shop.stock import History, Restocked
from shop.views import ProductView


def low_stock_card(
    product: ProductView, words: Words, more: int = 0, days_left: int | None = None, variant: str | None = None
) -> Card:
    """One product whose stock is low, or one `variant` of it: how many are there now? `more` others wait behind it.

    `days_left` is how long it will last at its pace, if it has one. A batch is asked about before it is out.
    """
    if product.kind == "batch" and product.closes_at is None:
        return batch_card(product, words, more)
    if product.variants and variant is None:
        return low_variants_card(product, words, more)
    key = "low-stock" if product.variants.get(variant or "", product.stock) else "out-of-stock"
    lines = [words(key, name=name_of(product, variant), stock=stock_of(product, variant, words))]
    if product.stock and days_left is not None:
        lines.append(words("days-left", days=days_left) if days_left else words("days-left-none"))
    lines += [*waiting_lines(product, words), words("low-ask")]
    number = product.terms.variants.index(variant) + 1 if variant in product.terms.variants else 0
    return _question(product, lines, restock_taps(product, words, number), words, more)


def low_variants_card(product: ProductView, words: Words, more: int = 0) -> Card:
    """Some variants of a product are low or out: which are there again?"""
    lines = [words("low-variants", name=product.name, each=stock_of_each(product, words))]
    lines.append(words("low-variants-ask"))
    taps = variant_taps(product)
    return _question(product, lines, taps[0] if taps else [], words, more, taps[1:])


def batch_card(product: ProductView, words: Words, more: int = 0) -> Card:
    """The morning's question about what is made or caught for one day: how many today?"""
    lines = [words("batch-ask", name=product.name)]
    same: list[AnyButton] = []
    if product.usual and not product.variants:
        usual = words.amount(product.usual, product.unit, product.parts)
        tap = StockTap(do="same", product_id=product.id, amount=product.usual, version=product.version)
        same = [Button(words("button-same-batch", amount=usual), tap)]
    off = Button(words("button-day-off"), StockTap(do="tomorrow", product_id=product.id, version=product.version))
    if more:
        lines.append(words("low-more", count=more))
    never = Button(words("button-never"), StockTap(do="never", product_id=product.id, version=product.version))
    return Card("\n".join(lines), rows(same, [off, never]), about=f"product {product.id}")


def _question(
    product: ProductView,
    lines: list[str],
    taps: list[AnyButton],
    words: Words,
    more: int,
    more_taps: Sequence[list[AnyButton]] = (),
) -> Card:
    if more:
        lines.append(words("low-more", count=more))
    later = [
        Button(words("button-tomorrow"), StockTap(do="tomorrow", product_id=product.id, version=product.version)),
        Button(words("button-never"), StockTap(do="never", product_id=product.id, version=product.version)),
    ]
    return Card("\n".join(lines), rows(taps, *more_taps, later), about=f"product {product.id}")


def ask_variant_card(product: ProductView, words: Words, number: int) -> Card:
    """How many are there of this one variant?"""
    variant = product.terms.variants[number - 1]
    text = words("ask-new-stock", name=name_of(product, variant), stock=stock_of(product, variant, words))
    back = Button(words("button-back"), Own(do="stock", product_id=product.id, version=product.version))
    return Card(text, rows(restock_taps(product, words, number), [back]))


def batch_closed_card(product: ProductView, words: Words, more: int) -> Card:
    """The closing hour has come: what was left is not sold any more."""
    key = "batches-closed" if more else "batch-closed"
    return Card(words(key, name=product.name, count=more), rows([Button(words("button-my-stall"), Go(to="stall"))]))


def still_there_card(product: ProductView, words: Words, more: int = 0) -> Card:
    """Nobody has spoken of this product for two weeks: is it still there?"""
    lines = [words("still-there", name=product.name, stock=stock_of(product, None, words))]
    lines.append(words("still-there-ask"))
    if more:
        lines.append(words("low-more", count=more))

    def answer(label: str, do: str) -> Button:
        return Button(words(label), StockTap(do=do, product_id=product.id, version=product.version))

    yes, gone = answer("button-still-there", "there"), answer("button-gone", "gone")
    keyboard = rows([yes], [gone, answer("button-never", "never")])
    return Card("\n".join(lines), keyboard, about=f"product {product.id}")


def confirmed_card(result: Restocked, words: Words) -> Card:
    """ "Masih ada": thanks."""
    stock = stock_of(result.product, None, words)
    text = words("stock-confirmed", name=result.product.name, stock=stock)
    return Card(text, rows([Button(words("button-my-stall"), Go(to="stall"))]))


def history_card(told: History, words: Words, zone: str, now: datetime) -> Card:
    """What happened to a product's stock, in plain words, newest first."""
    name, kept = told.product.name, (told.product.unit, told.product.parts)
    lines = [words("history", name=name), ""]
    for move in told.moves:
        why = words(f"why-{move.reason.replace(' ', '-')}", order=str(move.order_id or ""))
        if move.variant:
            why = f"{why} ({move.variant})"
        day, change = words.moment(move.at, zone, now), words.change(move.change, *kept)
        lines.append(words("history-line", day=day, change=change, why=why, left=words.amount(move.left, *kept)))
    back = Button(words("button-back"), Own(do="look", product_id=told.product.id, version=told.product.version))
    return Card("\n".join(lines if told.moves else [*lines, words("history-empty")]), rows([back]))


def restocked_card(result: Restocked, words: Words) -> Card:
    """The answer read back, and how to take it back."""
    product = result.product
    if not product.reminding:
        text = words("stock-never", name=product.name)
    elif result.move_id is None and not result.counted and not result.was_made:
        text = words("stock-stays", name=product.name, stock=stock_line(product, words))
    elif product.variants:
        text = words("stock-now", name=product.name, stock=stock_of_each(product, words))
    else:
        stock = words.amount(product.stock, product.unit, product.parts)
        text = words("stock-now", name=product.name, stock=stock)
    text = "\n".join([text, *kind_lines(product, words)])
    if result.told:
        text += "\n" + words("wishes-told", count=result.told)
    undo = []
    if result.was_made:
        text += "\n" + words("stock-counted-now")
        again = Kind(do="days", product_id=product.id, amount=product.terms.preorder_days or 0, version=product.version)
        undo.append(Button(words("button-kind-made"), again))
    elif result.move_id is not None:
        told = {"amount": result.move_id, "number": result.together, "version": product.version}
        tap = StockTap(do="undo", product_id=product.id, **told)
        undo.append(Button(words("button-undo"), tap))
    return Card(text, rows([*undo, Button(words("button-my-stall"), Go(to="stall"))]))
