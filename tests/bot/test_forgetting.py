"""/hapus: afterwards nothing of the person stands anywhere, on either database; what an order cost stays."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.photoshelf import PhotoShelf
from bot.updates import row_of
from models.broadcasts import Broadcast, Delivery
from models.inbox import InboxRow, store_updates
from models.notices import Notice
from models.orders import Order
from models.people import Person as Known
from shop.forgetting import forget
from tests.conftest import MBAK_RINI, Opening
from tests.support.cast import Person, Town
from tests.support.market import what_is_wrong
from tests.support.postgres import postgres_server
from tests.support.scenes import fails, lapak, newest, orders, sells
from tests.support.searching import files_with, rows_with

ADDRESS = "Jalan Kenanga 17, Plaosan, Magetan"


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest) -> str | None:
    """Which database; None is the file in the data folder."""
    return postgres_server().new_address() if request.param == "postgresql" else None


async def everything_is_done(town: Town) -> None:
    """Telegram has nothing left for us, and no turn is under way."""
    waiting = select(InboxRow).where(InboxRow.state == "waiting")
    for _ in range(200):
        there = (await lapak(town).listener.get_webhook_info()).pending_update_count
        if not there and not await lapak(town).database.read(lambda session: list(session.exec(waiting))):
            return
        await asyncio.sleep(0.02)


async def traces(town: Town, *words: str) -> list[str]:
    """Where any of these words still stands: every table, every photo, every file of the data folder but copies."""
    await everything_is_done(town)
    found = await lapak(town).database.read(rows_with, *words)
    return found + files_with(lapak(town).settings.photo_dir, *words)


async def asks_to_be_forgotten(person: Person) -> int:
    """/hapus, and yes; the card's message."""
    before = await newest(person)
    await person.writes("/hapus")
    card = await person.sees("Hapus semua data Kakak?", button="Ya, hapus semuanya", after=before)
    await person.taps("Ya, hapus semuanya", on=card)
    await person.sees("Sudah terhapus", after=before)
    return int(card["message_id"])


async def buys_with_an_address(buyer: Person, link: str) -> None:
    before = await newest(buyer)
    await buyer.writes(f"/start {link}")
    await buyer.taps("2", on=await buyer.sees("Mau berapa?", button="2", after=before))
    await buyer.taps("Antar ke alamat", on=await buyer.sees("Pesanan ke", button="Antar", after=before))
    await buyer.sees("Diantar ke mana", after=before)
    await buyer.writes(ADDRESS)
    await buyer.taps("✅ Pesan", on=await buyer.sees(ADDRESS, button="✅ Pesan", after=before))
    await buyer.sees("sudah sampai di", after=before)


async def test_a_buyer_is_forgotten_and_the_books_stay(open_town: Opening, address: str | None) -> None:
    async with open_town(database_url=address) as town:
        sari, budi = await town.person("Bu Sari"), await town.person("Pak Budiman")
        link = await sells(sari, "Keripik pisang 15rb stok 40")
        await buys_with_an_address(budi, link)
        await sari.taps("Terima", on=await sari.sees("Pesanan baru #1", button="Terima"))
        await budi.taps("Tulis", on=await budi.sees("disanggupi Bu Sari", button="Tulis"))
        await budi.sees("Tulis pesan untuk")
        await budi.writes("rumah saya dekat pohon beringin")
        await sari.sees("pohon beringin")
        await sari.taps("Selesai", on=await sari.sees("Kakak sanggupi", button="Selesai"))
        await budi.sees("selesai. Terima kasih")
        await buys_with_an_address(budi, link)
        await sari.sees("Pesanan baru #2")
        words = (str(budi.id), "Budiman", "Kenanga", "beringin")
        assert len(await traces(town, *words)) > 10, "there was something to find"
        card = await asks_to_be_forgotten(budi)
        told = await sari.sees("berhenti memakai Lapak", button="Lihat pesanan")
        assert "#2" in told.words
        assert await traces(town, *words) == []
        folder = lapak(town).settings.data_dir
        assert [found for found in files_with(folder, *words) if "-wal" in found] == [], "nor in SQLite's log"
        await lapak(town).ticker.nightly()
        assert files_with(folder, *words) == [], "nor between the rows of any file"
        # A second tap on the same button is answered kindly and leaves nothing either.
        toast = await budi.taps_data(card, "g:forget")
        assert toast is not None
        assert await traces(town, *words) == []
        # Whoever wants to ask the gone one anything hears so, before they have written it.
        await sari.taps("Lihat pesanan", on=told)
        await sari.taps("Balas", on=await sari.sees("pohon beringin", button="Balas"))
        await sari.sees("sudah tidak di Lapak lagi")
        # Blocking the bot makes nobody known.
        await budi.blocks()
        assert await traces(town, *words) == []
        await budi.blocks(False)
        database = lapak(town).database
        kept = await database.read(lambda session: list(session.exec(select(Order).order_by(Order.id))))  # type: ignore[arg-type] # SQLModel types a column as its value
        assert [(order.state, order.total) for order in kept] == [("finished", 30_000), ("cancelled", 30_000)]
        assert all(order.buyer_id < 0 for order in kept)
        assert await database.read(what_is_wrong) == []
        # Who comes back is somebody new.
        assert "Yang kami simpan" in (await budi.starts()).words


async def test_who_is_forgotten_hears_of_it_even_if_that_takes_another_turn(
    open_town: Opening, address: str | None
) -> None:
    async with open_town(database_url=address) as town:
        sari = await town.person("Bu Sari")
        await sells(sari)
        await fails(town.http, town.url, kind="500", method="editmessagetext", count=1)
        await asks_to_be_forgotten(sari)
        assert await traces(town, str(sari.id), "Sari") == []
        assert list(lapak(town).settings.photo_dir.rglob("*.jpg")) == []


