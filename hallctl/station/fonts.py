"""The two typefaces of every screen, loaded from their packages and checked.

A missing font would fall back silently and cut Vietnamese accents, so it is an error here.
"""

from pathlib import Path

import fontpkg_be_vietnam_pro
import fontpkg_inter
from PySide6.QtGui import QFontDatabase

WORDS = "Be Vietnam Pro"
NUMBERS = "Inter"
_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold", "ExtraBold")


class FontMissingError(RuntimeError):
    """A typeface of the screens could not be loaded."""


def load_fonts() -> None:
    """Make both typefaces known to Qt; needs an application, may be called again.

    Raises FontMissingError when a file is absent, unreadable or holds another family.
    """
    known = set(QFontDatabase.families())
    if {WORDS, NUMBERS} <= known:
        return
    words = Path(fontpkg_be_vietnam_pro.ROOT) / "files"
    for weight in _WEIGHTS:
        _load(words / f"BeVietnamPro-{weight}.ttf", WORDS)
    _load(Path(fontpkg_inter.ROOT) / "files" / "Inter[opsz,wght].ttf", NUMBERS)


def _load(file: Path, family: str) -> None:
    font = QFontDatabase.addApplicationFont(str(file))
    if font == -1 or family not in QFontDatabase.applicationFontFamilies(font):
        msg = f"{file.name} does not give the typeface {family}"
        raise FontMissingError(msg)
