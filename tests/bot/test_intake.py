"""Updates come in: cleaned, stored before they are confirmed, and done once."""

import asyncio
import gc
from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, col, func, select

from bot.turns import Turn
from bot.updates import clean, row_of
from models.database import Database
from models.inbox import InboxRow, store_updates
from models.orders import Order
from models.products import Product
from tests.support.cast import Message, Person, Town
from tests.support.market import NOW
from tests.support.postgres import postgres_server

Json = dict[str, Any]
UNWANTED = {
    "a NUL": "\0",
    "an escape": "\x1b",
    "a C1 control": "\x85",
    "half a surrogate pair": "\ud83d",
    "a private letter": "\ue000",
}
WANTED = "Keripik 🍌 “enak”\n\tRp15.000 – 👨‍👩‍👧 ١٢ ꦏꦿꦶꦥꦶꦏ\u200f"


def message(text: str, update_id: int = 1, chat_id: int = 5) -> Json:
    """A message as Telegram delivers it."""
    person = {"id": chat_id, "is_bot": False, "first_name": text}
    chat = {"id": chat_id, "type": "private", "first_name": text}
    body = {"message_id": update_id, "date": 1_700_000_000, "chat": chat, "from": person, "text": text}
    return {"update_id": update_id, "message": body}


@pytest.mark.parametrize("what", UNWANTED)
def test_unwanted_letters_are_taken_out(what: str) -> None:
    letter = UNWANTED[what]
    cleaned = clean({"a": [f"x{letter}y", {"b": f"{letter}{letter}z"}], "n": 1, "none": None})
    assert cleaned == {"a": ["xy", {"b": "z"}], "n": 1, "none": None}


def test_letters_that_people_write_stay() -> None:
    assert clean(WANTED) == WANTED


texts = st.text(st.characters(codec=None), max_size=30)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc_", max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(json_values)
def test_whatever_was_cleaned_can_be_kept_and_read_back(value: Any) -> None:
    cleaned = clean(value)
    body = orjson.dumps(cleaned)
    assert orjson.loads(body) == cleaned
    assert b"\\u0000" not in body
    assert clean(cleaned) == cleaned


@given(json_values | st.integers() | st.text(st.characters()))
def test_what_needs_no_cleaning_is_kept_as_if_it_had_been_cleaned(value: Any) -> None:
    row = row_of({"update_id": 1, "what": value})
    try:
        cleaned = orjson.dumps(clean({"update_id": 1, "what": value})).decode()
    except ValueError:
        assert row["state"] == "set aside"
    else:
        assert row["body"] == cleaned


@pytest.fixture(scope="module")
def postgres_database() -> Iterator[Database]:
    """A migrated PostgreSQL database."""
    address = postgres_server().new_address()
    database = Database(address)
    yield database
    database.close()
    postgres_server().drop(address)


@pytest.mark.parametrize("what", UNWANTED)
def test_postgresql_takes_every_cleaned_update(postgres_database: Database, what: str) -> None:
    number = list(UNWANTED).index(what)
    update = message(f"a{UNWANTED[what]}b", number)
    postgres_database.write_now(store_updates, [row_of(update) | {"received_at": NOW}])
    query = select(InboxRow.body).where(InboxRow.update_id == number)
    body = postgres_database.read_now(lambda session: session.exec(query).one())
    assert orjson.loads(body)["message"]["text"] == "ab"


def test_postgresql_would_refuse_a_nul(postgres_database: Database) -> None:
    row = row_of(message("ab", 99)) | {"body": "a\0b", "received_at": NOW}
    with pytest.raises(Exception, match="NUL"):
        postgres_database.write_now(store_updates, [row])


