"""Numbers from 1 to 9,999 in words, as a grammar book writes them: the other direction of the reader's tables."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Numerals:
    """Words for 1-9, their forms before a scale, the irregular ones, and the scales."""

    digits: tuple[str, ...]
    heads: tuple[str, ...]
    special: Mapping[int, str]
    teen: str
    ten: str
    hundred: str
    thousand: str

    def say(self, number: int) -> str:
        """The number in words."""
        thousands, rest = divmod(number, 1000)
        hundreds, below = divmod(rest, 100)
        words = [
            self._scaled(thousands, 1000, self.thousand),
            self._scaled(hundreds, 100, self.hundred),
            self._below_hundred(below),
        ]
        return " ".join(word for word in words if word)

    def _scaled(self, count: int, scale: int, word: str) -> str:
        if count == 0:
            return ""
        return self.special.get(count * scale) or f"{self.heads[count - 1]} {word}"

    def _below_hundred(self, number: int) -> str:
        if number == 0:
            return ""
        if number in self.special:
            return self.special[number]
        tens, ones = divmod(number, 10)
        if tens == 0:
            return self.digits[ones - 1]
        if tens == 1:
            return f"{self.heads[ones - 1]}{self.teen}"
        whole = self.special.get(tens * 10) or f"{self.heads[tens - 1]} {self.ten}"
        return f"{whole} {self.digits[ones - 1]}" if ones else whole


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ID = _words("satu dua tiga empat lima enam tujuh delapan sembilan")
SU = _words("hiji dua tilu opat lima genep tujuh dalapan salapan")
JV_LIKUR = dict(
    zip(
        range(21, 30),
        _words("selikur rolikur telulikur patlikur selawe nemlikur pitulikur wolulikur sangalikur"),
        strict=True,
    )
)
JV_TEENS = dict(
    zip(
        range(10, 20),
        _words("sepuluh sewelas rolas telulas patbelas limalas nembelas pitulas wolulas sangalas"),
        strict=True,
    )
)

LANGUAGES: dict[str, Callable[[int], str]] = {
    "indonesian": Numerals(
        ID, ID, {10: "sepuluh", 11: "sebelas", 100: "seratus", 1000: "seribu"}, " belas", "puluh", "ratus", "ribu"
    ).say,
    "ngoko": Numerals(
        _words("siji loro telu papat lima enem pitu wolu sanga"),
        _words("siji rong telung patang limang nem pitung wolung sangang"),
        JV_TEENS | JV_LIKUR | {20: "rongpuluh", 50: "seket", 60: "sewidak", 100: "satus", 1000: "sewu"},
        "las", "puluh", "atus", "ewu",
    ).say,
    "krama": Numerals(
        _words("setunggal kalih tiga sekawan gangsal enem pitu wolu sanga"),
        _words("setunggal kalih tigang sekawan gangsal enem pitung wolung sangang"),
        {10: "sedasa", 11: "sewelas", 25: "selangkung", 50: "seket", 60: "sewidak", 100: "satus", 1000: "sewu"},
        " welas", "dasa", "atus", "ewu",
    ).say,
    "sundanese": Numerals(
        SU, SU, {10: "sapuluh", 11: "sabelas", 25: "salawe", 100: "saratus", 1000: "sarebu"},
        " belas", "puluh", "ratus", "rebu",
    ).say,
    "madurese": Numerals(
        _words("settong dhuwa' tello' empa' lema' ennem petto' ballu' sanga'"),
        _words("settong dhu tello pa' lema ennem pettong ballung sanggang"),
        {10: "sapolo", 11: "sabellas", 25: "sagame'", 50: "sa'iket", 60: "sabidak", 100: "saratos", 1000: "sa'ebu"},
        " bellas", "polo", "ratos", "ebu",
    ).say,
    "english": Numerals(
        _words("one two three four five six seven eight nine"),
        _words("one two three four five six seven eight nine"),
        dict(
            zip(
                range(10, 20),
                _words("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
                strict=True,
            )
        )
        | dict(zip(range(20, 100, 10), _words("twenty thirty forty fifty sixty seventy eighty ninety"), strict=True)),
        "teen", "ty", "hundred", "thousand",
    ).say,
}  # fmt: skip
