"""Announcing: who hears it, how many that are, and how it went."""

import asyncio

import pytest

from handlers.taps import Announce, Go
from tests.support.cast import Person, Town, photo_bytes
from tests.support.scenes import fails, kept, message_of, newest, orders, sells


async def announces(operator: Person, text: str = "Besok ada pelatihan foto.") -> None:
    await operator.writes("/siaran")
    await operator.sees("Kirim pengumumannya", button="Batal")
    await operator.writes(text)
    await operator.sees("Untuk siapa?")


async def a_village(seller: Person, buyer: Person, passer_by: Person) -> None:
    await orders(buyer, await sells(seller))
    await passer_by.starts()


@pytest.mark.parametrize(
    ("audience", "hear"), [("Semua orang", "sari budi asing"), ("Penjual", "sari"), ("Pembeli", "budi")]
)
async def test_an_audience_is_counted_and_only_it_hears(
    bu_sari: Person, pak_budi: Person, stranger: Person, mbak_rini: Person, audience: str, hear: str
) -> None:
    await a_village(bu_sari, pak_budi, stranger)
    await announces(mbak_rini)
    await mbak_rini.taps(audience)
    people = {"sari": bu_sari, "budi": pak_budi, "asing": stranger}
    count = len(hear.split())
    preview = await mbak_rini.sees(f"Untuk: {audience}, {count} orang", button="Kirim")
    assert "detik" in preview.words
    toast = await mbak_rini.taps("Kirim", on=preview)
    assert "dikirim" in str(toast)
    report = await mbak_rini.sees(f"Pengumuman selesai: sampai ke {count} dari {count} orang")
    assert report.buttons == ["📣 Buat pengumuman"]
    for name, person in people.items():
        assert ("pelatihan foto" in str(await person.told())) == (name in hear.split())
    assert (await message_of(mbak_rini, preview["message_id"])).buttons == ["🏠 Awal"]


async def test_a_photo_and_an_album_can_be_announced(bu_sari: Person, mbak_rini: Person) -> None:
    await bu_sari.starts()
    for photos in ((photo_bytes("red"),), (photo_bytes("red"), photo_bytes("blue"))):
        before, heard = await newest(mbak_rini), await newest(bu_sari)
        await mbak_rini.writes("/siaran")
        await mbak_rini.sees("Kirim pengumumannya", after=before)
        await mbak_rini.sends_photo("Poster pelatihan", *photos)
        await mbak_rini.taps("Semua orang", on=await mbak_rini.sees("Untuk siapa?", after=before))
        await mbak_rini.taps("Kirim", on=await mbak_rini.sees("1 orang", button="Kirim", after=before))
        await mbak_rini.sees("sampai ke 1 dari 1", after=before)
        assert len([m for m in await bu_sari.chat() if m["message_id"] > heard and m.get("photo")]) == len(photos)


async def test_who_turns_out_to_have_blocked_us_is_counted_and_not_tried_again(
    town: Town, bu_sari: Person, pak_budi: Person, mbak_rini: Person
) -> None:
    await bu_sari.starts()
    await pak_budi.starts()
    await fails(town.http, town.url, kind="403", method="copyMessage", chat_id=pak_budi.id, count=1)
    for people, report in ((2, "sampai ke 1 dari 2 orang"), (1, "sampai ke 1 dari 1 orang")):
        before = await newest(mbak_rini)
        await announces(mbak_rini)
        await mbak_rini.taps("Semua orang", on=await mbak_rini.sees("Untuk siapa?", after=before))
        await mbak_rini.taps("Kirim", on=await mbak_rini.sees(f"{people} orang", button="Kirim", after=before))
        told = await mbak_rini.sees(report, after=before)
        assert ("1 orang memblokir bot" in told.words) == (people == 2)
    assert "pelatihan" not in str(await pak_budi.told())


async def test_who_is_known_to_have_blocked_us_is_not_counted_in(
    bu_sari: Person, pak_budi: Person, mbak_rini: Person
) -> None:
    await bu_sari.starts()
    await pak_budi.starts()
    await pak_budi.blocks()
    await announces(mbak_rini)
    await mbak_rini.taps("Semua orang")
    await mbak_rini.taps("Kirim", on=await mbak_rini.sees("2 orang", button="Kirim"))
    assert "1 orang memblokir" in (await mbak_rini.sees("sampai ke 1 dari 2")).words
    await announces(mbak_rini)
    await mbak_rini.taps("Semua orang")
    await mbak_rini.sees("1 orang", button="Kirim")
    await pak_budi.blocks(False)
    await pak_budi.starts()
    await mbak_rini.writes("/siaran")
    await mbak_rini.sees("Kirim pengumumannya")
    await mbak_rini.writes("Sekali lagi")
    await mbak_rini.taps("Semua orang")
    await mbak_rini.sees("2 orang", button="Kirim")


