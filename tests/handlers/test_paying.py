"""Paying: the stall's QRIS, the ways to pay, the buyer's word, and the seller's, which alone counts."""

import asyncio
import io

import pytest
import zxingcpp
from aiohttp import ClientSession
from PIL import Image

from handlers.taps import PayTap, QrisTap
from models.orders import Order
from tests.support.cast import Message, Person, Town, photo_bytes
from tests.support.pictures import photo_of_qr
from tests.support.qris import payload, tags_of
from tests.support.scenes import all_orders, newest, orders, sells, stall_row

QRIS, OTHER_QRIS = payload("Q01"), payload("Q07")
NAME, OTHER_NAME = "KERIPIK BU CONTOH", "BATIK MALON GUNUNGPATI"


async def accepted(seller: Person, buyer: Person, price: str = "15rb") -> Message:
    await orders(buyer, await sells(seller, f"Keripik pisang {price} stok 8"))
    await seller.taps("Terima", on=await seller.sees("Pesanan baru #1"))
    return await buyer.sees("disanggupi", button="Cara bayar")


async def opens_qris(seller: Person) -> None:
    before = await newest(seller)
    await seller.writes("/lapak")
    await seller.taps("Atur lapak", on=await seller.sees("Link lapak", after=before))
    await seller.taps("📱 QRIS", on=await seller.sees("Apanya yang mau diubah", button="📱 QRIS", after=before))


async def is_asked_for_qris(seller: Person) -> None:
    await sells(seller)
    await opens_qris(seller)
    await seller.sees("Kirim foto QRIS Kakak", button="Kembali")


async def registers(seller: Person) -> None:
    await opens_qris(seller)
    await seller.sees("Kirim foto QRIS Kakak")
    await seller.sends_photo(None, photo_of_qr(QRIS, tilt=8, lean=0.1, blur=1))
    await seller.taps("ini QRIS saya", on=await seller.sees(f"Terbaca: {NAME}", button="ini QRIS saya"))
    await seller.sees(f"bayar pakai QRIS {NAME}", button="Lapak saya")


async def says_paid(buyer: Person, card: Message) -> Message:
    before = await newest(buyer)
    await buyer.taps("Sudah bayar", on=card)
    return await buyer.sees("Kirim foto bukti bayar", button="Tanpa bukti", after=before)


async def code_in(http: ClientSession, town: Town, message: Message) -> str:
    async with http.get(f"{town.url}/files/{message['photo'][-1]['file_id']}") as response:
        found = zxingcpp.read_barcodes(Image.open(io.BytesIO(await response.read())))
    return str(found[0].text)


async def the_order(town: Town) -> Order:
    return (await all_orders(town))[0]


# The stall's QRIS


async def test_a_qris_is_read_from_a_photo_read_back_and_used_only_after_a_tap(town: Town, bu_sari: Person) -> None:
    await is_asked_for_qris(bu_sari)
    await bu_sari.sends_photo(None, photo_of_qr(QRIS, tilt=10))
    read = await bu_sari.sees(f"Terbaca: {NAME}", button="ini QRIS saya")
    assert "NMID ID1020000000001" in read.words
    assert (await stall_row(town, bu_sari)).qris is None
    await bu_sari.taps("ini QRIS saya", on=read)
    await bu_sari.sees("Uangnya langsung ke Kakak")
    stall = await stall_row(town, bu_sari)
    assert (stall.qris, stall.qris_name) == (QRIS, NAME)


async def test_a_photo_that_cannot_be_read_leaves_the_question_open(town: Town, bu_sari: Person) -> None:
    await is_asked_for_qris(bu_sari)
    wrong = {
        photo_bytes(): "belum terbaca",
        photo_of_qr(payload("Q18")): "bukan QRIS yang benar",
        photo_of_qr(payload("Q09")): "bukan QRIS yang benar",
    }
    for photo, words in wrong.items():
        before = await newest(bu_sari)
        await bu_sari.sends_photo(None, photo)
        assert (await bu_sari.sees(words, after=before)).buttons
    for kind in ("voice", "document"):
        before = await newest(bu_sari)
        await bu_sari.sends_file(kind, b"%PDF-1.4", "a.bin", "application/pdf")
        await bu_sari.sees("QRIS", after=before)
    await bu_sari.writes("nanti ya")
    await bu_sari.sees("Kirim foto QRIS Kakak", after=before)
    await bu_sari.sends_file("document", photo_of_qr(QRIS), "qris.jpg", "image/jpeg")
    await bu_sari.taps("ini QRIS saya")
    await bu_sari.sees("Uangnya langsung ke Kakak")
    assert (await stall_row(town, bu_sari)).qris == QRIS


