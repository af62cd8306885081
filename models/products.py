"""Product and its photos, and how they are found."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, case, delete, exists, func, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import Select, SelectOfScalar

from models.columns import COUNTED, ON_SALE, facts, moment, rupiah
from models.prepared import prepared
from models.stalls import Stall
from models.variants import ProductVariant

IS_ON_SALE = text("state = 'on sale'")


class Product(SQLModel, table=True):
    """What a stall sells.

    `state`: draft, on sale, hidden, removed. `price` is rupiah for `per` × `unit`; `stock` counts units and is
    always the sum of the product's stock moves. `kind`: counted, made (to order: no stock is kept), or batch (of
    today: what is left at `closes_at` is gone; None while nothing is out).
    What is weighed is counted in `parts` of a unit (20 of 50 gram to the kg), and sold `step` parts at a time; all
    else has one part. `by_variant`: each variant has a stock of its own (`models/variants.py`).
    `terms` holds a minimum, wholesale prices, variants, days to wait (`shop/pricing.py` knows their shape).
    `looked_after_at` is when the seller last said anything of its stock. `version` grows with each change, so that a
    button knows which card it was on. `album` groups what one caption or album has made. `reading` keeps what was read
    from the caption until the product is published.
    """

    __table_args__ = (
        CheckConstraint("price > 0", name="price_is_positive"),
        CheckConstraint("per > 0", name="per_is_positive"),
        CheckConstraint("stock >= 0", name="stock_is_not_negative"),
        Index("product_newest", "state", "published_at", "id"),
        Index("product_of_stall", "stall_id", "state", "published_at", "id"),
        Index("product_low", "stall_id", "stock", sqlite_where=IS_ON_SALE, postgresql_where=IS_ON_SALE),
        COUNTED,
    )

    id: int = Field(default=None, primary_key=True)
    stall_id: int = Field(foreign_key="stall.id")
    state: str = Field(default="draft", max_length=16)
    kind: str = Field(default="counted", max_length=16)
    name: str | None = Field(default=None, max_length=120)
    price: int | None = rupiah(default=None)
    per: int = 1
    unit: str | None = Field(default=None, max_length=16)
    parts: int = 1
    step: int = 1
    stock: int = 0
    by_variant: bool = False
    closes_at: datetime | None = moment(default=None)
    single_piece: bool = False
    shows_original: bool = False
    remind_after: datetime | None = moment(default=None)
    reminding: bool = True
    looked_after_at: datetime | None = moment(default=None)
    version: int = 1
    terms: dict[str, Any] = facts(default_factory=dict)
    album: str | None = Field(default=None, max_length=64, index=True)
    reading: dict[str, Any] = facts(default_factory=dict)
    created_at: datetime = moment()
    published_at: datetime | None = moment(default=None)


class PhotoFile(SQLModel, table=True):
    """A photo's bytes lie in the data folder under their hash; Telegram's name for it spares a second upload."""

    hash: str = Field(primary_key=True, max_length=64)
    file_id: str | None = Field(default=None, max_length=200)


class ProductPhoto(SQLModel, table=True):
    """Which photos a product shows, in order: the bettered one, or the original if the seller likes it more."""

    __table_args__ = (UniqueConstraint("product_id", "position"), COUNTED)

    id: int = Field(default=None, primary_key=True)
    product_id: int = Field(foreign_key="product.id")
    position: int
    photo_hash: str = Field(foreign_key="photofile.hash", max_length=64)
    original_hash: str | None = Field(default=None, foreign_key="photofile.hash", max_length=64)


class Listed(NamedTuple):
    """What a line of a list shows of a product and its stall; all of them would cost three times as much."""

    id: int
    name: str
    price: int
    per: int
    unit: str | None
    parts: int
    stock: int
    kind: str
    state: str
    stall_name: str
    stall_closed: bool


Listing = Select[*tuple[Any, ...]]


def listing() -> Listing:
    """A SELECT of what `Listed` holds, in its order, to which conditions and an order are added."""
    of_product = [getattr(Product, name) for name in Listed._fields if name in Product.model_fields]
    shown = [*of_product, Stall.name, col(Stall.closed_until).is_not(None)]
    query: Listing = select(*shown)
    return query.select_from(Product).join(Stall)


def product_of(session: Session, person_id: int, product_id: int) -> Product | None:
    """The product, if it is this person's own and not removed."""
    return _product_of(session, person_id, product_id).first()


@prepared
def _product_of(person_id: int, product_id: int) -> SelectOfScalar[Product]:
    own = (Product.id == product_id, Stall.owner_id == person_id, Product.state != "removed")
    return select(Product).join(Stall).where(*own)


