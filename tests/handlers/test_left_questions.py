"""A question about an order that is left alone is over: later words and photos decide nothing, and go to nobody."""

import pytest

from tests.support.cast import Message, Person, Town
from tests.support.scenes import all_orders, newest, orders, sells, stock


async def asked_why(seller: Person, buyer: Person) -> Message:
    await orders(buyer, await sells(seller, "Keripik pisang 15rb stok 8"))
    await seller.taps("Tolak", on=await seller.sees("Pesanan baru #1"))
    return await seller.sees("Kenapa pesanan #1")


async def promised(seller: Person, buyer: Person) -> Message:
    await orders(buyer, await sells(seller, "Keripik pisang 15rb stok 8"))
    await seller.taps("Terima", on=await seller.sees("Pesanan baru #1"))
    await seller.sees("Kakak sanggupi")
    return await buyer.sees("disanggupi", button="Sudah bayar")


async def asked_how_it_was_sent(seller: Person, buyer: Person) -> Message:
    await promised(seller, buyer)
    await seller.taps("Lainnya", on=await seller.sees("Kakak sanggupi"))
    await seller.taps("Sudah dikirim", on=await seller.sees("mau apa?"))
    return await seller.sees("dikirim lewat apa")


async def state(town: Town) -> str:
    return (await all_orders(town))[0].state


@pytest.mark.parametrize("said", ["siap kak", "ok", "iya bisa"])
async def test_a_yes_is_no_reason_to_decline(town: Town, bu_sari: Person, pak_budi: Person, said: str) -> None:
    await asked_why(bu_sari, pak_budi)
    await bu_sari.writes(said)
    await bu_sari.sees("Maksudnya pesanan #1", button="Terima")
    assert await state(town) == "placed"


