"""A small world with one of everything: an order in each state, a product of each kind, a broadcast in each state.

What only some may read is marked by a word of its own, so that it is found wherever it should not be.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import chain
from typing import Any

from sqlmodel import Session

from models.broadcasts import Broadcast
from models.contacts import SecondContact
from models.mutes import set_mute
from models.orders import Order, lines_of
from models.products import Product
from models.stalls import Stall
from models.stock import StockMove, change_stock
from models.wishes import Wish
from shop.batches import put_out
from shop.describing import set_qris
from shop.holidays import close_stall
from shop.listings import Reading, StoredPhoto, draft_products
from shop.orders import place_order
from shop.people import agree, meet
from shop.pricing import Terms
from shop.quoting import Wanted
from shop.rules import GIVES_STOCK_BACK, ORDER_MOVES
from shop.searching import keep_findable
from shop.stalls import start_reminders
from shop.variants import count_variants
from tests.forged.people import ANTO, BUDI, IDA, PEOPLE, RINI, SARI, TONO, WATI
from tests.support.market import NOW
from tests.support.qris import payload

STATES = dict.fromkeys(chain.from_iterable((*starts, end) for _, starts, end in ORDER_MOVES.values()))
# An order in each state of its life; and, named by that state first, where it matters how its payment stands,
# whether its seller has answered too late, and whether its two people have muted each other.
ORDERS: dict[str, dict[str, Any]] = {
    **{state: {} for state in STATES},
    "offered": {"offers": 1, "asked_total": 45_000},
    "lapsed": {"answered_at": NOW},
    "lapsed unanswered": {},
    "accepted claimed": {"payment": "claimed", "claims": 1},
    "accepted paid": {"payment": "paid", "claims": 1},
    "finished claimed": {"payment": "claimed", "claims": 1},
    "finished paid": {"payment": "paid", "claims": 1, "rating": 3},
    "sent muted": {},
}
DRAFTS: dict[str, dict[str, Any]] = {
    "draft": {},
    "draft that lacks something": {"doubts": ("variants",)},
    "draft per kg": {"unit": "kg"},
    "draft with days": {"terms": Terms(preorder_days=2)},
}
PRODUCTS: dict[str, dict[str, Any]] = {
    "on sale": {},
    "hidden": {},
    "removed": {},
    "sold out": {},
    "per kg": {"unit": "kg"},
    "made": {},
    "batch": {},
    "by variant": {"terms": Terms(variants=("merah", "biru"))},
    "of a closed stall": {},
}
BROADCASTS = ("draft", "sending", "done", "cancelled")
CONTACTS = ("agreed", "ended", "expired", "invited")
NOBODYS = (-1, 999_999)
STOCK = 100
ORDERED = 3
QRIS = payload("Q01")


@dataclass
class World:
    """The ids of what there is, by kind and state; `names`: what each is called;
    `secrets`: each marked word and who may read it; `tonos`: what is Pak Tono's, as all else is Bu Sari's.
    """

    orders: dict[str, int] = field(default_factory=dict)
    products: dict[str, int] = field(default_factory=dict)
    broadcasts: dict[str, int] = field(default_factory=dict)
    stalls: dict[str, int] = field(default_factory=dict)
    contacts: dict[str, int] = field(default_factory=dict)
    moves: dict[int, int] = field(default_factory=dict)
    secrets: dict[str, frozenset[int]] = field(default_factory=dict)
    names: dict[tuple[str, int], str] = field(default_factory=dict)
    tonos: tuple[str, ...] = ("of a closed stall",)

    def of(self, kind: str) -> dict[str, int]:
        """The objects of a kind by state, and ids that are nobody's."""
        return getattr(self, f"{kind}s") | {f"forged {number}": number for number in NOBODYS}  # type: ignore[no-any-return]


def code(state: str) -> str:
    """The code of the second contact in this state; any other's is nobody's."""
    return f"KODE{state.upper().replace(' ', '')}"


def build(session: Session, photo: StoredPhoto) -> World:
    """Put the world into an empty database."""
    world = World()
    for person_id, name in PEOPLE.items():
        meet(session, person_id, name, None, NOW)
    for seller in (SARI, TONO, IDA):
        _open_stall(session, world, seller)
    set_qris(session, SARI, QRIS, NOW)
    world.secrets["ID1020000000001"] = frozenset({SARI, BUDI})
    for state, facts in (DRAFTS | PRODUCTS).items():
        _add_product(session, world, state, facts, photo)
    _add_orders(session, world)
    # Only now: an order was placed while it was open.
    close_stall(session, TONO, (NOW + timedelta(days=5)).date(), "libur", "refuse", NOW)
    for state in BROADCASTS:
        broadcast = Broadcast(operator_id=RINI, message_ids=[501], state=state, created_at=NOW)
        session.add(broadcast)
        session.flush()
        world.broadcasts[state] = broadcast.id
    _add_contacts(session, world)
    for state in ("sold out", "hidden"):
        session.add(Wish(product_id=world.products[state], person_id=WATI, asked_at=NOW))
    return world


