"""Everybody tries everything on everything of everybody's, and only what the table says comes of it."""

import os
from random import Random

import pytest
from aiogram.fsm.state import StatesGroup

from handlers import states
from models.orders import Order
from shop.listings import StoredPhoto
from tests.forged import doors
from tests.forged.harness import Lab, message
from tests.forged.people import GROUP, SARI, TONO
from tests.forged.seed import SEED
from tests.forged.trying import Judge, cells_in_group, cells_of_buttons, cells_of_messages
from tests.forged.who_may_what import BUTTONS, COMMANDS, MESSAGES, OTHERS, May
from tests.forged.world import build

THOROUGH = os.environ.get("LAPAK_CELLS") == "all"


def some() -> Random | None:
    """Which cells are tried: all of them, or some that the seed draws."""
    return None if THOROUGH else Random(SEED)


def buttons(most: int) -> dict[str, May]:
    """Which buttons are pressed: all of them, or some that the seed draws."""
    names = list(BUTTONS) if THOROUGH else Random(SEED).sample(list(BUTTONS), most)
    return {name: BUTTONS[name] for name in names}


@pytest.fixture
async def judge(lab: Lab) -> Judge:
    """Somebody who tries cells in a world with one of everything."""
    photo: StoredPhoto = await lab.parts.shelf.take_in(lab.bot, "sent", None)
    return Judge(lab, lab.database.write_now(build, photo))


def test_whoever_adds_a_way_in_says_who_may() -> None:
    assert set(doors.buttons()) == set(BUTTONS)
    assert doors.commands() == COMMANDS
    assert set(doors.questions()) == set(MESSAGES)
    assert doors.others() == set(OTHERS)


@pytest.mark.usefixtures("lab")
def test_every_question_is_found_in_a_bot_that_runs() -> None:
    groups = [group for group in vars(states).values() if isinstance(group, type) and issubclass(group, StatesGroup)]
    known = {str(name) for group in groups for name in group.__all_states_names__}
    asked = {question for answered in doors.questions().values() for question in answered}
    assert asked == known - {str(states.Unclear.photo.state)}  # which a button answers


@pytest.mark.timeout(1200 if THOROUGH else 120)
async def test_every_button_on_every_object_by_everybody(judge: Judge) -> None:
    await judge.tries_all(cells_of_buttons(judge.world, buttons(70), some=some()))
    judge.says_all_is_well()
    if THOROUGH:
        assert {handler for _, handler in doors.buttons().values()} <= judge.ran


@pytest.mark.timeout(1800 if THOROUGH else 120)
async def test_every_question_answered_and_every_command_given_by_everybody(judge: Judge) -> None:
    await judge.tries_all(cells_of_messages(judge.world, some()))
    judge.says_all_is_well()
    if THOROUGH:
        assert {name for name, may in MESSAGES.items() if may.change} <= judge.seen_to_change


@pytest.mark.timeout(120)
async def test_nothing_comes_of_anything_in_a_group(judge: Judge) -> None:
    await judge.tries_all(cells_in_group(judge.world, buttons(20), Random(SEED)))
    judge.says_all_is_well()


async def test_who_only_talks_in_a_group_is_not_written_down(lab: Lab) -> None:
    await lab.hears(message(SARI, group=GROUP, text="/start"), message(TONO, group=GROUP, text="Halo ibu-ibu"))
    assert lab.raw.execute("SELECT count(*) FROM person").fetchone() == (0,)
    assert [said.chat_id for said in lab.telegram.said] == [GROUP]


async def test_an_operation_that_forgets_the_owner_is_found(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: if an order were loaded by its id alone, cells would be wrong."""
    for module in ("orders", "moving"):
        by_id_alone = f"shop.{module}.order_of_seller"
        monkeypatch.setattr(by_id_alone, lambda session, _, order_id: session.get(Order, order_id))
    table = {name: BUTTONS[name] for name in ("o:accept", "o:show")}
    await judge.tries_all(cell for cell in cells_of_buttons(judge.world, table) if cell.state == "placed")
    faults = {(cell.role, cell.what) for cell in judge.wrong}
    assert ("other seller", "o:accept") in faults
    assert ("stranger", "o:show") in faults
