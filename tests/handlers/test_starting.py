"""Coming in: the two doors, what is kept, the language, one's own number."""

import asyncio

from tests.support.cast import PATIENCE_SECONDS, Person, Town
from tests.support.scenes import kept, newest, orders, sells


async def test_a_newcomer_sees_two_doors_and_what_is_kept(town: Town, stranger: Person) -> None:
    hello = await stranger.starts()
    assert hello.buttons == ["🏪 Saya mau jualan", "🛒 Saya mau belanja"]
    assert "Yang kami simpan" in hello.words
    assert (await kept(town, stranger)).consent_version is None


async def test_going_on_is_agreeing_and_is_noted_with_version_and_time(town: Town, bu_sari: Person) -> None:
    await bu_sari.starts()
    await bu_sari.taps("Saya mau jualan")
    await bu_sari.sees("foto barangnya")
    person = await kept(town, bu_sari)
    assert person.consent_version == 1
    assert person.consent_at == town.clock.now()
    again = await bu_sari.starts()
    assert "Yang kami simpan" not in again.words


async def test_indonesian_comes_first_whatever_the_phone_says(town: Town) -> None:
    tourist = await town.person("Kim", language="ko")
    assert "Mau apa hari ini" in (await tourist.starts()).words


async def test_selling_and_buying_also_work_in_english(town: Town) -> None:
    mary = await town.person("Mary", language="en")
    john = await town.person("John", language="en")
    for person in (mary, john):
        await person.writes("/bahasa")
        await person.taps("English")
        await person.sees("What would you like to do today")
    await mary.sends_photo("Banana chips 15rb stok 4")
    await mary.taps("Publish" if "Publish" in str((await mary.sees("Banana chips")).buttons) else "✅")
    published = await mary.sees("on sale")
    link = next(word for word in published.words.split() if "?start=" in word).split("?start=")[1]
    card = await john.starts(link)
    await john.taps("2", on=card)
    await john.taps("✅", on=await john.sees("Rp30.000", button="✅"))
    await john.sees("#1")
    received = await mary.sees("#1", button="✅")
    assert "John" in received.words
    await mary.taps("✅", on=received)
    await john.sees("Mary has accepted order #1")


ANSWERS = {
    "/bantuan": "/lapak – lapak saya",
    "/apaini": "/lapak – lapak saya",
    "/privasi": "Siapa yang bisa lihat",
    "/pesanan": "Belum ada belanjaan",
    "/lapak": "Lapaknya belum ada",
    "/masuk": "Lapaknya belum ada",
    "/maju 2 jam": "Maaf, saya belum paham",
    "/batal": "Tidak ada yang sedang berjalan",
    "batal": "Tidak ada yang sedang berjalan",
}


async def test_every_command_has_an_answer(stranger: Person) -> None:
    for command, words in ANSWERS.items():
        before = await newest(stranger)
        await stranger.writes(command)
        assert (await stranger.sees(words, after=before)).buttons


async def test_anybody_can_learn_their_number(stranger: Person) -> None:
    await stranger.writes("/id")
    assert str(stranger.id) in (await stranger.sees("Nomor Telegram")).words


async def test_phones_know_the_commands(town: Town) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        # The bot doesn't wait for it before it listens.
        while len(menus := await town.calls("setmycommands")) < 2:  # noqa: ASYNC110 # what is waited for happens elsewhere
            await asyncio.sleep(0.05)
    assert {menu["params"].get("language_code", "") for menu in menus} == {"", "en"}
    assert all("berhenti" in menu["params"]["commands"] for menu in menus)


async def test_a_link_that_leads_nowhere_still_leads_on(stranger: Person) -> None:
    for link in ("p", "p999", "s999", "p1e5", "x1", "p99999999999999999999", "-" * 60):
        answer = await stranger.starts(link)
        assert answer.buttons
        assert "macet" not in answer.words


async def test_start_closes_an_open_question(bu_sari: Person) -> None:
    await bu_sari.sends_photo()
    await bu_sari.sees("barang apa")
    await bu_sari.starts()
    await bu_sari.writes("apa kabar")
    await bu_sari.sees("belum paham")


async def test_one_person_may_sell_and_buy(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari)
    other = await sells(pak_budi, "Kopi bubuk 25rb stok 9")
    await orders(pak_budi, link)
    await orders(bu_sari, other)
    before = await newest(bu_sari)
    await bu_sari.writes("/pesanan")
    listed = await bu_sari.sees("Belanjaan Kakak", after=before)
    assert any("#2 Kopi bubuk" in label for label in listed.buttons)
    await bu_sari.writes("/masuk")
    waiting = await bu_sari.sees("Pesanan yang menunggu")
    assert any("#1 Keripik pisang" in label for label in waiting.buttons)
    await pak_budi.sees("Pesanan baru #2")


async def test_a_seller_keeps_her_own_doors_under_every_message(bu_sari: Person) -> None:
    await sells(bu_sari)
    for words in ("/bantuan", "terima kasih", "/batal", "/bahasa"):
        before = await newest(bu_sari)
        await bu_sari.writes(words)
        if words == "/bahasa":
            await bu_sari.taps("Bahasa Indonesia")
        assert "Mau jualan" not in (await bu_sari.sees(button="Lapak saya", after=before)).buttons
