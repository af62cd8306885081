"""What is in a message: entities, replies, edits, deletions, relays; and the chat as people see it."""

import asyncio

from tests.sandbox.conftest import Stage, inline


async def test_entities_count_in_utf16(stage: Stage) -> None:
    person = await stage.person()
    text = "  😀 <b>tebal <i>miring</i></b> &lt;3 <a href='https://a.id/x'>sini</a> /bantu  "
    message = await stage.ok("sendMessage", chat_id=person, text=text, parse_mode="HTML")
    assert message["text"] == "😀 tebal miring <3 sini /bantu"
    assert message["entities"] == [
        {"type": "bold", "offset": 3, "length": 12},
        {"type": "italic", "offset": 9, "length": 6},
        {"type": "text_link", "offset": 19, "length": 4, "url": "https://a.id/x"},
        {"type": "bot_command", "offset": 24, "length": 6},
    ]


async def test_markdown_v2(stage: Stage) -> None:
    person = await stage.person()
    text = "*a* _b_ __c__ ~d~ ||e|| `f.g` ```py\nh``` [i](https://a.id) \\.\n>kutip\n>lagi"
    message = await stage.ok("sendMessage", chat_id=person, text=text, parse_mode="MarkdownV2")
    assert message["text"] == "a b c d e f.g h i .\nkutip\nlagi"
    kinds = [entity["type"] for entity in message["entities"]]
    assert kinds == [
        "bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "text_link", "blockquote"
    ]  # fmt: skip
    assert message["entities"][6]["language"] == "py"


async def test_what_is_found_in_a_text(stage: Stage) -> None:
    person = await stage.person()
    text = "/start@toko_bot x a@b.com https://t.me/x?start=1. @budi_1 #kue +6281234567890 Rp15.000 t.me/abc"
    message = await stage.say(person, text)
    found = [(e["type"], text[e["offset"] : e["offset"] + e["length"]]) for e in message["entities"]]
    assert found == [
        ("bot_command", "/start@toko_bot"),
        ("email", "a@b.com"),
        ("url", "https://t.me/x?start=1"),
        ("mention", "@budi_1"),
        ("hashtag", "#kue"),
        ("phone_number", "+6281234567890"),
        ("url", "t.me/abc"),
    ]


async def test_given_entities_are_kept(stage: Stage) -> None:
    person = await stage.person()
    entities = [{"type": "bold", "offset": 2, "length": 4}, {"type": "code", "offset": 90, "length": 1}]
    message = await stage.ok("sendMessage", chat_id=person, text="😀halo", entities=entities)
    assert message["entities"] == [{"type": "bold", "offset": 2, "length": 4}]


