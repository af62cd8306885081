"""What leaves a transaction: frozen pictures of rows, safe to hand about and to keep as JSON."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from models.broadcasts import Broadcast, count_audience, count_deliveries, unknown_people
from models.database import Session
from models.orders import Order, OrderLine, lines_of
from models.people import Person, name_of
from models.products import Product, photos_of
from models.stalls import Stall
from models.stock import given_moves
from models.variants import variant_stocks
from models.wishes import count_waiting
from shop import rules
from shop.pricing import Terms

LONGEST_LOOK_BACK = 50


class View(BaseModel):
    """A picture that nobody can change."""

    model_config = ConfigDict(frozen=True)


class PersonView(View):
    """Somebody who talks to the bot."""

    id: int
    name: str
    language: str
    address: str | None = None
    consented: bool = False


class PhotoView(View):
    """A photo: its hash in the data folder, Telegram's name for it once it was sent, and whether it was bettered."""

    hash: str
    file_id: str | None = None
    bettered: bool = False


class StallView(View):
    """A stall. `zone` is an IANA name; `closed_until` is None for a stall that is open.

    What its QRIS says is told to the buyers of an order only; `qris_name` says that there is one.
    """

    id: int
    owner_id: int
    name: str
    place: str | None
    zone: str
    payment_words: str | None
    qris_name: str | None = None
    morning_hour: int
    closing_hour: int
    low_mark: int
    delivery_fee: int | None
    rated: int
    happy: int
    answer_hours: int = 24
    closed_until: datetime | None = None
    closed_words: str | None = None
    closed_orders: str = "wait"

    @property
    def refuses(self) -> bool:
        """Whether the stall is closed and takes no orders meanwhile."""
        return self.closed_until is not None and self.closed_orders == "refuse"

    quick_replies: tuple[str, ...] = ()


class ProductView(View):
    """A product as its card shows it. Money in rupiah, `stock` in units, or in `parts` of one.

    `name` is "" for a draft without one. `variants`: the stock of each that has its own. `closes_at`: when today's
    batch is gone; before it is put out, `usual` is how many there were last time.

    `missing` is what a draft still lacks; `unclear` names what could not be read and was left out; `said` holds the
    words that a doubtful field was read from. `tip` is what its seller could do better next time. `waiting`: how many
    want to hear when it is back.
    """

    id: int
    stall: StallView
    state: str
    kind: str
    name: Annotated[str, BeforeValidator(lambda name: name or "")]
    price: int | None
    per: int
    unit: str | None
    parts: int
    step: int
    stock: int
    variants: dict[str, int]
    closes_at: datetime | None
    usual: int
    stated_stock: int | None
    reminding: bool
    version: int
    photos: tuple[PhotoView, ...]
    terms: Terms
    missing: str | None
    guesses: tuple[int, ...]
    said: dict[str, str]
    unclear: tuple[str, ...]
    shows_original: bool
    tip: str | None
    waiting: int = 0

    @property
    def bettered(self) -> bool:
        """Whether a photo was changed."""
        return any(photo.bettered for photo in self.photos)


class LineView(View):
    """One line of an order; `amount` is what it costs in rupiah, `days` how long it takes to make.

    `asked`: how many were wanted before the seller offered fewer.
    """

    product_id: int
    name: str
    price: int
    per: int
    unit: str | None
    parts: int = 1
    variant: str | None = None
    quantity: int
    amount: int
    asked: int | None = None
    days: int | None = None

    @property
    def at_first(self) -> int:
        """How many were wanted."""
        return self.asked or self.quantity


class OrderView(View):
    """An order with all that either side may be told. The address is for this order's seller only.

    In rupiah: `total` is all there is to pay, `fee` of it for the delivery; `asked_total` is the total before `offers`.
    """

    id: int
    state: str
    buyer_id: int
    buyer_name: str
    stall: StallView
    total: int
    delivery: str
    address: str | None
    contact: str | None
    wish: str | None
    decline_reason: str | None
    fee: int | None
    offers: int
    asked_total: int | None
    tracking: str | None
    rating: int | None
    placed_at: datetime
    pay_by: str | None = None
    payment: str = "open"
    claims: int = 0
    lines: tuple[LineView, ...]
    photo: PhotoView | None = None


NAMED = 25  # so many names of any length fit into a message


class BroadcastView(View):
    """A broadcast and how far it is; `counts` holds copies by state, `unknown` names up to 25 uncertain ones."""

    id: int
    operator_id: int
    message_ids: tuple[int, ...]
    audience: str | None
    state: str
    people: int
    counts: dict[str, int] = {}
    unknown: tuple[str, ...] = ()


def person_view(person: Person) -> PersonView:
    """The person as turns and cards see them."""
    return PersonView(**vars(person), consented=person.consent_version is not None)


def stall_view(stall: Stall) -> StallView:
    """The stall as cards see it."""
    return StallView(**vars(stall))


def photo_view(photo_hash: str, file_id: str | None, bettered: bool) -> PhotoView:
    """The photo as cards see it."""
    return PhotoView(hash=photo_hash, file_id=file_id, bettered=bettered)


def product_view(session: Session, product: Product, stall: Stall | None = None) -> ProductView:
    """The product with its stall and photos."""
    stall = stall or session.get_one(Stall, product.stall_id)
    reading = product.reading
    return ProductView(
        **vars(product),
        variants=variant_stocks(session, product.id) if product.by_variant else {},
        usual=_usual(session, product, stall),
        tip=reading.get("tip"),
        waiting=count_waiting(session, product.id),
        stall=stall_view(stall),
        photos=tuple(photo_view(*photo) for photo in photos_of(session, product.id)),
        missing=rules.missing_in(product.name, product.price, reading.get("doubts", [])),
        stated_stock=reading.get("stock"),
        guesses=tuple(reading.get("guesses", ())),
        said=reading.get("said", {}),
        unclear=tuple(field for field in reading.get("doubts", ()) if field in rules.LEFT_OUT_IF_DOUBTFUL),
    )


def _usual(session: Session, product: Product, stall: Stall) -> int:
    if product.kind != "batch" or product.closes_at is not None:
        return 0
    return rules.last_batch(given_moves(session, product.id, LONGEST_LOOK_BACK), stall.zone)


def order_view(session: Session, order: Order, lines: Sequence[OrderLine] | None = None) -> OrderView:
    """The order with its lines (looked up if not given), its people and the first product's photo."""
    lines = lines or lines_of(session, order.id)
    photos = photos_of(session, lines[0].product_id)
    return OrderView(
        **vars(order),
        buyer_name=name_of(session, order.buyer_id),
        stall=stall_view(session.get_one(Stall, order.stall_id)),
        lines=tuple(LineView(**vars(line)) for line in lines),
        photo=photo_view(*photos[0]) if photos else None,
    )


def broadcast_view(session: Session, broadcast: Broadcast) -> BroadcastView:
    """The broadcast and how far it is."""
    broadcast_id = broadcast.id
    counts = count_deliveries(session, broadcast_id)
    if broadcast.state == "draft" and broadcast.audience:
        people = count_audience(session, broadcast.audience, broadcast.operator_id)
    else:
        people = sum(counts.values())
    unknown = unknown_people(session, broadcast_id, NAMED) if counts.get("unknown") else []
    return BroadcastView(
        **vars(broadcast),
        people=people,
        counts=counts,
        unknown=tuple(f"{person.name} ({person.id})" for person in unknown),
    )
