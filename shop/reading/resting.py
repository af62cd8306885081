"""A seller who closes for a while: "melaut sampai Jumat", "libur sampai 5 Desember", "tutup dulu 3 hari"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from shop.reading.normalise import fold, normalise

# Why a stall is closed: the word that `locales/` knows, and how people say it.
REASONS = {
    "melaut": "melaut|miyang|nglaut|ngalaut|at sea|fishing",
    "mudik": "mudik|pulang kampung|pulkam",
    "panen": "panen|manen|harvest(?:ing)?",
    "hajatan": "hajatan|mantu|ewuh|nikahan",
    "sakit": "sakit|loro|gering|sick|ill",
    "libur": "libur(?:an)?|prei|prai|pere|cuti|istirahat|tutup|off|closed|close|on holiday|holiday",
}
WEEKDAYS = (
    "senin|senen|isnin|monday|mon",
    "selasa|seloso|salasa|tuesday|tue",
    "rabu|rebo|wednesday|wed",
    "kamis|kemis|thursday|thu",
    "jumat|jumuah|jemuah|jemuwah|jumaah|friday|fri",
    "sabtu|setu|saptu|saturday|sat",
    "minggu|ahad|ngahad|sunday|sun",
)
MONTHS = (
    *("januari|jan|january", "februari|pebruari|feb|february", "maret|mar|march", "april|apr", "mei|may"),
    *("juni|jun|june", "juli|jul|july", "agustus|agu|agt|ags|august|aug", "september|sep|sept"),
    *("oktober|okt|october|oct", "november|nov|nopember", "desember|des|december|dec"),
)
COUNTS = {
    word: count
    for count, words in {
        1: "se|satu|siji|hiji|one|a",
        2: "dua|loro|rong|two",
        3: "tiga|telu|telung|tilu|three",
        4: "empat|papat|patang|opat|four",
        5: "lima|limang|five",
        6: "enam|enem|nem|genep|six",
        7: "tujuh|pitu|pitung|seven",
        10: "sepuluh|sapuluh|ten",
    }.items()
    for word in words.split("|")
}
UNTIL = "sampai|sampe|sampek|smpai|smp|sampei|hingga|s/d|sd|ngantos|nganti|tekan|nepi ka|until|till"
# What may stand before and after what is said, and says nothing of it.
POLITE = (
    "saya|aku|sy|kami|kita|abdi|kulo|lapak|lapaknya|lapak saya|warung|warungnya|toko|tokonya|kak|mau|mo|akan|arep|lagi|"
    "ini|mulai hari ini|we are|were|i am|im|the stall is"
)
AFTER = "dulu|dl|dlu|disik|heula|ya|yaa|kak|min|saja|aja|wae|mawon|please"
TODAY = "hari ini|dina iki|dinten ieu|today"
TOMORROW = "besok|bsk|sesuk|isuk|enjing|tomorrow"
AFTER_TOMORROW = "lusa|emben|pageto|the day after tomorrow"
_DAY = {word: place for place, words in enumerate(WEEKDAYS) for word in words.split("|")}
_MONTH = {word: place for place, words in enumerate(MONTHS, start=1) for word in words.split("|")}
_UNIT = r"(?P<unit>hari|hr|dinten|dina|days?|minggu|mgg|pekan|weeks?)"
_LENGTH = re.compile(rf"(?P<count>\d{{1,3}}|{'|'.join(COUNTS)}) ?{_UNIT}")
_DATE = re.compile(rf"(?:tanggal|tgl)? ?(?P<day>\d{{1,2}}) (?P<month>{'|'.join(_MONTH)})(?: (?P<year>\d{{4}}))?")
_DIGITS = re.compile(r"(?:tanggal|tgl)? ?(?P<day>\d{1,2})[/-](?P<month>\d{1,2})(?:[/-](?P<year>\d{4}|\d{2}))?")
_ONLY_DAY = re.compile(r"(?:tanggal|tgl) (?P<day>\d{1,2})")
_SAID = re.compile(
    rf"(?:(?:{POLITE}) )*(?P<why>{'|'.join(REASONS.values())})(?: (?:{AFTER}))*"
    rf"(?: (?P<when>(?:(?:{UNTIL}|selama|for) )?.+?))??(?: (?:{AFTER}))*"
)
_BACK = re.compile(r"(?:, ?| )(?:dan )?(?:buka|masuk|jualan)(?: lagi| kembali)? (?:hari )?(?P<day>.+)$")
MOST_DAYS_AHEAD = 180
LONGEST_SAID = 80  # letters; who has more to say says something else, too


@dataclass(frozen=True, slots=True)
class Rest:
    """A stall closes. `opens` is the day on which it opens again; None when that was not said, or is in doubt.

    `why` is one of REASONS; `guesses` are the days that may have been meant.
    """

    why: str = "libur"
    opens: date | None = None
    guesses: tuple[date, ...] = ()


def read_rest(text: str, today: date) -> Rest | None:
    """That somebody closes for a while, and until when; None for what says anything else, or asks."""
    if "?" in text or len(text) > LONGEST_SAID:
        return None
    found = _SAID.fullmatch(_plain(text))
    if found is None:
        return None
    why = next(key for key, words in REASONS.items() if re.fullmatch(words, found["why"]))
    when = found["when"]
    if when is None:
        # "Sakit" alone may be said of anything; "libur" is about the stall.
        return Rest(why) if why in ("libur", "melaut") else None
    until = re.match(rf"(?:{UNTIL}) ", when) or _BACK.search(f" {when}")
    read = read_opening(when, today)
    if read is None:
        return Rest(why) if until else None
    opens, guesses = read
    if opens and not until and not re.match(rf"(?:{TODAY})|.*\b{_LENGTH.pattern}", when):
        # "Libur Jumat" is said by who opens on Friday, and by who is away on that day only.
        return Rest(why, None, (opens, opens + timedelta(days=1)))
    return Rest(why, opens, guesses)


def read_opening(text: str, today: date) -> tuple[date | None, tuple[date, ...]] | None:
    """The day that a stall opens again, or the days that may be meant; None if no day was said.

    "Jumat", "sampai Jumat", "5 Desember", "3 hari", "besok".
    """
    said = _plain(text[:LONGEST_SAID])
    back = _BACK.search(f" {said}")
    if back is not None:
        said = back["day"]
    said = re.sub(rf"^(?:(?:{UNTIL}|selama|for|hari(?! ini)|buka) )+", "", said)
    said = re.sub(rf"(?: (?:{AFTER}))+$", "", said)
    days = _days_meant(said, today)
    if days is None:
        return None
    fitting = tuple(sorted({day for day in days if 0 < (day - today).days <= MOST_DAYS_AHEAD}))
    return (fitting[0], ()) if len(days) == len(fitting) == 1 else (None, fitting)


def _plain(text: str) -> str:
    """In small letters, without what is not said aloud."""
    return " ".join(re.sub(r"[^\w\s/,-]", " ", fold(normalise(text))).replace(" ,", ",").split()).strip(" ,")


def _days_meant(said: str, today: date) -> tuple[date, ...] | None:
    for words, distance in ((TODAY, 1), (TOMORROW, 1), (AFTER_TOMORROW, 2)):
        if re.fullmatch(words, said):
            return (today + timedelta(days=distance),)
    bare = said.removesuffix(" depan").removesuffix(" ngarep").removesuffix(" ini").removeprefix("next ")
    if bare in _DAY:
        return _weekday_meant(_DAY[bare], said, bare, today)
    if length := _LENGTH.fullmatch(said):
        count = COUNTS.get(length["count"]) or int(length["count"])
        weekly = length["unit"].startswith(("minggu", "mgg", "pekan", "week"))
        return (today + timedelta(days=count * 7 if weekly else count),)
    return _date_meant(said, today)


def _weekday_meant(weekday: int, said: str, bare: str, today: date) -> tuple[date, ...]:
    coming = today + timedelta(days=(weekday - today.weekday()) % 7 or 7)
    if said == bare:
        return (coming,)
    if bare == "minggu":  # "minggu depan": next week
        monday = today + timedelta(days=7 - today.weekday())
        return (monday, coming) if monday != coming else (monday,)
    return (coming, coming + timedelta(days=7))


def _date_meant(said: str, today: date) -> tuple[date, ...] | None:
    if only := _ONLY_DAY.fullmatch(said):
        months = ((today.year, today.month), (today.year + today.month // 12, today.month % 12 + 1))
        days = [day for year, month in months if (day := _date(year, month, int(only["day"])))]
        return tuple(day for day in days if day > today)[:1]
    found = _DATE.fullmatch(said) or _DIGITS.fullmatch(said)
    if found is None:
        return None
    month = _MONTH.get(found["month"]) or int(found["month"])
    if found["year"]:
        year = int(found["year"]) % 100 + 2000
        exact = _date(year, month, int(found["day"]))
        return (exact,) if exact else ()
    years = (today.year, today.year + 1)
    days = [day for year in years if (day := _date(year, month, int(found["day"]))) and day > today]
    return tuple(days[:1])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