async def test_news_that_comes_too_late_for_somebody_who_was_forgotten_names_them_to_nobody(
    open_town: Opening, address: str | None
) -> None:
    async with open_town(database_url=address) as town:
        rini, sari = await town.person("Mbak Rini", person_id=MBAK_RINI), await town.person("Bu Sari")
        for person in (rini, sari):
            await person.starts()
        delivery, database = lapak(town).delivery, lapak(town).database
        late = await database.write(lambda session: Notice(person_id=sari.id, kind="message", lane="orders", facts={}))
        late.id = 4711
        await asks_to_be_forgotten(sari)
        await database.write(delivery._failed, late, "Bad Request")
        await database.write(delivery._refused, late)
        assert await traces(town, str(sari.id)) == []


async def test_a_seller_is_forgotten_with_stall_and_photos(open_town: Opening, address: str | None) -> None:
    async with open_town(database_url=address) as town:
        sari, budi = await town.person("Bu Sari Wulan"), await town.person("Pak Budi")
        link = await sells(sari, "Sambal Bu Sari Wulan 15rb stok 40", stall=False)
        await sari.sees("lapaknya di mana")
        await sari.writes("Plaosan, Magetan")
        await sari.sees("bayarnya bagaimana")
        await sari.writes("Transfer BRI 5544332211 a.n. Wulandari")
        await sari.sees("beres")
        await orders(budi, link)
        promised = await sari.sees("Pesanan baru #1", button="Terima")
        await sari.taps("Terima", on=promised)
        await sari.sees("Kakak sanggupi")
        # What was promised comes first.
        await sari.writes("/hapus")
        refused = await sari.sees("Masih ada 1 pesanan", button="Pesanan masuk")
        assert refused.buttons
        await sari.taps("Selesai", on=await sari.sees("Kakak sanggupi", button="Selesai"))
        await budi.sees("selesai. Terima kasih")
        await orders(budi, link, "2")
        await sari.sees("Pesanan baru #2")
        photos = lapak(town).settings.photo_dir
        assert list(photos.rglob("*.jpg"))
        words = (str(sari.id), "Wulan", "Plaosan", "5544332211")
        assert len(await traces(town, *words)) > 10
        await asks_to_be_forgotten(sari)
        declined = await budi.sees("menutup lapaknya")
        assert "#2" in declined.words
        assert await traces(town, *words) == []
        assert list(photos.rglob("*.jpg")) == []
        before = await newest(budi)
        await budi.writes("/start s1")
        await budi.sees("sudah tidak ada", after=before)
        await budi.writes(f"/start {link}")
        await budi.sees("Barang ini sudah tidak ada", after=before)
        await budi.writes("/pesanan")
        await budi.sees("Belanjaan Kakak", after=before)
        database = lapak(town).database
        assert await database.read(what_is_wrong) == []
        assert await database.read(lambda session: session.get_one(Order, 1).total) == 30_000
        await town.later(days=1)
        assert await traces(town, *words) == []


async def test_somebody_without_orders_leaves_no_row_at_all(open_town: Opening) -> None:
    async with open_town() as town:
        budi = await town.person("Pak Budi")
        await budi.starts()
        await asks_to_be_forgotten(budi)
        await everything_is_done(town)
        assert await lapak(town).database.read(lambda session: list(session.exec(select(Known)))) == []


async def test_what_telegram_repeats_after_somebody_has_gone_is_known(open_town: Opening) -> None:
    """The bot is killed before it could confirm what it has stored; the same updates come once more."""
    async with open_town() as town:
        budi = await town.person("Pak Budi")
        await budi.starts()
        await asks_to_be_forgotten(budi)
        await everything_is_done(town)
        database = lapak(town).database
        kept = await database.read(lambda session: list(session.exec(select(InboxRow))))
        assert {(row.chat_id, row.body, row.state) for row in kept} == {(0, "{}", "done")}
        again = [row_of({"update_id": row.update_id, "message": {"chat": {"id": budi.id}}}) for row in kept]
        await database.write(store_updates, again)
        assert await database.read(lambda session: list(session.exec(select(InboxRow)))) == kept


async def test_an_operator_who_goes_announces_to_nobody_any_more(open_town: Opening) -> None:
    async with open_town() as town:
        rini, budi = await town.person("Mbak Rini"), await town.person("Pak Budi")
        await rini.starts()
        await budi.starts()

        def half_sent(session: Session) -> None:
            now = town.clock.now()
            for state in ("draft", "sending"):
                session.add(Broadcast(operator_id=rini.id, message_ids=[2], state=state, created_at=now))
            session.flush()
            session.add(Delivery(broadcast_id=2, person_id=budi.id))
            forget(session, rini.id, 1_000_000, now)

        before = await newest(budi)
        await lapak(town).database.write(half_sent)
        await town.later(minutes=1)
        await budi.sees_nothing_new(before)
        assert await lapak(town).database.read(rows_with, str(rini.id)) == []
        left = await lapak(town).database.read(lambda session: list(session.exec(select(Broadcast.state))))
        assert left == ["cancelled", "cancelled"]


async def test_photos_that_nobody_knows_go_at_night(tmp_path: Path) -> None:
    shelf = PhotoShelf(tmp_path)
    path = shelf.path_of("ab" * 32)
    path.parent.mkdir()
    path.write_bytes(b"jpeg")
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    assert shelf.left_behind({"ab" * 32}, tomorrow) == []
    assert shelf.left_behind(set(), datetime.now(UTC) - timedelta(days=1)) == [], (
        "it may belong to a draft in the making"
    )
    await shelf.drop(shelf.left_behind(set(), tomorrow))
    assert not path.exists()
