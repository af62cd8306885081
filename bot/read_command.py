"""`python -m bot read`: one JSON object a line in, one reading a line out; for trying and judging the reader."""

import json
import sys
from collections.abc import Callable
from typing import Any

from shop.reading import read_caption, read_order, read_price, read_stock, to_json

READERS: dict[str, Callable[[str], Any]] = {"price": read_price, "stock": read_stock, "order": read_order}


def read_line(line: str) -> dict[str, Any]:
    """The reading of `{"text": …, "field": "price"|"stock"|"order"}`, or `{"error": …}` for a broken line."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as problem:
        return {"error": f"not JSON: {problem}"}
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        return {"error": 'expected an object with a "text" string'}
    field = asked.get("field")
    if field in (None, "listing", "caption"):
        return to_json(read_caption(asked["text"]))
    if not isinstance(field, str) or field not in READERS:
        return {"error": f"unknown field: {field!r}; expected price, stock or order"}
    return to_json(READERS[field](asked["text"]))


def main() -> int:
    """Read standard input to its end; a blank line is skipped, a broken one answered and passed."""
    for raw in sys.stdin.buffer:
        line = raw.decode("utf-8", errors="replace").strip().removeprefix("\ufeff")
        if line:
            answer = json.dumps(read_line(line), ensure_ascii=False)
            sys.stdout.buffer.write(answer.encode("utf-8", errors="replace") + b"\n")
            sys.stdout.buffer.flush()
    return 0
