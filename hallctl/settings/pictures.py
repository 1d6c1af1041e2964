"""Pictures that people choose: small, checked, and stripped of everything but what is seen."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from hallctl.machine.whole_files import put_whole

FOLDER = "pictures"
LARGEST_UPLOAD = 8 * 1024 * 1024
MOST_DOTS = 40_000_000
KINDS = ("PNG", "JPEG", "WEBP")
LOGO = (512, 240)
PORTRAIT = (240, 320)
GREYS = 16


class BadPictureError(ValueError):
    """That is no picture we can use."""


def logo_of(raw: bytes) -> bytes:
    """A picture for slips: greys on white, as large as paper bears it. Raises BadPictureError."""
    picture = _opened(raw).convert("RGBA")
    ground = Image.new("RGBA", picture.size, "white")
    grey = Image.alpha_composite(ground, picture).convert("L")
    grey.thumbnail(LOGO, Image.Resampling.LANCZOS)
    step = 256 // GREYS
    few = grey.point([min(255, round(value / step) * step) for value in range(256)])
    return _written(few, "PNG", optimize=True)


def portrait_of(raw: bytes) -> bytes:
    """Somebody's photo: upright, cut to three by four, small. Raises BadPictureError."""
    picture = ImageOps.exif_transpose(_opened(raw)).convert("RGB")
    fitted = ImageOps.fit(picture, PORTRAIT, Image.Resampling.LANCZOS, centering=(0.5, 0.35))
    return _written(fitted, "JPEG", quality=85)


def keep(directory: Path, picture: bytes, suffix: str) -> str:
    """Put it beside ``hall.toml``, named after what it is; gives its way from there."""
    name = f"{FOLDER}/{sha256(picture).hexdigest()[:16]}{suffix}"
    put_whole(directory / name, picture)
    return name


def _opened(raw: bytes) -> Image.Image:
    try:
        with Image.open(BytesIO(raw), formats=KINDS) as found:
            if found.width * found.height > MOST_DOTS:
                raise BadPictureError("too many dots")
            found.load()
            return found.copy()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BadPictureError("not a picture") from error


def _written(picture: Image.Image, kind: str, **options: int | bool) -> bytes:
    out = BytesIO()
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    bare.save(out, kind, **options)
    return out.getvalue()
