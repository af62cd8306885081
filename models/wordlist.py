"""ProductWord: the words by which what is on sale can be found. A row is there only while its product is on sale."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Text, delete, func
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.prepared import Prepared, prepared
from models.products import Listed, Listing, Product, listing

COUNTED_UP_TO = 200
SPELLINGS = 8
LAST_LETTER = "\U0010ffff"


class ProductWord(SQLModel, table=True):
    """One word of a product's name, in the form in which words are compared (`shop/searching.py`).

    `all_words`: those of the whole name, with a space before and behind each.
    """

    __table_args__ = ({"sqlite_with_rowid": False},)

    word: str = Field(primary_key=True, max_length=40)
    product_id: int = Field(primary_key=True, foreign_key="product.id", index=True)
    all_words: str = Field(default="", sa_type=Text, sa_column_kwargs={"server_default": ""})


def set_words(session: Session, product_id: int, words: Iterable[str]) -> None:
    """From now on the product is found by these words, and by no others."""
    wanted = sorted(set(words))
    kept = session.exec(select(ProductWord.word).where(ProductWord.product_id == product_id))
    if sorted(kept) != wanted:
        session.exec(delete(ProductWord).where(col(ProductWord.product_id) == product_id))
        all_words = f" {' '.join(wanted)} "
        session.add_all(ProductWord(word=word, product_id=product_id, all_words=all_words) for word in wanted)


def having_words(session: Session, words: Sequence[str], offset: int, limit: int) -> list[Listed]:
    """A page of what is on sale under all of `words`, newest first.

    A word that no product has counts as the beginning of one. The rarest word leads, so that a page costs about the
    same in a small market and a large one.
    """
    spellings = {word: _spellings(session, word) for word in words}
    if not spellings or not all(spellings.values()):
        return []
    first, *others = sorted(words, key=lambda word: _count(session, spellings[word], COUNTED_UP_TO).one())
    beside = [f"% {word} %" if word in spellings[word] else f"% {word}%" for word in others]
    newest = _newest(len(others))
    found = {number for word in spellings[first] for number in newest(session, word, offset + limit, *beside)}
    page = sorted(found, reverse=True)[offset : offset + limit]
    return [Listed(*row) for row in _listed(session, page)]


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
