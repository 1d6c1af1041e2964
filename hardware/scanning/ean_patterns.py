"""How the bars of an EAN-13 look when they are blurred: samples of its digits and guards.

ISO/IEC 15420: 95 modules. A guard (101), six digits of seven modules with even or odd parity, the
middle guard (01010), six digits, a guard. The parities of the left half spell the first digit.
"""

import cv2
import numpy as np

from hardware.scanning.code import Light

MODULES = 95
FINE = 4  # samples to a module
DIGIT_MODULES = 7
DIGITS_AT = np.array([3 + 7 * place for place in range(6)] + [50 + 7 * place for place in range(6)])
"""The module at which each of the twelve digits begins."""
QUIET = 5  # modules of the quiet zone that are looked at; the standard asks for at least seven
GUARDS_AT = ((-QUIET, 8), (45, 5), (92, 8))
"""Where each guard begins, and its modules, with the quiet zone of the outer ones."""

_SPREADS = (0.3, 0.55, 0.8)  # sigma of the blur in modules: sharp, soft, and all but lost
_FINER = 4
_ODD = (
    *("0001101", "0011001", "0010011", "0111101", "0100011"),
    *("0110001", "0101111", "0111011", "0110111", "0001011"),
)
_RIGHT = tuple("".join("10"[int(bar)] for bar in digit) for digit in _ODD)
_EVEN = tuple(digit[::-1] for digit in _RIGHT)
_FIRST_DIGIT = (
    *("OOOOOO", "OOEOEE", "OOEEOE", "OOEEEO", "OEOOEE"),
    *("OEEOOE", "OEEEOO", "OEOEOE", "OEOEEO", "OEEOEO"),
)


def unit(samples: Light, least: float = 1e-6) -> Light:
    """Without their mean, and of length 1 (shorter where they spread less than `least`)."""
    centred = samples - samples.mean(axis=-1, keepdims=True)
    length = np.linalg.norm(centred, axis=-1, keepdims=True)
    floor = least * np.sqrt(samples.shape[-1])
    return np.asarray(centred / np.maximum(length, floor), np.float32)


def text_of(left: list[int], right: list[int]) -> str | None:
    """Thirteen digits, or None where parities or check digit are impossible.

    `left` holds six numbers, 0–9 of odd and 10–19 of even parity; `right` six digits.
    """
    parities = "".join("OE"[number // 10] for number in left)
    if parities not in _FIRST_DIGIT:
        return None
    digits = [_FIRST_DIGIT.index(parities), *(number % 10 for number in left), *right]
    weighted = sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return None if weighted % 10 else "".join(map(str, digits))


def _blurred(bars: str, spread: float) -> Light:
    step = FINE * _FINER
    padded = np.repeat(np.array([float(bar) for bar in bars], np.float32), step)
    margin = 6 * step
    padded = np.pad(padded, margin, mode="edge")[None]
    smooth = cv2.GaussianBlur(padded, (0, 0), sigmaX=spread * step, sigmaY=0.01)
    return np.asarray(smooth[0, margin:-margin].reshape(-1, _FINER).mean(axis=1), np.float32)


def _seen(before: str, bars: str, after: str) -> Light:
    """`bars` between their neighbours, in every spread, as (spreads, samples)."""
    cut = slice(len(before) * FINE, (len(before) + len(bars)) * FINE)
    return unit(np.stack([_blurred(before + bars + after, spread)[cut] for spread in _SPREADS]))


def _looks(digits: tuple[str, ...], before: str, after: str) -> Light:
    return np.stack([_seen(before, digit, after) for digit in digits], axis=1)


LEFT_LOOKS = _looks(_ODD + _EVEN, "1", "0")
"""(spreads, 20, samples): digits of odd, then of even parity; a bar is 1."""
RIGHT_LOOKS = _looks(_RIGHT, "0", "1")
"""(spreads, 10, samples)."""
GUARD_LOOKS = (
    _seen("", "0" * QUIET + "101", "0"),
    _seen("1", "01010", "1"),
    _seen("0", "101" + "0" * QUIET, ""),
)
"""(spreads, samples) of each guard."""
