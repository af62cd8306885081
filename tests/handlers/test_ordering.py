"""Buying: from a link to an order that its seller has."""

import asyncio

import pytest
from sqlmodel import Session

from handlers.taps import Buy
from models.products import Product
from tests.support.cast import Person, Town
from tests.support.scenes import all_orders, kept, lapak, message_of, newest, orders, sells, stock


async def summary_of(buyer: Person, link: str, count: str) -> int:
    card = await buyer.starts(link)
    await buyer.taps(count, on=card)
    summary = await buyer.sees("Pesanan ke", button="✅ Pesan", after=card["message_id"] - 1)
    return int(summary["message_id"])


async def test_a_link_a_count_and_pesan_make_an_order(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari)
    card = await pak_budi.starts(link)
    assert card.buttons == ["1", "2", "3", "🔢 Jumlah lain", "🏪 Barang lain"]
    await pak_budi.taps("2", on=card)
    summary = await pak_budi.sees("Pesanan ke Bu Sari")
    assert "2 × Keripik pisang (Rp15.000) = Rp30.000" in summary.words
    assert "kami simpan" in summary.words
    await pak_budi.taps("✅ Pesan", on=summary)
    placed = await pak_budi.sees("Pesanan #1 sudah sampai di Bu Sari")
    assert placed.buttons == ["💬 Tulis ke penjual", "✖ Batalkan pesanan"]
    received = await bu_sari.sees("Pesanan baru #1 dari Pak Budi")
    assert "2 × Keripik pisang (Rp15.000) = Rp30.000" in received.words
    assert received.buttons == ["✅ Terima", "🤝 Tawarkan lain", "✖ Tolak", "💬 Tulis pesan"]
    assert received["photo"]
    assert await stock(town, 1) == 2
    assert (await kept(town, pak_budi)).consent_version == 1


async def test_how_many_can_be_typed_while_the_card_is_looked_at(bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari)
    for typed in ("3", " 3 ", "tiga", "3 bungkus"):
        card = await pak_budi.starts(link)
        await pak_budi.writes(typed)
        summary = await pak_budi.sees("Pesanan ke", button="✅ Pesan", after=card["message_id"])
        assert "3 × Keripik pisang" in summary.words


async def test_another_number_is_asked_for(bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari)
    await pak_budi.taps("Jumlah lain", on=await pak_budi.starts(link))
    await pak_budi.sees("Mau berapa Keripik pisang", button="Kembali")
    await pak_budi.writes("4")
    await pak_budi.sees("4 × Keripik pisang", button="✅ Pesan")


