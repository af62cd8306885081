"""How little people have to do, and how few calls each thing takes."""

from tests.support.cast import Person, Town
from tests.support.scenes import newest, sells, stock

# The answer to a tap is a call as well; asking for updates is no action's.
NOT_COUNTED = {"getupdates", "getme"}


async def calls_since(town: Town, before: int) -> list[str]:
    return [call["method"] for call in await town.calls() if call["n"] > before and call["method"] not in NOT_COUNTED]


async def now(town: Town) -> int:
    return max((int(call["n"]) for call in await town.calls()), default=0)


async def test_listing_takes_two_actions_when_the_stock_is_stated(town: Town, bu_sari: Person) -> None:
    await bu_sari.starts()
    bu_sari.actions = 0
    await bu_sari.sends_photo("Keripik pisang 15rb stok 20")
    await bu_sari.taps("Pasang")
    await bu_sari.sees("sudah tayang")
    assert bu_sari.actions == 2
    assert await stock(town, 1) == 20


async def test_listing_takes_two_actions_when_the_stock_is_not_stated(town: Town, bu_sari: Person) -> None:
    await bu_sari.starts()
    bu_sari.actions = 0
    await bu_sari.sends_photo("Keripik pisang 15rb")
    await bu_sari.taps("Pasang · stok 5")
    await bu_sari.sees("sudah tayang")
    assert bu_sari.actions == 2
    assert await stock(town, 1) == 5


async def test_ordering_by_a_link_takes_three_actions(bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari)
    pak_budi.actions = 0
    await pak_budi.starts(link)  # for a newcomer this is START, which is counted apart
    await pak_budi.taps("2")
    await pak_budi.taps("✅ Pesan")
    await pak_budi.sees("sudah sampai di")
    assert pak_budi.actions == 3


async def test_answering_takes_one_action(bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari)
    await pak_budi.starts(link)
    await pak_budi.taps("1")
    await pak_budi.taps("✅ Pesan")
    received = await bu_sari.sees("Pesanan baru #1")
    bu_sari.actions = 0
    await bu_sari.taps("Terima", on=received)
    await pak_budi.sees("disanggupi")
    assert bu_sari.actions == 1


async def test_looking_at_something_takes_at_most_two_calls(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari)
    await pak_budi.starts()
    await pak_budi.taps("Saya mau belanja")
    steps = (("Terbaru", "Yang baru dipasang"), ("Keripik pisang", "Mau berapa?"), ("Barang lain", "menjual:"))
    for label, seen in steps:
        before = await now(town)
        await pak_budi.taps(label)
        await pak_budi.sees(seen)
        used = await calls_since(town, before)
        assert len(used) <= 2, (label, used)
    before = await now(town)
    await pak_budi.starts(link)
    assert len(await calls_since(town, before)) == 1


async def test_an_order_takes_at_most_three_calls_with_the_sellers_notice(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    link = await sells(bu_sari, "Keripik pisang 15rb stok 9")
    await pak_budi.starts(link)
    before = await now(town)
    await pak_budi.taps("2")
    assert len(await calls_since(town, before)) <= 2
    before = await now(town)
    await pak_budi.taps("✅ Pesan")
    await bu_sari.sees("Pesanan baru #1")
    await pak_budi.sees("sudah sampai di")
    used = await calls_since(town, before)
    assert sorted(used) == ["answercallbackquery", "editmessagecaption", "sendphoto"]


async def test_answering_takes_three_calls_and_one_that_quiets_the_old_card(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    link = await sells(bu_sari, "Keripik pisang 15rb stok 9")
    await pak_budi.starts(link)
    await pak_budi.taps("2")
    await pak_budi.taps("✅ Pesan")
    received = await bu_sari.sees("Pesanan baru #1")
    before = await now(town)
    await bu_sari.taps("Terima", on=received)
    accepted = await pak_budi.sees("disanggupi")
    await pak_budi.sees_nothing_new(accepted["message_id"], seconds=0.2)
    assert len(await calls_since(town, before)) <= 4


async def test_a_photo_is_uploaded_once(town: Town, bu_sari: Person, pak_budi: Person, stranger: Person) -> None:
    link = await sells(bu_sari)
    await pak_budi.starts(link)
    await stranger.starts(link)
    uploads = [call["method"] for call in await town.calls() if " bytes>" in str(call["params"])]
    assert len(uploads) <= 1
    assert await newest(stranger) > 0
