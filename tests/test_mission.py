"""The whole mission, once through: list, order, answer, low stock in the morning, an announcement."""

from tests.support.cast import Person, Town


async def test_the_whole_mission(town: Town, bu_sari: Person, pak_budi: Person, mbak_rini: Person) -> None:
    await bu_sari.starts()
    await bu_sari.sends_photo("Keripik pisang 15rb stok 4")
    draft = await bu_sari.sees("Keripik pisang", button="Pasang")
    assert "Rp15.000" in draft.words
    await bu_sari.taps("Pasang")
    await bu_sari.sees("sudah tayang")
    link = next(word for word in (await bu_sari.sees("sudah tayang")).words.split() if "?start=" in word)
    await bu_sari.sees("lapaknya di mana")
    await bu_sari.writes("Plaosan, Magetan")
    await bu_sari.sees("bayarnya bagaimana")
    await bu_sari.writes("Transfer BRI atau COD")
    await bu_sari.sees("beres")

    await pak_budi.starts(link.split("?start=")[1])
    card = await pak_budi.sees("Keripik pisang", button="2")
    await pak_budi.taps("2", on=card)
    await pak_budi.taps("✅ Pesan")
    await pak_budi.sees("sudah sampai di Bu Sari")

    await bu_sari.sees("Pesanan baru #1", button="Terima")
    await bu_sari.sees("tinggal 2", button="+5")
    await bu_sari.taps("Terima")
    accepted = await pak_budi.sees("disanggupi Bu Sari")
    assert "Magetan" in accepted.words
    assert "BRI" in accepted.words

    newest = (await bu_sari.chat())[-1]["message_id"]
    await town.later(hours=21)
    await bu_sari.sees("Selamat pagi", button="+10", after=newest)
    await bu_sari.taps("+10")
    await bu_sari.sees("sekarang 12")

    await mbak_rini.writes("/siaran")
    await mbak_rini.sees("Kirim pengumumannya")
    await mbak_rini.writes("Besok ada pelatihan foto di balai desa.")
    await mbak_rini.taps("Semua orang")
    await mbak_rini.sees("2 orang", button="Kirim")
    await mbak_rini.taps("Kirim")
    await mbak_rini.sees("Pengumuman selesai: sampai ke 2 dari 2")
    await bu_sari.sees("pelatihan foto")
    await pak_budi.sees("pelatihan foto")
