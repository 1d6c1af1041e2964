"""Reads QR codes at a place in several ways, the likeliest to help first.

None of them can lie: whatever a way does to the picture, the error correction of a QR code says
whether the text came out right.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import zxingcpp

from hardware.scanning.code import Code, Grey
from hardware.scanning.decoder import Looking, look
from hardware.scanning.enhancing import calmed, evened, sharpened, split
from hardware.scanning.qr_fitting import fit_grids
from hardware.scanning.qr_soft import read_grid
from hardware.scanning.regions import Region
from hardware.scanning.view import View, cut_out, enlarged

_SIDE = 450  # a place seen this large has modules of several pixels, up to version 20
_MOST_ENLARGED = 3.0

_GRIDS = 2
_QR = "QRCode"

_FIXED = zxingcpp.Binarizer.FixedThreshold


class Enhance(Protocol):
    """Takes enlarged pixels, and how enlarged they are."""

    def __call__(self, grey: Grey, scale: float) -> Grey: ...


@dataclass(frozen=True, slots=True)
class Way:
    """One way to look at a place."""

    name: str
    reason: str
    enhance: Enhance
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


def read_matrix(picture: Grey, region: Region, formats: tuple[str, ...]) -> Iterator[list[Code]]:
    """The codes at the place of `region`, one way of looking after the other."""
    view, scale = _region_view(picture, region)
    for way in WAYS:
        enhanced = view.through(partial(way.enhance, scale=scale))
        yield look(enhanced, Looking(formats, way.binarizer))
    if _QR in formats:
        yield _read_fitted(view, region)


def _region_view(picture: Grey, region: Region) -> tuple[View, float]:
    """The place of `region` with some margin, at a size good to read, and how enlarged it is."""
    view = cut_out(picture, region.centre, 0.65 * max(region.length, region.height) + 12)
    scale = min(_SIDE / max(view.pixels.shape), _MOST_ENLARGED)
    return enlarged(view, scale), max(scale, 1.0)


def _read_fitted(view: View, region: Region) -> list[Code]:
    """The code under a grid laid over the region, for what no decoder can find the corners of."""
    quad = view.from_picture(region.quad())
    for grid in fit_grids(view, quad)[:_GRIDS]:
        if codes := read_grid(grid):
            return codes
    return []
