"""How the market looks to buyers: a product with how many to order, lists of products, lists of stalls."""

from handlers.cards.buttons import page_buttons
from handlers.cards.card import AnyButton, Button, Card, rows
from handlers.cards.products import photo_of, price_line, short, stock_line, terms_lines
from handlers.cards.resting import closed_lines
from handlers.taps import Buy, Go, Look, Photos, Shelf, WishTap
from locales import Words
from models.products import Listed
from shop.amounts import STEPS, in_stock
from shop.browsing import Shelf as PublicShelf
from shop.browsing import Stalls
from shop.pricing import least_quantity, least_stock, variant_named
from shop.rules import MOST_ORDERED
from shop.views import ProductView, StallView

VARIANTS_A_ROW = 3
# ½, 1 and 2 kg; ¼, ½ and 1 kg; 1 ons, 2 ons and ½ kg.
QUICK_STEPS = {STEPS["half"]: (1, 2, 4), STEPS["quarter"]: (1, 2, 4), STEPS["ons"]: (1, 2, 5)}


def product_card(product: ProductView, words: Words, variant: int = 0, waits: bool = False) -> Card:
    """A product as buyers see it: which variant (`variant` counts from 1), and how many to order.

    When it is out they can ask to be told; `waits`: they have asked.
    """
    stall = words("by-stall", stall=product.stall.name)
    if product.stall.place:
        stall = words("by-stall-in", stall=product.stall.name, place=product.stall.place)
    lines = [
        words("product-name", name=product.name),
        words("product-price-plain", price=price_line(product, words)),
        *terms_lines(product, words),
        stock_line(product, words),
        stall,
        *closed_lines(product.stall, words),
    ]
    if product.stall.happy:
        lines.append(words("stall-happy", happy=product.stall.happy))
    others = [Button(words("button-see-stall"), Shelf(of="stall", page=0, stall_id=product.stall.id))]
    if len(product.photos) > 1:
        others.append(Button(words("button-all-photos", count=len(product.photos)), Photos(product_id=product.id)))
    name, least = variant_named(product.terms, None, variant), least_stock(product.terms, product)
    if product.kind != "made" and product.stock < least:
        return Card("\n".join(lines), rows([_wish_button(product, words, waits)], others), photo=photo_of(product))
    if product.stall.refuses:
        return Card("\n".join(lines), rows(others), photo=photo_of(product))
    if product.terms.variants and (name is None or _left(product, name) < least):
        lines += ["", words("variant-is-out", variant=name) if name else words("which-one")]
        wish = [_wish_button(product, words, False, variant)] if name else []
        return Card("\n".join(lines), rows(wish, *_variant_buttons(product, words), others), photo=photo_of(product))
    if name:
        lines += ["", words("chosen", variant=name)]
    lines += ["", words("how-much" if product.parts > 1 else "how-many")]
    more = [Button(words("button-other-count"), Buy(do="other", product_id=product.id, variant=variant)), *others]
    return Card("\n".join(lines), rows(_count_buttons(product, words, name), more), photo=photo_of(product))


def _wish_button(product: ProductView, words: Words, waits: bool, variant: int = 0) -> Button:
    label, do = ("button-unwish", "drop") if waits else ("button-wish", "ask")
    return Button(words(label), WishTap(do=do, product_id=product.id, variant=variant))


def _left(product: ProductView, variant: str | None) -> int:
    """Pieces that can be ordered, of this variant if each has a stock of its own."""
    if product.kind == "made":
        return MOST_ORDERED * product.per
    return product.variants.get(variant or "", 0) if product.variants else product.stock


def _variant_buttons(product: ProductView, words: Words) -> list[list[AnyButton]]:
    def label(name: str) -> str:
        is_out = _left(product, name) < least_stock(product.terms, product)
        return short(words("variant-out", variant=name) if is_out else name)

    buttons: list[AnyButton] = [
        Button(label(name), Buy(do="variant", product_id=product.id, variant=place))
        for place, name in enumerate(product.terms.variants, start=1)
    ]
    return [buttons[at : at + VARIANTS_A_ROW] for at in range(0, len(buttons), VARIANTS_A_ROW)]


def _count_buttons(product: ProductView, words: Words, name: str | None) -> list[AnyButton]:
    """1, 2, 3; ½ kg, 1 kg, 2 kg; or what a minimum of 20 makes of it: 20, 30, 40; never more than there is."""
    left, variant = _left(product, name), product.terms.variants.index(name) + 1 if name else 0

    def label(count: int) -> str:
        return words.amount(count, product.unit, product.parts) if product.parts > 1 else str(count)

    return [
        Button(
            words("button-count", count=label(count)),
            Buy(do="count", product_id=product.id, quantity=count, variant=variant, parts=product.parts),
        )
        for count in _quick_counts(product)
        if in_stock(count, product.per, product.parts) <= left
    ]


def _quick_counts(product: ProductView) -> tuple[int, ...]:
    least = least_quantity(product.terms, product)
    pack = product.step if product.parts > 1 else 1
    if least > pack:
        half_more = -(-least // (2 * pack)) * pack
        return least, least + half_more, 2 * least
    return tuple(pack * times for times in QUICK_STEPS.get(pack if product.parts > 1 else 1, (1, 2, 3)))


def shelf_card(shelf: PublicShelf, words: Words, of: str, title: str) -> Card:
    """A page of products that somebody may buy; `of` says which list goes on with the next page."""
    stall_id = shelf.stall.id if shelf.stall else 0
    lines = [[_public_line(product, words, with_stall=not shelf.stall)] for product in shelf.products]
    turns = page_buttons(shelf.page, shelf.more, lambda page: Shelf(of=of, page=page, stall_id=stall_id), words)
    back = [Button(words("button-back"), Go(to="shop"))]
    return Card(title, rows(*lines, turns, back))


def _public_line(product: Listed, words: Words, with_stall: bool) -> Button:
    key = "public-line-stall" if with_stall else "public-line"
    label = words(key, name=product.name, price=price_line(product, words), stall=product.stall_name)
    label = words("line-of-closed", line=label) if product.stall_closed else label
    return Button(short(label), Look(product_id=product.id))


def _stall_line(stall: StallView, count: int, words: Words) -> str:
    line = words("stall-line", stall=stall.name, count=count)
    return words("line-of-closed", line=line) if stall.closed_until else line


def stalls_card(found: Stalls, words: Words) -> Card:
    """A page of stalls."""
    lines = [
        [
            Button(
                short(_stall_line(stall, count, words)),
                Shelf(of="stall", page=0, stall_id=stall.id),
            )
        ]
        for stall, count in found.stalls
    ]
    turns = page_buttons(found.page, found.more, lambda page: Shelf(of="stalls", page=page), words)
    title = words("shelf-stalls") if found.stalls else words("shelf-empty")
    return Card(title, rows(*lines, turns, [Button(words("button-back"), Go(to="shop"))]))
