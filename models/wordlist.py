"""ProductWord: the words by which what is on sale can be found. A row is there only while its product is on sale."""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, exists, func
from sqlmodel import Field, Session, SQLModel, col, select

from models.products import Product
from models.stalls import Stall

COUNTED_UP_TO = 500
SPELLINGS = 8
LAST_LETTER = "\U0010ffff"


class ProductWord(SQLModel, table=True):
    """One word of a product's name, in the form in which words are compared (`shop/searching.py`)."""

    __table_args__ = ({"sqlite_with_rowid": False},)

    word: str = Field(primary_key=True, max_length=40)
    product_id: int = Field(primary_key=True, foreign_key="product.id", index=True)


def set_words(session: Session, product_id: int, words: Iterable[str]) -> None:
    """From now on the product is found by these words, and by no others."""
    wanted = set(words)
    kept = set(session.exec(select(ProductWord.word).where(ProductWord.product_id == product_id)))
    if kept - wanted:
        session.exec(
            delete(ProductWord).where(
                col(ProductWord.product_id) == product_id, col(ProductWord.word).in_(kept - wanted)
            )
        )
    session.add_all(ProductWord(word=word, product_id=product_id) for word in sorted(wanted - kept))


def having_words(session: Session, words: Sequence[str], offset: int, limit: int) -> list[tuple[Product, Stall]]:
    """A page of what is on sale under all of `words`, newest first.

    A word that no product has counts as the beginning of one. The rarest word leads, so that a page costs about the
    same in a small market and a large one.
    """
    spellings = [_spellings(session, word) for word in words]
    if not spellings or not all(spellings):
        return []
    first, *others = sorted(spellings, key=lambda known: _how_many(session, known))
    found = {number for word in first for number in _newest(session, word, others, offset + limit)}
    ids = sorted(found, reverse=True)[offset : offset + limit]
    rows = select(Product, Stall).join(Stall).where(col(Product.id).in_(ids)).order_by(col(Product.id).desc())
    return [(product, stall) for product, stall in session.exec(rows)]


def _newest(session: Session, word: str, others: Sequence[Sequence[str]], limit: int) -> Sequence[int]:
    """The newest products with this very word, and one of each of the others: read off the key, nothing is sorted."""
    query = select(ProductWord.product_id).where(ProductWord.word == word)
    for number, known in enumerate(others):
        other = ProductWord.__table__.alias(f"word{number}")  # type: ignore[attr-defined] # SQLModel hides __table__
        query = query.where(exists().where(other.c.product_id == ProductWord.product_id, other.c.word.in_(known)))
    return session.exec(query.order_by(col(ProductWord.product_id).desc()).limit(limit)).all()


def _spellings(session: Session, word: str) -> list[str]:
    """The word itself if any product has it, else up to eight words that begin with it."""
    if session.exec(select(ProductWord.word).where(ProductWord.word == word).limit(1)).first():
        return [word]
    found: list[str] = []
    while len(found) < SPELLINGS:
        # From one word to the next, however many products share it.
        before, after = found[-1] if found else word, word + LAST_LETTER
        following = select(func.min(ProductWord.word)).where(ProductWord.word > before, ProductWord.word < after)
        another = session.exec(following).one()
        if another is None:
            break
        found.append(another)
    return found


def _how_many(session: Session, words: Sequence[str]) -> int:
    """How many products have one of the words; counting stops at 500."""
    some = select(ProductWord.product_id).where(col(ProductWord.word).in_(words)).limit(COUNTED_UP_TO).subquery()
    return session.exec(select(func.count()).select_from(some)).one()