async def test_replies_are_one_level_deep_and_absent_from_edits(stage: Stage) -> None:
    person = await stage.person()
    first = await stage.ok("sendMessage", chat_id=person, text="satu")
    second = await stage.say(person, "dua", reply_to=first["message_id"])
    reply = {"message_id": second["message_id"]}
    third = await stage.ok("sendMessage", chat_id=person, text="tiga", reply_parameters=reply)
    assert third["reply_to_message"]["text"] == "dua"
    assert "reply_to_message" not in third["reply_to_message"]
    edited = await stage.ok("editMessageText", chat_id=person, message_id=third["message_id"], text="empat")
    assert "reply_to_message" not in edited
    lenient = {"message_id": 9999, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await stage.ok("sendMessage", chat_id=person, text="a", reply_parameters=lenient)


async def test_an_edit_without_markup_takes_the_keyboard(stage: Stage) -> None:
    person = await stage.person()
    message = await stage.ok("sendMessage", chat_id=person, text="a", reply_markup=inline("x"))
    here = {"chat_id": person, "message_id": message["message_id"]}
    assert "reply_markup" not in await stage.ok("editMessageText", **here, text="b")
    assert (await stage.ok("editMessageReplyMarkup", **here, reply_markup=inline("y")))["text"] == "b"


async def test_people_see_changes_after_a_seq(stage: Stage) -> None:
    person = await stage.person()
    sent = [await stage.ok("sendMessage", chat_id=person, text=text) for text in "abc"]
    seen = await stage.side(f"/people/{person}/chat")
    waiting = asyncio.create_task(stage.side(f"/people/{person}/chat", after=seen["seq"], wait=10))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await stage.ok("editMessageText", chat_id=person, message_id=sent[0]["message_id"], text="A")
    changed = await waiting
    assert [message["text"] for message in changed["messages"]] == ["A"]
    await stage.ok("deleteMessages", chat_id=person, message_ids=[sent[1]["message_id"], 9999])
    gone = await stage.side(f"/people/{person}/chat", after=changed["seq"])
    assert (gone["messages"], gone["deleted"]) == ([], [sent[1]["message_id"]])


async def test_relays(stage: Stage) -> None:
    giver, taker = await stage.person(), await stage.person()
    message = await stage.ok("sendMessage", chat_id=giver, text="kabar", reply_markup=inline("x"), protect_content=True)
    source = {"from_chat_id": giver, "message_id": message["message_id"]}
    refused = await stage.error("forwardMessage", chat_id=taker, **source)
    assert refused == "Bad Request: message has protected content and can't be forwarded"
    assert set(await stage.ok("copyMessage", chat_id=taker, **source)) == {"message_id"}
    said = await stage.say(giver, "dari saya")
    source["message_id"] = said["message_id"]
    forwarded = await stage.ok("forwardMessage", chat_id=taker, **source)
    assert forwarded["forward_origin"]["sender_user"]["id"] == giver
    many = await stage.ok("copyMessages", chat_id=taker, from_chat_id=giver, message_ids=[said["message_id"], 9999])
    assert len(many) == 1
    last = (await stage.side(f"/people/{taker}/chat"))["messages"][-1]
    assert (last["text"], "reply_markup" in last, "forward_origin" in last) == ("dari saya", False, False)


async def test_groups_hear_only_what_is_meant_for_the_bot(stage: Stage) -> None:
    person = await stage.person()
    group = (await stage.side("/groups", {"title": "Pasar", "members": [person]}))["id"]
    assert group < 0
    await stage.updates()
    bot_message = await stage.ok("sendMessage", chat_id=group, text="halo")
    for text in ("obrolan biasa", "/stok", "/stok@lain_bot", f"/stok@lapak{stage.bot_id}_bot"):
        await stage.say(person, text, chat_id=group)
    await stage.say(person, "jawaban", chat_id=group, reply_to=bot_message["message_id"])
    heard = [update["message"]["text"] for update in await stage.updates()]
    assert heard == ["/stok", f"/stok@lapak{stage.bot_id}_bot", "jawaban"]
    contact = {"keyboard": [[{"text": "nomor", "request_contact": True}]]}
    refused = await stage.error("sendMessage", chat_id=group, text="a", reply_markup=contact)
    assert refused == "Bad Request: phone number can be requested in private chats only"


async def test_a_group_becomes_a_supergroup(stage: Stage) -> None:
    person = await stage.person()
    group = (await stage.side("/groups", {"title": "Pasar", "members": [person]}))["id"]
    new = (await stage.side("/faults", {"kind": "migrate", "chat_id": group}))["migrate_to_chat_id"]
    answer = await stage.raw("sendMessage", chat_id=group, text="a")
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": new}
    message = await stage.ok("sendMessage", chat_id=new, text="a")
    assert message["chat"]["type"] == "supergroup"
    await stage.ok("deleteMessage", chat_id=new, message_id=message["message_id"])
    later = await stage.ok("sendMessage", chat_id=new, text="b")
    assert later["message_id"] == message["message_id"] + 1


async def test_commands_belong_to_their_scope(stage: Stage) -> None:
    person = await stage.person()
    scope = {"type": "chat", "chat_id": person}
    await stage.ok("setMyCommands", commands=[{"command": "stok", "description": "Stok"}], scope=scope)
    assert await stage.ok("getMyCommands") == []
    assert (await stage.ok("getMyCommands", scope=scope))[0]["command"] == "stok"
    await stage.ok("deleteMyCommands", scope=scope)
    assert await stage.ok("getMyCommands", scope=scope) == []