async def test_two_codes_in_an_album_are_asked_to_come_alone(bu_sari: Person) -> None:
    await is_asked_for_qris(bu_sari)
    await bu_sari.sends_photo(None, photo_of_qr(QRIS), photo_of_qr(OTHER_QRIS))
    assert (await bu_sari.sees("satu kode saja")).buttons


async def test_a_code_made_for_one_payment_is_warned_of(bu_sari: Person) -> None:
    await is_asked_for_qris(bu_sari)
    await bu_sari.sends_photo(None, photo_of_qr(payload("Q02")))
    await bu_sari.sees("untuk sekali bayar", button="ini QRIS saya")


async def test_a_change_says_what_it_replaces_and_the_owner_is_told(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari)
    await registers(bu_sari)
    assert "baru saja" not in str(await bu_sari.told())
    await opens_qris(bu_sari)
    await bu_sari.taps("📷 Ganti", on=await bu_sari.sees(f"QRIS lapak Kakak: {NAME}"))
    await bu_sari.sends_photo(None, photo_of_qr(OTHER_QRIS))
    read = await bu_sari.sees(f"Terbaca: {OTHER_NAME}")
    assert f"menggantikan yang sekarang: {NAME}" in read.words
    assert (await stall_row(town, bu_sari)).qris == QRIS
    await bu_sari.taps("ini QRIS saya", on=read)
    notice = await bu_sari.sees(f"baru saja diganti: {OTHER_NAME}", button="Lihat QRIS")
    await bu_sari.taps("Lihat QRIS", on=notice)
    await bu_sari.taps("🗑 Hapus", on=await bu_sari.sees(f"QRIS lapak Kakak: {OTHER_NAME}", button="🗑 Hapus"))
    await bu_sari.sees("baru saja dihapus")
    assert (await stall_row(town, bu_sari)).qris is None


async def test_an_older_reading_cannot_be_confirmed_any_more(town: Town, bu_sari: Person) -> None:
    await is_asked_for_qris(bu_sari)
    await bu_sari.sends_photo(None, photo_of_qr(QRIS))
    first = await bu_sari.sees(f"Terbaca: {NAME}")
    await bu_sari.sends_photo(None, photo_of_qr(OTHER_QRIS))
    second = await bu_sari.sees(f"Terbaca: {OTHER_NAME}")
    await bu_sari.taps("ini QRIS saya", on=first)
    assert (await bu_sari.sees("sudah tidak saya pegang")).buttons
    await asyncio.gather(*(bu_sari.taps("ini QRIS saya", on=second) for _ in range(3)))
    await bu_sari.sees(f"bayar pakai QRIS {OTHER_NAME}")
    assert (await stall_row(town, bu_sari)).qris == OTHER_QRIS


@pytest.mark.parametrize("do", ["look", "change", "use", "remove"])
async def test_somebody_without_a_stall_is_told_kindly(stranger: Person, do: str) -> None:
    first = await stranger.starts()
    await stranger.taps_data(first["message_id"], QrisTap(do=do, stamp=1).pack())
    answer = await stranger.sees(after=first["message_id"] - 1)
    if do == "change":  # the question alone does no harm: the answer is refused
        await stranger.sends_photo(None, photo_of_qr(QRIS))
        answer = await stranger.sees(after=answer["message_id"])
    assert answer.buttons


# Paying


