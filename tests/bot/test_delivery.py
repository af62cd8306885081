"""News goes out whatever Telegram does, in order, and at last a person hears of what could not be brought."""

import asyncio
import errno
import os
import signal
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, ClassVar, cast

import aiohttp
import orjson
import pytest
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import SendMessage
from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, col, func, select
from telegram.error import NetworkError, RetryAfter, TimedOut
from telegram.request import RequestData

from bot.loaded import Loaded
from bot.switchboard import Switchboard
from bot.telegram_request import AiohttpRequest
from models.notices import Notice
from models.orders import Order
from models.people import Person as PersonRow
from models.products import forget_uploads
from shop.notices import tell
from tests.bot.conftest import Json, Stage, somebody
from tests.bot.test_intake import ready_to_order, rows_in, settled
from tests.conftest import MBAK_RINI, Opening, bot_ids
from tests.support.cast import PATIENCE_SECONDS, Person, Town, photo_bytes
from tests.support.market import BUDI, SARI, buy, open_market
from tests.support.sandbox import Sandbox
from tests.support.scenes import lapak, orders, photos, sells


async def fault(town: Town, kind: str, **more: object) -> None:
    """Something goes wrong for this bot."""
    async with town.http.post(f"{town.url}/faults", params={"bot": town.bot_id}, json={"kind": kind} | more) as answer:
        assert answer.status == 200, await answer.text()


async def faults_end(town: Town) -> None:
    """Nothing goes wrong any more."""
    async with town.http.delete(f"{town.url}/faults", params={"bot": town.bot_id}) as answer:
        assert answer.status == 200


async def limits(town: Town, rules: Json | None = None) -> Json:
    """Set this bot's limits, or look at what was violated."""
    verb = "POST" if rules else "GET"
    async with town.http.request(verb, f"{town.url}/limits", params={"bot": town.bot_id}, json=rules) as answer:
        found: Json = await answer.json()
        return found


async def put_news(town: Town, person: Person, number: int) -> None:
    """Put news for a person into the outbox; `number` is what it says."""
    assert town.lapak is not None
    now = town.clock.now()

    def news(session: Session) -> None:
        tell(session, person.id, "undelivered", now, failed_lane="orders", failed_person=number)

    await town.lapak.database.write(news)
    town.lapak.delivery.ring()


async def put_order_news(town: Town, person: Person) -> None:
    """Somebody writes to the person about an order of theirs."""
    assert town.lapak is not None
    now = town.clock.now()

    def order_and_write(session: Session) -> None:
        order = buy(session, BUDI, open_market(session), 1, now)
        tell(session, person.id, "message", now, order_id=order.id, sender="Pak Budi", text="halo")

    await town.lapak.database.write(order_and_write)
    town.lapak.delivery.ring()


async def passes(town: Town, until: Callable[[], Awaitable[object]], **step: float) -> None:
    """Time passes, bit by bit, until something is so."""
    assert town.lapak is not None
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        if await until():
            return
        town.clock.moment += timedelta(**step)
        town.lapak.delivery.ring()
        await asyncio.sleep(0.08)
    raise AssertionError("it never came to be")


async def reached(town: Town, person: Person, number: int) -> int:
    """How often news has really reached a person."""
    calls = await town.calls("sendmessage")
    return sum(
        call["accepted"] and call["chat_id"] == person.id and str(number) in str(call["params"].get("text"))
        for call in calls
    )


UNDER_WAY = 0.15
TROUBLES: dict[str, Json] = {
    "500": {"count": 3},
    "502": {"count": 3},
    "429": {"retry_after": 1},
    "reset": {"count": 3},
    "hang_before": {"count": 2, "seconds": 0.3},
    "hang_after": {"count": 1, "seconds": 0.3},
    "truncated": {"count": 1},
    "slow": {"seconds": 0.5},
    "timeout": {},
}


