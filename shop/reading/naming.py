"""The product's name: the words that no rule has used, nearest to the price."""

from shop.reading.parse import Parse
from shop.reading.words import NET

MOST_WORDS = 7


def read_name(parse: Parse) -> str | None:
    """The name in lower case as written, without what says nothing about the product; None if there is none."""
    labelled = _labelled(parse)
    if labelled:
        return _tell(parse, labelled)
    runs = [run for run in (_trim(parse, run) for run in _runs(parse)) if run]
    if not runs:
        return None
    return _tell(parse, _nearest(parse, runs)[:MOST_WORDS])


def _tell(parse: Parse, run: list[int]) -> str:
    said = ""
    for at in run:
        glued = said and parse.get(at).glued and at - 1 in run
        said += ("" if glued else " ") + parse.said(at, at + 1)
    parse.reasons["name"] = said.strip()
    return said.strip().lower()


def _labelled(parse: Parse) -> list[int]:
    """The words behind "Nama:" or "Produk =" at the start of a line."""
    for at in range(len(parse)):
        starts = at == 0 or parse.strong(at - 1) or parse.sign(at - 1, "* -")
        if starts and parse.has(at, "label_name") and parse.sign(at + 1, ": ="):
            run = []
            for after in range(parse.past(at + 1), len(parse)):
                if parse.strong(after) or parse.sign(after, ", ("):
                    break
                if _may_name(parse, after):
                    run.append(after)
            return _trim(parse, run)
    return []


def _may_name(parse: Parse, at: int) -> bool:
    piece = parse.get(at)
    if not parse.free(at):
        return False
    return piece.kind in {"word", "size", "number", "mark"} or (piece.kind == "qty" and piece.unit not in NET)


def _runs(parse: Parse) -> list[list[int]]:
    """Unbroken stretches of free words; a size inside one is left out without breaking it."""
    runs: list[list[int]] = [[]]
    aside = False
    for at, piece in enumerate(parse.pieces):
        aside = (aside or parse.has(at, "aside")) and not parse.broken(at)
        if not aside and _may_name(parse, at) and not (parse.has(at, "stop") and runs[-1]):
            runs[-1].append(at)
        elif aside or not ((parse.free(at) or piece.kind == "trap") and _joins(parse, at)):
            runs.append([])
    return [run for run in runs if run]


def _joins(parse: Parse, at: int) -> bool:
    piece = parse.get(at)
    if piece.kind == "qty" and piece.unit in NET:
        return True
    if piece.kind == "trap":
        return "x" in piece.key  # "sprei 160x200 4 bantal"
    return parse.sign(at, "- / & + ' \"") and (piece.glued or parse.sign(at, "& +")) and _may_name(parse, at + 1)


def _trim(parse: Parse, run: list[int]) -> list[int]:
    """Without fillers and markers at both ends, and without a number in front."""
    while run and (
        _says_nothing(parse, run[0]) or (parse.get(run[0]).kind in {"number", "qty"} and not parse.get(run[0]).worded)
    ):
        run = run[1:]
    while run and (_says_nothing(parse, run[-1]) or parse.get(run[-1]).kind == "qty"):
        run = run[:-1]
    return run if any(parse.get(at).kind == "word" and len(parse.get(at).key) > 1 for at in run) else []


_KEPT = frozenset(
    {
        "content",
        "motif",
        "flavour",
        "colour",
        "variant",
        "and",
        "gets",
        "number",
        "was",
        "day",
        "dimension",
        "size",
        "left",
        "label_off",
        "banner",
        "label_name",
        "year",
    }
)


def _says_nothing(parse: Parse, at: int) -> bool:
    piece = parse.get(at)
    if parse.filler(at):
        return True
    return piece.kind == "mark" and piece.marks.isdisjoint(_KEPT)


def _nearest(parse: Parse, runs: list[list[int]]) -> list[int]:
    """The run that ends closest before the first price in its sentence; else a title line above it; else behind it."""
    if not parse.offers:
        return max(runs, key=len)
    first = parse.offers[0]
    before = [run for run in runs if run[-1] < first.at]
    after = [run for run in runs if run[0] > first.at]
    if before and not _parted(parse, before[-1][-1] + 1, first.first, ". ! ; ?"):
        return before[-1]
    if after and not before and not _parted(parse, first.end, after[0][0], ""):
        return after[0]
    return _title(parse, before) if before else after[0] if after else runs[0]


def _parted(parse: Parse, first: int, end: int, signs: str) -> bool:
    """Whether a line end or one of the signs stands between two places."""
    return any(parse.get(at).kind == "line" or parse.sign(at, signs) for at in range(first, end))


def _title(parse: Parse, runs: list[list[int]]) -> list[int]:
    """Above the price: the first line that names something, or what is said last on the only line."""
    titles = [run for run in runs if not _describes(parse, run[0])] or runs
    return titles[0] if _parted(parse, titles[0][-1], runs[-1][-1] + 1, "") or len(titles) == 1 else titles[-1]


def _describes(parse: Parse, at: int) -> bool:
    """ "Bahan katun", "Isi 250 gram": a line about the product, not its name."""
    while at > 0 and parse.get(at - 1).kind != "line":
        at -= 1
    while at < len(parse) and parse.get(at).kind == "sign":
        at += 1
    return parse.has(at, "stop", "dimension", "content", "size", "label_off", "greeting", "now", "discount", "saving")
