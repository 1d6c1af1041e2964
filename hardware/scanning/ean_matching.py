"""Reads an EAN-13 that is too blurred for its edges to be seen, by likeness.

The guards are looked for at every place and width, then each digit is compared with how all
digits would look there. A true reading is like its picture everywhere and unlike all others; one
that isn't, or that has two likely digits anywhere, is no reading.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hardware.scanning.code import Light
from hardware.scanning.ean_patterns import (
    DIGIT_MODULES,
    DIGITS_AT,
    FINE,
    GUARD_LOOKS,
    GUARDS_AT,
    LEFT_LOOKS,
    MODULES,
    RIGHT_LOOKS,
    text_of,
    unit,
)

Fits = NDArray[np.floating]
"""(count, 4): start and end in pixels, how much the middle leans, how much both ends shrink."""

_LIKE = 0.95  # likeness of all digits together: true ones have 0.97 and more, others 0.93 at most
_EACH_LIKE = 0.86
_APART = 0.03  # between the likeliest digit and the next
_GUARDS_LIKE = 2.3  # of 3: below, there is nothing to compare
_FAINT = 2.0  # grey levels: what spreads less is no bar
_PLACES = 3
_WORTHWHILE = 0.9  # likeness of all lines together, below which no single one is looked at

_MODULES_IN_DIGITS = DIGITS_AT[:, None] + (np.arange(DIGIT_MODULES * FINE) + 0.5) / FINE


@dataclass(frozen=True, slots=True)
class Match:
    """A text with the places of its first and last bar, in pixels of the line."""

    text: str
    start: float
    end: float


def match_lines(lines: Light) -> list[tuple[int, Match]]:
    """What each of `lines` (count, width) says, by its number; bars are dark.

    A line read from right to left has its start right of its end.
    """
    together = lines.mean(axis=0)
    places = _guards(together)
    if not len(places):
        return []
    backwards = places[:, [1, 0, 2, 3]]
    both_ways = _varied(np.concatenate([places, backwards]), _WIDE_STEPS)
    fit, left, right = _best(together, both_ways, 2)
    if _digits_like(left, right).mean() < _WORTHWHILE:
        return []
    found = []
    last = fit
    for number, line in enumerate(lines):
        around = _varied(np.stack([fit, last]), _NEAR_STEPS)
        last, left, right = _best(line, around, 1)  # bars that lean move on from line to line
        if match := _accepted(last, left, right):
            found.append((number, match))
    return found


def _accepted(fit: Fits, left: Light, right: Light) -> Match | None:
    likeness = _digits_like(left, right)
    apart = min(_lead(left), _lead(right))
    if likeness.mean() < _LIKE or likeness.min() < _EACH_LIKE or apart < _APART:
        return None
    text = text_of(left.argmax(axis=-1).tolist(), right.argmax(axis=-1).tolist())
    return Match(text, float(fit[0]), float(fit[1])) if text else None


def _digits_like(left: Light, right: Light) -> Light:
    return np.concatenate([left.max(axis=-1), right.max(axis=-1)])


def _lead(likeness: Light) -> float:
    ordered = np.sort(likeness, axis=-1)
    return float((ordered[:, -1] - ordered[:, -2]).min())


def _guards(line: Light) -> Fits:
    """The likeliest places for an EAN-13 of any width, as fits; none where no guards are."""
    width = len(line)
    step = width / MODULES / 2.2
    grid = np.meshgrid(np.arange(0, 0.4 * width, step), np.arange(0.6 * width, width, step))
    start, end = (places.astype(np.float32).ravel() for places in grid)
    likeness = np.zeros(len(start), np.float32)
    for (begin, modules), looks in zip(GUARDS_AT, GUARD_LOOKS, strict=True):
        at = ((begin + (np.arange(0, modules * FINE, 2) + 1) / FINE) / MODULES).astype(np.float32)
        places = start[:, None] + (end - start)[:, None] * at
        coarse = unit(looks[:, ::2] + looks[:, 1::2])
        seen = unit(-_at(line, places), _FAINT)
        likeness += np.einsum("ps,ls->pl", seen, coarse).max(axis=-1)
    chosen: list[int] = []
    for number in np.argsort(-likeness)[: 8 * _PLACES]:
        near = (abs(start[number] - start[chosen]) + abs(end[number] - end[chosen])) < 1.5 * step
        if likeness[number] > _GUARDS_LIKE and not near.any():
            chosen.append(int(number))
    best = chosen[:_PLACES]
    level = np.zeros(len(best))
    return np.stack([start[best], end[best], level, level], axis=1).astype(np.float32)


def _at(line: Light, places: NDArray[np.floating]) -> Light:
    return line.take((places + 0.5).astype(np.int32), mode="clip")


def _likeness(line: Light, fits: Fits) -> tuple[Light, Light]:
    """How like each digit is to each that it may be: (count, 6, 20) and (count, 6, 10)."""
    share = (_MODULES_IN_DIGITS / MODULES).astype(np.float32)[None]
    start, end, lean, shrink = (part[:, None, None] for part in fits.T)
    bend = share * (1 - share)
    places = start + (end - start) * (share + bend * (lean + shrink * (1 - 2 * share)))
    seen = unit(-_at(line, places), _FAINT)
    return _compared(seen[:, :6], LEFT_LOOKS), _compared(seen[:, 6:], RIGHT_LOOKS)


def _compared(seen: Light, looks: Light) -> Light:
    spreads, digits, samples = looks.shape
    # Many small products: one large one would wake threads that others need.
    likeness = seen @ looks.reshape(-1, samples).T
    return np.asarray(likeness.reshape(*seen.shape[:2], spreads, digits).max(axis=2))


_WIDE_STEPS = tuple(
    (start, end, lean, 0.0)
    for start in (-0.35, 0, 0.35)
    for end in (-0.35, 0, 0.35)
    for lean in (-0.06, -0.03, -0.015, 0, 0.015, 0.03, 0.06)
)
_NEAR_STEPS = tuple(
    (start, end, lean, shrink)
    for start in (-0.18, 0, 0.18)
    for end in (-0.18, 0, 0.18)
    for lean in (-0.008, 0, 0.008)
    for shrink in (-0.016, 0, 0.016)
)


def _varied(fits: Fits, steps: tuple[tuple[float, ...], ...], part: float = 1.0) -> Fits:
    """Every fit, moved by every step: its ends by modules, its bends by shares."""
    module = (fits[:, 1] - fits[:, 0]) / MODULES
    unit_step = np.stack([module, module, np.ones_like(module), np.ones_like(module)], axis=1)
    moved = fits[:, None] + unit_step[:, None] * np.array(steps)[None] * part
    return np.asarray(moved.reshape(-1, 4), np.float32)


def _best(line: Light, fits: Fits, rounds: int) -> tuple[Fits, Light, Light]:
    """The fit under which the digits are likest, improved `rounds` times, and the likenesses."""
    for left_over in range(rounds, -1, -1):
        left, right = _likeness(line, fits)
        total = left.max(axis=-1).sum(axis=-1) + right.max(axis=-1).sum(axis=-1)
        best = int(total.argmax())
        if left_over:
            top = fits[np.argsort(-total)[:2]]
            fits = _varied(top, _NEAR_STEPS, 1.0 if left_over > 1 else 0.5)
    return fits[best], left[best], right[best]
