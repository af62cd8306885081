"""Listing products: a draft is filled, read back and published; later its words and photos are changed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from models.database import Session
from models.products import (
    Product,
    ProductPhoto,
    drop_photos,
    note_photos,
    photos_of,
    products_of_album,
)
from models.stalls import stall_of
from models.stock import StockMove, change_stock
from shop import rules
from shop.batches import put_out
from shop.errors import ShopError
from shop.people import agree
from shop.pricing import Terms
from shop.repricing import reprice, reprice_variants
from shop.searching import keep_findable
from shop.shelves import changed, own_product
from shop.stalls import open_stall, own_stall, start_reminders
from shop.variants import MOST_VARIANTS, count_variants
from shop.views import ProductView, View, product_view
from shop.weighing import pieces_given


class StoredPhoto(View):
    """A photo that lies in the data folder, ready to be shown.

    `original` is how it was before it was bettered, None if nothing was changed; `tip` what its seller could learn.
    """

    hash: str
    original: "StoredPhoto | None" = None
    tip: str | None = None


class Reading(View):
    """What a caption said: fields that are None were not stated; `doubts` names those that must be asked back.

    `today`: it is today's batch.

    `said` holds the words that a doubtful field was read from.
    """

    name: str | None = None
    price: int | None = None
    per: int = 1
    unit: str | None = None
    stock: int | None = None
    terms: Terms = Terms()
    today: bool = False
    doubts: tuple[str, ...] = ()
    guesses: tuple[int, ...] = ()
    said: dict[str, str] = {}


class Published(View):
    """A product that has just gone on sale; `asks_about_stall` when nobody has told where the stall is yet."""

    product: ProductView
    asks_about_stall: bool


def draft_products(
    session: Session,
    person_id: int,
    readings: Sequence[Reading],
    photos: Sequence[Sequence[StoredPhoto]],
    now: datetime,
    album: str | None = None,
) -> tuple[ProductView, ...]:
    """Start a draft for each reading, with its photos; photos that come late for the same album join its first draft.

    `album` groups what was sent together, so that the drafts can be gone through one after the other.
    """
    stall = open_stall(session, person_id, now)
    drafts = products_of_album(session, stall.id, album) if album else []
    if drafts:
        _add_photos(session, drafts[0], [photo for group in photos for photo in group])
        return (product_view(session, drafts[0], stall),)
    for reading, group in zip(readings, photos, strict=True):
        product = Product(stall_id=stall.id, album=album, created_at=now)
        _apply(product, reading)
        session.add(product)
        session.flush()
        _add_photos(session, product, group)
        drafts.append(product)
    return tuple(product_view(session, product, stall) for product in drafts)


def next_draft(session: Session, person_id: int, product_id: int) -> ProductView | None:
    """The next draft that came with this one and still waits, or None."""
    product = session.get(Product, product_id)
    stall = stall_of(session, person_id)
    if product is None or stall is None or product.album is None or product.stall_id != stall.id:
        return None
    waiting = [other for other in products_of_album(session, product.stall_id, product.album) if other.state == "draft"]
    return product_view(session, waiting[0], stall) if waiting else None


def add_photos(session: Session, person_id: int, product_id: int, photos: Sequence[StoredPhoto]) -> ProductView:
    """More photos of the same product, up to ten."""
    product = own_product(session, person_id, product_id)
    _add_photos(session, product, photos)
    return changed(session, product)


def fill_draft(
    session: Session,
    person_id: int,
    product_id: int,
    now: datetime,
    *,
    name: str | None = None,
    price: int | None = None,
    per: int | None = None,
    unit: str | None = None,
    variant_prices: Mapping[str, int] | None = None,
    variants: Sequence[str] | None = None,
    preorder_days: int | None = None,
    stock: int | None = None,
    stock_unit: str | None = None,
) -> ProductView:
    """Take an answer into the draft (or into a product on sale); what is None stays. Price in rupiah.

    A `price` is for all variants, `variant_prices` are for those that they name.
    `stock` is what was said, in `stock_unit` if a unit was said with it.

    Raises ShopError for a name without letters, an absurd price, a price for what can't be told in the unit that
    the product on sale is counted in, or a product that isn't the person's.
    """
    product = own_product(session, person_id, product_id)
    answered = set()
    if name is not None:
        product.name = rules.check_name(name)
        answered.add("name")
    if price is not None:
        reprice(session, product, price, per or 1, unit)
        answered.add("price")
    if variant_prices is not None:
        reprice_variants(product, variant_prices)
        answered.add("price")
    if variants is not None:
        product.terms = product.terms | {"variants": [variant[:40] for variant in variants[:MOST_VARIANTS]]}
        answered.add("variants")
    if preorder_days is not None:
        product.terms = product.terms | {"preorder_days": rules.check_days(preorder_days) or None}
        answered.add("preorder_days")
    if stock is not None:
        pieces = pieces_given(session, product, stock, stock_unit)
        product.reading = product.reading | {"stock": pieces}
    doubts = [field for field in product.reading.get("doubts", []) if field not in answered]
    product.reading = product.reading | {"doubts": doubts}
    return changed(session, product, now)


def publish(
    session: Session,
    person_id: int,
    product_id: int,
    now: datetime,
    *,
    stock: int | None = None,
    unit: str | None = None,
    of_variants: dict[str, int] | None = None,
    made_to_order: bool = False,
    days: int | None = None,
) -> Published:
    """Put a draft on sale with so much `stock` (None: as the caption said), in `unit` if one was said with it.

    Or with so many of each variant; or made when ordered, in so many `days` (None: as the caption said).

    Raises ShopError("draft-lacks-something") while a question is open.
    """
    product = own_product(session, person_id, product_id)
    stall = own_stall(session, person_id)
    if product.state == "draft":
        if days is not None:
            product.terms = product.terms | {"preorder_days": rules.check_days(days) or None}
        pieces = None if stock is None else pieces_given(session, product, stock, unit)
        _put_on_sale(session, product, now, made_to_order)
        _first_stock(session, product, person_id, now, pieces, of_variants)
        put_out(session, product, stall, now)
    agree(session, person_id, now)
    start_reminders(session, stall, now)
    asks = not stall.asked_about_itself
    stall.asked_about_itself = True
    session.add(stall)
    return Published(product=product_view(session, product, stall), asks_about_stall=asks)


def publish_all(session: Session, person_id: int, product_id: int, now: datetime) -> tuple[Published, ...]:
    """Put on sale whatever came together with this draft and lacks nothing, its stock stated; the rest waits."""
    first = own_product(session, person_id, product_id)
    together = products_of_album(session, first.stall_id, first.album) if first.album else [first]
    ready = [
        product
        for product in together
        if product.state == "draft"
        and "stock" in product.reading
        and not rules.missing_in(product.name, product.price, product.reading.get("doubts", []))
    ]
    return tuple(publish(session, person_id, product.id, now) for product in ready)


def _put_on_sale(session: Session, product: Product, now: datetime, made_to_order: bool) -> None:
    missing = rules.missing_in(product.name, product.price, product.reading.get("doubts", []))
    if missing:
        raise ShopError("draft-lacks-something", product_id=product.id)
    product.state, product.published_at = "on sale", now
    product.kind = "made" if made_to_order else product.kind
    product.version += 1
    session.add(product)
    session.flush()
    keep_findable(session, product)


def _first_stock(
    session: Session,
    product: Product,
    person_id: int,
    now: datetime,
    pieces: int | None,
    of_variants: dict[str, int] | None,
) -> None:
    if product.kind == "made":
        return
    if of_variants:
        count_variants(session, product, of_variants, "first stock", person_id, now)
        return
    stated = product.reading.get("stock", product.parts) if pieces is None else pieces
    product.single_piece = stated == product.parts == 1
    if stated:
        move = StockMove(product_id=product.id, change=stated, reason="first stock", person_id=person_id, at=now)
        change_stock(session, move)


def discard_draft(session: Session, person_id: int, product_id: int) -> None:
    """Throw a draft away; a product that is already on sale stays."""
    product = own_product(session, person_id, product_id)
    if product.state != "draft":
        raise ShopError("already-on-sale", product_id=product.id)
    product.state = "removed"
    session.add(product)


def choose_photos(session: Session, person_id: int, product_id: int, original: bool) -> ProductView:
    """Show a draft's photos as they were taken, or bettered; what is on sale stays as buyers know it."""
    product = own_product(session, person_id, product_id)
    if product.state != "draft":
        raise ShopError("already-on-sale", product_id=product.id)
    product.shows_original = original
    return changed(session, product)


