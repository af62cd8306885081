"""The product's name: the clause that says least about anything else, soonest in the text, nearest to the price.

Nothing here knows any product. A caption's free words fall into runs; each is scored by its clause (does it
greet, chat or describe?), its place (a thing is named before it is described) and its way to the price.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from shop.reading.parse import Parse
from shop.reading.words import NET, tells

MOST_WORDS = 7
LONG = 4  # a longer name is cut at its first joint: "lemari pakaian | 2 pintu jati belanda"

# What each observation is worth; found on the own captions, see tests/shop/reading.
_CHATTING = -3.0  # times the share of words that tell something else
_TELLS_FIRST = -1.5
_LATER = -1.0  # for each likelier run before it
_BEHIND_PRICE = -1.5
_AT_PRICE = 0.5
_SENTENCE_AT_PRICE = 1.25
_BEHIND_COLON = 1.25
_OWN_LINE = 1.25
_ASKED = -2.0
_MOSTLY = 0.4  # a clause with such a share of telling words is hardly a name
_ONLY_CHAT = 0.6  # without any price, a clause with such a share says that there is no product


@dataclass(slots=True)
class _Run:
    """Pieces that may be the name, in the clause [first, end); `rank` likely ones stand before it."""

    pieces: list[int]
    first: int
    end: int
    chatting: float
    rank: int


def read_name(parse: Parse) -> str | None:
    """The name in lower case as written, without what says nothing about the product; None if there is none."""
    if labelled := _labelled(parse):
        return _tell(parse, labelled)
    runs = _candidates(parse)
    if not runs or (not parse.offers and _no_product(parse, runs)):
        return None
    best = max(range(len(runs)), key=lambda at: (_score(parse, runs[at]), -at))
    return _tell(parse, _shorten(parse, _with_list(parse, runs, best)))


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
            return _trim(parse, run)[:MOST_WORDS]
    return []


def _candidates(parse: Parse) -> list[_Run]:
    """Every run that holds at least one word which doesn't merely tell, with its clause's share of telling words."""
    runs: list[_Run] = []
    rank = 0
    for first, end in _clauses(parse):
        chatting = _share(parse, first, end)
        for pieces in _runs(parse, first, end):
            trimmed = _trim(parse, pieces)
            if trimmed and not all(_tells(parse, at) for at in trimmed):
                runs.append(_Run(trimmed, first, end, chatting, rank))
                rank += chatting < _MOSTLY
    return runs


def _clauses(parse: Parse) -> Iterable[tuple[int, int]]:
    first = 0
    for at in range(len(parse) + 1):
        if at == len(parse) or parse.broken(at) or _dash(parse, at):
            if at > first:
                yield first, at
            first = at + 1


def _dash(parse: Parse, at: int) -> bool:
    """A dash that stands alone parts thoughts; one inside a word doesn't."""
    return parse.sign(at, "-") and not parse.get(at).glued


def _may_name(parse: Parse, at: int) -> bool:
    piece = parse.get(at)
    if not parse.free(at):
        return False
    return piece.kind in {"word", "size", "number", "mark"} or (piece.kind == "qty" and piece.unit not in NET)


def _runs(parse: Parse, first: int, end: int) -> list[list[int]]:
    """Stretches of free words in a clause, up to where it turns aside; a size inside one doesn't break it."""
    runs: list[list[int]] = [[]]
    named = False
    for at in range(first, end):
        if parse.has(at, "aside") or (named and parse.has(at, "stop")):
            break
        if _may_name(parse, at):
            runs[-1].append(at)
            named = named or not _says_nothing(parse, at)
        elif not ((parse.free(at) or parse.get(at).kind == "trap") and _joins(parse, at)):
            runs.append([])
            named = False
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
    first, end = 0, len(run)
    while first < end and (_says_nothing(parse, run[first]) or _digits(parse, run[first])):
        first += 1
    while end > first and (_says_nothing(parse, run[end - 1]) or parse.get(run[end - 1]).kind == "qty"):
        end -= 1
    return run[first:end] if any(_names(parse, at) for at in run[first:end]) else []


def _digits(parse: Parse, at: int) -> bool:
    return parse.get(at).kind in {"number", "qty"} and not parse.get(at).worded


def _names(parse: Parse, at: int) -> bool:
    return (parse.get(at).kind == "word" and len(parse.get(at).key) > 1) or parse.has(at, "dish")


_KEPT = {
    "content", "motif", "flavour", "colour", "variant", "and", "gets", "number", "was", "day", "dimension", "size",
    "left", "label_off", "banner", "label_name", "year", "dish",
}  # fmt: skip
_ABOUT_IT = ("dimension", "content", "size", "colour", "label_off", "greeting", "now", "discount", "saving", "stop")


def _says_nothing(parse: Parse, at: int) -> bool:
    if parse.filler(at):
        return True
    piece = parse.get(at)
    return piece.kind == "mark" and piece.marks.isdisjoint(_KEPT)


