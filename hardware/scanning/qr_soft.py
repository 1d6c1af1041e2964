"""Reads a QR code from modules of which some are doubtful or lost.

Doubtful bytes are given up as erased, which the error correction mends at half the price of an
error. Part of it is left over to prove the result, and the mended code must look like the picture.
"""

from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from hardware.scanning.code import Code, Light, rounded
from hardware.scanning.decoder import Looking, look
from hardware.scanning.enhancing import evened, sharpened
from hardware.scanning.qr_fitting import SQUARE, Grid
from hardware.scanning.qr_layout import (
    Modules,
    data_places,
    fixed_modules,
    format_places,
    format_words,
    interleaving,
    mask_at,
)
from hardware.scanning.reed_solomon import TooDamaged, corrected
from hardware.scanning.view import whole

_SPARE = 3  # bytes of a block's parity that must agree
_ERASED_SHARES = (0.0, 0.3, 0.6, 0.8, 1.0)  # of what may be erased at most
_FORMAT_LIKE = 0.5
_FAINT_SHARE = 0.4  # of the modules need not look like the result
_MOST_UNLIKE = 0.08  # of the others may look otherwise
_DRAWN_PX = 4
_QUIET = 4
_ROUNDS = 25
_SPREAD_LIGHT = 60.0  # what `evened` makes of one standard deviation

_BESIDE = np.array([[0, 1, 0], [1, 0, 1], [0, 1, 0]], np.float32)
_ACROSS = np.array([[1, 0, 1], [0, 0, 0], [1, 0, 1]], np.float32)


def read_grid(grid: Grid) -> list[Code]:
    """The code under the grid, or none."""
    for dark in _sightings(grid):
        if (modules := _mended(dark, grid.side)) is not None:
            corners = rounded(grid.corners())
            return [replace(code, corners=corners) for code in _spelt(modules)]
    return []


def _sightings(grid: Grid) -> Iterator[Light]:
    """How dark each module seems (0 is doubt), seen in several ways."""
    module = SQUARE / grid.side
    pixels = grid.view.pixels
    window = int(11 * module)
    even = evened(pixels, window)
    plain = _darkness(grid.sampled(even))
    yield plain
    yield _unmixed(plain, grid.side)
    yield _darkness(grid.sampled(sharpened(even, 0.5 * module, 3.0)))
    yield _darkness(grid.sampled(evened(sharpened(pixels, 0.5 * module, 6.0), window)))


def _darkness(light: Light) -> Light:
    return np.asarray((128 - light) / _SPREAD_LIGHT, np.float32)


def _unmixed(dark: Light, side: int) -> Light:
    """Without what blur mixed into each module of its neighbours.

    How much that is, the fixed modules tell, whose true darkness and neighbours are known. Then
    every module is moved, round by round, to where all together explain best what is seen.
    """
    fixed = fixed_modules(side)
    known = fixed >= 0
    true = np.where(known, 2.0 * fixed - 1, 0).astype(np.float32)
    own, beside, across, level = _mixture(dark, true, known)
    if own <= 0:
        return dark
    kernel = own * np.pad([[1.0]], 1) + beside * _BESIDE + across * _ACROSS
    power = float((kernel * kernel).sum())
    guess = np.where(known, true, np.tanh(2 * (dark - level) / own))
    for turn in range(_ROUNDS):
        around = np.pad(guess, 1, constant_values=-1)
        rest = dark - level - cv2.filter2D(around, -1, kernel)[1:-1, 1:-1]
        pull = cv2.filter2D(np.pad(rest, 1), -1, kernel)[1:-1, 1:-1] / power + guess
        moved = np.tanh((1 + 0.2 * turn) * pull)
        guess = np.where(known, true, (guess + moved) / 2)
    return np.asarray(guess, np.float32)


def _mixture(
    dark: Light, true: Light, known: NDArray[np.bool_]
) -> tuple[float, float, float, float]:
    """By how much a module shows itself, those beside it and across its corners, and the level."""
    around = np.pad(true, 1, constant_values=-1)
    beside, across = (
        np.asarray(cv2.filter2D(around, -1, kernel))[1:-1, 1:-1] for kernel in (_BESIDE, _ACROSS)
    )
    certain = cv2.erode(np.pad(known, 1, constant_values=True).astype(np.uint8), np.ones((3, 3)))
    here = np.asarray(certain)[1:-1, 1:-1] > 0
    terms = np.stack([true[here], beside[here], across[here], np.ones(int(here.sum()))], axis=1)
    own, sides, corners, level = np.linalg.lstsq(terms, dark[here], rcond=None)[0]
    sides = float(np.clip(sides, 0, max(own, 0)))
    return float(own), sides, float(np.clip(corners, 0, sides)), float(level)


def _mended(dark: Light, side: int) -> Modules | None:
    """All modules as they must be, or None where too many are lost."""
    number = _format_number(dark, side)
    if number is None:
        return None
    places = data_places(side)
    mask = mask_at(number & 7, places)
    seen = dark[tuple(places.T)]
    count = len(seen) // 8
    data = np.packbits((seen[: count * 8] > 0) ^ (mask[: count * 8] > 0)).tolist()
    trust = np.abs(seen[: count * 8]).reshape(-1, 8).min(axis=1)
    for block, parity in interleaving(side, number >> 3):
        word = _corrected([data[place] for place in block], trust[list(block)], parity)
        if word is None:
            return None
        for place, byte in zip(block, word, strict=True):
            data[place] = byte
    bits = np.zeros(len(seen), np.int8)
    bits[: count * 8] = np.unpackbits(np.array(data, np.uint8))
    modules = _assembled(bits ^ mask, number, side)
    return modules if _looks_like(dark, modules) else None


def _format_number(dark: Light, side: int) -> int | None:
    """Level and mask, of which a code tells twice."""
    words = 2.0 * np.array(format_words()) - 1
    told = sum(np.clip(dark[tuple(np.transpose(places))], -1, 1) for places in format_places(side))
    like = words @ told / max(float(np.abs(told).sum()), 1e-6)
    return int(like.argmax()) if like.max() > _FORMAT_LIKE else None


def _corrected(word: list[int], trust: Light, parity: int) -> list[int] | None:
    doubted = np.argsort(trust)
    most = max(parity - _SPARE, 0)
    for share in _ERASED_SHARES:
        erased = frozenset(doubted[: int(share * most)].tolist())
        try:
            return corrected(word, parity, erased, _SPARE if erased else 0)
        except TooDamaged:
            continue
    return None


def _assembled(bits: Modules, number: int, side: int) -> Modules:
    modules = fixed_modules(side).copy()
    modules[tuple(data_places(side).T)] = bits
    for places in format_places(side):
        modules[tuple(np.transpose(places))] = format_words()[number]
    return modules


def _looks_like(dark: Light, modules: Modules) -> bool:
    strength = np.abs(dark)
    clear = strength > np.quantile(strength, _FAINT_SHARE)
    unlike = (dark > 0) != (modules > 0)
    return bool(unlike[clear].mean() < _MOST_UNLIKE)


def _spelt(modules: Modules) -> list[Code]:
    """The text of a perfect matrix."""
    drawn = np.kron(np.pad(modules, _QUIET), np.ones((_DRAWN_PX, _DRAWN_PX), np.int8))
    clean = np.where(drawn > 0, 0, 255).astype(np.uint8)
    return look(whole(clean), Looking(("QRCode",), turned=False, smaller=False, inverted=False))
