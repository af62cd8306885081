"""Formatted text: parse modes, given entities, what is found by itself, and trimming. Offsets are UTF-16 units."""

from typing import Any, NamedTuple

from sandbox.errors import bad
from sandbox.markup.autolinks import find
from sandbox.markup.html import parse_html
from sandbox.markup.markdown import parse_markdown, parse_markdown_v1
from sandbox.markup.spans import Span, spans_from, to_entities
from sandbox.requests import Args

RAW_MAX_BYTES = 32768
ENTITIES_MAX = 100


class Formatted(NamedTuple):
    """A text and its entities as Telegram gives them."""

    text: str
    entities: list[dict[str, Any]]

    def fields(self, caption: bool = False) -> dict[str, Any]:
        """The fields of a Message; empty ones are omitted."""
        names = ("caption", "caption_entities") if caption else ("text", "entities")
        return {name: value for name, value in zip(names, self, strict=True) if value}


def formatted(raw: str, parse_mode: str, entities: Any, *, required: bool) -> Formatted:
    """Read a text as a bot sends it. Raises the Bot API's refusals; empty text only passes unless `required`."""
    if required and not raw:
        raise bad("message text is empty")
    try:
        size = len(raw.encode())
    except UnicodeEncodeError:  # a lone surrogate; Telegram refuses such text as well
        raise bad("strings must be encoded in UTF-8") from None
    if size > RAW_MAX_BYTES:
        raise bad("text is too long")
    mode = parse_mode.lower()
    if mode in ("", "none"):
        text, spans = raw, spans_from(raw, entities)
    elif mode == "html":
        text, spans = parse_html(raw)
    elif mode == "markdownv2":
        text, spans = parse_markdown(raw)
    elif mode == "markdown":
        text, spans = parse_markdown_v1(raw)
    else:
        raise bad("unsupported parse_mode")
    result = finish(text, spans)
    if required and not result.text:
        raise bad("text must be non-empty")
    return result


def plain(text: str) -> Formatted:
    """What a person types: no markup, but commands, links and the like are found."""
    return finish(text, [])


def finish(text: str, spans: list[Span]) -> Formatted:
    """Find what is found by itself, trim, and count in UTF-16."""
    text = text.replace("\r", "").replace("\0", " ")
    spans = spans + find(text, spans)
    start = len(text) - len(text.lstrip())
    trimmed = text.strip()
    end = start + len(trimmed)
    inside = [
        span.within(start, end).moved(-start) for span in spans if span.within(start, end).start < min(span.end, end)
    ]
    return Formatted(trimmed, to_entities(trimmed, inside)[:ENTITIES_MAX])


def from_args(args: Args, field: str, entities_field: str, *, required: bool) -> Formatted:
    """The text (or caption) of a request."""
    entities = args.json(entities_field, "entities")
    return formatted(args.values.get(field, ""), args.text("parse_mode"), entities, required=required)
