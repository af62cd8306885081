"""What each action costs: calls of the Bot API and transactions of its own. `docs/design.md` lists the same numbers.

Storing the update and marking the turn done are not counted: turns that arrive or end together share those.
"""

from collections import Counter

import pytest

from models.database import Database
from tests.support.cast import Person, Town

# What turns of the moment share, what the clock looks at, and the telling of a notice.
SHARED = {
    "store_updates",
    "_load",
    "Worker._write.<locals>.end",
    "see_to_due",
    "broadcasts_under_way",
    "next_notices",
    "what_to_tell",
    "Delivery._deliver.<locals>.<lambda>",
}


@pytest.fixture
def transactions(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Counts what runs in transactions, by the name of the operation or query; what is SHARED is left out."""
    counted: Counter[str] = Counter()
    write, read = Database.write, Database.read

    def count(way: str, work: object) -> None:
        name = getattr(work, "__qualname__", str(work))
        if name not in SHARED:
            counted[f"{way} {name}"] += 1

    async def counting_write(self, operation, *args, **kwargs):  # type: ignore[no-untyped-def] # as the original
        count("write", operation)
        return await write(self, operation, *args, **kwargs)

    async def counting_read(self, query, *args, **kwargs):  # type: ignore[no-untyped-def] # as the original
        count("read", query)
        return await read(self, query, *args, **kwargs)

    monkeypatch.setattr(Database, "write", counting_write)
    monkeypatch.setattr(Database, "read", counting_read)
    return counted


async def test_browsing_is_one_read_and_two_calls_and_ordering_one_write_and_three(
    town: Town, bu_sari: Person, pak_budi: Person, transactions: Counter[str]
) -> None:
    await bu_sari.sends_photo("Keripik pisang 15rb stok 20")
    await bu_sari.taps("Pasang")
    await bu_sari.sees("sudah tayang")
    await bu_sari.sees("lapaknya di mana")
    await pak_budi.starts("p1")

    async def cost(buyer_taps: str, then: str, seller_sees: str = "") -> tuple[Counter[str], list[str]]:
        message = await pak_budi.sees(button=buyer_taps)
        transactions.clear()
        before = len(await town.calls())
        await pak_budi.taps(buyer_taps, on=message)
        await pak_budi.sees(then)
        if seller_sees:
            await bu_sari.sees(seller_sees)
        calls = [call["method"] for call in (await town.calls())[before:] if call["method"] != "getupdates"]
        return Counter(transactions), sorted(calls)

    edited = ["answercallbackquery", "editmessagecaption"]
    assert await cost("Barang lain", "menjual") == ({"read in_stall": 1}, edited)
    assert await cost("Keripik pisang", "Mau berapa") == ({"read look_at": 1}, edited)
    assert await cost("2", "Rp30.000") == ({"read quote": 1}, edited)
    ordered = await cost("✅ Pesan", "sudah sampai", seller_sees="Pesanan baru")
    assert ordered == ({"write Turn._act_within": 1}, [*edited, "sendphoto"])
