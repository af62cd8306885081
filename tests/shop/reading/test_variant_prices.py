"""A new price where there are variants: whose it is, or that it is of all, or that it can't be told."""

import pytest

from shop.reading import read_variant_prices

COLOURS = ("merah", "biru", "hijau")
SIZES = ("S", "M", "L", "XL")
NUMBERS = ("38", "39", "250 gram", "1 kg")


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        ("merah 60rb", {"merah": 60_000}),
        ("MERAH 60RB", {"merah": 60_000}),
        ("merah:60rb", {"merah": 60_000}),
        ("merah,60rb", {"merah": 60_000}),
        ("merah - 60rb", {"merah": 60_000}),
        ("*merah* @60rb", {"merah": 60_000}),
        ("merah 60.000,-", {"merah": 60_000}),
        ("merah 62,5rb", {"merah": 62_500}),
        ("merah 60 000", {"merah": 60_000}),
        ("merah lima puluh ribu", {"merah": 50_000}),
        ("merah 60rb/pcs", {"merah": 60_000}),
        ("merah 60rb per pcs", {"merah": 60_000}),
        ("yang merah 60rb", {"merah": 60_000}),
        ("warna merahnya jadi 60rb ya kak", {"merah": 60_000}),
        ("kaos polos merah 60rb 🙏", {"merah": 60_000}),
        ("merah jd 60rb", {"merah": 60_000}),
        ("yg merah naik jadi 60rb ya", {"merah": 60_000}),
        ("oke, untuk merahnya sekarang 60rb", {"merah": 60_000}),
        ("60rb merah", {"merah": 60_000}),
        ("60rb yang merah", {"merah": 60_000}),
        ("merah: 60rb, biru: 65rb", {"merah": 60_000, "biru": 65_000}),
        ("merah=60rb;biru=65rb", {"merah": 60_000, "biru": 65_000}),
        ("merah 60rb dan biru 65rb", {"merah": 60_000, "biru": 65_000}),
        ("merah 60rb / biru 65rb", {"merah": 60_000, "biru": 65_000}),
        ("merah 60rb/pcs, biru 65rb/pcs", {"merah": 60_000, "biru": 65_000}),
        ("merah 60.000,-, biru 65.000,-", {"merah": 60_000, "biru": 65_000}),
        ("- merah 60.000,-\n- biru 65.000,-", {"merah": 60_000, "biru": 65_000}),
        ("60rb merah, 65rb biru", {"merah": 60_000, "biru": 65_000}),
        ("merah & biru 60rb", {"merah": 60_000, "biru": 60_000}),
        ("merah dan biru 60rb", {"merah": 60_000, "biru": 60_000}),
        ("merah sama biru 60rb", {"merah": 60_000, "biru": 60_000}),
        ("merah/biru 60rb, hijau 70rb", {"merah": 60_000, "biru": 60_000, "hijau": 70_000}),
        ("60rb merah dan biru, 70rb hijau", {"merah": 60_000, "biru": 60_000, "hijau": 70_000}),
    ],
)
def test_a_price_is_of_the_variants_that_are_named(text: str, prices: dict[str, int]) -> None:
    assert read_variant_prices(text, COLOURS, "Kaos polos") == prices


@pytest.mark.parametrize(
    ("text", "known", "prices"),
    [
        ("s 50rb m 55rb", SIZES, {"S": 50_000, "M": 55_000}),
        ("S,M 50rb; L,XL 60rb", SIZES, {"S": 50_000, "M": 50_000, "L": 60_000, "XL": 60_000}),
        ("60rb/L", SIZES, {"L": 60_000}),
        ("size XL 60.000", SIZES, {"XL": 60_000}),
        ("38, 39 60rb", NUMBERS, {"38": 60_000, "39": 60_000}),
        ("38 38.000", NUMBERS, {"38": 38_000}),
        ("250gram 15rb", NUMBERS, {"250 gram": 15_000}),
        ("60rb/1kg", NUMBERS, {"1 kg": 60_000}),
        ("tidak pedas 5rb, pedas 6rb", ("pedas", "tidak pedas"), {"tidak pedas": 5000, "pedas": 6000}),
    ],
)
def test_names_of_variants_may_be_sizes_numbers_or_several_words(
    text: str, known: tuple[str, ...], prices: dict[str, int]
) -> None:
    assert read_variant_prices(text, known) == prices