async def test_the_buyer_pays_by_qris_and_the_seller_says_that_the_money_is_there(
    town: Town, http: ClientSession, bu_sari: Person, pak_budi: Person
) -> None:
    card = await accepted(bu_sari, pak_budi)
    await registers(bu_sari)
    assert NAME not in str(await pak_budi.told())
    assert "Rp30.000 – belum ditandai lunas" in card.words
    await pak_budi.taps("Cara bayar", on=card)
    await pak_budi.taps("Bayar pakai QRIS", on=await pak_budi.sees("Mau bayar pakai apa", button="QRIS"))
    shown = await pak_budi.sees(f"harus {NAME} (ID1020000000001)", button="Sudah bayar")
    code = await code_in(http, town, shown)
    assert tags_of(code)["54"] == "30000"
    assert tags_of(code)["59"] == NAME
    assert (await the_order(town)).pay_by == "qris"

    await says_paid(pak_budi, shown)
    await pak_budi.sends_photo("Sudah ya Bu", photo_bytes("blue"))
    assert (await pak_budi.sees("sampaikan ke Bu Sari", button="Lihat pesanan")).buttons
    claim = await bu_sari.sees("Kata Pak Budi, pesanan #1 sudah dibayar: Rp30.000", button="Uang sudah masuk")
    assert claim["photo"]
    assert "Sudah ya Bu" in claim.words
    assert "Foto bukti saja belum tentu benar" in claim.words
    assert (await the_order(town)).payment == "claimed"

    await bu_sari.taps("Uang sudah masuk", on=claim)
    done = await bu_sari.sees("(QRIS) – ✅ lunas")
    assert not any("masuk" in label and "Uang" in label for label in done.buttons)
    assert "Lunas, terima kasih" in (await pak_budi.sees("sudah menerima uang pesanan #1")).words
    order = await the_order(town)
    assert (order.payment, order.paid_at, order.state) == ("paid", town.clock.now(), "accepted")


