"""Colours of other cameras and screens (ICC profiles: Display P3, Adobe RGB, press CMYK) brought to sRGB."""

from io import BytesIO

from PIL import Image, ImageCms

_SPACES = {"RGB": "RGB ", "L": "GRAY", "CMYK": "CMYK"}
_MAX_PROFILE = 4 * 1024 * 1024  # bytes; press profiles are about half a megabyte


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """`image` (RGB, L or CMYK) as RGB in sRGB.

    A profile that is missing, unreadable or meant for another mode is passed over: browsers do the same.
    """
    if profile and len(profile) <= _MAX_PROFILE:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            if source.profile.xcolor_space == _SPACES[image.mode] and not _is_srgb(source):
                return _converted(image, source)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    return image.convert("RGB")


def _is_srgb(profile: ImageCms.ImageCmsProfile) -> bool:
    return "sRGB" in (profile.profile.profile_description or "")


def _converted(image: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image:
    """By perceptual intent, which keeps steps between colours that sRGB can't hold."""
    target = ImageCms.createProfile("sRGB")
    result = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    if result is None:
        raise ValueError("the profile gave no picture")
    return result
