"""What sellers and buyers write is understood in the chat: terms, doubts, several products, orders in words."""

import pytest

from tests.support.cast import Person, Town, photo_bytes
from tests.support.scenes import fills_shelf


async def sells(seller: Person, caption: str, button: str = "Pasang") -> None:
    await seller.sends_photo(caption)
    await seller.taps(button, on=await seller.sees("sudah betul", button=button))
    await seller.sees("sudah tayang")


async def test_a_doubtful_price_is_asked_back_with_the_best_guess_first(bu_sari: Person) -> None:
    await bu_sari.sends_photo("Kue lumpur 35 / 10 biji")
    asked = await bu_sari.sees("Rp35.000", button="Rp35.000")
    assert "Kakak tulis “35 / 10 biji”" in asked.words
    assert asked.buttons[0] == "Rp35.000"
    assert any("Tulis sendiri" in label for label in asked.buttons)
    await bu_sari.taps("Rp35.000", on=asked)
    read_back = await bu_sari.sees("sudah betul")
    assert "Rp35.000" in read_back.words


async def test_wholesale_minimum_and_days_to_wait_are_read_back_and_followed(bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.sends_photo("Nasi kotak ayam 20rb/box min 10 box, >20 box 18rb, PO 2 hari stok 100 box")
    draft = await bu_sari.sees("sudah betul", button="Pasang")
    assert "Paling sedikit 10 box" in draft.words
    assert "Mulai 21 box: Rp18.000" in draft.words
    assert "2 hari" in draft.words
    await bu_sari.taps("Pasang", on=draft)
    await bu_sari.sees("sudah tayang")

    card = await pak_budi.starts("p1")
    assert [label for label in card.buttons if label.isdecimal()] == ["10", "15", "20"]
    await pak_budi.writes("3")
    refused = await pak_budi.sees("paling sedikit 10")
    assert refused.buttons
    await pak_budi.taps("Lihat barang", on=refused)
    await pak_budi.writes("30")
    await pak_budi.sees("Rp540.000", button="Pesan")


async def test_a_variant_is_chosen_before_the_count_and_has_its_own_price(bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.sends_photo("Kaos polos S-XL 45rb, XXL 50rb stok 20")
    await bu_sari.taps("Pasang", on=await bu_sari.sees("XXL Rp50.000", button="Pasang"))
    await bu_sari.sees("sudah tayang")
    card = await pak_budi.starts("p1")
    await pak_budi.taps("XXL", on=card)
    await pak_budi.taps("2", on=await pak_budi.sees("XXL", button="2"))
    summary = await pak_budi.sees("Rp100.000", button="Pesan")
    assert "XXL" in summary.words
    await pak_budi.taps("✅ Pesan", on=summary)
    await bu_sari.sees("Kaos polos (XXL)", button="Terima")


async def test_days_to_wait_that_were_not_said_are_asked(bu_sari: Person) -> None:
    await bu_sari.sends_photo("PO ya kak, lapis legit 220rb/loyang")
    await bu_sari.taps("3 hari", on=await bu_sari.sees("berapa hari", button="3 hari"))
    assert "3 hari" in (await bu_sari.sees("sudah betul")).words


async def test_what_was_not_understood_is_left_out_and_said_in_the_sellers_own_words(bu_sari: Person) -> None:
    await bu_sari.sends_photo("Garam krosok 3rb sekilo, karung 130rb, stok 50 kg")
    draft = await bu_sari.sees("sudah betul", button="Pasang")
    assert "Harga grosirnya belum saya pahami" in draft.words
    assert "karung 130rb" in draft.words


async def test_several_products_in_one_caption_are_gone_through_one_by_one(bu_sari: Person) -> None:
    await bu_sari.sends_photo("Beras 70rb/5kg, minyak 17rb/liter, gula 16rb/kg")
    await bu_sari.sees("Ada 3 barang")
    for name in ("Beras", "Minyak", "Gula"):
        await bu_sari.taps("stok 5", on=await bu_sari.sees(name, button="stok 5"))
        await bu_sari.sees(f"{name} sudah tayang")


async def test_several_products_with_their_stock_are_put_on_sale_at_once(bu_sari: Person) -> None:
    await bu_sari.sends_photo("Beras 70rb/karung stok 5\nMinyak 17rb/liter stok 9\nGula 16rb/kg")
    await bu_sari.taps("Pasang semua (2)")
    await bu_sari.sees("Minyak sudah tayang")
    await bu_sari.taps("stok 5", on=await bu_sari.sees("Gula", button="stok 5"))
    await bu_sari.sees("Gula sudah tayang")


async def test_an_order_in_words_becomes_a_summary_to_confirm(bu_sari: Person, pak_budi: Person) -> None:
    await sells(bu_sari, "Keripik pisang 15rb stok 20")
    await sells(bu_sari, "Dodol garut 30rb/dus stok 9")
    await pak_budi.writes("pesan 2 keripik pisang sama 1 dus dodol garut, kirim ke Jl. Kawi 20 Malang, a.n. Budi, COD")
    summary = await pak_budi.sees("Jl. Kawi 20 Malang", button="Pesan")
    assert "2 × Keripik pisang" in summary.words
    assert "Rp60.000" in summary.words
    await pak_budi.taps("✅ Pesan", on=summary)
    await pak_budi.sees("sudah sampai di Bu Sari")
    order = await bu_sari.sees("Pesanan baru #1")
    assert "Jl. Kawi 20 Malang" in order.words
    assert "Budi" in order.words
    toast = await pak_budi.taps_data(summary["message_id"], summary.data_of("Pesan"))
    assert toast is not None
    assert "sudah tadi" in toast["text"]
    assert sum("Pesanan baru" in told for told in await bu_sari.told()) == 1


async def test_what_is_named_twice_is_ordered_once_in_all(bu_sari: Person, pak_budi: Person) -> None:
    await sells(bu_sari, "Keripik pisang 15rb stok 6")
    await pak_budi.writes("pesan 2 keripik pisang, 3 keripik pisang kirim ke Jl. Kawi 20 Malang")
    await pak_budi.taps("✅ Pesan", on=await pak_budi.sees("5 × Keripik pisang", button="Pesan"))
    assert "5 × Keripik pisang (Rp15.000) = Rp75.000" in (await bu_sari.sees("Pesanan baru #1")).words
    await pak_budi.writes("pesan 1 keripik pisang, 1 keripik pisang kirim ke Jl. Kawi 20 Malang")
    assert (await pak_budi.sees("Tinggal 1")).buttons, "said before anything is tapped in vain"


async def test_an_order_in_words_about_the_card_that_is_looked_at(bu_sari: Person, pak_budi: Person) -> None:
    await sells(bu_sari, "Sambal cumi 25rb/botol stok 8")
    await pak_budi.starts("p1")
    await pak_budi.writes("mau 3 ya bu")
    await pak_budi.sees("3 botol Sambal cumi", button="Pesan")


@pytest.mark.parametrize("said", ["pesan 2 keripik tempe ya", "keripik tempe 2", "2 bungkus keripik tempe"])
async def test_an_order_is_of_what_it_names_whatever_is_looked_at(
    town: Town, bu_sari: Person, pak_budi: Person, said: str
) -> None:
    await sells(bu_sari, "Sambal cumi 25rb/botol stok 8")
    await fills_shelf(town, bu_sari, ("Keripik tempe", 8))
    await pak_budi.starts("p1")
    await pak_budi.writes(said)
    await pak_budi.sees("2 × Keripik tempe", button="Pesan")
    await pak_budi.starts("p1")
    await pak_budi.writes("pesan 2 rendang")
    await pak_budi.sees("Belum ada “rendang”")


@pytest.mark.parametrize(
    "said",
    [
        "2 gak pake telur",
        "2, jangan pakai telur ya",
        "2 yang pedas ya bu",
        "2 ya bu, pedas semua",
        "2 aja jgn pedes",
        "dua sambal cumi yang pedas",
    ],
)
async def test_a_wish_for_what_is_looked_at_is_read_back(
    town: Town, bu_sari: Person, pak_budi: Person, said: str
) -> None:
    await sells(bu_sari, "Sambal cumi 25rb/botol stok 8")
    await fills_shelf(town, bu_sari, ("Telur ayam", 8))
    await pak_budi.starts("p1")
    await pak_budi.writes(said)
    assert "2 botol Sambal cumi" in (await pak_budi.sees(f"📝 {said}", button="Pesan")).words


@pytest.mark.parametrize("said", ["beli telur 2 kg", "pesan telur ayam 1 tray", "telur ayam 2 dus ya bu"])
async def test_a_kg_is_not_an_egg(bu_sari: Person, pak_budi: Person, said: str) -> None:
    await sells(bu_sari, "Telur ayam 2rb/butir stok 400")
    await pak_budi.writes(said)
    await pak_budi.sees("tidak dijual timbangan", button="Lihat barangnya")


async def test_words_that_fit_several_products_are_asked_back(bu_sari: Person, pak_budi: Person) -> None:
    await sells(bu_sari, "Keripik pisang coklat 15rb stok 20")
    await sells(bu_sari, "Keripik pisang keju 16rb stok 20")
    await pak_budi.writes("pesan 2 keripik pisang")
    await pak_budi.taps("keju", on=await pak_budi.sees("Yang mana", button="keju"))
    await pak_budi.sees("Rp16.000", button="2")


async def test_an_order_for_something_similar_is_not_filled_in_silently(bu_sari: Person, pak_budi: Person) -> None:
    await sells(bu_sari, "Keripik pisang 15rb stok 20")
    await pak_budi.writes("pesan 2 keripik singkong kirim ke jalan mawar 5")
    asked = await pak_budi.sees("Belum ada “keripik singkong”", button="Keripik pisang")
    assert not any("Pesan" in label for label in asked.buttons)
    await pak_budi.taps("Keripik pisang", on=asked)
    await pak_budi.sees("Keripik pisang", button="2")


@pytest.mark.parametrize("said", ["pesan 2 keripik pisang pedas ya", "tolong keripik pisang pedas 2"])
async def test_after_something_similar_an_order_in_words_is_still_one(
    bu_sari: Person, pak_budi: Person, said: str
) -> None:
    await sells(bu_sari, "Keripik pisang 15rb stok 20")
    await pak_budi.writes("pesan 2 keripik singkong")
    await pak_budi.sees("Belum ada “keripik singkong”")
    await pak_budi.writes(said)
    await pak_budi.taps("Pesan", on=await pak_budi.sees(f"📝 {said}", button="✅ Pesan"))
    await bu_sari.sees(f"📝 {said}", button="Terima")


@pytest.mark.parametrize(
    "said",
    [
        *("pesan nasi goreng 2 gak pake telur", "nasi goreng 2 ga pedes ya bu", "nasi goreng 2, satunya pedas ya"),
        *("pesan 2 nasi goreng, jangan pakai telur", "pesan 2 nasi goreng, yang satu ga pedas"),
    ],
)
async def test_what_a_buyer_does_not_want_reaches_the_seller_with_its_no(
    bu_sari: Person, pak_budi: Person, said: str
) -> None:
    await sells(bu_sari, "Nasi goreng 15rb stok 20")
    await pak_budi.writes(said)
    summary = await pak_budi.sees(f"📝 {said}", button="✅ Pesan")
    assert "2 × Nasi goreng" in summary.words
    await pak_budi.taps("Pesan", on=summary)
    await bu_sari.sees(f"📝 {said}", button="Terima")


async def test_of_an_order_in_lines_only_the_line_with_the_wish_is_one(bu_sari: Person, pak_budi: Person) -> None:
    await sells(bu_sari, "Ayam geprek 15rb (pedas, sedang) stok 20")
    await pak_budi.writes("Nama: Budi\nAlamat: Jl. Kawi 20 Malang\nPesanan: ayam geprek pedas 2 level 3")
    summary = await pak_budi.sees("📝 Pesanan: ayam geprek pedas 2 level 3", button="✅ Pesan")
    assert "Ayam geprek (pedas)" in summary.words


async def test_an_order_for_what_nobody_sells_says_what_to_do(pak_budi: Person) -> None:
    await pak_budi.writes("pesan 2 rendang ya")
    assert (await pak_budi.sees("Belum ada “rendang”")).buttons


async def test_the_words_may_come_before_the_photo(bu_sari: Person) -> None:
    await bu_sari.writes("Keripik pisang 15rb stok 20")
    await bu_sari.sees("Tinggal fotonya")
    await bu_sari.sends_photo(None, photo_bytes("gold"))
    assert "Stok 20" in (await bu_sari.sees("sudah betul", button="Pasang")).words


async def test_the_wizard_takes_a_price_as_people_say_it(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo()
    await bu_sari.sees("barang apa")
    await bu_sari.writes("Lapis legit")
    await bu_sari.sees("harganya berapa")
    await bu_sari.writes("murah aja")
    await bu_sari.sees("belum terbaca")
    await bu_sari.writes("25")
    await bu_sari.taps("Tulis sendiri", on=await bu_sari.sees("Rp25.000", button="Tulis sendiri"))
    await bu_sari.writes("dua puluh lima ribu")
    assert "Rp25.000" in (await bu_sari.sees("sudah betul")).words


async def test_a_number_answers_how_many_there_are_while_the_buttons_are_shown(bu_sari: Person) -> None:
    await bu_sari.sends_photo("Madu hutan 85rb/botol")
    await bu_sari.sees("Ada berapa?", button="stok 1")
    await bu_sari.writes("20 botol")
    assert "Stok 20 botol" in (await bu_sari.sees("sudah tayang")).words


async def test_what_is_no_place_is_not_shown_to_everybody_as_one(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari, "Klepon 10rb stok 5")
    await bu_sari.sees("lapaknya di mana")
    await bu_sari.writes("jual rempeyek kacang 12 ribu")
    await bu_sari.sees("Tinggal fotonya")
    await bu_sari.writes("/lapak")
    assert "rempeyek" not in (await bu_sari.sees("Link lapak")).words


async def test_a_bare_name_is_looked_for(bu_sari: Person, pak_budi: Person) -> None:
    await sells(bu_sari, "Keripik pisang 15rb stok 5")
    await pak_budi.writes("keripik pisang")
    assert (await pak_budi.sees("Ketemu untuk", button="Keripik pisang")).buttons


async def test_a_long_order_is_read_back_whole_rather_than_with_a_photo(bu_sari: Person, pak_budi: Person) -> None:
    """A caption holds 1,024 letters: fee, address and total must not be what is cut off."""
    names = ["Keripik", "Rengginang", "Kerupuk", "Dodol", "Wajik", "Onde", "Klepon", "Lemper", "Risol", "Pastel"]
    names += ["Martabak", "Donat", "Bakwan", "Cireng", "Batagor", "Siomay"]
    for name in names:
        await sells(bu_sari, f"{name} singkong balado pedas manis 10rb stok 50")
    wanted = ", ".join(f"{count} {name}" for count, name in enumerate(names, 1))
    await pak_budi.writes(f"pesan {wanted} kirim ke Jalan Mawar nomor 5 RT 3 Plaosan Magetan")
    summary = await pak_budi.sees("Jalan Mawar nomor 5", button="✅ Pesan")
    assert "Rp1.360.000" in summary.words
    await pak_budi.taps("✅ Pesan", on=summary)
    told = await bu_sari.sees("Pesanan baru", button="Terima")
    assert "Jalan Mawar nomor 5" in told.words
    assert "Rp1.360.000" in told.words
    await pak_budi.sees("sudah sampai di")
