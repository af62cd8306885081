"""Crispness: local contrast where a photo was flat, a little more colour, sharper edges where grain allows."""

from PIL import Image, ImageChops, ImageEnhance, ImageFilter

_LOCAL = 0.12  # how much of the difference to the surroundings is added to the flattest photos
_COLOUR = 0.06  # how much more colour they get
_GRAIN = 3.0  # 8-bit steps; grain above that is not sharpened
_CRISP = 0.65  # edges as steep as this need nothing


def enriched(image: Image.Image, strength: float) -> Image.Image:
    """`image` with more local contrast and colour, by `strength` from 0 to 1."""
    if strength < 0.1:
        return image
    return ImageEnhance.Color(_locally(image, _LOCAL * strength)).enhance(1 + _COLOUR * strength)


def _locally(image: Image.Image, amount: float) -> Image.Image:
    """Adds `amount` of what sets each place apart from its surroundings, seen at an eighth of the size."""
    grey = image.convert("L")
    around = grey.reduce(8).filter(ImageFilter.GaussianBlur(max(grey.size) / 200))
    wide = around.resize(grey.size, Image.Resampling.BILINEAR)
    lift = ImageChops.subtract(grey, wide, 1 / amount)
    sink = ImageChops.subtract(wide, grey, 1 / amount)
    raised = ImageChops.add(image, Image.merge("RGB", (lift,) * 3))
    return ImageChops.subtract(raised, Image.merge("RGB", (sink,) * 3))


def sharpened(image: Image.Image, sharpness: float, noise: float) -> Image.Image:
    """Edges a little steeper: more for a soft photo, nothing for a crisp or a grainy one."""
    need = max(0.0, _CRISP - sharpness) / _CRISP
    percent = round(90 * need * max(0.0, 1 - noise / _GRAIN))
    if percent < 8:
        return image
    luma, *colours = image.convert("YCbCr").split()
    luma = luma.filter(ImageFilter.UnsharpMask(radius=1.2, percent=percent, threshold=2))
    return Image.merge("YCbCr", (luma, *colours)).convert("RGB")
