"""A sample of the forged buttons through the sandbox, as a phone would send them: the lab has not dreamt the rest."""

import sqlite3
from random import Random

from tests.forged.seed import SEED
from tests.forged.trying import press
from tests.forged.who_may_what import BUTTONS
from tests.support.cast import Person, Town
from tests.support.scenes import KERIPIK, lapak, orders, sells

SOMEBODYS = ("o:", "pay:", "q:say", "m", "kin:leave", "w:removed", "k:", "s:", "d:publish", "a:send")


async def test_a_stranger_and_another_seller_press_buttons_of_somebody_elses_order_and_product(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    pak_tono = await town.person("Pak Tono")
    link = await sells(bu_sari, KERIPIK)
    await sells(pak_tono, "Kopi 10rb stok 3")
    await orders(pak_budi, link)
    before = _books(town)
    for person in (stranger, pak_tono):
        message = await person.starts()
        for name in Random(SEED).sample([name for name in BUTTONS if name.startswith(SOMEBODYS)], 20):
            await person.taps_data(message["message_id"], press(name, BUTTONS[name], 1).pack())
        await person.writes("/id")
        await person.sees(str(person.id), after=message["message_id"])
        assert not [said for said in await person.told() if "Keripik" in said]
    assert _books(town) == before
    assert [call for call in await town.calls() if call["status"] == 403] == []


def _books(town: Town) -> list[list[tuple[object, ...]]]:
    file = sqlite3.connect(lapak(town).settings.data_dir / "lapak.db")
    tables = ("orders", "orderline", "product", "stockmove", "stall", "broadcast", "delivery", "mute")
    rows = [file.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in tables]
    file.close()
    return rows
