"""What the shop refuses, as a key: `bot/errors.py` turns it into a kind sentence in the person's language."""

from typing import Any


class ShopError(Exception):
    """A refusal that a person should hear of.

    `key` names a sentence in `locales/`; `facts` fill its gaps (ids, counts, sums in rupiah).
    Raised inside an operation it rolls the whole operation back.
    """

    def __init__(self, key: str, **facts: Any) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts

    def __repr__(self) -> str:
        return f"ShopError({self.key!r}, {self.facts!r})"
