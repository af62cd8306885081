"""/dataku: everything that is kept about somebody, as a file that they can read; /hapus asks first."""

import json
from typing import Any

import pytest

from locales import LANGUAGES, words_in
from models.personal import KEPT
from tests.support.cast import Message, Person, Town
from tests.support.scenes import newest, orders, sells


async def file_of(town: Town, message: Message) -> dict[str, Any]:
    """What is in the file that came with a message."""
    async with town.http.get(f"{town.url}/files/{message['document']['file_id']}") as response:
        data: dict[str, Any] = json.loads(await response.read())
    return data


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_has_a_name_of_its_own_in_every_language(language: str) -> None:
    words = words_in(language)
    for kept in KEPT:
        columns = [column.name for column in kept.table.columns if column.name not in kept.without]
        names = [words(f"data-{column.replace('_', '-')}-is") for column in columns]
        assert len(set(names)) == len(names), kept.heading


async def asks_for_data(town: Town, person: Person) -> dict[str, Any]:
    before = await newest(person)
    await person.writes("/dataku")
    return await file_of(town, await person.sees("semua yang kami simpan", after=before))


async def test_everything_about_a_person_comes_as_a_file_that_they_can_read(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    link = await sells(bu_sari)
    await orders(pak_budi, link)
    await pak_budi.taps("Tulis", on=await pak_budi.sees("sudah sampai", button="Tulis"))
    await pak_budi.sees("Tulis pesan untuk")
    await pak_budi.writes("tolong yang renyah ya")
    await bu_sari.sees("yang renyah")
    bought = await asks_for_data(town, pak_budi)
    assert len(bought) == len(KEPT) + 2
    assert bought["Diri"][0]["nama"] == "Pak Budi"
    assert [order["jumlah (rupiah)"] for order in bought["Belanjaan"]] == [30_000]
    assert bought["Isi belanjaan"][0]["nama"] == "Keripik pisang"
    assert bought["Pesan yang Kakak tulis ke penjual atau pembeli"][0]["isi"]["text"] == "tolong yang renyah ya"
    assert any(row["isi kiriman"].get("message", {}).get("text") == "/dataku" for row in bought[INBOX])
    sold = await asks_for_data(town, bu_sari)
    assert sold["Lapak"][0]["nama"] == "Bu Sari"
    assert len(sold["Foto barang"][0]["sidik foto"]) == 64
    assert sold["Pesanan masuk"][0]["jumlah (rupiah)"] == 30_000
    assert "alamat" not in sold["Pesanan masuk"][0]
    assert sold["Pesan yang Kakak tulis ke penjual atau pembeli"] == []
    without = {heading: rows for heading, rows in sold.items() if heading != INBOX}
    assert str(pak_budi.id) not in json.dumps(without), "the buyer's number is the buyer's"


INBOX = "Kiriman ke bot (isinya disimpan sampai dijawab)"


async def test_the_file_speaks_the_language_of_its_person(town: Town) -> None:
    mary = await town.person("Mary")
    await mary.writes("/bahasa")
    await mary.taps("English")
    await mary.sees("What would you like")
    await mary.writes("/dataku")
    data = await file_of(town, await mary.sees("everything that we keep"))
    assert data["You"][0]["name"] == "Mary"


async def test_privacy_says_how_long_copies_live_and_leads_to_both(town: Town, stranger: Person) -> None:
    await stranger.writes("/privasi")
    card = await stranger.sees("Salinan cadangan tiap malam kami simpan 7 hari", button="Hapus data saya")
    await stranger.taps("Data saya", on=card)
    await stranger.sees("semua yang kami simpan")
    await stranger.taps("Hapus data saya", on=card)
    asked = await stranger.sees("Hapus semua data Kakak?", button="Tidak jadi")
    await stranger.taps("Tidak jadi", on=asked)
    await stranger.sees("Mau apa hari ini")


async def test_the_question_says_what_happens_to_open_orders(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await orders(pak_budi, await sells(bu_sari))
    await pak_budi.writes("/hapus")
    assert "1 belanjaan yang belum selesai ikut dibatalkan" in (await pak_budi.sees("Hapus semua data")).words
    await bu_sari.writes("/hapus")
    assert "1 pesanan yang belum dijawab ikut ditolak" in (await bu_sari.sees("Hapus semua data")).words


async def test_an_old_button_of_a_stall_that_is_gone_says_so(bu_sari: Person) -> None:
    await sells(bu_sari, stall=False)
    asked = await bu_sari.sees("lapaknya di mana", button="Nanti saja")
    await bu_sari.writes("/hapus")
    await bu_sari.taps("Ya, hapus semuanya")
    before = await newest(bu_sari)
    await bu_sari.taps("Nanti saja", on=asked)
    await bu_sari.sees("Lapaknya belum ada", button="Cara", after=before)
