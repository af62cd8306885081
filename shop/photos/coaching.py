"""The one tip that helps a photo most, as a key: the words are in `locales/`, the drawing in `tipdrawings`."""

from shop.photos.measures import Measures

TIPS = ("screenshot", "too-small", "too-dark", "blown-out", "blurred")

_SMALL_LONG, _SMALL_SHORT = 420, 200  # px; a thumbnail that was forwarded instead of the photo has 320
_DARK = 0.62  # twice the brightness and half of the highlights together
_SOFT = 0.38  # a step blurred by a Gaussian of 1.5 px has 0.40, of 2 px 0.29


def tip_for(measures: Measures) -> str | None:
    """At most one of TIPS: first what a new photo must solve, then what light solves, then a steady hand."""
    checks = (_screenshot, _too_small, _too_dark, _blown_out, _blurred)
    return next((tip for tip, check in zip(TIPS, checks, strict=True) if check(measures)), None)


def _screenshot(found: Measures) -> bool:
    return found.status_bar and found.flatness > 0.4 and found.height > 1.5 * found.width


def _too_small(found: Measures) -> bool:
    return max(found.width, found.height) < _SMALL_LONG or min(found.width, found.height) < _SMALL_SHORT


def _too_dark(found: Measures) -> bool:
    return 2 * found.brightness + found.highlights / 2 < _DARK


def _blown_out(found: Measures) -> bool:
    """Bright all over, and the rest pale as well: a product before a white wall has its colours."""
    return found.blown > 0.12 and found.brightness > 0.68 and found.pale > 0.5


def _blurred(found: Measures) -> bool:
    return found.sharpness < _SOFT
