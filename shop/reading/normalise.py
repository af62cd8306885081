"""One spelling for what looks the same: bold letters, keycaps, full width, invisible characters."""

import unicodedata

# Telegram sends at most 4,096 characters; more would only cost time.
LONGEST = 4096

_ONE_FOR_ALL = str.maketrans(
    {"\u2044": "/", "\u2019": "'", "\u2018": "'", "`": "'", "\u02bc": "'", "\u00b4": "'", "\u2032": "'"}
    | dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("×✕✖", "x")
    | dict.fromkeys("→➡⇒➜➔", ">")
    | {"\u201c": '"', "\u201d": '"', "\r": "\n", "\u2028": "\n", "\u2029": "\n", "½": " 1/2", "¼": " 1/4", "¾": " 3/4"}
)
_DROPPED = {"Cf", "Mn", "Me", "Cs"}


def normalise(text: str) -> str:
    """NFKC without invisible characters and combining marks; one kind of dash, quote, cross and arrow."""
    text = text[:LONGEST]
    if text.isascii():
        return text.replace("\r", "\n")
    text = unicodedata.normalize("NFKC", text.translate(_ONE_FOR_ALL)).translate(_ONE_FOR_ALL)
    return "".join(c for c in text if c.isascii() or unicodedata.category(c) not in _DROPPED)


def fold(word: str) -> str:
    """The key by which a word is looked up: lower case, no accents, no apostrophes."""
    word = word.casefold()
    if word.isascii():
        return word.replace("'", "")
    bare = unicodedata.normalize("NFD", word)
    return "".join(c for c in bare if unicodedata.category(c) != "Mn").replace("'", "")
