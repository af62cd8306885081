"""Grain taken away, edges and weave kept: a local Wiener filter on wavelet bands of luma and colour.

Each plane is split into bands by repeated smoothing ("à trous": Starck, Fadili and Murtagh, 2007). Where a
band holds no more energy than its grain, it is emptied; where it holds much more, it is left alone.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Floats = NDArray[np.float32]

# Standard deviation of each band when the plane is white noise of 1, for the kernel (1, 2, 1) / 4 used here.
_BAND_NOISE = (0.8, 0.27, 0.13)
_STRENGTH = (1.6, 1.6, 1.3)
_STRIP, _HALO = 64, 12  # rows
_BAND, _BANDS = 34, 8  # rows; bands that are looked at
_LAPLACE = 6.0  # gain of Immerkaer's kernel on white noise (Computer Vision and Image Understanding, 1996)
_MOST = 30.0  # 8-bit steps; what seems stronger is taken for that
WORTH_IT = 2.2  # 8-bit steps; below that JPEG itself is the larger error


def grain(plane: Floats) -> float:
    """The standard deviation of the grain in a plane (h, w), in its own units.

    Taken from the calmest quarter of small tiles, so that fur and cloth aren't mistaken for grain; a few
    bands of rows speak for a large plane.
    """
    if min(plane.shape) < 24:
        return 0.0
    tops = range(0, len(plane), max(_BAND, len(plane) // _BANDS))
    tiles = np.concatenate([_bumpiness(plane[top : top + _BAND]) for top in tops])
    return float(np.percentile(tiles, 25) * np.sqrt(np.pi / 2) / _LAPLACE)


def _bumpiness(band: Floats) -> Floats:
    """(n,) mean size of what Immerkaer's kernel leaves in each tile of 8 x 8."""
    across = band[:, :-2] - 2 * band[:, 1:-1] + band[:, 2:]
    bumps = np.abs(across[:-2] - 2 * across[1:-1] + across[2:])
    rows, columns = (side // 8 * 8 for side in bumps.shape)
    tiles = bumps[:rows, :columns].reshape(rows // 8, 8, columns // 8, 8)
    return np.asarray(tiles.mean(axis=(1, 3)).reshape(-1), dtype=np.float32)


def denoised(image: Image.Image) -> Image.Image:
    """The RGB image without its grain; the same image where it is clean."""
    luma, *colours = image.convert("YCbCr").split()
    found = grain(np.asarray(luma, dtype=np.float32))
    calm = [_calmed(luma, min(found, _MOST)), *(_calmed_colour(plane) for plane in colours)]
    if all(a is b for a, b in zip(calm, (luma, *colours), strict=True)):
        return image
    return Image.merge("YCbCr", calm).convert("RGB")


def _calmed_colour(plane: Image.Image) -> Image.Image:
    """Colour is filtered at half size: eyes don't see it sharper, and it costs a quarter."""
    if grain(np.asarray(plane, dtype=np.float32)) < WORTH_IT or min(plane.size) < 64:
        return plane
    half = plane.reduce(2)
    noise = grain(np.asarray(half, dtype=np.float32))
    return _calmed(half, min(noise, _MOST)).resize(plane.size, Image.Resampling.BICUBIC)


def _calmed(plane: Image.Image, noise: float) -> Image.Image:
    """`plane` (L) filtered in strips that fit a processor's cache, which is twice as fast as in one piece."""
    if noise < WORTH_IT:
        return plane
    values = np.asarray(plane, dtype=np.float32)
    result = np.empty(values.shape, dtype=np.uint8)
    for top in range(0, len(values), _STRIP):
        start = max(0, top - _HALO)
        strip = _filtered(values[start : top + _STRIP + _HALO], noise)
        result[top : top + _STRIP] = strip[top - start : top - start + _STRIP]
    return Image.fromarray(result)


def _filtered(plane: Floats, noise: float) -> Floats:
    rest, result = plane, np.full_like(plane, 0.5)  # half a step, so that cutting to 8 bits rounds
    for level, (unit, strength) in enumerate(zip(_BAND_NOISE, _STRENGTH, strict=True)):
        smooth = _smooth(rest, 2**level)
        result += _wiener(rest - smooth, (unit * noise) ** 2 * strength, 2**level)
        rest = smooth
    result += rest
    return np.clip(result, 0, 255, out=result)


def _wiener(band: Floats, noise: float, step: int) -> Floats:
    energy = _smooth(_smooth(band * band, 1), step)
    energy += 1e-3
    np.divide(-noise, energy, out=energy)
    energy += 1
    np.maximum(energy, 0, out=energy)
    energy *= band
    return energy


def _smooth(plane: Floats, step: int) -> Floats:
    """(1, 2, 1) / 4 down and across with holes of `step`; at the edges the nearest row or column is doubled."""
    down = plane * 2
    down[step:] += plane[:-step]
    down[:-step] += plane[step:]
    down[:step] += plane[:step]
    down[-step:] += plane[-step:]
    both = down * 2
    both[:, step:] += down[:, :-step]
    both[:, :-step] += down[:, step:]
    both[:, :step] += down[:, :step]
    both[:, -step:] += down[:, -step:]
    both *= 1 / 16
    return both
