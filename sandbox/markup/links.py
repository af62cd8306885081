"""Where a link in a text leads."""

import re

from sandbox.markup.spans import Span

ADDRESS = re.compile(
    r"(?:(?:https?|ftp|tonsite)://)?(?:[\w-]+\.)*[\w-]+(?:\.[a-z]{2,}|:\d+)(?:[:/?#]\S*)?", re.IGNORECASE
)
LOCAL = re.compile(r"(?:https?)://(?:localhost|\[[0-9a-f:]+\]|\d+\.\d+\.\d+\.\d+)(?:[:/?#]\S*)?", re.IGNORECASE)
MENTION = re.compile(r"tg://user\?id=(\d{1,16})")


def valid_url(url: str) -> bool:
    """Whether Telegram would take it for a link: http(s), tg, or a bare domain."""
    return url.startswith("tg://") or bool(ADDRESS.fullmatch(url) or LOCAL.fullmatch(url))


def with_scheme(url: str) -> str:
    """A bare domain becomes http://, and a bare host gets its slash, as Telegram returns them."""
    url = url if "://" in url else f"http://{url}"
    return f"{url}/" if re.fullmatch(r"https?://[^/?#]+", url) else url


def link_span(url: str, start: int, end: int) -> Span | None:
    """A text_link or text_mention; None when the address is no address (Telegram then shows plain text)."""
    mention = MENTION.fullmatch(url)
    if mention:
        user = {"id": int(mention[1]), "is_bot": False, "first_name": ""}
        return Span("text_mention", start, end, {"user": user})
    return Span("text_link", start, end, {"url": with_scheme(url)}) if valid_url(url) else None
