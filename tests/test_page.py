"""The mission on the chat page itself, as a newcomer sees it in a browser; it takes the README's picture, too."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page
from pydantic import SecretStr

from bot.app import Lapak
from bot.demo import CAST, DEMO_TOKEN, OPERATOR, SHORTCUTS, DemoClock
from bot.settings import Settings
from tests.support.browser import a_browser
from tests.support.cast import StoppedClock
from tests.support.pictures import plate_of_food
from tests.support.sandbox import Sandbox

PICTURE = os.environ.get("LAPAK_SCREENSHOT")


@pytest.fixture
async def page(tmp_path: Path, http: object) -> AsyncIterator[Page]:
    """A browser on the page of a sandbox and a bot of this test's own, with the demo's cast."""
    sandbox = Sandbox.start(shortcuts=SHORTCUTS)
    try:
        settings = Settings(
            _env_file=None,
            bot_token=SecretStr(DEMO_TOKEN),
            api_url=sandbox.url,
            data_dir=tmp_path,
            operators=frozenset({OPERATOR}),
        )
        async with a_browser() as browser:
            page = await browser.new_page(viewport={"width": 1400, "height": 900})
            for person in CAST:
                await page.request.post(f"{sandbox.url}/people", data=person)
            lapak = Lapak(settings, StoppedClock())
            lapak.move_clock = DemoClock(lapak)
            await lapak.listener.set_my_name("Lapak")
            async with lapak.running():
                await page.goto(sandbox.url)
                yield page
    finally:
        sandbox.stop()


async def test_a_newcomer_sees_the_mission_happen_on_the_page(page: Page, tmp_path: Path) -> None:
    photo = tmp_path / "foto.jpg"
    photo.write_bytes(plate_of_food())
    sari, budi, rini = (page.locator(".phone").nth(place) for place in range(3))

    await sari.get_by_role("button", name="MULAI").click()
    await sari.get_by_text("Saya mau jualan").click()
    await sari.get_by_label("Lampirkan").click()
    async with page.expect_file_chooser() as choosing:
        await sari.get_by_text("Foto", exact=False).last.click()
    await (await choosing.value).set_files(photo)
    await sari.locator("textarea").fill("Nasi kuning 15rb/porsi ready 5")
    await sari.get_by_label("Kirim").click()
    await sari.get_by_role("button", name="Pasang").click()
    await sari.get_by_text("sudah tayang").wait_for()

    await budi.locator("textarea").fill("/start p1")
    await budi.get_by_label("Kirim").click()
    await budi.get_by_role("button", name="2", exact=True).click()
    await budi.get_by_role("button", name="Pesan", exact=False).first.click()
    await budi.get_by_text("sudah sampai di Bu Sari").wait_for()
    await sari.get_by_role("button", name="Terima").click()
    await budi.get_by_text("disanggupi Bu Sari").wait_for()

    await rini.locator("textarea").fill("/siaran")
    await rini.get_by_label("Kirim").click()
    await rini.get_by_text("Kirim pengumumannya").wait_for()
    await rini.locator("textarea").fill("Besok jam 9 ada pelatihan foto di balai desa. Bawa HP ya!")
    await rini.get_by_label("Kirim").click()
    await rini.get_by_role("button", name="Semua orang").click()
    await rini.get_by_text("Begini jadinya").wait_for()
    await rini.get_by_role("button", name="📣 Kirim").click()
    await rini.get_by_text("Pengumuman selesai").wait_for()
    await budi.get_by_text("pelatihan foto").wait_for()

    await page.get_by_text("besok 07:00").first.click()
    await sari.get_by_text("Selamat pagi").wait_for()
    await sari.get_by_role("button", name="+10").last.click()
    await sari.get_by_text("sekarang 13").wait_for()
    assert await sari.get_by_text("Selamat pagi").count() == 0, "the question is replaced by its answer"
    if PICTURE:
        await page.wait_for_timeout(4000)  # toasts go away
        await page.screenshot(path=PICTURE)


async def test_the_page_fits_a_phone(page: Page) -> None:
    await page.set_viewport_size({"width": 390, "height": 780})
    await page.get_by_role("button", name="MULAI").first.click()
    await page.get_by_text("Mau apa hari ini").wait_for()
    wide = await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    assert not wide, "the page must not scroll sideways on a phone"
