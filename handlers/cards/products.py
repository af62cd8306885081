"""How a product looks: to its seller as a draft and on sale, to buyers, and in lists."""

from collections.abc import Sequence
from urllib.parse import quote

from handlers.cards.card import AnyButton, Button, Card, CopyButton, LinkButton, rows
from handlers.taps import Draft, Go, Own, OwnShelf, StockTap
from locales import Words
from shop.listings import Shelf as StallShelf
from shop.views import ListedView, PhotoView, ProductView

QUICK_STOCK = (1, 5)
QUICK_DAYS = (1, 3, 7)
LONGEST_LABEL = 40


def price_line(product: ProductView | ListedView, words: Words) -> str:
    """ "Rp12.000/bungkus"."""
    return words.price(product.price or 0, product.per, product.unit)


def stock_line(product: ProductView | ListedView, words: Words) -> str:
    """How much is left, in plain words."""
    if product.kind == "made":
        return words("stock-made")
    if product.stock == 0:
        return words("stock-none")
    return words("stock-some", amount=words.amount(product.stock, product.unit))


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
    for tier in terms.tiers:
        key = "terms-pack" if tier.per else "terms-tier"
        lines.append(words(key, amount=words.amount(tier.min, unit), price=words.rupiah(tier.price)))
    if terms.min_order:
        lines.append(words("terms-minimum", amount=words.amount(terms.min_order, unit)))
    if terms.preorder_days:
        lines.append(words("terms-preorder", days=terms.preorder_days))
    if terms.cod is not None:
        lines.append(words("terms-cod" if terms.cod else "terms-no-cod"))
    return lines


def _variant(product: ProductView, name: str, words: Words) -> str:
    price = product.terms.variant_prices.get(name)
    return f"{name} {words.rupiah(price)}" if price else name


def draft_card(product: ProductView, words: Words, first_time: bool = False) -> Card:
    """A draft read back to its seller, with what puts it on sale. `first_time` adds what we keep of people."""
    lines = [words("draft-title"), "", words("product-name", name=product.name or "")]
    lines += [words("product-price", price=price_line(product, words)), *terms_lines(product, words)]
    lines += [words("left-out", what=words(f"field-{field}")) for field in product.unclear]
    if product.stated_stock is not None:
        lines.append(words("product-stock", stock=words.amount(product.stated_stock, product.unit)))
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
        publish = [_publish_with(product, pieces, words) for pieces in QUICK_STOCK]
        publish.append(Button(words("button-other-stock"), Draft(do="other", product_id=product.id)))
    below = [Button(words("button-edit"), Draft(do="edit", product_id=product.id)), _cancel(product, words)]
    return Card(
        "\n".join(lines), rows(*_stacked(publish), _photo_buttons(product, words), below), photo=photo_of(product)
    )


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
    label = words("button-publish-stock", stock=str(pieces))
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
        guesses = guess_price_card(product.id, product.guesses, words, product.version)
        return Card(guesses.text, rows(*guesses.keyboard, [_cancel(product, words)]), photo=photo_of(product))
    return Card(words("ask-price", name=product.name or ""), rows([_cancel(product, words)]), photo=photo_of(product))


def guess_price_card(product_id: int, guesses: Sequence[int], words: Words, version: int = 0) -> Card:
    """A doubtful price is asked back, with what it may mean on buttons."""
    buttons = [
        Button(words.rupiah(guess), Draft(do="guess", product_id=product_id, amount=guess, version=version))
        for guess in guesses[:2]
    ]
    own = Button(words("button-write-myself"), Draft(do="own", product_id=product_id))
    return Card(words("ask-price-guess", guess=words.rupiah(guesses[0])), rows(buttons, [own]))


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
        return Card(words("ask-preorder", name=product.name or ""), rows(days, [none]), photo=photo_of(product))
    skip = Button(words("button-no-variants"), Draft(do="terms", product_id=product.id, version=product.version))
    return Card(words("ask-variants", name=product.name or ""), rows([skip]), photo=photo_of(product))


def several_card(drafts: Sequence[ProductView], words: Words) -> Card:
    """Several products at once: they are gone through one after the other, or put on sale together."""
    ready = sum(1 for draft in drafts if not draft.missing and draft.stated_stock is not None)
    everything = Button(words("button-publish-all", count=ready), Draft(do="all", product_id=drafts[0].id))
    home = Button(words("button-home"), Go(to="home"))
    return Card(words("several-products", count=len(drafts)), rows([everything] if ready > 1 else [home]))


def all_published_card(products: Sequence[ProductView], words: Words) -> Card:
    """These are on sale now."""
    names = "\n".join(words("published", name=product.name or "") for product in products)
    next_steps = [Button(words("button-my-stall"), Go(to="stall")), Button(words("button-sell-more"), Go(to="sell"))]
    return Card(names, rows(next_steps))


def ask_stock_card(product: ProductView, words: Words) -> Card:
    """ "Jumlah lain" was tapped: how many then?"""
    made = Button(words("button-made-to-order"), Draft(do="made", product_id=product.id))
    return Card(words("ask-stock", name=product.name or ""), rows([made], [_cancel(product, words)]))


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


def share_text(product: ProductView, link: str, words: Words) -> str:
    """What a seller pastes into WhatsApp."""
    return words("share-text", name=product.name or "", price=price_line(product, words), link=link)


