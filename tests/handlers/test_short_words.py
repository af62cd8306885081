"""Short words out of the blue, as a patient neighbour takes them."""

import pytest

from handlers.short_words import HELP, THANKS, bare, says_yes
from tests.support.cast import Person, Town
from tests.support.scenes import all_orders, message_of, newest, orders, sells


@pytest.mark.parametrize(
    "text", ["terima", "Ok siap", "siap kak", "iya", "Ya", "OK 👍", "oke, bu!", "Siap 🙏", "bisa kak"]
)
def test_a_yes(text: str) -> None:
    assert says_yes(text)


@pytest.mark.parametrize(
    "text",
    ["siap jam 4 ya", "terima kasih", "ok tapi besok", "tidak bisa", "belum siap", "", "🙏", "kak", "12", "ya ampun"],
)
def test_no_yes(text: str) -> None:
    assert not says_yes(text)


def test_what_is_asked_for_is_found_however_polite() -> None:
    assert bare("Makasih banyak ya Kak 🙏🙏") in THANKS
    assert bare("Tolong, kak!") in HELP
    assert bare("tolong kirim ke Magetan") not in HELP


@pytest.mark.parametrize("text", ["terima", "ok siap", "siap kak", "iya"])
async def test_a_yes_out_of_the_blue_shows_the_one_order_that_waits(
    town: Town, bu_sari: Person, pak_budi: Person, text: str
) -> None:
    await orders(pak_budi, await sells(bu_sari))
    await bu_sari.sees("Pesanan baru #1")
    await bu_sari.writes(text)
    asked = await bu_sari.sees("Maksudnya pesanan #1", button="✅ Terima")
    assert asked.buttons[0] == "✅ Terima"
    assert (await all_orders(town))[0].state == "placed"
    await bu_sari.taps("✅ Terima", on=asked)
    await pak_budi.sees("disanggupi")


async def test_a_yes_in_reply_to_the_order_takes_it(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari)
    await orders(pak_budi, link, "1")
    notice = await bu_sari.sees("Pesanan baru #1")
    await orders(pak_budi, link, "1")
    await bu_sari.sees("Pesanan baru #2")
    await bu_sari.writes("Siap kak 🙏", reply_to=notice["message_id"])
    await bu_sari.sees("Kakak sanggupi")
    await pak_budi.sees("Pesanan #1 disanggupi")
    assert [order.state for order in await all_orders(town)] == ["accepted", "placed"]


