"""How things look in a chat: text, buttons and at most one photo, as plain data that either library can send."""

from handlers.cards.card import Button, Card, CopyButton, LinkButton, rows

__all__ = ["Button", "Card", "CopyButton", "LinkButton", "rows"]
