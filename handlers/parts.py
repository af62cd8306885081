"""What a handler is given, as types: its turn, and the parts of it; `bot/turns.py` makes them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from handlers.cards import Card
from locales import Words
from models.database import Session
from shop.listings import StoredPhoto
from shop.views import PersonView, PhotoView

P = ParamSpec("P")
R = TypeVar("R")


class Say(Protocol):
    """Speaking to the person whose turn it is."""

    async def __call__(self, card: Card, toast: str | None = None) -> int:
        """Edit the message that was tapped, or answer with a new one; returns its id."""

    async def news(self, card: Card) -> int:
        """A new message; returns its id."""

    async def album(self, photos: Sequence[PhotoView]) -> None:
        """Several photos as one album."""

    async def document(self, name: str, data: bytes, card: Card) -> int:
        """A file with what the card says beside it, as a new message; returns its id."""

    async def copy(self, message_id: int) -> None:
        """Show a message of this chat again, as others will see it."""

    async def toast(self, text: str | None = None) -> None:
        """Answer the tap with a word that vanishes."""

    async def quiet_old_buttons(self) -> None:
        """Take the buttons off the tapped message."""


class Transact(Protocol):
    """Doing something; at most once in a turn."""

    async def __call__(
        self, operation: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run `operation(session, …)` once for this tap or message, however often it arrives."""

    async def again(self, operation: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run an operation that may be repeated without harm."""

    async def at_leisure(
        self, operation: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """The same for one that may take long: others can read meanwhile."""

    async def done_before(self) -> bool:
        """Whether this very tap has already had its effect; then there is nothing more to say."""


class MoveClock(Protocol):
    """The demo's clock; there is none when the bot is real."""

    async def __call__(self, wish: str) -> str | None:
        """Move to "besok 07:00", "+2 jam", …; returns the new local time in words, or None if it wasn't understood."""


class Turn(Protocol):
    """One person's turn: who is talking and in which language, what there is to read and do, and how to answer."""

    person: PersonView
    words: Words
    now: datetime
    state: FSMContext
    """Which question is open, and what has been said so far."""
    album: list[Message]
    """The messages of this turn: those of an album together, else the one."""

    @property
    def say(self) -> Say:
        """Speaking to this person."""

    @property
    def transact(self) -> Transact:
        """Doing something; at most once in a turn."""

    @property
    def stamp(self) -> int:
        """This turn's number, no other's."""

    @property
    def operators(self) -> frozenset[int]:
        """Who may announce something to everybody."""

    @property
    def move_clock(self) -> MoveClock | None:
        """None outside the demo."""

    async def read(self, query: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Look something up by `query(session, …)`; any number of times in a turn."""

    async def at_leisure(self, query: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """The same for what may take long: nobody is kept waiting meanwhile."""

    async def take_photo(self, file_id: str, size: int | None) -> StoredPhoto:
        """Fetch a photo that a person sent; it is bettered and kept.

        Raises ShopError for what is no picture, is broken or too large.
        """

    async def fetch_photo(self, file_id: str, size: int | None) -> bytes:
        """A photo that a person sent, as it is; nothing is kept. Raises ShopError for what is too large."""

    async def keep_picture(self, make: Callable[[], bytes]) -> StoredPhoto:
        """Keep a picture that we draw ourselves: `make` draws a JPEG; it runs off the event loop."""

    async def photo_bytes(self, photo_hash: str) -> bytes | None:
        """The JPEG of a photo that we keep; None if it was lost."""

    async def drop_photos(self, hashes: Sequence[str]) -> None:
        """Take photos that nobody shows any more off the shelf."""

    def leave_nothing(self) -> None:
        """When this turn is over, its update goes as well."""

    async def sweep(self) -> None:
        """Let what was deleted be gone from the database's files as well, as far as that can be done at once."""

    @property
    def copies_kept(self) -> int:
        """For how many nights the copies of the database are kept."""

    def link_to(self, place: str) -> str:
        """The address that opens the bot at a place: "p12" (a product), "s3" (a stall), "" (the start)."""
