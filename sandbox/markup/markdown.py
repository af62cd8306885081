"""parse_mode MarkdownV2, as strict as Telegram and in its words; and the old Markdown."""

import re

from sandbox.errors import bad
from sandbox.markup.links import link_span
from sandbox.markup.spans import Span

RESERVED = set("_*[]()~`>#+-=|{}.!")
MARKS = {
    "*": "bold",
    "_": "italic",
    "__": "underline",
    "~": "strikethrough",
    "||": "spoiler",
    "`": "code",
    "```": "pre",
}
NAMES = {
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "code": "Code",
    "pre": "Pre",
    "text_link": "TextUrl",
    "custom_emoji": "CustomEmoji",
}
LANGUAGE = re.compile(r"([^\s`]+)\n")


def parse_markdown(source: str) -> tuple[str, list[Span]]:
    """MarkdownV2: the text and its spans; raises "can't parse entities"."""
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.out: list[str] = []
        self.spans: list[Span] = []
        self.open: list[tuple[str, str, int, int, str]] = []  # kind, mark, source offset, start, language
        self.quote: tuple[int, bool] | None = None  # where the block quote began, and whether it is expandable

    def run(self) -> tuple[str, list[Span]]:
        while self.at < len(self.source):
            self._step()
        if self.open:
            kind, _, begin, _, language = self.open[-1]
            self._fail(f"Can't find end of {'PreCode' if language else NAMES[kind]} entity", begin)
        self._end_quote()
        return "".join(self.out), self.spans

    def _fail(self, reason: str, at: int) -> None:
        raise bad(f"can't parse entities: {reason} at byte offset {len(self.source[:at].encode())}")

    def _ahead(self, mark: str) -> bool:
        return self.source.startswith(mark, self.at)

    def _put(self, text: str, width: int = 1) -> None:
        self.out.extend(text)
        self.at += width

    def _step(self) -> None:
        source, letter = self.source, self.source[self.at]
        following = source[self.at + 1 : self.at + 2]
        if letter == "\\" and following and following < "\x7f":
            return self._put(following, 2)
        inside = self.open[-1] if self.open else None
        if inside and inside[0] in ("code", "pre"):
            return self._close(inside) if self._ahead(inside[1]) else self._put(letter)
        if self._line_start() and self._start_quote():
            return None
        if letter == "\n":
            self._put(letter)
            if self.quote and not self._ahead(">"):
                self._end_quote()
            return None
        if letter == "]" and inside and inside[0] in ("text_link", "custom_emoji"):
            return self._close_link(inside)
        mark = self._mark()
        if (
            mark == "||"
            and self.quote
            and self.quote[1]
            and (self.at + 2 == len(source) or source[self.at + 2] == "\n")
        ):
            self.at += 2
            return self._end_quote()
        if mark and inside and inside[1] == mark:
            return self._close(inside)
        if mark:
            return self._begin(mark)
        if letter in RESERVED:
            raise bad(
                f"can't parse entities: Character '{letter}' is reserved and must be escaped with the preceding '\\'"
            )
        return self._put(letter)

    def _line_start(self) -> bool:
        return self.at == 0 or self.source[self.at - 1] == "\n"

    def _start_quote(self) -> bool:
        """Take the quote's mark at the start of a line; False when there is none."""
        if self._ahead("**>"):
            self._end_quote()
            self.quote, self.at = (len(self.out), True), self.at + 3
            return True
        if self._ahead(">"):
            self.quote, self.at = self.quote or (len(self.out), False), self.at + 1
            return True
        return False

    def _end_quote(self) -> None:
        if self.quote:
            kind = "expandable_blockquote" if self.quote[1] else "blockquote"
            self.spans.append(Span(kind, self.quote[0], len(self.out), {}))
            self.quote = None

    def _mark(self) -> str:
        for mark in ("```", "||", "__", "![", "[", "*", "_", "~", "`"):
            if self._ahead(mark):
                # In "___" the inner of two open ones closes first: Telegram's own rule for italic in underline.
                if mark == "__" and self._ahead("___") and self.open and self.open[-1][1] == "_":
                    return "_"
                return mark
        return ""

    def _begin(self, mark: str) -> None:
        kind = {"[": "text_link", "![": "custom_emoji"}.get(mark) or MARKS[mark]
        begin, language = self.at, ""
        self.at += len(mark)
        if kind == "pre":
            match = LANGUAGE.match(self.source, self.at)
            if match:
                language, self.at = match[1], match.end()
            elif self._ahead("\n"):
                self.at += 1
        self.open.append((kind, mark, begin, len(self.out), language))

    def _close(self, inside: tuple[str, str, int, int, str]) -> None:
        kind, mark, _, start, language = self.open.pop()
        self.at += len(mark)
        if start < len(self.out):
            self.spans.append(Span(kind, start, len(self.out), {"language": language} if language else {}))

    def _close_link(self, inside: tuple[str, str, int, int, str]) -> None:
        kind, _, _, start, _ = self.open.pop()
        self.at += 1
        url = "".join(self.out[start:])
        if self._ahead("("):
            begin, self.at = self.at, self.at + 1
            url = self._address(begin)
        if kind == "custom_emoji":
            emoji = url.removeprefix("tg://emoji?id=")
            self.spans.append(Span(kind, start, len(self.out), {"custom_emoji_id": emoji}))
        elif start < len(self.out) and (span := link_span(url, start, len(self.out))):
            self.spans.append(span)

    def _address(self, begin: int) -> str:
        letters = []
        while not self._ahead(")"):
            if self.at >= len(self.source):
                self._fail("Can't find end of a URL", begin)
            if self._ahead("\\") and self.at + 1 < len(self.source):
                self.at += 1
            letters.append(self.source[self.at])
            self.at += 1
        self.at += 1
        return "".join(letters)


def parse_markdown_v1(source: str) -> tuple[str, list[Span]]:
    """The old Markdown: no nesting; a mark without an end is an error."""
    out: list[str] = []
    spans: list[Span] = []
    at = 0
    while at < len(source):
        letter = source[at]
        if letter == "\\" and source[at + 1 : at + 2] in tuple("_*`["):
            out.append(source[at + 1])
            at += 2
        elif letter in "_*`[":
            at = _v1_entity(source, at, out, spans)
        else:
            out.append(letter)
            at += 1
    return "".join(out), spans


def _v1_entity(source: str, at: int, out: list[str], spans: list[Span]) -> int:
    """Read one entity of the old Markdown; returns where it ended."""
    mark = "```" if source.startswith("```", at) else source[at]
    begin, start = at + len(mark), len(out)
    end = source.find("]" if mark == "[" else mark, begin)
    if end < 0:
        offset = len(source[:at].encode())
        raise bad(f"can't parse entities: Can't find end of the entity starting at byte offset {offset}")
    inner = source[begin:end]
    extra: dict[str, str] = {}
    if mark == "```" and (match := LANGUAGE.match(inner)):
        extra, inner = {"language": match[1]}, inner[match.end() :]
    out.extend(inner)
    after = end + (1 if mark == "[" else len(mark))
    if mark == "[":
        close = source.find(")", after) if source.startswith("(", after) else -1
        if close >= 0:
            span = link_span(source[after + 1 : close], start, len(out))
            spans.extend([span] if span else [])
            after = close + 1
    elif inner:
        spans.append(Span(MARKS[mark], start, len(out), extra))
    return after
