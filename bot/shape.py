"""What a card looks like to the Bot API, as plain data: for aiogram as it is, for python-telegram-bot to read."""

from bot.calls import Plain
from handlers.cards import Button, LinkButton
from handlers.cards.card import AnyButton, Keyboard
from locales import plainly


def entities_of(spans: list[tuple[str, int, int]]) -> list[Plain]:
    """The letters that stand out, from (kind, offset, length) in UTF-16 units."""
    return [{"type": kind, "offset": offset, "length": length} for kind, offset, length in spans]


def keyboard_of(keyboard: Keyboard) -> Plain | None:
    """The buttons under a message; None without any."""
    return {"inline_keyboard": [[_button(button) for button in row] for row in keyboard]} if keyboard else None


def refuses_name(refusal: str) -> bool:
    """Whether Telegram refuses its own name for a file: one that it gave to another bot, or a file that it has lost."""
    return "file" in refusal.lower()


def _button(button: AnyButton) -> Plain:
    label = plainly(button.label)
    if isinstance(button, Button):
        return {"text": label, "callback_data": button.data}
    if isinstance(button, LinkButton):
        return {"text": label, "url": button.url}
    return {"text": label, "copy_text": {"text": button.text}}
