"""Looking for words in everything that is kept: every column of every table as text, every file of a folder."""

from pathlib import Path

from sqlalchemy import inspect
from sqlalchemy import text as sql
from sqlmodel import Session


def rows_with(session: Session, *words: str) -> list[str]:
    """Each row of any table in which one of these stands, in any column, as "table: word: row"."""
    connection = session.connection()
    found = []
    for table in inspect(connection).get_table_names():
        names = [column["name"] for column in inspect(connection).get_columns(table)]
        whole = ", ".join(f'CAST("{name}" AS TEXT)' for name in names)
        for row in connection.execute(sql(f'SELECT {whole} FROM "{table}"')):
            written = " | ".join(str(part) for part in row)
            found += [f"{table}: {word}: {written}" for word in words if word.lower() in written.lower()]
    return found


def files_with(folder: Path, *words: str) -> list[str]:
    """Each file under the folder in which one of these stands."""
    found = []
    for file in folder.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            found += [f"{file.name}: {word}" for word in words if word.encode() in data]
    return found
