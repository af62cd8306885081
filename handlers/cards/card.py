"""A card: one message as plain data. The adapters in `bot/` hand it to aiogram or to python-telegram-bot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aiogram.filters.callback_data import CallbackData

from locales import styled
from shop.views import PhotoView

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


@dataclass(frozen=True)
class Button:
    """A button that tells us something."""

    label: str
    tap: CallbackData

    @property
    def data(self) -> str:
        """What Telegram carries for us, at most 64 bytes."""
        return self.tap.pack()


@dataclass(frozen=True)
class LinkButton:
    """A button that opens an address."""

    label: str
    url: str


@dataclass(frozen=True)
class CopyButton:
    """A button that puts up to 256 letters on the phone's clipboard."""

    label: str
    text: str


AnyButton = Button | LinkButton | CopyButton
Keyboard = tuple[tuple[AnyButton, ...], ...]


@dataclass(frozen=True)
class Card:
    """One message. `text` may hold the <b> and <code> of our own sentences; `entities` is what they become.

    `file_id` is a file of Telegram's that is passed on as it is (`carries`: photo, voice, video, video_note), `place` a
    location; `photo` is a photo of ours. `about` names what the card shows ("order 12"): when news of it comes, this
    message loses its buttons. `drawing` draws a JPEG when its turn comes, off the event loop; it is sent and not kept.
    """

    text: str
    keyboard: Keyboard = ()
    photo: PhotoView | None = None
    file_id: str | None = None
    carries: str = "photo"
    place: tuple[float, float] | None = None
    about: str | None = None
    drawing: Callable[[], bytes] | None = None

    def __post_init__(self) -> None:
        """A photo that has no room for the words goes: what is to be read before it is agreed to matters more."""
        if self.photo is not None and self.is_long:
            object.__setattr__(self, "photo", None)

    @property
    def is_long(self) -> bool:
        """Whether it is more than can stand under a photo."""
        return len(self.text) > LONGEST_CAPTION and len(styled(self.text)[0]) > LONGEST_CAPTION

    def plain(self) -> tuple[str, list[tuple[str, int, int]]]:
        """The text without tags, no longer than Telegram allows, and its (kind, offset, length) in UTF-16 units."""
        text, spans = styled(self.text)
        longest = LONGEST_CAPTION if self.photo or self.file_id or self.drawing else LONGEST_TEXT
        if len(text) > longest:
            text = text[: longest - 1] + "…"
        room = len(text.encode("utf-16-le")) // 2
        return text, [span for span in spans if span[1] + span[2] <= room]


def rows(*rows_of_buttons: Sequence[AnyButton]) -> Keyboard:
    """A keyboard from rows of buttons; empty rows fall away."""
    return tuple(tuple(row) for row in rows_of_buttons if row)
