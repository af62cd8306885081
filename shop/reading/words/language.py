"""The shape of one language's table."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Language:
    """Words of one language. Keys are folded: lower case, without accents and apostrophes.

    numbers:  whole number words ("selawe" 25)
    heads:    forms that stand before a scale ("rong" ewu)
    scales:   what a number before it is multiplied by
    ones:     prefixes that mean one ("se" in "sebungkus")
    slang:    money words; True when one must ask ×1 or ×1,000
    units:    canonical unit -> its words, space separated
    marks:    what a phrase announces -> phrases, comma separated
    talk:     what a phrase of a buyer does (want, ask, address, cod, jne, ...) -> phrases, comma separated
    choices:  words that name a variant: colours, flavours, sizes
    tints:    choices that never belong to a product's own name: colours and sizes
    tinted:   foods whose colour is part of their name ("nasi kuning")
    fillers:  words that say nothing about the product
    telling:  words of chat and of description: they may stand in a name, but a clause full of them is none
    verbal:   a prefix that makes a verb, a suffix that makes "its …" ("di-goreng", "rasa-nya")
    nouns:    words that only look like those
    teens:    words that add ten, or twenty, to the digit before them
    money:    suffixes of a sum ("rb", "ewu")
    """

    numbers: Mapping[str, int] = field(default_factory=dict)
    heads: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    teens: tuple[str, ...] = ()
    ones: tuple[str, ...] = ()
    slang: Mapping[str, tuple[int, bool]] = field(default_factory=dict)
    money: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    talk: Mapping[str, str] = field(default_factory=dict)
    choices: str = ""
    tints: str = ""
    tinted: str = ""
    fillers: str = ""
    telling: str = ""
    verbal: tuple[tuple[str, str], ...] = ()
    nouns: str = ""
