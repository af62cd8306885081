"""Who orders and where it goes: name, phone, address, payment and courier out of a buyer's message."""

from shop.reading.letter import Letter
from shop.reading.traps import phone_end
from shop.reading.words import TALK

COURIERS = ("jne", "jnt", "sicepat", "pos", "anteraja", "ojek")
PAYMENTS = ("cod", "qris", "ewallet", "tunai", "transfer")
_STREETS = frozenset(["jl", "jln", "jalan", "perum", "perumahan", "ds", "desa", "dsn", "dusun", "komplek", "gg"])
_NEW_THOUGHT = ("name", "phone", "pay", "via", "me", "want", "note", "paid", "product", *COURIERS, *PAYMENTS)
_MOST_NAME_WORDS = 4


def take_phones(letter: Letter) -> tuple[str | None, bool]:
    """The first phone in E.164 and whether to ask: two phones, or one that can't be right."""
    found: list[str] = []
    broken = False
    for at in range(len(letter)):
        if letter.used[at]:
            continue
        token = letter.token(at)
        end = phone_end(letter.tokens, at) if token.kind == "number" or token.key == "+" else 0
        if end:
            found.append(_e164(letter.said(at, end)))
            letter.use(_label_before(letter, at, "phone"), end)
        elif letter.is_(at, "phone"):
            broken |= _broken_phone(letter, at)
    return (found[0] if found else None), len(set(found)) > 1 or (broken and not found)


def _e164(said: str) -> str:
    digits = "".join(c for c in said if c.isdigit())
    digits = digits.removeprefix("62") if digits.startswith("62") else digits.removeprefix("0")
    return f"+62{digits}"


def _label_before(letter: Letter, at: int, doing: str) -> int:
    """Where the label in front of a value starts ("no hp :"), or the value itself."""
    back = at
    while back and letter.key(back - 1) in {":", "=", ".", "#"}:
        back -= 1
    for first in range(max(back - 3, 0), back):
        if letter.is_(first, doing) and first + letter.length[first] == back:
            return first
    return at


def _broken_phone(letter: Letter, at: int) -> bool:
    number = letter.past(at + letter.length[at])
    if number >= len(letter) or letter.token(number).kind != "number" or letter.key(at) in {"no", "nomor"}:
        return False
    digits = sum(c.isdigit() for c in letter.key(number))
    if digits < 4 or phone_end(letter.tokens, number):
        return False
    letter.use(at, number + 1)
    return True


def take_name(letter: Letter) -> str | None:
    """The buyer's name behind "a.n.", "nama", "sy"."""
    for at in letter.free():
        if letter.is_(at, "name") and not _glued_to_number(letter, at):
            first = letter.past(at + letter.length[at])
            if first < len(letter) and letter.key(at) in {"an", "im", "contact"} and not letter.capital(first):
                continue
        elif letter.is_(at, "me") and letter.capital(at + 1) and not letter.does[at + 1]:
            first = at + 1
        else:
            continue
        end = _name_end(letter, first)
        if end > first:
            said = letter.said(first, end)
            letter.use(at, end)
            _drop_origin(letter, end)
            return as_name(said)
    return None


def _glued_to_number(letter: Letter, at: int) -> bool:
    return at > 0 and letter.token(at).glued and letter.token(at - 1).kind == "number"


def _name_end(letter: Letter, first: int) -> int:
    end = first
    while end < len(letter) and end - first < _MOST_NAME_WORDS + 1 and not letter.used[end]:
        titled = letter.key(end) in {"bu", "pak", "mas", "mbak", "mba", "ibu", "bapak", "kak", "teh", "kang"}
        if letter.key(end) == "." and end > first and letter.key(end - 1) in {"mr", "mrs", "ms", "h", "hj"}:
            end += 1
            continue
        if letter.token(end).kind != "word" or (
            letter.does[end] and not titled and not (letter.capital(end) and end == first)
        ):
            break
        if letter.key(end) in {"dari", "from", "di"} or (titled and end > first):
            break
        end += 1
    return end


def _drop_origin(letter: Letter, at: int) -> None:
    """ "saya Maria dari Maumere": where she is from isn't where it goes."""
    if letter.key(at) in {"dari", "from"}:
        letter.use(at, at + 2)


def as_name(said: str) -> str:
    """A person's name with capitals."""
    return " ".join(word.capitalize() if word.isupper() or word.islower() else word for word in said.split())


