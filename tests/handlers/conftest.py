"""Whatever a conversation is about: all that was said in it had a next step, and afterwards the books balance."""

from collections.abc import AsyncIterator

import pytest

from tests.support.cast import Town
from tests.support.manners import unkind_words
from tests.support.market import what_is_wrong
from tests.support.scenes import lapak


@pytest.fixture(autouse=True)
async def manners(town: Town) -> AsyncIterator[None]:
    """After each test: a button under everything, no row too wide, nothing that nobody should read, no piece lost."""
    yield
    assert await unkind_words(town) == []
    assert await lapak(town).database.read(what_is_wrong) == []
