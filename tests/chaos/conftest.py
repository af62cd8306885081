"""Grounds for short storms: one sandbox with a journal and one warm forker for all of them."""

import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.chaos.ground import DATABASES, Ground, ground
from tests.support.processes import Forker
from tests.support.sandbox import Sandbox

OpenGround = Callable[..., Ground]


@pytest.fixture(scope="session")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the sandbox writes what it was asked."""
    return tmp_path_factory.mktemp("chaos") / "journal.jsonl"


@pytest.fixture(scope="session")
def witness(journal: Path) -> Iterator[Sandbox]:
    """A sandbox that keeps a journal."""
    running = Sandbox.start(journal=journal)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def warm_forker() -> Iterator[Forker]:
    """What starts bots in moments."""
    running = Forker().warm("tests.chaos.warmth")
    yield running
    running.stop()


@pytest.fixture
def open_ground(witness: Sandbox, journal: Path, warm_forker: Forker, tmp_path: Path) -> Iterator[OpenGround]:
    """Makes a ground on the database of this kind."""
    with ExitStack() as stack:

        def open_one(kind: str, processes: int = 1, seed: int = 1) -> Ground:
            chance, folder = random.Random(seed), tmp_path / str(seed)
            return stack.enter_context(ground(kind, folder, warm_forker, chance, witness, journal, processes))

        yield open_one


@pytest.fixture(params=DATABASES)
def here(request: pytest.FixtureRequest, open_ground: OpenGround) -> Ground:
    """A ground on SQLite, and one on PostgreSQL."""
    return open_ground(str(request.param))
