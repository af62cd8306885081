"""An order form: lines (or #- and /-separated fields) with labels, as sellers ask buyers to fill in."""

from dataclasses import dataclass, field

from shop.reading.items import Wish, read_wishes
from shop.reading.letter import Letter
from shop.reading.normalise import normalise
from shop.reading.senders import as_address, as_name, take_courier, take_payment, take_phones
from shop.reading.traps import phone_end

MOST_FIELDS = 40
FIELDS = ("name", "phone", "address", "product", "quantity", "choice", "pay", "via", "note")


@dataclass(slots=True)
class Form:
    """What the fields of a form say."""

    name: str | None = None
    phone: str | None = None
    phone_doubt: bool = False
    address: str | None = None
    payment: str | None = None
    courier: str | None = None
    wishes: list[Wish] = field(default_factory=list)


def read_form(text: str) -> Form | None:
    """The form that a message is, or None: at least two labelled fields, or name, address, phone and order in lines."""
    text = normalise(text)
    parts = _parts(text)
    if len(parts) > MOST_FIELDS:
        return None
    labelled = [_labelled(part) for part in parts]
    if sum(label is not None for label, _ in labelled) >= 2:
        return _fill(labelled)
    if len(parts) >= 3 and sum(label is not None for label, _ in labelled) == 0:
        return _unlabelled(parts)
    return None


def _parts(text: str) -> list[str]:
    if text.count("#") >= 3:
        return _paired([part.strip() for part in text.split("#")])
    if text.count("\n") >= 2:
        return [line.strip() for line in text.split("\n") if line.strip()]
    if text.count(" - ") >= 3:
        return [part.strip() for part in text.split(" - ") if part.strip()]
    slashed = [part.strip() for part in text.replace("/ ", "\n").split("\n") if part.strip()]
    return slashed if len(slashed) >= 3 else []


def _paired(fields: list[str]) -> list[str]:
    """ "Nama#Agus#alamat#…": a label and its value are neighbours."""
    parts, at = [], 0
    while at < len(fields):
        letter = Letter(fields[at])
        alone = len(letter) and letter.does[0] & set(FIELDS) and letter.length[0] == len(letter)
        if alone and at + 1 < len(fields):
            parts.append(f"{fields[at]}: {fields[at + 1]}")
            at += 2
        else:
            parts.append(fields[at])
            at += 1
    return [part for part in parts if part]


def _labelled(part: str) -> tuple[str | None, str]:
    """A field's label and its value; (None, part) without a label."""
    letter = Letter(part)
    at = 0
    while at < min(len(letter), 3) and (
        letter.token(at).kind == "number" or letter.key(at) in {".", ")", "-", "*", "•", "▪"}
    ):
        at += 1
    if at < len(letter):
        after, does = at + letter.length[at], letter.does[at]
        if letter.key(after) == "." and after + 1 < len(letter):
            after, does = after + 1 + letter.length[after + 1], letter.does[after + 1]
        kinds = [kind for kind in FIELDS if kind in does]
        if kinds and after < len(letter) and letter.key(after) in {":", "="}:
            value = letter.text[letter.token(after).end :].strip()
            return kinds[0], value
    return None, part


def _fill(labelled: list[tuple[str | None, str]]) -> Form:
    form = Form()
    ordered: list[str] = []
    quantity, choice = "", ""
    for label, value in labelled:
        if label == "name":
            form.name = as_name(value) or None
        elif label == "phone":
            form.phone, form.phone_doubt = _phone(value)
        elif label == "address":
            form.address = f"{form.address} {value}" if form.address else as_address(value) or None
        elif label in {"pay", "via"}:
            _pay_or_send(form, value)
        elif label == "quantity":
            quantity = value
        elif label == "choice":
            choice = f"{choice} {value}".strip()
        elif label == "product":
            value, of_kind = _kind(value)
            choice = f"{choice} {of_kind}".strip()
            ordered += [value] if value else []
        elif label is None:
            _rest(form, value, ordered)
    form.wishes = _wishes(ordered, quantity, choice)
    return form


def _kind(value: str) -> tuple[str, str]:
    """ "sandal kulit (coklat)": what stands in the bracket at the end is the variant, unless it counts."""
    product, bracket, kind = value.removesuffix(")").partition("(")
    closed = value.endswith(")") and product.strip() and "(" not in kind and not any(c.isdigit() for c in kind)
    return (product.strip(), kind.strip()) if bracket and closed else (value, "")


def _phone(value: str) -> tuple[str | None, bool]:
    phone, doubt = take_phones(Letter(value))
    return phone, doubt or (phone is None and any(c.isdigit() for c in value))


def _pay_or_send(form: Form, value: str) -> None:
    letter = Letter(value)
    form.courier = form.courier or take_courier(letter)
    form.payment = form.payment or take_payment(letter)


def _without_bullet(value: str) -> str:
    """ "1. keripik 2 bks" without its number."""
    bare = value.lstrip("0123456789")
    return bare[1:].strip() if bare != value and bare[:1] in {".", ")"} else value.lstrip("-*•▪ ")


def _rest(form: Form, value: str, ordered: list[str]) -> None:
    """A line without a label: how to pay or send, or what is ordered."""
    value = _without_bullet(value)
    letter = Letter(value)
    courier, payment = take_courier(letter), take_payment(letter)
    form.courier, form.payment = form.courier or courier, form.payment or payment
    if form.phone is None:
        form.phone, form.phone_doubt = take_phones(letter)
    left = " ".join(letter.key(at) for at in letter.free())
    if any(c.isalnum() for c in left) and left not in {
        "format order",
        "form order",
        "format pemesanan",
        "form pemesanan",
    }:
        ordered.append(value if not (courier or payment) else left)


def _wishes(ordered: list[str], quantity: str, choice: str) -> list[Wish]:
    wishes = read_wishes(Letter(", ".join(ordered)))
    counts = read_wishes(Letter(quantity)) if quantity else []
    if counts and counts[0].counted and len(wishes) <= 1:
        wishes = wishes or [Wish()]
        first = counts[0]
        wishes[0].quantity, wishes[0].unit, wishes[0].counted = first.quantity, first.unit or wishes[0].unit, True
    if choice and wishes:
        said = " ".join(choice.split())
        wishes[0].variant = f"{wishes[0].variant} {said}" if wishes[0].variant else said
    return wishes


def _unlabelled(parts: list[str]) -> Form | None:
    """Name, address, phone and order, each on its line."""
    phones = [at for at, part in enumerate(parts) if _is_phone(part)]
    if len(phones) != 1 or len(parts) > 6:
        return None
    form = Form()
    form.phone, form.phone_doubt = take_phones(Letter(parts[phones[0]]))
    ordered: list[str] = []
    for at, part in enumerate(parts):
        if at in phones:
            continue
        letter = Letter(part)
        if letter.any("place") and form.address is None and not letter.any("want"):
            form.address = as_address(part)
        elif form.name is None and not any(c.isdigit() for c in part) and at < phones[0] and not letter.any("want"):
            form.name = as_name(part)
        else:
            _rest(form, part, ordered)
    form.wishes = _wishes(ordered, "", "")
    return form if form.wishes and form.name else None


def _is_phone(part: str) -> bool:
    letter = Letter(part)
    return any(
        phone_end(letter.tokens, at)
        for at in range(len(letter))
        if letter.token(at).kind == "number" or letter.key(at) == "+"
    )
