"""Ways to make a code stand out. Each takes a grey picture and gives one of the same size."""

import cv2
import numpy as np

from hardware.scanning.code import Grey, Light

_FLOOR = 9.0  # variance of a camera's own noise, not to be blown up into a pattern


def sharpened(picture: Grey, sigma: float, amount: float) -> Grey:
    """Undoes blur of about `sigma` pixels: what differs from its surroundings differs more."""
    light = picture.astype(np.float32)
    return _grey(light + amount * (light - cv2.GaussianBlur(light, (0, 0), sigma)))


def evened(picture: Grey, window: int) -> Grey:
    """The same mean and spread in every `window`: undoes shade, glare's skirts, low contrast."""
    light = picture.astype(np.float32)
    size = (window | 1, window | 1)
    mean = cv2.blur(light, size)
    variance = cv2.blur(light * light, size) - mean * mean
    return _grey(128 + 60 * (light - mean) / np.sqrt(np.maximum(variance, _FLOOR)))


def calmed(picture: Grey) -> Grey:
    """Without speckles: noise of dim light, dust, the dots of a worn print."""
    return np.asarray(cv2.medianBlur(picture, 3), np.uint8)


def split(picture: Grey, window: int) -> Grey:
    """Black and white by the mean of every `window`."""
    return np.asarray(
        cv2.adaptiveThreshold(
            cv2.GaussianBlur(picture, (3, 3), 0),
            255,
            cv2.ADAPTIVE_THRESH_MEAN_C,
            cv2.THRESH_BINARY,
            window | 1,
            0,
        ),
        np.uint8,
    )


def _grey(light: Light) -> Grey:
    return np.clip(light, 0, 255).astype(np.uint8)
