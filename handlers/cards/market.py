"""How the market looks to buyers: a product with how many to order, lists of products, lists of stalls."""

from handlers.cards.card import AnyButton, Button, Card, rows
from handlers.cards.products import photo_of, price_line, short, stock_line, terms_lines
from handlers.taps import Buy, Go, Look, Photos, Shelf
from locales import Words
from shop.browsing import Shelf as PublicShelf
from shop.browsing import Stalls
from shop.pricing import least_quantity, variant_named
from shop.views import ListedView, ProductView

VARIANTS_A_ROW = 3


def product_card(product: ProductView, words: Words, variant: int = 0) -> Card:
    """A product as buyers see it: which variant (`variant` counts from 1), and how many to order."""
    stall = words("by-stall", stall=product.stall.name)
    if product.stall.place:
        stall = words("by-stall-in", stall=product.stall.name, place=product.stall.place)
    lines = [
        words("product-name", name=product.name or ""),
        words("product-price-plain", price=price_line(product, words)),
        *terms_lines(product, words),
        stock_line(product, words),
        stall,
    ]
    others = [Button(words("button-see-stall"), Shelf(of="stall", page=0, stall_id=product.stall.id))]
    if len(product.photos) > 1:
        others.append(Button(words("button-all-photos", count=len(product.photos)), Photos(product_id=product.id)))
    if product.kind == "counted" and product.stock < product.per:
        return Card("\n".join(lines), rows(others), photo=photo_of(product))
    chosen = variant_named(product.terms, None, variant)
    if product.terms.variants and chosen is None:
        lines += ["", words("which-one")]
        return Card("\n".join(lines), rows(*_variant_buttons(product), others), photo=photo_of(product))
    if chosen:
        lines += ["", words("chosen", variant=chosen)]
    lines += ["", words("how-many")]
    more = [Button(words("button-other-count"), Buy(do="other", product_id=product.id, variant=variant)), *others]
    return Card("\n".join(lines), rows(_count_buttons(product, words, variant), more), photo=photo_of(product))


def _variant_buttons(product: ProductView) -> list[list[AnyButton]]:
    buttons: list[AnyButton] = [
        Button(short(name), Buy(do="variant", product_id=product.id, variant=place))
        for place, name in enumerate(product.terms.variants, start=1)
    ]
    return [buttons[at : at + VARIANTS_A_ROW] for at in range(0, len(buttons), VARIANTS_A_ROW)]


def _count_buttons(product: ProductView, words: Words, variant: int) -> list[AnyButton]:
    """1, 2, 3; or what a minimum of 20 makes of it: 20, 30, 40; never more than there is."""
    least = least_quantity(product.terms, product.per)
    counts = (least, least + -(-least // 2), 2 * least) if least > 1 else (1, 2, 3)
    return [
        Button(
            words("button-count", count=str(count)),
            Buy(do="count", product_id=product.id, quantity=count, variant=variant),
        )
        for count in counts
        if product.kind == "made" or count * product.per <= product.stock
    ]


def shelf_card(shelf: PublicShelf, words: Words, of: str, title: str) -> Card:
    """A page of products that somebody may buy; `of` says which list goes on with the next page."""
    stall_id = shelf.stall.id if shelf.stall else 0
    lines = [[_public_line(product, words, with_stall=not shelf.stall)] for product in shelf.products]
    turns = []
    if shelf.page > 0:
        turns.append(Button(words("button-previous"), Shelf(of=of, page=shelf.page - 1, stall_id=stall_id)))
    if shelf.more:
        turns.append(Button(words("button-next"), Shelf(of=of, page=shelf.page + 1, stall_id=stall_id)))
    back = [Button(words("button-back"), Go(to="shop"))]
    return Card(title, rows(*lines, turns, back))


def _public_line(product: ListedView, words: Words, with_stall: bool) -> Button:
    key = "public-line-stall" if with_stall else "public-line"
    label = words(key, name=product.name, price=words.rupiah(product.price), stall=product.stall_name)
    return Button(short(label), Look(product_id=product.id))


def stalls_card(found: Stalls, words: Words) -> Card:
    """A page of stalls."""
    lines = [
        [
            Button(
                short(words("stall-line", stall=stall.name, count=count)),
                Shelf(of="stall", page=0, stall_id=stall.id),
            )
        ]
        for stall, count in found.stalls
    ]
    turns = []
    if found.page > 0:
        turns.append(Button(words("button-previous"), Shelf(of="stalls", page=found.page - 1)))
    if found.more:
        turns.append(Button(words("button-next"), Shelf(of="stalls", page=found.page + 1)))
    title = words("shelf-stalls") if found.stalls else words("shelf-empty")
    return Card(title, rows(*lines, turns, [Button(words("button-back"), Go(to="shop"))]))
