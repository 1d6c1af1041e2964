"""``python -m tests.site.take_pictures out/demo docs/pictures`` keeps the demo's pictures small, for the docs.

``hallctl demo --headless --days 40 --people 330``` takes them: of screens and, where there is a Chromium, of pages.
"""

import shutil
import sys
from pathlib import Path

from PIL import Image

OF_SCREENS = {
    "kiosk": ("kiosk-vietnamese", 540),
    "kiosk-thanks": ("kiosk-taken-vi", 540),
    "board": ("board-queues", 1280),
    "panel": ("panel-1-busy", 1100),
    "sign": ("sign-calling", 1100),
    "pad": ("pad-result", 960),
    "reception": ("panel-reception", 1100),
}
"""A document's picture of a screen: which of the demo's it is, and how wide it is kept."""
PAPER = "ticket"
"""One of the papers that came out of the demo's printer, dot for dot."""
PAGE_WIDTH = 1200
COLOURS = 160


def keep(demo: Path, docs: Path, names: list[str]) -> None:
    """Those of ``names``, or all that the documents have of the demo's."""
    pages = {file.stem: file for file in (demo / "pages").glob("*.png")}
    kept = {file.stem for file in docs.glob("*.png")}
    for name in names or sorted(kept & {PAPER, *pages, *OF_SCREENS}):
        if name == PAPER:
            shutil.copy(min((demo / "tickets").glob("*.png")), docs / f"{name}.png")
        elif name in pages:
            with Image.open(pages[name]) as picture:
                wide = min(picture.width, PAGE_WIDTH)
            _shrink(pages[name], docs / f"{name}.png", wide)
        else:
            taken, wide = OF_SCREENS[name]
            _shrink(demo / "screens" / f"{taken}.png", docs / f"{name}.png", wide)


def _shrink(taken: Path, kept: Path, width: int) -> None:
    with Image.open(taken) as picture:
        size = (width, round(picture.height * width / picture.width))
        small = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    small.quantize(COLOURS).save(kept, optimize=True)


if __name__ == "__main__":
    keep(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
