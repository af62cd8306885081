"""Text into tokens: numbers as written, words, signs, line ends."""

import re
from typing import NamedTuple

from shop.reading.normalise import fold


class Token(NamedTuple):
    """`key` is the folded word (or the sign itself); `glued` means no space before it."""

    kind: str  # "number", "word", "sign", "link" or "line"
    key: str
    start: int
    end: int
    glued: bool


# Telegram's longest caption (1,024 characters) has some 200 tokens; a list of crumbs isn't read for ever.
MOST_TOKENS = 600

# "12 . 500" is thousands with room around the mark (a full stop has none before it).
# A decimal is not part of a list ("4,6,8"); three digits after a mark are thousands.
_TOKEN = re.compile(
    r"""
    (?P<link> https?://\S+ )
  | (?P<number> (?<![\d.,])\d{1,3}(?:[ ]\.[ ]?\d{3})+
                (?![.,]?\d|[ ]?(?:gr?|gram|ml|cm|rb|rbu|ribu|rebu|ewu|ebu|k|jt|juta)\b)
              | \d{1,3}(?:\.\d{3})+(?:,\d\d)?(?![\d])(?!,\d{3}) | \d{1,3}(?:,\d{3})+(?:\.\d\d)?(?!\d)
              | (?<!\d[.,])\d{1,6}[.,]\d{1,2}(?!\d|[.,]\d) | \d+ )
  | (?P<word> [^\W\d_]+(?:'[^\W\d_]+)*'? )
  | (?P<line> \n )
  | (?P<sign> [-=]+> | >> | \.\.+ | ,- | \S )
    """,
    re.VERBOSE,
)


def tokenise(text: str) -> list[Token]:
    """Tokens of a normalised text, in order; white space is only kept as `glued`."""
    tokens: list[Token] = []
    last = 0
    for match in _TOKEN.finditer(text):
        if len(tokens) == MOST_TOKENS:
            break
        kind, (start, end) = str(match.lastgroup), match.span()
        key = match.group()
        if kind == "word":
            key = fold(key)
        elif kind == "number":
            key = key.replace(" ", "")
        tokens.append(Token(kind, key, start, end, start == last and start > 0))
        last = end
    return tokens
