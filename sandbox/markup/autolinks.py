"""What Telegram finds in a text by itself: commands, links, addresses, hashtags, mentions, phone numbers."""

import re

from sandbox.markup.spans import Span

TOP_LEVEL = "com|id|org|net|me|io|co|app|dev|info|biz|shop|store|link|my|sg|ru|uk|us|ai|gg|xyz|site|online|edu|gov|tv"
PATTERNS = [
    ("email", re.compile(r"(?<![\w.+@-])[\w.+-]{1,64}@(?:[\w-]+\.)+[a-z]{2,}(?![\w@])", re.IGNORECASE)),
    (
        "url",
        re.compile(
            r"(?<![\w@.])(?:(?:https?|tg|tonsite)://[^\s<>\"«»“”]+"
            rf"|(?:[\w-]+\.)+(?:{TOP_LEVEL})(?![\w@.-]*@)(?!\w)(?::\d+)?(?:[/?#][^\s<>\"«»“”]*)?)",
            re.IGNORECASE,
        ),
    ),
    ("bot_command", re.compile(r"(?<![\w/>\\])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\w{0,255}[^\W\d_])\w{1,256}(?![\w#])")),
    ("cashtag", re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?!\w)")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d(?:[ -]?\d){8,14}(?!\w)")),
]
MARKS = re.compile(r"[@/.#$+]")
CLOSED = {"code", "pre", "text_link", "text_mention", "custom_emoji"}


def find(text: str, spans: list[Span]) -> list[Span]:
    """Spans that the text holds outside of code and links; those found first keep their place."""
    if not MARKS.search(text):
        return []
    taken = [(span.start, span.end) for span in spans if span.kind in CLOSED]
    found: list[Span] = []
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            start = match.start()
            end = start + len(match[0].rstrip(".,:;!?)'") if kind == "url" else match[0])
            if all(end <= left or right <= start for left, right in taken):
                found.append(Span(kind, start, end, {}))
                taken.append((start, end))
    return found
