"""What each action costs: calls of the Bot API and transactions of its own. `docs/design.md` lists the same numbers.

Storing the update and marking the turn done are not counted: turns that arrive or end together share those.
"""

from collections import Counter

import pytest

from models.database import Database
from tests.support.cast import Person, Town

Costs = dict[str, tuple[int, int, int]]


@pytest.fixture
def transactions(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Counts what runs in transactions, by the name of the operation or query."""
    counted: Counter[str] = Counter()
    write, read = Database.write, Database.read

    async def counting_write(self, operation, *args, **kwargs):  # type: ignore[no-untyped-def] # as the original
        counted[f"write {getattr(operation, '__name__', operation)}"] += 1
        return await write(self, operation, *args, **kwargs)

    async def counting_read(self, query, *args, **kwargs):  # type: ignore[no-untyped-def] # as the original
        counted[f"read {getattr(query, '__name__', query)}"] += 1
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
    card = await pak_budi.starts("p1")

    async def cost(buyer_taps: str, on: str, then: str, seller_sees: str = "") -> tuple[Counter[str], list[str]]:
        message = await pak_budi.sees(on, button=buyer_taps)
        transactions.clear()
        before = len(await town.calls())
        await pak_budi.taps(buyer_taps, on=message)
        await pak_budi.sees(then)
        if seller_sees:
            await bu_sari.sees(seller_sees)
        calls = [call["method"] for call in (await town.calls())[before:] if call["method"] != "getupdates"]
        own = {name: count for name, count in transactions.items() if name.split()[1] in OWN}
        return Counter(own), calls

    assert card.buttons
    spent, calls = await cost("2", "Mau berapa", "Rp30.000")
    assert spent == {"read quote": 1}
    assert calls == ["editmessagecaption", "answercallbackquery"]

    spent, calls = await cost("✅ Pesan", "Rp30.000", "sudah sampai", seller_sees="Pesanan baru")
    assert spent["write _act_within"] == 1
    assert not any(name.startswith("read") for name in spent)
    assert sorted(calls) == ["answercallbackquery", "editmessagecaption", "sendphoto"]


OWN = {"quote", "look_at", "_act_within", "order_for"}
