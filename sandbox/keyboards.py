"""reply_markup: read it as strictly as Telegram does, and keep what Telegram would give back."""

from typing import Any

import orjson

from sandbox.errors import bad
from sandbox.requests import Args

DATA_MAX_BYTES = 64
MARKUP_MAX_BYTES = 10_240
INLINE_MAX, REPLY_MAX = 100, 300
TEXT_FIELDS = ("url", "callback_data", "switch_inline_query", "switch_inline_query_current_chat")
OBJECT_FIELDS = ("switch_inline_query_chosen_chat", "login_url", "web_app", "copy_text", "callback_game")
EMPTY_IS_ABSENT = {"url", "callback_data"}
PRIVATE_ONLY = {
    "request_contact": "phone number can be requested in private chats only",
    "request_location": "location can be requested in private chats only",
    "web_app": "web App buttons can be used in private chats only",
}


def read_markup(args: Args) -> dict[str, Any] | None:
    """The request's reply_markup, checked for its shape; None when there is none."""
    markup = args.json("reply_markup", "reply keyboard markup")
    return checked_markup(markup) if args.values.get("reply_markup") else None


def checked_markup(markup: Any) -> dict[str, Any] | None:
    """A reply_markup object, checked for its shape; an empty inline keyboard is none."""
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        rows = [[_inline_button(button) for button in row] for row in _rows(markup, "inline_keyboard")]
        rows = [row for row in rows if row]
        return {"inline_keyboard": rows} if rows else None
    if "keyboard" in markup:
        rows = [[_reply_button(button) for button in row] for row in _rows(markup, "keyboard")]
        return {**markup, "keyboard": [row for row in rows if row]}
    if markup.get("remove_keyboard") is True or markup.get("force_reply") is True:
        return markup
    return None


def is_inline(markup: dict[str, Any] | None) -> bool:
    """Whether it sits under the message."""
    return markup is not None and "inline_keyboard" in markup


def check_size(markup: dict[str, Any] | None) -> None:
    """Raise a refusal for a keyboard that is too big as a whole."""
    if markup is None:
        return
    rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
    most = INLINE_MAX if is_inline(markup) else REPLY_MAX
    if sum(map(len, rows)) > most or len(orjson.dumps(markup)) > MARKUP_MAX_BYTES:
        raise bad("reply markup is too long")


def check_data(markup: dict[str, Any] | None) -> None:
    """What only Telegram's servers refuse: data of over 64 bytes, an address that is none."""
    for row in (markup or {}).get("inline_keyboard", []):
        for button in row:
            if len(button.get("callback_data", "").encode()) > DATA_MAX_BYTES:
                raise bad("BUTTON_DATA_INVALID")
            url = button.get("url", "")
            if url and (("." not in url and "://" not in url) or " " in url):
                raise bad("BUTTON_URL_INVALID")


def check_private(markup: dict[str, Any] | None) -> None:
    """Raise a refusal for buttons that a group may not have."""
    for row in (markup or {}).get("keyboard", []):
        for button in row:
            for field, reason in PRIVATE_ONLY.items():
                if button.get(field):
                    raise bad(reason)


def _rows(markup: dict[str, Any], field: str) -> list[list[Any]]:
    rows = markup[field]
    kind = "InlineKeyboardMarkup" if field == "inline_keyboard" else "ReplyKeyboardMarkup"
    if not isinstance(rows, list):
        raise bad(f'field "{field}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad(f'field "{field}" of the {kind} must be an Array of Arrays')
    return rows


def _inline_button(button: Any) -> dict[str, Any]:
    prefix = "can't parse inline keyboard button"
    if not isinstance(button, dict):
        raise bad(f"{prefix}: expected an Object")
    if "text" not in button:
        raise bad(f'{prefix}: Can\'t find field "text"')
    for field in ("text", *TEXT_FIELDS):
        if field in button and not isinstance(button[field], str):
            raise bad(f'{prefix}: Field "{field}" must be of type String')
    if not button["text"].strip():
        raise bad("inline keyboard button text must be non-empty")
    for field in (*TEXT_FIELDS, *OBJECT_FIELDS, "pay"):
        value = button.get(field)
        if value is None or (value == "" and field in EMPTY_IS_ABSENT) or (field == "pay" and not value):
            continue
        kept = {name: button[name] for name in ("text", "icon_custom_emoji_id", "style") if name in button}
        if field == "login_url":
            return {**kept, "url": value.get("url", "")}
        return {**kept, field: value}
    raise bad(f"{prefix}: Text buttons are unallowed in the inline keyboard")


def _reply_button(button: Any) -> dict[str, Any]:
    if isinstance(button, str):
        return {"text": button}
    if not isinstance(button, dict):
        raise bad("can't parse keyboard button: expected an Object")
    if not isinstance(button.get("text"), str):
        raise bad("can't parse keyboard button: Can't find field \"text\"")
    if button.get("request_phone_number"):
        button = {**button, "request_contact": True}
    return dict(button)
