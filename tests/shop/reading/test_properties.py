"""What holds for every text: an amount in any style by any unit reads back, junk changes nothing, nothing raises."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from time import thread_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.demo import moment_of
from handlers.captions import readings_of
from handlers.short_words import bare, says_yes
from handlers.stock import may_count_variants
from shop.reading import (
    besides_stock,
    denies,
    read_amount,
    read_caption,
    read_opening,
    read_order,
    read_price,
    read_rest,
    read_stock,
    read_stock_said,
    read_variant_counts,
    read_variant_prices,
    speaks_of_stock,
    spell_amounts,
    spoken_for_today,
    to_json,
)
from shop.reading.parse import Parse
from shop.reading.tokens import MOST_TOKENS, tokenise
from shop.searching import wished_for, words_of

Style = tuple[Callable[[int], bool], Callable[[int], str]]


def _dots(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def _half(amount: int, scale: int) -> str:
    return f"{amount / scale:g}".replace(".", ",")


def _any(amount: int) -> bool:
    return True


STYLES: list[Style] = [
    (_any, lambda a: f"Rp {_dots(a)}"),
    (_any, lambda a: f"Rp{_dots(a)},-"),
    (_any, lambda a: f"Rp.{_dots(a)},00"),
    (_any, lambda a: f"IDR {a:,}"),
    (_any, lambda a: f"Rp {_dots(a).replace('.', ' . ')}"),
    (_any, lambda a: f"Rp {_dots(a).replace('.', ' .')},-"),
    (lambda a: a % 500 == 0 and a < 10**8, lambda a: f"Rp {_dots(a).replace('.', ' ')}"),
    (_any, _dots),
    (_any, lambda a: f"@{_dots(a)}"),
    (_any, lambda a: f"harga {a}"),
    (_any, lambda a: f"hrg: {_dots(a)}"),
    (_any, lambda a: f"{a} rupiah"),
    (lambda a: a % 1000 == 0 and a < 10**6, lambda a: f"{a // 1000}rb"),
    (lambda a: a % 1000 == 0 and a < 10**6, lambda a: f"{a // 1000} ribu"),
    (lambda a: a % 1000 == 0 and a < 10**6, lambda a: f"{a // 1000}K"),
    (lambda a: a % 1000 == 0 and a < 10**6, lambda a: f"{a // 1000} ewu"),
    (lambda a: a % 500 == 0 and a < 10**6, lambda a: f"{_half(a, 1000)}rb"),
    (lambda a: a % 100_000 == 0 and a >= 10**6, lambda a: f"{_half(a, 10**6)}jt"),
    (lambda a: a % 100_000 == 0 and a >= 10**6, lambda a: f"{a // 10**6}jt{a // 100_000 % 10}"),
    (lambda a: a % 1000 == 0 and a >= 10**6, lambda a: f"{a // 10**6}jt{a // 1000 % 1000:03}"),
    (lambda a: a % 10**6 == 0, lambda a: f"{a // 10**6} juta"),
]
UNITS = {
    "pcs": "pcs", "biji": "pcs", "bks": "bungkus", "pack": "bungkus", "botol": "botol", "btl": "botol", "kg": "kg",
    "kilo": "kg", "ons": "ons", "liter": "liter", "ikat": "ikat", "sachet": "sachet", "kotak": "box", "dus": "dus",
    "toples": "toples", "cup": "cup", "porsi": "porsi", "lembar": "lembar", "lbr": "lembar", "meter": "meter",
    "pasang": "pasang", "set": "set", "paket": "paket", "ekor": "ekor", "karung": "karung", "roll": "roll",
    "sisir": "sisir", "batang": "batang", "papan": "papan", "loyang": "loyang", "tusuk": "tusuk", "butir": "butir",
}  # fmt: skip
JUNK = [
    "", "🔥🔥", "WA 081234567890", "exp 12/2026", "P-IRT 2063507010243-28", "buka 08.00-17.00", "😍 ready kak",
    "NIB 0220001234567", "free ongkir", "kode pos 65151", "lebar 70cm", "halal ID35110001234560124", "24/7",
    "tgl 17/08/2026", "nego", "0857-1234-5678",
]  # fmt: skip

amounts = st.one_of(
    st.integers(20, 1999).map(lambda n: n * 50),
    st.integers(1, 999).map(lambda n: n * 1000),
    st.integers(1, 999).map(lambda n: n * 1_000_000),
    st.integers(10, 9990).map(lambda n: n * 100_000),
)


@st.composite
def written(draw: st.DrawFn) -> tuple[int, str]:
    amount = draw(amounts)
    fitting = [say for fits, say in STYLES if fits(amount)]
    return amount, draw(st.sampled_from(fitting))(amount)


@settings(max_examples=400, deadline=None)
@given(written(), st.sampled_from(sorted(UNITS)), st.sampled_from(["/", " / ", " per ", "/ "]))
def test_an_amount_by_a_unit_reads_back(sum_: tuple[int, str], word: str, by: str) -> None:
    amount, said = sum_
    listing = read_caption(f"keripik talas {said}{by}{word}")
    assert (listing.price, listing.per, listing.unit, listing.ambiguous) == (amount, 1, UNITS[word], ())
    assert listing.name == "keripik talas"
    reply = read_price(f"{said}{by}{word}")
    assert (reply.price, reply.unit, reply.ambiguous) == (amount, UNITS[word], ())


@settings(max_examples=300, deadline=None)
@given(written(), st.sampled_from(JUNK), st.sampled_from(JUNK))
def test_junk_around_a_price_changes_nothing(sum_: tuple[int, str], before: str, after: str) -> None:
    amount, said = sum_
    listing = read_caption(f"{before}\nkeripik talas {said}\n{after}")
    assert (listing.price, listing.ambiguous) == (amount, ())


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 9999), st.sampled_from(["stok {}", "ready {} pcs", "sisa {}", "tinggal {} kak", "{}", "ada {}"]))
def test_a_stock_reads_back(count: int, saying: str) -> None:
    reply = read_stock(saying.format(count))
    assert (reply.stock, reply.ambiguous) == (count, ())


SIGNS = "0123456789.,/-+@~><=()[]:;|!?%&#*'\"\n \t🔥\u200b"
CRUMBS = """rb jt Rp isi min stok PO sewu rong setengah S-XL kg pcs warna dan grosir diskon dari jadi 08 hp nama
alamat ke beli dapat per hari level 3x4 lusin sak bukan cod no"""
crumbs = st.sampled_from([*SIGNS, *CRUMBS.split()])


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(
        st.text(max_size=300), st.lists(crumbs, max_size=80).map("".join), st.lists(crumbs, max_size=80).map(" ".join)
    )
)
def test_nothing_raises(text: str) -> None:
    for read in (read_caption, read_price, read_stock, read_order):
        assert to_json(read(text))
    assert 0 not in (read_variant_prices(text, ("S", "warna dan", "3x4", "\u200b"), "kaos isi min") or {}).values()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=6000))
def test_the_work_is_bounded(text: str) -> None:
    parse = Parse(text)
    assert len(tokenise(parse.text)) <= MOST_TOKENS
    assert len(parse) <= MOST_TOKENS


SHORT, LONG = 512, 4096
TODAY = date(2026, 11, 22)
READERS: dict[str, Callable[[str], object]] = {
    "amount": read_amount,
    "bare": bare,
    "besides stock": besides_stock,
    "caption": read_caption,
    "denies": denies,
    "halves": spell_amounts,
    "may count variants": may_count_variants,
    "moment": lambda text: moment_of(text, datetime(2026, 11, 22, tzinfo=UTC)),
    "opening": lambda text: read_opening(text, TODAY),
    "order": read_order,
    "price": read_price,
    "readings": readings_of,
    "rest": lambda text: read_rest(text, TODAY),
    "stock": read_stock,
    "stock said": read_stock_said,
    "stock of one's own": speaks_of_stock,
    "today": spoken_for_today,
    "variant counts": read_variant_counts,
    "variant prices": lambda text: read_variant_prices(text, ("a", "be", "1 kg"), "kaos"),
    "wished for": wished_for,
    "words": words_of,
    "yes": says_yes,
}
REPEATED = [
    "1", "a", "e", "be", "٣", "½", "ß", "(", ",", ".", "-", "=", "+", "'", "#", " ", "\n", "\t", "Rp", "rb",
    "kg", "1x", "1½", "a,", "a#", "a'", "1 ", "1.", "1.000", "1 .000", "a - ", "/ ", "🍌", "setengah ",
    "satu setengah ", "kg setengah", "hari ini ", "hari ini saja", "untuk ", "stok 5 ", "habis ", "dua ",
    "pesan 1 a ", "nama: a\n", "- a 15rb\n", "ya ",
]  # fmt: skip
A_MOMENT = 0.03  # seconds; what takes less keeps nobody waiting


def _hostile(letters: int) -> list[str]:
    alone = [(kind * letters)[:letters] for kind in REPEATED]
    gaps = [f"a{gap * (letters - 2)}b" for gap in (" ", "\n", "(", ",")]
    return [*alone, *gaps, " " * (letters - 1) + "b", "x" + "ab" * (letters // 2 - 1) + "?"]


def _work(read: Callable[[str], object], text: str) -> float:
    began = thread_time()
    read(text)
    return thread_time() - began


@pytest.mark.parametrize("reader", READERS)
def test_the_work_grows_with_the_text_and_not_with_its_square(reader: str) -> None:
    read = READERS[reader]
    read("Keripik 15rb stok 3")
    for short, long in zip(_hostile(SHORT), _hostile(LONG), strict=True):
        took = _work(read, long)
        for _ in range(5):
            if took < A_MOMENT or took < 2 * LONG / SHORT * _work(read, short):
                break
            took = min(took, _work(read, long))  # somebody else may have been at work on this machine, too
        else:
            pytest.fail(f"{reader}: {long[:12]!r}… of {LONG} letters took {took:.3f} s")


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(crumbs, max_size=60).map(" ".join)))
def test_what_is_read_is_possible(text: str) -> None:
    listing = read_caption(text)
    assert listing.price is None or 0 < listing.price <= 10**9
    assert listing.price is not None or "price" in listing.ambiguous
    assert listing.name is not None or "name" in listing.ambiguous
    assert listing.per >= 1
    assert listing.stock is None or listing.stock >= 0
    assert list(listing.ambiguous) == sorted(set(listing.ambiguous))