async def test_belum_masuk_lets_the_buyer_say_so_again(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await says_paid(pak_budi, await accepted(bu_sari, pak_budi))
    await pak_budi.taps("Tanpa bukti")
    claim = await bu_sari.sees("Kata Pak Budi", button="Belum masuk")
    assert "photo" not in claim
    await bu_sari.taps("Belum masuk", on=claim)
    await bu_sari.sees("belum ditandai lunas", button="Uang sudah masuk")
    again = await pak_budi.sees("belum melihat uang pesanan #1 masuk", button="Sudah bayar")
    await says_paid(pak_budi, again)
    await pak_budi.writes("tanpa bukti")
    second = await bu_sari.sees("Kata Pak Budi", button="Belum masuk", after=claim["message_id"])
    assert (await the_order(town)).claims == 2
    await bu_sari.taps_data(claim["message_id"], claim.data_of("Belum masuk"))  # the older one says nothing of this
    assert (await the_order(town)).payment == "claimed"
    await bu_sari.taps("Belum masuk", on=second)
    await pak_budi.sees("belum melihat uang", after=again["message_id"])
    assert (await the_order(town)).payment == "open"


async def test_cash_and_transfer_are_chosen_and_seen_by_the_seller(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await sells(bu_sari)
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Atur lapak")
    await bu_sari.taps("💳 Cara bayar")
    await bu_sari.writes("Transfer BRI 1234 a.n. Sari")
    await bu_sari.sees("beres", button="Lapak saya", after=await newest(bu_sari) - 1)
    await orders(pak_budi, "p1")
    await bu_sari.taps("Terima", on=await bu_sari.sees("Pesanan baru #1"))
    await pak_budi.taps("Cara bayar", on=await pak_budi.sees("disanggupi", button="Cara bayar"))
    ways = await pak_budi.sees("Mau bayar pakai apa", button="Transfer")
    assert "Transfer BRI 1234 a.n. Sari" in ways.words
    assert "QRIS" not in ways.words + str(ways.buttons)
    await pak_budi.taps("Transfer", on=ways)
    await pak_budi.taps("Kembali", on=await pak_budi.sees("Transfer Rp30.000 ke Bu Sari", button="Sudah bayar"))
    await pak_budi.taps("Cara bayar", on=await pak_budi.sees("(transfer) – belum ditandai lunas"))
    await pak_budi.taps("Bayar di tempat", on=await pak_budi.sees("Mau bayar pakai apa"))
    await pak_budi.sees("Bayar Rp30.000 tunai ke Bu Sari", button="Kembali")
    await bu_sari.writes("/masuk")
    await bu_sari.taps("#1 Keripik", on=await bu_sari.sees("Pesanan yang menunggu"))
    await bu_sari.taps("Uang sudah masuk", on=await bu_sari.sees("(tunai) – belum ditandai lunas"))
    await pak_budi.sees("sudah menerima uang")
    assert (await the_order(town)).pay_by == "cash"


async def test_an_account_that_was_never_written_is_asked_for(bu_sari: Person, pak_budi: Person) -> None:
    await pak_budi.taps("Cara bayar", on=await accepted(bu_sari, pak_budi))
    await pak_budi.taps("Transfer", on=await pak_budi.sees("Mau bayar pakai apa"))
    await pak_budi.sees("belum menulis nomor rekeningnya", button="Tulis ke penjual")


async def test_above_ten_million_there_is_no_qris(bu_sari: Person, pak_budi: Person) -> None:
    card = await accepted(bu_sari, pak_budi, price="6jt")
    await registers(bu_sari)
    await pak_budi.taps("Cara bayar", on=card)
    ways = await pak_budi.sees("Mau bayar pakai apa")
    assert "QRIS" not in ways.words + str(ways.buttons)
    await pak_budi.taps_data(ways["message_id"], PayTap(do="qris", order_id=1).pack())
    assert (await pak_budi.sees("paling banyak Rp10 juta", button="Lihat pesanan")).buttons


async def test_a_qris_that_was_taken_away_is_offered_no_more(bu_sari: Person, pak_budi: Person) -> None:
    card = await accepted(bu_sari, pak_budi)
    await registers(bu_sari)
    await pak_budi.taps("Cara bayar", on=card)
    ways = await pak_budi.sees("Mau bayar pakai apa", button="Bayar pakai QRIS")
    await bu_sari.taps_data(await newest(bu_sari), QrisTap(do="remove").pack())
    await bu_sari.sees("baru saja dihapus")
    await pak_budi.taps("Bayar pakai QRIS", on=ways)
    assert (await pak_budi.sees("sedang tidak pakai QRIS", button="Lihat pesanan")).buttons


async def test_a_proof_as_an_album_reaches_the_seller_whole(bu_sari: Person, pak_budi: Person) -> None:
    await says_paid(pak_budi, await accepted(bu_sari, pak_budi))
    before = await newest(bu_sari)
    await pak_budi.sends_photo("Dua bukti", photo_bytes("red"), photo_bytes("blue"))
    await pak_budi.sees("sampaikan ke Bu Sari")
    claim = await bu_sari.sees("Dua bukti", button="Uang sudah masuk", after=before)
    assert (await bu_sari.sees(button="Balas", after=claim["message_id"]))["photo"]


async def test_what_is_no_photo_leaves_the_question_about_a_proof_open(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    question = await says_paid(pak_budi, await accepted(bu_sari, pak_budi))
    for kind, data, mime in (("voice", b"OggS", "audio/ogg"), ("document", photo_bytes(), "image/jpeg")):
        before = await newest(pak_budi)
        await pak_budi.sends_file(kind, data, "bukti", mime)
        await pak_budi.sees("Kirim foto bukti bayar", button="Tanpa bukti", after=before)
    before = await newest(pak_budi)
    await pak_budi.writes("sudah tadi pagi")
    await pak_budi.sees("Kirim foto bukti bayar", button="Tanpa bukti", after=before)
    assert (await the_order(town)).payment == "open"
    await pak_budi.sends_photo(None, reply_to=question["message_id"])
    await bu_sari.sees("Kata Pak Budi", button="Uang sudah masuk")


async def test_a_reply_to_another_message_is_no_proof(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    card = await accepted(bu_sari, pak_budi)
    await bu_sari.taps("Tulis pesan", on=await bu_sari.sees("Kakak sanggupi"))
    await bu_sari.sees("Tulis pesan untuk Pak Budi")
    await bu_sari.writes("Yang merah atau biru?")
    asked = await pak_budi.sees("merah atau biru")
    await says_paid(pak_budi, card)
    await pak_budi.sends_photo("Yang ini", reply_to=asked["message_id"])
    await bu_sari.sees("Yang ini", button="Balas")
    assert (await the_order(town)).payment == "open"


async def test_kembali_closes_the_question_about_a_proof(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await pak_budi.taps("Kembali", on=await says_paid(pak_budi, await accepted(bu_sari, pak_budi)))
    await pak_budi.sees("disanggupi", after=await newest(pak_budi) - 1)
    await pak_budi.sends_photo()
    await pak_budi.sees("Foto ini untuk apa", button="Bukti bayar pesanan #1")
    assert (await the_order(town)).payment == "open"


async def test_a_picture_sent_as_a_file_is_asked_for_as_a_photo(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await accepted(bu_sari, pak_budi)
    await pak_budi.sends_file("document", photo_bytes(), "bukti.jpg", "image/jpeg")
    await pak_budi.taps("Bukti bayar pesanan #1", on=await pak_budi.sees("Foto ini untuk apa"))
    await pak_budi.sees("Kirim sebagai foto biasa", button="Lihat pesanan")
    assert (await the_order(town)).payment == "open"


async def test_a_proof_before_the_order_is_accepted_is_handed_on(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    placed = await orders(pak_budi, await sells(bu_sari))
    assert not any("bayar" in label for label in placed.buttons)
    await pak_budi.sends_photo()
    await pak_budi.taps("Bukti bayar", on=await pak_budi.sees("Foto ini untuk apa"))
    await pak_budi.sees("sampaikan ke Bu Sari", button="Tulis lagi")
    assert (await bu_sari.sees("Pak Budi (pesanan #1)", button="Balas"))["photo"]
    assert (await the_order(town)).payment == "open"


@pytest.mark.parametrize(
    "caption",
    ["Sudah transfer 45rb ya bu", "bukti transfer Rp45.000", "lunas 45000", "TF BCA 45rb a.n. Budi", "bayar 45k"],
)
async def test_a_proof_with_its_sum_is_nothing_to_sell(bu_sari: Person, pak_budi: Person, caption: str) -> None:
    await accepted(bu_sari, pak_budi)
    await pak_budi.sends_photo(caption)
    await pak_budi.taps("Bukti bayar pesanan #1", on=await pak_budi.sees("Foto ini untuk apa"))
    assert caption in (await bu_sari.sees("Kata Pak Budi")).words


async def test_what_stands_under_a_photo_is_kept_when_it_is_something_new(bu_sari: Person, pak_budi: Person) -> None:
    await accepted(bu_sari, pak_budi)
    await pak_budi.sends_photo("Rengginang manis")
    await pak_budi.taps("Barang baru", on=await pak_budi.sees("Foto ini untuk apa"))
    await pak_budi.sees("Rengginang manis")


async def test_an_older_order_that_is_not_over_is_remembered(bu_sari: Person, pak_budi: Person) -> None:
    await accepted(bu_sari, pak_budi)
    newest_one = await orders(pak_budi, "p1", "1")
    await pak_budi.taps("Batalkan pesanan", on=newest_one)
    await pak_budi.sees("#2 sudah dibatalkan")
    await pak_budi.sends_photo()
    await pak_budi.sees("Foto ini untuk apa", button="Bukti bayar pesanan #1")


async def test_a_photo_amid_an_order_in_words_leaves_the_order_as_it_is(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await accepted(bu_sari, pak_budi)
    await pak_budi.writes("pesan 2 keripik pisang kirim ke Jl. Merdeka 5 Plaosan")
    cart = await pak_budi.sees("Jl. Merdeka 5 Plaosan", button="✅ Pesan")
    await pak_budi.sends_photo()
    await pak_budi.sees("Foto ini untuk apa")
    await pak_budi.taps("✅ Pesan", on=cart)
    await pak_budi.sees("Pesanan #2 sudah sampai di")
    assert len(await all_orders(town)) == 2


async def test_the_question_about_an_older_photo_never_sends_a_newer_one(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await accepted(bu_sari, pak_budi)
    await pak_budi.sends_photo()
    first = await pak_budi.sees("Foto ini untuk apa")
    await pak_budi.sends_photo()
    second = await pak_budi.sees("Foto ini untuk apa", after=first["message_id"])
    await pak_budi.taps("Bukti bayar pesanan #1", on=first)
    await pak_budi.sees("Fotonya sudah tidak ada")
    assert (await the_order(town)).payment == "open"
    await pak_budi.taps("Bukti bayar pesanan #1", on=second)
    await pak_budi.sees("Penjual mengecek dulu")
    assert (await the_order(town)).payment == "claimed"


async def test_a_photo_after_everything_is_paid_is_something_new(bu_sari: Person, pak_budi: Person) -> None:
    await accepted(bu_sari, pak_budi)
    await bu_sari.taps("Uang sudah masuk", on=await bu_sari.sees("Kakak sanggupi"))
    await pak_budi.sees("Lunas, terima kasih")
    await pak_budi.sends_photo()
    await pak_budi.sees("barang apa")


async def test_a_proof_is_offered_for_what_can_be_paid_first_and_names_the_seller(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    """#1 is accepted; #2, at another stall, waits for its answer: the picture of a bank account is not for that one."""
    pak_tono = await town.person("Pak Tono")
    await accepted(bu_sari, pak_budi)
    await orders(pak_budi, await sells(pak_tono, "Beras 60rb stok 9"), "1")
    await pak_budi.sends_photo("bukti transfer BCA 123")
    asked = await pak_budi.sees("Foto ini untuk apa")
    assert [label for label in asked.buttons if "Bukti" in label] == [
        "🧾 Bukti bayar pesanan #1 – Bu Sari",
        "🧾 Bukti bayar pesanan #2 – Pak Tono",
    ]
    await pak_budi.taps("Bukti bayar pesanan #1", on=asked)
    assert "BCA 123" in (await bu_sari.sees("Kata Pak Budi")).words
    assert "BCA 123" not in str(await pak_tono.told())


async def test_when_more_can_be_paid_than_have_a_button_there_is_a_way_to_all(
    bu_sari: Person, pak_budi: Person
) -> None:
    product = await sells(bu_sari, "Keripik pisang 15rb stok 40")
    for number in range(1, 5):
        await orders(pak_budi, product)
        await bu_sari.taps("Terima", on=await bu_sari.sees(f"Pesanan baru #{number}"))
        await bu_sari.sees(f"#{number}", button="Lainnya")
    await pak_budi.sends_photo()
    asked = await pak_budi.sees("Foto ini untuk apa", button="Belanjaan")
    assert sum("Bukti" in label for label in asked.buttons) == 3


async def test_a_proof_may_come_when_all_is_finished(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await accepted(bu_sari, pak_budi)
    await bu_sari.taps("Selesai", on=await bu_sari.sees("Kakak sanggupi"))
    await pak_budi.sees("selesai. Terima kasih")
    await pak_budi.sends_photo("bukti transfer 50rb")
    await pak_budi.taps("Bukti bayar pesanan #1", on=await pak_budi.sees("Foto ini untuk apa"))
    await bu_sari.taps("Uang sudah masuk", on=await bu_sari.sees("Kata Pak Budi"))
    await pak_budi.sees("Lunas, terima kasih")


async def test_a_caption_about_paying_is_never_something_to_sell(bu_sari: Person, pak_budi: Person) -> None:
    card = await accepted(bu_sari, pak_budi)
    await bu_sari.taps("Uang sudah masuk", on=await bu_sari.sees("Kakak sanggupi"))
    await pak_budi.sees("Lunas, terima kasih", after=card["message_id"])
    await pak_budi.sends_photo("bukti transfer 50rb")
    await pak_budi.taps("Belanjaan saya", on=await pak_budi.sees("Foto ini untuk apa", button="Barang baru"))
    await pak_budi.sees("Belanjaan Kakak", button="#1")


async def test_an_old_order_that_nobody_called_paid_bothers_no_new_goods(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await accepted(bu_sari, pak_budi)
    await bu_sari.taps("Selesai", on=await bu_sari.sees("Kakak sanggupi"))
    await pak_budi.sees("selesai. Terima kasih")
    await town.later(days=8)
    await pak_budi.sends_photo()
    await pak_budi.sees("barang apa")


async def test_double_taps_tell_everybody_once(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    question = await says_paid(pak_budi, await accepted(bu_sari, pak_budi))
    await asyncio.gather(*(pak_budi.taps("Tanpa bukti", on=question) for _ in range(3)))
    claim = await bu_sari.sees("Kata Pak Budi", button="Uang sudah masuk")
    await asyncio.gather(*(bu_sari.taps("Uang sudah masuk", on=claim) for _ in range(3)))
    await pak_budi.sees("Lunas, terima kasih")
    await pak_budi.sees_nothing_new(await newest(pak_budi), seconds=0.3)
    assert (
        len([words for words in await bu_sari.told() if "Kata Pak Budi" in words]) == 0
        or (await the_order(town)).claims == 1
    )
    assert len([words for words in await pak_budi.told() if "Lunas, terima kasih" in words]) == 1


async def test_after_the_handing_over_it_can_still_be_paid(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await accepted(bu_sari, pak_budi)
    await bu_sari.taps("Selesai", on=await bu_sari.sees("Kakak sanggupi"))
    await says_paid(pak_budi, await pak_budi.sees("selesai. Terima kasih", button="Sudah bayar"))
    await pak_budi.taps("Tanpa bukti")
    await bu_sari.taps("Uang sudah masuk", on=await bu_sari.sees("Kata Pak Budi"))
    await pak_budi.sees("Lunas, terima kasih")
    order = await the_order(town)
    assert (order.state, order.payment) == ("finished", "paid")


async def test_nobody_else_can_pay_or_say_paid(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person, mbak_rini: Person
) -> None:
    card = await accepted(bu_sari, pak_budi)
    await registers(bu_sari)
    sellers, buyers = ("money", "none"), ("ways", "qris", "transfer", "cash", "done", "bare")
    attempts = [(person, do) for person in (stranger, mbak_rini) for do in (*sellers, *buyers)]
    attempts += [(bu_sari, do) for do in buyers] + [(pak_budi, do) for do in sellers]
    for person, do in attempts:
        message = await newest(person) or (await person.starts())["message_id"]
        await person.taps_data(message, PayTap(do=do, order_id=1, claim=0).pack())
        assert (await person.sees("tidak ketemu", after=message)).buttons
    order = await the_order(town)
    assert (order.payment, order.pay_by, order.claims) == ("open", None, 0)
    for person in (stranger, mbak_rini):
        assert NAME not in str(await person.told())
    assert "Cara bayar" in str(card.buttons)


async def test_an_old_sudah_bayar_of_what_is_called_off_asks_for_no_proof(bu_sari: Person, pak_budi: Person) -> None:
    card = await accepted(bu_sari, pak_budi)
    await pak_budi.taps("Cara bayar", on=card)
    await pak_budi.taps("Transfer", on=await pak_budi.sees("bayar", button="Transfer"))
    old = await pak_budi.sees("Rp30.000", button="Sudah bayar")
    done = old.data_of("Sudah bayar")
    await bu_sari.taps("Lainnya", on=await bu_sari.sees("esanan #1", button="Lainnya"))
    await bu_sari.taps("Ternyata tidak bisa", on=await bu_sari.sees("mau apa?"))
    await bu_sari.taps("Ya, batalkan", on=await bu_sari.sees("kembalikan dulu ya"))
    await pak_budi.sees("belum bisa melayani")
    before = await newest(pak_budi)
    await pak_budi.taps_data(old["message_id"], done)
    await pak_budi.sees_nothing_new(before)
    assert not any("Kirim foto bukti bayar" in words for words in await pak_budi.told())
