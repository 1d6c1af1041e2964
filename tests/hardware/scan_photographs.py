"""Draws flat codes and takes poor photographs of them: bent, turned, blurred, dirtied."""

from dataclasses import dataclass

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

from hardware.slips.qr_symbol import qr_modules

Picture = NDArray[np.uint8]
Light = NDArray[np.float32]

DRAWN_PX = 8  # drawn this large to a module, then seen smaller
_FINER = 3  # seen this much finer than the picture is, so that edges fall between pixels
_FINER_LARGE = 2  # for pictures whose work would be too much
_LARGE = 1000


@dataclass(frozen=True)
class Ordeal:
    """What befalls the codes of a picture; the defaults are an easy day."""

    module_px: float = 4.0
    size: tuple[int, int] = (640, 480)
    turn_degrees: float = 0.0
    perspective: float = 0.0  # corners moved by this part of a side
    blur_px: float = 0.6
    motion_px: int = 0
    dark: float = 30.0
    light: float = 210.0
    shade: float = 0.0  # part of the light lost from one side to the other
    noise: float = 3.0
    glare: float = 0.0  # diameter as part of the code's
    blots: float = 0.0  # part of the code covered
    streaks: int = 0  # white lines of a worn print head
    curve: float = 0.0  # radians of the cylinder that the code goes around, to each side
    inverted: bool = False
    jpeg: int = 90


