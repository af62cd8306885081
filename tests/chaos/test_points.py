"""The list of points where the bot dies: each seam is there, and docs/chaos.md tells of each."""

from pathlib import Path

import pytest

from tests.chaos.controls import CONTROLS
from tests.chaos.points import POINTS, place_of

TOLD = (Path(__file__).parents[2] / "docs" / "chaos.md").read_text()


@pytest.mark.parametrize("name", POINTS)
def test_every_point_is_a_seam_of_the_bot_and_told_of(name: str) -> None:
    place_of(POINTS[name].seam)
    assert f"| {name} |" in TOLD


@pytest.mark.parametrize("name", CONTROLS)
def test_every_control_is_told_of_and_has_points_that_there_are(name: str) -> None:
    assert f"| {name} |" in TOLD
    assert set(CONTROLS[name].points) <= set(POINTS)


def test_a_seam_that_is_gone_is_noticed() -> None:
    with pytest.raises(AttributeError):
        place_of("bot.turns:Turn.no_such_thing")
