"""kill -9 at awkward moments: what was done is done once, and everybody hears of it."""

import asyncio
import random
import sqlite3
import time
from collections import Counter

from sqlmodel import Session, func, select

from models.conversations import Conversation
from models.inbox import InboxRow
from models.notices import Notice
from models.orders import Order
from models.people import Person as PersonRow
from models.products import Product
from tests.bot.conftest import Stage
from tests.conftest import Opening
from tests.support.cast import Person
from tests.support.market import BUDI, SARI, open_market, what_is_wrong

STOCK = 20


async def open_shop(stage: Stage) -> tuple[Person, Person]:
    """The bot runs; Bu Sari sells, Pak Budi has pressed START."""
    stage.process.prepare(lambda session: open_market(session, stock=STOCK))
    sari = await stage.person("Bu Sari", SARI)
    budi = await stage.person("Pak Budi", BUDI)
    stage.process.start()
    await sari.sees("Halo")
    await budi.sees("Halo")
    return sari, budi


async def is_about_to_order(budi: Person) -> None:
    """Two pieces chosen; only "Pesan" is missing."""
    await budi.starts("p1")
    await budi.taps("2", on=await budi.sees("Keripik pisang", button="2"))
    await budi.sees("Pesanan ke", button="✅ Pesan")


def taps_in_background(person: Person, label: str) -> "asyncio.Task[object]":
    """A tap whose answer nobody waits for."""

    async def tap() -> object:
        return await person.taps(label)

    return asyncio.create_task(tap())


def orders_in(session: Session) -> int:
    return session.exec(select(func.count()).select_from(Order)).one()


def stock_in(session: Session) -> int:
    return session.get_one(Product, 1).stock


def all_is_said(session: Session) -> bool:
    waiting = session.exec(select(InboxRow).where(InboxRow.state == "waiting")).first()
    return waiting is None and session.exec(select(Notice).where(Notice.state == "waiting")).first() is None


async def accepted_sends(stage: Stage, person: Person, text: str) -> int:
    """How many new messages with this text have reached a person."""
    calls = await stage.calls("sendmessage", "sendphoto")
    return sum(call["accepted"] and call["chat_id"] == person.id and text in str(call["params"]) for call in calls)


async def test_an_order_that_was_kept_but_not_said_is_said_after_a_restart(stage: Stage) -> None:
    sari, budi = await open_shop(stage)
    await is_about_to_order(budi)
    await stage.fault("hang_before", method="edit*", chat_id=budi.id)
    await stage.fault("hang_before", method="send*", chat_id=sari.id)
    tap = taps_in_background(budi, "✅ Pesan")
    await stage.process.until(orders_in)
    assert await accepted_sends(stage, sari, "Pesanan baru") == 0
    stage.process.kill()
    await stage.faults_end()
    assert not any("sudah sampai" in words for words in await budi.told())
    stage.process.start()
    await budi.sees("sudah sampai di Bu Sari")
    await sari.sees("Pesanan baru #1", button="Terima")
    await stage.process.until(all_is_said)
    await tap
    assert stage.process.look(orders_in) == 1
    assert stage.process.look(stock_in) == STOCK - 2
    assert stage.process.look(what_is_wrong) == []
    assert await accepted_sends(stage, sari, "Pesanan baru") == 1


async def test_an_order_that_was_not_kept_yet_is_placed_after_a_restart(stage: Stage) -> None:
    """Killed between the tap and the commit: the database is held, so that the bot can't write."""
    sari, budi = await open_shop(stage)
    await is_about_to_order(budi)
    await stage.process.until(all_is_said)
    tap, pending = await hold_the_database(stage, budi, "✅ Pesan")
    assert pending == 1, "it was confirmed before it was kept"
    assert stage.process.look(orders_in) == 0
    stage.process.start()
    await budi.sees("sudah sampai di Bu Sari")
    await sari.sees("Pesanan baru #1", button="Terima")
    await tap
    assert stage.process.look(orders_in) == 1
    assert stage.process.look(stock_in) == STOCK - 2


async def hold_the_database(stage: Stage, person: Person, label: str) -> "tuple[asyncio.Task[object], int]":
    """Somebody taps while the database is held; the bot fetches the update, can't store it, and is killed."""
    before = len(await stage.calls("getupdates"))
    database = sqlite3.connect(stage.process.folder / "lapak.db", isolation_level=None)
    database.execute("BEGIN IMMEDIATE")
    try:
        tap = taps_in_background(person, label)
        ends = time.monotonic() + 10
        while len(await stage.calls("getupdates")) == before:  # the poll that brings the tap has been answered
            assert time.monotonic() < ends
            await asyncio.sleep(0.05)
        await asyncio.sleep(0.3)
        stage.process.kill()
        return tap, await stage.pending()
    finally:
        database.rollback()
        database.close()


async def test_news_for_the_seller_that_was_on_its_way_is_sent_after_a_restart(stage: Stage) -> None:
    sari, budi = await open_shop(stage)
    await is_about_to_order(budi)
    await stage.fault("hang_before", method="send*", chat_id=sari.id)
    await budi.taps("✅ Pesan")
    await budi.sees("sudah sampai di Bu Sari")
    await until_called(stage, sari, "hang_before")
    stage.process.kill()
    stage.process.start()
    await sari.sees("Pesanan baru #1", button="Terima")
    await stage.process.until(all_is_said)
    assert await accepted_sends(stage, sari, "Pesanan baru") == 1
    await sari.taps("Terima")
    await budi.sees("disanggupi Bu Sari")


