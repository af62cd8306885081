"""In a group the bot only says where to find it."""

import asyncio

from aiohttp import ClientSession

from handlers.taps import Go
from tests.conftest import Opening
from tests.support.cast import Json, Person, Town
from tests.support.sandbox import Sandbox


async def group_of(town: Town, *members: Person) -> int:
    body = {"title": "Ibu-ibu RT 5", "members": [member.id for member in members]}
    async with town.http.post(f"{town.url}/groups", json=body, params={"bot": town.bot_id}) as response:
        assert response.status == 200, await response.text()
        return int((await response.json())["id"])


async def said_in(town: Town, person: Person, chat_id: int) -> list[Json]:
    params = {"bot": town.bot_id, "chat_id": chat_id}
    async with town.http.get(f"{town.url}/people/{person.id}/chat", params=params) as response:
        view = await response.json()
    return [message for message in view["messages"] if message["from"]["is_bot"]]


async def writes_in(town: Town, person: Person, chat_id: int, text: str) -> None:
    body = {"text": text, "chat_id": chat_id}
    async with town.http.post(
        f"{town.url}/people/{person.id}/messages", json=body, params={"bot": town.bot_id}
    ) as sent:
        assert sent.status == 200, await sent.text()


async def test_a_command_in_a_group_is_answered_with_the_way_to_us(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    chat_id = await group_of(town, bu_sari, pak_budi)
    await writes_in(town, bu_sari, chat_id, "/start")
    said: list[Json] = []
    for _ in range(60):
        said = said or await said_in(town, pak_budi, chat_id)
        await asyncio.sleep(0.0 if said else 0.05)
    assert "chat berdua" in said[0]["text"]
    button = said[0]["reply_markup"]["inline_keyboard"][0][0]
    assert button["url"] == f"https://t.me/lapak{town.bot_id}_bot"


async def test_other_words_in_a_group_are_left_alone(town: Town, bu_sari: Person) -> None:
    chat_id = await group_of(town, bu_sari)
    await writes_in(town, bu_sari, chat_id, "Keripik pisang 15rb stok 4")
    await bu_sari.starts()
    assert await said_in(town, bu_sari, chat_id) == []


async def test_a_button_in_a_group_does_nothing(town: Town, bu_sari: Person) -> None:
    chat_id = await group_of(town, bu_sari)
    body = {"message_id": 1, "data": Go(to="sell").pack(), "chat_id": chat_id}
    async with town.http.post(f"{town.url}/people/{bu_sari.id}/taps", json=body, params={"bot": town.bot_id}) as tapped:
        assert tapped.status == 200
        assert (await tapped.json())["answer"] is not None
    assert await said_in(town, bu_sari, chat_id) == []


async def test_a_group_that_has_moved_is_answered_where_it_is_now(
    open_town: Opening, sandbox: Sandbox, http: ClientSession
) -> None:
    """The command is from before the group became a supergroup: what we say there is refused with the new number."""
    async with open_town() as town:
        sari, bot_id, clock = await town.person("Bu Sari"), town.bot_id, town.clock
        chat_id = await group_of(town, sari)
    await writes_in(town, sari, chat_id, "/start")
    fault = {"kind": "migrate", "chat_id": chat_id}
    async with http.post(f"{sandbox.url}/faults", json=fault, params={"bot": bot_id}) as moved:
        assert moved.status == 200, await moved.text()
        moved_to = int((await moved.json())["migrate_to_chat_id"])
    async with open_town(bot_id=bot_id, clock=clock) as town:
        said: list[Json] = []
        for _ in range(60):
            said = said or await said_in(town, sari, moved_to)
            await asyncio.sleep(0.0 if said else 0.05)
        assert "chat berdua" in said[0]["text"]