def published_card(product: ProductView, link: str, words: Words) -> Card:
    """On sale: with a text to paste, and what comes next."""
    text = share_text(product, link, words)
    lines = [
        words("published", name=product.name or ""),
        f"{price_line(product, words)} · {stock_line(product, words)}",
        "",
        words("published-share"),
        "",
        words("code", text=text),
    ]
    share = LinkButton(words("button-share-whatsapp"), f"https://wa.me/?text={quote(text)}")
    copy = CopyButton(words("button-copy"), text[:256])
    next_steps = [
        Button(words("button-my-stall"), Go(to="stall")),
        Button(words("button-sell-more"), Go(to="sell")),
    ]
    return Card("\n".join(lines), rows([share], [copy], next_steps), photo=photo_of(product))


def share_card(product: ProductView, link: str, words: Words, picture: PhotoView | None, shape: str) -> Card:
    """A picture to share, with the text that goes with it; `shape` is status or square."""
    text = share_text(product, link, words)
    share = LinkButton(words("button-share-whatsapp"), f"https://wa.me/?text={quote(text)}")
    copy = CopyButton(words("button-copy"), text[:256])
    other = "square" if shape == "status" else "status"
    turn = [_own(f"button-picture-{other}", f"share-{other}", product, words)] if picture else []
    below = [*turn, _own("button-back", "look", product, words)]
    return Card(words("code", text=text), rows([share, copy], below), photo=picture)


def price_list_card(words: Words, picture: PhotoView) -> Card:
    """Everything that the stall sells, as a picture."""
    return Card(words("price-list"), rows([Button(words("button-my-stall"), Go(to="stall"))]), photo=picture)


def own_product_card(product: ProductView, words: Words) -> Card:
    """A product as its seller sees it, with what can be changed."""
    lines = [words("product-name", name=product.name or ""), words("product-price", price=price_line(product, words))]
    lines += [*terms_lines(product, words), stock_line(product, words)]
    if product.state == "hidden":
        lines.append(words("product-hidden"))
    main = [_own("button-stock", "stock", product, words), _own("button-price", "price", product, words)]
    main.append(_own("button-share", "share", product, words))
    more = [_own("button-more", "more", product, words), Button(words("button-back"), OwnShelf(page=0))]
    return Card("\n".join(lines), rows(main, more), photo=photo_of(product))


def own_product_more_card(product: ProductView, words: Words) -> Card:
    """The rarer changes."""
    hide = ("button-show", "reveal") if product.state == "hidden" else ("button-hide", "hide")
    return Card(
        words("product-name", name=product.name or ""),
        rows(
            [_own("button-name", "name", product, words), _own("button-photo", "photo", product, words)],
            [_own(*hide, product, words), _own("button-remove", "remove", product, words)],
            [_own("button-back", "look", product, words)],
        ),
        photo=photo_of(product),
    )


def removed_card(product: ProductView, words: Words) -> Card:
    """Removed, and what to do next."""
    more = [Button(words("button-my-stall"), Go(to="stall")), Button(words("button-sell-more"), Go(to="sell"))]
    return Card(words("product-removed", name=product.name or ""), rows(more))


def sure_to_remove_card(product: ProductView, words: Words) -> Card:
    """Removing can't be undone, so it is asked once."""
    return Card(
        words("sure-to-remove", name=product.name or ""),
        rows([_own("button-yes-remove", "removed", product, words)], [_own("button-no", "look", product, words)]),
        photo=photo_of(product),
    )


def ask_new_card(what: str, product: ProductView, words: Words) -> Card:
    """Ask for a product's new name, price, stock or photo."""
    buttons: list[AnyButton] = [_own("button-back", "look", product, words)]
    if what == "stock":
        quick = [
            Button(f"+{n}", StockTap(do="add", product_id=product.id, amount=n, version=product.version))
            for n in (5, 10, 20)
        ]
        return Card(
            words("ask-new-stock", name=product.name or "", stock=stock_line(product, words)), rows(quick, buttons)
        )
    return Card(words(f"ask-new-{what}", name=product.name or ""), rows(buttons))


def own_shelf_card(shelf: StallShelf, words: Words) -> Card:
    """A page of a seller's own products."""
    if not shelf.products:
        return Card(words("own-shelf-empty"), rows([Button(words("button-sell"), Go(to="sell"))]))
    lines = [[_own_line(product, words)] for product in shelf.products]
    turns = []
    if shelf.page > 0:
        turns.append(Button(words("button-previous"), OwnShelf(page=shelf.page - 1)))
    if shelf.page < shelf.pages - 1:
        turns.append(Button(words("button-next"), OwnShelf(page=shelf.page + 1)))
    return Card(words("own-shelf"), rows(*lines, turns, [Button(words("button-back"), Go(to="stall"))]))


def _own_line(product: ListedView, words: Words) -> Button:
    label = words("own-line", name=product.name, price=words.rupiah(product.price), stock=stock_line(product, words))
    return Button(short(label), Own(do="look", product_id=product.id))


def _own(label: str, do: str, product: ProductView, words: Words) -> Button:
    return Button(words(label), Own(do=do, product_id=product.id, version=product.version))


def _cancel(product: ProductView, words: Words) -> Button:
    return Button(words("button-cancel"), Draft(do="cancel", product_id=product.id))


def photo_of(product: ProductView) -> PhotoView | None:
    """The photo that stands for the product."""
    return product.photos[0] if product.photos else None


def short(label: str) -> str:
    """A label that fits on a button."""
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"
