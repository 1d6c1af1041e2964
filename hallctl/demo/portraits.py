"""Portraits of the demo's made-up officials: drawn on the spot, of nobody."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw

from hallctl.settings import FILE_NAME
from hallctl.settings.changing.editing import HallFile
from hallctl.settings.pictures import PORTRAIT, keep, portrait_of
from hallctl.simulate.day import OFFICIALS

SCALE = 4
"""Drawn larger, so that edges come out smooth."""
WOMEN = frozenset({"Thị", "Thu", "Ngọc", "Thùy"})
"""Middle names by which the made-up women are known."""
_GROUNDS = ("#DCE9F5", "#E6F0E4", "#F6EBDD", "#E9E4F2")
_SKINS = ("#F1CBA6", "#E8B98F", "#F5D5B5")
_HAIRS = ("#1E1A18", "#2B211C", "#3A2C24", "#4A4A4D")
_SHIRTS = ("#FFFFFF", "#EAF1F8")
_COATS = ("#0B4F8A", "#07294A", "#1A7A4C", "#7A3148")


class _Look(NamedTuple):
    """How somebody looks."""

    is_woman: bool
    ground: str
    skin: str
    hair: str
    shirt: str
    coat: str
    has_glasses: bool
    has_long_hair: bool


def hang_portraits(hall: Path) -> None:
    """A portrait of every made-up official, beside ``hall.toml`` and named in it."""
    photos = {name: keep(hall, portrait(name), ".jpg") for name in OFFICIALS}
    named = {name: {"official": name, "photo": photo} for name, photo in photos.items()}
    (hall / FILE_NAME).write_text(HallFile(hall).with_entries("official", named), "utf-8")


def portrait(name: str) -> bytes:
    """The same for the same name, as set-up keeps photos: three by four, a JPEG."""
    look, (width, height) = _look(name), PORTRAIT
    picture = Image.new("RGB", (width * SCALE, height * SCALE), look.ground)
    brush = _Brush(ImageDraw.Draw(picture))
    if look.is_woman:
        brush.long_hair(look)
    brush.bust(look)
    brush.head(look)
    out = BytesIO()
    picture.resize(PORTRAIT, Image.Resampling.LANCZOS).save(out, "PNG")
    return portrait_of(out.getvalue())


class _Brush:
    """Draws in the dots of the finished picture."""

    def __init__(self, draw: ImageDraw.ImageDraw) -> None:
        self._draw = draw

    def long_hair(self, look: _Look) -> None:
        """What falls behind the neck."""
        bottom = 250 if look.has_long_hair else 196
        self._draw.rounded_rectangle(_at(66, 66, 174, bottom), _px(50), look.hair)

    def bust(self, look: _Look) -> None:
        """Shoulders in a coat, the collar, the neck."""
        draw = self._draw
        draw.rounded_rectangle(_at(22, 236, 218, 400), _px(64), look.coat)
        draw.polygon(_points((86, 236), (154, 236), (120, 300)), look.shirt)
        draw.rounded_rectangle(_at(100, 176, 140, 252), _px(18), _darker(look.skin))
        draw.polygon(_points((100, 244), (140, 244), (120, 262)), _darker(look.skin))
        if not look.is_woman:
            draw.polygon(
                _points((114, 262), (126, 262), (131, 306), (120, 320), (109, 306)), "#B3261E"
            )
        draw.rectangle(_at(160, 276, 190, 286), "#FFC72C")

    def head(self, look: _Look) -> None:
        """Face, hair over it, eyes, a small smile."""
        draw = self._draw
        for x in (70, 160):
            draw.ellipse(_at(x, 130, x + 14, 158), _darker(look.skin))
        draw.ellipse(_at(76, 74, 164, 204), look.skin)
        crown = (66, 54, 174, 206) if look.is_woman else (71, 60, 169, 166)
        begins, ends = (192, 348) if look.is_woman else (186, 354)
        draw.chord(_at(*crown), begins, ends, look.hair)
        for x in (98, 134):
            draw.ellipse(_at(x, 138, x + 9, 148), "#231815")
            draw.arc(_at(x - 5, 122, x + 14, 138), 200, 340, look.hair, _px(3))
        if look.has_glasses:
            for x in (90, 126):
                draw.ellipse(_at(x, 130, x + 26, 156), None, "#44546A", _px(2.5))
            draw.line(_at(116, 142, 126, 142), "#44546A", _px(2.5))
        draw.arc(_at(104, 158, 136, 182), 20, 160, "#9A4A3C", _px(3.5))


def _look(name: str) -> _Look:
    chance = sha256(name.encode()).digest()
    return _Look(
        is_woman=any(part in WOMEN for part in name.split()[1:]),
        ground=_GROUNDS[chance[0] % len(_GROUNDS)],
        skin=_SKINS[chance[1] % len(_SKINS)],
        hair=_HAIRS[chance[2] % len(_HAIRS)],
        shirt=_SHIRTS[chance[3] % len(_SHIRTS)],
        coat=_COATS[chance[4] % len(_COATS)],
        has_glasses=chance[5] % 3 == 0,
        has_long_hair=chance[6] % 2 == 0,
    )


def _px(dots: float) -> int:
    return round(dots * SCALE)


def _at(left: float, top: float, right: float, bottom: float) -> tuple[int, int, int, int]:
    return _px(left), _px(top), _px(right), _px(bottom)


def _points(*points: tuple[float, float]) -> list[tuple[int, int]]:
    return [(_px(x), _px(y)) for x, y in points]


def _darker(colour: str) -> str:
    return "#" + "".join(f"{round(int(colour[n : n + 2], 16) * 0.93):02X}" for n in (1, 3, 5))
