"""What a turn hands to a handler by name, as types; `bot/turns.py` makes them."""

from collections.abc import Callable, Sequence
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from handlers.cards import Card
from models.database import Session
from shop.listings import StoredPhoto
from shop.views import PhotoView

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

    async def copy(self, message_id: int) -> None:
        """Show a message of this chat again, as others will see it."""

    async def toast(self, text: str | None = None, alert: bool = False) -> None:
        """Answer the tap with a word that vanishes."""

    async def quiet_old_buttons(self) -> None:
        """Take the buttons off the tapped message."""


class Read(Protocol):
    """Looking something up; any number of times in a turn."""

    async def __call__(self, query: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `query(session, …)`."""


class Transact(Protocol):
    """Doing something; at most once in a turn."""

    async def __call__(
        self, operation: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run `operation(session, …)` once for this tap or message, however often it arrives."""

    async def again(self, operation: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run an operation that may be repeated without harm."""

    async def done_before(self) -> bool:
        """Whether this very tap has already had its effect; then there is nothing more to say."""


class TakePhoto(Protocol):
    """Fetching a photo that a person sent; it is bettered and kept."""

    async def __call__(self, file_id: str, size: int | None) -> StoredPhoto:
        """Raises ShopError for what is no picture, is broken or too large."""


class KeepPicture(Protocol):
    """Keeping a picture that we draw ourselves."""

    async def __call__(self, make: Callable[[], bytes]) -> StoredPhoto:
        """`make` draws a JPEG; it runs off the event loop."""


class LinkTo(Protocol):
    """The address that opens the bot at a place: "p12" (a product), "s3" (a stall), "" (the start)."""

    def __call__(self, place: str) -> str:
        """ "https://t.me/…?start=p12"."""


class MoveClock(Protocol):
    """The demo's clock; there is none when the bot is real."""

    async def __call__(self, wish: str) -> str | None:
        """Move to "besok 07:00", "+2 jam", …; returns the new local time in words, or None if it wasn't understood."""