@pytest.fixture
def stored(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every update as it was stored; the inbox forgets what is in one that is done."""
    bodies: list[str] = []

    def noting(update: dict[str, Any]) -> dict[str, Any]:
        row = row_of(update)
        bodies.append(row["body"])
        return row

    monkeypatch.setattr("bot.intake.row_of", noting)
    return bodies


async def rows_in(town: Town) -> list[InboxRow]:
    assert town.lapak is not None
    query = select(InboxRow).order_by(col(InboxRow.id))
    return await town.lapak.database.read(lambda session: list(session.exec(query)))


async def test_a_name_of_control_letters_harms_nobody(town: Town, stranger: Person, stored: list[str]) -> None:
    await stranger.starts()
    update = message("Bu\0\x1b[31m Sari\ue000", 900_000_001, stranger.id)
    update["message"]["text"] = "/id\0"
    del update["update_id"]  # the sandbox's next one: its first is drawn by lot
    await stranger.injects(update)
    await stranger.sees(str(stranger.id))
    assert stored
    bodies = list(stored)
    assert not any(letter in body for body in bodies for letter in ("\0", "\x1b", "\ue000", "\\u0000"))


async def test_what_can_not_be_stored_is_fetched_again(
    town: Town, bu_sari: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full for a moment: Telegram keeps what we could not."""
    await bu_sari.starts()
    before = (await bu_sari.chat())[-1]["message_id"]
    assert town.lapak is not None
    broken = {"left": 2}
    write = town.lapak.database.write

    async def write_or_fail(operation: Any, *args: Any, **kwargs: Any) -> Any:
        if operation is store_updates and broken["left"]:
            broken["left"] -= 1
            raise OSError("no space left on device")
        return await write(operation, *args, **kwargs)

    monkeypatch.setattr(town.lapak.database, "write", write_or_fail)
    monkeypatch.setattr("bot.intake.PAUSE_SECONDS", 0.05)
    await bu_sari.writes("/id")
    await bu_sari.sees(str(bu_sari.id), after=before)
    assert broken["left"] == 0


async def test_nothing_is_confirmed_that_is_not_stored(town: Town, bu_sari: Person) -> None:
    """The offset of every poll is below what was stored before it."""
    await bu_sari.starts()
    for _ in range(3):
        await bu_sari.writes("/id")
    await bu_sari.sees(str(bu_sari.id))
    await asyncio.sleep(0.2)
    stored = [row.update_id for row in await rows_in(town)]
    polls = [call["params"].get("offset") for call in await town.calls("getupdates")]
    offsets = [int(offset) for offset in polls if offset]
    assert offsets
    assert set(offsets) <= {update_id + 1 for update_id in stored}


@pytest.mark.parametrize(
    "strange",
    [
        {"message": {"message_id": 1, "date": 1, "text": "nowhere"}},
        {"message": "no object"},
        {"message": {"message_id": 1, "date": 1, "chat": {"id": 2**70, "type": "private"}, "text": "far away"}},
        {"callback_query": {"id": "1", "data": "x"}},
        {"something_new": {"id": 1}},
    ],
    ids=["no chat", "no object", "a number too large", "no sender", "an unknown kind"],
)
@pytest.mark.filterwarnings("ignore:Detected unknown update type")
async def test_a_strange_update_holds_up_nobody(town: Town, stranger: Person, strange: Json) -> None:
    await stranger.starts()
    before = (await stranger.chat())[-1]["message_id"]
    await stranger.injects(strange)
    await stranger.writes("/id")
    await stranger.sees(str(stranger.id), after=before)


async def ready_to_order(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    """Pak Budi has ordered two of Bu Sari's twenty."""
    await bu_sari.starts()
    await bu_sari.sends_photo("Keripik pisang 15rb stok 20")
    await bu_sari.taps("Pasang")
    await bu_sari.sees("sudah tayang")
    await pak_budi.starts("p1")
    await pak_budi.taps("2", on=await pak_budi.sees("Keripik pisang", button="2"))
    await pak_budi.taps("✅ Pesan")
    await pak_budi.sees("sudah sampai")


async def test_a_turn_that_is_over_is_gone(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    """One that held itself would stay until a garbage collection, and that stops everybody for a moment."""
    gc.collect()
    gc.disable()
    try:
        await ready_to_order(town, bu_sari, pak_budi)
        await settled(town)
        assert [one for one in gc.get_objects() if isinstance(one, Turn)] == []
    finally:
        gc.enable()


async def settled(town: Town) -> None:
    """Wait until nothing waits in the inbox."""
    for _ in range(200):
        await asyncio.sleep(0.03)
        if all(row.state != "waiting" for row in await rows_in(town)):
            return
    raise AssertionError("the inbox is never empty")


def sold(session: Session) -> tuple[int, int]:
    """How many orders, and what is left."""
    return session.exec(select(func.count()).select_from(Order)).one(), session.get_one(Product, 1).stock


async def test_an_update_that_comes_twice_is_one_effect(
    town: Town, bu_sari: Person, pak_budi: Person, stored: list[str]
) -> None:
    await ready_to_order(town, bu_sari, pak_budi)
    await settled(town)
    bought = orjson.loads(stored[-1])
    assert bought["callback_query"]["data"].startswith("b:order")
    count = len(await rows_in(town))
    told = len(await pak_budi.told())
    await pak_budi.injects(bought)
    await pak_budi.injects(bought | {"update_id": bought["update_id"] + 5_000})
    for _ in range(200):
        if len(await rows_in(town)) > count:
            break
        await asyncio.sleep(0.03)
    await settled(town)
    assert len(await rows_in(town)) == count + 1, "the same number twice is one row"
    assert town.lapak is not None
    assert await town.lapak.database.read(sold) == (1, 18)
    assert len(await pak_budi.told()) == told


async def test_a_double_tap_is_one_effect_and_the_second_answer_is_kind(
    town: Town, bu_sari: Person, pak_budi: Person, stored: list[str]
) -> None:
    await ready_to_order(town, bu_sari, pak_budi)
    card = await pak_budi.sees("sudah sampai")
    await settled(town)
    data = orjson.loads(stored[-1])["callback_query"]["data"]
    toasts = await asyncio.gather(*(pak_budi.taps_data(card["message_id"], data) for _ in range(3)))
    assert all("sudah tadi" in str(toast) for toast in toasts)
    assert town.lapak is not None
    assert await town.lapak.database.read(sold) == (1, 18)
    assert any("sudah sampai" in words for words in await pak_budi.told())


async def asked_about_stock(bu_sari: Person) -> Message:
    """The card of her product with "+5" on it, new each time."""
    newest = (await bu_sari.chat())[-1]["message_id"]
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Barang saya", on=await bu_sari.sees(button="Barang saya", after=newest))
    await bu_sari.taps("Keripik", on=await bu_sari.sees(button="Keripik", after=newest))
    await bu_sari.taps("Stok", on=await bu_sari.sees(button="Lainnya", after=newest))
    return await bu_sari.sees(button="+5", after=newest)


async def test_a_second_deliberate_tap_on_the_new_card_counts(town: Town, bu_sari: Person) -> None:
    await bu_sari.starts()
    await bu_sari.sends_photo("Keripik pisang 15rb stok 2")
    await bu_sari.taps("Pasang")
    await bu_sari.sees("sudah tayang")
    assert town.lapak is not None
    card = await asked_about_stock(bu_sari)
    first = card.data_of("+5")
    await bu_sari.taps("+5", on=card)
    await bu_sari.sees("sekarang 7")
    await bu_sari.taps_data(card["message_id"], first)
    assert (await town.lapak.database.read(sold))[1] == 7
    again = await asked_about_stock(bu_sari)
    await bu_sari.taps("+5", on=again)
    await bu_sari.sees("sekarang 12")


async def test_the_same_order_can_be_placed_again_after_the_first_was_cancelled(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    """All in one message that is edited again and again, as phones show it."""
    await ready_to_order(town, bu_sari, pak_budi)
    await pak_budi.taps("Batalkan pesanan")
    await pak_budi.sees("sudah dibatalkan")
    await pak_budi.taps("Lihat barangnya")
    await pak_budi.taps("2", on=await pak_budi.sees("Keripik pisang", button="2"))
    await pak_budi.taps("✅ Pesan")
    await pak_budi.sees("Pesanan #2 sudah sampai")
    await bu_sari.sees("Pesanan baru #2", button="Terima")
    assert town.lapak is not None
    assert await town.lapak.database.read(sold) == (2, 18)


def test_of_a_tapped_card_only_what_a_turn_looks_at_is_kept() -> None:
    """A card repeats an address; the inbox needn't."""
    card = message("Kirim ke Jalan Mawar 5")["message"]
    buttons = {"inline_keyboard": [[{"text": "Pesan", "callback_data": "b:order"}]]}
    shown = {"reply_markup": buttons, "photo": [{"file_id": "small"}, {"file_id": "large"}]}
    tap = {"id": "7", "from": card["from"], "data": "b:order", "chat_instance": "1"}
    row = row_of({"update_id": 1, "callback_query": tap | {"message": card | shown}})
    kept = orjson.loads(row["body"])["callback_query"]
    assert kept["message"] == {
        "message_id": 1,
        "date": card["date"],
        "chat": card["chat"],
        "reply_markup": {"inline_keyboard": []},
        "photo": [{"file_id": "large"}],
    }
    assert kept["data"] == "b:order"
    assert "text" in orjson.loads(row_of(message("apa kabar"))["body"])["message"], "what people write is kept"
