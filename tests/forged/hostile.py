"""Updates that nobody should send: made from the types of the Bot API, and normal ones with something broken in them.

Plain random numbers from a seed instead of hypothesis' own draws: ten thousand updates in a minute, each found again
by its seed.
"""

import copy
import types
from collections.abc import Callable, Iterator
from datetime import datetime
from enum import Enum
from random import Random
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from aiogram.types import CallbackQuery, ChatMemberUpdated, Message
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handlers.taps import Buy, Draft, Go, Join, Look, OrderTap, Own, PayTap, StockTap
from tests.forged import doors
from tests.forged.harness import MOMENT, chat_of, message, photo, sender, tap
from tests.forged.people import GROUP, ROLES
from tests.forged.world import DRAFTS
from tests.support.cast import Json

DEEPEST = 3
ON_SALE = len(DRAFTS) + 1  # its id in the world
LONG = "panjang " * 700
WORDS = (
    "Keripik pisang 15rb stok 4",
    "2",
    "+5",
    "habis",
    "pesan 2 keripik kirim ke Jl. Melati 5 a.n. Budi 0812-0000-0000",
    "/start p3",
    "batal",
    "",
    " ",
    "\n\n",
    "<b>tebal</b> <code>kode</code>",
    "</b></code><a href='x'>",
    "<",
    "&lt;b&gt;",
    "{ $stall } {$x} { -brand }",
    "%s %(x)s {0} {x!r}",
    "'; DROP TABLE orders; --",
    "\x00\x01\x1b[31m",
    "\ud800 half",
    "\ue000b\ue000",
    "\u202eterbalik\u202c \u200b\u200d",
    "👨‍👩‍👧‍👦" * 30,
    "Z̸̢̛͙a̵l̶g̷o̸" * 20,
    "٣٤٥",
    "²³",
    "１２",
    "1e309",
    "NaN",
    "-5",
    "0",
    "9" * 40,
    "9" * 5_000,
    "/start p" + "9" * 30,
    "/start s²",
    "/start@bukan_bot x",
    "/",
    "//",
    "/siaran",
    "/maju 99999999 tahun",
    LONG,
    "a" * 4096,
    "k" * 300 + " 15rb",
)
NUMBERS = (0, 1, -1, 2, 7, 12, 64, 2**31 - 1, 2**31, -(2**31), 2**52, 2**53, 2**63 - 1, 2**63, 2**64, -(2**70))
NESTED: Any = {"deep": [[[[[[{"er": "x"}]]]]]]}
ANYTHING: tuple[Any, ...] = (None, True, -1, 2**70, 1.5, 1e308, "", "x", LONG, [], {}, [None], {"id": None}, NESTED)


KINDS: dict[str, type[BaseModel]] = {
    "message": Message,
    "callback_query": CallbackQuery,
    "my_chat_member": ChatMemberUpdated,
}