def take_address(letter: Letter) -> tuple[str | None, bool]:
    """The address as written and whether it must be asked ("alamat biasa")."""
    for at in letter.free():
        if letter.is_(at, "usual"):
            letter.use(at - (letter.key(at - 1) == "ke") - (letter.key(at - 2) == "kirim"), at + letter.length[at])
            return None, True
    for at in letter.free():
        if not letter.is_(at, "address"):
            continue
        first = letter.past(at + letter.length[at])
        if letter.is_(first, "usual_place"):
            letter.use(at, first + letter.length[first])
            return None, True
        if (found := _address(letter, at, first)) is not None:
            return found, False
    for at in letter.free():
        if letter.key(at) in _STREETS and (at == 0 or not letter.token(at).glued):
            start = at - (letter.is_(at - 1, "to") or letter.is_(at - 1, "place"))
            first = start if letter.is_(start, "place") else at
            return _address(letter, start, first), False
        if letter.is_(at, "to") and _goes_to(letter, at + 1):
            return _address(letter, at, at + 1), False
    return _cod_place(letter), False


def _goes_to(letter: Letter, at: int) -> bool:
    if at >= len(letter) or letter.token(at).kind != "word":
        return False
    if letter.is_(at, *PAYMENTS):
        return False
    return letter.capital(at) or letter.is_(at, "place") or (letter.any("send") and not letter.does[at])


def _cod_place(letter: Letter) -> str | None:
    """ "iso COD Klaten?": the town behind it."""
    for at in letter.free():
        after = at + letter.length[at]
        if (
            letter.is_(at, "cod")
            and letter.capital(after)
            and letter.token(after).kind == "word"
            and not letter.does[after]
        ):
            end = _address_end(letter, after)
            letter.use(after, end)
            return as_address(letter.said(after, end))
    return None


def _address(letter: Letter, start: int, first: int) -> str | None:
    end = _address_end(letter, first)
    while end > first and (
        letter.does[end - 1] & {"drop", "ask"} or letter.key(end - 1) in {",", ".", "-", "(", "/", "nggih"}
    ):
        end -= 1
    if end <= first:
        return None
    said = letter.said(first, end)
    letter.use(start, end)
    return as_address(said)


def _address_end(letter: Letter, at: int) -> int:
    """An address ends at a line, a question mark, a used token, or where a new thought begins."""
    first = at
    while at < len(letter) and not letter.used[at] and at - first < 60:
        key = letter.key(at)
        if key in {"\n", "?", ";", "!", "#", "|"}:
            break
        if key in {",", ".", "-"} and _new_thought(letter, at + 1, soft=key != "."):
            break
        if key == "." and len(letter.key(at - 1)) > 4 and not letter.key(at - 1).isdigit():
            break
        if at > first and _other_matter(letter, at):
            break
        at += 1
    return at


_LOUD = frozenset(
    ["cod", "qris", "dana", "ovo", "gopay", "tf", "hp", "wa", "transfer", "bca", "bri", "bni", "jne", "nama", "an"]
)


def _other_matter(letter: Letter, at: int) -> bool:
    """A word in an address that belongs to paying, sending or naming, and not to a street's name."""
    if not letter.is_(at, *PAYMENTS, "name", "phone", "via", "pay", "want", "stop") or letter.is_(at, "place"):
        return False
    named = letter.capital(at) and letter.key(at) not in _LOUD
    return not named and letter.key(at) not in {"no", "nomor", "ka", "ku"}


def _new_thought(letter: Letter, at: int, *, soft: bool) -> bool:
    if at >= len(letter) or letter.used[at]:
        return True
    if letter.is_(at, *_NEW_THOUGHT) and letter.key(at) not in {"no", "pos", "di"}:
        return not letter.is_(at, "place")
    return soft and letter.is_(at, "drop", "ask", "stop") and not letter.capital(at) and not letter.is_(at, "place")


def as_address(said: str) -> str:
    """An address as written; one in capitals is made readable."""
    said = " ".join(said.split())
    return said.title() if said.isupper() and len(said) > 4 else said


def take_payment(letter: Letter) -> str | None:
    """cod, transfer, qris, ewallet or tunai."""
    return _take_first(letter, PAYMENTS, ("pay", "via", "paid"))


def take_courier(letter: Letter) -> str | None:
    """jne, jnt, sicepat, pos, anteraja or ojek."""
    return _take_first(letter, COURIERS, ("via",))


def _take_first(letter: Letter, kinds: tuple[str, ...], leads: tuple[str, ...]) -> str | None:
    found = None
    for at in list(letter.free()):
        if not letter.is_(at, *kinds):
            continue
        kind = next(k for k in kinds if k in letter.does[at])
        if letter.does[at] & {"paid"} and kind == "transfer" and found:
            continue
        found = found or kind
        first = at
        while (
            first
            and letter.is_(first - 1, *leads)
            and not letter.is_(first - 1, "want")
            and letter.token(first - 1).kind == "word"
        ):
            first -= 1
        letter.use(first, at + letter.length[at])
    return found


def paid_by(letter: Letter) -> str | None:
    """How somebody says that they have paid ("sudah saya transfer"), also inside a longer phrase."""
    for token in letter.tokens:
        does = TALK.alone.get(token.key.removesuffix("nya"), frozenset())
        for kind in PAYMENTS:
            if kind in does:
                return kind
    return None
