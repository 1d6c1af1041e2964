"""Reads QR codes at a place in several ways, the likeliest to help first.

None of them can lie: whatever a way does to the picture, the error correction of a QR code says
whether the text came out right.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import zxingcpp

from hardware.scanning.code import Code, Grey
from hardware.scanning.decoder import Looking, look
from hardware.scanning.enhancing import calmed, evened, sharpened, split
from hardware.scanning.regions import Region
from hardware.scanning.view import View, cut_out, enlarged

_SIDE = 450  # a place seen this large has modules of several pixels, up to version 20
_MOST_ENLARGED = 3.0

_FIXED = zxingcpp.Binarizer.FixedThreshold


@dataclass(frozen=True, slots=True)
class Way:
    """One way to look at a place; `enhance` takes the enlarged pixels and how enlarged they are."""

    name: str
    reason: str
    enhance: Callable[[Grey, float], Grey]
    binarizer: zxingcpp.Binarizer = zxingcpp.Binarizer.LocalAverage


WAYS = (
    Way(
        "split",
        "tiny modules, shade, slight blur: enlarged, sharpened, then black and white by places",
        lambda grey, scale: split(sharpened(grey, 1.5 * scale, 3.0), int(25 * scale)),
        _FIXED,
    ),
    Way(
        "even",
        "low contrast, shade, the skirts of glare: the same spread of light everywhere",
        lambda grey, scale: evened(grey, int(31 * scale)),
    ),
    Way(
        "hard",
        "blur of half a module: the strongest sharpening that leaves noise below the edges",
        lambda grey, scale: sharpened(grey, 1.5 * scale, 5.0),
    ),
    Way(
        "calm",
        "noise of dim light: speckles go, modules stay",
        lambda grey, scale: split(calmed(grey), int(25 * scale)),
        _FIXED,
    ),
    Way(
        "soft",
        "motion and defocus of larger modules: sharpening of a wider radius",
        lambda grey, scale: sharpened(grey, 2.2 * scale, 2.0),
    ),
)


def region_view(picture: Grey, region: Region) -> tuple[View, float]:
    """The place of `region` with some margin, at a size good to read, and how enlarged it is."""
    view = cut_out(picture, region.centre, 0.65 * max(region.length, region.height) + 12)
    scale = min(_SIDE / max(view.pixels.shape), _MOST_ENLARGED)
    return enlarged(view, scale), max(scale, 1.0)


def read_in(view: View, scale: float, way: Way, formats: tuple[str, ...]) -> list[Code]:
    """The codes seen one way."""
    enhanced = view.through(lambda grey: way.enhance(grey, scale))
    return look(enhanced, Looking(formats, way.binarizer))


def tries(regions: list[Region]) -> Iterator[tuple[Region, Way]]:
    """Every place in the likeliest way, then every place in the next."""
    return ((region, way) for way in WAYS for region in regions)
