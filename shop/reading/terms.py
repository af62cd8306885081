"""The terms of a sale: stock, minimum order, days of pre-order, cash on delivery, percent off."""

from dataclasses import dataclass, field

from shop.reading.parse import Count, Parse

_CHOICE_MARKS = ("flavour", "colour", "size", "motif", "level", "variant", "day", "week", "month")


@dataclass(slots=True)
class Terms:
    """What was said beside the price. A `..._doubt` asks the person back."""

    stock: Count | None = None
    gone: bool = False
    stock_doubt: bool = False
    sizes: list[str] = field(default_factory=list)
    minimum: Count | None = None
    preorder_days: int | None = None
    preorder_doubt: bool = False
    cod: bool | None = None
    percent: float | None = None
    percent_of: bool = False


def read_terms(parse: Parse) -> Terms:
    """Everything but the minimum order, which `read_minimum` takes from what the prices leave."""
    terms = Terms()
    for at in range(len(parse)):
        piece = parse.pieces[at]
        if parse.taken[at] or (piece.kind == "word" and not piece.marks and piece.key != "h"):
            continue
        _percent(parse, at, terms)
        _preorder(parse, at, terms)
        _cod(parse, at, terms)
        _stock(parse, at, terms)
    if terms.preorder_doubt and terms.preorder_days is None:
        _days_anywhere(parse, terms)
    return terms


def _days_anywhere(parse: Parse, terms: Terms) -> None:
    """ "Made to order: leather belt 150k, 7 days": pre-order was said, its days stand apart."""
    for at in range(len(parse)):
        if parse.counts(at) and _time_unit(parse, at + 1) and _days_near(parse, at, 1, terms, at):
            return


def _stock(parse: Parse, at: int, terms: Terms) -> None:
    if parse.has(at, "gone") and not terms.stock and not _until(parse, at):
        terms.gone = True
        parse.take(at, at + 1, "stock")
    elif parse.has(at, "stock", "ready", "left") and _stock_after(parse, at, terms):
        return
    elif parse.has(at, "left_after") and parse.counts(at - 1) and not parse.get(at - 1).round:
        _keep_stock(parse, at - 1, at + 1, at - 1, terms)


def _stock_by_size(parse: Parse, at: int, terms: Terms) -> bool:
    """ "stok S=2 M=3", "Ready: 39=1, 40=2": each size with its count; the stock is their sum."""
    end, sizes, total = parse.past(at + 1, ": ."), list[str](), 0
    while parse.free(end) and parse.get(end).kind in {"size", "number"} and parse.sign(end + 1, "= :"):
        if parse.get(end + 2).kind != "number" or not parse.free(end + 2):
            break
        sizes.append(parse.said(end, end + 1).upper())
        total += int(parse.get(end + 2).value)
        end = parse.past(end + 3, ", ; /")
    if len(sizes) < 2 or terms.stock is not None:
        return False
    terms.stock, terms.sizes = Count(total, None, at, end), sizes
    parse.take(at, end, "stock")
    return True


def _until(parse: Parse, at: int) -> bool:
    """ "buka jam 3 sore sampai habis", "08.00 - habis": when, not how many."""
    timed = parse.has(at - 2, "daytime") or (parse.get(at - 2).kind != "word" and not parse.free(at - 2))
    return parse.has(at - 1, "to") or (parse.sign(at - 1, "-") and at > 1 and timed)


def _stock_after(parse: Parse, at: int, terms: Terms) -> bool:
    """ "stok : 18", "ready stok 20 pcs", "sisa 5 toples", "stok ribuan"."""
    if _stock_by_size(parse, at, terms):
        return True
    end = at + 1
    while end - at < 5 and (
        parse.sign(end, ": = .") or parse.has(end, "stock", "ready", "left", "only") or _says_now(parse, end)
    ):
        end += 1
    if parse.has(end, "gone"):
        terms.gone = True
        parse.take(at, end + 1, "stock")
    elif parse.has(end, "many") and not parse.counts(end):
        parse.take(at, end + 1)
    elif parse.counts(end) and _is_count(parse, end):
        _keep_stock(parse, at, end + 1, end, terms)
    else:
        return False
    return True


