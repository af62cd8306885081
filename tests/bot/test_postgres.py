"""The same bot on PostgreSQL: what people do works there too."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from bot.loaded import Loaded
from bot.updates import row_of
from models.database import Database
from models.inbox import InboxRow, store_updates
from models.migrations import known_revisions
from models.notices import Notice
from models.products import Product
from tests.bot.conftest import somebody
from tests.conftest import MBAK_RINI, SECRET_HALF, Opening
from tests.forged.harness import Lab, message
from tests.support.market import BUDI, open_market, what_is_wrong
from tests.support.postgres import postgres_server
from tests.support.searching import rows_with


async def test_an_old_process_beside_a_newer_one_ends_and_puts_nothing_aside(tmp_path: Path) -> None:
    """A newer Lapak has dropped a column and said so; then it is a fault of ours, and only that row is put aside."""

    def put(session: Session, revision: str) -> None:
        session.execute(text("ALTER TABLE product DROP COLUMN IF EXISTS looked_after_at"))
        session.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})

    lab = Lab(tmp_path, frozenset(), Database(postgres_server().new_address()))
    update = {"update_id": 1} | message(BUDI, text="/start p1")
    lab.database.write_now(open_market)
    lab.database.write_now(store_updates, [row_of(update)])
    ours = known_revisions(lab.database.engine)[0]

    def state(session: Session) -> str:
        return session.exec(select(InboxRow.state)).one()

    def load(session: Session) -> Loaded:
        return Loaded(session, session.exec(select(InboxRow)).one())

    lab.database.write_now(put, "9999")
    with pytest.raises(SystemExit):
        await lab.worker._take_turn(lab.database.read_now(load))
    assert lab.database.read_now(state) == "waiting"
    lab.database.write_now(put, ours)
    await lab.worker._take_turn(lab.database.read_now(load))
    assert lab.database.read_now(state) == "set aside"
    lab.raw.close()
    lab.database.close()


async def test_listing_ordering_answering_and_announcing_on_postgresql(open_town: Opening) -> None:
    address = postgres_server().new_address()
    async with open_town(database_url=address) as town:
        sari, budi = await town.person("Bu Sari"), await town.person("Pak Budi")
        rini = await somebody(town.http, town.url, town.bot_id, "Mbak Rini", MBAK_RINI)
        await sari.starts()
        await sari.sends_photo("Keripik pisang 15rb stok 4")
        await sari.taps("Pasang", on=await sari.sees("Keripik pisang", button="Pasang"))
        await sari.sees("sudah tayang")
        await budi.starts("p1")
        await budi.taps("2", on=await budi.sees("Keripik pisang", button="2"))
        await budi.taps("✅ Pesan")
        await budi.sees("sudah sampai di Bu Sari")
        await sari.taps("Terima", on=await sari.sees("Pesanan baru #1", button="Terima"))
        await budi.sees("disanggupi Bu Sari")
        newest = (await sari.chat())[-1]["message_id"]
        await town.later(hours=21)
        await sari.sees("Selamat pagi", button="+10", after=newest)
        await rini.writes("/siaran")
        await rini.sees("Kirim pengumumannya")
        await rini.writes("Besok ada pelatihan.")
        await rini.taps("Semua orang")
        await rini.taps("Kirim", on=await rini.sees("2 orang", button="Kirim"))
        await rini.sees("sampai ke 2 dari 2")
        assert town.lapak is not None
        database = town.lapak.database
        assert await database.read(what_is_wrong) == []
        assert await database.read(rows_with, SECRET_HALF) == []
        assert (await database.read(lambda session: session.get_one(Product, 1).stock)) == 2
        failed = select(Notice).where(Notice.state == "failed")
        assert await database.read(lambda session: list(session.exec(failed))) == []
