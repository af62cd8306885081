"""How fast the reader is, as ratios to a plain pass over the same texts: `python -m benchmarks.reading`.

Prints captions a second, what that is against normalising and splitting alone, and what the dearest hostile
4,000-character text costs in ordinary captions (the promise: 2,000 a second, and no more than 100 captions).
"""

import json
import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from shop.reading import read_caption, read_order, read_price, read_stock

SAMPLES = Path(__file__).parent.parent / "tests" / "shop" / "reading" / "listing_samples.jsonl"
LONGEST_ORDINARY = 300
ROUNDS = 7
HOSTILE_LENGTH = 4000
CRUMBS = (
    "1", "1,", "1.000", "a'", "rb ", "1 ", "15rb ", "- ", "satu ", "S M L XL ", "min 1 ", "merah, ", "/a", "( ",
    "isi 1 ", "@1 ", "stok ", "po ", "1-", "0812 ", "harga ", "x 1 ", "dari 5rb jadi 4rb ", "1 kg 5rb ", "> 1 ",
    "~", "a\n",
    "S=1 ", "1 . ", "(a) 5rb ", "dijual, ", "a, b, c 5rb. ",
    "keripik 10rb, ", "warna a, ", "sewu siji ", "jt5", "rong ", "nama: a\n", "ke jl ", "pesan 1 a, ", "\U0001f525",
)  # fmt: skip


def plain(text: str) -> object:
    """The baseline: what any reader must do at least."""
    return unicodedata.normalize("NFKC", text).casefold().split()


def best_time(read: Callable[[str], object], texts: Sequence[str], rounds: int = ROUNDS) -> float:
    """Seconds for one text, the best of some rounds: the machine is shared."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        for text in texts:
            read(text)
        times.append((time.perf_counter() - start) / len(texts))
    return min(times)


def main() -> None:
    lines = SAMPLES.read_text(encoding="utf-8").splitlines()
    captions = [text for text in (json.loads(line)["text"] for line in lines) if len(text) < LONGEST_ORDINARY]
    one, base = best_time(read_caption, captions), best_time(plain, captions)
    print(f"captions a second:              {1 / one:8.0f}")
    print(f"against normalise and split:    {one / base:8.1f} times")
    for read in (read_caption, read_order, read_price, read_stock):
        costs = {}
        for crumb in CRUMBS:
            text = (crumb * HOSTILE_LENGTH)[:HOSTILE_LENGTH]
            costs[crumb] = best_time(read, [text], 5) / one
        worst = max(costs, key=lambda crumb: costs[crumb])
        print(f"hostile text, {read.__name__:15}: {costs[worst]:8.1f} captions ({worst!r})")


if __name__ == "__main__":
    main()
