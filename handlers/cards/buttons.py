"""What several cards have in common: the buttons of an order, and those that lead through the pages of a list."""

from collections.abc import Callable

from aiogram.filters.callback_data import CallbackData

from handlers.cards.card import AnyButton, Button
from handlers.taps import OrderTap
from locales import Words
from shop.views import OrderView


def order_button(order: OrderView, words: Words, label: str, do: str, value: int = 0) -> Button:
    """A button that does something with an order; `label` is one of our sentences."""
    return Button(words(label), OrderTap(do=do, order_id=order.id, value=value))


def back_to_order(order: OrderView, words: Words) -> Button:
    """Back to the order's card."""
    return order_button(order, words, "button-back", "show")


def see_order(order: OrderView, words: Words) -> Button:
    """To the order's card, from elsewhere."""
    return order_button(order, words, "button-see-order", "show")


def about_order(order: OrderView) -> str:
    """What a card says that it is about: when there is news of the order, it loses its buttons."""
    return f"order {order.id}"


def page_buttons(page: int, more: bool, at: Callable[[int], CallbackData], words: Words) -> list[AnyButton]:
    """To the page before this one (0 is the first), and to the next one if there is `more`."""
    before: list[AnyButton] = [Button(words("button-previous"), at(page - 1))] if page > 0 else []
    after: list[AnyButton] = [Button(words("button-next"), at(page + 1))] if more else []
    return [*before, *after]