async def test_berhenti_leaves_announcements_and_ikut_comes_back(
    town: Town, bu_sari: Person, mbak_rini: Person
) -> None:
    await bu_sari.starts()
    await bu_sari.writes("/berhenti")
    stopped = await bu_sari.sees("tidak ada pengumuman lagi", button="Mau pengumuman lagi")
    assert not (await kept(town, bu_sari)).wants_announcements
    await announces(mbak_rini)
    await mbak_rini.taps("Semua orang")
    nobody = await mbak_rini.sees("Belum ada penerimanya")
    assert nobody.buttons
    await bu_sari.taps("Mau pengumuman lagi", on=stopped)
    await bu_sari.sees("saya kirim ke Kakak")
    assert (await kept(town, bu_sari)).wants_announcements


async def test_an_announcement_carries_the_way_out_of_announcements(bu_sari: Person, mbak_rini: Person) -> None:
    await bu_sari.starts()
    await announces(mbak_rini)
    await mbak_rini.taps("Semua orang")
    await mbak_rini.taps("Kirim")
    heard = await bu_sari.sees("pelatihan foto", button="Berhenti dapat pengumuman")
    await bu_sari.taps("Berhenti", on=heard)
    await bu_sari.sees("tidak ada pengumuman lagi")
    assert "pelatihan foto" in (await message_of(bu_sari, heard["message_id"])).words


async def test_another_audience_can_be_picked_when_nobody_is_there(bu_sari: Person, mbak_rini: Person) -> None:
    await bu_sari.starts()
    await announces(mbak_rini)
    await mbak_rini.taps("Pembeli")
    nobody = await mbak_rini.sees("Pilih yang lain")
    await mbak_rini.taps("Semua orang", on=nobody)
    await mbak_rini.sees("1 orang", button="Kirim")


async def test_an_announcement_can_be_called_off(bu_sari: Person, mbak_rini: Person) -> None:
    await bu_sari.starts()
    await announces(mbak_rini)
    await mbak_rini.taps("Semua orang")
    preview = await mbak_rini.sees("1 orang", button="Kirim")
    send = preview.data_of("Kirim")
    await mbak_rini.taps("Batal", on=preview)
    await mbak_rini.sees("tidak jadi dikirim", button="Buat pengumuman")
    await mbak_rini.taps_data(preview["message_id"], send)
    assert (await mbak_rini.sees("sudah dikirim atau dibatalkan")).buttons
    assert "pelatihan" not in str(await bu_sari.told())


async def test_a_double_tap_on_kirim_sends_once(bu_sari: Person, mbak_rini: Person) -> None:
    await bu_sari.starts()
    await announces(mbak_rini)
    await mbak_rini.taps("Semua orang")
    preview = await mbak_rini.sees("1 orang", button="Kirim")
    send = preview.data_of("Kirim")
    toasts = await asyncio.gather(*(mbak_rini.taps_data(preview["message_id"], send) for _ in range(3)))
    await mbak_rini.sees("sampai ke 1 dari 1")
    assert len([words for words in await bu_sari.told() if "pelatihan" in words]) == 1
    assert all(toast for toast in toasts)


async def test_nobody_but_an_operator_announces(bu_sari: Person, stranger: Person, mbak_rini: Person) -> None:
    await bu_sari.starts()
    await announces(mbak_rini)
    before = await newest(stranger)
    await stranger.writes("/siaran")
    assert (await stranger.sees("hanya bisa dikirim petugas", after=before)).buttons
    hello = await stranger.starts()
    forged = [Announce(do=do, broadcast_id=1).pack() for do in ("everybody", "send", "cancel")]
    for data in (Go(to="announce").pack(), *forged):
        before = await newest(stranger)
        await stranger.taps_data(hello["message_id"], data)
        await stranger.sees("hanya bisa dikirim petugas", after=before)
    await mbak_rini.taps("Semua orang")
    await mbak_rini.sees("2 orang", button="Kirim")
    assert "pelatihan" not in str(await bu_sari.told())


async def test_kirim_reaches_those_whom_its_preview_counted(
    bu_sari: Person, pak_budi: Person, stranger: Person, mbak_rini: Person
) -> None:
    """Both audiences were tapped before the buttons went."""
    await a_village(bu_sari, pak_budi, stranger)
    await announces(mbak_rini)
    card = await mbak_rini.sees("Untuk siapa?")
    await mbak_rini.taps("Penjual", on=card)
    sellers = await mbak_rini.sees("Untuk: Penjual, 1 orang", button="Kirim")
    await mbak_rini.taps_data(card["message_id"], card.data_of("Semua orang"))
    await mbak_rini.sees("Untuk: Semua orang, 3 orang", button="Kirim")
    await mbak_rini.taps("Kirim", on=sellers)
    await mbak_rini.sees("sampai ke 1 dari 1 orang")
    assert "pelatihan foto" not in str(await stranger.told())