def product_for_sale(session: Session, product_id: int) -> tuple[Product, Stall] | None:
    """The product and its stall, if everybody may see it."""
    return _product_for_sale(session, product_id).first()


@prepared
def _product_for_sale(product_id: int) -> Select[Product, Stall]:
    return select(Product, Stall).join(Stall).where(Product.id == product_id, Product.state == ON_SALE)


def listed_for_sale(session: Session, product_id: int) -> Listed | None:
    """The product's line, if everybody may see it."""
    rows = session.exec(listing().where(Product.id == product_id, Product.state == ON_SALE))
    return next((Listed(*row) for row in rows), None)


def products_of_album(session: Session, stall_id: int, album: str) -> list[Product]:
    """The products that one album or caption has made, in order."""
    query = select(Product).where(Product.stall_id == stall_id, Product.album == album).order_by(col(Product.id))
    return list(session.exec(query))


def photos_of(session: Session, product_id: int) -> list[tuple[str, str | None, bool]]:
    """The product's photos in order, as its seller wants them shown: hash, Telegram's name if it has one, and whether
    the photo was bettered.
    """
    return list(_photos_of(session, product_id))


@prepared
def _photos_of(product_id: int) -> Select[str, str | None, bool]:
    bettered = col(ProductPhoto.original_hash).is_not(None)
    original = col(Product.shows_original).is_(True) & bettered
    shown = case((original, col(ProductPhoto.original_hash)), else_=col(ProductPhoto.photo_hash))
    return (
        select(PhotoFile.hash, PhotoFile.file_id, bettered)
        .select_from(ProductPhoto)
        .join(Product)
        .join(PhotoFile, col(PhotoFile.hash) == shown)
        .where(ProductPhoto.product_id == product_id)
        .order_by(col(ProductPhoto.position))
    )


def drop_photos(session: Session, product_id: int) -> None:
    """The product shows no photo any more."""
    session.exec(delete(ProductPhoto).where(col(ProductPhoto.product_id) == product_id))


def note_photos(session: Session, hashes: Iterable[str]) -> None:
    """Note photos that lie in the data folder, also if somebody else sends the very same ones at this moment.

    All who do so go in one order, so that no two wait for each other.
    """
    rows = [{"hash": photo_hash} for photo_hash in sorted(set(hashes))]
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    if rows:
        session.exec(insert(PhotoFile).on_conflict_do_nothing(), params=rows)


def remember_photo(session: Session, photo_hash: str, file_id: str) -> None:
    """Note a photo that lies in the data folder, with Telegram's name for it."""
    note_photos(session, [photo_hash])
    session.exec(update(PhotoFile).where(col(PhotoFile.hash) == photo_hash).values(file_id=file_id))


def forget_uploads(session: Session) -> None:
    """From now on we have no name of Telegram's for any photo: another bot doesn't know those of the one before."""
    session.exec(update(PhotoFile).values(file_id=None))


def upload_of(session: Session, photo_hash: str) -> str | None:
    """Telegram's name for a photo, or None if it was never sent."""
    photo = session.get(PhotoFile, photo_hash)
    return photo.file_id if photo else None


def products_of_stall(session: Session, stall_id: int, offset: int, limit: int) -> list[Listed]:
    """A page of the stall's own products, newest first; drafts and removed ones are left out."""
    own = listing().where(Product.stall_id == stall_id, col(Product.state).in_(["on sale", "hidden"]))
    return [Listed(*row) for row in session.exec(own.order_by(col(Product.id).desc()).offset(offset).limit(limit))]


def products_by_id(session: Session, product_ids: Sequence[int]) -> list[Product]:
    """These products, in the order of ids."""
    return list(session.exec(select(Product).where(col(Product.id).in_(product_ids)).order_by(col(Product.id))))


def count_products(session: Session, stall_id: int, *states: str) -> int:
    """How many products of the stall are in one of `states`."""
    query = select(func.count()).where(Product.stall_id == stall_id, col(Product.state).in_(states))
    return session.exec(query).one()


def has_published(session: Session, stall_id: int) -> bool:
    """Whether the stall has ever put anything on sale."""
    return _published(session, stall_id).first() is not None


@prepared
def _published(stall_id: int) -> SelectOfScalar[int]:
    published = col(Product.published_at).is_not(None)
    return select(Product.stall_id).where(Product.stall_id == stall_id, published).limit(1)