def flat_label(kind: str, text: str) -> Picture:
    """The code with its quiet zone, black on white, DRAWN_PX to a module."""
    if kind == "QRCode":
        modules = np.array(qr_modules(text))
    else:
        content = text[:12] if kind == "EAN13" else text
        drawn = zxingcpp.create_barcode(content, getattr(zxingcpp.BarcodeFormat, kind))
        bars = np.asarray(drawn.to_image(scale=1))[0] < 128
        bars = np.pad(bars[np.argmax(bars) : len(bars) - np.argmax(bars[::-1])], 10)
        modules = np.pad(np.tile(bars, (max(30, len(bars) // 4), 1)), ((4, 4), (0, 0)))
    return np.where(np.kron(modules, np.ones((DRAWN_PX, DRAWN_PX))) > 0, 0, 255).astype(np.uint8)


def worn(label: Picture, ordeal: Ordeal, chance: np.random.Generator) -> Picture:
    """The label after use: blotted, streaked, inverted, bent around a cylinder."""
    label = label.copy()
    height, width = label.shape
    covered = 0.0
    while covered < ordeal.blots:
        radius = chance.uniform(0.02, 0.05) * min(height, width)
        spot = (int(chance.uniform(0, width)), int(chance.uniform(0, height)))
        cv2.circle(label, spot, int(radius), int(chance.choice([0, 120, 255])), -1)
        covered += np.pi * radius**2 / (height * width)
    for _ in range(ordeal.streaks):
        row = int(chance.uniform(0.1, 0.9) * height)
        label[row : row + DRAWN_PX // 2] = 255
    return _bent(255 - label if ordeal.inverted else label, ordeal.curve)


def _bent(label: Picture, curve: float) -> Picture:
    if not curve:
        return label
    height, width = label.shape
    seen = int(width * np.sin(curve) / curve)
    across = np.arcsin(np.linspace(-1, 1, seen) * np.sin(curve)) / curve  # seen → on the label
    x = np.tile((across + 1) / 2 * (width - 1), (height, 1)).astype(np.float32)
    sag = 0.05 * curve * height * across**2  # looked at a little from above
    y = (np.arange(height)[:, None] + sag[None, :]).astype(np.float32)
    return cv2.remap(label, x, y, cv2.INTER_LINEAR, borderValue=255).astype(np.uint8)


def placed(
    label: Picture, ordeal: Ordeal, chance: np.random.Generator, spot: tuple[float, float]
) -> Light:
    """Corners (4, 2) in the picture of a label centred near `spot`: from the top left, clockwise."""
    height, width = np.array(label.shape) * ordeal.module_px / DRAWN_PX
    square = np.array([[-width, -height], [width, -height], [width, height], [-width, height]]) / 2
    angle = np.radians(ordeal.turn_degrees)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    pushed = chance.uniform(-1, 1, (4, 2)) * ordeal.perspective * min(width, height)
    corners = (square + pushed) @ turn
    reach = np.abs(corners).max(axis=0)
    room = np.array(ordeal.size) / 2 - reach
    centre = np.clip(np.array(spot), *np.sort([reach, np.array(ordeal.size) - reach], axis=0))
    if np.any(room < 0):  # larger than the picture: smaller, whatever was wished
        corners *= 0.98 * (1 + room / reach).min()
        centre = np.array(ordeal.size) / 2
    return (corners + centre).astype(np.float32)


def lay(canvas: Light, label: Picture, corners: Light) -> None:
    """Draw the label between its corners onto the canvas (0 dark, 255 light)."""
    finer = _FINER if canvas.shape[1] < _LARGE else _FINER_LARGE
    size = (canvas.shape[1] * finer, canvas.shape[0] * finer)
    height, width = label.shape
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    into = cv2.getPerspectiveTransform(flat, corners * finer)
    seen = cv2.warpPerspective(label, into, size, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full_like(label, 255), into, size)
    small = (canvas.shape[1], canvas.shape[0])
    part = cv2.resize(mask, small, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    ink = cv2.resize(seen, small, interpolation=cv2.INTER_AREA).astype(np.float32)
    canvas[:] = canvas * (1 - part) + ink


def exposed(canvas: Light, ordeal: Ordeal, chance: np.random.Generator) -> Picture:
    """What the camera makes of the canvas: light and shade, blur, motion, noise."""
    height, width = canvas.shape
    lit = ordeal.dark + canvas / 255 * (ordeal.light - ordeal.dark)
    if ordeal.shade:
        edge = np.clip((np.arange(width) - width / 2) / (0.06 * width) + 0.5, 0, 1)
        lit = lit * (1 - ordeal.shade * edge)[None, :]
    lit = cv2.GaussianBlur(lit.astype(np.float32), (0, 0), max(ordeal.blur_px, 0.05))
    if ordeal.motion_px > 1:
        trail = np.zeros((ordeal.motion_px, ordeal.motion_px), np.float32)
        angle = chance.uniform(0, np.pi)
        middle = (ordeal.motion_px - 1) / 2
        for step in np.linspace(-middle, middle, ordeal.motion_px * 4):
            trail[round(middle + step * np.sin(angle)), round(middle + step * np.cos(angle))] += 1
        lit = cv2.filter2D(lit, -1, trail / trail.sum())
    noisy = lit + chance.normal(0, ordeal.noise, (height, width))
    return np.clip(noisy, 0, 255).astype(np.uint8)


def shine(picture: Picture, corners: Light, part: float, chance: np.random.Generator) -> None:
    """A lamp's reflection on the code, fading outwards."""
    if not part:
        return
    sides = np.linalg.norm(corners - np.roll(corners, 1, axis=0), axis=1)
    spot = corners.mean(axis=0) + chance.uniform(-0.3, 0.3, 2) * sides.min()
    rows, columns = np.indices(picture.shape)
    away = np.hypot(columns - spot[0], rows - spot[1]) / (part * sides.min() / 2)
    glow = 255 * np.exp(-(away**4))
    picture[:] = np.clip(picture + glow, 0, 255)


def clutter(size: tuple[int, int], chance: np.random.Generator, light: float) -> Light:
    """A desk with papers and lines of writing."""
    canvas = np.full((size[1], size[0]), light, np.uint8)
    for _ in range(6):
        x, y = chance.uniform(0, 1, 2) * size
        w, h = chance.uniform(0.1, 0.5, 2) * size
        box = (int(x), int(y)), (int(x + w), int(y + h))
        cv2.rectangle(canvas, *box, float(chance.uniform(40, 250)), -1)
    for _ in range(14):
        x, y = chance.uniform(0, 1, 2) * size
        words = "".join(chance.choice(list("abcdeghiklmnopqrstuvxy 0123456789"), 24))
        font = cv2.FONT_HERSHEY_SIMPLEX
        scale = float(chance.uniform(0.3, 0.9)) * size[0] / 640
        cv2.putText(canvas, words, (int(x), int(y)), font, scale, 20, 1, cv2.LINE_AA)
    return canvas.astype(np.float32)


def stripe(canvas: Light, chance: np.random.Generator) -> None:
    """Grids, blinds and radiators: what looks like bars and is none."""
    height, width = canvas.shape
    for _ in range(4):
        x, y = int(chance.uniform(0, width * 0.7)), int(chance.uniform(0, height * 0.7))
        step = chance.uniform(3, 14)
        irregular = chance.uniform(0, 0.6)
        edges = np.cumsum(step * (1 + irregular * chance.uniform(-1, 1, 60)))
        for left, right in zip(edges[::2], edges[1::2], strict=True):
            top, bottom = (int(x + left), y), (int(x + right), y + int(height * 0.3))
            cv2.rectangle(canvas, top, bottom, float(chance.uniform(0, 80)), -1)


def as_jpeg(picture: Picture, quality: int) -> Picture:
    """The picture as it comes back from a JPEG of `quality`."""
    _, stored = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return cv2.imdecode(stored, cv2.IMREAD_GRAYSCALE).astype(np.uint8)
