"""What a message brings: its words, its pictures, and what its caption says, as drafts keep them."""

from aiogram import F
from aiogram.types import Message

from shop import reading
from shop.amounts import measured_otherwise, stock_meant
from shop.errors import ShopError
from shop.listings import Reading
from shop.paying import speaks_of_paying
from shop.pricing import Terms, Tier
from shop.rules import LONGEST_NAME, LONGEST_WAIT_DAYS, MOST_ORDERED, MOST_PHOTOS, MOST_PIECES, MOST_RUPIAH
from shop.variants import MOST_VARIANTS

WRITTEN = (F.text, ~F.text.startswith("/"))
PICTURE_AS_FILE = F.document.mime_type.startswith("image/")


def line_in(message: Message, longest: int | None = None) -> str:
    """What was written, on one line."""
    return " ".join((message.text or "").split())[:longest]


def stock_said(message: Message) -> dict[str, reading.StockSaid] | bool:
    """A filter: how many there are of what one sells, or how many more or less; hands it on as `said`."""
    said = reading.read_stock_said(message.text or "")
    return False if said is None else {"said": said}


def total_said(message: Message) -> bool:
    """A filter: how many there are in all."""
    said = reading.read_stock_said(message.text or "")
    return said is not None and not said.changes


def stock_total_in(message: Message, name: str = "") -> reading.StockSaid:
    """How many there are in all of what is called so. Raises ShopError if that wasn't written."""
    said = reading.read_stock_said(message.text or "", name)
    if said is None or said.changes:
        raise ShopError("stock-not-understood")
    return said


def stock_in(message: Message) -> int:
    """How many there are. Raises ShopError if no clear count was written."""
    reply = reading.read_stock(message.text or "")
    if reply.stock is None or reply.ambiguous:
        raise ShopError("stock-not-understood")
    return reply.stock


def days_in(message: Message) -> int:
    """How many days ("2", "dua hari", "1 minggu"). Raises ShopError unless that was written, and no other unit."""
    text = message.text or ""
    said = reading.read_stock_said(text)
    bare = said.count if said and said.unit is None and not said.changes else 0
    days = bare or reading.read_caption(f"PO {text}").preorder_days
    if days is None or days > LONGEST_WAIT_DAYS:
        raise ShopError("days-not-understood")
    return days


def reading_of(caption: str) -> Reading:
    """What a caption says, as a draft keeps it."""
    return _kept(reading.read_caption(caption), caption)


def offers_something(caption: str, by_name: bool = False) -> bool:
    """Whether a caption sells something: "transfer 45rb" names a sum, too, but is about paying.

    `by_name`: only what it calls by its name, at a price that is in no doubt.
    """
    read = reading_of(caption)
    named = read.name is not None and {"name", "price"}.isdisjoint(read.doubts)
    return read.price is not None and not is_about_paying(caption) and (named or not by_name)


def is_about_sending(caption: str) -> bool:
    """Whether a caption has a parcel's number, or a courier for a name: "Gamis 85rb, bisa JNE" is something to sell."""
    read = reading.read_order(caption)
    named = reading.read_order(reading_of(caption).name or caption)
    return named.courier is not None or read.intent == "tracking"


def is_about_paying(caption: str) -> bool:
    """The name is looked at, if there is one: "Tas rajut, DP dulu" is a bag."""
    return speaks_of_paying(reading_of(caption).name or caption)


def readings_of(caption: str) -> list[Reading]:
    """One for each product that the caption sells."""
    read = reading.read_caption(caption)
    return [_kept(one, caption) for one in (read.products if len(read.products) > 1 else (read,))]


def _kept(read: reading.Listing, caption: str) -> Reading:
    per = read.per if read.per <= MOST_PIECES else 1
    stock = _stock(read, per)
    doubtful = {*read.ambiguous, *_beyond(read)} | ({"stock"} if read.stock is not None and stock is None else set())
    doubts = tuple(sorted(doubtful))
    return Reading(
        name=read.name[:1].upper() + read.name[1:LONGEST_NAME] if read.name else None,
        price=read.price,
        per=per,
        unit=read.unit,
        stock=stock,
        terms=_terms(read, doubts),
        today=reading.spoken_for_today(caption)[1],
        doubts=doubts,
        guesses=tuple(read.guesses) if per == read.per else (),
        said={field: read.reasons.get(field) or read.reasons.get("price", "") for field in doubts},
    )


