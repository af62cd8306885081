"""The map of the house in docs/design.md tells of every module; those of models/ are called after their tables."""

import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
MAP = (HOUSE / "docs" / "design.md").read_text().partition("## 1. Rooms")[2].partition("## 2.")[0]


def told_of(room: str) -> set[str]:
    """What the map names in a room: `rules.py`, wherever it stands; in the left column just `selling` will do."""
    lines = re.split(r"\n    \w+/ ", MAP.partition(f"\n    {room}/ ")[2])[0]
    left = " ".join(re.findall(r"^ {6}(\S.*?)(?:  |$)", lines, re.MULTILINE))
    return {*re.findall(r"(\w+)\.py", lines), *left.split()}


@pytest.mark.parametrize("room", ["bot", "handlers", "shop"])
def test_every_module_is_on_the_map(room: str) -> None:
    modules = {path.stem for path in (HOUSE / room).glob("*.py") if path.read_text()}
    assert modules - told_of(room) == set()
