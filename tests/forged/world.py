"""A small world with one of everything: an order in each state, a product in each, a broadcast in each.

What only some may read is marked by a word of its own, so that it is found wherever it should not be.
"""

from dataclasses import dataclass, field
from itertools import chain

from sqlmodel import Session

from models.broadcasts import Broadcast
from models.orders import Order, lines_of
from models.products import Product
from models.stalls import Stall
from models.stock import StockMove, change_stock
from shop.listings import Reading, StoredPhoto, draft_products
from shop.orders import place_order
from shop.people import agree, meet
from shop.quoting import Wanted
from shop.rules import GIVES_STOCK_BACK, ORDER_MOVES
from shop.stalls import start_reminders
from tests.forged.people import BUDI, PEOPLE, RINI, SARI, TONO
from tests.support.market import NOW

ORDER_STATES = tuple(dict.fromkeys(chain.from_iterable((*starts, end) for _, starts, end in ORDER_MOVES.values())))
PRODUCT_STATES = ("draft", "draft that lacks something", "on sale", "hidden", "removed")
BROADCAST_STATES = ("draft", "sending", "done", "cancelled")
NOBODYS = (-1, 999_999)
STOCK = 50


@dataclass
class World:
    """The ids of what there is, by kind and state; `names`: what each is called;
    `secrets`: each marked word and who may read it.
    """

    orders: dict[str, int] = field(default_factory=dict)
    products: dict[str, int] = field(default_factory=dict)
    broadcasts: dict[str, int] = field(default_factory=dict)
    stalls: dict[str, int] = field(default_factory=dict)
    moves: dict[int, int] = field(default_factory=dict)
    secrets: dict[str, frozenset[int]] = field(default_factory=dict)
    names: dict[tuple[str, int], str] = field(default_factory=dict)

    def of(self, kind: str) -> dict[str, int]:
        """The objects of a kind by state, and ids that are nobody's."""
        return getattr(self, f"{kind}s") | {f"forged {number}": number for number in NOBODYS}  # type: ignore[no-any-return]


def build(session: Session, photo: StoredPhoto) -> World:
    """Put the world into an empty database."""
    world = World()
    for person_id, name in PEOPLE.items():
        meet(session, person_id, name, None, NOW)
    for seller in (SARI, TONO):
        stall = Stall(owner_id=seller, name=PEOPLE[seller], opened_at=NOW, asked_about_itself=True)
        stall.payment_words, stall.place = f"REKENING{seller}", "Bogor"
        session.add(stall)
        session.flush()
        agree(session, seller, NOW)
        start_reminders(session, stall, NOW)
        world.stalls[PEOPLE[seller]] = stall.id or 0
        world.secrets[f"REKENING{seller}"] = frozenset({seller, BUDI})
    for state in PRODUCT_STATES:
        _add_product(session, world, state, photo)
    _add_orders(session, world)
    for state in BROADCAST_STATES:
        broadcast = Broadcast(operator_id=RINI, message_ids=[501], state=state, created_at=NOW)
        session.add(broadcast)
        session.flush()
        world.broadcasts[state] = broadcast.id or 0
    return world


def _add_product(session: Session, world: World, state: str, photo: StoredPhoto) -> None:
    secret = f"Barang{state.replace(' ', '')}"
    doubts = ("variants",) if "lacks" in state else ()
    reading = Reading(name=secret, price=15_000, stock=3, doubts=doubts)
    product_id = draft_products(session, SARI, [reading], [[photo]], NOW)[0].id
    product = session.get_one(Product, product_id)
    product.reading = product.reading | {"tip": "too-dark"}
    if not state.startswith("draft"):
        product.state, product.published_at = state, NOW
        session.add(product)
        session.flush()
        change_stock(session, StockMove(product_id=product_id, change=STOCK, reason="first stock", at=NOW))
        move = StockMove(product_id=product_id, change=1, reason="restock", person_id=SARI, at=NOW)
        change_stock(session, move)
        session.flush()
        world.moves[product_id] = move.id or 0
    world.products[state] = product_id
    world.names["product", product_id] = secret
    if state != "on sale":
        world.secrets[secret] = frozenset({SARI})


def _add_orders(session: Session, world: World) -> None:
    for number, state in enumerate(ORDER_STATES):
        want = Wanted(product_id=world.products["on sale"], quantity=1)
        words = {name: f"{name.upper()}{number}" for name in ("address", "contact", "wish")}
        order_id = place_order(session, BUDI, [want], NOW, **words).id
        session.get_one(Order, order_id).state = state
        for line in lines_of(session, order_id):
            line.name = f"PESANAN{number}"
            session.add(line)
            if state in {ORDER_MOVES[move][2] for move in GIVES_STOCK_BACK}:
                back = StockMove(product_id=line.product_id, change=line.taken, reason="returned", at=NOW)
                back.order_id = order_id
                change_stock(session, back)
        session.flush()
        world.orders[state] = order_id
        world.names["order", order_id] = f"PESANAN{number}"
        world.secrets |= dict.fromkeys([*words.values(), f"PESANAN{number}"], frozenset({BUDI, SARI}))
