"""What a caption offers for today only: the morning's catch, vegetables, cake that doesn't keep."""

import re

_ONLY = "saja|aja|doang|sahaja|thok|tok|wae|bae|wungkul"
_TODAY = "hari ini|dina iki|dinten ieu|poe ieu"
_OF = "khusus|cuma|cuman|hanya|untuk|buat|kanggo|tangkapan|panen|panenan|petik|petikan|masakan"
# A match begins where a gap begins: tried from each space, 4,096 of them would be read 4,096 times.
_FOR_TODAY = re.compile(
    r"(?<![\s,(])[\s,(]*"
    rf"\b(?:(?:{_OF}) (?:{_TODAY})(?: (?:{_ONLY}))?|(?:{_TODAY}) (?:{_ONLY})|today only|only today)\b[)!.]*",
    re.IGNORECASE,
)
# "Promo khusus hari ini" says until when the price is low, not the fish fresh.
_OF_THE_PRICE = re.compile(r"\b(?:promo|diskon|disc|sale|harga|gratis|bonus)", re.IGNORECASE)


def spoken_for_today(text: str) -> tuple[str, bool]:
    """A caption without the words that say that it is for today only, and whether there were any."""
    if _OF_THE_PRICE.search(text):
        return text, False
    rest, found = _FOR_TODAY.subn(" ", text)
    return (rest.strip(" :"), True) if found else (text, False)
