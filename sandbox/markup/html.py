"""parse_mode HTML, as strict as Telegram and in its words."""

import re

from sandbox.errors import Refusal, bad
from sandbox.markup.links import link_span
from sandbox.markup.spans import Span

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
NAME = re.compile(r"[^\s>]*")
ATTRIBUTE = re.compile(r"\s*([^\s=>/\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?\s*")


def parse_html(source: str) -> tuple[str, list[Span]]:
    """The text without tags, and the spans; raises "can't parse entities"."""
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.out: list[str] = []
        self.length = 0
        self.open: list[tuple[str, dict[str, str], int]] = []
        self.spans: list[Span] = []

    def run(self) -> tuple[str, list[Span]]:
        at, source = 0, self.source
        while at < len(source):
            tag = source.find("<", at)
            stop = len(source) if tag < 0 else tag
            self._put(REFERENCE.sub(_decoded, source[at:stop]))
            if tag < 0:
                break
            at = self._end_tag(tag) if source.startswith("</", tag) else self._start_tag(tag)
        if self.open:
            raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{self.open[-1][0]}\"")
        return "".join(self.out), self.spans

    def _put(self, text: str) -> None:
        self.out.append(text)
        self.length += len(text)

    def _refusal(self, reason: str, at: int) -> Refusal:
        return bad(f"can't parse entities: {reason} at byte offset {len(self.source[:at].encode())}")

    def _start_tag(self, begin: int) -> int:
        match = NAME.match(self.source, begin + 1)
        assert match  # noqa: S101 - the pattern matches the empty string
        at, name = match.end(), match[0].lower()
        if at >= len(self.source):
            raise self._refusal("Unclosed start tag", begin)
        if name not in KINDS:
            raise self._refusal(f'Unsupported start tag "{name}"', begin)
        attributes: dict[str, str] = {}
        while self.source[at : at + 1] != ">":
            found = ATTRIBUTE.match(self.source, at)
            if not found:
                if not self.source[at:].strip():
                    raise self._refusal(f'Unclosed start tag "{name}"', begin)
                if self.source[at:].lstrip().startswith(">"):
                    at = self.source.index(">", at)
                    continue
                raise self._refusal(f'Empty attribute name in the tag "{name}"', begin)
            value = next((group for group in found.groups()[1:] if group is not None), "")
            attributes[found[1].lower()] = REFERENCE.sub(_decoded, value)
            at = found.end()
            if at >= len(self.source):
                raise self._refusal(f'Unclosed start tag "{name}"', begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._refusal('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append((name, attributes, self.length))
        return at + 1

    def _end_tag(self, begin: int) -> int:
        if not self.open:
            raise self._refusal("Unexpected end tag", begin)
        match = NAME.match(self.source, begin + 2)
        assert match  # noqa: S101 - the pattern matches the empty string
        close, found = self.source.find(">", match.end()), match[0].lower()
        if close < 0 or self.source[match.end() : close].strip():
            raise self._refusal("Unclosed end tag", begin)
        name, attributes, start = self.open.pop()
        if found and found != name:
            offset = len(self.source[:begin].encode())
            reason = f'at byte offset {offset}, expected "</{name}>", found "</{found}>"'
            raise bad(f"can't parse entities: Unmatched end tag {reason}")
        self._close(name, attributes, start)
        return close + 1

    def _close(self, name: str, attributes: dict[str, str], start: int) -> None:
        if start == self.length:
            return
        kind, text = KINDS[name], "".join(self.out)[start:]
        span: Span | None = Span(kind, start, self.length, {})
        language = attributes.get("class", "").removeprefix("language-")
        if name == "a":
            span = link_span(attributes.get("href") or text, start, self.length)
        elif name == "tg-emoji":
            span = Span(kind, start, self.length, {"custom_emoji_id": attributes.get("emoji-id", "")})
        elif name == "blockquote" and "expandable" in attributes:
            span = Span("expandable_blockquote", start, self.length, {})
        elif name == "code" and self.open and self.open[-1][0] == "pre" and language:
            span = None
            self.open[-1][1]["language"] = language
        elif name == "pre" and attributes.get("language"):
            span = Span(kind, start, self.length, {"language": attributes["language"]})
        if span:
            self.spans.append(span)


def _decoded(match: re.Match[str]) -> str:
    if match[3]:
        return NAMED[match[3]]
    code = int(match[1]) if match[1] else int(match[2], 16)
    valid = 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if valid else match[0]
