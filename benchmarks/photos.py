"""How good bettering is, in figures: `python -m benchmarks.photos`.

Clean pictures are degraded in known ways, bettered from their JPEG bytes, and compared with what they were:
mean CIEDE2000 (Sharma, Wu and Dalal, 2005) over the whole picture. Beside it three simple remedies on the
same pictures, the drift of clean ones, the cost of a 12-megapixel photo, and how well the tips are told apart.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from statistics import mean, median
from typing import TypeVar

import numpy as np
from PIL import Image, ImageFilter, ImageOps
from skimage.color import deltaE_ciede2000, rgb2lab

from benchmarks import photo_pictures as pictures
from benchmarks.photo_pictures import Floats
from bot.progress import Bar
from shop.photos import better

TIPS = ("too-dark", "blurred", "too-small")
_SIDE = 448  # px; the distance is computed at this size to keep the run short
Item = TypeVar("Item")
Remedy = Callable[[Image.Image], Image.Image]


def grey_world(picture: Image.Image) -> Image.Image:
    """Each channel scaled so that all three have the same mean."""
    values = pictures.as_floats(picture)
    means = values.reshape(-1, 3).mean(axis=0)
    return pictures.as_picture(values * (means.mean() / np.maximum(means, 1e-3)))


REMEDIES: dict[str, Remedy] = {
    "autocontrast": ImageOps.autocontrast,
    "equalize": ImageOps.equalize,
    "grey world": grey_world,
}


def lab_of(picture: Image.Image) -> Floats:
    """`picture` in CIELAB (D65)."""
    return np.asarray(rgb2lab(pictures.as_floats(picture)), dtype=np.float32)


def distance(one: Floats, other: Floats) -> float:
    """Mean CIEDE2000 between two CIELAB pictures of one size."""
    return float(np.mean(deltaE_ciede2000(one, other)))  # type: ignore[no-untyped-call]


@dataclass(frozen=True)
class Trial:
    """One degraded picture: its distance from the clean one as it was, bettered, and by each remedy."""

    way: str
    name: str
    before: float
    after: float
    remedies: tuple[float, ...] = ()


def tried(name: str, way: str, clean: Image.Image, given: Image.Image, beside: bool = True) -> Trial:
    """`given` bettered and by the simple remedies, each beside `clean`."""
    wanted = lab_of(clean)
    result = better(pictures.as_jpeg(given))
    left, top, right, bottom = result.crop
    with Image.open(BytesIO(result.photo.data)) as photo:
        after = distance(lab_of(photo), wanted[top:bottom, left:right])
    remedies = tuple(distance(lab_of(remedy(given)), wanted) for remedy in REMEDIES.values()) if beside else ()
    return Trial(way, name, distance(lab_of(given), wanted), after, remedies)


def trials(rounds: int, seed: int) -> list[Trial]:
    """Every clean picture in every way, `rounds` times at other strengths; way "clean" is the picture itself."""
    dice = np.random.default_rng(seed)
    done: list[Trial] = []
    for name, whole in progress(list(pictures.clean_pictures()), "bettering"):
        clean = ImageOps.contain(whole, (_SIDE, _SIDE)) if max(whole.size) > _SIDE else whole
        done.append(tried(name, "clean", clean, clean, beside=False))
        for way in pictures.WAYS:
            for _ in range(rounds):
                given = pictures.as_picture(pictures.degraded(pictures.as_floats(clean), way, dice))
                done.append(tried(name, way, clean, given))
    return done


def gain(trial: Trial, after: float) -> float:
    """By how much of its distance a picture came closer; below 0 it went away."""
    return 1 - after / max(trial.before, 1e-6)


def quality_table(done: list[Trial]) -> Iterable[str]:
    """Lines: wins and mean gain by way and in all, the remedies' mean gains beside them."""
    yield f"{'':14} {'n':>4} {'wins':>6} {'gain':>6}   " + "  ".join(f"{name:>12}" for name in REMEDIES)
    for way in (*pictures.WAYS, "all"):
        rows = [trial for trial in done if trial.way == way or (way == "all" and trial.way != "clean")]
        wins = mean(trial.after < trial.before for trial in rows)
        gains = mean(gain(trial, trial.after) for trial in rows)
        beside = [mean(gain(trial, trial.remedies[i]) for trial in rows) for i in range(len(REMEDIES))]
        others = "  ".join(f"{value:>12.0%}" for value in beside)
        yield f"{way:14} {len(rows):>4} {wins:>6.0%} {gains:>6.0%}   {others}"
    drifts = [trial.after for trial in done if trial.way == "clean"]
    yield f"clean pictures move by {mean(drifts):.2f} on average, {median(drifts):.2f} in the middle"


