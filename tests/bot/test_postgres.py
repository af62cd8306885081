"""The same bot on PostgreSQL: what people do works there too."""

from sqlmodel import select

from models.notices import Notice
from models.products import Product
from tests.bot.conftest import somebody
from tests.conftest import MBAK_RINI, SECRET_HALF, Opening
from tests.support.market import what_is_wrong
from tests.support.postgres import postgres_server
from tests.support.searching import rows_with


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
