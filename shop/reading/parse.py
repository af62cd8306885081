"""A caption on the reader's table: its pieces, which of them are used up, and the offers found so far."""

from dataclasses import dataclass, field

from shop.reading.normalise import normalise
from shop.reading.pieces import Piece, known, read_pieces
from shop.reading.tokens import tokenise
from shop.reading.words import FILLERS, UNITS

STRONG = frozenset(".;|!?")
END = Piece("line", "\n", 0, 0)


@dataclass(slots=True)
class Count:
    """How many of what a price is for."""

    value: float
    unit: str | None
    first: int
    end: int


@dataclass(slots=True)
class Offer:
    """One price with what stands around it. Piece numbers: words of the offer are [first, end)."""

    low: int
    high: int | None
    at: int
    first: int
    end: int
    doubt: tuple[int, ...] = ()
    approx: bool = False
    roles: set[str] = field(default_factory=set)
    count: Count | None = None
    per: float = 1
    unit: str | None = None
    tail: bool = False
    container: str | None = None
    holds: Count | None = None
    content: bool = False
    small: bool = False

    @property
    def bare(self) -> bool:
        """Nothing but a sum and perhaps a unit."""
        return self.count is None and not self.roles & {"was", "wholesale", "min", "buy", "over", "up"}


class Parse:
    """Pieces with a mark on each that is used; rules ask it what stands where."""

    def __init__(self, text: str) -> None:
        self.text = normalise(text)
        self.pieces = read_pieces(tokenise(self.text), self.text)
        self.taken = [False] * len(self.pieces)
        self.offers: list[Offer] = []
        self.reasons: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self.pieces)

    def get(self, at: int) -> Piece:
        return self.pieces[at] if 0 <= at < len(self.pieces) else END

    def free(self, at: int) -> bool:
        return 0 <= at < len(self.pieces) and not self.taken[at]

    def has(self, at: int, *marks: str) -> bool:
        """Whether the piece announces one of `marks`."""
        return 0 <= at < len(self.pieces) and not self.pieces[at].marks.isdisjoint(marks)

    def sign(self, at: int, signs: str) -> bool:
        piece = self.get(at)
        return piece.kind == "sign" and piece.key in signs.split(" ")

    def strong(self, at: int) -> bool:
        """A place where one thought ends: line, full stop, bar, emoji."""
        piece = self.get(at)
        if piece.kind == "line":
            return True
        return piece.kind == "sign" and (piece.key in STRONG or piece.key[0] > "\u00ff" or piece.key[:2] == "..")

    def broken(self, at: int) -> bool:
        return self.strong(at) or self.sign(at, ", ( ) [ ] * : =")

    def filler(self, at: int) -> bool:
        piece = self.get(at)
        return piece.kind in {"word", "mark"} and (piece.key in FILLERS or known(piece.key) in FILLERS)

    def unit(self, at: int) -> str | None:
        """The unit that a word alone stands for ("/ botol")."""
        piece = self.get(at)
        return UNITS.get(piece.key) if piece.kind in {"word", "number", "mark", "size"} else None

    def counts(self, at: int) -> bool:
        """A free number or quantity that may be a count."""
        return self.free(at) and self.pieces[at].kind in {"number", "qty"}

    def take(self, first: int, end: int, field: str = "") -> None:
        """Use up pieces; `field` is what they were read as."""
        first, end = max(first, 0), min(end, len(self.pieces))
        for at in range(first, end):
            self.taken[at] = True
        if field and end > first:
            said = self.text[self.pieces[first].start : self.pieces[end - 1].end]
            self.reasons[field] = f"{self.reasons[field]} · {said}" if field in self.reasons else said

    def past(self, at: int, signs: str = ": = .") -> int:
        """The next place after any of the signs."""
        while self.sign(at, signs):
            at += 1
        return at

    def said(self, first: int, end: int) -> str:
        return self.text[self.pieces[first].start : self.pieces[end - 1].end] if end > first else ""
