"""`python -m bot photo` and `python -m bot card`."""

import json
from pathlib import Path

import pytest

from bot.photo_command import card_main, photo_main
from tests.shop.photos import builders as make


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    found = tmp_path / "in.jpg"
    found.write_bytes(make.encoded(make.scene(900, 600)))
    return found


def test_photo_writes_the_photo_and_reports(photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = photo.with_name("out.jpg")
    assert photo_main([str(photo), str(out)]) == 0
    report = json.loads(capsys.readouterr().out)
    assert list(report) == ["crop", "measures", "tip", "size", "bytes", "ms"]
    assert report["crop"] == [0, 0, 900, 600]
    assert report["size"] == list(make.opened(out.read_bytes()).size)
    assert report["bytes"] == out.stat().st_size


def test_a_refused_photo_is_told_by_its_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "in.jpg"
    wrong.write_bytes(b"%PDF-1.7")
    assert photo_main([str(wrong), str(tmp_path / "out.jpg")]) == 1
    assert json.loads(capsys.readouterr().out) == {"error": "photo-not-image"}
    assert not (tmp_path / "out.jpg").exists()


@pytest.mark.parametrize(("shape", "size"), [("status", (1080, 1920)), ("square", (1080, 1080))])
def test_card_makes_a_card(photo: Path, shape: str, size: tuple[int, int]) -> None:
    out = photo.with_name("card.jpg")
    words = ["--name", "Kopi", "--price", "Rp5.000", "--stall", "Bu Sari", "--link", "https://t.me/x"]
    assert card_main([str(photo), str(out), *words, "--shape", shape]) == 0
    assert make.opened(out.read_bytes()).size == size


def test_a_file_that_is_not_there_ends_the_command(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"nowhere\.jpg"):
        photo_main([str(tmp_path / "nowhere.jpg"), str(tmp_path / "out.jpg")])