def _beyond(read: reading.Listing) -> set[str]:
    """What is more than a seller may answer when she is asked; it is asked as if it were in doubt."""
    sums = (read.price or 1, *read.variant_prices.values())
    tiers_fit = all(
        t.min <= MOST_PIECES and (t.per or 1) <= MOST_PIECES and 0 < t.price <= MOST_RUPIAH for t in read.tiers
    )
    beyond = {
        "price": read.per > MOST_PIECES or not all(0 < price <= MOST_RUPIAH for price in sums),
        "min_order": (_least(read) or 0) > min(MOST_ORDERED * read.per, MOST_PIECES),
        "tiers": not tiers_fit,
        "preorder_days": (read.preorder_days or 0) > LONGEST_WAIT_DAYS,
    }
    return {field for field, is_beyond in beyond.items() if is_beyond}


def _stock(read: reading.Listing, per: int) -> int | None:
    """The stock in units; None if it was not said, or has to be asked."""
    unit = reading.read_stock(read.reasons.get("stock", "")).unit
    if read.stock is None or "stock" in read.ambiguous or measured_otherwise(unit, read.unit):
        return None
    stock = _meant("stock", read.stock, per, read)
    return stock if stock is not None and stock <= MOST_PIECES else None


def _least(read: reading.Listing) -> int | None:
    """The least that can be ordered, in units."""
    return read.min_order and (_meant("min_order", read.min_order, read.per, read) or read.min_order)


def _meant(field: str, count: int, per: int, read: reading.Listing) -> int | None:
    said_unit = reading.read_stock(read.reasons.get(field, "")).unit is not None
    return stock_meant(count, per, read.unit, said_unit)


def _terms(read: reading.Listing, doubtful: tuple[str, ...]) -> Terms:
    """What is in doubt is left out: it is asked, or said to be missing."""
    return Terms(
        min_order=None if "min_order" in doubtful else _least(read),
        tiers=() if "tiers" in doubtful else tuple(Tier(min=t.min, price=t.price, per=t.per) for t in read.tiers),
        variants=() if "variants" in doubtful else tuple(name[:40] for name in read.variants[:MOST_VARIANTS]),
        variant_prices={} if "price" in doubtful else dict(read.variant_prices),
        preorder_days=None if "preorder_days" in doubtful else read.preorder_days,
        cod=None if "cod" in doubtful else read.cod,
        price_was=None if "price" in doubtful or (read.price_was or 0) > MOST_RUPIAH else read.price_was,
    )


def file_of(message: Message) -> tuple[str, int | None] | None:
    """The picture in a message as Telegram's (file_id, bytes): a photo, or a picture sent as a file."""
    if message.photo:
        return message.photo[-1].file_id, message.photo[-1].file_size
    document = message.document
    if document and (document.mime_type or "").startswith("image/"):
        return document.file_id, document.file_size
    return None


def said_and_shown(album: list[Message]) -> tuple[str | None, list[str]]:
    """What is written in a message or under an album, and its photos as Telegram names them."""
    said = next((words for part in album if (words := part.text or part.caption)), None)
    return said, [part.photo[-1].file_id for part in album if part.photo]


def files_in(album: list[Message]) -> list[tuple[str, int | None]]:
    """The pictures in an album, as many as a product may have."""
    return [found for message in album if (found := file_of(message))][:MOST_PHOTOS]


def by_caption(album: list[Message]) -> list[tuple[str, list[tuple[str, int | None]]]]:
    """An album's photos as (caption, files): with a caption each they are several products, else one."""
    files = [(message.caption or "", found) for message in album if (found := file_of(message))][:MOST_PHOTOS]
    captions = [caption for caption, _ in files if caption]
    if len(captions) < 2:
        return [(captions[0] if captions else "", [file for _, file in files])]
    groups: list[tuple[str, list[tuple[str, int | None]]]] = []
    for caption, file in files:
        if caption or not groups:
            groups.append((caption, [file]))
        else:
            groups[-1][1].append(file)
    return groups
