"""ProductWord: the words by which what is on sale can be found. A row is there only while its product is on sale."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations, product
from typing import Any

from sqlalchemy import String, Text, delete, func, insert
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.prepared import Prepared, prepared
from models.products import Listed, Listing, Product, listing

COUNTED_UP_TO = 100
SPELLINGS = 8
LAST_LETTER = "\U0010ffff"
# In the order of letters' numbers, as in SQLite (which minds no length): in a language's LAST_LETTER isn't the last.
BY_NUMBERS = String(40).with_variant(String(81, collation="C"), "postgresql")


class ProductWord(SQLModel, table=True):
    """One word of a product's name, or two of them, in the form in which words are compared (`shop/searching.py`).

    Two are in their order with a space before each, so that they lie apart from all that begins like either.
    `all_words`: those of the whole name, with a space before and behind each.
    """

    __table_args__ = ({"sqlite_with_rowid": False},)

    word: str = Field(primary_key=True, sa_type=BY_NUMBERS)
    product_id: int = Field(primary_key=True, foreign_key="product.id", index=True)
    all_words: str = Field(default="", sa_type=Text, sa_column_kwargs={"server_default": ""})


def set_words(session: Session, product_id: int, words: Iterable[str]) -> None:
    """From now on the product is found by these words, and by no others."""
    every = set(words)
    wanted = sorted(entries_of(every))
    kept = session.exec(select(ProductWord.word).where(ProductWord.product_id == product_id))
    if sorted(kept) != wanted:
        session.exec(delete(ProductWord).where(col(ProductWord.product_id) == product_id))
        all_words = f" {' '.join(sorted(every))} "
        rows = [{"word": word, "product_id": product_id, "all_words": all_words} for word in wanted]
        if rows:
            session.execute(insert(ProductWord), rows)


def entries_of(words: Collection[str]) -> list[str]:
    """Under what a name of these words is kept: each of them, and each two."""
    return [*words, *(_entry(*two) for two in combinations(words, 2))]


def having_words(session: Session, words: Sequence[str], offset: int, limit: int) -> list[Listed]:
    """A page of what is on sale under all of `words`, newest first.

    A word that no product has counts as the beginning of one. The two that are rarest together lead, so that a page
    costs about the same in a small market and a large one, also of common words that hardly ever meet.
    """
    spellings = {word: _spellings(session, word) for word in words}
    if not spellings or not all(spellings.values()):
        return []
    lead, entries = _rarest(session, spellings)
    others = [word for word in words if word not in lead]
    beside = [f"% {word} %" if word in spellings[word] else f"% {word}%" for word in others]
    newest = _newest(len(others))
    found = {number for entry in entries for number in newest(session, entry, offset + limit, *beside)}
    page = sorted(found, reverse=True)[offset : offset + limit]
    return [Listed(*row) for row in _listed(session, page)]


def _rarest(session: Session, spellings: Mapping[str, list[str]]) -> tuple[tuple[str, ...], list[str]]:
    """Which words lead, and their entries: two, if there are two all of whose spellings we know."""
    known = [word for word in spellings if len(spellings[word]) < SPELLINGS]
    leads: list[tuple[str, ...]] = list(combinations(known or spellings, min(2, len(known)) or 1))
    entries = {lead: [_entry(*found) for found in product(*(spellings[word] for word in lead))] for lead in leads}
    if len(leads) > 1:
        leads.sort(key=lambda lead: _count(session, entries[lead], COUNTED_UP_TO).one())
    return leads[0], entries[leads[0]]


def _entry(*words: str) -> str:
    """Under what a word is kept, or two; the same one twice is one."""
    different = sorted(set(words))
    return different[0] if len(different) == 1 else "".join(f" {word}" for word in different)


def _spellings(session: Session, word: str) -> list[str]:
    """The word itself if any product has it, else up to eight words that begin with it."""
    if _same(session, word).first():
        return [word]
    found: list[str] = []
    while len(found) < SPELLINGS:
        # From one word to the next, however many products share it.
        another = _following(session, found[-1] if found else word, word + LAST_LETTER).one()
        if another is None:
            break
        found.append(another)
    return found


@prepared
def _same(word: str) -> SelectOfScalar[str]:
    return select(ProductWord.word).where(ProductWord.word == word).limit(1)


@prepared
def _following(before: str, after: str) -> SelectOfScalar[str | None]:
    first: Any = func.min(ProductWord.word)  # of no words at all it is None, which SQLAlchemy's types don't tell
    return select(first).where(ProductWord.word > before, ProductWord.word < after)


@prepared
def _count(words: Sequence[str], up_to: int) -> SelectOfScalar[int]:
    """How many products have one of the words; counting stops there."""
    some = select(ProductWord.product_id).where(col(ProductWord.word).in_(words)).limit(up_to).subquery()
    return select(func.count()).select_from(some)


@cache
def _newest(others: int) -> Prepared:
    """The newest products with this very word and so many others beside it: read off the key, nothing is sorted."""

    def build(word: str, limit: int, **beside: str) -> SelectOfScalar[int]:
        all_of_them = [col(ProductWord.all_words).like(other) for other in beside.values()]
        query = select(ProductWord.product_id).where(ProductWord.word == word, *all_of_them)
        return query.order_by(col(ProductWord.product_id).desc()).limit(limit)

    return Prepared(("word", "limit", *(f"other_{number}" for number in range(others))), build)


@prepared
def _listed(ids: Sequence[int]) -> Listing:
    return listing().where(col(Product.id).in_(ids)).order_by(col(Product.id).desc())
