"""Codes in trouble, by kind of damage: seeded pictures and what is written in them.

One unit of severity is what a careful citizen does to a code; at two, it may be lost.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from tests.hardware.scan_photographs import (
    Light,
    Ordeal,
    Picture,
    as_jpeg,
    clutter,
    exposed,
    flat_label,
    lay,
    placed,
    shine,
    stripe,
    worn,
)

_FAMILIES = ("Nguyễn", "Trần", "Đỗ", "Huỳnh", "Đặng", "Ðinh", "Vũ", "Lý", "Phạm")
_GIVEN = ("Thị Mỹ Lệ", "ĐỨC ÂN", "Ánh Tuyết", "QUỐC KHÁNH", "Bích Ngọc", "Hữu Đạt", "Yến")
_WARDS = ("Phường Hòa Thuận, Thành phố Đà Nẵng", "Xã Tam Mỹ, Huyện Núi Thành, Tỉnh Quảng Nam")
_PLACES = ("H15.50.05.13", "H47", "000.00.19.H47", "G01.22")


@dataclass(frozen=True)
class Scene:
    """A picture and the codes in it: format, text, and corners as (4, 2) pixels."""

    picture: Picture
    codes: tuple[tuple[str, str, Light], ...]

    @property
    def texts(self) -> list[str]:
        """What a perfect reader finds."""
        return [text for _, text, _ in self.codes]


Draw = Callable[[np.random.Generator], tuple[str, str]]


def scene(ordeal: str, seed: int, draw: Draw, severity: float = 1.0) -> Scene:
    """One picture under `ordeal`, with a code by `draw` (four under "several")."""
    chance = np.random.default_rng([seed, *ordeal.encode()])
    trouble = ORDEALS[ordeal](chance, severity)
    spots = [(0.3, 0.3), (0.7, 0.3), (0.3, 0.75), (0.7, 0.75)]
    if ordeal != "several":
        spots = [tuple(chance.uniform(0.2, 0.8, 2))]
    canvas = clutter(trouble.size, chance, 150.0)
    codes = []
    for spot in spots:
        kind, text = draw(chance)
        label = worn(flat_label(kind, text), trouble, chance)
        at = (spot[0] * trouble.size[0], spot[1] * trouble.size[1])
        corners = placed(label, trouble, chance, at)
        lay(canvas, label, corners)
        codes.append((kind, text, corners))
    picture = exposed(canvas, trouble, chance)
    for _, _, corners in codes:
        shine(picture, corners, trouble.glare, chance)
    return Scene(as_jpeg(picture, trouble.jpeg), tuple(codes))


def empty_scene(seed: int) -> Scene:
    """A picture with stripes, checks and writing, and no code at all."""
    chance = np.random.default_rng([seed, 77])
    canvas = clutter((640, 480), chance, 200.0)
    stripe(canvas, chance)
    trouble = replace(Ordeal(), noise=5.0, blur_px=float(chance.uniform(0.3, 2)))
    return Scene(exposed(canvas, trouble, chance), ())


def qr_words(chance: np.random.Generator) -> tuple[str, str]:
    """A name, as on a badge."""
    return "QRCode", f"{chance.choice(_FAMILIES)} {chance.choice(_GIVEN)}"


def qr_card(chance: np.random.Generator) -> tuple[str, str]:
    """A citizen card of seven or six fields; nobody's."""
    number = "".join(str(digit) for digit in chance.integers(0, 10, 12))
    older = ["", number[3:]][int(chance.integers(2))]
    name = qr_words(chance)[1]
    rest = [name, "01021985", "Nữ", f"Tổ {chance.integers(1, 60)}, {chance.choice(_WARDS)}"]
    fields = [number, *([older] if chance.integers(2) else []), *rest, "25122021"]
    return "QRCode", "|".join(fields)


def code128(chance: np.random.Generator) -> tuple[str, str]:
    """A dossier's code."""
    day = f"26{chance.integers(1, 13):02}{chance.integers(1, 29):02}"
    return "Code128", f"{chance.choice(_PLACES)}-{day}-{chance.integers(1, 10_000):04}"


def ean13(chance: np.random.Generator) -> tuple[str, str]:
    """An article's number."""
    digits = [8, 9, 3, *(int(digit) for digit in chance.integers(0, 10, 9))]
    check = -sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10
    return "EAN13", "".join(str(digit) for digit in [*digits, check])


DRAWS: tuple[Draw, ...] = (qr_words, qr_card, code128, ean13)


def _turned(chance: np.random.Generator, most: float) -> float:
    return float(chance.uniform(-most, most))


ORDEALS: dict[str, Callable[[np.random.Generator, float], Ordeal]] = {
    "easy": lambda _r, _s: Ordeal(),
    "blur": lambda _r, s: Ordeal(blur_px=1.3 * s + 0.4),
    "motion": lambda _r, s: Ordeal(motion_px=2 + int(3 * s)),
    "low_contrast": lambda _r, s: Ordeal(dark=120, light=120 + 30 / s, noise=2),
    "dim": lambda _r, s: Ordeal(dark=6, light=14 + 26 / s),
    "noise": lambda _r, s: Ordeal(noise=18 * s, jpeg=95),
    "shade": lambda _r, s: Ordeal(shade=min(0.9, 0.45 * s + 0.2)),
    "glare": lambda _r, s: Ordeal(glare=0.3 * s),
    "turned": lambda r, s: Ordeal(turn_degrees=_turned(r, 180), blur_px=0.5 + 0.3 * s),
    "perspective": lambda r, s: Ordeal(
        perspective=0.12 * s, turn_degrees=_turned(r, 30), module_px=5
    ),
    "tiny": lambda r, s: Ordeal(module_px=2.6 - 0.5 * s, turn_degrees=_turned(r, 20)),
    "huge": lambda _r, s: Ordeal(module_px=10 + 8 * s, size=(2400, 1800), blur_px=3 * s),
    "curved": lambda r, s: Ordeal(curve=0.45 * s, module_px=5, turn_degrees=_turned(r, 9)),
    "damaged": lambda _r, s: Ordeal(blots=0.05 * s, streaks=int(s)),
    "inverted": lambda _r, s: Ordeal(inverted=True, blur_px=0.5 * s),
    "jpeg": lambda _r, s: Ordeal(jpeg=int(34 / s), module_px=3),
    "several": lambda r, _s: Ordeal(size=(1920, 1440), module_px=3, turn_degrees=_turned(r, 25)),
    "everything": lambda r, s: Ordeal(
        module_px=3.6,
        turn_degrees=_turned(r, 180),
        perspective=0.06 * s,
        blur_px=0.5 + 0.4 * s,
        noise=5 * s,
        shade=0.3 * s,
        dark=60,
        light=180,
        blots=0.01 * s,
    ),
}
