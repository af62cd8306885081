"""From "disanggupi" to "sudah saya terima", and what is said afterwards."""

from handlers.taps import OrderTap
from tests.support.cast import Message, Person, Town, photo_bytes
from tests.support.scenes import all_orders, newest, orders, sells, stall_row, stock


async def a_promise(seller: Person, buyer: Person, caption: str = "Keripik pisang 15rb stok 8") -> Message:
    await orders(buyer, await sells(seller, caption))
    await seller.taps("Terima", on=await seller.sees("Pesanan baru #1"))
    return await seller.sees("Kakak sanggupi", button="Siap diambil")


async def finished(seller: Person, buyer: Person) -> Message:
    await seller.taps("Selesai", on=await a_promise(seller, buyer))
    return await buyer.sees("selesai. Terima kasih", button="Pesan lagi")


async def test_ready_is_told_and_received_with_one_tap(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.taps("Siap diambil", on=await a_promise(bu_sari, pak_budi))
    await bu_sari.sees("Pembeli sudah dikabari", button="Selesai")
    ready = await pak_budi.sees("sudah siap diambil di Bu Sari", button="Sudah saya terima")
    await pak_budi.taps("Sudah saya terima", on=ready)
    await pak_budi.sees("selesai. Terima kasih", button="Puas")
    await bu_sari.sees("Pak Budi sudah menerima")
    assert (await all_orders(town))[0].state == "finished"


async def test_what_was_sent_shows_its_tracking_as_it_was_typed(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.taps("Lainnya", on=await a_promise(bu_sari, pak_budi))
    await bu_sari.taps("Sudah dikirim", on=await bu_sari.sees("mau apa?"))
    await bu_sari.sees("dikirim lewat apa", button="Tanpa resi")
    await bu_sari.writes("JNE   0123 4567 8901 2")
    await bu_sari.sees("sudah dikirim", button="Selesai")
    assert "JNE 0123 4567 8901 2" in (await pak_budi.sees("sudah di jalan", button="Sudah saya terima")).words
    await town.later(hours=47)
    assert "sudah Kakak terima?" not in str(await pak_budi.told())
    await town.later(hours=1)
    await pak_budi.taps("Sudah saya terima", on=await pak_budi.sees("sudah Kakak terima?"))
    await pak_budi.sees("selesai. Terima kasih")


async def test_a_very_long_tracking_is_refused_and_asked_again(bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.taps("Lainnya", on=await a_promise(bu_sari, pak_budi))
    await bu_sari.taps("Sudah dikirim", on=await bu_sari.sees("mau apa?"))
    await bu_sari.sees("dikirim lewat apa")
    await bu_sari.writes("x" * 61)
    await bu_sari.sees("Kepanjangan")
    await bu_sari.writes("dibawa Pak Joko")
    assert "dibawa Pak Joko" in (await pak_budi.sees("sudah di jalan")).words


async def test_an_address_makes_sending_the_next_step_and_adds_the_fee(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    link = await sells(bu_sari)
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Atur lapak")
    await bu_sari.taps("Ongkir antar", on=await bu_sari.sees("Apanya yang mau diubah"))
    await bu_sari.taps("Rp10.000", on=await bu_sari.sees("ongkirnya berapa"))
    await bu_sari.sees("Ongkir antar Rp10.000")
    assert (await stall_row(town, bu_sari)).delivery_fee == 10_000
    await pak_budi.starts(link)
    await pak_budi.taps("1")
    summary = await pak_budi.sees("Kalau diantar, ongkirnya Rp10.000", button="Antar ke alamat")
    await pak_budi.taps("Antar ke alamat", on=summary)
    await pak_budi.sees("Diantar ke mana")
    await pak_budi.writes("Jl. Kenari 5, Plaosan")
    cart = await pak_budi.sees("Jumlah: Rp25.000", button="Pesan")
    await pak_budi.taps("✅ Pesan", on=cart)
    await bu_sari.taps("Terima", on=await bu_sari.sees("Jumlah: Rp25.000", button="Terima"))
    await bu_sari.taps("Sudah dikirim", on=await bu_sari.sees("Kakak sanggupi", button="Sudah dikirim"))
    await bu_sari.taps("Tanpa resi", on=await bu_sari.sees("dikirim lewat apa"))
    await pak_budi.sees("sudah di jalan")
    assert (await all_orders(town))[0].total == 25_000


async def test_a_promise_taken_back_is_asked_once_and_the_stock_returns(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await bu_sari.taps("Lainnya", on=await a_promise(bu_sari, pak_budi))
    await bu_sari.taps("Ternyata tidak bisa", on=await bu_sari.sees("mau apa?"))
    await bu_sari.taps("Ya, batalkan", on=await bu_sari.sees("kembalikan dulu ya"))
    declined = await pak_budi.sees("belum bisa melayani")
    assert "ternyata Bu Sari tidak bisa" in declined.words
    assert "Tulis ke penjual" in str(declined.buttons)
    assert await stock(town, 1) == 8


async def test_one_tap_rates_and_the_stall_shows_it(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    over = await finished(bu_sari, pak_budi)
    await pak_budi.taps("Puas", on=over)
    told = await bu_sari.sees("memberi nilai")
    assert "Kata pembeli: 🤩 Puas" in told.words
    await pak_budi.taps_data(over["message_id"], over.data_of("Kecewa"))
    assert (await all_orders(town))[0].rating == 3, "the first word counts"
    assert "1 pembeli puas" in (await stranger.starts("p1")).words


async def test_pesan_lagi_is_two_taps(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    over = await finished(bu_sari, pak_budi)
    before, pak_budi.actions = over["message_id"], 0
    await pak_budi.taps("Pesan lagi", on=over)
    await pak_budi.taps("✅ Pesan", on=await pak_budi.sees("2 × Keripik pisang", button="✅ Pesan", after=before))
    await pak_budi.sees("Pesanan #2 sudah sampai")
    assert pak_budi.actions == 2
    await bu_sari.sees("Pesanan baru #2")
    assert await stock(town, 1) == 4


async def test_pesan_lagi_of_what_is_gone_says_so(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    over = await finished(bu_sari, pak_budi)
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Barang saya")
    await bu_sari.taps("Keripik pisang")
    await bu_sari.taps("Stok", on=await bu_sari.sees("Rp15.000", button="Stok"))
    await bu_sari.sees("Ketuk untuk menambah")
    await bu_sari.writes("habis")
    await bu_sari.sees("sekarang 0")
    await pak_budi.taps("Pesan lagi", on=over)
    await pak_budi.sees("baru saja habis")


async def test_only_the_newest_cart_can_be_ordered(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    over = await finished(bu_sari, pak_budi)
    await sells(bu_sari, "Es lilin 2rb stok 9", stall=False)
    await pak_budi.taps("Pesan lagi", on=over)
    older = await pak_budi.sees("2 × Keripik pisang", button="✅ Pesan", after=over["message_id"])
    await pak_budi.writes("pesan 3 es lilin")
    newer = await pak_budi.sees("3 × Es lilin", button="✅ Pesan")
    await pak_budi.taps_data(older["message_id"], older.data_of("✅ Pesan"))
    await pak_budi.sees("Pesanan itu sudah lewat")
    await pak_budi.taps_data(newer["message_id"], newer.data_of("✅ Pesan"))
    await bu_sari.sees("Pesanan baru #2")
    assert (await all_orders(town))[-1].total == 6_000


async def test_a_complaint_reaches_the_operator(
    town: Town, bu_sari: Person, pak_budi: Person, mbak_rini: Person
) -> None:
    await mbak_rini.starts()
    over = await finished(bu_sari, pak_budi)
    await pak_budi.taps("Ada masalah", on=over)
    await pak_budi.sees("Ada masalah apa")
    await pak_budi.writes("Keripiknya hancur <b>semua</b>")
    await pak_budi.sees("Sudah saya sampaikan ke petugas")
    heard = await mbak_rini.sees("Keluhan pesanan #1")
    assert "Keripiknya hancur <b>semua</b>" in heard.words
    assert str(bu_sari.id) in heard.words
    assert str(pak_budi.id) in heard.words


async def test_a_complaint_as_an_album_reaches_the_operator_whole(
    bu_sari: Person, pak_budi: Person, mbak_rini: Person
) -> None:
    await mbak_rini.starts()
    await pak_budi.taps("Ada masalah", on=await finished(bu_sari, pak_budi))
    await pak_budi.sees("Ada masalah apa")
    await pak_budi.sends_photo("Semua hancur", *(photo_bytes(color) for color in ("red", "blue")))
    await pak_budi.sees("Sudah saya sampaikan ke petugas")
    heard = await mbak_rini.sees("Semua hancur")
    assert heard["photo"]
    assert (await mbak_rini.sees("Keluhan pesanan #1", after=heard["message_id"]))["photo"]


async def test_a_complaint_sent_as_a_file_is_asked_for_as_a_photo(
    bu_sari: Person, pak_budi: Person, mbak_rini: Person
) -> None:
    await mbak_rini.starts()
    await pak_budi.taps("Ada masalah", on=await finished(bu_sari, pak_budi))
    await pak_budi.sees("Ada masalah apa")
    await pak_budi.sends_file("document", photo_bytes(), "hancur.jpg", "image/jpeg", "Hancur 15rb")
    await pak_budi.sees("Kirim sebagai foto biasa")
    await pak_budi.writes("Hancur semua")
    await pak_budi.sees("Sudah saya sampaikan ke petugas")
    await mbak_rini.sees("Hancur semua")


async def test_a_complaint_that_nobody_can_hear_is_not_swallowed(bu_sari: Person, pak_budi: Person) -> None:
    over = await finished(bu_sari, pak_budi)
    await pak_budi.taps("Ada masalah", on=over)
    assert (await pak_budi.sees("Belum ada petugas")).buttons, "said before anything is written in vain"


async def test_a_photo_of_the_slip_goes_to_the_buyer(bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.taps("Lainnya", on=await a_promise(bu_sari, pak_budi))
    await bu_sari.taps("Sudah dikirim", on=await bu_sari.sees("mau apa?"))
    await bu_sari.sees("dikirim lewat apa")
    await bu_sari.sends_photo("JNE 0123456789012")
    sent = await pak_budi.sees("sudah di jalan")
    assert sent["photo"]
    assert "JNE 0123456789012" in sent.words


async def test_nobody_else_can_hand_over_or_receive(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    await a_promise(bu_sari, pak_budi)
    hello = await stranger.starts()
    sellers = ("ready", "send", "sent", "more", "withdraw", "withdrawn", "finish")
    buyers = ("receive", "rate", "complain", "again")
    forged = [(stranger, hello["message_id"], do) for do in (*sellers, *buyers)]
    forged += [(pak_budi, await newest(pak_budi), do) for do in sellers]
    forged += [(bu_sari, await newest(bu_sari), do) for do in buyers]
    for forger, message_id, do in forged:
        before = await newest(forger)
        await forger.taps_data(message_id, OrderTap(do=do, order_id=1, value=1).pack())
        await forger.sees("tidak ketemu", after=before)
    order = (await all_orders(town))[0]
    assert (order.state, order.rating, order.complained_at) == ("accepted", None, None)
