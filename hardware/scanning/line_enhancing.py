"""Ways to make the bars on a line stand out, the likeliest to help first."""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
import zxingcpp

from hardware.scanning.code import Light

_ENVELOPE_PX = 30  # wider than the widest bar of a code that is read at all
_FLAT = 6.0  # between light and dark: less is noise
_NOISE = 0.02  # of the signal: what deblurring may not blow up
_MARGIN_PX = 64


@dataclass(frozen=True, slots=True)
class Way:
    """One way to read lines: `enhance` takes lines (count, width), and pixels to a pixel."""

    name: str
    reason: str
    enhance: Callable[[Light, float], Light]
    binarizer: zxingcpp.Binarizer = zxingcpp.Binarizer.FixedThreshold


def evened(lines: Light, scale: float) -> Light:
    """Each place between its own darkest and lightest: undoes shade and low contrast."""
    window = int(_ENVELOPE_PX * scale) | 1
    around = np.ones((1, window), np.uint8)
    high = cv2.blur(cv2.dilate(lines, around), (window, 1))
    low = cv2.blur(cv2.erode(lines, around), (window, 1))
    return np.asarray(255 * (lines - low) / np.maximum(high - low, _FLAT), np.float32)


def sharpened(lines: Light, sigma: float, amount: float) -> Light:
    """What differs from its surroundings differs more."""
    smooth = cv2.GaussianBlur(lines, (0, 0), sigmaX=sigma, sigmaY=0.01)
    return np.asarray(lines + amount * (lines - smooth), np.float32)


def deblurred(lines: Light, sigma: float) -> Light:
    """Wiener's inverse of a Gaussian blur of `sigma` pixels."""
    padded = np.pad(lines, ((0, 0), (_MARGIN_PX, _MARGIN_PX)), mode="edge")
    width = padded.shape[1]
    passed = np.exp(-((sigma * 2 * np.pi * np.fft.rfftfreq(width)) ** 2) / 2)
    undone = passed * (1 + _NOISE) / (passed * passed + _NOISE)
    clear = np.fft.irfft(np.fft.rfft(padded, axis=1) * undone, width, axis=1)
    return np.asarray(clear[:, _MARGIN_PX:-_MARGIN_PX], np.float32)


WAYS = (
    Way(
        "plain",
        "a clean print in even light",
        lambda lines, _: lines,
        zxingcpp.Binarizer.GlobalHistogram,
    ),
    Way("even", "shade, glare beside the code, low contrast", evened),
    Way(
        "shadow",
        "the edge of a shadow across the bars: light as the eye has it, then evened",
        lambda lines, scale: evened(_logarithm(lines), scale),
    ),
    Way(
        "sharp",
        "slight blur, in a shadow too",
        lambda lines, scale: sharpened(evened(_logarithm(lines), scale), 1.5 * scale, 2.5),
    ),
    Way(
        "deblurred",
        "defocus or motion of about one pixel and a half",
        lambda lines, scale: evened(deblurred(lines, 1.6 * scale), scale),
    ),
    Way(
        "more deblurred",
        "the same of two pixels",
        lambda lines, scale: evened(deblurred(lines, 2.2 * scale), scale),
    ),
)


def _logarithm(lines: Light) -> Light:
    """Light as the eye has it: a shadow only lowers it, whatever lies under."""
    return np.asarray(46 * np.log(np.maximum(lines, 0) + 8), np.float32)
