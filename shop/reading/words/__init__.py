"""All language tables as one lexicon, built once at import. A new dialect is a new table in `TABLES`."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from shop.reading.tokens import Token, tokenise
from shop.reading.words import english, indonesian, javanese, madurese, sundanese
from shop.reading.words.language import Language

TABLES: dict[str, Language] = {
    "id": indonesian.TABLE,
    "jv": javanese.TABLE,
    "su": sundanese.TABLE,
    "mad": madurese.TABLE,
    "en": english.TABLE,
}

# Counting words for base units (rule 14 of the schema): (how many, of what).
COUNTED = {"lusin": (12, "pcs"), "kodi": (20, "pcs"), "gross": (144, "pcs"), "rim": (500, "lembar")}
WEIGHED = {"kuintal": (100, "kg"), "ton": (1000, "kg")}
NET = frozenset({"gram", "ml", "cm"})  # beside a name these tell a size, not how it is sold

# "sabar" is patient, "saset" a sachet, "sepak" a kick: no "one bar", "one set", "one pack".
_NOT_ONE = {"sabar", "saset", "sepak", "seset", "sesiki", "sasiki"}
_SHORT_ONES = {"dus", "ons", "box", "cup", "doz", "pcs", "iket", "pak", "kg", "biji"}

NUMBERS: dict[str, int] = {}
HEADS: dict[str, int] = {}
SCALES: dict[str, int] = {}
TEENS: dict[str, int] = {}
SLANG: dict[str, tuple[int, bool]] = {}
MONEY: dict[str, int] = {}
UNITS: dict[str, str] = {}
ONE_UNITS: dict[str, str] = {}
CHOICES: set[str] = set()
TINTS: set[str] = set()
TINTED: set[str] = set()
FILLERS: set[str] = set()
ONES: set[str] = set()
TELLING: set[str] = set()
NOUNS: set[str] = set()
VERBAL: list[tuple[str, str]] = []
_SHORTEST_VERBAL = 5


class Phrases:
    """Phrases and what they announce; `alone` holds the single words, `longer` the rest by their first two."""

    def __init__(self) -> None:
        self.alone: dict[str, frozenset[str]] = {}
        self.longer: dict[tuple[str, str], list[tuple[tuple[str, ...], frozenset[str]]]] = {}

    def add(self, vocabularies: Iterable[Mapping[str, str]]) -> None:
        """Every phrase of every table; one phrase may announce several things."""
        for words, marks in _gather(vocabularies).items():
            if len(words) == 1:
                self.alone[words[0]] = frozenset(marks)
            else:
                self.longer.setdefault(words[:2], []).append((words, frozenset(marks)))  # type: ignore[arg-type]
        for phrases in self.longer.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))

    def longest(self, tokens: Sequence[Token], at: int) -> tuple[int, frozenset[str]]:
        """How many words the longest phrase of two and more has that starts at a token (0: none), and its marks."""
        if at + 1 < len(tokens):
            for words, marks in self.longer.get((tokens[at].key, tokens[at + 1].key), ()):
                if at + len(words) <= len(tokens) and all(tokens[at + k].key == words[k] for k in range(2, len(words))):
                    return len(words), marks
        return 0, frozenset()


MARKS = Phrases()
TALK = Phrases()  # the same for a buyer's message


def words_of(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase, cut as the reader cuts a caption."""
    return tuple(token.key for token in tokenise(phrase))


@lru_cache(maxsize=4096)
def tells(key: str) -> bool:
    """Whether a word chats or describes: it is listed, has a verb's form ("digoreng") or says "its" ("rasanya")."""
    if key in TELLING:
        return True
    if len(key) < _SHORTEST_VERBAL or key in NOUNS:
        return False
    return any(key.startswith(prefix) and key.endswith(suffix) for prefix, suffix in VERBAL)


def _add_numbers(table: Language) -> None:
    NUMBERS.update(table.numbers)
    HEADS.update(table.heads)
    SCALES.update(table.scales)
    TEENS.update({word: 20 if word == "likur" else 10 for word in table.teens})
    SLANG.update(table.slang)
    MONEY.update(table.money)
    for head, digit in table.heads.items():
        for scale, times in table.scales.items():
            NUMBERS.setdefault(head + scale, digit * times)
        for teen in table.teens:
            NUMBERS.setdefault(head + teen, digit + TEENS[teen])


def _add_units(table: Language) -> None:
    for unit, words in table.units.items():
        UNITS.update(dict.fromkeys(words.split(), unit))
    ONES.update(table.ones)


def _join_ones() -> None:
    """ "sebungkus", "sakilo": one of a unit in one word."""
    for prefix in ONES - {"a"} | {"per"}:
        for word, unit in UNITS.items():
            joined = prefix + word
            long = len(word) > 3 or word in _SHORT_ONES or (prefix == "per" and len(word) > 1)
            if long and joined not in _NOT_ONE | UNITS.keys() | NUMBERS.keys():
                ONE_UNITS.setdefault(joined, unit)


def _gather(vocabularies: Iterable[Mapping[str, str]]) -> dict[tuple[str, ...], set[str]]:
    found: dict[tuple[str, ...], set[str]] = {}
    for vocabulary in vocabularies:
        for mark, phrases in vocabulary.items():
            for phrase in phrases.split(","):
                if words := words_of(phrase):
                    found.setdefault(words, set()).add(mark)
    return found


for _table in TABLES.values():
    _add_numbers(_table)
    _add_units(_table)
    CHOICES.update(_table.choices.split())
    TINTED.update(_table.tinted.split())
    TINTS.update(_table.tints.split())
    FILLERS.update(_table.fillers.split())
    TELLING.update(_table.telling.split())
    NOUNS.update(_table.nouns.split())
    VERBAL.extend(_table.verbal)
_join_ones()
MARKS.add([table.marks for table in TABLES.values()])
TALK.add([table.talk for table in TABLES.values()])
