"""Finding products by the words of their names, however they are spelt."""

import re
import unicodedata

from models.database import Session
from models.products import Product
from models.stalls import Stall
from models.wordlist import having_words, set_words

MOST_WORDS = 5
LONGEST_WORD = 40
# "keripik" and "kripik", "sambel" and "sambl": the e that nobody hears, between two consonants.
MUTE_E = re.compile(r"(?<=[bcdfghjklmnpqrstvwxyz])e(?=[bcdfghjklmnpqrstvwxyz])")
DOUBLED = re.compile(r"([a-z])\1+")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in the form in which they are compared: "KERIPIK Pisaang" -> ("kripik", "pisang")."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(dict.fromkeys(_form(word) for word in re.findall(r"[^\W_]+", letters)))


def _form(word: str) -> str:
    short = MUTE_E.sub("", DOUBLED.sub(r"\1", word))
    return (short if len(short) > 2 else word)[:LONGEST_WORD]


def keep_findable(session: Session, product: Product) -> None:
    """Let the product be found by its name while it is on sale, and not otherwise."""
    words = words_of(product.name or "") if product.state == "on sale" else ()
    set_words(session, product.id or 0, words)


def found(session: Session, text: str, offset: int, limit: int) -> list[tuple[Product, Stall]]:
    """A page of what is on sale with all words of `text` (the first five) in its name, newest first."""
    return having_words(session, words_of(text)[:MOST_WORDS], offset, limit)
