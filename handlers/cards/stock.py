"""How a question about stock looks, and its answer."""

from handlers.cards.card import Button, Card, rows
from handlers.cards.products import stock_line
from handlers.taps import Go, StockTap
from locales import Words
from shop.stock import Restocked
from shop.views import ProductView

QUICK_RESTOCK = (5, 10, 20)


def low_stock_card(product: ProductView, words: Words, more: int = 0) -> Card:
    """One product whose stock is low: how many are there now? `more` others wait behind it."""
    key = "low-stock" if product.stock else "out-of-stock"
    lines = [words(key, name=product.name or "", stock=words.amount(product.stock, product.unit)), words("low-ask")]
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
    return Card("\n".join(lines), rows(add, later))


def restocked_card(result: Restocked, words: Words) -> Card:
    """The answer read back, and how to take it back."""
    product = result.product
    if not product.reminding:
        text = words("stock-never", name=product.name or "")
    elif result.move_id is None:
        text = words("stock-stays", name=product.name or "", stock=stock_line(product, words))
    else:
        text = words("stock-now", name=product.name or "", stock=words.amount(product.stock, product.unit))
    undo = []
    if result.move_id is not None:
        tap = StockTap(do="undo", product_id=product.id, amount=result.move_id, version=product.version)
        undo.append(Button(words("button-undo"), tap))
    return Card(text, rows([*undo, Button(words("button-my-stall"), Go(to="stall"))]))
