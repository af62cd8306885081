"""Kinds of stock: by weight, for today only, made to order, each variant with a stock of its own; from end to end."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlmodel import Session, select

from models.stock import StockMove
from models.variants import variant_stocks
from tests.support.cast import Message, Person, Town
from tests.support.scenes import all_orders, lapak, newest, orders, product, sells, stall_row, stock

CLOSING = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)  # 17:00 in Jakarta
MORNING = datetime(2026, 11, 22, 0, 0, tzinfo=UTC)  # 07:00


async def own_card(seller: Person, name: str) -> Message:
    """The seller opens the card of one of her products."""
    await seller.writes("/lapak")
    await seller.taps("Barang saya")
    await seller.taps(name, on=await seller.sees("Barang di lapak", button=name))
    return await seller.sees(name, button="Lainnya")


async def kinds_of(seller: Person, name: str) -> Message:
    """ "Lainnya" → "Cara jual"."""
    await seller.taps("Lainnya", on=await own_card(seller, name))
    await seller.taps("Cara jual")
    return await seller.sees("dijualnya bagaimana", button="Kembali")


async def variants(town: Town, product_id: int = 1) -> dict[str, int]:
    return await lapak(town).database.read(variant_stocks, product_id)


async def reasons(town: Town) -> list[tuple[int, str, str | None]]:
    def look(session: Session) -> list[tuple[int, str, str | None]]:
        moves = session.exec(select(StockMove).order_by("id"))
        return [(move.change, move.reason, move.variant) for move in moves]

    return await lapak(town).database.read(look)


# By weight


async def sells_cabai(seller: Person, stock: str = "10") -> str:
    """Bu Sari sells what costs Rp60.001 a kg, by the half."""
    before = await newest(seller)
    await seller.sends_photo(f"Cabai rawit 60.001/kg stok {stock}")
    draft = await seller.sees("sudah betul", button="Bisa beli ½ kg", after=before)
    await seller.taps("Bisa beli ½ kg", on=draft)
    await seller.taps("✅ Pasang", on=await seller.sees("Bisa beli per ½ kg", button="✅ Pasang"))
    published = await seller.sees("sudah tayang")
    assert f"Stok {stock} kg" in published.words
    return "p1"


async def test_a_stock_of_what_is_sold_by_half_a_kg_is_of_packs(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.sends_photo("Keripik 15rb/½ kg stok 3")
    assert "Stok 1.500 gram" in (await bu_sari.sees("sudah betul")).words
    await bu_sari.taps("✅ Pasang")
    await bu_sari.sees("sudah tayang")
    await orders(pak_budi, "p1", "1")
    assert await stock(town, 1) == 1000


async def test_a_stock_that_is_answered_for_half_a_kg_is_of_packs(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo("Keripik 15rb/½ kg")
    draft = await bu_sari.sees("Ada berapa?", button="Jumlah lain")
    assert draft.buttons[:2] == ["✅ Pasang · stok 500 gram", "✅ Pasang · stok 2.500 gram"]
    await bu_sari.writes("3")
    await bu_sari.sees("sudah tayang")
    assert await stock(town, 1) == 1500
    before = await newest(bu_sari)
    await bu_sari.sends_photo("Dodol stok 4")
    await bu_sari.sees("harganya berapa", after=before)
    await bu_sari.writes("20rb/½ kg")
    assert "Stok 2.000 gram" in (await bu_sari.sees("sudah betul", after=before)).words


async def test_what_is_sold_by_100_gram_is_low_counts_up_and_is_answered_in_packs(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    link = await sells(bu_sari, "Kopi bubuk 25rb/100 gram stok 500 gram")
    await orders(pak_budi, link, "1")
    await bu_sari.sees("Pesanan baru #1")
    await orders(pak_budi, link, "1")
    low = await bu_sari.sees("Stok Kopi bubuk tinggal 300 gram", button="+500 gram")
    assert low.buttons[:3] == ["+500 gram", "+1.000 gram", "+2.000 gram"]
    await bu_sari.taps("+500 gram", on=low)
    await bu_sari.sees("sekarang 800 gram")
    for said, left in (("4", 400), ("tambah 2", 600), ("700", 700), ("80", 80), ("50 gram", 50)):
        await bu_sari.writes(said, reply_to=low["message_id"])
        await bu_sari.sees(f"sekarang {left} gram")
        assert await stock(town, 1) == left


async def test_variants_of_what_is_sold_by_100_gram_are_counted_in_packs_as_well(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari, "Kopi bubuk 25rb/100 gram stok 500 gram")
    card = await own_card(bu_sari, "Kopi bubuk")
    await bu_sari.taps("📦 Stok", on=card)
    await bu_sari.writes("robusta 3, arabika 2")
    await bu_sari.sees("robusta 300 gram")
    assert await variants(town) == {"robusta": 300, "arabika": 200}


async def test_a_stock_below_one_pack_of_what_is_counted_is_asked(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo("Kerupuk 10rb/3 pcs stok 2")
    await bu_sari.taps("Pasang · stok 3", on=await bu_sari.sees("Ada berapa?", button="Pasang · stok 3"))
    await bu_sari.sees("sudah tayang")
    assert await stock(town, 1) == 3


async def test_half_a_kg_is_one_tap_and_costs_half_rounded_up(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    card = await pak_budi.starts(await sells_cabai(bu_sari))
    assert card.buttons[:3] == ["½ kg", "1 kg", "2 kg"]
    await pak_budi.taps("½ kg", on=card)
    summary = await pak_budi.sees("½ kg Cabai rawit (Rp60.001/kg) = Rp30.001", button="✅ Pesan")
    await pak_budi.taps("✅ Pesan", on=summary)
    await bu_sari.sees("½ kg Cabai rawit", button="Terima")
    assert (await all_orders(town))[0].total == 30_001
    assert await stock(town, 1) == 190, "twentieths of a kg"
    assert "Stok 9,5 kg" in (await pak_budi.starts("p1")).words


async def test_a_weight_in_words_is_understood_and_what_is_no_step_gets_its_neighbours(
    bu_sari: Person, pak_budi: Person
) -> None:
    link = await sells_cabai(bu_sari)
    for said, read in (("1,5 kg", "1,5 kg"), ("setengah kilo", "½ kg"), ("satu setengah", "1,5 kg"), ("2", "2 kg")):
        await pak_budi.starts(link)
        await pak_budi.writes(said)
        await pak_budi.sees(f"{read} Cabai rawit", button="✅ Pesan")
    await pak_budi.starts(link)
    before = await newest(pak_budi)
    await pak_budi.writes("750 gram")
    refused = await pak_budi.sees("Dijualnya per ½ kg. Mau ½ kg atau 1 kg?", after=before)
    assert refused.buttons
    await pak_budi.writes("1")
    await pak_budi.sees("1 kg Cabai rawit", button="✅ Pesan")


async def test_an_order_in_words_by_weight_is_delivered_and_comes_back_whole(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await sells_cabai(bu_sari)
    await pak_budi.writes("pesan cabai rawit satu setengah kilo kirim ke jl mawar 5 plaosan")
    await pak_budi.taps("✅ Pesan", on=await pak_budi.sees("1,5 kg Cabai rawit", button="✅ Pesan"))
    await bu_sari.sees("Rp90.002", button="Terima")
    assert await stock(town, 1) == 170
    await pak_budi.taps("Batalkan pesanan")
    await pak_budi.sees("sudah dibatalkan")
    assert await stock(town, 1) == 200


async def test_the_seller_chooses_the_quarter_or_the_ons_and_the_ledger_stays_right(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await sells(bu_sari, "Daging sapi 130rb/kg stok 5")
    await orders(pak_budi, "p1", "2")
    await bu_sari.taps("per ¼ kg", on=await kinds_of(bu_sari, "Daging sapi"))
    chosen = await bu_sari.sees("Bisa beli per ¼ kg", button="✅ ⚖️ per ¼ kg")
    assert "Stok 3 kg" in chosen.words
    assert await stock(town, 1) == 60
    await pak_budi.taps("Batalkan pesanan")
    await pak_budi.sees("sudah dibatalkan")
    assert await stock(town, 1) == 100, "what was ordered by the whole kg comes back by the whole kg"
    await bu_sari.taps("per ons", on=chosen)
    await bu_sari.sees("Bisa beli per 1 ons")
    await pak_budi.starts("p1")
    await pak_budi.writes("3 ons")
    await pak_budi.sees("3 ons Daging sapi (Rp130.000/kg) = Rp39.000", button="✅ Pesan")
    await bu_sari.taps("Lainnya", on=await own_card(bu_sari, "Daging sapi"))
    await bu_sari.taps("Riwayat stok")
    told = (await bu_sari.sees("Riwayat stok")).words
    assert "+5 kg awal → 5 kg" in told
    assert "-2 kg pesanan #1 → 3 kg" in told


async def test_a_seller_says_kilos_with_a_comma_anywhere(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo("Ikan tongkol 35rb/kg")
    await bu_sari.taps("Jumlah lain")
    await bu_sari.sees("ada berapa")
    await bu_sari.writes("12,5 kg")
    published = await bu_sari.sees("sudah tayang")
    assert "Stok 12,5 kg" in published.words
    assert await stock(town, 1) == 250
    await bu_sari.taps("Stok", on=await own_card(bu_sari, "Ikan tongkol"))
    await bu_sari.taps("+5 kg", on=await bu_sari.sees("Ketuk untuk menambah", button="+5 kg"))
    await bu_sari.sees("sekarang 17,5 kg")
    await bu_sari.taps("Stok", on=await own_card(bu_sari, "Ikan tongkol"))
    await bu_sari.sees("Ketuk untuk menambah")
    await bu_sari.writes("8,25")
    await bu_sari.sees("sekarang 8,25 kg")
    assert await stock(town, 1) == 165


async def test_low_stock_of_what_is_weighed_is_told_in_kilos(bu_sari: Person, pak_budi: Person) -> None:
    await sells_cabai(bu_sari, "4")
    await pak_budi.starts("p1")
    await pak_budi.writes("1,5 kg")
    await pak_budi.taps("✅ Pesan", on=await pak_budi.sees("1,5 kg Cabai rawit", button="✅ Pesan"))
    await bu_sari.sees("Stok Cabai rawit tinggal 2,5 kg", button="+5 kg")
    await pak_budi.starts("p1")
    await pak_budi.writes("3 kg")
    await pak_budi.sees("Tinggal 2,5 kg. Mau 2,5 kg, atau kurang dari itu?", button="Lihat")


async def test_half_of_what_is_not_weighed_gets_a_kind_answer(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari, "Keripik pisang 15rb stok 6")
    await bu_sari.taps("Stok", on=await own_card(bu_sari, "Keripik pisang"))
    await bu_sari.sees("Ketuk untuk menambah")
    await bu_sari.writes("2,5")
    assert (await bu_sari.sees("angka yang bulat")).buttons
    await bu_sari.writes("7")
    await bu_sari.sees("sekarang 7")
    assert await stock(town, 1) == 7


async def test_a_weight_in_kilos_and_grams_is_added_up_by_everybody(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await bu_sari.sends_photo("Cabai 40rb/kg")
    await bu_sari.sees("Ada berapa?", button="Jumlah lain")
    await bu_sari.writes("1 kg 500 gram")
    await bu_sari.taps("Nanti saja", on=await bu_sari.sees("lapaknya di mana", button="Nanti saja"))
    assert await stock(town, 1) == 30
    assert await variants(town) == {}
    await bu_sari.writes("stok cabai 2 kg 5 ons")
    await bu_sari.sees("sekarang 2,5 kg")
    for said in ("1 kg 500 gram", "pesan cabai 1 kg 500 gram"):
        before = await newest(pak_budi)
        await pak_budi.starts("p1")
        await pak_budi.writes(said)
        summary = await pak_budi.sees("1,5 kg Cabai (Rp40.000/kg) = Rp60.000", button="✅ Pesan", after=before)
    await pak_budi.taps("✅ Pesan", on=summary)
    await bu_sari.taps("Tawarkan lain", on=await bu_sari.sees("1,5 kg Cabai", button="Tawarkan lain"))
    await bu_sari.taps("Jumlahnya kurang")
    await bu_sari.sees("Ada berapa Cabai")
    await bu_sari.writes("1 kg 150 gram")
    await pak_budi.sees("1,15 kg Cabai")


async def test_units_are_no_variants(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari, "Kopi 10rb stok 5")
    await bu_sari.taps("Stok", on=await own_card(bu_sari, "Kopi"))
    await bu_sari.sees("Ketuk untuk menambah")
    await bu_sari.writes("10 sachet 5 renteng")
    await bu_sari.sees("belum terbaca")
    await bu_sari.writes("10")
    await bu_sari.sees("sekarang 10")
    assert await variants(town) == {}


async def test_a_weight_of_what_has_no_price_per_kg_leaves_the_question_open(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await bu_sari.sends_photo("Cabai 40rb")
    await bu_sari.sees("Ada berapa?", button="Jumlah lain")
    await bu_sari.writes("1,5 kg")
    refused = await bu_sari.sees("Harganya bukan per kg", button="Harga")
    await bu_sari.writes("9")
    await bu_sari.taps("Nanti saja", on=await bu_sari.sees("lapaknya di mana", button="Nanti saja"))
    assert await stock(town, 1) == 9, "the question was open"
    assert refused.buttons
    await pak_budi.starts("p1")
    for said in ("setengah kilo", "pesan ½ kg cabai"):
        before = await newest(pak_budi)
        await pak_budi.writes(said)
        await pak_budi.sees("tidak dijual timbangan", button="Lihat", after=before)
    await bu_sari.taps("Stok", on=await own_card(bu_sari, "Cabai"))
    await bu_sari.sees("Ketuk untuk menambah")
    before = await newest(bu_sari)
    await bu_sari.writes("2 ons")
    await bu_sari.taps("Harga", on=await bu_sari.sees("Harganya bukan per kg", button="Harga", after=before))
    await bu_sari.sees("Harga", after=before)
    assert await stock(town, 1) == 9


async def test_a_draft_that_is_weighed_after_all_gets_its_price_per_kg_and_then_its_stock(
    town: Town, bu_sari: Person
) -> None:
    await bu_sari.sends_photo("Cabai 40rb stok 500 gram")
    await bu_sari.sees("Ada berapa?", button="Jumlah lain")
    await bu_sari.writes("1,5 kg")
    await bu_sari.taps("Harga", on=await bu_sari.sees("Harganya bukan per kg", button="Harga"))
    await bu_sari.sees("harganya berapa")
    await bu_sari.writes("40rb/kg")
    await bu_sari.sees("Rp40.000/kg", button="Jumlah lain")
    await bu_sari.writes("1,5 kg")
    await bu_sari.sees("sudah tayang")
    assert await stock(town, 1) == 30, "twentieths of a kg"


# For today only


async def sells_lapis(seller: Person, pieces: str = "20") -> None:
    """Bu Sari sells what is only good today."""
    await seller.sends_photo("Kue lapis 3rb")
    await seller.taps("Jumlah lain")
    await seller.taps("Untuk hari ini saja", on=await seller.sees("ada berapa", button="Untuk hari ini saja"))
    await seller.sees("Hari ini Kue lapis ada berapa")
    await seller.writes(pieces)
    assert "hari ini saja, sampai jam 17.00" in (await own_card(seller, "Kue lapis")).words


async def test_what_is_left_of_today_is_gone_at_closing_and_orders_keep_theirs(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await sells_lapis(bu_sari)
    card = await pak_budi.starts("p1")
    assert "Untuk hari ini saja, sampai jam 17.00" in card.words
    placed = await orders(pak_budi, "p1", "2")
    await town.until(CLOSING)
    closed = await bu_sari.sees("Sudah jam tutup")
    assert "Kue lapis" in closed.words
    assert await stock(town, 1) == 0
    assert "Habis" in (await pak_budi.starts("p1")).words
    assert await reasons(town) == [(20, "first stock", None), (-2, "order", None), (-18, "spoiled", None)]
    await pak_budi.taps("Batalkan pesanan", on=placed)
    await pak_budi.sees("sudah dibatalkan")
    assert await stock(town, 1) == 0, "yesterday's cake is not sold again"
    await bu_sari.taps("Lainnya", on=await own_card(bu_sari, "Kue lapis"))
    await bu_sari.taps("Riwayat stok")
    assert "-18 sisa hari itu → 0" in (await bu_sari.sees("Riwayat stok")).words


async def test_the_next_morning_one_tap_puts_out_as_many_as_last_time(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await sells_lapis(bu_sari)
    await orders(pak_budi, "p1", "3")
    await town.until(CLOSING)
    closed = await bu_sari.sees("Sudah jam tutup")
    await town.until(MORNING)
    asked = await bu_sari.sees("hari ini ada berapa?", button="Sama: 20", after=closed["message_id"])
    assert "Selamat pagi" in asked.words
    assert "habis" not in asked.words
    await bu_sari.taps("Sama: 20", on=asked)
    assert "sekarang 20" in (await bu_sari.sees("sampai jam 17.00", button="Batalkan")).words
    assert await stock(town, 1) == 20
    await town.until(CLOSING.replace(day=22))
    await bu_sari.sees("Sudah jam tutup", after=asked["message_id"])
    await town.until(MORNING.replace(day=23))
    await bu_sari.writes("12", reply_to=(await bu_sari.sees("ada berapa?", button="Sama: 20"))["message_id"])
    await bu_sari.sees("sekarang 12")
    assert await stock(town, 1) == 12


async def test_a_day_off_is_a_day_off(town: Town, bu_sari: Person) -> None:
    await sells_lapis(bu_sari)
    await town.until(CLOSING)
    await town.until(MORNING)
    await bu_sari.taps("Hari ini libur", on=await bu_sari.sees("ada berapa?", button="libur"))
    rested = await bu_sari.sees("Nanti saya tanyakan lagi")
    await town.until(CLOSING.replace(day=22))
    await bu_sari.sees_nothing_new(rested["message_id"], seconds=0.2)
    await town.until(MORNING.replace(day=23))
    await bu_sari.sees("ada berapa?", button="Sama: 20", after=rested["message_id"])


async def test_the_closing_hour_is_the_sellers_own(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await sells_lapis(bu_sari)
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Atur lapak")
    await bu_sari.taps("Waktu & pengingat")
    await bu_sari.taps("Jam tutup harian")
    await bu_sari.taps("20.00", on=await bu_sari.sees("ditutup jam berapa", button="20.00"))
    await bu_sari.sees("tutup jam 20.00")
    assert (await stall_row(town, bu_sari)).closing_hour == 20
    assert "sampai jam 20.00" in (await pak_budi.starts("p1")).words
    await town.until(CLOSING)
    assert await stock(town, 1) == 20
    await town.until(CLOSING.replace(hour=13))
    await bu_sari.sees("Sudah jam tutup")
    assert await stock(town, 1) == 0


# Made to order


async def test_the_days_to_make_are_asked_shown_and_part_of_the_order(bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.sends_photo("Kue ulang tahun 150rb")
    await bu_sari.taps("Jumlah lain")
    await bu_sari.taps("Dibuat kalau dipesan")
    await bu_sari.taps("3 hari", on=await bu_sari.sees("Berapa hari sampai jadi", button="3 hari"))
    await bu_sari.sees("sudah tayang")
    card = await pak_budi.starts("p1")
    assert "3 hari" in card.words
    assert "Dibuat kalau dipesan" in card.words
    await pak_budi.taps("1", on=card)
    await pak_budi.taps("✅ Pesan", on=await pak_budi.sees("kira-kira 3 hari", button="✅ Pesan"))
    assert "kira-kira 3 hari" in (await pak_budi.sees("sudah sampai di")).words
    assert "kira-kira 3 hari" in (await bu_sari.sees("Pesanan baru #1")).words


async def test_what_is_on_sale_can_become_made_to_order_and_back(bu_sari: Person, pak_budi: Person) -> None:
    await sells(bu_sari, "Kue lumpur 35rb stok 3")
    await bu_sari.taps("Dibuat kalau dipesan", on=await kinds_of(bu_sari, "Kue lumpur"))
    await bu_sari.sees("Berapa hari sampai jadi")
    await bu_sari.writes("dua hari ya")
    assert (await bu_sari.sees("angkanya")).buttons
    await bu_sari.writes("2")
    await bu_sari.sees("Pesan dulu, 2 hari", button="✅ 🧑‍🍳 Dibuat")
    assert "Dibuat kalau dipesan" in (await pak_budi.starts("p1")).words
    await bu_sari.taps("Ada stoknya", on=await kinds_of(bu_sari, "Kue lumpur"))
    assert "2 hari" not in (await bu_sari.sees("Stok 3", button="✅ 📦 Ada stoknya")).words


async def makes_brownies(seller: Person) -> None:
    await seller.sends_photo("Brownies 45rb")
    await seller.taps("Jumlah lain")
    await seller.taps("Dibuat kalau dipesan")
    await seller.sees("Berapa hari sampai jadi")
    await seller.writes("2")
    await seller.taps("Nanti saja", on=await seller.sees("lapaknya di mana", button="Nanti saja"))
    await seller.sees("Sip, beres")


async def test_habis_of_what_is_made_to_order_is_sold_out_and_one_tap_makes_it_again(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await makes_brownies(bu_sari)
    for said, left in (("brownies habis", "0"), ("stok brownies 5", "5"), ("stok brownies 5", "5")):
        before = await newest(bu_sari)
        await bu_sari.writes(said)
        read_back = await bu_sari.sees(
            f"Stok Brownies sekarang {left}", button="🧑‍🍳 Dibuat kalau dipesan", after=before
        )
        assert "stoknya dihitung" in read_back.words
        assert "Batalkan" not in str(read_back.buttons)
        assert ("😔 Habis" in (await pak_budi.starts("p1")).words) == (left == "0")
        assert await stock(town, 1) == int(left)
        await bu_sari.taps("Dibuat kalau dipesan", on=read_back)
        await bu_sari.sees("Pesan dulu, 2 hari", button="✅ 🧑‍🍳 Dibuat kalau dipesan", after=before)
        assert "🧑‍🍳 Dibuat kalau dipesan" in (await pak_budi.starts("p1")).words


async def test_stok_habis_of_an_order_that_is_made_sells_it_out(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    await makes_brownies(bu_sari)
    await orders(pak_budi, "p1", "1")
    await bu_sari.taps("Tolak", on=await bu_sari.sees("Pesanan baru #1"))
    await bu_sari.taps("Stok habis", on=await bu_sari.sees("Kenapa pesanan #1"))
    await bu_sari.sees("Brownies saya catat habis. Ada lagi? Tulis saja, misalnya “stok Brownies 5”")
    await pak_budi.sees("stoknya habis")
    assert (await stranger.starts("p1")).buttons[0] == "🔔 Kabari saya"
    assert await stock(town, 1) == 0
    await bu_sari.writes("stok Brownies 5")
    await bu_sari.sees("Stok Brownies sekarang 5")


# Variants


async def sells_kaos(seller: Person, stock: str = "merah 5, biru 1") -> None:
    """Bu Sari sells two colours, each with a stock of its own."""
    await seller.sends_photo("Kaos polos 50rb (merah, biru)")
    await seller.taps("Jumlah lain", on=await seller.sees("sudah betul", button="Jumlah lain"))
    await seller.sees("beda jumlahnya")
    await seller.writes(stock)
    await seller.taps("Nanti saja", on=await seller.sees("lapaknya di mana", button="Nanti saja"))


async def buys(buyer: Person, colour: str, count: str) -> Message:
    before = await newest(buyer)
    await buyer.taps(colour, on=await buyer.starts("p1"))
    await buyer.taps(count, on=await buyer.sees("Mau berapa?", button=count, after=before))
    await buyer.taps("✅ Pesan", on=await buyer.sees("Pesanan ke", button="✅ Pesan", after=before))
    return await buyer.sees("sudah sampai di", after=before)


async def test_each_variant_has_a_stock_of_its_own(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    await sells_kaos(bu_sari)
    assert "Stok 6: merah 5 · biru 1" in (await pak_budi.starts("p1")).words
    placed = await buys(pak_budi, "biru", "1")
    await bu_sari.sees("Kaos polos (biru)", button="Terima")
    assert (await variants(town), await stock(town, 1)) == ({"merah": 5, "biru": 0}, 5)
    card = await stranger.starts("p1")
    assert "biru (habis)" in card.buttons
    await stranger.taps("biru (habis)", on=card)
    out = await stranger.sees("biru sedang habis", button="merah")
    await stranger.taps("merah", on=out)
    await stranger.sees("Mau berapa?", button="3")
    await stranger.writes("6")
    assert (await stranger.sees("Tinggal 5. Mau 5", button="Lihat")).buttons
    await pak_budi.taps("Batalkan pesanan", on=placed)
    await pak_budi.sees("sudah dibatalkan")
    assert (await variants(town), await stock(town, 1)) == ({"merah": 5, "biru": 1}, 6)


async def test_low_stock_is_told_by_variant_and_answered_by_a_tap_or_a_number(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await sells_kaos(bu_sari, "merah 5, biru 9")
    await buys(pak_budi, "merah", "2")
    told = await bu_sari.sees("Stok Kaos polos (merah) tinggal 3", button="+5")
    await bu_sari.taps("+5", on=told)
    await bu_sari.sees("merah 8 · biru 9", button="Batalkan")
    await bu_sari.taps("Batalkan", on=await bu_sari.sees("merah 8 · biru 9", button="Batalkan"))
    await bu_sari.sees("merah 3 · biru 9")
    await town.until(MORNING)
    morning = await bu_sari.sees("Selamat pagi", button="merah")
    assert "merah 3 · biru 9" in morning.words
    await bu_sari.writes("merah 10", reply_to=morning["message_id"])
    await bu_sari.sees("merah 10 · biru 9")
    assert (await variants(town), await stock(town, 1)) == ({"merah": 10, "biru": 9}, 19)


async def test_variants_are_restocked_one_by_one_and_a_bare_number_is_asked_back(town: Town, bu_sari: Person) -> None:
    await sells_kaos(bu_sari)
    await bu_sari.taps("Stok", on=await own_card(bu_sari, "Kaos polos"))
    asked = await bu_sari.sees("Ketuk pilihannya", button="biru")
    await bu_sari.writes("30")
    assert (await bu_sari.sees("Kaos polos: yang mana", button="Stok")).buttons
    await bu_sari.taps("biru", on=asked)
    await bu_sari.sees("Kaos polos (biru)", button="+10")
    await bu_sari.writes("7")
    await bu_sari.sees("merah 5 · biru 7")
    assert (await variants(town), await stock(town, 1)) == ({"merah": 5, "biru": 7}, 12)


async def test_a_shared_stock_is_told_apart_later_and_a_new_colour_joins(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await sells(bu_sari, "Kaos polos 50rb (merah, biru) stok 10")
    placed = await buys(pak_budi, "merah", "2")
    await bu_sari.taps("Stok", on=await own_card(bu_sari, "Kaos polos"))
    await bu_sari.sees("merah 5, biru 3")
    await bu_sari.writes("merah 4, hijau 6")
    await bu_sari.sees("merah 4 · biru habis · hijau 6")
    assert (await variants(town), await stock(town, 1)) == ({"merah": 4, "biru": 0, "hijau": 6}, 10)
    await pak_budi.taps("Batalkan pesanan", on=placed)
    await pak_budi.sees("sudah dibatalkan")
    assert (await variants(town))["merah"] == 6
    await bu_sari.taps("Lainnya", on=await own_card(bu_sari, "Kaos polos"))
    await bu_sari.taps("Riwayat stok")
    assert "+4 tambah (merah)" in (await bu_sari.sees("Riwayat stok")).words


async def test_declining_as_empty_empties_that_variant_only(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await sells_kaos(bu_sari, "merah 5, biru 4")
    await buys(pak_budi, "biru", "1")
    await bu_sari.taps("Tolak", on=await bu_sari.sees("Pesanan baru #1", button="Tolak"))
    await bu_sari.taps("Stok habis")
    assert "Kaos polos (biru) saya catat habis" in (await bu_sari.sees("ditolak")).words
    assert (await variants(town), await stock(town, 1)) == ({"merah": 5, "biru": 0}, 5)


async def test_stocks_of_each_may_be_typed_under_the_draft(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo("Kaos polos 50rb (merah, biru)")
    await bu_sari.sees("sudah betul", button="Pasang")
    await bu_sari.writes("merah 2, biru 0")
    await bu_sari.sees("merah 2 · biru habis")
    assert (await variants(town), await stock(town, 1)) == ({"merah": 2, "biru": 0}, 2)


async def test_what_was_said_of_several_variants_is_taken_back_together_and_once(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await sells_kaos(bu_sari, "merah 5, biru 3")
    await bu_sari.writes("kaos habis")
    gone = await bu_sari.sees("merah habis · biru habis", button="Batalkan")
    undo = gone.data_of("Batalkan")
    await asyncio.gather(*(bu_sari.taps_data(gone["message_id"], undo) for _ in range(2)))
    back = await bu_sari.sees("merah 5 · biru 3", button="Batalkan")
    assert (await variants(town), await stock(town, 1)) == ({"merah": 5, "biru": 3}, 8)
    await bu_sari.taps("Batalkan", on=back)
    await bu_sari.sees("merah habis · biru habis", button="Batalkan")
    assert await stock(town, 1) == 0


async def test_of_several_variants_all_is_taken_back_or_nothing(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await sells_kaos(bu_sari, "merah 5, biru 3")
    await bu_sari.taps("Stok", on=await own_card(bu_sari, "Kaos polos"))
    await bu_sari.sees("Ketuk pilihannya")
    await bu_sari.writes("merah 7, biru 1")
    changed = await bu_sari.sees("merah 7 · biru 1", button="Batalkan")
    for _ in range(2):
        await buys(pak_budi, "merah", "3")
    await bu_sari.taps("Batalkan", on=changed)
    await bu_sari.sees("Sebagian sudah terjual", button="Lihat barang")
    assert (await variants(town), await stock(town, 1)) == ({"merah": 1, "biru": 1}, 2)


async def test_a_variant_is_named_with_its_product_and_its_number(town: Town, bu_sari: Person) -> None:
    await sells_kaos(bu_sari, "merah 5, biru 3")
    await bu_sari.writes("stok kaos merah 9")
    await bu_sari.sees("merah 9 · biru 3", button="Batalkan")
    await bu_sari.writes("kaos biru habis")
    await bu_sari.sees("merah 9 · biru habis", button="Batalkan")
    assert (await variants(town), await stock(town, 1)) == ({"merah": 9, "biru": 0}, 9)


async def test_a_number_of_no_variant_is_asked_back_and_the_answer_is_taken(town: Town, bu_sari: Person) -> None:
    await sells_kaos(bu_sari, "merah 5, biru 3")
    await bu_sari.writes("stok kaos 5")
    await bu_sari.sees("yang mana", button="Stok")
    await bu_sari.writes("merah 7, biru 3")
    await bu_sari.sees("merah 7 · biru 3", button="Batalkan")
    assert (await variants(town), await stock(town, 1)) == ({"merah": 7, "biru": 3}, 10)
    await bu_sari.writes("stok kaos 5")
    await bu_sari.sees("yang mana", button="Stok")
    await bu_sari.writes("kaos biru 5")
    await bu_sari.sees("merah 7 · biru 5", button="Batalkan")


@pytest.mark.parametrize("said", ["kemarin 10, sekarang 5", "kepakai 2, sisanya 8", "ada 5, dipesan 2"])
async def test_what_became_of_a_stock_is_no_variant(town: Town, bu_sari: Person, said: str) -> None:
    await sells(bu_sari, "Keripik pisang 15rb stok 10")
    await bu_sari.taps("Stok", on=await own_card(bu_sari, "Keripik pisang"))
    await bu_sari.sees("Ketuk untuk menambah")
    await bu_sari.writes(said)
    await bu_sari.sees("belum terbaca")
    await bu_sari.writes("8")
    await bu_sari.sees("Stok Keripik pisang sekarang 8", button="Batalkan")
    assert await variants(town) == {}


async def test_a_number_in_reply_to_several_variants_is_not_of_the_first(town: Town, bu_sari: Person) -> None:
    await sells_kaos(bu_sari, "merah 5, biru 3")
    await bu_sari.taps("Stok", on=await own_card(bu_sari, "Kaos polos"))
    question = await bu_sari.sees("Ketuk pilihannya")
    await bu_sari.writes("/lapak")
    await bu_sari.writes("12", reply_to=question["message_id"])
    await bu_sari.sees("yang mana", button="Stok")
    assert await variants(town) == {"merah": 5, "biru": 3}
    await bu_sari.writes("habis", reply_to=question["message_id"])
    await bu_sari.sees("merah habis · biru habis", button="Batalkan")


async def sells_sandals(seller: Person) -> None:
    await seller.sends_photo("Sandal jepit 15rb ukuran 38,39,40")
    await seller.taps("Jumlah lain", on=await seller.sees("sudah betul", button="Jumlah lain"))
    await seller.sees("beda jumlahnya")
    await seller.writes("38 5, 39 4, 40 3")
    await seller.taps("Nanti saja", on=await seller.sees("lapaknya di mana", button="Nanti saja"))


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("sandal 38 habis", {"38": 0, "39": 4, "40": 3}),
        ("sandal 38 laku 1", {"38": 4, "39": 4, "40": 3}),
        ("sandal jepit 39 tinggal 2", {"38": 5, "39": 2, "40": 3}),
        ("stok sandal 40 10", {"38": 5, "39": 4, "40": 10}),
        ("stok sandal 38 2, 39 1", {"38": 2, "39": 1, "40": 3}),
    ],
)
async def test_a_size_that_is_a_number_is_no_count(
    town: Town, bu_sari: Person, said: str, left: dict[str, int]
) -> None:
    await sells_sandals(bu_sari)
    before = await newest(bu_sari)
    await bu_sari.writes(said)
    await bu_sari.sees("Stok Sandal jepit sekarang", button="Batalkan", after=before)
    assert await variants(town) == left


async def test_several_variants_are_counted_out_of_the_blue(town: Town, bu_sari: Person) -> None:
    await sells_kaos(bu_sari, "merah 5, biru 3")
    await bu_sari.writes("stok kaos merah 4, biru 2")
    await bu_sari.sees("merah 4 · biru 2", button="Batalkan")
    assert await variants(town) == {"merah": 4, "biru": 2}


async def test_the_product_may_be_named_with_its_variants_in_reply(town: Town, bu_sari: Person) -> None:
    await sells_kaos(bu_sari, "merah 5, biru 3")
    await bu_sari.writes("kaos merah laku 1")
    counted = await bu_sari.sees("merah 4 · biru 3", button="Batalkan")
    await bu_sari.writes("kaos merah 2, biru 1", reply_to=counted["message_id"])
    await bu_sari.sees("merah 2 · biru 1", button="Batalkan")
    assert await variants(town) == {"merah": 2, "biru": 1}


async def test_a_doubtful_number_is_asked_of_the_variant_that_was_named(town: Town, bu_sari: Person) -> None:
    await sells_kaos(bu_sari, "merah 5, biru 3")
    await bu_sari.writes("kaos merah habis 3")
    await bu_sari.sees("belum terbaca")
    await bu_sari.writes("2")
    await bu_sari.sees("merah 2 · biru 3", button="Batalkan")
    assert await variants(town) == {"merah": 2, "biru": 3}


async def test_one_variant_of_a_shared_stock_is_asked_with_the_others(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari, "Kaos polos 50rb (merah, biru) stok 10")
    await bu_sari.writes("kaos merah habis")
    await bu_sari.sees("yang mana", button="Stok")
    assert await stock(town, 1) == 10
    await bu_sari.writes("merah 0, biru 6")
    await bu_sari.sees("merah habis · biru 6")
    assert (await variants(town), await stock(town, 1)) == ({"merah": 0, "biru": 6}, 6)


async def test_what_was_ordered_of_no_variant_is_written_off_when_it_comes_back(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    link = await sells(bu_sari, "Kaos 50rb stok 5")
    await orders(pak_budi, link, "2")
    await bu_sari.taps("Stok", on=await own_card(bu_sari, "Kaos"))
    await bu_sari.sees("Ketuk untuk menambah")
    await bu_sari.writes("merah 2, biru 1")
    await bu_sari.sees("merah 2 · biru 1")
    await pak_budi.taps("Batalkan pesanan")
    await pak_budi.sees("sudah dibatalkan")
    assert await stock(town, 1) == 3, "nobody could order more"
    assert (await reasons(town))[-2:] == [(2, "returned", None), (-2, "correction", None)]
    assert "Stok 3: merah 2 · biru 1" in (await stranger.starts(link)).words
    await bu_sari.writes("kaos habis")
    await bu_sari.sees("merah habis · biru habis")
    assert await stock(town, 1) == 0


async def test_an_order_out_of_the_blue_is_no_answer_about_colours(
    town: Town, bu_sari: Person, stranger: Person
) -> None:
    await sells_kaos(bu_sari, "merah 2, biru 9")
    await sells(stranger, "Beras 70rb/karung stok 9")
    await town.until(MORNING)
    await bu_sari.sees("Selamat pagi", button="merah")
    shown = await newest(bu_sari)
    await bu_sari.writes("beras 2, gula 3")
    assert "merah" not in (await bu_sari.sees(after=shown)).words
    assert await variants(town) == {"merah": 2, "biru": 9}


# Words


async def test_an_order_line_says_its_unit(bu_sari: Person, pak_budi: Person) -> None:
    await sells(bu_sari, "Keripik pisang 12rb/bungkus stok 9")
    placed = await orders(pak_budi, "p1", "2")
    assert "2 bungkus Keripik pisang (Rp12.000/bungkus) = Rp24.000" in placed.words
    await sells(bu_sari, "Kacang mete 25rb/100 gram stok 1000", stall=False)
    await pak_budi.starts("p2")
    await pak_budi.writes("300 gram")
    await pak_budi.sees("300 gram Kacang mete (Rp25.000/100 gram) = Rp75.000", button="✅ Pesan")


async def test_a_forged_way_to_sell_finds_nothing(town: Town, bu_sari: Person, stranger: Person) -> None:
    await sells(bu_sari, "Gula pasir 16rb/kg stok 5")
    start = await stranger.starts()
    for data in ("k:half:1:0:0", "k:batch:1:0:0", "k:days:1:3:0", "s:same:1:0:0:0", "s:which:1:0:0:1"):
        await stranger.taps_data(start["message_id"], data)
        await stranger.sees("sudah tidak ada")
    row = await product(town, 1)
    assert (row.kind, row.parts, row.stock) == ("counted", 1, 5)


async def test_what_was_weighed_is_ordered_again_as_it_was(bu_sari: Person, pak_budi: Person) -> None:
    await pak_budi.starts(await sells_cabai(bu_sari))
    await pak_budi.writes("1,5 kg")
    await pak_budi.taps("✅ Pesan", on=await pak_budi.sees("1,5 kg Cabai", button="✅ Pesan"))
    await bu_sari.taps("Terima", on=await bu_sari.sees("Pesanan baru #1"))
    await bu_sari.taps("Selesai", on=await bu_sari.sees("Kakak sanggupi", button="Selesai"))
    over = await pak_budi.sees("selesai. Terima kasih", button="Pesan lagi")
    await pak_budi.taps("Pesan lagi", on=over)
    await pak_budi.sees("1,5 kg Cabai rawit", button="✅ Pesan", after=over["message_id"])


async def test_a_caption_says_that_it_is_for_today_only(town: Town, bu_sari: Person) -> None:
    """It is read back before it is public; at the closing hour what is left is gone."""
    await bu_sari.sends_photo("Ikan tongkol 25rb stok 10 hari ini saja")
    draft = await bu_sari.sees("sudah betul", button="✅ Pasang")
    assert "hanya sampai jam 17" in draft.words
    await bu_sari.taps("✅ Pasang", on=draft)
    await bu_sari.sees("sudah tayang")
    assert await stock(town, 1) == 10
    await town.until(CLOSING)
    await bu_sari.sees("Sudah jam tutup")
    assert await stock(town, 1) == 0


async def test_days_may_be_said_with_their_unit(bu_sari: Person) -> None:
    await sells(bu_sari, "Kue lumpur 35rb stok 3")
    await bu_sari.taps("Dibuat kalau dipesan", on=await kinds_of(bu_sari, "Kue lumpur"))
    await bu_sari.sees("Berapa hari sampai jadi")
    await bu_sari.writes("1 minggu")
    await bu_sari.sees("Pesan dulu, 7 hari", button="✅ 🧑‍🍳 Dibuat")


@pytest.mark.parametrize("said", ["30 menit", "2 kg", "1-2", "rusak 2"])
async def test_what_is_no_clear_number_of_days_is_asked_back(bu_sari: Person, said: str) -> None:
    await bu_sari.sends_photo("Kue ulang tahun 150rb")
    await bu_sari.taps("Jumlah lain")
    await bu_sari.taps("Dibuat kalau dipesan")
    await bu_sari.sees("Berapa hari sampai jadi")
    await bu_sari.writes(said)
    assert (await bu_sari.sees("angkanya")).buttons
    await bu_sari.writes("2 hari")
    await bu_sari.sees("sudah tayang")
