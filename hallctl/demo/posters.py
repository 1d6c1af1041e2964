"""Pictures for the demo's boards: drawn on the spot, so that the demo needs no files of anybody."""

from pathlib import Path
from typing import NamedTuple

import fontpkg_be_vietnam_pro
from PIL import Image, ImageDraw, ImageFont

from hallctl.playlist.manifest import EMPTY, FILE_NAME, FOLDER, with_item

WIDTH, HEIGHT = 1600, 900
_FONTS = Path(fontpkg_be_vietnam_pro.ROOT) / "files"
_BRAND, _DEEP, _GOLD, _PAPER = "#0B4F8A", "#07294A", "#FFC72C", "#F3F6FA"


class Step(NamedTuple):
    """One card of a poster."""

    title: str
    words: str


STEPS = (
    Step("1", "Lấy số tại máy"),
    Step("2", "Nộp hồ sơ tại quầy"),
    Step("3", "Theo dõi trên điện thoại"),
    Step("4", "Nhận kết quả đúng hẹn"),
)
TITLE = "Bốn bước làm thủ tục"


def hang_posters(hall: Path) -> None:
    """A picture beside the calls, and a clip for the whole board, into the hall's playlist."""
    folder = hall / FOLDER
    folder.mkdir(exist_ok=True)
    _poster(len(STEPS)).save(folder / "four-steps.png")
    frames = [_poster(count) for count in range(1, len(STEPS) + 1)]
    frames[0].save(
        folder / "four-steps.webp", save_all=True, append_images=frames[1:], duration=900, loop=0
    )
    text = with_item(EMPTY, "four-steps.png", {"seconds": 10})
    caption = {
        "vi": "Mỗi bước có cán bộ hướng dẫn",
        "en": "Our staff help you with every step",
    }
    text = with_item(text, "four-steps.webp", {"place": "screen", "caption": caption})
    (folder / FILE_NAME).write_text(text, "utf-8")


def _poster(steps: int) -> Image.Image:
    """The poster with its first steps lit."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, WIDTH, 190), fill=_DEEP)
    draw.rectangle((0, 190, WIDTH, 198), fill=_GOLD)
    draw.text((80, 96), TITLE, fill="white", font=_font("Bold", 84), anchor="lm")
    for place, step in enumerate(STEPS):
        top = 250 + place * 155
        is_lit = place < steps
        card = (80, top, WIDTH - 80, top + 130)
        draw.rounded_rectangle(card, 28, fill="white" if is_lit else "#E4EEF8")
        draw.ellipse((110, top + 15, 210, top + 115), fill=_BRAND if is_lit else "#9FC4E8")
        draw.text((160, top + 64), step.title, fill="white", font=_font("Bold", 60), anchor="mm")
        draw.text(
            (260, top + 64),
            step.words,
            fill=_DEEP if is_lit else "#44546A",
            font=_font("Medium", 60),
            anchor="lm",
        )
    return picture


def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONTS / f"BeVietnamPro-{weight}.ttf", size)
