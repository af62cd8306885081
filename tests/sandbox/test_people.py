"""What people do: taps, keyboards, inline mode; and who may call at all."""

import asyncio

import pytest

from tests.sandbox.conftest import Stage, inline


async def test_a_tap_is_answered_once(stage: Stage) -> None:
    person = await stage.person()
    message = await stage.ok("sendMessage", chat_id=person, text="a", reply_markup=inline("x"))
    query, press = await stage.tapped(person, message_id=message["message_id"], label="x")
    assert (query["data"], query["message"]["text"], query["from"]["id"]) == ("x", "a", person)
    await stage.ok("answerCallbackQuery", callback_query_id=query["id"], text="ya")
    assert await press == {"answer": {"text": "ya"}}
    refused = await stage.error("answerCallbackQuery", callback_query_id=query["id"])
    assert refused == "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def test_a_tap_that_nobody_answers_ends_with_null(stage: Stage) -> None:
    person = await stage.person()
    answer = await stage.side(f"/people/{person}/taps", {"message_id": 1, "data": "x", "wait": 0.1})
    assert answer == {"answer": None}


async def test_stale_and_forged_buttons_reach_the_bot(stage: Stage) -> None:
    person = await stage.person()
    message = await stage.ok("sendMessage", chat_id=person, text="a", reply_markup=inline("x"))
    await stage.ok("editMessageText", chat_id=person, message_id=message["message_id"], text="b")
    query, press = await stage.tapped(person, message_id=message["message_id"], data="palsu")
    assert (query["data"], query["message"]["text"]) == ("palsu", "b")
    await stage.ok("answerCallbackQuery", callback_query_id=query["id"])
    assert await press == {"answer": {}}
    await stage.ok("deleteMessage", chat_id=person, message_id=message["message_id"])
    query, press = await stage.tapped(person, message_id=message["message_id"], data="x")
    assert query["message"] == {"chat": query["message"]["chat"], "message_id": message["message_id"], "date": 0}
    await stage.ok("answerCallbackQuery", callback_query_id=query["id"])
    await press


async def test_a_label_that_is_not_there_is_an_error(stage: Stage) -> None:
    person = await stage.person()
    with pytest.raises(AssertionError, match="there is no button 'Beli'"):
        await stage.side(f"/people/{person}/taps", {"label": "Beli"})


async def test_reply_keyboards_speak_for_the_person(stage: Stage) -> None:
    person = await stage.person()
    buttons = [["Stok"], [{"text": "Nomor", "request_contact": True}, {"text": "Tempat", "request_location": True}]]
    asked = await stage.ok("sendMessage", chat_id=person, text="a", reply_markup={"keyboard": buttons})
    assert (await stage.side(f"/people/{person}/chat"))["keyboard"]["keyboard"][0] == [{"text": "Stok"}]
    await stage.updates()
    for label in ("Stok", "Nomor", "Tempat"):
        await stage.side(f"/people/{person}/taps", {"message_id": asked["message_id"], "label": label})
    text, contact, location = [update["message"] for update in await stage.updates()]
    assert text["text"] == "Stok"
    assert contact["contact"]["user_id"] == person
    assert contact["reply_to_message"]["message_id"] == asked["message_id"]
    assert set(location["location"]) == {"latitude", "longitude"}
    await stage.ok("sendMessage", chat_id=person, text="b", reply_markup={"remove_keyboard": True})
    assert (await stage.side(f"/people/{person}/chat"))["keyboard"] is None


async def test_inline_mode(stage: Stage) -> None:
    person = await stage.person()
    await stage.updates()
    asking = asyncio.create_task(stage.side(f"/people/{person}/inline", {"query": "kue"}))
    [update] = await stage.ok("getUpdates", timeout=5)
    query = update["inline_query"]
    assert query["query"] == "kue"
    content = {"message_text": "*Kue* 15rb", "parse_mode": "MarkdownV2"}
    result = {"type": "article", "id": "7", "title": "Kue", "input_message_content": content}
    refused = await stage.error("answerInlineQuery", inline_query_id=query["id"], results=[result, result])
    assert refused == "Bad Request: RESULT_ID_DUPLICATE"
    await stage.ok("answerInlineQuery", inline_query_id=query["id"], results=[result])
    assert (await asking)["results"] == [result]
    [sent] = (await stage.side(f"/people/{person}/inline/7", {}))["messages"]
    assert (sent["text"], sent["via_bot"]["id"], sent["entities"][0]["type"]) == ("Kue 15rb", stage.bot_id, "bold")
    [chosen] = await stage.updates("chosen_inline_result")
    assert chosen["chosen_inline_result"]["query"] == "kue"


async def test_a_person_forwards(stage: Stage) -> None:
    person = await stage.person()
    message = await stage.ok("sendMessage", chat_id=person, text="kabar")
    answer = await stage.side(f"/people/{person}/messages", {"forward": message["message_id"]})
    forwarded = answer["messages"][0]
    assert forwarded["text"] == "kabar"
    assert forwarded["forward_origin"]["sender_user"]["id"] == stage.bot_id


async def test_raw_updates_are_handed_on_as_they_are(stage: Stage) -> None:
    person = await stage.person()
    body = {"update_id": 7, "message": {"text": "\0 aneh"}}
    for _ in range(2):
        assert await stage.side(f"/people/{person}/updates", body) == {"update_id": 7}
        assert body in await stage.ok("getUpdates")


@pytest.mark.parametrize("headers", [{"Origin": "https://jahat.example"}, {"Host": "jahat.example"}])
async def test_other_sites_are_kept_out(stage: Stage, headers: dict[str, str]) -> None:
    async with stage.http.post(f"{stage.sandbox.url}/people", json={"first_name": "x"}, headers=headers) as response:
        assert response.status == 403
    same = {"Origin": stage.sandbox.url}
    async with stage.http.post(f"{stage.sandbox.url}/people", json={"first_name": "x"}, headers=same) as response:
        assert response.status == 200
