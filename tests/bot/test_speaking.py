"""What is said reaches the person, whatever Telegram makes of the names that it gave to our photos."""

from sqlmodel import Session, update

from models.products import PhotoFile
from tests.bot.test_delivery import fault
from tests.bot.test_intake import settled
from tests.support.cast import Person, Town, photo_bytes
from tests.support.scenes import lapak, photos, sells

OF_ANOTHER_BOT = "AgACAgUAAxkB" + "A" * 40


async def names_are_lost(town: Town) -> None:
    """From now on Telegram doesn't know the names that we have for our photos."""

    def rename(session: Session) -> None:
        session.connection().execute(update(PhotoFile).values(file_id=OF_ANOTHER_BOT))

    await lapak(town).database.write(rename)


async def fates(town: Town, method: str, person: Person) -> list[int]:
    """What became of each such call to a person."""
    return [call["status"] for call in await town.calls(method) if call["chat_id"] == person.id]


async def test_a_card_comes_with_its_photo_though_telegram_does_not_know_it_by_name(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    link = await sells(bu_sari)
    await names_are_lost(town)
    await pak_budi.writes(f"/start {link}")
    assert (await pak_budi.sees("Mau berapa?", button="2"))["photo"]
    assert not any("macet" in words for words in await pak_budi.told())
    await pak_budi.writes(f"/start {link}")
    await pak_budi.sees("Mau berapa?", button="2", after=pak_budi.last["message_id"] if pak_budi.last else 0)
    assert [call["status"] for call in await town.calls("sendphoto") if call["chat_id"] == pak_budi.id] == [
        400,
        200,
        200,
    ]
    await settled(town)
    assert (await photos(town, 1))[0].file_id != OF_ANOTHER_BOT, "it is known by its new name"


async def test_a_card_comes_as_words_when_its_photo_is_nowhere(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari)
    await names_are_lost(town)
    for photo in lapak(town).settings.photo_dir.rglob("*.jpg"):
        photo.unlink()
    await pak_budi.writes(f"/start {link}")
    assert "photo" not in await pak_budi.sees("Mau berapa?", button="2")


async def test_another_photo_in_a_card_is_uploaded_when_its_name_is_of_no_use(town: Town, bu_sari: Person) -> None:
    await bu_sari.starts()
    await bu_sari.sends_photo("Keripik pisang 15rb stok 4", photo_bytes("#301818"))
    card = await bu_sari.sees("sudah betul", button="Foto asli")
    await bu_sari.taps("Foto asli", on=card)
    await bu_sari.sees("sudah betul", button="dicerahkan")
    await names_are_lost(town)
    await bu_sari.taps("dicerahkan")
    await bu_sari.sees("sudah betul", button="Foto asli")
    assert await fates(town, "editmessagemedia", bu_sari) == [200, 400, 200]
    assert not any("macet" in words for words in await bu_sari.told())


async def test_an_album_is_uploaded_when_a_name_in_it_is_of_no_use(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await bu_sari.starts()
    await bu_sari.sends_photo("Keripik pisang 15rb stok 4", photo_bytes("red"), photo_bytes("blue"))
    await bu_sari.taps("✅ Pasang", on=await bu_sari.sees("sudah betul", button="✅ Pasang"))
    await bu_sari.sees("sudah tayang")
    card = await pak_budi.starts("p1")
    await names_are_lost(town)
    await pak_budi.taps("foto", on=card)
    await pak_budi.sees("Mau berapa?", button="2", after=card["message_id"])
    await settled(town)
    assert await fates(town, "sendmediagroup", pak_budi) == [400, 200]
    assert OF_ANOTHER_BOT not in [photo.file_id for photo in await photos(town, 1)]


async def test_what_is_refused_for_another_reason_is_not_said_twice(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    link = await sells(bu_sari)
    await fault(town, "400", method="sendphoto")
    await pak_budi.writes(f"/start {link}")
    await pak_budi.sees("macet")
    assert await fates(town, "sendphoto", pak_budi) == [400]