async def test_delivery_asks_for_the_address_and_remembers_it(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    link = await sells(bu_sari)
    await summary_of(pak_budi, link, "1")
    await pak_budi.taps("Antar ke alamat")
    await pak_budi.sees("Diantar ke mana", button="Kembali")
    await pak_budi.writes("Jl. Merdeka 5,\nPlaosan")
    await pak_budi.taps("✅ Pesan", on=await pak_budi.sees("Antar ke: Jl. Merdeka 5, Plaosan", button="✅ Pesan"))
    placed = await pak_budi.sees("sudah sampai di")
    assert "Antar ke: Jl. Merdeka 5, Plaosan" in placed.words
    assert "Antar ke: Jl. Merdeka 5, Plaosan" in (await bu_sari.sees("Pesanan baru #1")).words
    second = await summary_of(pak_budi, link, "1")
    await pak_budi.taps("Antar ke Jl. Merdeka 5, Plaosan")
    await pak_budi.sees("Pesanan #2 sudah sampai di", after=second - 1)
    assert (await all_orders(town))[1].address == "Jl. Merdeka 5, Plaosan"
    await summary_of(stranger, link, "1")
    assert not [words for words in await stranger.told() if "Merdeka" in words]


async def changes_price(town: Town, product_id: int, price: int) -> None:
    """As its seller would, while somebody looks at a summary."""

    def change(session: Session) -> None:
        session.get_one(Product, product_id).price = price

    await lapak(town).database.write(change)


async def test_what_has_changed_since_it_was_read_back_is_read_back_again(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    number = await summary_of(pak_budi, await sells(bu_sari), "2")
    await changes_price(town, 1, 950_000)
    toast = await pak_budi.taps("✅ Pesan")
    assert "Ada yang berubah" in str(toast)
    anew = await message_of(pak_budi, number)
    assert "Rp1.900.000" in anew.words
    assert await all_orders(town) == []
    await pak_budi.taps("✅ Pesan", on=anew)
    await pak_budi.sees("Pesanan #1 sudah sampai di")
    assert [order.total for order in await all_orders(town)] == [1_900_000]


async def test_an_order_in_words_whose_price_has_changed_is_read_back_again(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await sells(bu_sari)
    await pak_budi.writes("pesan 2 keripik pisang kirim ke Jl. Merdeka 5 Plaosan")
    cart = await pak_budi.sees("Rp30.000", button="✅ Pesan")
    await changes_price(town, 1, 20_000)
    assert "Ada yang berubah" in str(await pak_budi.taps("✅ Pesan", on=cart))
    anew = await pak_budi.sees("Rp40.000", button="✅ Pesan")
    assert "Antar ke: Jl. Merdeka 5 Plaosan" in anew.words
    assert await all_orders(town) == []
    await pak_budi.taps("✅ Pesan", on=anew)
    await pak_budi.sees("Pesanan #1 sudah sampai di")
    assert [order.total for order in await all_orders(town)] == [40_000]


async def test_an_old_summary_does_not_send_goods_to_another_address(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    link = await sells(bu_sari)
    for address in ("Jl. Lama 1, Bogor", "Jl. Baru 99, Depok"):
        await summary_of(pak_budi, link, "1")
        await pak_budi.taps("Antar ke alamat")
        await pak_budi.sees("Diantar ke mana")
        await pak_budi.writes(address)
        await pak_budi.taps("✅ Pesan", on=await pak_budi.sees(f"Antar ke: {address}", button="✅ Pesan"))
        placed = await pak_budi.sees(f"Antar ke: {address}", button="Batalkan")
        if "Lama" in address:
            old = await message_of(pak_budi, await summary_of(pak_budi, link, "1"))
            assert "🛵 Antar ke Jl. Lama 1, Bogor" in old.buttons
    assert placed
    assert "Ada yang berubah" in str(await pak_budi.taps_data(old["message_id"], old.data_of("Antar ke Jl. Lama")))
    assert len(await all_orders(town)) == 2
    await pak_budi.taps("Antar ke Jl. Baru 99, Depok", on=await message_of(pak_budi, old["message_id"]))
    await pak_budi.sees("Pesanan #3 sudah sampai di")
    assert [order.address for order in await all_orders(town)][1:] == ["Jl. Baru 99, Depok"] * 2


async def test_a_short_or_endless_address_is_asked_for_again(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari)
    await summary_of(pak_budi, link, "1")
    await pak_budi.taps("Antar ke alamat")
    await pak_budi.sees("Diantar ke mana")
    for address, answer in (("Jl", "terlalu pendek"), ("Jl. " + "x" * 600, "kepanjangan")):
        await pak_budi.writes(address)
        assert (await pak_budi.sees(answer)).buttons
    await pak_budi.writes("Jl. Merdeka 5, Plaosan")
    await pak_budi.taps("✅ Pesan", on=await pak_budi.sees("Antar ke: Jl. Merdeka 5, Plaosan", button="✅ Pesan"))
    await pak_budi.sees("sudah sampai di")


async def test_too_many_is_told_kindly_with_what_is_left(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari, "Keripik pisang 15rb stok 2")
    card = await pak_budi.starts(link)
    assert "3" not in card.buttons
    await pak_budi.writes("5")
    refusal = await pak_budi.sees("Tinggal 2. Mau 2, atau kurang dari itu?", button="Lihat barangnya")
    await pak_budi.writes("2")
    await pak_budi.sees("2 × Keripik pisang", button="✅ Pesan", after=refusal["message_id"])
    assert await stock(town, 1) == 2


async def test_a_number_that_cannot_be_keeps_the_question_open(bu_sari: Person, pak_budi: Person) -> None:
    await pak_budi.starts(await sells(bu_sari))
    for typed in ("0", "999999", "-2", "banyak", "2,5"):
        before = await newest(pak_budi)
        await pak_budi.writes(typed)
        assert (await pak_budi.sees("ulis angka", after=before)).buttons
    await pak_budi.writes("2")
    await pak_budi.sees("2 × Keripik pisang", button="✅ Pesan")


async def test_the_last_piece_goes_to_one_of_two(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    link = await sells(bu_sari, "Batik tulis 250rb stok 1")
    for buyer in (pak_budi, stranger):
        await summary_of(buyer, link, "1")
    await asyncio.gather(*(buyer.taps("✅ Pesan") for buyer in (pak_budi, stranger)))
    lucky = [buyer for buyer in (pak_budi, stranger) if "sudah sampai di" in str(await buyer.told())]
    assert len(lucky) == 1
    unlucky = stranger if lucky == [pak_budi] else pak_budi
    assert (await unlucky.sees("baru saja habis")).buttons
    assert len(await all_orders(town)) == 1
    assert await stock(town, 1) == 0


async def test_what_is_gone_meanwhile_is_told_with_what_is_left(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    link = await sells(bu_sari, "Keripik pisang 15rb stok 3")
    await summary_of(pak_budi, link, "3")
    await orders(stranger, link, "2")
    await pak_budi.taps("✅ Pesan")
    refusal = await pak_budi.sees("Tinggal 1. Mau yang satu ini?")
    await pak_budi.taps("Lihat barangnya", on=refusal)
    card = await pak_budi.sees("Stok 1", button="1", after=refusal["message_id"] - 1)
    await pak_budi.taps("1", on=card)
    await pak_budi.sees("1 × Keripik pisang", button="✅ Pesan")
    assert await stock(town, 1) == 1


async def test_what_is_sold_out_says_habis_and_takes_no_order(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    link = await sells(bu_sari, "Batik tulis 250rb stok 1")
    await orders(pak_budi, link, "1")
    card = await stranger.starts(link)
    assert "Habis" in card.words
    assert card.buttons == ["🔔 Kabari saya", "🏪 Barang lain"]
    await stranger.writes("1")
    assert (await stranger.sees("baru saja habis")).buttons
    await stranger.taps_data(card["message_id"], Buy(do="order", product_id=1, quantity=1).pack())
    assert len(await all_orders(town)) == 1


async def test_what_is_sold_by_weight_is_counted_in_portions(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari, "Kopi bubuk 25rb/100 gram stok 250 gram")
    card = await pak_budi.starts(link)
    assert "Rp25.000/100 gram" in card.words
    assert card.buttons[:2] == ["1", "2"]
    assert "3" not in card.buttons
    await orders(pak_budi, link, "2")
    assert await stock(town, 1) == 50


async def test_a_double_tap_on_pesan_is_one_order_and_a_kind_word(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    link = await sells(bu_sari)
    number = await summary_of(pak_budi, link, "1")
    summary = await pak_budi.sees("Pesanan ke")
    data = summary.data_of("✅ Pesan")
    toasts = await asyncio.gather(*(pak_budi.taps_data(number, data) for _ in range(3)))
    await pak_budi.sees("sudah sampai di")
    await bu_sari.sees("Pesanan baru #1")
    assert len(await all_orders(town)) == 1
    assert await stock(town, 1) == 3
    assert len([toast for toast in toasts if "sudah tadi" in str(toast)]) == 2


async def test_the_same_can_be_ordered_again_after_cancelling(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    placed = await orders(pak_budi, await sells(bu_sari))
    await pak_budi.taps("Batalkan pesanan", on=placed)
    await pak_budi.taps("Lihat barangnya", on=await pak_budi.sees("sudah dibatalkan"))
    await pak_budi.taps("2", on=await pak_budi.sees("Mau berapa?", button="2"))
    await pak_budi.taps("✅ Pesan", on=await pak_budi.sees("Pesanan ke", button="✅ Pesan"))
    await pak_budi.sees("Pesanan #2 sudah sampai di")
    await bu_sari.sees("Pesanan baru #2")
    assert [order.state for order in await all_orders(town)] == ["cancelled", "placed"]
    assert await stock(town, 1) == 2


async def test_what_is_made_to_order_can_be_ordered_again_after_cancelling(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await bu_sari.sends_photo("Kue ulang tahun 150rb")
    await bu_sari.taps("Jumlah lain")
    await bu_sari.taps("Dibuat kalau dipesan")
    await bu_sari.taps("Hari itu juga")
    await bu_sari.sees("sudah tayang")
    placed = await orders(pak_budi, "p1", "1")
    await pak_budi.taps("Batalkan pesanan", on=placed)
    await pak_budi.taps("Lihat barangnya", on=await pak_budi.sees("sudah dibatalkan"))
    await pak_budi.taps("1", on=await pak_budi.sees("Mau berapa?", button="1"))
    await pak_budi.taps("✅ Pesan", on=await pak_budi.sees("Pesanan ke", button="✅ Pesan"))
    await pak_budi.sees("Pesanan #2 sudah sampai di")
    assert len(await all_orders(town)) == 2


async def test_a_buyer_cancels_before_the_answer(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    placed = await orders(pak_budi, await sells(bu_sari))
    await bu_sari.sees("Pesanan baru #1")
    await pak_budi.taps("Batalkan pesanan", on=placed)
    await pak_budi.sees("Pesanan #1 sudah dibatalkan", button="Lihat barangnya")
    await bu_sari.sees("Pesanan #1 dibatalkan Pak Budi. Stok sudah kembali")
    assert await stock(town, 1) == 4


async def test_after_the_answer_cancelling_is_refused_kindly(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    placed = await orders(pak_budi, await sells(bu_sari))
    cancel = placed.data_of("Batalkan")
    await bu_sari.taps("Terima", on=await bu_sari.sees("Pesanan baru #1"))
    await pak_budi.sees("disanggupi")
    await pak_budi.taps_data(placed["message_id"], cancel)
    assert (await pak_budi.sees("sekarang diproses")).buttons
    assert await stock(town, 1) == 2


async def test_a_seller_cannot_order_from_herself(town: Town, bu_sari: Person) -> None:
    link = await sells(bu_sari)
    card = await bu_sari.starts(link)
    await bu_sari.taps("1", on=card)
    refusal = await bu_sari.sees("barang Kakak sendiri", button="Lihat barang")
    await bu_sari.taps_data(card["message_id"], Buy(do="order", product_id=1, quantity=1).pack())
    await bu_sari.sees("barang Kakak sendiri", after=refusal["message_id"])
    await bu_sari.taps("Lihat barang", on=refusal)
    await bu_sari.sees("Keripik pisang", button="Bagikan", after=refusal["message_id"] - 1)
    assert await all_orders(town) == []


async def test_the_buyer_finds_the_orders_again(bu_sari: Person, pak_budi: Person) -> None:
    await orders(pak_budi, await sells(bu_sari))
    before = await newest(pak_budi)
    await pak_budi.writes("/pesanan")
    listed = await pak_budi.sees("Belanjaan Kakak", after=before)
    await pak_budi.taps("#1 Keripik pisang · menunggu", on=listed)
    await pak_budi.sees("Pesanan #1 sudah sampai di", button="Batalkan", after=before)


async def test_going_back_from_the_summary_leads_to_the_card(bu_sari: Person, pak_budi: Person) -> None:
    number = await summary_of(pak_budi, await sells(bu_sari), "2")
    await pak_budi.taps("Kembali", on=await pak_budi.sees("Pesanan ke"))
    await pak_budi.sees("Mau berapa?", button="3", after=number - 1)
    await pak_budi.writes("3")
    await pak_budi.sees("3 × Keripik pisang", button="✅ Pesan")


async def test_second_thoughts_at_the_address_order_nothing(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await summary_of(pak_budi, await sells(bu_sari), "1")
    await pak_budi.taps("Antar ke alamat")
    await pak_budi.sees("Diantar ke mana")
    await pak_budi.writes("batal")
    assert (await pak_budi.sees("Tidak ada yang dikirim")).buttons
    assert await all_orders(town) == []


@pytest.mark.parametrize("address", [None, "Jl. Melati 5, Bogor"])
async def test_a_colour_that_is_written_wins_over_the_one_that_was_tapped(
    bu_sari: Person, pak_budi: Person, address: str | None
) -> None:
    await sells(bu_sari, "Kaos polos 50rb (merah, biru) stok 10")
    await pak_budi.starts("p1")
    await pak_budi.taps("merah")
    await pak_budi.sees("Mau berapa?")
    await pak_budi.writes("2 biru")
    summary = await pak_budi.sees("2 × Kaos polos (biru)", button="✅ Pesan")
    if address:
        await pak_budi.taps("Antar ke alamat", on=summary)
        await pak_budi.sees("Diantar ke mana")
        await pak_budi.writes(address)
        summary = await pak_budi.sees(address, button="✅ Pesan")
    await pak_budi.taps("✅ Pesan", on=summary)
    assert "2 × Kaos polos (biru)" in (await bu_sari.sees("Pesanan baru #1")).words


@pytest.mark.parametrize("said", ["beli keripik 25 ribu", "ada keripik?", "berapa harga keripik?", "mau keripik 50rb"])
async def test_who_looks_for_something_to_buy_is_not_taken_for_a_seller(
    bu_sari: Person, pak_budi: Person, said: str
) -> None:
    await sells(bu_sari)
    before = (await pak_budi.starts())["message_id"]
    await pak_budi.writes(said)
    await pak_budi.sees(button="Keripik pisang", after=before)