def on_sale(session: Session, offset: int, limit: int, stall_id: int | None = None) -> list[Listed]:
    """A page of what is on sale, newest first; of one stall, if given."""
    rows = _newest_of(session, stall_id, offset, limit) if stall_id else _newest(session, offset, limit)
    return [Listed(*row) for row in rows]


NEWEST = (col(Product.published_at).desc(), col(Product.id).desc())


@prepared
def _newest(offset: int, limit: int) -> Listing:
    return listing().where(Product.state == ON_SALE).order_by(*NEWEST).offset(offset).limit(limit)


@prepared
def _newest_of(stall_id: int, offset: int, limit: int) -> Listing:
    query = listing().where(Product.state == ON_SALE, Product.stall_id == stall_id)
    return query.order_by(*NEWEST).offset(offset).limit(limit)


def untouched_products(session: Session, stall_id: int, since: datetime) -> list[Product]:
    """What is on sale with stock that the seller has said nothing of since then, longest ago first."""
    touched = func.coalesce(Product.looked_after_at, Product.published_at)
    query = (
        select(Product)
        .where(
            Product.stall_id == stall_id,
            Product.state == ON_SALE,
            Product.kind == "counted",
            col(Product.reminding).is_(True),
            Product.stock > 0,
            touched < since,
        )
        .order_by(touched, col(Product.id))
    )
    return list(session.exec(query))


def low_products(session: Session, stall_id: int, mark: int, now: datetime) -> list[Product]:
    """What is low or out in a stall and may be asked about now, most urgent first; today's batches before they are out.

    `mark` is in packs (what the price is for), of the product or of one variant.
    """
    query = select(Product).where(Product.stall_id == stall_id, *_is_low(mark, now))
    return list(session.exec(query.order_by(col(Product.stock), col(Product.id))))


def stalls_with_low(session: Session, stall_ids: Sequence[int], now: datetime) -> set[int]:
    """Those of these stalls in which `low_products` would find something: one question, however many they are."""
    found = select(Product.id).where(Product.stall_id == Stall.id, *_is_low(Stall.low_mark, now)).exists()
    return set(session.exec(select(Stall.id).where(col(Stall.id).in_(stall_ids), found)))


def _is_low(mark: Any, now: datetime) -> tuple[Any, ...]:
    """The conditions that make a product one to ask about; `mark` is the stall's, in packs."""
    mark = mark * Product.per * Product.parts
    of_variant = select(ProductVariant.id).where(ProductVariant.product_id == Product.id, ProductVariant.stock <= mark)
    scarce = (
        (col(Product.kind) == "counted")
        & (col(Product.single_piece).is_(False) | (col(Product.stock) == 0))
        & ((col(Product.stock) <= mark) | (col(Product.by_variant).is_(True) & of_variant.exists()))
    )
    waits_for_today = (col(Product.kind) == "batch") & col(Product.closes_at).is_(None)
    return (
        Product.state == ON_SALE,
        col(Product.reminding).is_(True),
        scarce | waits_for_today,
        (col(Product.remind_after).is_(None)) | (col(Product.remind_after) <= now),
    )


def closing_products(session: Session, stall_id: int, now: datetime | None = None) -> list[Product]:
    """The stall's batches that are out, or those whose closing hour has come by `now`, in the order of ids."""
    query = select(Product).where(Product.stall_id == stall_id, col(Product.closes_at).is_not(None))
    if now is not None:
        query = query.where(col(Product.closes_at) <= now)
    return list(session.exec(query.order_by(col(Product.id))))


def close_product(session: Session, product: Product, remind_after: datetime) -> bool:
    """The batch that was seen is over; False if somebody was faster, or has put out another since."""
    closed = session.exec(
        update(Product)
        .where(col(Product.id) == product.id, col(Product.closes_at) == product.closes_at)
        .values(closes_at=None, remind_after=remind_after, version=Product.version + 1)
        .execution_options(synchronize_session=False)
    )
    session.refresh(product)
    return closed.rowcount == 1


def open_stalls(session: Session, offset: int, limit: int) -> list[tuple[Stall, int]]:
    """A page of stalls that have something on sale, newest first, each with how many products."""
    return list(_open_stalls(session, offset, limit))


@prepared
def _open_stalls(offset: int, limit: int) -> Select[Stall, int]:
    of_stall = (col(Product.stall_id) == col(Stall.id), col(Product.state) == ON_SALE)
    many: Any = select(func.count()).where(*of_stall).correlate(Stall).scalar_subquery()
    query = select(Stall, many).where(exists().where(*of_stall))
    return query.order_by(col(Stall.id).desc()).offset(offset).limit(limit)
