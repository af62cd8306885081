"""Where anything of a person is kept: the one list that a copy for them and their being forgotten both follow.

A test looks through all tables and fails when one that could hold something of a person is neither here nor under
NOT_PERSONAL.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, String, Table, cast, literal, or_
from sqlalchemy import select as select_columns
from sqlmodel import Session, SQLModel, col, select

from models.broadcasts import Broadcast, Delivery
from models.contacts import SecondContact
from models.conversations import Conversation
from models.inbox import InboxRow
from models.mutes import Mute
from models.notices import Notice
from models.orders import Order, OrderLine
from models.people import Person
from models.prepared import table_of
from models.products import Product, ProductPhoto
from models.reminders import Reminder
from models.stalls import Stall
from models.stock import StockMove
from models.variants import ProductVariant
from models.wishes import Wish
from models.wordlist import ProductWord

# Facts of a notice that are somebody else's number.
OTHERS_NUMBERS = ("contact", "owner", "failed_person")
# Kinds of news that may hold words or pictures of an order's other side.
WORDS_FOR_THE_OTHER = ("payment-claimed", "order-declined", "order-sent")
OF_WHO_WAS_TOLD = ("person_id", "message_id", "attempts", "try_at", "problem")
# What stands where a name was; no word, since words have a language.
NO_NAME, NO_PRODUCT = "👤", "📦"


class Kept(NamedTuple):
    """Rows of a table that belong to a person, under a heading (`data-…` in locales/).

    `without`: columns that are about somebody else, or about our machines. `left`: what these rows say when the person
    is forgotten; None: the rows go. Columns that point to the person then point to a row without a name.
    """

    heading: str
    model: type[SQLModel]
    whose: Callable[[int], ColumnElement[bool]]
    without: tuple[str, ...] = ()
    left: dict[str, Any] | None = None

    @property
    def table(self) -> Table:
        """The table itself."""
        return table_of(self.model)


def _stalls(person_id: int) -> Any:
    return select(Stall.id).where(Stall.owner_id == person_id)


def _products(person_id: int) -> Any:
    return select(Product.id).where(col(Product.stall_id).in_(_stalls(person_id)))


def _bought(person_id: int) -> Any:
    return select(Order.id).where(bought_by(person_id))


def _sold(person_id: int) -> Any:
    return select(Order.id).where(sold_by(person_id))


def bought_by(person_id: int) -> ColumnElement[bool]:
    """Orders that this person placed."""
    return col(Order.buyer_id) == person_id


def sold_by(person_id: int) -> ColumnElement[bool]:
    """Orders that were placed at this person's stall."""
    return col(Order.stall_id).in_(_stalls(person_id))


def about_orders_of(person_id: int) -> ColumnElement[bool]:
    """What somebody else was told about an order of this person's."""
    return _about(or_(bought_by(person_id), sold_by(person_id)), person_id)


def _about(orders: ColumnElement[bool], person_id: int) -> ColumnElement[bool]:
    subjects = select(literal("order ") + cast(col(Order.id), String)).where(orders)
    return col(Notice.subject).in_(subjects) & (col(Notice.person_id) != person_id)


def _handed_on(person_id: int) -> ColumnElement[bool]:
    """News of an order that hold words or pictures of this person's, for the other side or the operators."""
    to_the_other = col(Notice.kind).in_(WORDS_FOR_THE_OTHER) & about_orders_of(person_id)
    return to_the_other | ((col(Notice.kind) == "complaint") & _about(bought_by(person_id), person_id))


EMPTY_PRODUCT: dict[str, Any] = {
    "state": "removed",
    "name": None,
    "album": None,
    "terms": {},
    "reading": {},
    "reminding": False,
}

