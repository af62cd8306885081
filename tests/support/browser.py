"""A real browser for the chat page, where there is one."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@asynccontextmanager
async def a_browser() -> AsyncIterator[Browser]:
    """This machine's Chromium. Without one the test is skipped; where everything has to be tried (CI), it fails."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        reason = f"the page was not tried in a browser: none of {', '.join(NAMES)} is installed"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=QUIETLY)
        yield browser
        await browser.close()
