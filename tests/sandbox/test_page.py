"""The chat page in a real browser."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from aiohttp import ClientSession
from playwright.async_api import Browser, Page, expect

from tests.sandbox.conftest import Stage, inline
from tests.sandbox.test_files import picture
from tests.support.browser import a_browser
from tests.support.sandbox import Sandbox


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with a_browser() as launched:
        yield launched


@pytest.fixture(scope="module")
def own_sandbox() -> Iterator[Sandbox]:
    running = Sandbox.start(shortcuts=["⏩ maju ke besok 07:00=/besok"])
    yield running
    running.stop()


@pytest.fixture
async def stage(own_sandbox: Sandbox, http: ClientSession) -> Stage:
    fresh = Stage(own_sandbox, http)
    await fresh.ok("setMyName", name="Lapak")
    await fresh.side("/limits", {"enforce": False})
    return fresh


@pytest.fixture
async def page(stage: Stage, browser: Browser) -> AsyncIterator[Page]:
    """The page with three phones; fails when the browser's console told of an error."""
    context = await browser.new_context(viewport={"width": 1400, "height": 900})
    opened = await context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
    await opened.goto(f"{stage.sandbox.url}/?bot={stage.bot_id}")
    await expect(opened.locator(".phone")).to_have_count(3)
    yield opened
    await context.close()
    assert problems == []


async def started(stage: Stage, page: Page, place: int = 0) -> int:
    """Press MULAI on a phone; the id of its person."""
    await page.locator(".phone").nth(place).get_by_text("MULAI").click()
    update = (await stage.ok("getUpdates", timeout=5))[-1]
    await stage.ok("getUpdates", offset=update["update_id"] + 1)
    assert update["message"]["text"] == "/start"
    number: int = update["message"]["from"]["id"]
    return number


async def test_messages_edits_and_deletions_show_live(stage: Stage, page: Page) -> None:
    person = await started(stage, page)
    phone = page.locator(".phone").first
    hostile = "<img src=x onerror=alert(1)>"
    await stage.ok("sendMessage", chat_id=person, text=hostile)
    await expect(phone.get_by_text(hostile)).to_be_visible()
    text = "<b>tebal</b> dan <a href='https://a.id/'>sini</a>"
    message = await stage.ok("sendMessage", chat_id=person, text=text, parse_mode="HTML")
    await expect(phone.locator(".bubble b", has_text="tebal")).to_be_visible()
    await expect(phone.locator(".bubble a", has_text="sini")).to_have_attribute("href", "https://a.id/")
    await stage.ok("editMessageText", chat_id=person, message_id=message["message_id"], text="lain")
    await expect(phone.locator(".bubble", has_text="lain")).to_contain_text("diedit")
    await stage.ok("deleteMessage", chat_id=person, message_id=message["message_id"])
    await expect(phone.locator(".bubble", has_text="lain")).to_have_count(0)


async def test_buttons_toasts_and_alerts(stage: Stage, page: Page) -> None:
    person = await started(stage, page)
    phone = page.locator(".phone").first
    await stage.ok("sendMessage", chat_id=person, text="Benar?", reply_markup=inline("Ya", "Tidak"))
    for label, alert in (("Ya", False), ("Tidak", True)):
        await phone.get_by_role("button", name=label, exact=True).click()
        [update] = await stage.ok("getUpdates", timeout=5)
        query = update["callback_query"]
        assert query["data"] == label
        await stage.ok("answerCallbackQuery", callback_query_id=query["id"], text=f"dicatat {label}", show_alert=alert)
        await stage.updates()
        await expect(phone.get_by_role("alertdialog" if alert else "status")).to_contain_text(f"dicatat {label}")
    await phone.get_by_role("button", name="Oke").click()
    board = {"keyboard": [["Stok saya"]]}
    await stage.ok("sendMessage", chat_id=person, text="Pilih", reply_markup=board)
    await phone.get_by_role("button", name="Stok saya").click()
    await expect(phone.locator(".mine .bubble", has_text="Stok saya")).to_be_visible()


async def test_a_share_link_starts_from_any_phone(stage: Stage, page: Page) -> None:
    phone = page.locator(".phone").nth(1)
    link = f"https://t.me/lapak{stage.bot_id}_bot?start=p7"
    await phone.locator("textarea").fill(link)
    await phone.locator("textarea").press("Enter")
    await phone.locator(".bubble a", has_text="t.me").click()
    await expect(phone.locator(".bubble", has_text="/start p7")).to_be_visible()
    assert [update["message"]["text"] for update in await stage.updates()] == [link, "/start p7"]


async def test_photos_go_as_an_album_with_a_caption_and_a_reply(stage: Stage, page: Page, tmp_path: Path) -> None:
    person = await started(stage, page)
    phone = page.locator(".phone").first
    asked = await stage.ok("sendMessage", chat_id=person, text="Kirim foto")
    paths = [tmp_path / "a.png", tmp_path / "b.png"]
    for path in paths:
        path.write_bytes(picture(300, 200))
    await phone.locator(".bubble", has_text="Kirim foto").hover()
    await phone.locator(".item", has_text="Kirim foto").get_by_role("button", name="Balas").click()
    await phone.get_by_role("button", name="Lampirkan").click()
    async with page.expect_file_chooser() as chooser:
        await phone.locator(".list button").first.click()
    await (await chooser.value).set_files(paths)
    await phone.locator("textarea").fill("Kue 15rb")
    await phone.get_by_role("button", name="Kirim", exact=True).click()
    await expect(phone.locator(".mine .photos.many img")).to_have_count(2)
    messages = [update["message"] for update in await stage.updates()]
    assert [message.get("caption") for message in messages] == ["Kue 15rb", None]
    assert messages[0]["reply_to_message"]["message_id"] == asked["message_id"]


async def test_shortcuts_people_and_a_narrow_screen(stage: Stage, page: Page) -> None:
    await started(stage, page)
    await page.get_by_role("button", name="maju ke besok").click()
    await expect(page.locator(".phone.on .mine .bubble", has_text="/besok")).to_be_visible()
    await page.get_by_role("button", name="+ orang").click()
    await page.get_by_label("Nama", exact=True).fill("Dewi")
    await page.get_by_role("button", name="Tambah").click()
    await expect(page.locator(".phone")).to_have_count(4)
    await expect(page.locator(".phone.on .owner")).to_contain_text("Dewi")
    await page.set_viewport_size({"width": 390, "height": 780})
    await expect(page.locator(".phone:visible")).to_have_count(1)
    await page.locator("#tabs button").first.click()
    await expect(page.locator(".phone:visible .owner")).to_contain_text("Bu Siti")
