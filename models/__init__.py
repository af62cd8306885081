"""Tables and the queries on them: the only room that speaks SQL.

Importing this package registers every table, so that `SQLModel.metadata` is whole.
"""

from models import (  # noqa: F401 # to register them is all
    broadcasts,
    budgets,
    contacts,
    conversations,
    effects,
    inbox,
    leases,
    mutes,
    notices,
    orders,
    people,
    products,
    reminders,
    settings,
    stalls,
    stock,
    variants,
    wishes,
    wordlist,
)