KEPT = (
    Kept("person", Person, lambda who: col(Person.id) == who),
    Kept(
        "stall",
        Stall,
        lambda who: col(Stall.owner_id) == who,
        left={
            "name": NO_NAME,
            "place": None,
            "payment_words": None,
            "qris": None,
            "qris_name": None,
            "closed_words": None,
            "quick_replies": [],
        },
    ),
    Kept("products", Product, lambda who: col(Product.stall_id).in_(_stalls(who)), left=EMPTY_PRODUCT),
    Kept("words", ProductWord, lambda who: col(ProductWord.product_id).in_(_products(who))),
    Kept("variants", ProductVariant, lambda who: col(ProductVariant.product_id).in_(_products(who))),
    Kept("photos", ProductPhoto, lambda who: col(ProductPhoto.product_id).in_(_products(who))),
    Kept(
        "stock",
        StockMove,
        lambda who: or_(col(StockMove.person_id) == who, col(StockMove.product_id).in_(_products(who))),
        without=("person_id",),
        left={},
    ),
    Kept(
        "bought",
        Order,
        bought_by,
        left={"address": None, "contact": None, "wish": None, "tracking": None},
    ),
    Kept("bought-lines", OrderLine, lambda who: col(OrderLine.order_id).in_(_bought(who)), left={}),
    Kept(
        "sold",
        Order,
        sold_by,
        without=("buyer_id", "address", "contact", "wish"),
        left={"tracking": None},
    ),
    Kept("sold-lines", OrderLine, lambda who: col(OrderLine.order_id).in_(_sold(who)), left={}),
    Kept(
        "reminders",
        Reminder,
        lambda who: or_(
            col(Reminder.stall_id).in_(_stalls(who)),
            col(Reminder.order_id).in_(_bought(who)),
            col(Reminder.order_id).in_(_sold(who)),
            col(Reminder.product_id).in_(_products(who)),
        ),
    ),
    Kept(
        "wishes",
        Wish,
        lambda who: or_(col(Wish.person_id) == who, col(Wish.product_id).in_(_products(who))),
        without=("person_id",),
    ),
    Kept("mutes", Mute, lambda who: col(Mute.person_id) == who),
    Kept(
        "contacts",
        SecondContact,
        lambda who: or_(col(SecondContact.person_id) == who, col(SecondContact.stall_id).in_(_stalls(who))),
        without=("code", "person_id"),
    ),
    Kept("told", Notice, lambda who: col(Notice.person_id) == who),
    Kept(
        "written",
        Notice,
        lambda who: (col(Notice.kind) == "message") & about_orders_of(who),
        without=OF_WHO_WAS_TOLD,
        left={"facts": {}},
    ),
    # They have lost their words by then (`forgetting.empty_rows`); what else they say may still have to be told.
    Kept("handed-on", Notice, _handed_on, without=OF_WHO_WAS_TOLD, left={}),
    Kept("conversation", Conversation, lambda who: or_(col(Conversation.person_id) == who, _chat(who))),
    Kept(
        "announced",
        Broadcast,
        lambda who: col(Broadcast.operator_id) == who,
        left={"message_ids": [], "progress_message_id": None},
    ),
    Kept("announcements", Delivery, lambda who: col(Delivery.person_id) == who),
    Kept(
        "inbox",
        InboxRow,
        lambda who: col(InboxRow.chat_id) == who,
        without=("claimed_by", "claimed_until", "fence"),
    ),
)

NOT_PERSONAL = {
    "photofile": "names bytes by their hash; whose photo it is stands in productphoto, which is listed",
    "effect": "for a week, what a tap did: it repeats what stands in the rows that are listed",
    "setting": "what the bot itself has to remember",
    "lease": "which process does what",
    "budget": "for some seconds, the numbers of chats that were written to",
}


def _chat(person_id: int) -> ColumnElement[bool]:
    return col(Conversation.chat_id) == person_id


def rows_of(session: Session, kept: Kept, person_id: int) -> list[dict[str, Any]]:
    """The person's rows, oldest first, without what is about others."""
    columns = [column for column in kept.table.columns if column.name not in kept.without]
    query = select_columns(*columns).where(kept.whose(person_id)).order_by(*kept.table.primary_key)
    return [_without_others(dict(row)) for row in session.connection().execute(query).mappings()]


def _without_others(row: dict[str, Any]) -> dict[str, Any]:
    if "facts" in row:
        row["facts"] = {key: value for key, value in row["facts"].items() if key not in OTHERS_NUMBERS}
    return row
