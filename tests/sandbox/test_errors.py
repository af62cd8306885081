"""Wrong requests get Telegram's own words."""

from typing import Any

import pytest

from tests.sandbox.conftest import Stage, inline

PARSE = "Bad Request: can't parse entities: "
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def keyboard(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"text": ""}, "Bad Request: message text is empty"),
        ({}, "Bad Request: message text is empty"),
        ({"text": "  \n "}, "Bad Request: text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "Bad Request: text must be non-empty"),
        ({"text": "x" * 4097}, "Bad Request: message is too long"),
        ({"text": "x" * 32769}, "Bad Request: text is too long"),
        ({"text": "x", "parse_mode": "BBCode"}, "Bad Request: unsupported parse_mode"),
        ({"text": "<x>a</x>", "parse_mode": "html"}, PARSE + 'Unsupported start tag "x" at byte offset 0'),
        ({"text": "é< a", "parse_mode": "HTML"}, PARSE + 'Unsupported start tag "" at byte offset 2'),
        ({"text": "<abc", "parse_mode": "HTML"}, PARSE + "Unclosed start tag at byte offset 0"),
        ({"text": "a</b>", "parse_mode": "HTML"}, PARSE + "Unexpected end tag at byte offset 1"),
        (
            {"text": "<b>a</i>", "parse_mode": "HTML"},
            PARSE + 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
        ),
        ({"text": "<b>a", "parse_mode": "HTML"}, PARSE + 'Can\'t find end tag corresponding to start tag "b"'),
        (
            {"text": "<span>a</span>", "parse_mode": "HTML"},
            PARSE + 'Tag "span" must have class "tg-spoiler" at byte offset 0',
        ),
        (
            {"text": "Rp15.000", "parse_mode": "MarkdownV2"},
            PARSE + "Character '.' is reserved and must be escaped with the preceding '\\'",
        ),
        ({"text": "*a", "parse_mode": "MarkdownV2"}, PARSE + "Can't find end of Bold entity at byte offset 0"),
        ({"text": "[a](b", "parse_mode": "MarkdownV2"}, PARSE + "Can't find end of a URL at byte offset 3"),
        ({"text": "a *b", "parse_mode": "Markdown"}, PARSE + "Can't find end of the entity starting at byte offset 2"),
        ({"text": "a", "chat_id": ""}, "Bad Request: chat_id is empty"),
        ({"text": "a", "chat_id": 123}, "Bad Request: chat not found"),
        ({"text": "a", "chat_id": "@nobody"}, "Bad Request: chat not found"),
        ({"text": "<b", "parse_mode": "HTML", "chat_id": 123}, PARSE + "Unclosed start tag at byte offset 0"),
        ({"text": "a", "reply_parameters": []}, "Bad Request: object expected as reply parameters"),
        ({"text": "a", "reply_parameters": {"message_id": 99999}}, "Bad Request: message to be replied not found"),
        ({"text": "a", "reply_markup": "{"}, "Bad Request: can't parse reply keyboard markup JSON object"),
        ({"text": "a", "reply_markup": None}, "Bad Request: object expected as reply markup"),
        (
            {"text": "a", "reply_markup": {"inline_keyboard": {}}},
            'Bad Request: field "inline_keyboard" must be of type Array',
        ),
        (
            {"text": "a", "reply_markup": {"inline_keyboard": [{}]}},
            'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        (
            {"text": "a", "reply_markup": keyboard({"text": "a"})},
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "a", "reply_markup": keyboard({"url": "https://a.id"})},
            "Bad Request: can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            {"text": "a", "reply_markup": keyboard({"text": "a", "url": None})},
            'Bad Request: can\'t parse inline keyboard button: Field "url" must be of type String',
        ),
        (
            {"text": "a", "reply_markup": keyboard({"text": "a", "callback_data": "é" * 33})},
            "Bad Request: BUTTON_DATA_INVALID",
        ),
        ({"text": "a", "reply_markup": inline(*map(str, range(101)))}, "Bad Request: reply markup is too long"),
    ],
)
async def test_send_message_refuses_in_telegrams_words(stage: Stage, params: dict[str, Any], description: str) -> None:
    person = await stage.person()
    assert await stage.error("sendMessage", **{"chat_id": person, **params}) == description
    assert len((await stage.side(f"/people/{person}/chat"))["messages"]) == 1


