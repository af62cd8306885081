"""A seller who closes for a while: what is understood, what is asked back, and what is none of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.reading import read_opening, read_rest

SATURDAY = date(2026, 11, 21)
UNDERSTOOD = [
    ("melaut sampai Jumat", "melaut", date(2026, 11, 27)),
    ("Libur sampai Senin ya kak", "libur", date(2026, 11, 23)),
    ("tutup dulu 3 hari", "libur", date(2026, 11, 24)),
    ("libur sampai 5 Desember", "libur", date(2026, 12, 5)),
    ("libur sampai sabtu", "libur", date(2026, 11, 28)),
    ("libur sampe besok", "libur", date(2026, 11, 22)),
    ("Libur sampai Kamis, buka lagi Jumat", "libur", date(2026, 11, 27)),
    ("kami libur s/d 1/12", "libur", date(2026, 12, 1)),
    ("mudik sampai tgl 31", "mudik", date(2026, 12, 31)),
    ("mau mudik sampai 2 januari 2027", "mudik", date(2027, 1, 2)),
    ("libur sampai Jum'at", "libur", date(2026, 11, 27)),
    ("libur dua minggu", "libur", date(2026, 12, 5)),
    ("tutup seminggu", "libur", date(2026, 11, 28)),
    ("libur hari ini", "libur", date(2026, 11, 22)),
    ("saya sakit sampai lusa", "sakit", date(2026, 11, 23)),
    ("prei nganti Kemis", "libur", date(2026, 11, 26)),
    ("peré nepi ka rebo", "libur", date(2026, 11, 25)),
    ("closed for 3 days", "libur", date(2026, 11, 24)),
    ("We're on holiday until Monday", "libur", date(2026, 11, 23)),
]
IN_DOUBT = [
    ("libur dulu", ()),
    ("Libur", ()),
    ("libur Jumat", (date(2026, 11, 27), date(2026, 11, 28))),
    ("libur besok", (date(2026, 11, 22), date(2026, 11, 23))),
    ("libur sampai jumat depan", (date(2026, 11, 27), date(2026, 12, 4))),
    ("libur sampai minggu depan", (date(2026, 11, 22), date(2026, 11, 23))),
    ("libur sampai lebaran", ()),
    ("libur sampai 30 februari", ()),
    ("libur sampai 5 november", ()),
    ("libur 999 hari", ()),
]
SOMETHING_ELSE = [
    "libur sampai kapan?",
    "tutup botol 5rb stok 3",
    "tutup panci kaca",
    "sakit kepala",
    "sakit",
    "keripik pisang 15rb",
    "pesan 2 keripik, antar sampai jumat",
    "sampai jumat",
    "",
    "libur " * 500,
]


@pytest.mark.parametrize(("text", "why", "opens"), UNDERSTOOD, ids=[text for text, _, _ in UNDERSTOOD])
def test_the_day_and_the_reason_are_understood(text: str, why: str, opens: date) -> None:
    read = read_rest(text, SATURDAY)
    assert read is not None
    assert (read.why, read.opens, read.guesses) == (why, opens, ())


@pytest.mark.parametrize(("text", "guesses"), IN_DOUBT, ids=[text for text, _ in IN_DOUBT])
def test_a_day_in_doubt_is_not_guessed(text: str, guesses: tuple[date, ...]) -> None:
    read = read_rest(text, SATURDAY)
    assert read is not None
    assert (read.opens, read.guesses) == (None, guesses)


@pytest.mark.parametrize("text", SOMETHING_ELSE, ids=[text[:30] for text in SOMETHING_ELSE])
def test_what_says_something_else_closes_no_stall(text: str) -> None:
    assert read_rest(text, SATURDAY) is None


@pytest.mark.parametrize(
    ("text", "opens"), [("Senin", date(2026, 11, 23)), ("besok", date(2026, 11, 22)), ("5 Des", date(2026, 12, 5))]
)
def test_a_bare_day_answers_the_question(text: str, opens: date) -> None:
    assert read_opening(text, SATURDAY) == (opens, ())


@given(st.text(max_size=100), st.dates(date(2025, 1, 1), date(2030, 1, 1)))
def test_nothing_breaks_it_and_every_day_lies_ahead(text: str, today: date) -> None:
    for said in (text, f"libur sampai {text}"):
        read = read_rest(said, today)
        days = (*(read.guesses if read else ()), *([read.opens] if read and read.opens else []))
        assert all(today < day <= today + timedelta(days=181) for day in days)


@given(st.dates(date(2025, 1, 1), date(2030, 1, 1)), st.integers(1, 150))
def test_any_date_within_half_a_year_is_read_whatever_today_is(today: date, days: int) -> None:
    opens = today + timedelta(days=days)
    read = read_rest(f"libur sampai {opens.day}/{opens.month}", today)
    assert read is not None
    assert read.opens == opens