def _open_stall(session: Session, world: World, seller: int) -> None:
    name = "WARUNGIDA" if seller == IDA else PEOPLE[seller]
    stall = Stall(owner_id=seller, name=name, opened_at=NOW, asked_about_itself=True)
    stall.payment_words, stall.place = f"REKENING{seller}", "Bogor"
    session.add(stall)
    session.flush()
    agree(session, seller, NOW)
    start_reminders(session, stall, NOW)
    world.stalls[PEOPLE[seller]] = stall.id
    # Bu Sari alone has sold something, to Pak Budi; Bu Ida has never shown anything.
    world.secrets[f"REKENING{seller}"] = frozenset({seller, BUDI} if seller == SARI else {seller})
    if seller == IDA:
        world.secrets[name] = frozenset({IDA})


def _add_product(session: Session, world: World, state: str, facts: dict[str, Any], photo: StoredPhoto) -> None:
    seller = TONO if state in world.tonos else SARI
    name = f"Barang{state.replace(' ', '')}"
    reading = Reading(name=name, price=15_000, stock=3, **facts)
    product_id = draft_products(session, seller, [reading], [[photo]], NOW)[0].id
    product = session.get_one(Product, product_id)
    product.reading = product.reading | {"tip": "too-dark"}
    if state not in DRAFTS:
        product.state, product.published_at = state if state in ("hidden", "removed") else "on sale", NOW
        product.kind = state if state in ("made", "batch") else "counted"
        session.add(product)
        session.flush()
        keep_findable(session, product)
        _fill(session, world, state, product)
        put_out(session, product, session.get_one(Stall, product.stall_id), NOW)
    world.products[state] = product_id
    world.names["product", product_id] = name
    if product.state not in ("on sale", "hidden"):  # who asks for what rests is told its name: everybody saw it once
        world.secrets[name] = frozenset({seller})


def _fill(session: Session, world: World, state: str, product: Product) -> None:
    product_id = product.id
    if state in ("sold out", "made"):
        return
    if state == "by variant":
        count_variants(session, product, {"merah": STOCK, "biru": STOCK}, "first stock", SARI, NOW)
    else:
        change_stock(session, StockMove(product_id=product_id, change=STOCK, reason="first stock", at=NOW))
    variant = "merah" if state == "by variant" else None
    move = StockMove(product_id=product_id, variant=variant, change=1, reason="restock", person_id=SARI, at=NOW)
    change_stock(session, move)
    session.flush()
    world.moves[product_id] = move.id


def _add_orders(session: Session, world: World) -> None:
    for number, (name, facts) in enumerate(ORDERS.items()):
        want = Wanted(product_id=world.products["on sale"], quantity=ORDERED)
        words: dict[str, Any] = {part: f"{part.upper()}{number}" for part in ("address", "contact", "wish")}
        order_id = place_order(session, BUDI, [want], NOW, **words).id
        order, state = session.get_one(Order, order_id), name.split()[0]
        for key, value in (facts | {"state": state}).items():
            setattr(order, key, value)
        for line in lines_of(session, order_id):
            line.name = f"PESANAN{number}"
            session.add(line)
            if state in {ORDER_MOVES[move][2] for move in GIVES_STOCK_BACK}:
                back = StockMove(product_id=line.product_id, change=line.taken, reason="returned", at=NOW)
                back.order_id = order_id
                change_stock(session, back)
        if name.endswith("muted"):
            for person_id in (BUDI, SARI):
                set_mute(session, person_id, order_id, True, NOW)
        session.flush()
        world.orders[name] = order_id
        world.names["order", order_id] = f"PESANAN{number}"
        world.secrets |= dict.fromkeys([*words.values(), f"PESANAN{number}"], frozenset({BUDI, SARI}))


def _add_contacts(session: Session, world: World) -> None:
    """Mas Anto is Bu Sari's second contact, Bu Wati was; Pak Tono has invited somebody."""
    facts: dict[str, dict[str, Any]] = {
        "agreed": {"person_id": ANTO, "agreed_at": NOW},
        "ended": {"person_id": WATI, "agreed_at": NOW, "ended_at": NOW},
        "expired": {"expires_at": NOW},
        "invited": {},
    }
    for state in CONTACTS:
        stall = world.stalls[PEOPLE[TONO if state in ("invited", "expired") else SARI]]
        contact = SecondContact(stall_id=stall, code=code(state), expires_at=NOW + timedelta(days=3))
        for key, value in facts[state].items():
            setattr(contact, key, value)
        session.add(contact)
        session.flush()
        world.contacts[state] = contact.id
