"""Buyer and seller write to each other through the bot."""

import pytest

from tests.support.cast import Message, Person, Town, photo_bytes
from tests.support.scenes import all_orders, fails, message_of, newest, orders, sells, update_from


async def accepted(seller: Person, buyer: Person) -> None:
    await orders(buyer, await sells(seller, "Keripik pisang 15rb stok 8"))
    await seller.taps("Terima", on=await seller.sees("Pesanan baru #1"))
    await buyer.sees("disanggupi", button="Tulis ke penjual")


async def test_words_go_both_ways_and_nobody_sees_a_number(bu_sari: Person, pak_budi: Person) -> None:
    await accepted(bu_sari, pak_budi)
    await pak_budi.taps("Tulis ke penjual", on=await pak_budi.sees("disanggupi"))
    await pak_budi.sees("Tulis pesan untuk Bu Sari", button="Kembali")
    await pak_budi.writes("Bu, bisa diambil sore?")
    assert (await pak_budi.sees("sampaikan ke Bu Sari")).buttons == ["💬 Tulis lagi", "📋 Lihat pesanan"]
    received = await bu_sari.sees("Bu, bisa diambil sore?", button="Balas")
    assert "Pak Budi" in received.words
    assert str(pak_budi.id) not in str(received["text"])
    await bu_sari.taps("Balas", on=received)
    await bu_sari.sees("Tulis pesan untuk Pak Budi")
    await bu_sari.writes("Bisa Pak, jam 4")
    await bu_sari.sees("sampaikan ke Pak Budi")
    assert "Bu Sari" in (await pak_budi.sees("Bisa Pak, jam 4", button="Balas")).words


async def test_a_photo_with_words_goes_to_the_other_side(bu_sari: Person, pak_budi: Person) -> None:
    await accepted(bu_sari, pak_budi)
    await pak_budi.taps("Tulis ke penjual", on=await pak_budi.sees("disanggupi"))
    await pak_budi.sees("Tulis pesan untuk")
    await pak_budi.sends_photo("Ini bukti transfernya")
    await pak_budi.sees("sampaikan ke Bu Sari")
    received = await bu_sari.sees("Ini bukti transfernya", button="Balas")
    assert received["photo"]


async def test_all_photos_of_an_album_go_to_the_other_side(bu_sari: Person, pak_budi: Person) -> None:
    await accepted(bu_sari, pak_budi)
    await pak_budi.taps("Tulis ke penjual", on=await pak_budi.sees("disanggupi"))
    await pak_budi.sees("Tulis pesan untuk")
    before = await newest(bu_sari)
    await pak_budi.sends_photo("Ada dua", photo_bytes("red"), photo_bytes("blue"))
    await pak_budi.sees("sampaikan ke Bu Sari")
    first = await bu_sari.sees("Ada dua", after=before)
    await bu_sari.sees(after=first["message_id"])
    assert len([m for m in await bu_sari.chat() if m["message_id"] > before and m.get("photo")]) == 2


async def test_the_order_can_be_talked_about_before_it_is_answered(bu_sari: Person, pak_budi: Person) -> None:
    placed = await orders(pak_budi, await sells(bu_sari))
    received = await bu_sari.sees("Pesanan baru #1", button="Tulis pesan")
    await bu_sari.taps("Tulis pesan", on=received)
    await bu_sari.sees("Tulis pesan untuk Pak Budi")
    await bu_sari.writes("Mau yang asin atau manis?")
    await pak_budi.sees("asin atau manis")
    await pak_budi.writes("Manis", reply_to=placed["message_id"])
    await bu_sari.sees("Manis", button="Balas")
    assert "✅ Terima" in (await message_of(bu_sari, received["message_id"])).buttons


