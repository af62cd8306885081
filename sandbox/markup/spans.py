"""A stretch of a text with a meaning, counted in code points until it leaves as an entity in UTF-16 units."""

from typing import Any, NamedTuple

from sandbox.errors import bad

FLAT = {"bold", "italic", "underline", "strikethrough", "spoiler", "code", "blockquote", "expandable_blockquote"}
FOUND = {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"}
WITH = {"pre": "language", "text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id"}


class Span(NamedTuple):
    """Text[start:end] is of a kind; `extra` is the entity's own fields."""

    kind: str
    start: int
    end: int
    extra: dict[str, Any]

    def moved(self, by: int) -> "Span":
        """The same, so many code points further."""
        return self._replace(start=self.start + by, end=self.end + by)

    def within(self, start: int, end: int) -> "Span":
        """The part inside [start, end)."""
        return self._replace(start=max(self.start, start), end=min(self.end, end))


def utf16_length(text: str) -> int:
    """How many UTF-16 code units a text has."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def to_entities(text: str, spans: list[Span]) -> list[dict[str, Any]]:
    """Spans as MessageEntity objects, outer ones first; adjacent ones of one kind become one."""
    entities: list[dict[str, Any]] = []
    wide = any(letter > "\uffff" for letter in text)
    for span in sorted(spans, key=lambda each: (each.start, -each.end)):
        if span.start >= span.end:
            continue
        offset = utf16_length(text[: span.start]) if wide else span.start
        length = utf16_length(text[span.start : span.end]) if wide else span.end - span.start
        last = next((entity for entity in reversed(entities) if entity["type"] == span.kind), None)
        if span.kind in FLAT and last and last["offset"] + last["length"] >= offset:
            last["length"] = max(last["length"], offset + length - last["offset"])
        else:
            entities.append({"type": span.kind, "offset": offset, "length": length, **span.extra})
    return entities


def spans_from(text: str, entities: Any) -> list[Span]:
    """Entities that a bot gives; raises a refusal for what is no entity, drops what lies outside of the text."""
    if entities is None:
        return []
    if not isinstance(entities, list):
        raise bad("expected an Array of MessageEntity")
    at = _code_points(text)
    spans = []
    for entity in entities:
        kind = _checked(entity)
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if kind in FOUND or start not in at or end not in at or end <= start:
            continue  # found by itself again, or cut through a letter
        extra = {WITH[kind]: entity[WITH[kind]]} if kind in WITH and WITH[kind] in entity else {}
        spans.append(Span(kind, at[start], at[end], extra))
    return spans


def _checked(entity: Any) -> str:
    if not isinstance(entity, dict):
        raise bad("can't parse MessageEntity: expected an Object")
    for field, kind in (("type", str), ("offset", int), ("length", int)):
        if field not in entity:
            raise bad(f"can't parse MessageEntity: Can't find field \"{field}\"")
        if not isinstance(entity[field], kind):
            wanted = "String" if kind is str else "Number"
            raise bad(f'can\'t parse MessageEntity: Field "{field}" must be of type {wanted}')
    kind_name: str = entity["type"]
    if kind_name not in FLAT | FOUND | WITH.keys():
        raise bad("can't parse MessageEntity: unsupported type specified")
    return kind_name


def _code_points(text: str) -> dict[int, int]:
    """UTF-16 offset -> code point index, for every place between two letters."""
    at, offset = {0: 0}, 0
    for index, letter in enumerate(text, 1):
        offset += 2 if letter > "\uffff" else 1
        at[offset] = index
    return at