async def test_nor_is_it_in_reply_to_the_question(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    question = await asked_why(bu_sari, pak_budi)
    await bu_sari.writes("siap kak", reply_to=question["message_id"])
    await bu_sari.sees("Ini buat siapa", button="Lihat pesanan")
    assert await state(town) == "placed"
    assert "siap kak" not in str(await pak_budi.told())


@pytest.mark.parametrize("said", ["makasih", "tolong"])
async def test_thanks_and_a_call_for_help_are_no_reason(
    town: Town, bu_sari: Person, pak_budi: Person, said: str
) -> None:
    question = await asked_why(bu_sari, pak_budi)
    await bu_sari.writes(said)
    await bu_sari.sees(after=question["message_id"])
    assert await state(town) == "placed"
    await bu_sari.writes("gulanya habis", reply_to=question["message_id"])
    await pak_budi.sees("Kata Bu Sari: “gulanya habis”")


@pytest.mark.parametrize("command", ["/masuk", None])
async def test_asking_for_the_orders_is_no_reason(
    town: Town, bu_sari: Person, pak_budi: Person, command: str | None
) -> None:
    await asked_why(bu_sari, pak_budi)
    if command:
        await bu_sari.writes(command)
        await bu_sari.sees("Pesanan yang menunggu")
    before = await newest(bu_sari)
    await bu_sari.writes("pesanan masuk")
    await bu_sari.sees("Pesanan yang menunggu", after=before)
    assert await state(town) == "placed"


@pytest.mark.parametrize("command", ["/masuk", "/bantuan", "/tidakada"])
async def test_a_command_closes_the_question(town: Town, bu_sari: Person, pak_budi: Person, command: str) -> None:
    question = await asked_how_it_was_sent(bu_sari, pak_budi)
    await bu_sari.writes(command)
    await bu_sari.sees(after=question["message_id"])
    before = await newest(bu_sari)
    await bu_sari.writes("keripik pisang habis")
    await bu_sari.sees("sekarang 0", after=before)
    assert await state(town) == "accepted"
    assert await stock(town, 1) == 0


@pytest.mark.parametrize("command", ["/batal", "/cancel", "batal"])
async def test_calling_it_off_is_still_said(bu_sari: Person, pak_budi: Person, command: str) -> None:
    question = await asked_how_it_was_sent(bu_sari, pak_budi)
    await bu_sari.writes(command)
    closed = await bu_sari.sees(after=question["message_id"])
    await bu_sari.writes("/batal")
    nothing_open = await bu_sari.sees(after=closed["message_id"])
    assert closed.words != nothing_open.words


async def test_a_reply_to_something_else_is_no_reason(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    greeting = await bu_sari.starts()
    question = await asked_why(bu_sari, pak_budi)
    before = await newest(bu_sari)
    await bu_sari.writes("mantap", reply_to=greeting["message_id"])
    await bu_sari.sees(after=before)
    assert await state(town) == "placed"
    await bu_sari.writes("gulanya habis", reply_to=question["message_id"])
    await pak_budi.sees("Kata Bu Sari: “gulanya habis”")


async def test_a_tap_on_another_card_closes_the_question(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await sells(bu_sari, "Telur 2rb stok 5")
    await bu_sari.writes("stok telur 4")
    counted = await bu_sari.sees("sekarang 4", button="Batalkan")
    await orders(pak_budi, "p1", "1")
    await bu_sari.taps("Terima", on=await bu_sari.sees("Pesanan baru #1"))
    await bu_sari.taps("Lainnya", on=await bu_sari.sees("Kakak sanggupi"))
    await bu_sari.taps("Sudah dikirim", on=await bu_sari.sees("mau apa?"))
    await bu_sari.sees("dikirim lewat apa")
    await bu_sari.taps("Lapak saya", on=counted)
    before = await newest(bu_sari)
    await bu_sari.writes("12")
    await bu_sari.sees(after=before)
    assert await state(town) == "accepted"


async def test_so_does_one_that_is_refused(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    question = await asked_how_it_was_sent(bu_sari, pak_budi)
    await bu_sari.taps_data(question["message_id"] - 1, "p:999")
    refused = await bu_sari.sees(after=question["message_id"])
    await bu_sari.writes("12")
    await bu_sari.sees(after=refused["message_id"])
    assert await state(town) == "accepted"


@pytest.mark.parametrize("days", [0, 2])
async def test_a_photo_to_sell_is_not_how_an_order_was_sent(
    town: Town, bu_sari: Person, pak_budi: Person, days: int
) -> None:
    await asked_how_it_was_sent(bu_sari, pak_budi)
    await town.later(days=days)
    await bu_sari.sends_photo("Keripik tempe 15rb stok 20")
    await bu_sari.sees("sudah betul", button="✅ Pasang")
    assert await state(town) == "accepted"


@pytest.mark.parametrize("days", [0, 2])
async def test_nor_is_it_a_proof_of_payment(town: Town, bu_sari: Person, pak_budi: Person, days: int) -> None:
    await pak_budi.taps("Sudah bayar", on=await promised(bu_sari, pak_budi))
    await pak_budi.sees("foto bukti bayar")
    await town.later(days=days)
    await pak_budi.sends_photo("Keripik tempe 15rb stok 20")
    await pak_budi.sees("sudah betul", button="✅ Pasang")
    assert (await all_orders(town))[0].payment == "open"


@pytest.mark.parametrize("caption", ["sudah transfer 30rb ya", "30rb", "JNE ongkir 15rb"])
async def test_a_proof_with_its_sum_is_one(bu_sari: Person, pak_budi: Person, caption: str) -> None:
    await pak_budi.taps("Sudah bayar", on=await promised(bu_sari, pak_budi))
    await pak_budi.sees("foto bukti bayar")
    await pak_budi.sends_photo(caption)
    await bu_sari.sees(caption, button="Uang sudah masuk")


@pytest.mark.parametrize("caption", ["Kue lapis 30rb", "Keripik pisang Pak Budi 30.000"])
async def test_what_was_paid_for_and_how_much_is_a_proof_when_one_was_just_asked_for(
    town: Town, bu_sari: Person, pak_budi: Person, caption: str
) -> None:
    await pak_budi.taps("Sudah bayar", on=await promised(bu_sari, pak_budi))
    await pak_budi.sees("foto bukti bayar")
    await pak_budi.sends_photo(caption)
    await bu_sari.sees(caption, button="Uang sudah masuk")
    assert (await all_orders(town))[0].payment == "claimed"


@pytest.mark.parametrize("caption", ["GoSend 25rb", "resi JNE Rp15.000", "JNE reg 20.000 no resi 88123123"])
async def test_what_bringing_cost_is_how_it_was_sent(
    town: Town, bu_sari: Person, pak_budi: Person, caption: str
) -> None:
    await asked_how_it_was_sent(bu_sari, pak_budi)
    await bu_sari.sends_photo(caption)
    await pak_budi.sees(caption)
    assert await state(town) == "sent"


@pytest.mark.parametrize("caption", ["Gamis rayon 85rb stok 3 bisa JNE / COD", "Kopi bubuk 20rb kirim via J&T"])
async def test_what_can_be_sent_by_a_courier_is_something_to_sell(
    town: Town, bu_sari: Person, pak_budi: Person, caption: str
) -> None:
    await asked_how_it_was_sent(bu_sari, pak_budi)
    await bu_sari.sends_photo(caption)
    await bu_sari.sees("sudah betul", button="Pasang")
    assert await state(town) == "accepted"


async def test_after_a_day_words_are_no_answer_unless_they_reply_to_the_question(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    question = await asked_how_it_was_sent(bu_sari, pak_budi)
    await town.later(hours=25)
    before = await newest(bu_sari)
    await bu_sari.writes("besok pagi saja")
    await bu_sari.sees(after=before)
    assert await state(town) == "accepted"
    await bu_sari.writes("JNE 0123456789", reply_to=question["message_id"])
    await bu_sari.sees("Ini buat siapa", button="Lihat pesanan")
    assert "JNE" not in str(await pak_budi.told())
    await bu_sari.taps("Lihat pesanan", on=await bu_sari.sees("Ini buat siapa"))
    await bu_sari.taps("Lainnya", on=await bu_sari.sees("Kakak sanggupi", after=before))
    await bu_sari.taps("Sudah dikirim", on=await bu_sari.sees("mau apa?", after=before))
    question = await bu_sari.sees("dikirim lewat apa", after=before)
    await town.later(hours=25)
    await bu_sari.writes("JNE 0123456789", reply_to=question["message_id"])
    await pak_budi.sees("JNE 0123456789")
    assert await state(town) == "sent"
