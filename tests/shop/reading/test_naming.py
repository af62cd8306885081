"""The name among chat, description and terms: what stands before and behind it changes nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shop.reading import read_caption

NAMES = ["keripik talas", "tas rotan bulat", "ikan nila", "kue lapis", "kemeja batik", "sambal roa"]
OPENINGS = [
    "", "Assalamualaikum kak, ", "Buat yg kemarin nanya, ", "Ready lagi ya bun! ", "Alhamdulillah baru datang 😍 ",
    "Lagi rame nih, ", "Mau lebaran nih kak. ", "Dijual krn butuh uang: ", "Monggo lur, ", "Hello everyone! ",
]  # fmt: skip
DESCRIPTIONS = [
    "", ", dibuat sendiri", ", rasanya enak bgt", ", prosesnya lama sabar ya", ", baru panen tadi pagi", ", tanpa msg",
    ", tidak mudah rusak", ". Bahannya adem", " utk 10 orang", ", masih bagus", ", jarang dipakai", ", seger tenan",
    ", cocok buat oleh2", ", bukan imitasi", ", dikirim dari Malang",
]  # fmt: skip
PRICES = [" 25rb", ". 25rb", ", hrg 25rb/bks", " Rp 25.000,-", "\nHarga: 25.000", " selawe ewu"]


@settings(max_examples=400, deadline=None)
@given(*(st.sampled_from(parts) for parts in (OPENINGS, NAMES, DESCRIPTIONS, PRICES)))
def test_the_name_is_found_among_other_clauses(opening: str, name: str, description: str, price: str) -> None:
    listing = read_caption(f"{opening}{name}{description}{price}")
    words = (listing.name or "").split()
    assert set(name.split()) <= set(words)
    assert len(words) <= len(name.split()) + 3
    assert (listing.price, listing.ambiguous) == (25_000, ())


@pytest.mark.parametrize(
    "text",
    [
        "Libur dulu ya kak, buka lagi Senin",
        "Toko tutup tgl 1-3 Mei",
        "Selamat pagi semuanya, semoga sehat selalu",
        "Terima kasih yg sudah order",
        "Ada yg punya info kurir?",
        "We are closed on Sunday",
    ],
)
def test_news_and_greetings_sell_nothing(text: str) -> None:
    listing = read_caption(text)
    assert listing.name is None
    assert {"name", "price"} <= set(listing.ambiguous)


SIZES = st.lists(st.sampled_from(["S", "M", "L", "XL", "XXL"]), min_size=2, max_size=5, unique=True)


@settings(max_examples=100, deadline=None)
@given(SIZES, st.sampled_from(["/", ", ", " "]), st.integers(20, 300))
def test_sizes_before_a_price_are_sizes(sizes: list[str], by: str, thousands: int) -> None:
    listing = read_caption(f"kaos polos {by.join(sizes)} {thousands}rb")
    assert (listing.name, listing.price, listing.unit) == ("kaos polos", thousands * 1000, None)
    assert sorted(listing.variants) == sorted(sizes)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.integers(1, 10), min_size=2, max_size=4, unique=True).map(sorted),
    st.sampled_from([" / ", "/", ", ", " | ", "\n- "]),
    st.sampled_from(["gr", "ml"]),
)
def test_packs_with_prices_are_variants(packs: list[int], by: str, unit: str) -> None:
    prices = {f"{pack * 50}{unit}": (pack * 9 + 5) * 1000 for pack in packs}
    said = by.join(f"{label} {price // 1000}rb" for label, price in prices.items())
    listing = read_caption(f"minyak kemiri {said}")
    assert listing.variant_prices == prices
    assert (listing.name, listing.price, listing.ambiguous) == ("minyak kemiri", min(prices.values()), ())


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(["S", "M", "L", "XL", "39", "40"]), st.integers(0, 50), min_size=2))
def test_a_stock_by_size_is_a_sum(counts: dict[str, int]) -> None:
    listing = read_caption("kaos lari 85rb stok " + " ".join(f"{size}={count}" for size, count in counts.items()))
    assert listing.stock == sum(counts.values())
    assert sorted(listing.variants) == sorted(counts)


@pytest.mark.parametrize(
    "text",
    [
        "Kopi 25rb (grosir) 30rb (ecer)",
        "Kain 100rb (nego) 50rb (dp)",
        "Keset 50rb (3 pcs) 20rb (1 pcs)",
        "Madu Rp 90 250 ml",
        "Keripik Rp 15 500 gr",
        "Rengginang sapolo lema ebu sabungkos",
    ],
)
def test_what_may_be_two_things_is_asked(text: str) -> None:
    assert "price" in read_caption(text).ambiguous


@pytest.mark.parametrize(
    ("text", "price"), [("Teri medan isi 12 . 100 ribu", 100_000), ("Baju no 2 . 150 rb", 150_000)]
)
def test_a_full_stop_with_room_is_no_thousands_mark_before_a_suffix(text: str, price: int) -> None:
    assert read_caption(text).price == price
