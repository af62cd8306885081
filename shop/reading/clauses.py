"""A buyer's words in clauses: what is left of a message, split where one row of an order ends."""

from dataclasses import dataclass

from shop.reading.letter import Letter
from shop.reading.pieces import Piece, read_pieces
from shop.reading.words import FILLERS, NET, TINTS

SEPARATORS = frozenset({",", ";", "\n", "+", "&", ".", "|", "…", "..", "...", "(", ")"})
VARIANT_MARKS = frozenset({"size", "colour", "flavour", "motif", "variant", "level"})

# Phrases that order, ask, pay or greet, but name nothing.
SAYS_NOTHING = (
    *("want", "drop", "ask", "strong_ask", "me", "via", "pay", "eh", "product", "quantity", "to", "repeat", "thanks"),
    *("paid", "complain", "still", "cod", "transfer"),
)


@dataclass(slots=True)
class Clause:
    words: list[str]
    variants: list[str]
    pieces: list[Piece]
    tail: str = ""
    negative: bool = False
    mixed: bool = False
    corrected: bool = False
    plural: bool = False
    which: bool = False
    part: bool = False  # "yang satu"
    words_before: int = 0  # words that stood before the first count
    joined: bool = False


def read_clauses(letter: Letter) -> list[Clause]:
    """The clauses of the unused tokens; one may be empty."""
    pieces = read_pieces(letter.tokens, letter.text)
    by_start = {token.start: at for at, token in enumerate(letter.tokens)}
    clauses = [Clause([], [], [])]
    at = 0
    skipping = False
    while at < len(pieces):
        piece = pieces[at]
        token = by_start.get(piece.start, 0)
        if letter.used[token]:
            if clauses[-1].words or clauses[-1].pieces:
                clauses.append(Clause([], [], []))
            skipping = False
        elif _separates(letter, piece, token):
            joined = letter.is_(token, "and") or piece.key in {"+", "&"}
            clauses.append(Clause([], [], [], joined=joined))
            skipping = False
        elif not skipping:
            skipping = _put(letter, pieces, at, token, clauses)
        at += 1
    return clauses


def _separates(letter: Letter, piece: Piece, token: int) -> bool:
    if piece.kind == "line" or (piece.kind == "sign" and piece.key in SEPARATORS):
        return True
    return letter.is_(token, "and") and piece.kind in {"word", "mark"}


def _put(letter: Letter, pieces: list[Piece], at: int, token: int, clauses: list[Clause]) -> bool:
    """Put one piece in the clause; True when the rest up to the next separator says nothing."""
    piece, clause = pieces[at], clauses[-1]
    written = letter.text[piece.start : piece.end]
    if letter.is_(token, "eh") and clause.pieces:
        clause.corrected = True
    elif piece.kind in {"number", "qty"}:
        if not (piece.kind == "number" and piece.round and "." in written):  # "15.000" is a price
            _put_count(pieces, at, clauses, written, part=letter.is_(token - 1, "which"))
    elif piece.kind == "size":
        clause.variants.append(written.upper())
    elif letter.is_(token, "mixed"):
        clause.mixed = True
    elif _stops(letter, pieces, at, token):
        return bool(clause.words or clause.pieces or piece.key in _ALWAYS_STOP)
    elif letter.is_(token, "which"):
        clause.which = True
    else:
        _put_word(letter, piece, token, clauses, written)
    return piece.kind == "sign" and piece.key == "@"


_ALWAYS_STOP = frozenset({"jam", "hari", "tgl", "tanggal", "total", "ignore", "@"})


def _stops(letter: Letter, pieces: list[Piece], at: int, token: int) -> bool:
    piece = pieces[at]
    named = piece.marks & VARIANT_MARKS or (piece.key == "jam" and not _hour(pieces, at))
    return letter.is_(token, "stop") and not named


def _put_word(letter: Letter, piece: Piece, token: int, clauses: list[Clause], written: str) -> None:
    if _another_colour(clauses[-1], piece):
        clauses.append(Clause([written], [], []))
    elif piece.kind in {"word", "mark"} and not _empty(letter, token, piece):
        clauses[-1].words.append(written)


def _another_colour(clause: Clause, piece: Piece) -> bool:
    """ "topi hitam 1 putih 2": a colour right behind a counted row starts the next."""
    counted = bool(clause.pieces and clause.words) and len(clause.words) == clause.words_before
    return counted and piece.key in TINTS and piece.kind in {"word", "mark"}


def _hour(pieces: list[Piece], at: int) -> bool:
    """ "jam 4" is a time; "mango jam" isn't."""
    return at + 1 < len(pieces) and pieces[at + 1].kind in {"number", "trap"}


def _put_count(pieces: list[Piece], at: int, clauses: list[Clause], written: str, part: bool) -> None:
    clause = clauses[-1]
    before = pieces[at - 1] if at else None
    piece = pieces[at]
    if before is not None and before.marks & VARIANT_MARKS and piece.kind == "number":
        clause.variants.append(f"level {written}" if "level" in before.marks else written)
        return
    if before is not None and before.key == "-" and piece.glued:
        clause.negative = True
    if piece.kind == "qty" and piece.unit in NET and not _only_count(pieces, at):
        clause.words.append(written)
        return
    if before is not None and "content" in before.marks and clause.pieces:
        return
    clause = _next_row(clauses)
    clause.words_before = clause.words_before if clause.pieces else len(clause.words)
    clause.pieces.append(piece)
    clause.part = part and piece.kind == "number"
    clause.plural |= not clause.words


def _next_row(clauses: list[Clause]) -> Clause:
    """Where one more count belongs: "sambel terasi 1 sambel ijo 2" and "1kg apel 2kg jeruk" are two rows."""
    last = clauses[-1]
    behind = last.words[last.words_before :]
    if not last.pieces or not behind or last.corrected or last.variants:
        return last
    if last.words_before:
        last.words = last.words[: last.words_before]
        clauses.append(Clause(behind, [], []))
    else:
        clauses.append(Clause([], [], []))
    return clauses[-1]


def _only_count(pieces: list[Piece], at: int) -> bool:
    """ "pesan 500 gram teri": nothing else in the clause counts."""
    for other in pieces[at + 1 : at + 8]:
        if other.key in SEPARATORS:
            break
        if other.kind in {"number", "qty"}:
            return False
    return pieces[at].unit == "gram" and not any(p.kind == "word" for p in pieces[max(at - 1, 0) : at])


def _empty(letter: Letter, token: int, piece: Piece) -> bool:
    """Words that order, ask or greet, but name nothing."""
    if token == 0 and letter.is_(0, "vocative"):
        return True
    if letter.is_(token, *SAYS_NOTHING):
        return True
    if (
        piece.marks & VARIANT_MARKS
        or piece.key == "x"
        or (piece.marks & {"gets", "per"} and piece.key in {"for", "a", "an", "per"})
    ):
        return True
    return piece.key in FILLERS and piece.key not in {"jajan"}
