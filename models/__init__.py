"""Tables and the queries on them: the only room that speaks SQL.

Importing this package registers every table, so that `SQLModel.metadata` is whole.
"""

from models import (
    broadcasts,
    conversations,
    effects,
    inbox,
    mutes,
    notices,
    orders,
    people,
    products,
    reminders,
    settings,
    stalls,
    stock,
    wishes,
)

__all__ = [
    "broadcasts",
    "conversations",
    "effects",
    "inbox",
    "mutes",
    "notices",
    "orders",
    "people",
    "products",
    "reminders",
    "settings",
    "stalls",
    "stock",
    "wishes",
]
