"""Answers to taps and inline queries: once each, and in time."""

from typing import Any

from sandbox.calls import Call
from sandbox.errors import bad
from sandbox.inline import checked_results

TEXT_MAX = 200
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


async def answer_callback_query(call: Call) -> bool:
    """answerCallbackQuery"""
    args = call.args
    text = args.text("text")
    if len(text) > TEXT_MAX:
        raise bad("MESSAGE_TOO_LONG")
    answer: dict[str, Any] = {"text": text} if text else {}
    if args.flag("show_alert"):
        answer["show_alert"] = True
    if args.text("url"):
        answer["url"] = args.text("url")
    _answer(call, args.text("callback_query_id"), answer)
    return True


async def answer_inline_query(call: Call) -> bool:
    """answerInlineQuery"""
    call.required("results")
    results = call.args.json("results", "inline query results")
    checked = checked_results(results)
    answer = {"results": checked, "next_offset": call.args.text("next_offset")}
    _answer(call, call.args.text("inline_query_id"), answer)
    return True


def _answer(call: Call, query_id: str, answer: dict[str, Any]) -> None:
    query = call.bot.queries.pop(query_id, None)
    if query is None or query.done():
        raise bad(TOO_OLD)
    query.set_result(answer)