def coached() -> list[tuple[str | None, str | None]]:
    """(what is wrong, the tip that was given) for good, dark, blurred and small pictures."""
    found: list[tuple[str | None, str | None]] = []
    for _, picture in progress(list(pictures.clean_pictures()), "coaching"):
        if max(picture.size) < 440:
            continue
        values = pictures.as_floats(picture)
        given: list[tuple[str | None, Image.Image]] = [(None, picture)]
        given += [("too-dark", pictures.as_picture(values * share)) for share in (0.2, 0.28)]
        given += [("blurred", picture.filter(ImageFilter.GaussianBlur(radius))) for radius in (2.5, 4)]
        given += [("too-small", ImageOps.contain(picture, (side, side))) for side in (160, 320)]
        found += [(wrong, better(pictures.as_jpeg(each, 92)).tip) for wrong, each in given]
    return found


def coaching_table(found: list[tuple[str | None, str | None]]) -> Iterable[str]:
    """Lines: precision and recall of each tip."""
    for tip in TIPS:
        hits = sum(wrong == tip == given for wrong, given in found)
        told = sum(given == tip for _, given in found)
        real = sum(wrong == tip for wrong, _ in found)
        yield f"{tip:14} precision {hits / max(1, told):>4.0%}  recall {hits / max(1, real):>4.0%}  of {real}"


def twelve_megapixels() -> bytes:
    """A JPEG of 4000 x 3000 as a phone makes it, from a photograph with some grain."""
    large = pictures.photograph("coffee.png").resize((4000, 3000), Image.Resampling.BICUBIC)
    grain = np.random.default_rng(0).normal(0, 4, (3000, 4000, 1))
    values = np.clip(np.asarray(large, dtype=np.float32) + grain, 0, 255)
    return pictures.as_jpeg(Image.fromarray(values.astype(np.uint8)), 90)


def plain(data: bytes) -> None:
    """What any program would do: decode at a draft size, shrink, encode."""
    with Image.open(BytesIO(data)) as photo:
        photo.draft("RGB", (1280, 1280))
        photo.thumbnail((1280, 1280))
        photo.save(BytesIO(), "JPEG", quality=85)


def timed(work: Callable[[bytes], object], data: bytes, times: int = 9) -> float:
    """Milliseconds in the middle of `times` runs."""
    spent: list[float] = []
    for _ in range(times):
        start = time.perf_counter()
        work(data)
        spent.append((time.perf_counter() - start) * 1000)
    return median(spent)


def cost_line() -> str:
    """The cost of a 12-megapixel photo beside that of the plain way."""
    data = twelve_megapixels()
    simple, ours = timed(plain, data), timed(better, data)
    return f"12 megapixels: {ours:.0f} ms, plain {simple:.0f} ms, ratio {ours / simple:.2f}"


def progress(items: list[Item], what: str) -> Iterator[Item]:
    """`items`, with a bar."""
    bar = Bar(what)
    for done, item in enumerate(items, 1):
        yield item
        bar(done, len(items))


def main(argv: list[str] | None = None) -> int:
    """Runs all of it and prints the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.photos", description=__doc__)
    parser.add_argument("--rounds", type=int, default=2, help="strengths of each way for each picture")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(argv)
    lines = [*quality_table(trials(chosen.rounds, chosen.seed)), *coaching_table(coached()), cost_line()]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
