"""Reads bars strip by strip in several ways, and takes a vote.

A misread digit passes the check digit one time in ten, but not the same in strip after strip:
only what several strips say alike is believed, and only where hardly any says otherwise.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from hardware.scanning.code import Code, Grey, Points, corners_of, rounded
from hardware.scanning.decoder import Looking, look
from hardware.scanning.ean_matching import match_lines
from hardware.scanning.line_enhancing import WAYS, Way
from hardware.scanning.regions import Region
from hardware.scanning.strips import LINE_ROWS, STRIPS, Strips, cut_strips
from hardware.scanning.view import View

DOSSIER_CODE = re.compile(
    r"[A-Y]\d\d(\.[A-Z0-9]+)*-\d{6}-\d{4,7}|000(\.\d\d)+\.[A-Y]\d\d-\d{6}-\d{4,7}"
)
"""The hall's own: agency, day, serial of the day. A text of this shape is hardly an accident."""

_STRIPS_ALIKE, _STRIPS_ALIKE_OURS = 3, 2
_FOR_EACH_AGAINST = 3
_FIRST_SIGHT = -1  # the number of the strip that the first look stands for

_EAN = "EAN13"

Said = dict[tuple[str, str], list["Ballot"]]
"""What the strips say, by format and text."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One reading of one strip."""

    strip: int
    code: Code


def read_bars(
    picture: Grey, region: Region, formats: tuple[str, ...], first_sight: Code | None = None
) -> Iterator[list[Code]]:
    """One way of looking after the other: at last the code that enough of the strips agree on.

    `first_sight` is what a look at the whole picture found here; it counts as one strip.
    """
    said: Said = {}
    if first_sight:
        said[first_sight.format, first_sight.text] = [Ballot(_FIRST_SIGHT, first_sight)]
    told: set[tuple[str, str]] = set()
    for ballots in _rounds(picture, region, formats):
        for ballot in ballots:
            said.setdefault((ballot.code.format, ballot.code.text), []).append(ballot)
        news = {what for what, alike in said.items() if ballots and _believed(alike, said.values())}
        yield [_joined(said[what]) for what in sorted(news - told)]
        told |= news
        if told and all(what in told or _is_beside(said, what, told) for what in said):
            return


def _is_beside(said: Said, what: tuple[str, str], told: set[tuple[str, str]]) -> bool:
    """Whether a text lies where another was believed: then it is a misreading of that."""
    return any(_overlap(said[what], said[other]) for other in told)


def _weight(alike: list[Ballot]) -> tuple[int, int]:
    return len({ballot.strip for ballot in alike}), len(alike)


def _believed(alike: list[Ballot], everything: Iterable[list[Ballot]]) -> bool:
    """Enough strips say it, and hardly any says otherwise at that place."""
    strips, count = _weight(alike)
    ours = DOSSIER_CODE.fullmatch(alike[0].code.text) is not None
    enough = _STRIPS_ALIKE_OURS if ours else _STRIPS_ALIKE
    if strips < enough:
        return False
    others = (other for other in everything if other is not alike and _overlap(alike, other))
    return count > _FOR_EACH_AGAINST * sum(len(other) for other in others)


def _overlap(one: list[Ballot], other: list[Ballot]) -> bool:
    """Whether two readings are of one place; codes side by side are of two."""
    (here, size), (there, size_there) = _spot(one), _spot(other)
    return bool(np.hypot(*(here - there)) < max(size, size_there) / 2)


def _spot(alike: list[Ballot]) -> tuple[Points, float]:
    """Where a text was read, and how long it is there."""
    corners = np.mean([corners_of(ballot.code) for ballot in alike], axis=0)
    return corners.mean(axis=0), float(np.hypot(*(corners[1] - corners[0])))


def _rounds(picture: Grey, region: Region, formats: tuple[str, ...]) -> Iterator[list[Ballot]]:
    """What the strips say, one way after the other; light bars on dark when dark ones are silent."""
    strips = cut_strips(picture, region)
    silent = True
    for way in WAYS:
        ballots = list(_decoded(strips, way, formats))
        silent = silent and not ballots
        yield ballots
    if silent:
        inverted = cut_strips(255 - picture, region)
        yield from (list(_decoded(inverted, way, formats)) for way in WAYS)
    if _EAN in formats:
        yield list(_matched(strips))


def _decoded(strips: Strips, way: Way, formats: tuple[str, ...]) -> Iterator[Ballot]:
    clear = np.clip(way.enhance(strips.lines, strips.scale), 0, 255).astype(np.uint8)
    looking = Looking(formats, way.binarizer, turned=False, smaller=False, inverted=False)
    for strip in range(STRIPS):
        line = np.repeat(clear[strip : strip + 1], LINE_ROWS, axis=0)
        for code in look(View(line, np.eye(3)), looking):
            (start, _), (end, _), *_ = code.corners
            yield Ballot(strip, _placed(code, strips, strip, (start, end)))


def _matched(strips: Strips) -> Iterator[Ballot]:
    for strip, match in match_lines(strips.lines):
        code = Code(match.text, _EAN, ((0, 0),) * 4, match.text.encode())
        yield Ballot(strip, _placed(code, strips, strip, (match.start, match.end)))


def _placed(code: Code, strips: Strips, strip: int, ends: tuple[float, float]) -> Code:
    return replace(code, corners=rounded(strips.corners(strip, *ends)))


def _joined(alike: list[Ballot]) -> Code:
    """One code over all strips that read it."""
    read = sorted((ballot for ballot in alike if ballot.strip >= 0), key=lambda one: one.strip)
    upper, lower = corners_of(read[0].code), corners_of(read[-1].code)
    sight = upper[1] - upper[0]
    if np.dot(lower[0] - upper[0], [-sight[1], sight[0]]) < 0:  # read upside down
        upper, lower = lower, upper
    return replace(read[0].code, corners=rounded(np.array([*upper[:2], *lower[2:]])))
