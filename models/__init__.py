"""Tables and the queries on them: the only room that speaks SQL.

Importing this package registers every table, so that `SQLModel.metadata` is whole.
"""

from models import (
    broadcasts,
    budgets,
    conversations,
    effects,
    inbox,
    leases,
    notices,
    orders,
    people,
    products,
    reminders,
    settings,
    stalls,
    stock,
)

__all__ = [
    "broadcasts",
    "budgets",
    "conversations",
    "effects",
    "inbox",
    "leases",
    "notices",
    "orders",
    "people",
    "products",
    "reminders",
    "settings",
    "stalls",
    "stock",
]
