"""Monday's picture: sent once, from fresh numbers, and not for a week without sales; and on demand."""

import asyncio
from datetime import UTC, datetime

from tests.support.cast import Message, Person, Town
from tests.support.scenes import fails, newest, orders, sells, stall_row

MONDAY = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # 9:00 in Jakarta
CAPTION = "Begini minggu lalu"


async def sold(seller: Person, buyer: Person, link: str, number: int = 1) -> None:
    """The buyer orders two, the seller takes it."""
    await orders(buyer, link)
    await seller.taps("Terima", on=await seller.sees(f"Pesanan baru #{number}", button="Terima"))
    await seller.sees("Kakak sanggupi")


async def pictures(seller: Person) -> list[Message]:
    return [message for message in await seller.chat() if CAPTION in message.words]


async def test_on_monday_last_week_comes_as_a_picture_once(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari, "Keripik pisang 15rb stok 40")
    await sold(bu_sari, pak_budi, link)
    await town.until(MONDAY.replace(minute=0, hour=1))
    assert await pictures(bu_sari) == []
    await town.until(MONDAY)
    picture = await bu_sari.sees(CAPTION, button="Hari ini")
    assert picture["photo"]
    assert "16 November – Minggu 22 November" in picture.words
    assert "terjual 2, nilainya Rp30.000" in picture.words
    await town.until(MONDAY)
    await town.later(hours=2)
    assert len(await pictures(bu_sari)) == 1


async def test_a_week_without_sales_has_no_picture(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await orders(pak_budi, await sells(bu_sari, "Keripik pisang 15rb stok 40"))
    await bu_sari.sees("Pesanan baru #1")
    await town.until(MONDAY)
    await town.later(days=7)
    assert await pictures(bu_sari) == []


async def test_weeks_that_were_slept_through_are_one_picture(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari, "Keripik pisang 15rb stok 40")
    await sold(bu_sari, pak_budi, link)
    town.clock.moment = datetime(2026, 12, 5, 3, 0, tzinfo=UTC)
    await sold(bu_sari, pak_budi, link, 2)
    await town.until(datetime(2026, 12, 9, 3, 0, tzinfo=UTC))
    picture = await bu_sari.sees(CAPTION)
    assert "Senin 30 November – Minggu 6 Desember" in picture.words
    assert len(await pictures(bu_sari)) == 1


async def test_a_picture_that_telegram_did_not_take_comes_later_about_the_same_week(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await sold(bu_sari, pak_budi, await sells(bu_sari, "Keripik pisang 15rb stok 40"))
    await fails(town.http, town.url, kind="500", method="sendPhoto", chat_id=bu_sari.id, count=1)
    await town.until(MONDAY)
    for _ in range(5):
        await asyncio.sleep(0.2)
        await town.later(hours=5)
    assert "Minggu 22 November" in (await bu_sari.sees(CAPTION)).words
    assert len(await pictures(bu_sari)) == 1


async def test_a_stall_that_is_closed_hears_nothing_on_monday(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await sold(bu_sari, pak_budi, await sells(bu_sari, "Keripik pisang 15rb stok 40"))
    await bu_sari.writes("libur sampai Jumat")
    await bu_sari.taps("Terima, dijawab", on=await bu_sari.sees("buka lagi hari itu", button="Terima, dijawab"))
    await bu_sari.sees("Lapaknya buka lagi sendiri")
    await town.until(MONDAY)
    assert await pictures(bu_sari) == []


async def test_in_papua_monday_begins_two_hours_earlier(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.sends_photo("Keripik pisang 15rb stok 40")
    await bu_sari.taps("Pasang", on=await bu_sari.sees("sudah betul", button="Pasang"))
    await bu_sari.sees("lapaknya di mana")
    await bu_sari.writes("Jayapura")
    await bu_sari.sees("bayarnya bagaimana")
    assert (await stall_row(town, bu_sari)).zone == "Asia/Jayapura"
    await town.until(datetime(2026, 11, 22, 14, 50, tzinfo=UTC))  # Sunday 23:50 there, 21:50 in Jakarta
    await sold(bu_sari, pak_budi, "p1")
    await town.until(datetime(2026, 11, 23, 0, 0, tzinfo=UTC))  # Monday 9:00 there
    assert "terjual 2" in (await bu_sari.sees(CAPTION)).words


async def test_this_week_on_demand_and_the_week_before_it(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await sold(bu_sari, pak_budi, await sells(bu_sari, "Keripik pisang 15rb stok 40"))
    before = await newest(bu_sari)
    await bu_sari.writes("/hariini")
    await bu_sari.taps("Minggu ini", on=await bu_sari.sees("Hari ini", button="Minggu ini", after=before))
    week = await bu_sari.sees("terjual 2", button="Minggu lalu", after=before)
    assert week["photo"]
    await bu_sari.taps("Minggu lalu", on=week)
    earlier = await bu_sari.sees("belum ada yang terjual", button="Minggu sebelumnya", after=week["message_id"])
    assert "photo" not in earlier
    assert "Senin 9 November – Minggu 15 November" in earlier.words
