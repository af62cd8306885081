"""Looking round: the market, a stall, words of a name, pages."""

from handlers.taps import Own
from tests.support.cast import Person, Town
from tests.support.scenes import fills_shelf, newest, sells


async def test_the_newest_come_first_and_lead_to_a_card(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await sells(bu_sari)
    await sells(bu_sari, "Kopi bubuk 25rb stok 9", stall=False)
    await pak_budi.starts()
    await pak_budi.taps("Saya mau belanja")
    market = await pak_budi.sees("Mau cari apa", button="Terbaru")
    await pak_budi.taps("Terbaru", on=market)
    shelf = await pak_budi.sees("Yang baru dipasang")
    assert [label.split(" · ")[0] for label in shelf.buttons[:2]] == ["Kopi bubuk", "Keripik pisang"]
    assert "Bu Sari" in shelf.buttons[0]
    await pak_budi.taps("Keripik pisang", on=shelf)
    card = await pak_budi.sees("Mau berapa?", button="Jumlah lain")
    assert card["photo"]
    assert "Rp15.000" in card.words
    assert "Bu Sari" in card.words
    assert "Stok 4" in card.words


async def test_the_card_says_where_the_stall_is(bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.sends_photo("Keripik pisang 15rb stok 4")
    await bu_sari.taps("Pasang")
    await bu_sari.sees("lapaknya di mana")
    await bu_sari.writes("Plaosan, Magetan")
    await bu_sari.sees("bayarnya bagaimana")
    assert "Bu Sari, Plaosan, Magetan" in (await pak_budi.starts("p1")).words


async def test_stalls_are_listed_with_how_much_they_sell(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await sells(bu_sari)
    await pak_budi.writes("/belanja")
    await pak_budi.taps("🏪 Lapak")
    stalls = await pak_budi.sees("Lapak yang buka")
    await pak_budi.taps("Bu Sari (1 barang)", on=stalls)
    shelf = await pak_budi.sees("Bu Sari menjual:")
    await pak_budi.taps("Kembali", on=shelf)
    await pak_budi.sees("Mau cari apa")


async def test_words_find_products_whatever_their_case(bu_sari: Person, pak_budi: Person) -> None:
    await sells(bu_sari)
    await pak_budi.writes("/cari")
    await pak_budi.taps("Cari nama")
    await pak_budi.sees("Tulis nama barang")
    await pak_budi.writes("PISANG")
    found = await pak_budi.sees("Ketemu untuk “PISANG”")
    assert found.buttons[0].startswith("Keripik pisang")


async def test_what_is_not_found_is_said_and_another_word_may_follow(bu_sari: Person, pak_budi: Person) -> None:
    await sells(bu_sari)
    await pak_budi.writes("/cari")
    await pak_budi.taps("Cari nama")
    await pak_budi.sees("Tulis nama barang")
    await pak_budi.writes("%_durian")
    assert (await pak_budi.sees("Belum ada “%_durian”")).buttons == ["🆕 Terbaru", "🔎 Cari nama"]
    await pak_budi.writes("keripik")
    await pak_budi.sees("Ketemu untuk “keripik”")


async def test_pages_of_the_newest_turn_both_ways(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await sells(bu_sari)
    await fills_shelf(town, bu_sari, *((f"Barang {letter}", 9) for letter in "ABCDEFG"))
    await pak_budi.writes("/belanja")
    await pak_budi.taps("Terbaru")
    first = await pak_budi.sees("Yang baru dipasang", button="▶")
    await pak_budi.taps("▶", on=first)
    second = await pak_budi.sees("Yang baru dipasang", button="◀")
    assert [label.split(" · ")[0] for label in second.buttons[:2]] == ["Barang A", "Keripik pisang"]
    await pak_budi.taps("◀", on=second)
    await pak_budi.sees("Yang baru dipasang", button="Barang G")


async def test_a_found_list_still_turns_its_pages_after_looking_at_a_product(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await sells(bu_sari)
    await fills_shelf(town, bu_sari, *((f"Keripik {letter}", 9) for letter in "ABCDEFG"))
    await pak_budi.writes("/cari")
    await pak_budi.taps("Cari nama")
    await pak_budi.sees("Tulis nama barang")
    await pak_budi.writes("keripik")
    found = await pak_budi.sees("Ketemu untuk", button="▶")
    await pak_budi.taps("Keripik G", on=found)
    await pak_budi.sees("Mau berapa?")
    await pak_budi.taps("▶", on=found)
    assert "◀" in (await pak_budi.sees("Ketemu untuk", button="Keripik pisang")).buttons


async def test_an_empty_market_says_so_and_leads_on(pak_budi: Person) -> None:
    await pak_budi.writes("/belanja")
    await pak_budi.taps("Terbaru")
    empty = await pak_budi.sees("Belum ada barang", button="Kembali")
    await pak_budi.taps("Kembali", on=empty)
    await pak_budi.taps("🏪 Lapak", on=await pak_budi.sees("Mau cari apa"))
    await pak_budi.sees("Belum ada barang", button="Kembali")


async def test_hidden_and_removed_products_are_not_found(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await sells(bu_sari)
    hello = await newest(bu_sari)
    await bu_sari.taps_data(hello, Own(do="hide", product_id=1).pack())
    await bu_sari.sees("disembunyikan")
    shelf = await pak_budi.starts("s1")
    assert "belum punya barang" in shelf.words
    assert shelf.buttons
