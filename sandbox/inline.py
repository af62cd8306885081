"""Inline mode: what a bot may offer, and what becomes of the result that a person chooses."""

from typing import Any

from sandbox import markup
from sandbox.errors import Refusal, bad
from sandbox.keyboards import check_data, checked_markup, is_inline
from sandbox.world import Bot, World

RESULTS_MAX = 50
ID_MAX_BYTES = 64
Json = dict[str, Any]


def checked_results(results: Any) -> list[Json]:
    """answerInlineQuery's results; raises Telegram's refusals."""
    if not isinstance(results, list):
        raise bad("expected an Array of inline query results")
    if len(results) > RESULTS_MAX:
        raise bad("too many inline query results specified")
    seen: set[str] = set()
    for result in results:
        if not isinstance(result, dict):
            raise bad("can't parse inline query result: expected an Object")
        for field in ("type", "id"):
            if not isinstance(result.get(field), str):
                raise bad(f"can't parse inline query result: Can't find field \"{field}\"")
        if not 1 <= len(result["id"].encode()) <= ID_MAX_BYTES:
            raise bad("RESULT_ID_INVALID")
        if result["id"] in seen:
            raise bad("RESULT_ID_DUPLICATE")
        seen.add(result["id"])
        if result["type"] == "article" and not result.get("title"):
            raise bad("can't parse inline query result: Can't find field \"title\"")
        if result.get("reply_markup") is not None:
            check_data(checked_markup(result["reply_markup"]))
        _content_checked(result)
    return results


def chosen_content(world: World, bot: Bot, result: Json) -> tuple[Json, Json | None]:
    """The message that a chosen result becomes, and its keyboard. Raises 501 for kinds that are not here."""
    keyboard = checked_markup(result["reply_markup"]) if result.get("reply_markup") is not None else None
    content = result.get("input_message_content")
    if content is None and "photo_file_id" in result:
        number = world.files.number_of(bot.id, result["photo_file_id"], "photo")
        caption = markup.formatted(
            str(result.get("caption") or ""),
            str(result.get("parse_mode") or ""),
            result.get("caption_entities"),
            required=False,
        )
        fields = {"photo": world.files.photo(bot.id, number), **caption.fields(caption=True)}
    elif isinstance(content, dict) and "message_text" in content:
        fields = _text(content).fields()
    else:
        raise Refusal(501, f"Not Implemented: inline results of type {result['type']} are not in the sandbox")
    return {**fields, "via_bot": bot.user(), **({"reply_markup": keyboard} if is_inline(keyboard) else {})}, keyboard


def _content_checked(result: Json) -> None:
    content = result.get("input_message_content")
    if isinstance(content, dict) and "message_text" in content:
        _text(content)
    elif result["type"] == "article" and content is None:
        raise bad("can't parse inline query result: Can't find field \"input_message_content\"")


def _text(content: Json) -> markup.Formatted:
    mode = str(content.get("parse_mode") or "")
    return markup.formatted(str(content["message_text"]), mode, content.get("entities"), required=True)