def _says_now(parse: Parse, at: int) -> bool:
    return parse.get(at).key in {"lagi", "nya", "sekarang", "skrg", "nih", "hanya", "cuma", "tgl", "skrang", "skr"}


def _is_count(parse: Parse, at: int) -> bool:
    """Not the start of "3 warna", "2 hari", nor a price ("ready 15.000", "ready 15000/bks")."""
    piece, after = parse.get(at), at + 1
    if parse.has(after, *_CHOICE_MARKS) or piece.unit in {"ml", "cm"} or parse.sign(after, "%"):
        return False
    if piece.round and not parse.has(at - 1, "stock") and not parse.sign(at - 1, ":"):
        return False
    return not (piece.kind == "number" and parse.sign(after, "/") and parse.unit(after + 1) is not None)


def _keep_stock(parse: Parse, first: int, end: int, at: int, terms: Terms) -> None:
    if terms.stock is not None:
        return
    piece = parse.get(at)
    terms.stock = Count(piece.value, piece.unit, first, end)
    end, about = _about(parse, end)
    terms.stock_doubt = about or piece.high is not None
    parse.take(first, end, "stock")


def _about(parse: Parse, at: int) -> tuple[int, bool]:
    """Past "an", "-an", "+", "lebih": more or less so many."""
    skip = at + parse.sign(at, "-")
    if parse.has(skip, "an") or parse.get(skip).key == "an":
        return skip + 1, True
    if parse.sign(at, "+") or parse.has(at, "up"):
        return at + 1, True
    return at, False


def _preorder(parse: Parse, at: int, terms: Terms) -> None:
    """ "PO 3 hari", "pre-order 2-3 hari", "H-1", "order 2 days ahead", "PO" alone."""
    if (days := _h_minus(parse, at)) is not None:
        terms.preorder_days = days
        parse.take(at, at + 2 + parse.sign(at + 1, "-"), "preorder_days")
    elif parse.has(at, "po"):
        if terms.preorder_days is None and not _days_near(parse, at + 1, 4, terms, at):
            terms.preorder_doubt = True
            parse.take(at, at + 1, "preorder_days")
    elif parse.counts(at) and (parse.has(at + 2, "ahead") or parse.has(at - 1, "ahead")):
        _days_near(parse, at, 1, terms, at)
    elif parse.has(at, "buy", "process") and terms.preorder_days is None:
        _days_near(parse, at + 1, 2, terms, at)


def _h_minus(parse: Parse, at: int) -> int | None:
    if parse.get(at).key != "h" or not (parse.sign(at + 1, "-") or parse.get(at + 1).kind == "number"):
        return None
    number = parse.get(at + 1 + parse.sign(at + 1, "-"))
    return int(number.high or number.value) if number.kind == "number" and number.value <= 90 else None


def _days_near(parse: Parse, at: int, reach: int, terms: Terms, first: int) -> bool:
    """A number of days within `reach` pieces."""
    for near in range(at, at + reach):
        if parse.strong(near) and parse.get(near).key != ".":
            return False
        if (days := _h_minus(parse, near)) is not None:
            terms.preorder_days = days
            parse.take(first, near + 2 + parse.sign(near + 1, "-"), "preorder_days")
            return True
        if parse.counts(near) and (times := _time_unit(parse, near + 1)):
            piece = parse.get(near)
            terms.preorder_days = round((piece.high or piece.value) * times)
            parse.take(first, near + 2, "preorder_days")
            _past_working_days(parse, near + 2)
            return True
        if (days_in_one := _one_time(parse, near)) is not None:
            terms.preorder_days = days_in_one
            parse.take(first, near + 1, "preorder_days")
            return True
    return False