class Hostile:
    """Makes updates from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # nothing is secret here

    def update(self) -> Json:
        """One update: of the right types, or a normal one that was broken."""
        ways: tuple[Callable[[], Json], ...] = (self._typed, self._typed, self._tapped, self._tapped, self._broken)
        return self.random.choice(ways)()

    def _typed(self) -> Json:
        name = self.random.choice(["message"] * 6 + ["callback_query", "my_chat_member"])
        model = KINDS[name]
        return {name: self._object(model, 0) | self._where(name)}

    def _tapped(self) -> Json:
        button, _ = self.random.choice(list(doors.buttons().values()))
        values = [self._field(field) for field in button.kind.model_fields.values()]
        data = ":".join([button.kind.__prefix__, *map(str, values)])
        if self.random.random() < 0.7:
            letters = dict(button.letters)
            data = ":".join(
                [button.kind.__prefix__, *(str(letters.get(f, self._small())) for f in button.kind.model_fields)]
            )
        update = tap(self._who(), data[:64])
        if self.random.random() < 0.2:
            update["callback_query"]["message"] = {"message_id": 7, "date": 0, "chat": chat_of(self._who())}
        return update

    def _broken(self) -> Json:
        update = copy.deepcopy(self.random.choice(list(normal(self._who()))))
        for _ in range(self.random.randint(1, 3)):
            self._break(update)
        return update

    def _break(self, value: Any) -> None:
        place = value
        while True:
            keys: list[Any] = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                return
            key = self.random.choice(keys)
            inside = place[key]
            if isinstance(inside, (dict, list)) and inside and self.random.random() < 0.85:
                place = inside
                continue
            if self.random.random() < 0.3 and isinstance(place, dict) and place is not value:
                del place[key]
            elif place is not value:
                place[key] = self.random.choice([*ANYTHING, *WORDS])
            return

    def _where(self, kind: str) -> Json:
        """Mostly from somebody we know, in their own chat."""
        who = self._who()
        chat = chat_of(who, GROUP if self.random.random() < 0.05 else None)
        where: Json = {"from": sender(who) | {"first_name": self.random.choice(WORDS)}}
        if kind != "callback_query":
            where |= {"chat": chat, "date": MOMENT}
        elif self.random.random() < 0.5:
            where |= {"message": {"message_id": 7, "date": MOMENT, "chat": chat}}
        if kind == "message":
            where |= {"media_group_id": None}
            if self.random.random() < 0.7:
                where |= {"text": self.random.choice(WORDS)}
        return where

    def _who(self) -> int:
        return self.random.choice(list(ROLES))

    def _small(self) -> int:
        return self.random.choice((0, 1, 2, 3, 4, 5, 6, -1, 9_999, 2**31 - 1))

    def _object(self, model: type[BaseModel], depth: int) -> Json:
        made: Json = {}
        for name, field in model.model_fields.items():
            if field.is_required() or (depth < DEEPEST and self.random.random() < 0.06):
                made[field.alias or name] = self._value(field.annotation, depth + 1)
        return made

    def _field(self, field: FieldInfo) -> Any:
        return self._value(field.annotation, DEEPEST)

    def _value(self, kind: Any, depth: int) -> Any:
        origin, inside = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self._value(inside[0], depth)
        if origin in (Union, types.UnionType):
            return self._value(self.random.choice([part for part in inside if part is not type(None)]), depth)
        if origin is Literal:
            return self.random.choice(inside)
        if origin is list:
            return [self._value(inside[0], depth) for _ in range(self.random.randint(0, 2 if depth < DEEPEST else 1))]
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return self._object(kind, depth)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return self.random.choice([member.value for member in kind])
        if kind is bool:
            return self.random.random() < 0.5
        if kind is int:
            return self.random.choice(NUMBERS)
        if kind is float:
            return self.random.choice((0.0, -1.5, 91.0, 1e308))
        if kind is datetime or "atetime" in str(kind):
            return self.random.choice((0, MOMENT, 2**31, 2**40, -1))
        return self.random.choice(WORDS)


def normal(who: int) -> Iterator[Json]:
    """What people do all day: the cuttings that broken updates grow from."""
    yield message(who, text="/start")
    yield message(who, text="Keripik pisang 15rb")
    yield message(
        who,
        text="2",
        reply_to_message=tap(who, StockTap(do="add", product_id=ON_SALE, amount=5))["callback_query"]["message"],
    )
    yield message(
        who, text="halo", reply_to_message=tap(who, OrderTap(do="show", order_id=1))["callback_query"]["message"]
    )
    yield message(who, text="pesan 2 Barangonsale kirim ke Jl. Melati 5")
    yield photo(who, caption="Keripik pisang 15rb stok 4")
    yield photo(who)
    yield message(who, location={"latitude": -6.2, "longitude": 106.8})
    yield message(who, contact={"phone_number": "+620000", "first_name": "Budi", "user_id": 5})
    yield message(who, document={"file_id": "d", "file_unique_id": "u", "mime_type": "image/png", "file_size": 5})
    for button in (
        Go(to="home"),
        Look(product_id=ON_SALE),
        Buy(do="order", product_id=ON_SALE, quantity=1),
        OrderTap(do="accept", order_id=1),
        PayTap(do="qris", order_id=2),
        Own(do="look", product_id=ON_SALE),
        Draft(do="publish", product_id=1),
        Join(code="KODEINVITED"),
    ):
        yield tap(who, button)
