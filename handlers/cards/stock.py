"""How a question about stock looks, and its answer."""

from datetime import datetime

from handlers.cards.card import Button, Card, rows
from handlers.cards.products import stock_line, waiting_lines
from handlers.taps import Go, Own, StockTap
from locales import Words
from shop.stock import History, Restocked
from shop.views import ProductView

QUICK_RESTOCK = (5, 10, 20)


def low_stock_card(product: ProductView, words: Words, more: int = 0, days_left: int | None = None) -> Card:
    """One product whose stock is low: how many are there now? `more` others wait behind it.

    `days_left` is how long it will last at its pace, if it has one.
    """
    key = "low-stock" if product.stock else "out-of-stock"
    lines = [words(key, name=product.name or "", stock=words.amount(product.stock, product.unit))]
    if product.stock and days_left is not None:
        lines.append(words("days-left", days=days_left) if days_left else words("days-left-none"))
    lines += [*waiting_lines(product, words), words("low-ask")]
    if more:
        lines.append(words("low-more", count=more))
    add = [
        Button(
            words("button-add", count=str(count)),
            StockTap(do="add", product_id=product.id, amount=count, version=product.version),
        )
        for count in QUICK_RESTOCK
    ]
    later = [
        Button(words("button-tomorrow"), StockTap(do="tomorrow", product_id=product.id, version=product.version)),
        Button(words("button-never"), StockTap(do="never", product_id=product.id, version=product.version)),
    ]
    return Card("\n".join(lines), rows(add, later), about=f"product {product.id}")


def still_there_card(product: ProductView, words: Words, more: int = 0) -> Card:
    """Nobody has spoken of this product for two weeks: is it still there?"""
    lines = [words("still-there", name=product.name or "", stock=words.amount(product.stock, product.unit))]
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
    stock = words.amount(result.product.stock, result.product.unit)
    text = words("stock-confirmed", name=result.product.name or "", stock=stock)
    return Card(text, rows([Button(words("button-my-stall"), Go(to="stall"))]))


def history_card(told: History, words: Words, zone: str, now: datetime) -> Card:
    """What happened to a product's stock, in plain words, newest first."""
    name = told.product.name or ""
    lines = [words("history", name=name), ""]
    for move in told.moves:
        why = words(f"why-{move.reason.replace(' ', '-')}", order=str(move.order_id or ""))
        day = words.moment(move.at, zone, now)
        lines.append(words("history-line", day=day, change=f"{move.change:+d}", why=why, left=str(move.left)))
    back = Button(words("button-back"), Own(do="look", product_id=told.product.id, version=told.product.version))
    return Card("\n".join(lines if told.moves else [*lines, words("history-empty")]), rows([back]))


def restocked_card(result: Restocked, words: Words) -> Card:
    """The answer read back, and how to take it back."""
    product = result.product
    if not product.reminding:
        text = words("stock-never", name=product.name or "")
    elif result.move_id is None:
        text = words("stock-stays", name=product.name or "", stock=stock_line(product, words))
    else:
        text = words("stock-now", name=product.name or "", stock=words.amount(product.stock, product.unit))
    if result.told:
        text += "\n" + words("wishes-told", count=result.told)
    undo = []
    if result.move_id is not None:
        tap = StockTap(do="undo", product_id=product.id, amount=result.move_id, version=product.version)
        undo.append(Button(words("button-undo"), tap))
    return Card(text, rows([*undo, Button(words("button-my-stall"), Go(to="stall"))]))