async def test_what_exactly_fits_is_taken(stage: Stage) -> None:
    person = await stage.person()
    data = "d" * 64
    message = await stage.ok(
        "sendMessage", chat_id=person, text="😀" * 4096, reply_markup=keyboard({"text": "a", "callback_data": data})
    )
    assert len(message["text"]) == 4096
    assert message["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == data


@pytest.mark.parametrize(
    ("method", "params", "description"),
    [
        ("sendPhoto", {}, "Bad Request: there is no photo in the request"),
        ("sendPhoto", {"photo": "a b"}, "wrong remote file identifier specified: Wrong character in the string"),
        ("sendPhoto", {"photo": "abc"}, "can't unserialize it. Wrong last symbol"),
        ("sendPhoto", {"photo": "http://10.0.0.1/a.jpg"}, "Bad Request: failed to get HTTP URL content"),
        ("sendMediaGroup", {}, 'Bad Request: parameter "media" is required'),
        ("sendMediaGroup", {"media": "x"}, "Bad Request: can't parse media JSON object"),
        ("sendMediaGroup", {"media": {}}, "Bad Request: expected an Array of InputMedia"),
        ("sendMediaGroup", {"media": [{"type": "photo", "media": "attach://a"}]}, "media not found"),
        ("sendMediaGroup", {"media": [{"type": "animation", "media": "a"}]}, "can't be used in sendMediaGroup"),
        ("sendLocation", {"latitude": 1}, "Bad Request: longitude is empty"),
        ("sendContact", {"phone_number": "1"}, 'Bad Request: parameter "first_name" is required'),
        ("sendChatAction", {"action": "dancing"}, "Bad Request: wrong parameter action in request"),
        ("editMessageText", {"text": "a"}, "Bad Request: message identifier is not specified"),
        ("editMessageText", {"text": "a", "message_id": 9}, "Bad Request: message to edit not found"),
        ("editMessageText", {"text": "a", "message_id": 1}, "Bad Request: message can't be edited"),
        ("deleteMessage", {}, "Bad Request: message identifier is not specified"),
        ("deleteMessage", {"message_id": 9}, "Bad Request: message to delete not found"),
        ("deleteMessages", {}, "Bad Request: message identifiers are not specified"),
        ("copyMessage", {"message_id": 1}, 'Bad Request: parameter "from_chat_id" is required'),
        ("getFile", {}, "Bad Request: file_id not specified"),
        ("getFile", {"file_id": "zz"}, "Bad Request: invalid file_id"),
        ("answerCallbackQuery", {"callback_query_id": "1"}, "query is too old and response timeout expired"),
        ("answerCallbackQuery", {"text": "x" * 201}, "Bad Request: MESSAGE_TOO_LONG"),
        ("setMyCommands", {"commands": [{"command": "A!", "description": "b"}]}, "BOT_COMMAND_INVALID"),
        ("setWebhook", {"url": "ftp://a"}, "Bad Request: invalid webhook URL specified"),
        ("setWebhook", {"url": "http://a", "secret_token": "a b"}, "secret token contains unallowed characters"),
        ("sendPoll", {}, "Not Implemented: sendpoll is not in the sandbox"),
        ("sendCake", {}, "Not Found: method not found"),
    ],
)
async def test_other_methods_refuse(stage: Stage, method: str, params: dict[str, Any], description: str) -> None:
    person = await stage.person()
    assert description in await stage.error(method, **{"chat_id": person, **params})


async def test_edits_refuse_what_telegram_refuses(stage: Stage) -> None:
    person = await stage.person()
    message = await stage.ok("sendMessage", chat_id=person, text="satu", reply_markup=inline("a"))
    here = {"chat_id": person, "message_id": message["message_id"]}
    assert await stage.error("editMessageText", **here, text="satu", reply_markup=inline("a")) == NOT_MODIFIED
    assert await stage.error("editMessageText", **here, text="x" * 4097) == "Bad Request: MESSAGE_TOO_LONG"
    no_caption = "Bad Request: there is no caption in the message to edit"
    assert await stage.error("editMessageCaption", **here, caption="a") == no_caption
    reply_keyboard = {"keyboard": [["a"]]}
    refused = await stage.error("editMessageText", **here, text="b", reply_markup=reply_keyboard)
    assert refused == "Bad Request: inline keyboard expected"
    boarded = await stage.ok("sendMessage", chat_id=person, text="b", reply_markup=reply_keyboard)
    assert "reply_markup" not in boarded
    refused = await stage.error("editMessageText", chat_id=person, message_id=boarded["message_id"], text="c")
    assert refused == "Bad Request: message can't be edited"


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/bot12345/getMe", 401, "Unauthorized: invalid token specified"),
        ("/bot0123:abc/getMe", 401, "Unauthorized: invalid token specified"),
        ("/nothing/here", 404, "Not Found"),
    ],
)
async def test_addresses_that_are_none(stage: Stage, path: str, status: int, description: str) -> None:
    async with stage.http.get(stage.sandbox.url + path) as response:
        assert (response.status, (await response.json())["description"]) == (status, description)


async def test_another_secret_is_unauthorized(stage: Stage) -> None:
    async with stage.http.get(f"{stage.sandbox.url}/bot{stage.bot_id}:other/getMe") as response:
        assert (response.status, (await response.json())["description"]) == (401, "Unauthorized")


async def test_malformed_json_counts_as_no_arguments(stage: Stage) -> None:
    url = f"{stage.sandbox.url}/bot{stage.token}/SENDMESSAGE"
    async with stage.http.post(url, data=b"{oops", headers={"Content-Type": "application/json"}) as response:
        assert (await response.json())["description"] == "Bad Request: message text is empty"


async def test_the_query_wins_over_the_body(stage: Stage) -> None:
    person = await stage.person()
    url = f"{stage.sandbox.url}/bot{stage.token}/sendmessage?text=query&chat_id={person}"
    async with stage.http.post(url, data={"text": "body"}) as response:
        assert (await response.json())["result"]["text"] == "query"


async def test_who_can_be_written_to(stage: Stage) -> None:
    stranger = await stage.person(start=False)
    assert await stage.error("sendMessage", chat_id=stranger, text="a") == "Bad Request: chat not found"
    await stage.side("/groups", {"title": "Pasar", "members": [stranger]})
    refused = await stage.error("sendMessage", chat_id=stranger, text="a")
    assert refused == "Forbidden: bot can't initiate conversation with a user"
    await stage.say(stranger, "/start")
    assert (await stage.ok("sendMessage", chat_id=stranger, text="a"))["text"] == "a"
    await stage.side(f"/people/{stranger}/blocks", {"blocked": True})
    refused = await stage.error("sendMessage", chat_id=stranger, text="a")
    assert refused == "Forbidden: bot was blocked by the user"
    *_, change = await stage.updates("my_chat_member")
    assert change["my_chat_member"]["new_chat_member"]["status"] == "kicked"
