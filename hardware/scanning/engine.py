"""Looks at a picture: plainly first, then harder, as long as patience lasts."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice, zip_longest

import cv2
import numpy as np

from hardware.scanning.code import Code, Grey, Points, corners_of
from hardware.scanning.decoder import MATRIX_FORMATS, Looking, known_format, look
from hardware.scanning.linear_codes import read_bars
from hardware.scanning.matrix_codes import read_matrix
from hardware.scanning.patience import STILL, Patience, Stopwatch
from hardware.scanning.regions import Region, find_regions
from hardware.scanning.strips import grown
from hardware.scanning.view import whole

_FIRST_PIXELS = 3_200_000  # a larger picture is made smaller for the first look only
_MOST_PLACES = 10
_MOST_BROUGHT = 3


@dataclass(slots=True)
class _Search:
    picture: Grey
    formats: tuple[str, ...]
    patience: Patience
    found: list[Code] = field(default_factory=list)
    at_first_sight: int = 0
    watch: Stopwatch = field(default_factory=Stopwatch)

    @property
    def matrix_formats(self) -> tuple[str, ...]:
        return tuple(name for name in self.formats if name in MATRIX_FORMATS)

    @property
    def linear_formats(self) -> tuple[str, ...]:
        return tuple(name for name in self.formats if name not in MATRIX_FORMATS)

    def goes_on(self) -> bool:
        """Whether patience lasts: more of it for each code that looking closer has brought."""
        if not self.found:
            return self.watch.spent_s() < self.patience.for_missed_s
        brought = min(len(self.found) - self.at_first_sight, _MOST_BROUGHT)
        return self.watch.spent_s() < self.patience.for_more_s * (1 + brought)

    def keep(self, codes: list[Code]) -> None:
        self.found += [code for code in codes if not any(_same(code, one) for one in self.found)]

    def is_known(self, centre: Points) -> bool:
        return any(_inside(centre, corners_of(code)) for code in self.found)


def scan(picture: Grey, formats: tuple[str, ...], patience: Patience = STILL) -> list[Code]:
    """Every code of the given formats in a grey picture of (height, width).

    Raises CodeFormatError for an unknown format.
    """
    for name in formats:
        known_format(name)
    search = _Search(np.ascontiguousarray(picture), formats, patience)
    claims = look(whole(search.picture, _FIRST_PIXELS), Looking(formats))
    search.keep([code for code in claims if code.format in MATRIX_FORMATS])
    with suppress(cv2.error):  # a picture of a shape that OpenCV refuses: what was found stands
        for claim in claims:
            if claim.format not in MATRIX_FORMATS:
                _confirm(search, claim)
        search.at_first_sight = len(search.found)
        found = -1
        while search.goes_on() and len(search.found) > found:
            found = len(search.found)
            _look_closer(search)
    return search.found


def _confirm(search: _Search, claim: Code) -> None:
    """Bars seen at first sight are read again, strip by strip."""
    region = grown(search.picture, _region_of(claim))
    for codes in read_bars(search.picture, region, search.linear_formats, claim):
        search.keep(codes)


def _region_of(claim: Code) -> Region:
    top_left, top_right, bottom_right, bottom_left = corners = corners_of(claim)
    along = (top_right + bottom_right - top_left - bottom_left) / 2
    across = (bottom_left + bottom_right - top_left - top_right) / 2
    return Region(
        "linear",
        corners.mean(axis=0),
        float(np.hypot(*along)),
        max(8.0, float(np.hypot(*across))),
        float(np.degrees(np.arctan2(along[1], along[0]))),
        0.0,
    )


def _look_closer(search: _Search) -> None:
    """Every place in its likeliest way, then every place in the next, until patience ends.

    What was found is left out the next time: then the one beside it stands alone.
    """
    regions = find_regions(search.picture, tuple(corners_of(code) for code in search.found))
    attempts = [(region, _attempts(search, region)) for region in _in_turn(search, regions)]
    while attempts:
        going_on = []
        for region, attempt in attempts:
            if not search.goes_on():
                return
            if not search.is_known(region.centre) and (codes := next(attempt, None)) is not None:
                search.keep(codes)
                going_on.append((region, attempt))
        attempts = going_on


def _in_turn(search: _Search, regions: list[Region]) -> list[Region]:
    """Those that may hold what is wanted, bars and grids in turn: writing looks like a grid, and
    a page full of it must not keep the bars from being looked at.
    """
    wanted = {"matrix": bool(search.matrix_formats), "linear": bool(search.linear_formats)}
    kinds = [[one for one in regions if one.kind == kind and wanted[kind]] for kind in wanted]
    turns = (one for pair in zip_longest(*kinds) for one in pair if one is not None)
    return list(islice(turns, _MOST_PLACES))


def _attempts(search: _Search, region: Region) -> Iterator[list[Code]]:
    if region.kind == "linear":
        formats = search.linear_formats
        return read_bars(search.picture, region, formats) if formats else iter(())
    formats = search.matrix_formats
    return read_matrix(search.picture, region, formats) if formats else iter(())


def _same(one: Code, other: Code) -> bool:
    """Whether two sightings are of one code: the same text, and one lies on the other.

    Bars may be seen in two pieces, one above the other.
    """
    if (one.text, one.format) != (other.text, other.format):
        return False
    here, there = corners_of(one), corners_of(other)
    if one.format not in MATRIX_FORMATS:
        apart = np.hypot(*(here.mean(axis=0) - there.mean(axis=0)))
        return bool(apart < np.hypot(*(there[1] - there[0])) / 2)
    return _inside(here.mean(axis=0), there) or _inside(there.mean(axis=0), here)


def _inside(place: Points, corners: Points) -> bool:
    outline = np.asarray(corners, np.float32).reshape(-1, 1, 2)
    return cv2.pointPolygonTest(outline, (float(place[0]), float(place[1])), False) >= 0
