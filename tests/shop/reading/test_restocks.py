"""What sellers say of their stock: so many now, so many more, so many gone; and what is another count altogether."""

import pytest

from shop.reading import StockSaid, read_amount, read_stock_said
from tests.shop.reading.scoring import rows


@pytest.mark.parametrize("file", ["own_stocks.jsonl", "heldout_stocks.jsonl", "others_stocks.jsonl"])
def test_what_is_read_as_an_amount_is_read_of_a_stock_as_well(file: str) -> None:
    for row in rows(file, "stock"):
        amount = read_amount(row["text"])
        assert read_stock_said(row["text"]) == (amount and StockSaid(amount.count, amount.unit)), row["text"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("12 aja kak", StockSaid(12)),
        ("hari ini 20", StockSaid(20)),
        ("sekarang tinggal 12 bungkus", StockSaid(12, "bungkus")),
        ("saya punya 7", StockSaid(7)),
        ("cuma bisa 7", StockSaid(7)),
        ("adanya 7 bu", StockSaid(7)),
        ("sisa 20 lagi", StockSaid(20)),
        ("12 ya kak, terima kasih", StockSaid(12)),
        ("maaf yang ada cuma 7", StockSaid(7)),
        ("kosong dulu ya", StockSaid(0)),
        ("stok jadi 20", StockSaid(20)),
        ("sudah habis kak", StockSaid(0)),
        ("habis terjual", StockSaid(0)),
        ("laku 3, sisa 7", StockSaid(7)),
        ("sekilo setengah", StockSaid(1500, "gram")),
        ("+5", StockSaid(5, changes=True)),
        ("tambah 5 lagi", StockSaid(5, changes=True)),
        ("masuk 10", StockSaid(10, changes=True)),
        ("baru datang 2 lusin", StockSaid(24, "pcs", changes=True)),
        ("tambah 1 kg 500 gram", StockSaid(1500, "gram", changes=True)),
        ("masuk 1.000", StockSaid(1000, changes=True)),
        ("rusak 2", StockSaid(-2, changes=True)),
        ("2 pecah kak", StockSaid(-2, changes=True)),
        ("busuk setengah kilo", StockSaid(-500, "gram", changes=True)),
        ("hari ini laku 3", StockSaid(-3, changes=True)),
        ("terjual 3 bungkus", StockSaid(-3, "bungkus", changes=True)),
    ],
)
def test_totals_and_changes_are_told_apart(text: str, said: StockSaid) -> None:
    assert read_stock_said(text) == said


@pytest.mark.parametrize(
    "text",
    [
        *("besok 10", "besok masuk 10", "20 menit lagi", "20 menit", "2 jam lagi", "3 hari lagi", "jam 5", "lusa 5"),
        *("bukan 5", "belum laku 3", "tidak ada 5", "20 lagi", "baru 5", "5 orang", "3x", "#5", "mau 5", "pesan 5"),
        *("stok 20 rusak 2", "masuk 10 laku 3", "masuk 10 jadi 15", "sisa rusak 2", "laku", "rusak semua", "kurang 2"),
        *("dulu 5", "min 5", "masuk seratus ribu", "masuk 100 ribu", "laku sejuta"),
        *("besok habis", "uang saya habis", "belum habis", "nanti habis", "12 botol, 3 botol", "25rb", ""),
    ],
)
def test_what_may_be_another_count_is_not_one_of_the_stock(text: str) -> None:
    assert read_stock_said(text) is None


def test_a_product_may_be_named_beside_its_number() -> None:
    assert read_stock_said("keripik pisang 20", "Keripik Pisang manis") == StockSaid(20)
    assert read_stock_said("keripik 20 menit", "Keripik Pisang") is None


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("Beras pecah kulit", "beras pecah kulit 5", StockSaid(5)),
        ("Beras pecah kulit", "beras pecah kulit rusak 5", StockSaid(-5, changes=True)),
        ("Beras pecah kulit", "pecah 5", StockSaid(-5, changes=True)),
        ("Jamu masuk angin", "jamu masuk angin 5", StockSaid(5)),
        ("Air mineral 600 ml", "air mineral 600ml masuk 5", None),
        ("Air mineral 600 ml", "air mineral 600 ml masuk 5", StockSaid(5, changes=True)),
        ("Gelas", "gelasnya sudah habis kak", StockSaid(0)),
        ("Gelas bambu", "gelasnya habis", StockSaid(0)),
    ],
)
def test_a_name_says_nothing_of_what_came_or_went(name: str, text: str, said: StockSaid | None) -> None:
    assert read_stock_said(text, name) == said
