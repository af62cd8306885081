"""What is shared of a product or a stall: a text with a link, and pictures."""

from urllib.parse import quote

from handlers.cards.card import Button, Card, CopyButton, LinkButton, rows
from handlers.cards.products import own_button, photo_of, price_line, stock_line
from handlers.taps import Go
from locales import Words, plainly
from shop.views import PhotoView, ProductView


def share_text(product: ProductView, link: str, words: Words) -> str:
    """What a seller pastes into WhatsApp."""
    return plainly(words("share-text", name=product.name, price=price_line(product, words), link=link))


def published_card(product: ProductView, link: str, words: Words) -> Card:
    """On sale: with a text to paste, and what comes next."""
    text = share_text(product, link, words)
    lines = [
        words("published", name=product.name),
        f"{price_line(product, words)} · {stock_line(product, words)}",
        "",
        words("published-share"),
        "",
        words("code", text=text),
    ]
    share, copy = _ways_to_share(text, words)
    next_steps = [
        Button(words("button-my-stall"), Go(to="stall")),
        Button(words("button-sell-more"), Go(to="sell")),
    ]
    return Card("\n".join(lines), rows([share], [copy], next_steps), photo=photo_of(product))


def share_card(product: ProductView, link: str, words: Words, picture: PhotoView | None, shape: str) -> Card:
    """A picture to share, with the text that goes with it; `shape` is status or square."""
    text = share_text(product, link, words)
    share, copy = _ways_to_share(text, words)
    other = "square" if shape == "status" else "status"
    turn = [own_button(f"button-picture-{other}", f"share-{other}", product, words)] if picture else []
    below = [*turn, own_button("button-back", "look", product, words)]
    return Card(words("code", text=text), rows([share, copy], below), photo=picture)


def price_list_card(words: Words, picture: PhotoView) -> Card:
    """Everything that the stall sells, as a picture."""
    return Card(words("price-list"), rows([Button(words("button-my-stall"), Go(to="stall"))]), photo=picture)


def _ways_to_share(text: str, words: Words) -> tuple[LinkButton, CopyButton]:
    """Into WhatsApp, or onto the clipboard."""
    share = LinkButton(words("button-share-whatsapp"), f"https://wa.me/?text={quote(text)}")
    return share, CopyButton(words("button-copy"), text[:256])