async def test_news_whose_arrival_nobody_knows_comes_again_as_the_same_order(stage: Stage) -> None:
    """At least once: Telegram took it, the answer was lost, the bot was killed."""
    sari, budi = await open_shop(stage)
    await is_about_to_order(budi)
    await stage.fault("hang_after", method="send*", chat_id=sari.id)
    await budi.taps("✅ Pesan")
    first = await sari.sees("Pesanan baru #1")
    stage.process.kill()
    stage.process.start()
    again = await sari.sees("Pesanan baru #1", after=first["message_id"])
    assert again.words == first.words
    await sari.taps("Terima", on=first)
    await budi.sees("disanggupi Bu Sari")
    assert stage.process.look(orders_in) == 1


async def until_called(stage: Stage, person: Person, error: str | None) -> None:
    """Wait until the bot has called about this person with this outcome."""
    ends = time.monotonic() + 10
    while not any(call["chat_id"] == person.id and call["error"] == error for call in await stage.calls()):
        assert time.monotonic() < ends, f"no {error} for {person.name}"
        await asyncio.sleep(0.02)


async def test_an_answer_that_was_kept_but_not_said_is_not_taken_for_the_next_answer(stage: Stage) -> None:
    """The name was kept and the price is the open question: the name must not be read as a price now."""
    sari, _ = await open_shop(stage)
    await sari.sends_photo()
    await sari.sees("barang apa")
    await stage.fault("hang_before", method="send*", chat_id=sari.id)
    await sari.writes("Sambal roa")
    await stage.process.until(lambda session: session.get_one(Product, 2).name == "Sambal roa")
    stage.process.kill()
    await stage.faults_end()
    stage.process.start()
    await sari.sees("Sambal roa – harganya berapa")
    await sari.writes("25rb")
    await sari.taps("stok 5")
    await sari.sees("Sambal roa sudah tayang")
    assert not any("belum terbaca" in words for words in await sari.told())
    product = stage.process.look(lambda session: session.get_one(Product, 2))
    assert (product.name, product.price, product.stock) == ("Sambal roa", 25_000, 5)


async def test_kills_at_any_moment_lose_and_double_nothing(stage: Stage) -> None:
    """Five buyers order at once while the bot is killed again and again."""
    chance = random.Random(5)
    sari, budi = await open_shop(stage)
    buyers = [budi, *[await stage.person(f"Pembeli {n}") for n in range(4)]]
    for buyer in buyers[1:]:
        await buyer.sees("Halo")
    await asyncio.gather(*(is_about_to_order(buyer) for buyer in buyers))
    taps = [taps_in_background(buyer, "✅ Pesan") for buyer in buyers]
    for _ in range(3):
        await asyncio.sleep(chance.uniform(0.0, 0.25))
        stage.process.kill()
        stage.process.start()
        await asyncio.sleep(chance.uniform(0.3, 0.7))
    for buyer in buyers:
        await buyer.sees("sudah sampai di Bu Sari")
    await asyncio.gather(*taps)
    await stage.process.until(all_is_said)
    assert stage.process.look(stock_in) == STOCK - 2 * len(buyers)
    assert stage.process.look(what_is_wrong) == []
    by_buyer = Counter(stage.process.look(lambda session: list(session.exec(select(Order.buyer_id)))))
    assert by_buyer == {buyer.id: 1 for buyer in buyers}
    told = await sari.told()
    for number in range(1, len(buyers) + 1):
        assert any(f"Pesanan baru #{number} " in words for words in told), f"order {number} never reached the seller"


async def test_a_conversation_goes_on_after_a_restart(open_town: Opening) -> None:
    """The guided walk: the photo before the restart, name and price after it, the stock after another."""
    async with open_town() as town:
        sari = await town.person("Bu Sari")
        await sari.starts()
        await sari.sends_photo()
        await sari.sees("barang apa")
    again = {"bot_id": town.bot_id, "clock": town.clock}
    async with open_town(**again):
        await sari.writes("Sambal roa")
        await sari.sees("harganya berapa")
        await sari.writes("25rb")
        await sari.taps("Jumlah lain")
        await sari.sees("ada berapa")
    async with open_town(**again) as town:
        await sari.writes("12")
        await sari.sees("sudah tayang")
        assert town.lapak is not None
        product = await town.lapak.database.read(lambda session: session.get_one(Product, 1))
        assert (product.name, product.price, product.stock) == ("Sambal roa", 25_000, 12)
        person = await town.lapak.database.read(lambda session: session.get_one(PersonRow, sari.id))
        assert person.consent_version is not None


async def test_a_conversation_that_was_not_kept_would_be_lost(open_town: Opening) -> None:
    """The test above can fail: without the row, the next answer means nothing."""
    async with open_town() as town:
        sari = await town.person("Bu Sari")
        await sari.starts()
        await sari.sends_photo()
        await sari.sees("barang apa")
        assert town.lapak is not None
        await town.lapak.database.write(
            lambda session: session.delete(session.get_one(Conversation, (sari.id, sari.id)))
        )
    async with open_town(bot_id=town.bot_id, clock=town.clock):
        await sari.writes("Sambal roa")
        await sari.sees("belum paham")
