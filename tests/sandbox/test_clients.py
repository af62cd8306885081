"""Both libraries that the project uses talk to the sandbox as to Telegram."""

import asyncio
import io
from collections.abc import AsyncIterator

import pytest
import telegram
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramForbiddenError
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto
from telegram.request import HTTPXRequest

from tests.sandbox.conftest import Stage, inline
from tests.sandbox.test_files import picture


@pytest.fixture
async def aiogram_bot(stage: Stage) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(stage.sandbox.url))
    async with Bot(stage.token, session=session) as bot:
        yield bot


@pytest.fixture
async def ptb_bot(stage: Stage) -> AsyncIterator[telegram.Bot]:
    url = stage.sandbox.url
    bot = telegram.Bot(stage.token, f"{url}/bot", f"{url}/file/bot", request=HTTPXRequest(proxy=None))
    async with bot:
        yield bot


async def test_aiogram_has_a_conversation(stage: Stage, aiogram_bot: Bot) -> None:
    person = await stage.person()
    [update] = await aiogram_bot.get_updates()
    assert update.message is not None
    assert update.message.from_user is not None
    assert (update.message.text, update.message.from_user.language_code) == ("/start", "id")
    button = InlineKeyboardButton(text="Ya", callback_data="yes")
    markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
    sent = await aiogram_bot.send_message(person, "<b>Benar?</b>", parse_mode="HTML", reply_markup=markup)
    press = asyncio.create_task(stage.side(f"/people/{person}/taps", {"message_id": sent.message_id, "label": "Ya"}))
    [update] = await aiogram_bot.get_updates(offset=update.update_id + 1, timeout=5)
    assert update.callback_query is not None
    assert update.callback_query.data == "yes"
    await aiogram_bot.answer_callback_query(update.callback_query.id, text="Siap", show_alert=True)
    assert await press == {"answer": {"text": "Siap", "show_alert": True}}
    edited = await aiogram_bot.edit_message_text("Beres", chat_id=person, message_id=sent.message_id)
    assert isinstance(edited, type(sent))
    assert (edited.text, edited.reply_markup) == ("Beres", None)
    await stage.side(f"/people/{person}/blocks", {"blocked": True})
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await aiogram_bot.send_message(person, "halo")


async def test_aiogram_sends_albums_and_loads_files(stage: Stage, aiogram_bot: Bot) -> None:
    person = await stage.person()
    media = [InputMediaPhoto(media=BufferedInputFile(picture(200, 100), "a.png"), caption=c) for c in ("satu", None)]
    album = await aiogram_bot.send_media_group(person, list(media))
    assert album[0].media_group_id == album[1].media_group_id
    assert [message.caption for message in album] == ["satu", None]
    assert album[0].photo
    file = await aiogram_bot.get_file(album[0].photo[-1].file_id)
    data = await aiogram_bot.download(file)
    assert data is not None
    assert len(data.read()) == file.file_size


async def test_python_telegram_bot_has_a_conversation(stage: Stage, ptb_bot: telegram.Bot) -> None:
    person = await stage.person()
    assert ptb_bot.username == f"lapak{stage.bot_id}_bot"
    markup = telegram.InlineKeyboardMarkup.de_json(inline("Ya"), ptb_bot)
    sent = await ptb_bot.send_photo(person, io.BytesIO(picture(759, 570)), caption="*a*", parse_mode="MarkdownV2")
    assert [(size.width, size.height) for size in sent.photo] == [(90, 68), (320, 240), (759, 570)]
    assert sent.caption_entities[0].type == "bold"
    data = await (await ptb_bot.get_file(sent.photo[-1].file_id)).download_as_bytearray()
    assert len(data) == sent.photo[-1].file_size
    edited = await ptb_bot.edit_message_caption(person, sent.message_id, caption="b", reply_markup=markup)
    assert isinstance(edited, telegram.Message)
    assert edited.edit_date is not None
    chat = await ptb_bot.get_chat(person)
    assert chat.first_name == "Siti"
    with pytest.raises(telegram.error.BadRequest, match="Message is not modified"):
        await ptb_bot.edit_message_caption(person, sent.message_id, caption="b", reply_markup=markup)
    await ptb_bot.set_my_commands([("start", "Mulai")])
    assert [command.command for command in await ptb_bot.get_my_commands()] == ["start"]


@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")
async def test_python_telegram_bot_reads_a_flood_wait(stage: Stage, ptb_bot: telegram.Bot) -> None:
    person = await stage.person()
    await stage.side("/faults", {"kind": "429", "retry_after": 7, "method": "sendMessage"})
    with pytest.raises(telegram.error.RetryAfter) as caught:
        await ptb_bot.send_message(person, "halo")
    assert "7" in str(caught.value)
