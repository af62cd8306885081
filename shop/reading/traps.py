"""Numbers that are never a price or a stock: phones, dates, times, dimensions, long registration numbers."""

from collections.abc import Sequence

from shop.reading.tokens import Token

_MONTHS = frozenset(
    [
        *("januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober"),
        *("november", "desember", "jan", "feb", "mar", "apr", "jun", "jul", "agu", "agt", "sep", "okt", "nov", "des"),
        *("january", "february", "march", "may", "june", "july", "august", "october", "december", "aug", "oct"),
        "dec",
    ]
)

_LENGTHS = frozenset({"m", "cm", "mm", "meter", "mtr", "inch", "inci", "gr", "gram", "g", "ml", "kg"})
_MONEY_MARKS = frozenset({"rp", "idr", "rph"})


def trap_end(tokens: Sequence[Token], at: int) -> int:
    """The token after the trap that starts here, 0 if none does. Looks a bounded number of tokens ahead."""
    if tokens[at].kind == "link":
        return at + 1
    if tokens[at].kind == "number" or tokens[at].key == "+":
        return phone_end(tokens, at) or _date_end(tokens, at) or _by_end(tokens, at)
    return _registration_end(tokens, at)


def phone_end(tokens: Sequence[Token], at: int) -> int:
    """The end of an Indonesian mobile number ("0812-3456-7890", "+62 812 …", "62812…"), 0 if there is none."""
    start = at + 1 if tokens[at].key == "+" else at
    if start >= len(tokens) or not tokens[start].key.startswith(
        ("08", "62", "8") if start > at else ("08", "628", "62")
    ):
        return 0
    digits, end, at = "", 0, start
    while at < len(tokens) and at - start < 16:
        if tokens[at].kind == "number":
            digits += "".join(c for c in tokens[at].key if c.isdigit())
            if len(digits) > 14:
                break
            end = at + 1 if len(digits) >= (10 if digits.startswith("62") else 9) else end  # "628.000.000" is a sum
        elif tokens[at].key not in {"-", ".", "(", ")"}:
            break
        at += 1
    return end if digits.startswith(("08", "628", "8")) else 0


def _date_end(tokens: Sequence[Token], at: int) -> int:
    """ "25/12/2025", "17-08-2026", "12 Mei 2026", "24/7", "10:30"."""
    keys = [token.key for token in tokens[at : at + 5]]
    numeric = [token.kind == "number" for token in tokens[at : at + 5]]
    if keys[:3] == ["24", "/", "7"]:
        return at + 3
    if len(keys) == 5 and numeric[2] and numeric[4] and tokens[at + 1].glued and _is_date(keys):
        return at + 5
    if len(keys) > 2 and keys[1] == ":" and numeric[2] and tokens[at + 1].glued and tokens[at + 2].glued:
        return at + 3 if _small(keys[0], 23) and len(keys[2]) == 2 else 0
    if len(keys) > 1 and keys[1] in _MONTHS and _small(keys[0], 31):
        return at + 3 if len(keys) > 2 and numeric[2] and len(keys[2]) == 4 else at + 2
    return 0


def _is_date(keys: Sequence[str]) -> bool:
    parted = keys[1] == keys[3] and keys[1] in {"/", "-", "."}
    return parted and _small(keys[0], 31) and _small(keys[2], 12) and len(keys[4]) in {2, 4}


def _small(key: str, most: int) -> bool:
    return key.isdigit() and 0 <= int(key[:9]) <= most


def _by_end(tokens: Sequence[Token], at: int) -> int:
    """Dimensions: "2x3 m", "120x160 cm"."""
    end = at
    while end + 2 < len(tokens) and tokens[end + 1].key == "x" and tokens[end + 2].kind == "number" and end - at < 8:
        end += 2
    if end == at:
        return 0
    unit = end + 1 < len(tokens) and tokens[end + 1].key in _LENGTHS
    return end + 2 if unit else end + 1


def _registration_end(tokens: Sequence[Token], at: int) -> int:
    """ "ID35110001234560124": letters with a long number glued to them."""
    if tokens[at].kind != "word" or at + 1 >= len(tokens) or tokens[at].key in _MONEY_MARKS:
        return 0
    number = tokens[at + 1]
    return at + 2 if number.glued and number.key.isdigit() and len(number.key) >= 9 else 0