async def test_replying_to_the_orders_message_is_writing_to_the_other_side(bu_sari: Person, pak_budi: Person) -> None:
    await orders(pak_budi, await sells(bu_sari))
    received = await bu_sari.sees("Pesanan baru #1")
    await bu_sari.writes("Siap jam 4 ya", reply_to=received["message_id"])
    message = await pak_budi.sees("Siap jam 4 ya")
    await pak_budi.sends_photo(None, reply_to=message["message_id"])
    await pak_budi.sees("sampaikan ke Bu Sari")
    photo = await bu_sari.sees("(pesanan #1)", button="Balas")
    assert photo["photo"]


async def test_replying_to_an_older_message_about_the_order_works_too(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await orders(pak_budi, await sells(bu_sari))
    received = await bu_sari.sees("Pesanan baru #1")
    await town.later(minutes=15)
    await bu_sari.sees("masih menunggu")
    await bu_sari.writes("Maaf baru buka HP", reply_to=received["message_id"])
    await pak_budi.sees("Maaf baru buka HP")


@pytest.mark.parametrize(
    ("taps", "said", "told"),
    [
        (["Tolak"], "gulanya habis", "Kata Bu Sari: “gulanya habis”"),
        (["Tawarkan lain", "Jumlahnya kurang"], "1", "1 × Keripik pisang (Rp15.000) = Rp15.000 (tadinya 2)"),
        (["Tawarkan lain", "Harganya lain"], "25rb", "Jumlah: Rp25.000"),
        (["Tawarkan lain", "Pakai ongkir"], "5rb", "Ongkir: Rp5.000"),
        (["Terima", "Lainnya", "Sudah dikirim"], "JNE 123456", "sudah di jalan"),
    ],
)
async def test_a_reply_to_the_question_that_is_open_answers_it(
    bu_sari: Person, pak_budi: Person, taps: list[str], said: str, told: str
) -> None:
    placed = await orders(pak_budi, await sells(bu_sari))
    card = await bu_sari.sees("Pesanan baru #1")
    for tap, next_one in zip(taps, [*taps[1:], "Kembali"], strict=True):
        await bu_sari.taps(tap, on=card)
        card = await bu_sari.sees(button=next_one)
    await bu_sari.writes(said, reply_to=card["message_id"])
    assert told in (await pak_budi.sees(told, after=placed["message_id"])).words
    assert "Balas" not in str([message.buttons for message in await pak_budi.chat()])


async def test_a_complaint_in_reply_to_its_question_reaches_the_operators_alone(
    mbak_rini: Person, bu_sari: Person, pak_budi: Person
) -> None:
    await mbak_rini.starts()
    await accepted(bu_sari, pak_budi)
    await pak_budi.taps("Ada masalah", on=await pak_budi.sees("disanggupi"))
    question = await pak_budi.sees("Ada masalah apa")
    await pak_budi.writes("penjualnya tidak jujur", reply_to=question["message_id"])
    await mbak_rini.sees("penjualnya tidak jujur")
    assert "tidak jujur" not in str(await bu_sari.told())


async def test_a_reply_to_another_message_of_the_order_is_handed_on_whatever_is_asked(
    bu_sari: Person, pak_budi: Person
) -> None:
    placed = await orders(pak_budi, await sells(bu_sari))
    card = await bu_sari.sees("Pesanan baru #1")
    await pak_budi.writes("Bu, gulanya ada?", reply_to=placed["message_id"])
    message = await bu_sari.sees("gulanya ada?", button="Balas")
    await bu_sari.taps("Balas", on=message)
    older = await bu_sari.sees("Tulis pesan untuk")
    await bu_sari.taps("Tolak", on=card)
    question = await bu_sari.sees("Kenapa pesanan")
    await bu_sari.writes("tunggu ya", reply_to=older["message_id"])
    await pak_budi.sees("tunggu ya", button="Balas")
    await bu_sari.writes("sebentar, saya lihat dulu", reply_to=message["message_id"])
    await pak_budi.sees("saya lihat dulu", button="Balas")
    await bu_sari.writes("gulanya habis", reply_to=question["message_id"])
    await pak_budi.sees("Kata Bu Sari: “gulanya habis”")


async def test_a_reply_to_the_question_what_to_hand_on_answers_it_once(bu_sari: Person, pak_budi: Person) -> None:
    await accepted(bu_sari, pak_budi)
    await pak_budi.taps("Tulis ke penjual", on=await pak_budi.sees("disanggupi"))
    question = await pak_budi.sees("Tulis pesan untuk")
    await pak_budi.writes("Bu, bisa diambil sore?", reply_to=question["message_id"])
    relayed = await pak_budi.sees("sampaikan ke Bu Sari")
    await bu_sari.sees("bisa diambil sore?")
    await pak_budi.writes("anu itu lho")
    await pak_budi.sees(after=relayed["message_id"])
    assert "anu itu lho" not in str(await bu_sari.told())


async def test_replying_to_a_list_of_orders_is_handed_to_nobody_by_chance(
    bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    link = await sells(bu_sari)
    await orders(pak_budi, link, "1")
    await orders(stranger, link, "1")
    await bu_sari.sees("Pesanan baru #2")
    await bu_sari.writes("/masuk")
    listed = await bu_sari.sees("Pesanan yang menunggu")
    await bu_sari.writes("Sudah siap", reply_to=listed["message_id"])
    answer = await bu_sari.sees(after=listed["message_id"])
    assert answer.buttons
    assert "sampaikan" not in answer.words
    assert "Sudah siap" not in str(await pak_budi.told())


async def test_a_message_keeps_its_button_when_a_reminder_comes(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    placed = await orders(pak_budi, await sells(bu_sari))
    received = await bu_sari.sees("Pesanan baru #1")
    await pak_budi.writes("Ada yang pedas?", reply_to=placed["message_id"])
    message = await bu_sari.sees("Ada yang pedas?", button="Balas")
    await town.later(minutes=15)
    await bu_sari.sees("masih menunggu", button="Terima")
    await bu_sari.sees_nothing_new(await newest(bu_sari), seconds=0.2)
    assert "💬 Balas" in (await message_of(bu_sari, message["message_id"])).buttons
    assert (await message_of(bu_sari, received["message_id"])).buttons == []


async def test_going_back_hands_nothing_on(bu_sari: Person, pak_budi: Person) -> None:
    await accepted(bu_sari, pak_budi)
    await pak_budi.taps("Tulis ke penjual", on=await pak_budi.sees("disanggupi"))
    question = await pak_budi.sees("Tulis pesan untuk")
    await pak_budi.taps("Kembali", on=question)
    await pak_budi.sees("disanggupi", after=question["message_id"] - 1)
    before = await newest(pak_budi)
    await pak_budi.writes("Bu RT galak sekali")
    assert "sampaikan" not in (await pak_budi.sees(after=before)).words
    assert "galak" not in str(await bu_sari.told())


async def test_a_message_that_is_too_long_may_be_sent_again_shorter(bu_sari: Person, pak_budi: Person) -> None:
    await accepted(bu_sari, pak_budi)
    await pak_budi.taps("Tulis ke penjual", on=await pak_budi.sees("disanggupi"))
    await pak_budi.sees("Tulis pesan untuk")
    await pak_budi.writes("a" * 4000)
    assert (await pak_budi.sees("kepanjangan")).buttons
    await pak_budi.writes("Sore ya Bu")
    await bu_sari.sees("Sore ya Bu")


async def test_what_cannot_be_handed_on_keeps_the_question_open(bu_sari: Person, pak_budi: Person) -> None:
    await accepted(bu_sari, pak_budi)
    await pak_budi.taps("Tulis ke penjual", on=await pak_budi.sees("disanggupi"))
    await pak_budi.sees("Tulis pesan untuk")
    before = await newest(pak_budi)
    await pak_budi.sends_file("document", b"%PDF-1.4", "a.pdf", "application/pdf")
    assert (await pak_budi.sees("belum bisa saya sampaikan", after=before)).buttons
    sticker = {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1}
    await pak_budi.injects(update_from(pak_budi, sticker=sticker | {"is_animated": False, "is_video": False}))
    assert (await pak_budi.sees("Lucu")).buttons
    await pak_budi.sends({"contact": True})
    assert (await pak_budi.sees("Nomor HP tidak kami teruskan")).buttons
    await pak_budi.writes("Sore ya Bu")
    await bu_sari.sees("Sore ya Bu")
    assert "62812" not in str(await bu_sari.chat())


@pytest.mark.parametrize("kind", ["voice", "video", "video_note"])
async def test_voice_and_video_reach_the_other_side_as_they_are(bu_sari: Person, pak_budi: Person, kind: str) -> None:
    await accepted(bu_sari, pak_budi)
    await pak_budi.taps("Tulis ke penjual", on=await pak_budi.sees("disanggupi"))
    await pak_budi.sees("Tulis pesan untuk")
    before = await newest(bu_sari)
    await pak_budi.sends_file(kind, b"OggS or so", "a.bin", "audio/ogg")
    await pak_budi.sees("sampaikan ke Bu Sari")
    received = await bu_sari.sees(button="Balas", after=before)
    assert received[kind]["file_size"] == len(b"OggS or so")
    assert "Pak Budi" in received.words + str(received.buttons)
    await bu_sari.writes("Siap, sudah saya dengar", reply_to=received["message_id"])
    await pak_budi.sees("sudah saya dengar")


async def test_a_location_arrives_as_a_location_and_can_be_replied_to(bu_sari: Person, pak_budi: Person) -> None:
    placed = await orders(pak_budi, await sells(bu_sari))
    received = await bu_sari.sees("Pesanan baru #1")
    before = await newest(bu_sari)
    await pak_budi.injects(
        update_from(
            pak_budi,
            location={"latitude": -7.65, "longitude": 111.33},
            reply_to_message={"message_id": placed["message_id"], "date": 1, "chat": placed["chat"], "text": "x"},
        )
    )
    place = await bu_sari.sees(button="Balas Pak Budi", after=before)
    assert place["location"] == {"latitude": -7.65, "longitude": 111.33}
    assert "📋 Pesanan #1" in place.buttons
    await bu_sari.taps("Balas Pak Budi", on=place)
    await bu_sari.sees("Tulis pesan untuk Pak Budi")
    await bu_sari.sends({"location": {"latitude": -7.6, "longitude": 111.3}})
    assert (await pak_budi.sees(button="Balas Bu Sari"))["location"]
    assert "✅ Terima" in (await message_of(bu_sari, received["message_id"])).buttons


async def test_everything_reaches_in_order_and_nothing_is_lost(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    placed = await orders(pak_budi, await sells(bu_sari, "Keripik pisang 15rb stok 20"))
    await bu_sari.sees("Pesanan baru #1")
    before = await newest(bu_sari)
    await fails(town.http, town.url, kind="500", method="sendVoice", chat_id=bu_sari.id, count=1)
    await pak_budi.taps("Tulis ke penjual", on=placed)
    await pak_budi.sees("Tulis pesan untuk")
    await pak_budi.sends_file("voice", b"OggS", "a.oga", "audio/ogg")
    await pak_budi.sees("sampaikan ke Bu Sari")
    for text in ("satu", "dua", "tiga"):
        sent = await newest(pak_budi)
        await pak_budi.writes(text, reply_to=placed["message_id"])
        await pak_budi.sees("sampaikan ke Bu Sari", after=sent)
    await town.later(minutes=1)
    await bu_sari.sees("tiga")
    arrived = [m for m in await bu_sari.chat() if m["message_id"] > before]
    assert arrived[0]["voice"]
    assert [m.words.split("\n")[-1] for m in arrived[1:]] == ["satu", "dua", "tiga"]


async def test_a_long_caption_is_not_cut(bu_sari: Person, pak_budi: Person) -> None:
    placed = await orders(pak_budi, await sells(bu_sari))
    await bu_sari.sees("Pesanan baru #1")
    before = await newest(bu_sari)
    await pak_budi.sends_photo("panjang " * 120 + "akhir", reply_to=placed["message_id"])
    words = await bu_sari.sees("akhir", after=before)
    assert (await bu_sari.sees(after=words["message_id"]))["photo"]


async def test_muting_and_taking_messages_again_on_both_sides(bu_sari: Person, pak_budi: Person) -> None:
    await accepted(bu_sari, pak_budi)
    chats = ((bu_sari, pak_budi), (pak_budi, bu_sari))
    for muter, other in chats:
        card = await other.sees("#1", button="Tulis")
        await other.taps("Tulis", on=card)
        await other.sees(f"Tulis pesan untuk {muter.name}")
        await other.writes(f"Halo {muter.name}, banyak cakap")
        received = await muter.sees("banyak cakap", button="Jangan kirimi")
        await muter.taps("Jangan kirimi pesan lagi", on=received)
        await muter.sees("tidak saya teruskan lagi", button="Terima pesannya lagi")
        assert "banyak cakap" in (await message_of(muter, received["message_id"])).words
        before, quiet = await newest(other), await newest(muter)
        await other.taps("Tulis", on=card)
        assert "tidak menerima pesan" in (await other.sees(after=before)).words
        await other.writes("Masih saja", reply_to=card["message_id"])
        assert (await other.sees("tidak menerima pesan", after=before + 1)).buttons == ["📋 Lihat pesanan"]
        await muter.sees_nothing_new(quiet, seconds=0.3)
        await muter.writes("Maaf ya", reply_to=received["message_id"])
        await muter.sees("masih Kakak tutup", button="Terima pesannya lagi")
        await other.sees("Maaf ya")
        await muter.taps("Terima pesannya lagi", on=await muter.sees("tidak saya teruskan lagi"))
        await muter.sees("saya teruskan lagi", after=quiet)
        await other.writes("Terima kasih, Kak!", reply_to=card["message_id"])
        await muter.sees("Terima kasih, Kak!")


async def test_news_of_the_order_comes_although_muted_and_muting_works_twice(bu_sari: Person, pak_budi: Person) -> None:
    placed = await orders(pak_budi, await sells(bu_sari))
    notice = await bu_sari.sees("Pesanan baru #1")
    await bu_sari.writes("Promo kaos, lihat ya", reply_to=notice["message_id"])
    received = await pak_budi.sees("Promo kaos")
    for _ in range(2):
        await pak_budi.taps("Jangan kirimi", on=received)
        closed = await pak_budi.sees("tidak saya teruskan lagi", after=received["message_id"])
        before = await newest(bu_sari)
        await bu_sari.writes("Promo lagi", reply_to=notice["message_id"])
        await bu_sari.sees("tidak menerima pesan", after=before)
        await pak_budi.taps("Terima pesannya lagi", on=closed)
        received = await pak_budi.sees("saya teruskan lagi") and received
    await pak_budi.taps("Jangan kirimi", on=received)
    await pak_budi.sees("tidak saya teruskan lagi")
    await bu_sari.taps("Terima", on=notice)
    await pak_budi.sees("disanggupi", after=placed["message_id"])


async def test_a_seller_answers_with_one_tap(bu_sari: Person, pak_budi: Person) -> None:
    placed = await orders(pak_budi, await sells(bu_sari))
    await bu_sari.sees("Pesanan baru #1")
    await pak_budi.writes("Masih ada, Bu?", reply_to=placed["message_id"])
    received = await bu_sari.sees("Masih ada, Bu?")
    assert received.buttons[:3] == ["Masih ada, Kak", "Sedang disiapkan", "Ongkirnya saya tanyakan dulu"]
    await bu_sari.taps("Masih ada, Kak", on=received)
    await bu_sari.sees("“Masih ada, Kak” – sudah saya sampaikan ke Pak Budi")
    assert (await message_of(bu_sari, received["message_id"])).buttons == received.buttons
    heard = await pak_budi.sees("Masih ada, Kak", button="Balas")
    assert "Sedang disiapkan" not in str(heard.buttons)
    toast = await bu_sari.taps("Masih ada, Kak", on=received)
    assert "sudah tadi" in str(toast)
    await bu_sari.taps("Tulis pesan", on=await bu_sari.sees("Pesanan baru #1"))
    await bu_sari.taps("Sedang disiapkan", on=await bu_sari.sees("Tulis pesan untuk Pak Budi"))
    await pak_budi.sees("Sedang disiapkan")
    before = await newest(bu_sari)
    await bu_sari.writes("anu itu lho")
    await bu_sari.sees(after=before)
    assert "anu itu lho" not in str(await pak_budi.told())


async def test_a_seller_changes_her_quick_replies(bu_sari: Person, pak_budi: Person) -> None:
    placed = await orders(pak_budi, await sells(bu_sari))
    await pak_budi.writes("Halo", reply_to=placed["message_id"])
    old = await bu_sari.sees("Halo", button="Masih ada, Kak")
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Atur lapak")
    await bu_sari.taps("Jawaban cepat")
    await bu_sari.taps("Masih ada, Kak", on=await bu_sari.sees("sekali ketuk"))
    await bu_sari.sees("Sekarang bunyinya “Masih ada, Kak”")
    await bu_sari.writes("p" * 61)
    assert (await bu_sari.sees("Kepanjangan")).buttons
    await bu_sari.writes("Siap <3, <b>Juragan</b>!")
    await bu_sari.sees("sekali ketuk", button="Siap <3, <b>Juragan</b>!")
    await bu_sari.taps("Masih ada, Kak", on=old)
    await bu_sari.sees("Jawaban cepat itu sudah diganti", button="Lihat pesanan")
    await pak_budi.writes("Bu?", reply_to=placed["message_id"])
    await bu_sari.taps("Siap <3, <b>Juragan</b>!", on=await bu_sari.sees("Bu?"))
    await pak_budi.sees("Siap <3, <b>Juragan</b>!")
    await bu_sari.taps("Siap <3, <b>Juragan</b>!", on=await bu_sari.sees("sekali ketuk"))
    await bu_sari.taps("Pakai yang biasa")
    await bu_sari.sees("sekali ketuk", button="Masih ada, Kak")


async def test_strangers_and_forged_buttons_reach_nobody(bu_sari: Person, pak_budi: Person, stranger: Person) -> None:
    placed = await orders(pak_budi, await sells(bu_sari))
    await pak_budi.writes("Halo", reply_to=placed["message_id"])
    received = await bu_sari.sees("Halo", button="Masih ada, Kak")
    quick = received.data_of("Masih ada, Kak")
    await stranger.starts()
    quiet = await newest(bu_sari), await newest(pak_budi)
    for person, data in (
        (stranger, "m:1:1"),
        (stranger, "m:0:1"),
        (stranger, "o:write:1"),
        (stranger, quick),
        (pak_budi, quick),
        (pak_budi, "m:1:999"),
    ):
        before = await newest(person)
        await person.taps_data((await person.sees())["message_id"], data)
        assert (await person.sees("tidak ketemu", after=before)).buttons
    for data in ("q:say:3:1:0", "q:say:-1:1:0", "q:change:9:0:0", "q:usual:-1:0:0", "q:nonsense:0:0:0"):
        before = await newest(bu_sari)
        await bu_sari.taps_data(received["message_id"], data)
        assert (await bu_sari.sees("Tombol itu sudah lama", after=before)).buttons
    for data in ("q:change:0:0:0", "q:usual:0:0:0"):
        before = await newest(stranger)
        await stranger.taps_data((await stranger.sees())["message_id"], data)
        assert (await stranger.sees("Lapaknya belum ada", after=before)).buttons
    assert await newest(pak_budi) > quiet[1], "the refusals only"
    assert "Masih ada, Kak" not in str(await pak_budi.told())


async def test_a_voice_note_to_somebody_who_blocked_us_is_told(bu_sari: Person, pak_budi: Person) -> None:
    placed = await orders(pak_budi, await sells(bu_sari))
    await bu_sari.sees("Pesanan baru #1")
    await pak_budi.taps("Tulis ke penjual", on=placed)
    await pak_budi.sees("Tulis pesan untuk")
    await bu_sari.blocks()
    await pak_budi.sends_file("voice", b"OggS", "a.oga", "audio/ogg")
    await pak_budi.sees("tidak bisa dihubungi", button="Batalkan")
    await bu_sari.blocks(False)


@pytest.mark.parametrize("caption", [None, "Bukti transfer ya Bu"])
async def test_a_photo_out_of_the_blue_may_be_a_proof_of_payment(
    bu_sari: Person, pak_budi: Person, caption: str | None
) -> None:
    await accepted(bu_sari, pak_budi)
    await pak_budi.sends_photo(caption)
    question = await pak_budi.sees("Foto ini untuk apa", button="Bukti bayar pesanan #1")
    assert "Barang baru" in str(question.buttons)
    await pak_budi.taps("Bukti bayar", on=question)
    await pak_budi.sees("sampaikan ke Bu Sari")
    received = await bu_sari.sees("Kata Pak Budi, pesanan #1 sudah dibayar", button="Uang sudah masuk")
    assert received["photo"]
    assert (caption or "") in received.words


async def test_a_proof_of_payment_that_was_forgotten_is_asked_for_again(bu_sari: Person, pak_budi: Person) -> None:
    await accepted(bu_sari, pak_budi)
    await pak_budi.sends_photo()
    question = await pak_budi.sees("Foto ini untuk apa")
    await pak_budi.starts()
    before = await newest(bu_sari)
    await pak_budi.taps("Bukti bayar", on=question)
    await pak_budi.sees("Kirim sekali lagi ya")
    await bu_sari.sees_nothing_new(before, seconds=0.2)


async def test_html_in_a_message_stays_letters(bu_sari: Person, pak_budi: Person) -> None:
    placed = await orders(pak_budi, await sells(bu_sari))
    await bu_sari.sees("Pesanan baru #1")
    await pak_budi.writes("<b>besok</b> & <a href='x'>ini</a> < 3 kg?", reply_to=placed["message_id"])
    received = await bu_sari.sees("<b>besok</b> & <a href='x'>ini</a> < 3 kg?")
    ours = [entity for entity in received["entities"] if entity["type"] != "bot_command"]  # Telegram finds "/a" itself
    assert [(entity["type"], entity["length"]) for entity in ours] == [("bold", len("Pak Budi"))]


async def accepted_card(seller: Person, buyer: Person) -> Message:
    await accepted(seller, buyer)
    return await buyer.sees("disanggupi", button="Tulis ke penjual")


async def complains(buyer: Person, operator: Person, seller: Person) -> Message:
    await operator.starts()
    await buyer.taps("Ada masalah", on=await accepted_card(seller, buyer))
    return await buyer.sees("Ada masalah apa")


async def test_a_reply_to_a_refusal_amid_a_complaint_is_the_complaint(
    mbak_rini: Person, bu_sari: Person, pak_budi: Person
) -> None:
    question = await complains(pak_budi, mbak_rini, bu_sari)
    await pak_budi.sends_file("document", photo_bytes(), "busuk.jpg", "image/jpeg", "barangnya busuk")
    refused = await pak_budi.sees("Kirim sebagai foto biasa", after=question["message_id"])
    await pak_budi.sends_photo("barangnya busuk, penjualnya penipu", reply_to=refused["message_id"])
    heard = await pak_budi.sees("Sudah saya sampaikan ke petugas")
    assert "penipu" in (await mbak_rini.sees("Keluhan pesanan #1")).words
    await pak_budi.writes("penjualnya juga kasar", reply_to=heard["message_id"])
    await pak_budi.sees("Ini buat siapa")
    told = str(await bu_sari.told())
    assert "penipu" not in told
    assert "kasar" not in told


@pytest.mark.parametrize("photo", [False, True])
async def test_a_reply_to_a_complaint_that_was_left_goes_to_nobody(
    mbak_rini: Person, bu_sari: Person, pak_budi: Person, photo: bool
) -> None:
    question = await complains(pak_budi, mbak_rini, bu_sari)
    await pak_budi.writes("/start")
    await pak_budi.sees(after=question["message_id"])
    before = await newest(bu_sari)
    if photo:
        await pak_budi.sends_photo("penjualnya penipu", reply_to=question["message_id"])
    else:
        await pak_budi.writes("penjualnya penipu", reply_to=question["message_id"])
    meant = await pak_budi.sees("Ini buat siapa", button="Lihat pesanan")
    await pak_budi.writes("penjualnya penipu", reply_to=meant["message_id"])
    await pak_budi.sees("Ini buat siapa", after=meant["message_id"])
    await bu_sari.sees_nothing_new(before, seconds=0.2)
    await pak_budi.taps("Ada masalah", on=meant)
    await pak_budi.sees("Ada masalah apa", after=meant["message_id"])
    await pak_budi.writes("penjualnya penipu")
    await mbak_rini.sees("penjualnya penipu")


async def test_words_to_the_seller_are_open_and_the_old_complaint_is_not(
    mbak_rini: Person, bu_sari: Person, pak_budi: Person
) -> None:
    question = await complains(pak_budi, mbak_rini, bu_sari)
    await pak_budi.taps("Tulis ke penjual", on=await pak_budi.sees("disanggupi", button="Tulis ke penjual"))
    await pak_budi.sees("Tulis pesan untuk Bu Sari")
    await pak_budi.writes("penjualnya penipu", reply_to=question["message_id"])
    await pak_budi.sees("Ini buat siapa")
    assert "penipu" not in str(await bu_sari.told())


async def test_a_reply_to_what_a_doubtful_sum_may_mean_is_the_sum(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await orders(pak_budi, await sells(bu_sari))
    await bu_sari.taps("Tawarkan lain", on=await bu_sari.sees("Pesanan baru #1"))
    await bu_sari.taps("Harganya lain", on=await bu_sari.sees(button="Harganya lain"))
    await bu_sari.sees("Jadinya berapa")
    await bu_sari.writes("9")
    guess = await bu_sari.sees("Maksudnya Rp9.000")
    await bu_sari.writes("9000", reply_to=guess["message_id"])
    await pak_budi.sees("Jumlah: Rp9.000", button="Setuju")
    assert (await all_orders(town))[0].total == 9_000


async def test_a_sticker_that_cannot_be_handed_on_may_be_followed_by_words_in_reply(
    bu_sari: Person, pak_budi: Person
) -> None:
    card = await accepted_card(bu_sari, pak_budi)
    await pak_budi.taps("Tulis ke penjual", on=card)
    await pak_budi.sees("Tulis pesan untuk Bu Sari")
    before = await newest(pak_budi)
    await pak_budi.sends_file("document", b"%PDF-1.4", "a.pdf", "application/pdf")
    refused = await pak_budi.sees("belum bisa saya sampaikan", button="Tulis lagi", after=before)
    await pak_budi.writes("Sore ya Bu", reply_to=refused["message_id"])
    await bu_sari.sees("Sore ya Bu")
