""" "Kabari saya": a buyer hears when it is there again, in turn; the seller sees how many wait."""

from tests.support.cast import Person, Town, photo_bytes
from tests.support.scenes import fails, message_of, newest, orders, sells

KERIPIK = "Keripik pisang 15rb stok 1"


async def sold_out(seller: Person, buyer: Person) -> str:
    """The only piece is ordered; the link's end."""
    link = await sells(seller, KERIPIK)
    await orders(buyer, link, "1")
    await seller.sees("Pesanan baru #1")
    return link


async def waits(person: Person, link: str) -> None:
    page = await person.starts(link)
    assert "😔 Habis" in page.words
    await person.taps("🔔 Kabari saya", on=page)
    await person.sees("begitu Keripik pisang ada lagi, Kakak saya kabari", button="Tidak usah dikabari")


async def restocks(seller: Person, pieces: str) -> None:
    before = await newest(seller)
    await seller.writes("/lapak")
    await seller.taps("Barang saya", on=await seller.sees("Link lapak", after=before))
    await seller.taps("Keripik pisang")
    await seller.taps("📦 Stok", on=await seller.sees(button="📦 Stok"))
    await seller.sees("Ketuk untuk menambah")
    await seller.writes(pieces)


async def test_one_tap_and_the_first_in_line_hears_when_it_is_back(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    link = await sold_out(bu_sari, pak_budi)
    joko = await town.person("Mas Joko")
    await waits(stranger, link)
    await town.later(minutes=1)
    await waits(joko, link)
    before = await newest(joko)
    await restocks(bu_sari, "1")
    assert "1 orang yang menunggu langsung saya kabari" in (await bu_sari.sees("Stok Keripik pisang sekarang 1")).words
    news = await stranger.sees("Keripik pisang sudah ada lagi!", button="1")
    assert news["photo"]
    await joko.sees_nothing_new(before, seconds=0.2)
    await town.later(hours=2)
    await joko.sees("sudah ada lagi!", button="1")
    await joko.taps("1", on=await joko.sees("sudah ada lagi!", button="1"))
    await joko.taps("✅ Pesan", on=await joko.sees(button="✅ Pesan"))
    await bu_sari.sees("Pesanan baru #2")


async def test_less_than_the_least_that_can_be_ordered_is_sold_out(bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari, "Sate 2rb min 5 stok 6")
    page = await pak_budi.starts(link)
    await pak_budi.writes("3")
    await pak_budi.sees("paling sedikit 5", button="Lihat")
    await bu_sari.writes("stok sate 3")
    await bu_sari.sees("Stok Sate sekarang 3")
    for count in ("3", "5"):
        before = await newest(pak_budi)
        await pak_budi.writes(count)
        await pak_budi.sees("habis", button="🔔 Kabari saya", after=before)
    page = await pak_budi.starts(link)
    assert "5" not in page.buttons
    await pak_budi.taps("🔔 Kabari saya", on=page)
    await pak_budi.sees("begitu Sate ada lagi")
    before = await newest(pak_budi)
    await bu_sari.writes("stok sate 4")
    await bu_sari.sees("Stok Sate sekarang 4")
    await pak_budi.sees_nothing_new(before, seconds=0.2)
    await bu_sari.writes("stok sate 5")
    await pak_budi.sees("Sate sudah ada lagi!", button="5")


async def test_the_seller_sees_how_many_wait(town: Town, bu_sari: Person, pak_budi: Person, stranger: Person) -> None:
    link = await sold_out(bu_sari, pak_budi)
    await waits(stranger, link)
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Barang saya")
    await bu_sari.taps("Keripik pisang")
    assert "🔔 1 orang menunggu" in (await bu_sari.sees(button="📦 Stok")).words
    await town.later(hours=21)
    assert "🔔 1 orang menunggu" in (await bu_sari.sees("Selamat pagi", button="+5")).words


async def test_stock_of_a_cancelled_order_is_offered_to_who_waits(
    bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    link = await sold_out(bu_sari, pak_budi)
    await waits(stranger, link)
    await pak_budi.taps("Batalkan pesanan")
    await stranger.sees("sudah ada lagi!", button="1")


async def test_no_need_to_tell_me(bu_sari: Person, pak_budi: Person, stranger: Person) -> None:
    link = await sold_out(bu_sari, pak_budi)
    await waits(stranger, link)
    page = await stranger.starts(link)
    assert "🔔 Kabari saya" not in page.buttons
    await stranger.taps("Tidak usah dikabari", on=page)
    await stranger.sees("tidak usah saya kabari", button="Kabari saya")
    before = await newest(stranger)
    await pak_budi.taps("Batalkan pesanan")
    await bu_sari.sees("dibatalkan Pak Budi")
    await stranger.sees_nothing_new(before, seconds=0.3)


async def test_asking_dropping_and_asking_again_on_one_message(
    bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    link = await sold_out(bu_sari, pak_budi)
    page = await stranger.starts(link)
    ask = page.data_of("Kabari saya")
    for _ in range(2):
        await stranger.taps_data(page["message_id"], ask)
        drop = (await stranger.sees(button="Tidak usah dikabari")).data_of("Tidak usah dikabari")
        await stranger.taps_data(page["message_id"], drop)
        await stranger.sees("tidak usah saya kabari")
    await stranger.taps_data(page["message_id"], ask)
    await stranger.taps_data(page["message_id"], ask)
    await pak_budi.taps("Batalkan pesanan")
    await stranger.sees("sudah ada lagi!")
    assert len([words for words in await stranger.told() if "sudah ada lagi!" in words]) == 1


async def test_who_has_changed_their_mind_lets_the_next_one_in(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    link = await sold_out(bu_sari, pak_budi)
    await waits(stranger, link)
    joko = await town.person("Mas Joko")
    await town.later(minutes=1)
    await waits(joko, link)
    await pak_budi.taps("Batalkan pesanan")
    await stranger.taps("Tidak jadi", on=await stranger.sees("sudah ada lagi!"))
    await joko.sees("sudah ada lagi!", button="1")


async def test_what_came_back_meanwhile_can_be_ordered_at_once(
    bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    link = await sold_out(bu_sari, pak_budi)
    page = await stranger.starts(link)
    await pak_budi.taps("Batalkan pesanan")
    await bu_sari.sees("dibatalkan Pak Budi")
    await stranger.taps("Kabari saya", on=page)
    await stranger.sees("Mau berapa?", button="1")


async def test_sold_out_while_ordering_offers_to_tell(bu_sari: Person, pak_budi: Person, stranger: Person) -> None:
    link = await sells(bu_sari, KERIPIK)
    page = await stranger.starts(link)
    await stranger.taps("1", on=page)
    summary = await stranger.sees(button="✅ Pesan")
    await orders(pak_budi, link, "1")
    await stranger.taps("✅ Pesan", on=summary)
    await stranger.taps("Kabari saya", on=await stranger.sees("baru saja habis"))
    await stranger.sees("Kakak saya kabari")
    await pak_budi.taps("Batalkan pesanan")
    await stranger.sees("sudah ada lagi!")


async def test_a_hidden_product_offers_to_tell(bu_sari: Person, stranger: Person) -> None:
    link = await sells(bu_sari, "Keripik pisang 15rb stok 4")
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Barang saya")
    await bu_sari.taps("Keripik pisang")
    await bu_sari.taps("Lainnya")
    await bu_sari.taps("Sembunyikan")
    await bu_sari.sees("Sedang disembunyikan")
    page = await stranger.starts(link)
    assert "sedang tidak dijual dulu" in page.words
    await stranger.taps("Kabari saya", on=page)
    await stranger.sees("Kakak saya kabari")
    assert "🔔 1 orang menunggu" not in str(await stranger.told())
    await bu_sari.taps("Lainnya", on=await bu_sari.sees("Sedang disembunyikan"))
    await bu_sari.taps("Tampilkan")
    await stranger.sees("sudah ada lagi!", button="1")


async def test_at_night_it_waits_for_the_morning(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    link = await sold_out(bu_sari, pak_budi)
    await waits(stranger, link)
    await town.later(hours=12)  # 22:00
    before = await newest(stranger)
    await pak_budi.taps("Batalkan pesanan")
    await bu_sari.sees("dibatalkan Pak Budi")
    await stranger.sees_nothing_new(before, seconds=0.3)
    await town.later(hours=8)
    await stranger.sees("sudah ada lagi!", after=before)


async def test_out_again_while_telegram_was_away_is_not_told(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    link = await sold_out(bu_sari, pak_budi)
    await waits(stranger, link)
    await fails(town.http, town.url, kind="500", method="sendPhoto", chat_id=stranger.id, count=1)
    await pak_budi.taps("Batalkan pesanan")
    await bu_sari.sees("dibatalkan Pak Budi")
    joko = await town.person("Mas Joko")
    await orders(joko, link, "1")
    await town.later(minutes=5)
    await stranger.sees_nothing_new(await newest(stranger), seconds=0.3)
    await joko.taps("Batalkan pesanan")
    await stranger.sees("sudah ada lagi!")


async def test_somebody_who_blocked_us_holds_nobody_up(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    link = await sold_out(bu_sari, pak_budi)
    await waits(stranger, link)
    joko = await town.person("Mas Joko")
    await town.later(minutes=1)
    await waits(joko, link)
    await stranger.blocks()
    await pak_budi.taps("Batalkan pesanan")
    await bu_sari.sees("dibatalkan Pak Budi")
    await town.later(hours=2)
    await joko.sees("sudah ada lagi!")
    await stranger.blocks(False)


async def test_ones_own_and_forged_products_find_nothing(bu_sari: Person, pak_budi: Person) -> None:
    await sold_out(bu_sari, pak_budi)
    await bu_sari.sends_photo("Rengginang", photo_bytes("red"))
    draft = await bu_sari.sees("harganya berapa")
    gone = [(f"n:{what}:0", "sudah tidak ada") for what in ("ask:2", "ask:99", "drop:99")]
    for data, answer in (("n:ask:1:0", "barang Kakak sendiri"), *gone):
        before = await newest(bu_sari)
        await bu_sari.taps_data(draft["message_id"], data)
        assert (await bu_sari.sees(answer, after=before)).buttons
    card = await message_of(bu_sari, draft["message_id"])
    await bu_sari.taps_data(card["message_id"], "n:steal:1:0")
    await bu_sari.sees("Tombol itu sudah lama")


async def test_who_waits_for_red_is_not_told_of_blue(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.sends_photo("Kaos polos 50rb warna merah, biru")
    await bu_sari.taps("Jumlah lain")
    await bu_sari.sees("ada berapa")
    await bu_sari.writes("merah 0, biru 3")
    await bu_sari.sees("sudah tayang")
    await bu_sari.taps("Nanti saja")
    await pak_budi.starts("p1")
    await pak_budi.taps("merah (habis)")
    await pak_budi.taps("Kabari saya", on=await pak_budi.sees("sedang habis", button="Kabari saya"))
    noted = await pak_budi.sees("saya kabari", button="Tidak usah")
    await fill_variants(bu_sari, "merah 0, biru 9")
    await pak_budi.sees_nothing_new(noted["message_id"])
    await fill_variants(bu_sari, "merah 2, biru 9")
    await pak_budi.sees("Kaos polos (merah)", after=noted["message_id"])


async def fill_variants(seller: Person, said: str) -> None:
    before = await newest(seller)
    await seller.writes("/lapak")
    await seller.taps("Barang saya", on=await seller.sees(button="Barang saya", after=before))
    await seller.taps("Kaos polos", on=await seller.sees("Ketuk untuk mengubah", after=before))
    await seller.taps("Stok", on=await seller.sees("Kaos polos", button="📦 Stok", after=before))
    await seller.sees("tulis semuanya", after=before)
    await seller.writes(said)
    await seller.sees("sekarang", after=before)