@pytest.mark.parametrize(
    "text",
    [
        *("60rb", "60.000,-", "60", "Rp60.000/pcs", "60rb per lusin", "60rb aja kak", "harga 60rb ya bu", "60rb, 65rb"),
        *(
            "naik jadi 60rb",
            "oke 60rb",
            "ganti 60rb",
            "sekarang 60rb",
            "harga baru 60rb",
            "kaosnya 60rb",
            "keduanya 60rb",
        ),
        *("semua 60rb", "semuanya jadi 60rb", "semua warna 60rb", "kaos 60rb", "60 ewu mawon nggih"),
    ],
)
def test_a_price_beside_no_name_is_of_all(text: str) -> None:
    assert read_variant_prices(text, COLOURS, "Kaos polos") == {}


@pytest.mark.parametrize(
    "text",
    [
        *("merah", "merah 60", "merah 60-65rb", "merah 60rb?", "merah 0", "merah 60rb 65rb", "merah 60rb, merah 65rb"),
        *("merah naik 5rb", "merah +5rb", "merah + 5rb", "merah -5rb", "merah diskon 5rb", "merah besok 60rb"),
        *(
            "merah 60rb/lusin",
            "merah 60rb/kg",
            "merah stok 60.000",
            "merah semua 60rb",
            "semua 60rb kecuali merah 65rb",
        ),
        *("bukan merah, biru 60rb", "biru tetap, merah 60rb", "biru sama kayak merah 60rb", "merah tua 60rb"),
        *("merah 60rb, biru", "merah 60rb biru 65rb hijau", "60rb merah, biru 65rb", "merah - biru 60rb"),
        *("merah 60rb, kuning 65rb", "kuning 60rb", "mera 60rb", "60rb XL", "naik 5rb", "diskon 5rb"),
    ],
)
def test_what_may_mean_something_else_is_of_nobody(text: str) -> None:
    assert read_variant_prices(text, COLOURS, "Kaos polos") is None


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        ("250 gram 22rb", {"250gr": 22_000}),
        ("250g 22rb", {"250gr": 22_000}),
        ("setengah kilo 38rb", {"500gr": 38_000}),
        ("sekilo 65rb", {"1kg": 65_000}),
        ("1000 gram 65rb", {"1kg": 65_000}),
        ("22rb/250 gram, 38rb/500 gram", {"250gr": 22_000, "500gr": 38_000}),
        ("22rb", {}),
        ("60rb/kg", None),
        ("100gr 9rb", None),
        ("2 kg 100rb", None),
    ],
)
def test_a_variant_that_is_a_measure_may_be_spelt_otherwise(text: str, prices: dict[str, int] | None) -> None:
    assert read_variant_prices(text, ("250gr", "500gr", "1kg"), "Madu hutan") == prices


@pytest.mark.parametrize("text", ["S-XL 50rb", "XXL 60rb", "60 L"])
def test_sizes_in_between_and_unknown_ones_are_not_made_up(text: str) -> None:
    assert read_variant_prices(text, SIZES) is None


@pytest.mark.parametrize(
    ("text", "per", "unit", "fits"),
    [
        ("kecil 30rb/500 gram", 500, "gram", True),
        ("kecil 30rb/kg", 1, "kg", True),
        ("kecil 30rb/kg", 500, "gram", False),
        ("kecil 30rb/3", 3, None, True),
    ],
)
def test_a_price_is_for_as_much_as_the_product_is_sold_by(text: str, per: int, unit: str | None, fits: bool) -> None:
    assert read_variant_prices(text, ("kecil", "besar"), "Ikan", per, unit) == ({"kecil": 30_000} if fits else None)
