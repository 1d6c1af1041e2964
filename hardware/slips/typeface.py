"""The two families a slip is set in: Be Vietnam Pro for words, Inter for numbers."""

from functools import lru_cache

import fontpkg_be_vietnam_pro
import fontpkg_inter
from PIL import ImageFont

from hardware.slips.receipt import Weight

_WORD_FILES = {"regular": "BeVietnamPro-Medium.ttf", "bold": "BeVietnamPro-Bold.ttf"}
_INTER_FILE = "Inter[opsz,wght].ttf"
_NUMBER_WEIGHTS = {"regular": 700, "bold": 800}
_INTER_OPTICAL_SIZE = 32  # the display cut: tight, for large numbers


@lru_cache(maxsize=32)
def words_font(pixels: int, weight: Weight) -> ImageFont.FreeTypeFont:
    """Be Vietnam Pro at `pixels` to the em; medium as the regular weight, which paper thins."""
    path = fontpkg_be_vietnam_pro.ROOT / "files" / _WORD_FILES[weight]
    return ImageFont.truetype(str(path), pixels)


@lru_cache(maxsize=64)
def number_font(pixels: int, weight: Weight) -> ImageFont.FreeTypeFont:
    """Inter at `pixels` to the em."""
    font = ImageFont.truetype(str(fontpkg_inter.ROOT / "files" / _INTER_FILE), pixels)
    font.set_variation_by_axes([_INTER_OPTICAL_SIZE, _NUMBER_WEIGHTS[weight]])
    return font