async def test_news_arrives_through_every_kind_of_trouble(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    assert town.lapak is not None
    # python-telegram-bot waits five seconds for an answer; one is enough here.
    request: Any = town.lapak.sender.request
    monkeypatch.setattr(request, "patience", aiohttp.ClientTimeout(sock_connect=1, sock_read=1))
    people = {kind: await town.person(kind) for kind in TROUBLES}
    for kind, person in people.items():
        await person.starts()
        trouble = {"method": "sendmessage", "chat_id": person.id} | TROUBLES[kind]
        await fault(town, "hang_before" if kind == "timeout" else kind, **trouble)
        await put_news(town, person, 123_456)

    async def all_told() -> bool:
        return all([await reached(town, person, 123_456) for person in people.values()])

    async def nothing_waits() -> bool:
        assert town.lapak is not None
        waiting = select(func.count()).select_from(Notice).where(Notice.state == "waiting")
        return await town.lapak.database.read(lambda session: session.exec(waiting).one()) == 0

    await passes(town, all_told, seconds=1)
    await passes(town, nothing_waits, seconds=1)
    times = {kind: await reached(town, person, 123_456) for kind, person in people.items()}
    lost_answers = {"hang_after": 2, "truncated": 2}  # at least once: nobody can know that they arrived
    assert times == {kind: lost_answers.get(kind, 1) for kind in TROUBLES}


async def test_a_persons_news_keeps_its_order_through_trouble(town: Town, bu_sari: Person) -> None:
    await bu_sari.starts()
    await fault(town, "500", method="sendmessage", chat_id=bu_sari.id, count=2)
    for number in range(601, 606):
        await put_news(town, bu_sari, number)

    async def all_told() -> bool:
        return await reached(town, bu_sari, 605) == 1

    await passes(town, all_told, seconds=1)
    told = [words for words in await bu_sari.told() if "nomor 60" in words]
    assert [words.split("nomor ")[1][:3] for words in told] == ["601", "602", "603", "604", "605"]


@pytest.mark.parametrize("everybody", [True, False], ids=["everybody", "one chat"])
async def test_nothing_is_sent_inside_a_retry_after(town: Town, everybody: bool) -> None:
    people = [await town.person(f"Orang {number}") for number in range(4)]
    for person in people:
        await person.starts()
    await limits(town, {"enforce": True, "overall_per_second": 30})
    whom = {} if everybody else {"chat_id": people[0].id}
    await fault(town, "429", method="sendmessage", retry_after=1, **whom)
    for _ in range(3):
        for person in people:
            await put_news(town, person, 880)

    async def all_told() -> bool:
        return all([await reached(town, person, 880) == 3 for person in people])

    await passes(town, all_told, seconds=1)
    calls = [call for call in await town.calls("sendmessage") if everybody or call["chat_id"] == people[0].id]
    began = min(call["at"] for call in calls if call["status"] == 429)
    # What was under way at that moment can't be called back.
    inside = [call for call in calls if began + UNDER_WAY < call["at"] < began + 0.99]
    assert inside == []
    assert sum(call["status"] == 429 for call in calls) <= len(people)


async def test_a_send_inside_a_retry_after_would_be_noticed(town: Town, bu_sari: Person) -> None:
    """The test above can fail."""
    await bu_sari.starts()
    await limits(town, {"enforce": True, "overall_per_second": 30})
    await fault(town, "429", method="sendmessage", retry_after=1)
    assert town.lapak is not None
    for _ in range(2):
        with pytest.raises(TelegramRetryAfter):
            await town.lapak.listener.session.make_request(
                town.lapak.listener, SendMessage(chat_id=bu_sari.id, text="tanpa jeda"), timeout=5
            )
    first, second = [call["at"] for call in await town.calls("sendmessage") if call["status"] == 429]
    assert second - first < 0.99
    assert (await limits(town))["counts"]["inside_retry_after"] == 1


async def test_what_can_not_be_brought_for_three_days_is_told_to_the_operator(town: Town, bu_sari: Person) -> None:
    rini = await somebody(town.http, town.url, town.bot_id, "Mbak Rini", MBAK_RINI)
    await rini.starts()
    await bu_sari.starts()
    await fault(town, "500", method="sendmessage", chat_id=bu_sari.id, count=0)
    began = town.clock.now()
    await put_order_news(town, bu_sari)

    async def given_up() -> bool:
        return any(str(bu_sari.id) in words and "tidak sampai" in words for words in await rini.told())

    async def two_days() -> bool:
        return town.clock.now() - began > timedelta(days=2, hours=22)

    await passes(town, two_days, hours=4)
    assert not await given_up(), "told too early"
    assert (await notice_of(town, bu_sari)).state == "waiting"
    await passes(town, given_up, hours=1)
    kept = await notice_of(town, bu_sari)
    assert kept.state == "failed"
    assert kept.attempts > 5
    await faults_end(town)
    assert await reached(town, rini, bu_sari.id) == 1


async def notice_of(town: Town, person: Person) -> Notice:
    assert town.lapak is not None
    query = select(Notice).where(Notice.person_id == person.id).order_by(col(Notice.id))
    found = await town.lapak.database.read(lambda session: session.exec(query).first())
    assert found is not None
    return found


async def test_a_seller_who_blocks_us_is_told_of_to_buyer_and_operator_at_once(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    rini = await somebody(town.http, town.url, town.bot_id, "Mbak Rini", MBAK_RINI)
    await rini.starts()
    await put_on_sale(bu_sari)
    await pak_budi.starts("p1")
    await bu_sari.blocks()
    await pak_budi.taps("2", on=await pak_budi.sees("Keripik pisang", button="2"))
    await pak_budi.taps("✅ Pesan")
    await pak_budi.sees("tidak bisa dihubungi", button="Batalkan")
    await rini.sees(f"nomor {bu_sari.id}")
    sends = [call for call in await town.calls("sendmessage", "sendphoto") if call["chat_id"] == bu_sari.id]
    assert [call["status"] for call in sends[-1:]] == [403]
    assert sum(call["status"] == 403 for call in sends) == 1
    assert town.lapak is not None
    refused = select(PersonRow.refused_at).where(PersonRow.id == bu_sari.id)
    assert await town.lapak.database.read(lambda session: session.exec(refused).one()) is not None
    await bu_sari.blocks(False)
    await bu_sari.starts()
    assert await town.lapak.database.read(lambda session: session.exec(refused).one()) is None


async def test_a_buyer_whose_order_telegram_does_not_take_to_the_seller_does_not_wait_in_vain(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    rini = await somebody(town.http, town.url, town.bot_id, "Mbak Rini", MBAK_RINI)
    await rini.starts()
    link = await sells(bu_sari, "Keripik pisang 15rb stok 40")  # enough: that it is low would be news of its own
    await fault(town, "400", method="send*", chat_id=bu_sari.id, count=0)
    await orders(pak_budi, link)
    await pak_budi.sees("tidak bisa dihubungi", button="Batalkan")
    await rini.sees(f"nomor {bu_sari.id}")
    assert await reached(town, rini, bu_sari.id) == 1


async def test_a_seller_hears_that_an_offer_can_not_be_brought(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await orders(pak_budi, await sells(bu_sari))
    await fault(town, "400", method="send*", chat_id=pak_budi.id, count=0)
    await bu_sari.taps("Tawarkan lain", on=await bu_sari.sees("Pesanan baru", button="Tawarkan lain"))
    await bu_sari.taps("Jumlahnya kurang", on=await bu_sari.sees("apanya yang lain"))
    await bu_sari.taps("1", on=await bu_sari.sees("ada berapa?", button="1"))
    await bu_sari.sees("tidak bisa sampai", button="Lihat")


async def test_somebody_who_blocks_us_in_the_middle_of_a_turn_stops_nobody(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    await bu_sari.starts()
    await fault(town, "403", method="sendmessage", chat_id=bu_sari.id)
    await bu_sari.writes("/id")
    await settled(town)
    rows = await rows_in(town)
    assert [row.state for row in rows] == ["done"] * len(rows)
    await pak_budi.starts()
    before = (await bu_sari.chat())[-1]["message_id"]
    await bu_sari.writes("/id")
    await bu_sari.sees(str(bu_sari.id), after=before)


async def test_an_order_is_answered_though_the_answer_fails_at_first(town: Town, bu_sari: Person) -> None:
    """It was kept; the buyer must hear that, and not that something broke."""
    await put_on_sale(bu_sari)
    buyers = {kind: await town.person(kind) for kind in ("500", "502", "429", "reset", "truncated", "hang_before")}

    async def order(kind: str, buyer: Person) -> str:
        await buyer.starts("p1")
        await buyer.taps("2", on=await buyer.sees("Keripik pisang", button="2"))
        await buyer.sees("Pesanan ke", button="✅ Pesan")
        await fault(town, kind, method="edit*", chat_id=buyer.id, retry_after=1, seconds=0.2)
        await buyer.taps("✅ Pesan")
        try:
            await buyer.sees("sudah sampai di Bu Sari")
        except AssertionError:
            return (await buyer.told())[-1]
        return "macet" if any("macet" in words for words in await buyer.told()) else "answered"

    answers = await asyncio.gather(*(order(kind, buyer) for kind, buyer in buyers.items()))
    assert dict(zip(buyers, answers, strict=True)) == dict.fromkeys(buyers, "answered")
    await settled(town)
    assert {row.state for row in await rows_in(town)} == {"done"}
    assert town.lapak is not None
    placed = await town.lapak.database.read(lambda session: list(session.exec(select(Order.buyer_id))))
    assert sorted(placed) == sorted(buyer.id for buyer in buyers.values())


async def put_on_sale(bu_sari: Person) -> None:
    """Bu Sari sells twenty bags; everybody may look at "p1"."""
    await bu_sari.starts()
    await bu_sari.sends_photo("Keripik pisang 15rb stok 20")
    await bu_sari.taps("Pasang")
    await bu_sari.sees("sudah tayang")


@pytest.mark.parametrize("kind", ["502", "429"])
async def test_a_tap_is_answered_though_telegram_refuses_the_toast_at_first(
    town: Town, bu_sari: Person, kind: str
) -> None:
    await bu_sari.starts()
    card = await bu_sari.sees(button="jualan")
    await fault(town, kind, method="answercallbackquery", retry_after=1)
    await asyncio.wait_for(bu_sari.taps("jualan", on=card), 10)
    await settled(town)
    assert not any("macet" in words for words in await bu_sari.told())
    assert {row.state for row in await rows_in(town)} == {"done"}


async def test_a_photo_whose_download_breaks_is_fetched_again(
    town: Town, bu_sari: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bu_sari.starts()
    assert town.lapak is not None
    download, broken = town.lapak.listener.download, {"left": 1}

    async def download_or_break(*args: Any, **kwargs: Any) -> Any:
        if broken["left"]:
            broken["left"] -= 1
            raise aiohttp.ClientPayloadError("the connection was cut in the middle of the photo")
        return await download(*args, **kwargs)

    monkeypatch.setattr(town.lapak.listener, "download", download_or_break)
    await bu_sari.sends_photo("Keripik pisang 15rb stok 20")
    await bu_sari.sees("Keripik pisang", button="Pasang")
    assert not any("macet" in words for words in await bu_sari.told())


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (TimeoutError(), "tidak sampai-sampai"),
        (aiohttp.ClientResponseError(None, (), status=404, message="Not Found"), "tidak bisa dibuka"),  # type: ignore[arg-type]
        (aiohttp.ClientResponseError(None, (), status=500, message="Oops"), "tidak sampai-sampai"),  # type: ignore[arg-type]
        (aiohttp.ClientPayloadError("cut off"), "tidak sampai-sampai"),
        (aiohttp.ServerDisconnectedError(), "tidak sampai-sampai"),
    ],
    ids=["the line is too slow", "it is not there", "the server is out of order", "it is always cut off", "no answer"],
)
async def test_a_photo_that_can_not_be_fetched_holds_up_nothing_for_ever(
    town: Town, bu_sari: Person, monkeypatch: pytest.MonkeyPatch, trouble: Exception, said: str
) -> None:
    await bu_sari.starts()
    assert town.lapak is not None
    given: list[float] = []

    async def never_arrives(*_: Any, timeout: float) -> Any:  # noqa: ASYNC109 # as aiogram has it
        given.append(timeout)
        raise trouble

    monkeypatch.setattr(town.lapak.listener, "download", never_arrives)
    monkeypatch.setattr("bot.photoshelf.PAUSES", (0, 0, 0))
    await bu_sari.sends_file("document", photo_bytes(), "IMG_0001.jpg", "image/jpeg")
    await bu_sari.writes("/bantuan")
    await bu_sari.sees(said)
    await bu_sari.sees("Jualan: kirim foto barang")
    assert 1 <= len(given) <= 3
    assert min(given) >= 30, "seconds"


async def test_a_disk_without_room_for_a_photo_is_waited_out(
    town: Town, bu_sari: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bu_sari.starts()
    fsync, full = os.fsync, {"left": 1}

    def fsync_or_refuse(file: int) -> None:
        if full["left"]:
            full["left"] -= 1
            raise OSError(errno.ENOSPC, "No space left on device")
        fsync(file)

    monkeypatch.setattr("bot.photoshelf.os.fsync", fsync_or_refuse)
    await bu_sari.sends_photo("Keripik pisang 15rb stok 20")
    await bu_sari.sees("Keripik pisang", button="Pasang")
    assert not any("macet" in words for words in await bu_sari.told())
    assert not list(lapak(town).settings.photo_dir.rglob("*.half"))


async def test_who_can_not_be_helped_hears_so_once_though_nothing_can_be_written(
    town: Town, bu_sari: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bu_sari.starts()
    await settled(town)
    settle, away = Loaded.settle, {"left": 2}

    def settle_or_fail(loaded: Loaded, session: Session, state: str, problem: str | None = None) -> None:
        if away["left"]:
            away["left"] -= 1
            raise OperationalError("UPDATE inbox …", {}, Exception("database or disk is full"))
        settle(loaded, session, state, problem)

    async def breaks(*_: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(Loaded, "settle", settle_or_fail)
    monkeypatch.setattr(Switchboard, "answer", lambda *_, **__: breaks())
    await bu_sari.writes("halo")
    await bu_sari.sees("macet")
    await settled(town)
    assert away["left"] == 0
    assert len([words for words in await bu_sari.told() if "macet" in words]) == 1


@pytest.mark.parametrize("gone", [True, False], ids=["lost", "not to be read"])
async def test_an_order_is_told_without_the_photo_that_was_lost(
    town: Town, bu_sari: Person, pak_budi: Person, gone: bool
) -> None:
    await sells(bu_sari, "Keripik pisang 15rb stok 20")
    for photo in lapak(town).settings.photo_dir.rglob("*.jpg"):
        photo.unlink()
        if not gone:
            photo.mkdir()  # what stands there gives an error, as a broken disk would
    await lapak(town).database.write(forget_uploads)
    await pak_budi.writes("/start p1")
    await pak_budi.taps("2", on=await pak_budi.sees("Mau berapa?", button="2"))
    await pak_budi.taps("Pesan", on=await pak_budi.sees("Rp30.000", button="Pesan"))
    await pak_budi.sees("sudah sampai di")
    await bu_sari.sees("Pesanan baru", button="Terima")


class Forgotten(AiohttpRequest):
    """Telegram gives no file by a name of its own."""

    asked: ClassVar[list[str]] = []

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """See `AiohttpRequest.do_request`."""
        self.asked.append(url.rpartition("/")[2])
        if self.asked[-1] in ("sendPhoto", "sendVoice") and request_data and not request_data.contains_files:
            body = {"ok": False, "error_code": 400}
            words = "Bad Request: wrong file_id or the file is temporarily unavailable"
            return 400, orjson.dumps(body | {"description": words})
        return await super().do_request(url, method, request_data)


async def test_an_order_is_told_though_telegram_does_not_give_its_photo(
    town: Town, bu_sari: Person, pak_budi: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = await sells(bu_sari)
    photo = (await photos(town, 1))[0]
    assert photo.file_id, "never sent so far"
    forgotten = Forgotten(cast(Any, lapak(town).sender.request).opened)
    monkeypatch.setattr(lapak(town).sender, "_request", (forgotten, forgotten))
    await orders(pak_budi, link)
    news = await bu_sari.sees("Pesanan baru", button="Terima")
    assert news["photo"]
    assert forgotten.asked.count("sendPhoto") == 2
    await pak_budi.taps("Tulis", on=await pak_budi.sees("sudah sampai di", button="Tulis"))
    await pak_budi.sees("Tulis pesan")
    await pak_budi.sends_file("voice", b"OggS" + b"0" * 200, "v.ogg", "audio/ogg")
    await bu_sari.sees("💬 Pak Budi", button="Balas")


async def test_a_file_that_takes_long_to_leave_is_not_sent_twice() -> None:
    """Telegram answers once it has all of it."""

    async def slowly(_: web.Request) -> web.Response:
        await asyncio.sleep(0.4)
        return web.json_response({"ok": True, "result": {}})

    telegram = web.Application()
    telegram.router.add_post("/", slowly)
    async with aiohttp.ClientSession() as session, TestServer(telegram) as server:

        async def opened() -> aiohttp.ClientSession:
            return session

        request, url = AiohttpRequest(opened, aiohttp.ClientTimeout(total=5, sock_read=0.1)), str(server.make_url("/"))
        words: Any = SimpleNamespace(contains_files=False, parameters={"text": "halo"})
        file = {"photo": ("photo.jpg", photo_bytes(), "image/jpeg")}
        with_file: Any = SimpleNamespace(contains_files=True, json_parameters={"chat_id": "1"}, multipart_data=file)
        with pytest.raises(TimedOut):
            await request.do_request(url, "POST", words)
        assert (await request.do_request(url, "POST", with_file))[0] == 200


@pytest.mark.parametrize(
    "answer",
    [
        *((200, body) for body in (b"{}", b"null", b"[]", b'{"ok":true}', b"<html>Welkom</html>")),
        (200, b'{"ok":false,"error_code":500,"description":"Internal"}'),
        *((502, body) for body in (b"[]", b"null", b'"upstream"', "<html>d\xe9sol\xe9</html>".encode("latin-1"))),
        *((status, body) for status in (400, 403) for body in (b"[]", b"{}", b"<html>Forbidden</html>")),
        (520, b"<html>"),
    ],
    ids=str,
)
async def test_what_is_no_answer_of_telegrams_says_nothing_about_us_or_the_person(answer: tuple[int, bytes]) -> None:
    async def odd(_: web.Request) -> web.Response:
        return web.Response(status=answer[0], body=answer[1])

    with pytest.raises(NetworkError) as trouble:
        await asked_of(odd)
    assert type(trouble.value) is NetworkError, "no refusal of Telegram's"


@pytest.mark.parametrize(
    "body",
    ["<html>Too many requests</html>", '{"ok":false,"error_code":429,"description":"Too Many Requests"}', "null"],
)
async def test_a_429_that_does_not_say_for_how_long_is_one_all_the_same(body: str) -> None:
    async def busy(_: web.Request) -> web.Response:
        return web.Response(status=429, text=body)

    with pytest.raises(RetryAfter):
        await asked_of(busy)


async def asked_of(telegram: Callable[[web.Request], Awaitable[web.Response]]) -> Any:
    """What python-telegram-bot gets from one who answers for Telegram."""
    application = web.Application()
    application.router.add_post("/", telegram)
    async with aiohttp.ClientSession() as session, TestServer(application) as server:

        async def opened() -> aiohttp.ClientSession:
            return session

        return await AiohttpRequest(opened).post(str(server.make_url("/")))


async def test_an_order_survives_a_database_that_is_away_for_a_moment(
    town: Town, bu_sari: Person, pak_budi: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PostgreSQL restarts, or two transactions stand in each other's way: the turn is taken again."""
    assert town.lapak is not None
    write, broken = town.lapak.database.write, {"left": 1}

    async def write_or_fail(operation: Any, *args: Any, **kwargs: Any) -> Any:
        if operation.__name__ == "_act_within" and args and broken["left"]:
            broken["left"] -= 1
            raise OperationalError("UPDATE product", {}, Exception("deadlock detected"))
        return await write(operation, *args, **kwargs)

    await put_on_sale(bu_sari)
    await pak_budi.starts("p1")
    await pak_budi.taps("2", on=await pak_budi.sees("Keripik pisang", button="2"))
    await pak_budi.sees("Pesanan ke", button="✅ Pesan")
    monkeypatch.setattr(town.lapak.database, "write", write_or_fail)
    await pak_budi.taps("✅ Pesan")
    await pak_budi.sees("sudah sampai di Bu Sari")
    assert broken["left"] == 0


async def test_news_that_is_no_longer_true_is_not_sent(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await ready_to_order(town, bu_sari, pak_budi)
    await bu_sari.sees("Pesanan baru #1")
    await pak_budi.taps("Batalkan pesanan")
    await bu_sari.sees("dibatalkan Pak Budi")
    newest = (await bu_sari.chat())[-1]["message_id"]
    await town.later(hours=3)
    await bu_sari.sees_nothing_new(newest)


async def test_a_stopped_bot_does_not_wait_for_a_long_halt(stage: Stage) -> None:
    """Telegram told us to be still for an hour; the service manager would not wait that long."""
    sari = await stage.person("Bu Sari", SARI)
    budi = await stage.person("Pak Budi", BUDI)
    stage.process.prepare(open_market)
    stage.process.start()
    await sari.sees("Halo")
    await budi.sees("Halo")
    await stage.fault("429", method="sendmessage", retry_after=3600)
    await sari.writes("/id")
    ends = time.monotonic() + 10
    while not any(call["status"] == 429 for call in await stage.calls()):
        assert time.monotonic() < ends
        await asyncio.sleep(0.05)
    stage.process.signals(signal.SIGTERM)
    assert await asyncio.to_thread(stage.process.ends, 12) == 0
    await stage.faults_end()


async def test_people_are_served_when_telegram_does_not_take_the_menu(
    open_town: Opening, http: aiohttp.ClientSession, sandbox: Sandbox
) -> None:
    bot_id = next(bot_ids)
    refused = {"kind": "400", "method": "setmycommands"}
    async with http.post(f"{sandbox.url}/faults", params={"bot": bot_id}, json=refused) as answer:
        assert answer.status == 200
    async with open_town(bot_id) as town:
        bu_sari = await town.person("Bu Sari")
        await bu_sari.starts()
        await bu_sari.sees("Halo")
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not [call for call in await town.calls("setmycommands") if call["status"] == 400]:  # noqa: ASYNC110 # it happens elsewhere
                await asyncio.sleep(0.05)
        await bu_sari.writes("/bantuan")
        await bu_sari.sees("Jualan: kirim foto barang")


async def test_a_start_asks_telegram_once_who_we_are_and_a_stumble_then_ends_nothing(
    open_town: Opening, http: aiohttp.ClientSession, sandbox: Sandbox
) -> None:
    """What was answered is not asked again by the other library, which would give up at once."""
    bot_id = next(bot_ids)
    second = {"kind": "502", "method": "getme", "every": 2}
    async with http.post(f"{sandbox.url}/faults", params={"bot": bot_id}, json=second) as answer:
        assert answer.status == 200
    async with open_town(bot_id) as town:
        bu_sari = await town.person("Bu Sari")
        await bu_sari.starts()
        await put_news(town, bu_sari, 604)
        await bu_sari.sees("604")
        assert len(await town.calls("getme")) == 1


async def test_news_that_breaks_before_it_can_be_made_holds_up_none_that_comes_after_it(
    town: Town, bu_sari: Person
) -> None:
    """An older Lapak may have written it, without what this one looks for."""
    rini = await somebody(town.http, town.url, town.bot_id, "Mbak Rini", MBAK_RINI)
    await rini.starts()
    await bu_sari.starts()
    now = town.clock.now()
    await lapak(town).database.write(lambda session: tell(session, bu_sari.id, "week", now, week_stall=77))
    await put_news(town, bu_sari, 605)
    await bu_sari.sees("605")
    assert (await notice_of(town, bu_sari)).state == "failed"
    await rini.sees(f"nomor {bu_sari.id}")
