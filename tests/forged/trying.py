"""One cell of the matrix: a person does something to an object, and what came of it is held against the table."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import cycle, groupby
from itertools import product as product_of
from random import Random
from typing import Any

from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters.callback_data import CallbackData
from sqlmodel import Session

from handlers.taps import OrderTap, StockTap
from models.conversations import write_conversation
from tests.forged import doors
from tests.forged.effects import Change, Owners, all_rows, changed, leaks
from tests.forged.harness import Lab, Said, message, tap, told
from tests.forged.people import GROUP, ROLES
from tests.forged.seed import SEED
from tests.forged.who_may_what import MESSAGES, May, looks
from tests.forged.world import World, code
from tests.support.cast import Json

# What a button carries besides the id of its object. A new field of another type needs a line here.
FIELDS: dict[str, Any] = {
    "amount": 5,
    "version": 1,
    "quantity": 1,
    "variant": 1,
    "number": 1,
    "place": 0,
    "page": 0,
    "muted": True,
}
SIZE = {"file_id": "sent", "file_unique_id": "u", "width": 320, "height": 240, "file_size": 9_000}
STICKER = {"file_id": "s", "file_unique_id": "u", "type": "regular", "width": 9, "height": 9}
LEFT_OUT = 250
# Who may change something by answering is tried alone.
DOERS = ("seller", "buyer")
# Who stands for those who were forgotten.
NOBODY = -1
SWAPPED = {"seller": "other seller", "other seller": "seller"}
REPLIED_TO: tuple[tuple[str, Callable[[int], CallbackData]], ...] = (
    ("order", lambda number: OrderTap(do="show", order_id=number)),
    ("order", lambda number: OrderTap(do="write", order_id=number)),
    ("order", lambda number: OrderTap(do="accept", order_id=number)),
    ("product", lambda number: StockTap(do="add", product_id=number, amount=5)),
)
ANSWERS: tuple[Json, ...] = (
    {"text": "15000"},
    {"text": "2"},
    {"text": "siap kak"},
    {"text": "merah 5, biru 3"},
    {"text": "tanpa bukti"},
    {"text": "libur sampai Jumat"},
    {"text": "Jl. Melati, merah"},
    {"photo": [SIZE]},
    {"sticker": STICKER | {"is_animated": False, "is_video": False}},
)


@dataclass
class Cell:
    """What somebody tries, on what, and what was wrong with what came of it."""

    who: int
    what: str
    state: str
    update: Json
    talk: tuple[str | None, Json]
    may: May | None = None
    number: int = 0
    handler: str = ""
    changes: list[Change] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    is_tonos: bool = False

    @property
    def role(self) -> str:
        """What they are, to the stall whose object it is."""
        role = ROLES[self.who]
        return SWAPPED.get(role, role) if self.is_tonos else role

    def __str__(self) -> str:
        return f"{self.role}: {self.what} ({self.state}) → {self.handler}: {'; '.join(self.faults)}"


def cells_of_buttons(
    world: World, table: dict[str, May], group: int | None = None, some: Random | None = None
) -> Iterator[Cell]:
    """Every button of the table, on every object, pressed by everybody.

    `some`: only on one object that it draws, every other time on one on which something comes of it.
    """
    for name, may in table.items():
        objects = list(_objects(doors.buttons()[name][0], may, world))
        if some is not None:
            fitting = [one for one in objects if one[1] in may.states]
            objects = [some.choice(fitting if fitting and some.random() < 0.5 else objects)]
        for _, state, number in objects:
            pressed = press(name, may, number, world.moves.get(number, 0), code(state))
            talk = may.talk | ({"wanted": [_wanted(number)]} if "wanted" in may.talk else {})
            for who in ROLES:
                update = tap(who, pressed, group=group)
                yield Cell(who, name, state, update, (None, talk), may, number, is_tonos=state in world.tonos)


def press(name: str, may: May, number: int, move: int = 0, invitation: str = "") -> CallbackData:
    """What this button carries if it is about the object of this number."""
    button, _ = doors.buttons()[name]
    known = button.kind.model_fields
    fields = {each: FIELDS[each] for each in known if each in FIELDS} | dict(button.letters) | may.fields
    fields |= {each: number for each in known if each == "about" or each.endswith("_id")}
    fields |= {"amount": move} if name == "s:undo" else {}
    fields |= {"code": invitation} if "code" in known else {}
    return button.kind(**fields)


def _objects(button: doors.Button, may: May, world: World) -> Iterator[tuple[str, str, int]]:
    ids = [name.removesuffix("_id") for name in button.kind.model_fields if name.endswith("_id")]
    kinds = [may.of] if may.of else ids or (["product"] if "wanted" in may.talk else [])
    kinds = ["contact"] if "code" in button.kind.model_fields else kinds
    for kind in kinds:
        for state, number in world.of(kind).items():
            yield kind, state, number
    if not kinds:
        yield "", "", 0


def cells_of_messages(world: World, some: Random | None = None) -> Iterator[Cell]:
    """Every question, about every object, answered in several ways by everybody; every command; replies.

    `some`: only what it draws of them, one in LEFT_OUT.
    """
    for what, state, content, talk, replies_to in _messages(world):
        if some is None or some.randrange(LEFT_OUT) == 0:
            for who in ROLES:
                card = tap(who, replies_to)["callback_query"]["message"] if replies_to else None
                update = message(who, **content | ({"reply_to_message": card} if card else {}))
                yield Cell(who, what, state, update, talk, is_tonos=state in world.tonos)


def _messages(world: World) -> Iterator[tuple[str, str, Json, tuple[str | None, Json], CallbackData | None]]:
    """What is said: how it is called, about an object in which state, its content, what was said before, to what."""
    states = sorted({state for states in doors.questions().values() for state in states})
    saris = [(state, number) for state, number in world.of("product").items() if state not in world.tonos]
    pairs = list(zip(cycle(saris), world.of("order").items(), strict=False))
    for question, (one, other), content in product_of([None, *states], pairs, ANSWERS):
        talk = (question, _said_before(question, one[1], other[1]))
        what = f"{next(iter(content.items()))} while {question}"
        yield what, f"{one[0]}, {other[0]}", content, talk, None
    for text in (*doors.commands(), *(f"/start {link}" for link in _links(world))):
        yield text, "", {"text": text}, (None, {}), None
    for (kind, make), text in product_of(REPLIED_TO, ("7", "siap", "merah 5, biru 3")):
        for state, number in world.of(kind).items():
            yield f"{text} in reply to {make(number).pack()}", state, {"text": text}, (None, {}), make(number)
    yield "batal", "", {"text": "batal"}, ("Listing:name", {"product_id": 1}), None


def cells_in_group(world: World, table: dict[str, May], some: Random) -> Iterator[Cell]:
    """Buttons, each on an object, every command and some messages, where others read along: nothing comes of it."""
    for cell in cells_of_buttons(world, table, GROUP, some):
        yield replace(cell, may=looks())
    for content in (*({"text": command} for command in doors.commands()), *ANSWERS):
        for who in ROLES:
            update = message(who, group=GROUP, **content)
            yield Cell(who, f"in a group: {content}", "", update, (None, {}), looks())


def _wanted(product_id: int) -> Json:
    return {"product_id": product_id, "quantity": 1, "number": 1}


def _links(world: World) -> list[str]:
    numbers = [f"p{number}" for number in world.of("product").values()]
    numbers += [f"s{number}" for number in world.of("stall").values()]
    return [*numbers, *(f"k{code(state)}" for state in world.of("contact")), "mydata"]


def _said_before(state: str | None, product_id: int, order_id: int) -> Json:
    return {
        "product_id": product_id,
        "order_id": order_id,
        "asked_at": 2**31,  # a question that was asked long ago is no longer open
        "quantity": 1,
        "variant": 1,
        "number": 1,
        "line": 1,
        "why": 0,
        "stamp": 0,
        "words": "barang",
        "place": 0 if state == "Talking:quick_reply" else "Bogor",
        "caption": "Keripik 15rb",
        "file_ids": ["sent"],
        "chosen": _wanted(product_id),
        "wanted": [_wanted(product_id)],
    }


@contextmanager
def noting_handlers() -> Iterator[dict[int, str]]:
    """Which handler was called last for each person."""
    called: dict[int, str] = {}
    call = HandlerObject.call

    async def noting(self: HandlerObject, *args: Any, **kwargs: Any) -> Any:
        if self.callback.__module__.startswith("handlers."):
            called[kwargs["turn"].person.id] = doors.name_of(self)
        return await call(self, *args, **kwargs)

    HandlerObject.call = noting  # type: ignore[method-assign, assignment] # for as long as the block lasts
    try:
        yield called
    finally:
        HandlerObject.call = call  # type: ignore[method-assign] # as it was


class Judge:
    """Tries cells, each in the world as it was at the beginning, and keeps those that are wrong."""

    def __init__(self, lab: Lab, world: World) -> None:
        self.lab, self.world = lab, world
        self.tried, self.wrong = 0, list[Cell]()
        self.ran: set[str] = set()
        self.seen_to_change: set[str] = set()
        lab.remember()
        self._begun = all_rows(lab)

    async def tries_all(self, cells: Iterable[Cell]) -> None:
        """What several people try on the same object is tried at once where nothing may come of it.

        If something does come of it after all, each tries again alone, to see who it was.
        """
        for _, same in groupby(cells, lambda cell: (cell.what, cell.state, str(cell.talk))):
            together = list[Cell]()
            for cell in same:
                if (
                    (cell.may or cell.role not in DOERS)
                    and not _may_change(cell)
                    and cell.who not in {c.who for c in together}
                ):
                    together.append(cell)
                else:
                    await self._try_alone(cell)
            if together:
                await self._try_together(together)

    def says_all_is_well(self) -> None:
        """Tell how many cells were tried. AssertionError with those that were wrong."""
        print(f"LAPAK_SEED={SEED}: {self.tried} cells, {len(self.wrong)} wrong")  # noqa: T201 # pytest keeps it for -rA
        wrong = "\n".join(map(str, self.wrong))
        assert not self.wrong, f"LAPAK_SEED={SEED}: {len(self.wrong)} of {self.tried} cells are wrong:\n{wrong}"

    async def _try_together(self, cells: list[Cell]) -> None:
        await self._happen(*cells)
        for cell in cells:
            self._judge(cell)
        if any(cell.changes or cell.faults for cell in cells):
            for cell in cells:
                cell.faults.clear()
                await self._try_alone(cell)
        else:
            self._tried(cells)

    async def _try_alone(self, cell: Cell) -> None:
        await self._happen(cell)
        self._judge(cell)
        self._tried([cell])

    def _tried(self, cells: list[Cell]) -> None:
        self.tried += len(cells)
        self.ran |= {cell.handler for cell in cells}
        self.seen_to_change |= {cell.handler for cell in cells if cell.changes}
        self.wrong += [cell for cell in cells if cell.faults]

    async def _happen(self, *cells: Cell) -> None:
        lab = self.lab
        lab.back_to_the_beginning()
        lab.database.write_now(_set_talk, cells)
        with noting_handlers() as called:
            said = await lab.hears(*(cell.update for cell in cells))
        after = all_rows(lab)
        changes = changed(self._begun, after)
        leaked = [*leaks(lab, self.world, said, changes), *lab.set_aside()]
        for cell in cells:
            cell.handler, cell.said, cell.changes = called.get(cell.who, ""), said, changes
            cell.faults += leaked
        self._owners = Owners(self._begun, after)

    def _judge(self, cell: Cell) -> None:
        # Without a handler a filter has refused: that changes nothing.
        may = cell.may or (MESSAGES[cell.handler] if cell.handler else looks())
        did = "; ".join(map(str, cell.changes))[:300]
        if may.own:
            strange = [change for change in cell.changes if not self._is_own(change, cell.who, may.tells)]
            if strange:
                cell.faults.append(f"changed what is of others: {'; '.join(map(str, strange))[:600]}")
            return
        allowed = _may_change(cell) if cell.may else cell.role in may.change
        if cell.changes and not allowed:
            cell.faults.append(f"changed {did}")
        if cell.may and allowed and not cell.changes:
            cell.faults.append(f"changed nothing; was told {told(cell.said, cell.who)!r}")
        if may.see and not cell.state.startswith("forged"):
            self._judge_sight(cell, may)

    def _is_own(self, change: Change, who: int, tells: bool) -> bool:
        """Whether a row is this person's alone; if it `tells`, whether it is theirs as well."""
        owners = self._owners.of(change)
        if tells and (owners == {NOBODY} or (change.table == "product" and change.columns <= {"stock", "version"})):
            return True  # what was ordered is back on the shelf
        return who in owners if tells else owners <= {who}

    def _judge_sight(self, cell: Cell, may: May) -> None:
        kind = "order" if cell.what.startswith("o:") else "product"
        due = cell.role in may.see and (not may.states or cell.state in may.states)
        shown = self.world.names[kind, cell.number] in told(cell.said, cell.who)
        if due != shown:
            cell.faults.append("was shown it" if shown else f"was told {told(cell.said, cell.who)!r}")


def _may_change(cell: Cell) -> bool:
    """Whether something must come of a button."""
    may = cell.may
    if may is None or cell.state.startswith("forged"):
        return False
    return may.own or (cell.role in may.change and (not may.states or cell.state in may.states))


def _set_talk(session: Session, cells: Iterable[Cell]) -> None:
    for cell in cells:
        write_conversation(session, cell.who, cell.who, *cell.talk)
