"""Scenes that many tests begin with, and what the database says afterwards."""

import itertools
from typing import Any

from aiohttp import ClientSession
from sqlmodel import Session, col, select

from bot.app import Lapak
from models.orders import Order
from models.people import Person as KeptPerson
from models.products import Product, photos_of
from models.stalls import Stall, stall_of
from models.stock import StockMove, change_stock
from shop.searching import keep_findable
from shop.views import PhotoView, photo_view
from tests.support.cast import Json, Message, Person, Town
from tests.support.market import sum_of_moves

KERIPIK = "Keripik pisang 15rb stok 4"
made_up_ids = itertools.count(5_000_000)


def lapak(town: Town) -> Lapak:
    """The running bot."""
    assert town.lapak is not None
    return town.lapak


async def newest(person: Person) -> int:
    """The id of the newest message in this person's chat."""
    return max((int(message["message_id"]) for message in await person.chat()), default=0)


async def message_of(person: Person, message_id: int) -> Message:
    """One message as it stands now."""
    return next(message for message in await person.chat() if message["message_id"] == message_id)


def link_in(message: Message) -> str:
    """What stands behind "?start=" in a message, as START carries it."""
    return next(word.split("?start=")[1] for word in message.words.split() if "?start=" in word)


async def sells(seller: Person, caption: str = KERIPIK, stall: bool = True) -> str:
    """The seller puts something with its stock on sale; the link's end. `stall`: their first, so more is asked."""
    before = await newest(seller)
    await seller.sends_photo(caption)
    await seller.taps("✅ Pasang", on=await seller.sees("sudah betul", button="✅ Pasang", after=before))
    published = await seller.sees("sudah tayang")
    if stall:
        await seller.taps("Nanti saja", on=await seller.sees("lapaknya di mana", button="Nanti saja"))
    return link_in(published)


async def orders(buyer: Person, link: str, count: str = "2") -> Message:
    """The buyer opens the link, taps a count and orders; the card of the order."""
    before = await newest(buyer)
    await buyer.writes(f"/start {link}")
    await buyer.taps(count, on=await buyer.sees("Mau berapa?", button=count, after=before))
    await buyer.taps("✅ Pesan", on=await buyer.sees("Pesanan ke", button="✅ Pesan", after=before))
    return await buyer.sees("sudah sampai di", after=before)


async def fills_shelf(town: Town, seller: Person, *products: tuple[str, int]) -> list[int]:
    """More products of (name, stock) at Rp15.000 in a stall that is open, put there behind the scenes; their ids."""

    def fill(session: Session) -> list[int]:
        stall, now, ids = stall_of(session, seller.id), town.clock.now(), []
        assert stall is not None
        for name, pieces in products:
            new = Product(stall_id=stall.id, state="on sale", name=name, price=15_000, created_at=now)
            new.published_at = now
            session.add(new)
            session.flush()
            ids.append(new.id)
            keep_findable(session, new)
            if pieces:
                change_stock(session, StockMove(product_id=ids[-1], change=pieces, reason="first stock", at=now))
        return ids

    return await lapak(town).database.write(fill)


async def product(town: Town, product_id: int) -> Product:
    """A product's row."""
    return await lapak(town).database.read(Session.get_one, Product, product_id)


async def all_products(town: Town) -> list[Product]:
    """Every product's row, oldest first."""
    return await lapak(town).database.read(
        lambda session: list(session.exec(select(Product).order_by(col(Product.id))))
    )


async def all_orders(town: Town) -> list[Order]:
    """Every order's row, oldest first."""
    return await lapak(town).database.read(lambda session: list(session.exec(select(Order).order_by(col(Order.id)))))


async def photos(town: Town, product_id: int) -> list[PhotoView]:
    """A product's photos in order."""
    return [photo_view(*photo) for photo in await lapak(town).database.read(photos_of, product_id)]


async def kept(town: Town, person: Person) -> KeptPerson:
    """What is kept about a person."""
    return await lapak(town).database.read(Session.get_one, KeptPerson, person.id)


async def stall_row(town: Town, seller: Person) -> Stall:
    """The seller's stall."""
    stall = await lapak(town).database.read(stall_of, seller.id)
    assert stall is not None
    return stall


async def stock(town: Town, product_id: int) -> int:
    """How many there are, after seeing that the ledger says the same."""
    left = (await product(town, product_id)).stock
    assert left == await lapak(town).database.read(sum_of_moves, product_id), "the ledger disagrees with the stock"
    return left


def update_from(person: Person, **content: Any) -> Json:
    """An update that Telegram might deliver, with a message of this content."""
    return {
        "message": {
            "message_id": next(made_up_ids),
            "from": {"id": person.id, "is_bot": False, "first_name": person.name, "language_code": "id"},
            "chat": {"id": person.id, "type": "private", "first_name": person.name},
            "date": 1_795_230_000,
            **content,
        }
    }


async def fails(http: ClientSession, url: str, **fault: Any) -> None:
    """From now on Telegram answers with this fault."""
    async with http.post(f"{url}/faults", json=fault) as response:
        assert response.status == 200, await response.text()
