"""How a person's own data looks: the file with all of it, the question before it is forgotten, the farewell."""

import json
from datetime import datetime
from typing import Any

from handlers.cards.card import Button, Card, rows
from handlers.taps import Go
from locales import Words
from shop.forgetting import Leaving
from shop.mydata import Rows

FILE_NAME = "data-lapak.json"


def data_card(words: Words) -> Card:
    """What stands beside the file."""
    return Card(words("my-data"), rows([Button(words("button-home"), Go(to="home"))]))


def data_file(data: dict[str, Rows], words: Words, now: datetime) -> bytes:
    """Everything, as JSON that a person can read as well: headings and names in their language."""
    told: dict[str, Any] = {words("data-about"): words("data-note"), words("data-made-at"): now.isoformat()}
    for heading, found in data.items():
        told[words(f"data-{heading}")] = [_row(row, words) for row in found]
    return json.dumps(told, ensure_ascii=False, indent=2, default=str).encode()


def _row(row: dict[str, Any], words: Words) -> dict[str, Any]:
    return {_name(column, words): _value(column, value) for column, value in row.items()}


def _name(column: str, words: Words) -> str:
    """A column as a person would call it."""
    return words(f"data-{column.replace('_', '-')}-is")


def _value(column: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if column == "body":
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def forget_card(leaving: Leaving, words: Words) -> Card:
    """What goes and what stays, and the question."""
    lines = [words("forget-ask")]
    if leaving.bought:
        lines += ["", words("forget-bought", count=leaving.bought)]
    if leaving.sold:
        lines += ["", words("forget-sold", count=leaving.sold)]
    lines += ["", words("forget-sure")]
    yes, no = Button(words("button-forget"), Go(to="forget")), Button(words("button-no"), Go(to="home"))
    copy = Button(words("button-my-data"), Go(to="mydata"))
    return Card("\n".join(lines), rows([yes], [copy], [no]))


def forgotten_card(words: Words) -> Card:
    """Farewell."""
    return Card(words("forgotten"), rows([Button(words("button-start-anew"), Go(to="home"))]))