def replace_photos(session: Session, person_id: int, product_id: int, photos: Sequence[StoredPhoto]) -> ProductView:
    """Show these photos instead of the ones before."""
    product = own_product(session, person_id, product_id)
    drop_photos(session, product_id)
    product.shows_original = False
    _add_photos(session, product, photos)
    return changed(session, product)


def _apply(product: Product, reading: Reading) -> None:
    product.name, product.price = reading.name, reading.price
    product.per, product.unit = reading.per, reading.unit
    product.terms = reading.terms.model_dump(mode="json")
    product.kind = "batch" if reading.today else "counted"
    kept: dict[str, Any] = {"doubts": list(reading.doubts), "guesses": list(reading.guesses), "said": reading.said}
    product.reading = kept | ({} if reading.stock is None else {"stock": reading.stock})


def _add_photos(session: Session, product: Product, photos: Sequence[StoredPhoto]) -> None:
    first_free = len(photos_of(session, product.id))
    room = max(0, rules.MOST_PHOTOS - first_free)
    kept = [one.hash for photo in photos[:room] for one in (photo, photo.original) if one]
    note_photos(session, kept)
    for position, photo in enumerate(photos[:room], start=first_free):
        session.add(
            ProductPhoto(
                product_id=product.id,
                position=position,
                photo_hash=photo.hash,
                original_hash=photo.original.hash if photo.original else None,
            )
        )
    if first_free == 0 and photos:
        product.reading = product.reading | {"tip": photos[0].tip}
    session.flush()
