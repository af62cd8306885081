"""Finding products by the words of their names, however they are spelt."""

import re
import unicodedata

from models.database import Session
from models.products import Listed, Product
from models.wordlist import having_words, set_words

MOST_WORDS = 5
LONGEST_WORD = 40
# "keripik" and "kripik", "sambel" and "sambl": the e that nobody hears, between two consonants.
MUTE_E = re.compile(r"(?<=[bcdfghjklmnpqrstvwxyz])e(?=[bcdfghjklmnpqrstvwxyz])")
DOUBLED = re.compile(r"([a-z])\1+")


def _form(word: str) -> str:
    short = MUTE_E.sub("", DOUBLED.sub(r"\1", word))
    return (short if len(short) > 2 else word)[:LONGEST_WORD]


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in the form in which they are compared: "KERIPIK Pisaang" -> ("kripik", "pisang")."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(dict.fromkeys(_form(word) for word in re.findall(r"[^\W_]+", letters)))


# How people begin who look for something to buy, and what else stands around its name.
SEEKING = ("pesan", "order", "beli", "mau", "ingin", "minta", "cari", "ada", "masih", "tumbas", "tuku", "meser")
AROUND = (
    *("punya", "jual", "apakah", "berapa", "harga", "harganya", "stok", "stoknya", "ready", "pengen", "saya", "aku"),
    *("ribu", "rebu", "rb", "juta", "jt", "kilo", "kg", "ons", "gram", "bungkus", "pcs", "buah", "biji", "ekor"),
    *("kak", "kakak", "bu", "pak", "bang", "mas", "mbak", "min", "gan", "sis", "dong", "ya", "yaa", "ini", "itu"),
    "ditunggu",
)
WISHES = frozenset(_form(word) for word in SEEKING)
AROUND_A_WISH = WISHES | frozenset(_form(word) for word in AROUND)


def wished_for(text: str) -> str | None:
    """What somebody looks for who says so ("ada sambal?", "mau beli kue 50rb"); None if it is no such sentence."""
    spoken = re.findall(r"[^\W_]+", text.casefold())
    if not spoken or not (_form(spoken[0]) in WISHES or text.rstrip().endswith("?")):
        return None
    name = [word for word in spoken if _form(word) not in AROUND_A_WISH and not any(map(str.isdigit, word))]
    return " ".join(name) or None


def keep_findable(session: Session, product: Product) -> None:
    """Let the product be found by its name while it is on sale, and not otherwise."""
    words = words_of(product.name or "") if product.state == "on sale" else ()
    set_words(session, product.id, words)


def found(session: Session, text: str, offset: int, limit: int) -> list[Listed]:
    """A page of what is on sale with all words of `text` (the first five) in its name, newest first."""
    return having_words(session, words_of(text)[:MOST_WORDS], offset, limit)
