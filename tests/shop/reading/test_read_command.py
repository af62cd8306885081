"""`python -m bot read`: one JSON object a line, and a broken line stops nothing."""

import json
import subprocess
import sys

from bot.read_command import read_line


def _run(text: str) -> list[dict[str, object]]:
    command = [sys.executable, "-c", "from bot.read_command import main; raise SystemExit(main())"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, timeout=20, check=True)
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_a_line_in_a_line_out() -> None:
    answers = _run(
        '{"text":"peyek 10rb"}\nbroken\n\n{"text":"25","field":"price"}\n{"text":"2 lusin","field":"stock"}\n'
    )
    assert [answer.get("price") for answer in answers] == [10_000, None, 25_000, None]
    assert "error" in answers[1]
    assert answers[3] == {"stock": 24, "unit": "pcs", "ambiguous": []}


def test_what_is_no_question_is_an_error() -> None:
    for line in (
        "[]",
        '{"text": 5}',
        '{"text": "a", "field": "colour"}',
        '{"text": "a", "field": []}',
        "\\ud800",
        "[" * 9999,
    ):
        assert set(read_line(line)) == {"error"}


def test_lone_surrogates_are_answered() -> None:
    assert _run('{"text":"a\\ud800 10rb"}\n')[0]["price"] == 10_000
