"""What is for today only is known from a caption; a price that is for today only is something else."""

import pytest

from shop.reading import read_caption, spoken_for_today


@pytest.mark.parametrize(
    ("caption", "name", "stock"),
    [
        ("Ikan tongkol 25rb stok 10 hari ini saja", "ikan tongkol", 10),
        ("Kue lapis 3rb stok 40, khusus hari ini", "kue lapis", 40),
        ("Tangkapan hari ini: cumi 60rb/kg stok 8 kg", "cumi", 8),
        ("Sayur asem 10rb stok 12 (cuma hari ini!)", "sayur asem", 12),
        ("Nasi uduk 8rb stok 30 buat hari ini aja", "nasi uduk", 30),
        ("Pecel 8rb stok 15 dina iki wae", "pecel", 15),
        ("Chicken pie 30k stock 6 today only", "chicken pie", 6),
    ],
)
def test_for_today_only(caption: str, name: str, stock: int) -> None:
    read = read_caption(caption)
    assert (read.name, read.stock) == (name, stock)
    assert read.price
    assert spoken_for_today(caption)[1]


@pytest.mark.parametrize(
    "caption",
    [
        "Roti bakar 12rb ready hari ini",
        "Promo khusus hari ini! Keripik pisang 10rb stok 20",
        "Keripik pisang 15rb stok 20, beli hari ini kirim besok",
        "Diskon hari ini saja, batik tulis 250rb stok 3",
    ],
)
def test_not_for_today_only(caption: str) -> None:
    assert spoken_for_today(caption) == (caption, False)