async def test_more_than_a_yes_is_for_the_buyer(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await orders(pak_budi, await sells(bu_sari))
    notice = await bu_sari.sees("Pesanan baru #1")
    await bu_sari.writes("Siap, jam 4 ya", reply_to=notice["message_id"])
    await pak_budi.sees("Siap, jam 4 ya")
    assert (await all_orders(town))[0].state == "placed"


async def test_a_yes_to_the_buyers_question_is_an_answer_to_that(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    placed = await orders(pak_budi, await sells(bu_sari))
    await bu_sari.sees("Pesanan baru #1")
    await pak_budi.writes("Bisa yang pedas?", reply_to=placed["message_id"])
    question = await bu_sari.sees("Bisa yang pedas?")
    await bu_sari.writes("bisa", reply_to=question["message_id"])
    assert "Bu Sari" in (await pak_budi.sees("bisa", button="Balas")).words
    assert (await all_orders(town))[0].state == "placed"


async def test_a_yes_to_an_older_message_about_the_order_is_asked_back(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await orders(pak_budi, await sells(bu_sari))
    notice = await bu_sari.sees("Pesanan baru #1")
    await town.later(minutes=15)
    await bu_sari.sees("masih menunggu")
    await bu_sari.sees_nothing_new(await newest(bu_sari), seconds=0.2)
    assert (await message_of(bu_sari, notice["message_id"])).buttons == []
    await bu_sari.writes("ok", reply_to=notice["message_id"])
    await bu_sari.sees("Maksudnya pesanan #1", button="✅ Terima")


async def test_a_buyers_yes_in_reply_goes_to_the_seller(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    placed = await orders(pak_budi, await sells(bu_sari))
    await bu_sari.sees("Pesanan baru #1")
    await pak_budi.writes("ok", reply_to=placed["message_id"])
    await bu_sari.sees("ok", button="Balas")
    assert (await all_orders(town))[0].state == "placed"


async def test_a_yes_with_two_orders_or_none_is_not_guessed(bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari)
    await bu_sari.writes("siap")
    assert "Maksudnya" not in (await bu_sari.sees(after=await newest(bu_sari) - 1)).words
    await orders(pak_budi, link, "1")
    await orders(pak_budi, link, "1")
    await bu_sari.sees("Pesanan baru #2")
    before = await newest(bu_sari)
    await bu_sari.writes("siap")
    answer = await bu_sari.sees(after=before)
    assert "Maksudnya" not in answer.words
    assert answer.buttons


async def test_a_typed_reason_for_declining_reaches_the_buyer(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await orders(pak_budi, await sells(bu_sari))
    await bu_sari.taps("Tolak", on=await bu_sari.sees("Pesanan baru #1"))
    await bu_sari.sees("tulis alasannya")
    await bu_sari.writes("x" * 301)
    assert (await bu_sari.sees("kepanjangan")).buttons
    await bu_sari.writes("Maaf Pak, kompornya rusak")
    await bu_sari.sees("ditolak")
    assert "Kata Bu Sari: “Maaf Pak, kompornya rusak”" in (await pak_budi.sees("belum bisa melayani")).words
    assert (await all_orders(town))[0].state == "declined"


async def test_a_reason_that_comes_too_late_declines_nothing(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await orders(pak_budi, await sells(bu_sari))
    await bu_sari.taps("Tolak", on=await bu_sari.sees("Pesanan baru #1"))
    await bu_sari.sees("tulis alasannya")
    await pak_budi.taps("Batalkan pesanan")
    await bu_sari.sees("dibatalkan Pak Budi")
    await bu_sari.writes("Kompornya rusak")
    await bu_sari.sees("dibatalkan pembeli")
    await bu_sari.writes("apa itu ya")
    await bu_sari.sees("belum paham")
    assert (await all_orders(town))[0].state == "cancelled"


async def test_thanks_and_help_leave_the_question_open(bu_sari: Person) -> None:
    await bu_sari.sends_photo()
    await bu_sari.sees("barang apa")
    await bu_sari.writes("Makasih kak")
    assert (await bu_sari.sees("Sama-sama")).buttons
    await bu_sari.writes("tolong")
    assert (await bu_sari.sees("/lapak – lapak saya")).buttons
    await bu_sari.writes("Keripik pisang")
    await bu_sari.sees("harganya berapa")


async def test_my_stall_and_my_orders_in_words(bu_sari: Person, pak_budi: Person) -> None:
    await orders(pak_budi, await sells(bu_sari))
    await bu_sari.writes("Lapak saya")
    await bu_sari.sees("Link lapak")
    before = await newest(pak_budi)
    await pak_budi.writes("pesanan saya")
    await pak_budi.sees("Belanjaan Kakak", after=before)
    await pak_budi.writes("lapak saya")
    assert (await pak_budi.sees("Lapaknya belum ada")).buttons


async def test_thanks_to_the_other_side_are_handed_on(bu_sari: Person, pak_budi: Person) -> None:
    placed = await orders(pak_budi, await sells(bu_sari))
    await bu_sari.sees("Pesanan baru #1")
    await pak_budi.taps("Tulis ke penjual", on=placed)
    await pak_budi.sees("Tulis pesan untuk")
    await pak_budi.writes("Terima kasih")
    await bu_sari.sees("Terima kasih", button="Balas")


async def test_batal_says_what_was_dropped(bu_sari: Person) -> None:
    await bu_sari.sends_photo()
    await bu_sari.sees("barang apa")
    await bu_sari.writes("/batal")
    assert (await bu_sari.sees("tidak jadi")).buttons
    await bu_sari.writes("batal")
    assert "Belanjaan saya" in str((await bu_sari.sees("Tidak ada yang sedang berjalan")).buttons)
