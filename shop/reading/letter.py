"""A buyer's message on the reader's table: tokens, what each phrase does, and what is used up."""

from collections.abc import Iterator

from shop.reading.normalise import normalise
from shop.reading.tokens import Token, tokenise
from shop.reading.words import TALK

NOTHING: frozenset[str] = frozenset()
_INSIDE = frozenset({"drop"})  # the later words of a phrase name nothing themselves
_AT_START = frozenset({"name", "phone", "address", "to", "usual"})


class Letter:
    """Tokens with the phrases that start at them; a used token is never read twice."""

    def __init__(self, text: str) -> None:
        self.text = normalise(text)
        self.tokens = tokenise(self.text)
        self.used = [False] * len(self.tokens)
        self.length = [1] * len(self.tokens)
        self.does = [NOTHING] * len(self.tokens)
        at = 0
        while at < len(self.tokens):
            does = self.does[at] = self._match(at)
            for inner in range(at + 1, at + self.length[at]):
                self.does[inner] = (does - _AT_START) | _INSIDE
            at += self.length[at]

    def _match(self, at: int) -> frozenset[str]:
        length, does = TALK.longest(self.tokens, at)
        if length:
            self.length[at] = length
            return does
        return TALK.alone.get(self.tokens[at].key, NOTHING)

    def __len__(self) -> int:
        return len(self.tokens)

    def key(self, at: int) -> str:
        return self.tokens[at].key if 0 <= at < len(self.tokens) else "\n"

    def is_(self, at: int, *doing: str) -> bool:
        """Whether a phrase that does one of `doing` starts at an unused token."""
        return 0 <= at < len(self.tokens) and not self.used[at] and not self.does[at].isdisjoint(doing)

    def any(self, *doing: str) -> bool:
        return any(not does.isdisjoint(doing) for does in self.does)

    def first(self, doing: str) -> int:
        """Where the first phrase of a kind starts, or the end."""
        return next((at for at, does in enumerate(self.does) if doing in does), len(self.tokens))

    def free(self) -> Iterator[int]:
        return (at for at in range(len(self.tokens)) if not self.used[at])

    def use(self, first: int, end: int) -> None:
        for at in range(max(first, 0), min(end, len(self.tokens))):
            self.used[at] = True

    def said(self, first: int, end: int) -> str:
        """The text from one token up to another, as written."""
        if end <= first:
            return ""
        return self.text[self.tokens[first].start : self.tokens[end - 1].end]

    def capital(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.text[self.tokens[at].start].isupper()

    def past(self, at: int, signs: str = ": = . #") -> int:
        """The next token after any of the signs."""
        while 0 <= at < len(self.tokens) and self.tokens[at].key in signs.split(" "):
            at += 1
        return at

    def token(self, at: int) -> Token:
        return self.tokens[at]
