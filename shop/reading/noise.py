"""What looks like a price, a count or a product and is none: labels, licences, addresses, down payments."""

from shop.reading.parse import Parse

FOREIGN_SIGNS = "$ € £ ¥ ₹ ₩ ฿"
_TERMS = ("cod", "stock", "ready", "left", "gone", "min", "po", "price")
_BETWEEN = frozenset(["no", "nomor", "id", "reg", "nomer", "ke", "di", "via", "s/d"])


def clear_noise(parse: Parse) -> None:
    """Use up every piece that must never become a field."""
    at = 0
    while at < len(parse):
        at = max(_noise_end(parse, at), at) + 1
    for at, piece in enumerate(parse.pieces):
        if piece.kind == "trap":
            parse.taken[at] = True


def _noise_end(parse: Parse, at: int) -> int:
    """The last piece of the noise that starts here, `at` itself if none does."""
    piece = parse.get(at)
    if piece.kind == "word" and not piece.marks:
        return at
    for noise in (_label, _gift, _extra, _foreign_money, _foreign_numbers, _deposit, _address):
        if end := noise(parse, at):
            parse.take(at, end)
            return end - 1
    return _markup(parse, at)


def _label(parse: Parse, at: int) -> int:
    """A form line that is about something else ("Pengiriman: JNE, J&T"), up to its end."""
    starts_line = at == 0 or parse.get(at - 1).kind == "line" or parse.strong(at - 1)
    if not (starts_line and parse.has(at, "label_off") and parse.sign(at + 1, ": =")):
        return 0
    end = at
    while end < len(parse) and parse.get(end).kind != "line":
        if parse.get(end).kind == "money":
            return 0
        end += 1
    return end


def _foreign_numbers(parse: Parse, at: int) -> int:
    """ "P-IRT 206…-28", "jam 10.00", "lebar 70cm": a marker and the numbers behind it."""
    if not parse.has(at, "number", "dimension") or (parse.has(at, "size") and not parse.has(at, "number")):
        return 0
    end = at + 1
    while end - at < 5 and (parse.sign(end, ": . = # /") or parse.get(end).key in _BETWEEN):
        end += 1
    if parse.get(end).kind not in {"number", "qty", "trap"} or (parse.get(end).round and parse.has(at, "dimension")):
        return 0
    while parse.get(end).kind in {"number", "qty", "trap"} or (
        parse.sign(end, "- / .") and parse.get(end).glued and parse.get(end + 1).kind in {"number", "trap"}
    ):
        end += 1
    return end + parse.has(end, "day", "week", "month", "year")


def _gift(parse: Parse, at: int) -> int:
    """ "beli 2 gratis 1", "buy 1 get 1": a present, neither a count nor a tier."""
    given = parse.has(at, "buy") and parse.has(at + 2, "free", "gets") and not parse.has(at + 2, "content")
    return at + 4 if given and parse.counts(at + 1) and parse.counts(at + 3) else 0


def _extra(parse: Parse, at: int) -> int:
    """ "tambah susu 10k": what one may add isn't another product."""
    if not parse.has(at, "extra"):
        return 0
    for end in range(at + 1, at + 4):
        if parse.get(end).kind == "money":
            return end + 1
        if parse.get(end).kind != "word" and not parse.sign(end, "+"):
            return 0
    return 0


def _foreign_money(parse: Parse, at: int) -> int:
    """ "USD 12", "$45", "15 ringgit"."""
    if parse.get(at).kind in {"number", "money"}:
        return at + 2 if parse.has(at + 1, "foreign") or parse.sign(at + 1, FOREIGN_SIGNS) else 0
    if not (parse.has(at, "foreign") or parse.sign(at, FOREIGN_SIGNS)):
        return 0
    end = parse.past(at + 1, f". {FOREIGN_SIGNS}")
    return end + 1 if parse.get(end).kind in {"number", "money", "qty"} else 0


def _deposit(parse: Parse, at: int) -> int:
    """ "DP 50rb", "ongkir 10rb", "min belanja 100rb": money that isn't the price."""
    if not parse.has(at, "fee"):
        return 0
    end = parse.past(at + 1)
    end += parse.filler(end)
    return end + 1 if parse.get(end).kind == "money" else 0


def _address(parse: Parse, at: int) -> int:
    if not parse.has(at, "address"):
        return 0
    end = at + 1
    while end < len(parse) and end - at < 20 and parse.get(end).kind not in {"line", "money"}:
        if parse.sign(end, ". ; |") and end > at + 1 and len(parse.get(end - 1).key) > 2:
            break
        if parse.sign(end, ",") and (parse.has(end + 1, *_TERMS) or parse.has(end + 2, "cod")):
            break
        end += 1
    return end


def _markup(parse: Parse, at: int) -> int:
    """ "<b>", "</b>", "/start": a tag's or a command's word."""
    if parse.sign(at, "<"):
        end = at + 1 + parse.sign(at + 1, "/")
        if parse.sign(end + 1, ">"):
            parse.take(at, end + 2)
            return end + 1
    if parse.sign(at, "/") and at == 0:
        parse.take(at, at + 2)
        return at + 1
    return at
