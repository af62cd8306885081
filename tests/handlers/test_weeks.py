"""Over days and weeks: how long stock lasts, what nobody speaks of, what happened to it, and who should be phoned."""

from tests.support.cast import Person, Town


async def on_sale(seller: Person, caption: str) -> None:
    await seller.sends_photo(caption)
    await seller.taps("Pasang", on=await seller.sees("sudah betul", button="Pasang"))
    await seller.sees("sudah tayang")


async def sold(town: Town, seller: Person, buyer: Person, number: int, count: str) -> None:
    """Somebody buys, the seller takes it and hands it over."""
    card = await buyer.starts("p1")
    await buyer.taps(count, on=card)
    await buyer.taps("✅ Pesan", on=await buyer.sees("Pesanan ke", after=card["message_id"] - 1))
    await seller.taps("Terima", on=await seller.sees(f"Pesanan baru #{number}", button="Terima"))
    await seller.taps("Selesai", on=await seller.sees(f"#{number}", button="Selesai"))
    await buyer.sees(f"#{number} dari Bu Sari selesai")
    await town.later(hours=1)


async def test_low_stock_is_told_with_how_long_it_lasts_and_the_history_says_why(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await on_sale(bu_sari, "Keripik pisang 15rb stok 12")
    for number in (1, 2, 3):
        await sold(town, bu_sari, pak_budi, number, "3")
    told = await bu_sari.sees("tinggal 3", button="+5")
    assert "hari lagi" not in told.words, "two finished sales are no pace yet"
    await town.later(hours=20)
    morning = await bu_sari.sees("Selamat pagi", button="+5")
    assert "Cukup kira-kira 5 hari lagi" in morning.words

    await bu_sari.taps("+5", on=morning)
    await bu_sari.sees("sekarang 8")
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Barang saya")
    await bu_sari.taps("Keripik pisang")
    await bu_sari.taps("Lainnya")
    await bu_sari.taps("Riwayat stok")
    history = (await bu_sari.sees("Riwayat stok")).words
    assert "+5 tambah → 8" in history
    assert "-3 pesanan #3 → 3" in history
    assert "+12 awal → 12" in history


async def test_what_nobody_speaks_of_is_asked_about_one_by_one(town: Town, bu_sari: Person) -> None:
    await on_sale(bu_sari, "Keripik pisang 15rb stok 12")
    await on_sale(bu_sari, "Dodol garut 30rb stok 9")
    await town.later(days=17)
    first = await bu_sari.sees("masih ada", button="Masih ada")
    assert "1 barang lagi" in first.words
    await bu_sari.taps("Masih ada", on=first)
    await bu_sari.sees("Terima kasih")
    await bu_sari.taps("Habis", on=await bu_sari.sees("Dodol garut", button="Habis"))
    await bu_sari.sees("sekarang 0")


async def test_the_operator_is_asked_to_phone_a_seller_who_stays_silent(
    town: Town, bu_sari: Person, pak_budi: Person, mbak_rini: Person
) -> None:
    await mbak_rini.starts()
    await on_sale(bu_sari, "Keripik pisang 15rb stok 12")
    card = await pak_budi.starts("p1")
    await pak_budi.taps("1", on=card)
    await pak_budi.taps("✅ Pesan")
    await pak_budi.sees("sudah sampai di")
    await town.later(hours=23)
    call = await mbak_rini.sees("Tolong ditelepon")
    assert str(bu_sari.id) in call.words
    assert "kemarin jam 10.00" in call.words
