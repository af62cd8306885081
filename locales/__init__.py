"""Words: every sentence that a person reads, one Fluent file a language; Indonesian first."""

from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

HOME = Path(__file__).parent
LANGUAGES = ("id", "en")
SHORT = ((10**9, "short-milliard"), (10**6, "short-million"), (10**3, "short-thousand"))
ZONE_NAMES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}

PARTS_OF_A_KG = {250: "¼", 500: "½", 750: "¾"}
POINTS_AND_COMMAS = str.maketrans(".,", ",.")

# What a person wrote may hold a "<": it is set aside under a letter that no text may contain (the door strips it),
# so that only the tags of our own sentences can become bold letters.
SET_ASIDE = "\ue000"


class Words:
    """The sentences of one language."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]
        self._bundle = _bundle(self.language)
        self._without_gaps: dict[str, str] = {}

    def __call__(self, key: str, **facts: Any) -> str:
        """The sentence `key` with its gaps filled; <b> and <code> in it mark letters for `styled`.

        Raises KeyError for a sentence that is not in the language's file, ValueError for a missing fact.
        """
        if facts:
            return self._filled(key, facts)
        if key not in self._without_gaps:
            self._without_gaps[key] = self._filled(key, facts)
        return self._without_gaps[key]

    def _filled(self, key: str, facts: dict[str, Any]) -> str:
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(pattern, {name: _safe(value) for name, value in facts.items()})
        if errors:
            raise ValueError(f"{key}: {errors}")
        return str(text)

    def has(self, key: str) -> bool:
        """Whether this language has the sentence."""
        return self._bundle.has_message(key)

    def rupiah(self, amount: int) -> str:
        """15000 -> "Rp15.000", the way people write it here, in every language."""
        return f"{'-' if amount < 0 else ''}Rp{abs(amount):,}".replace(",", ".")

    def unit(self, unit: str | None) -> str:
        """A selling unit as people say it; "" for none."""
        if unit is None:
            return ""
        return self(f"unit-{unit}") if self.has(f"unit-{unit}") else unit

    def amount(self, pieces: int, unit: str | None, parts: int = 1) -> str:
        """A count with its unit, as on a card: "3 bungkus", "500 gram", or just "3".

        Counted in `parts` of a unit it is said as people weigh: "½ kg", "3 ons", "1,5 kg".
        """
        if parts > 1 and unit == "kg" and 0 < pieces < parts:
            return self._under_a_kg(pieces * 1000 // parts)
        number = f"{pieces / parts:,.2f}".rstrip("0").rstrip(".").translate(POINTS_AND_COMMAS)
        return f"{number} {self.unit(unit)}".rstrip()

    def _under_a_kg(self, grams: int) -> str:
        if grams in PARTS_OF_A_KG:
            return f"{PARTS_OF_A_KG[grams]} {self.unit('kg')}"
        return self("weight-ons", count=grams // 100) if grams % 100 == 0 else f"{grams} {self.unit('gram')}"

    def change(self, pieces: int, unit: str | None, parts: int = 1) -> str:
        """What came or went: "+5 bungkus", "-1,5 kg"."""
        return f"{'-' if pieces < 0 else '+'}{self.amount(abs(pieces), unit, parts)}"

    def price(self, price: int, per: int, unit: str | None) -> str:
        """A price with what it buys: "Rp15.000", "Rp12.000/bungkus", "Rp25.000/100 gram"."""
        if unit is None:
            return self.rupiah(price)
        bought = self.unit(unit) if per == 1 else self.amount(per, unit)
        return f"{self.rupiah(price)}/{bought}"

    def hour(self, moment: datetime, zone: str) -> str:
        """The time of a day that ends at midnight: "17.00", "24.00"."""
        local = moment.astimezone(ZoneInfo(zone))
        return f"{local.hour or 24:02d}.{local.minute:02d}"

    def short_rupiah(self, amount: int) -> str:
        """1250000 -> "1,3 jt", where there is little room; "" for nothing."""
        if amount < 999.5:
            return str(amount or "")
        size, key = next((size, key) for size, key in SHORT if amount >= 0.9995 * size)
        digits = "#,##0.#" if amount < 100 * size else "#,##0"
        return self(key, amount=format_decimal(amount / size, digits, locale=self.language))

    def duration(self, minutes: int) -> str:
        """How long something took: "12 menit", "2 jam", "3 hari"."""
        if minutes < 60:
            return self("duration-minutes", count=minutes)
        hours = round(minutes / 60)
        return self("duration-hours", count=hours) if hours < 24 else self("duration-days", count=round(hours / 24))

    def day(self, day: date, short: bool = False) -> str:
        """A day: "Jumat 27 November", or "Jum 27" where there is little room."""
        return str(format_date(day, "EEE d" if short else "EEEE d MMMM", locale=self.language))

    def weekday(self, day: date) -> str:
        """ "Sen", "Sel", …"""
        return str(format_date(day, "EEE", locale=self.language))

    def moment(self, moment: datetime, zone: str, now: datetime | None = None) -> str:
        """A moment as people say it in their zone: "besok jam 07.00 WIB"; without `now` always with its date."""
        local, today = moment.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone)).date() if now else None
        hour = f"{local:%H.%M} {ZONE_NAMES.get(zone, '')}".strip()
        return self("moment", day=self._day(local.date(), today), hour=hour)

    def _day(self, day: date, today: date | None) -> str:
        for distance, key in ((0, "today"), (1, "tomorrow"), (-1, "yesterday")):
            if today and day == today + timedelta(days=distance):
                return self(key)
        return self.day(day)


def styled(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    """Split our own tags off a sentence: the plain text and (kind, offset, length) in UTF-16 units, as Telegram counts.

    Kinds are `bold` and `code`.
    """
    if "<" not in text and SET_ASIDE not in text:
        return text, []
    kinds = {"b": "bold", "code": "code"}
    plain: list[str] = []
    spans: list[tuple[str, int, int]] = []
    opened: list[tuple[str, int]] = []
    position = 0
    for index, part in enumerate(text.split("<")):
        tag, closes, rest = part.partition(">") if index else ("", "", part)
        if index and not closes:
            raise ValueError(f"a sentence holds a broken tag: {text!r}")
        if tag.startswith("/"):
            kind, start = opened.pop()
            if position > start:
                spans.append((kinds[kind], start, position - start))
        elif tag:
            opened.append((tag, position))
        letters = rest.replace(SET_ASIDE, "<")
        plain.append(letters)
        position += len(letters.encode("utf-16-le")) // 2
    return "".join(plain), spans


def plainly(text: str) -> str:
    """A sentence where no letter can be bold (a label, a word that vanishes, a link), as it is to be read."""
    return styled(text)[0]


def _safe(value: Any) -> Any:
    return value.replace("<", SET_ASIDE) if isinstance(value, str) else value


@cache
def words_in(language: str) -> Words:
    """The words of a language, read once."""
    return Words(language)


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((HOME / f"{language}.ftl").read_text(encoding="utf-8")))
    return bundle