def _past_working_days(parse: Parse, at: int) -> None:
    """ "10 hari (hari kerja)", "5 days ahead"."""
    after = at + parse.sign(at, "(")
    if parse.get(after).key in {"kerja", "ahead", "hari kerja", "lead time"}:
        parse.take(at, after + 1 + parse.sign(after + 1, ")"))


def _one_time(parse: Parse, at: int) -> int | None:
    """ "seminggu", "sehari", "sebulan"."""
    key = parse.get(at).key
    return {"seminggu": 7, "sehari": 1, "saminggu": 7, "sapoe": 1, "sedina": 1, "sebulan": 30}.get(key)


def _time_unit(parse: Parse, at: int) -> int:
    if parse.has(at, "day"):
        return 1
    if parse.has(at, "week"):
        return 7
    return 30 if parse.has(at, "month") else 0


def _cod(parse: Parse, at: int, terms: Terms) -> None:
    """ "bisa COD", "COD Solo" yes; "no COD", "COD tidak bisa" no."""
    if not parse.has(at, "cod"):
        return
    first, end = at, at + 1
    while first > 0 and parse.has(first - 1, "can", "not") and parse.free(first - 1):
        first -= 1
    skip = end
    while skip - end < 3 and (parse.sign(skip, ": =") or parse.filler(skip)) and not parse.has(skip, "can", "not"):
        skip += 1
    while parse.has(skip, "can", "not") and parse.free(skip) and not parse.has(skip, "ready", "stock"):
        skip += 1
        end = skip
    denied = any(parse.has(k, "not") for k in range(first, end))
    terms.cod = not denied
    parse.take(first, end, "cod")
    _cod_place(parse, end)


def _cod_place(parse: Parse, at: int) -> None:
    """ "COD area Garut", "cod mlg": the words behind it are a place, not the product."""
    end = at = at + parse.has(at, "only")
    while end - at < 3 and parse.get(end).kind in {"word", "mark"} and parse.free(end) and not _is_term(parse, end):
        end += 1
    if end == len(parse) or parse.broken(end) or _is_term(parse, end):
        parse.take(at, end)


def _is_term(parse: Parse, at: int) -> bool:
    return parse.has(at, "stock", "ready", "left", "gone", "min", "buy", "po", "price", "colour", "size", "flavour")


def _percent(parse: Parse, at: int, terms: Terms) -> None:
    """ "diskon 20%", "20% off", "diskon 10% dari 50rb"."""
    if not (parse.get(at).kind == "number" and parse.sign(at + 1, "%")):
        return
    before = any(parse.has(k, "discount", "saving", "now") for k in range(max(at - 3, 0), at))
    after = any(parse.has(k, "discount") for k in range(at + 2, at + 4))
    end = at + 2
    if (before or after) and 0 < parse.get(at).value < 100:
        terms.percent = parse.get(at).value
        while parse.has(end, "price", "discount") or parse.filler(end):
            end += 1
        terms.percent_of = parse.has(end, "of", "was") and any(
            parse.get(k).kind == "money" or parse.get(k).round for k in (end + 1, end + 2)
        )
        parse.take(at - before, end if terms.percent_of else at + 2, "price")
    else:
        parse.take(at, at + 2)


def read_minimum(parse: Parse, terms: Terms) -> None:
    """ "min 10 butir", "pesen minimal 10", "min order: 3"; the prices have taken theirs already."""
    for at in range(len(parse)):
        if not parse.has(at, "min") or parse.taken[at]:
            continue
        end = at + 1
        while end - at < 5 and (parse.sign(end, ": = .") or parse.has(end, "buy", "min", "only") or parse.filler(end)):
            end += 1
        if parse.counts(end) and not _time_unit(parse, end + 1):
            piece = parse.get(end)
            terms.minimum = Count(piece.value, piece.unit, at, end + 1)
            parse.take(at, end + 1, "min_order")
            return
