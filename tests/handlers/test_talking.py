"""Buyer and seller write to each other through the bot."""

import pytest

from tests.support.cast import Person, Town, photo_bytes
from tests.support.scenes import message_of, newest, orders, sells


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
    for kind in ("voice", "video", "document"):
        before = await newest(pak_budi)
        await pak_budi.sends_file(kind, b"%PDF-1.4", "a.bin", "application/pdf")
        assert (await pak_budi.sees("baru tulisan dan foto", after=before)).buttons
    await pak_budi.writes("Sore ya Bu")
    await bu_sari.sees("Sore ya Bu")


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