def _tells(parse: Parse, at: int) -> bool:
    """Whether a word chats or describes rather than names."""
    return _says_nothing(parse, at) or tells(parse.get(at).key)


def _share(parse: Parse, first: int, end: int) -> float:
    """How much of a clause greets, chats or describes."""
    words = [at for at in range(first, end) if parse.get(at).kind in {"word", "mark"} and not _in_offer(parse, at)]
    return sum(_tells(parse, at) for at in words) / len(words) if words else 0.0


def _in_offer(parse: Parse, at: int) -> bool:
    return any(offer.first <= at < offer.end for offer in parse.offers)


def _score(parse: Parse, run: _Run) -> float:
    """How likely a run is the name."""
    score = _CHATTING * run.chatting + _LATER * run.rank
    if _tells_first(parse, run):
        score += _TELLS_FIRST
    if parse.sign(run.first - 1, ":") and parse.get(run.first).kind not in {"number", "qty"}:
        score += _BEHIND_COLON
    if _own_line(parse, run):
        score += _OWN_LINE
    if _asked(parse, run):
        score += _ASKED
    if parse.offers and run.pieces[0] > parse.offers[0].at:
        score += _BEHIND_PRICE
    if _leads_to_price(parse, run):
        score += _SENTENCE_AT_PRICE if run.first == 0 or parse.strong(run.first - 1) else _AT_PRICE
    return score


def _asked(parse: Parse, run: _Run) -> bool:
    """ "Sarang walet? bukan, …" only asks; a question with a price in it offers."""
    return parse.sign(run.end, "?") and not any(_in_offer(parse, at) for at in range(run.first, run.end))


def _own_line(parse: Parse, run: _Run) -> bool:
    """A line of its own, such as a title, in a text of several lines."""
    begins = run.first == 0 or parse.get(run.first - 1).kind == "line"
    return begins and run.end < len(parse) and parse.get(run.end).kind == "line"


def _tells_first(parse: Parse, run: _Run) -> bool:
    """ "Bahan katun", "baru panen", "Ukuran 60 cm": what a clause begins with says what it is about."""
    first = next((at for at in range(run.first, run.end) if parse.get(at).kind != "sign"), run.first)
    return not parse.filler(first) and (parse.has(first, *_ABOUT_IT) or tells(parse.get(first).key))


def _leads_to_price(parse: Parse, run: _Run) -> bool:
    """Whether nothing but words stands between a run and the next price."""
    following = next((offer.first for offer in parse.offers if offer.at > run.pieces[-1]), 0)
    return run.pieces[-1] < following <= run.end


def _no_product(parse: Parse, runs: list[_Run]) -> bool:
    """ "Besok libur ya kak, buka lagi Senin": news or a greeting, and nothing is sold."""
    if any(parse.has(at, "news") for at in range(len(parse))):
        return True
    return all(run.chatting > _ONLY_CHAT or _asked(parse, run) for run in runs)


def _with_list(parse: Parse, runs: list[_Run], best: int) -> list[int]:
    """ "ayam bakar, nasi, lalapan 18rb": short names in a row up to the price are one plate."""
    if not parse.offers:
        return runs[best].pieces
    last = best
    while last + 1 < len(runs) and _goes_on(parse, runs[last], runs[last + 1]):
        last += 1
    if last - best < 2 or not _leads_to_price(parse, runs[last]):
        return runs[best].pieces
    return [at for run in runs[best : last + 1] for at in run.pieces]


def _goes_on(parse: Parse, run: _Run, after: _Run) -> bool:
    return parse.sign(run.end, ",") and after.first == run.end + 1 and len(after.pieces) <= 2 and not after.chatting


def _shorten(parse: Parse, run: list[int]) -> list[int]:
    """A long name is its first stretch of two and more words that no telling word breaks."""
    if sum(parse.get(at).kind == "word" for at in run) <= LONG:
        return run[:MOST_WORDS]
    longer = [stretch for stretch in _stretches(parse, run) if len(stretch) > 1]
    return longer[0][:MOST_WORDS] if longer else run[:MOST_WORDS]


def _stretches(parse: Parse, run: list[int]) -> Iterable[list[int]]:
    """Parts of a run between telling words; a number and what it counts end one ("lemari 2 pintu | jati")."""
    stretch: list[int] = []
    counted = 0
    for at in run:
        told = tells(parse.get(at).key)
        if told or counted > 1:
            yield _trim(parse, stretch)
            stretch, counted = [], 0
        if not told:
            stretch.append(at)
        counted += bool(counted) or _counts_parts(parse, at)
    yield _trim(parse, stretch)


def _counts_parts(parse: Parse, at: int) -> bool:
    piece = parse.get(at)
    return piece.kind in {"number", "qty"} and not piece.glued and not piece.worded
