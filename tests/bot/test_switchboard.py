"""Which handler answers an update."""

import threading
from typing import Any

import pytest
from aiogram import F, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.types import Update

from bot.switchboard import Switchboard
from handlers.states import Ordering
from tests.forged.harness import message, tap
from tests.forged.people import BUDI, SARI


class Fruit(CallbackData, prefix="f"):
    """A button of one kind."""

    name: str


class Root(CallbackData, prefix="r"):
    """And one of another."""

    name: str


class Answers:
    """Handlers that note that they were called."""

    def __init__(self) -> None:
        self.called: list[str] = []
        self.first, self.second = Router(), Router()
        self.board: Switchboard | None = None

    def note(self, name: str) -> Any:
        """A handler of this name."""

        async def noted(_: object) -> None:
            self.called.append(name)

        return noted

    async def hear(self, forged: dict[str, Any], **facts: Any) -> list[str]:
        """Who answers it."""
        self.board = self.board or Switchboard([self.first, self.second])
        self.called.clear()
        await self.board.answer(Update.model_validate({"update_id": 1} | forged), raw_state=None, **facts)
        return list(self.called)


@pytest.fixture
def answers() -> Answers:
    return Answers()


async def test_a_message_is_answered_by_the_first_that_fits(answers: Answers) -> None:
    answers.first.message.register(answers.note("kripik"), F.text == "kripik")
    answers.second.message.register(answers.note("anything"))
    answers.second.message.register(answers.note("too late"), F.text == "tahu")
    assert await answers.hear(message(BUDI, text="kripik")) == ["kripik"]
    assert await answers.hear(message(BUDI, text="tahu")) == ["anything"]


async def test_an_open_question_is_asked_for_by_its_state(answers: Answers) -> None:
    answers.first.message.register(answers.note("how many"), Ordering.count)
    board = Switchboard([answers.first])
    for state in ("Ordering:count", "Ordering:address", None):
        await board.answer(Update.model_validate({"update_id": 1} | message(BUDI, text="2")), raw_state=state)
    assert answers.called == ["how many"]


async def test_a_command_and_words_are_each_answered_by_the_first_that_fits(answers: Answers) -> None:
    answers.first.message.register(answers.note("help"), Command("help"))
    answers.first.message.register(answers.note("how many"), Ordering.count)
    answers.second.message.register(answers.note("anything"))
    for words, who in (("/help", "help"), ("help", "anything"), ("/what", "anything"), ("/help", "help")):
        assert await answers.hear(message(BUDI, text=words), bot=None) == [who]


async def test_a_tap_goes_to_its_kind_and_what_is_for_no_kind_keeps_its_place(answers: Answers) -> None:
    answers.first.callback_query.register(answers.note("mango"), Fruit.filter(F.name == "mango"))
    answers.first.callback_query.register(answers.note("of Sari's"), F.from_user.id == SARI)
    answers.second.callback_query.register(answers.note("fruit"), Fruit.filter())
    answers.second.callback_query.register(answers.note("stale"))
    assert await answers.hear(tap(SARI, Fruit(name="mango"))) == ["mango"]
    assert await answers.hear(tap(SARI, Fruit(name="pisang"))) == ["of Sari's"]
    assert await answers.hear(tap(BUDI, Fruit(name="pisang"))) == ["fruit"]
    assert await answers.hear(tap(BUDI, Root(name="ubi"))) == ["stale"]
    assert await answers.hear(tap(BUDI, "nobody knows this")) == ["stale"]


async def test_what_nobody_listens_to_is_left(answers: Answers) -> None:
    answers.first.message.register(answers.note("kripik"), F.text == "kripik")
    assert await answers.hear(message(BUDI, text="tahu")) == []
    assert await answers.hear(tap(BUDI, Fruit(name="mango"))) == []
    assert await answers.hear({}) == []


async def test_a_handler_is_given_what_it_names_and_what_its_filters_found(answers: Answers) -> None:
    heard: dict[str, Any] = {}

    async def handler(_: object, turn: str, callback_data: Fruit) -> None:
        heard.update(turn=turn, fruit=callback_data.name)

    answers.first.callback_query.register(handler, Fruit.filter())
    await answers.hear(tap(BUDI, Fruit(name="mango")), turn="Pak Budi's", more="that nobody asks for")
    assert heard == {"turn": "Pak Budi's", "fruit": "mango"}


async def test_filters_are_asked_where_the_turn_runs(answers: Answers) -> None:
    """A way to a thread and back costs a hundred times as much as the look, and a word passes fifty filters."""
    threads = []

    def look(_: object) -> bool:
        threads.append(threading.get_ident())
        return True

    answers.first.message.register(answers.note("looked at"), look)
    assert await answers.hear(message(BUDI, text="2")) == ["looked at"]
    assert threads == [threading.get_ident()]
