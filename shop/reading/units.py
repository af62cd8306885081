"""Counts in the unit that they are kept in (rule 14 of the samples' schema)."""

from shop.reading.words import COUNTED, WEIGHED

FRACTION_OF = {
    "kg": (1000, "gram"),
    "ons": (100, "gram"),
    "liter": (1000, "ml"),
    "lusin": (12, "pcs"),
    "kodi": (20, "pcs"),
}


def in_base(value: float, unit: str | None) -> tuple[float, str | None]:
    """A count in the unit it is kept in: lusin and kodi in pieces, kuintal and ton in kg, ½ kg in gram."""
    if unit in COUNTED or unit in WEIGHED:
        times, base = (COUNTED | WEIGHED)[unit]
        return round(value * times, 6), base
    if value != int(value) and unit in FRACTION_OF:
        times, base = FRACTION_OF[unit]
        return round(value * times, 6), base
    return value, unit
