"""The kiosk's shapes, sizes of letters and languages: what differs, and all of it for ``make thorough``.

A fault comes from two of them meeting (the longest language in the largest letters, say); a third
adds nothing but minutes. What is whole in the largest letters is whole in the normal, so the small
glasses are looked at in the largest only. Colours move nothing: high contrast is looked at in one cell.
"""

from collections.abc import Callable, Iterable
from itertools import product
from typing import NamedTuple

from PySide6.QtCore import QSize

from hallctl.core.views import View
from kiosk.view_model import KioskViewModel
from tests.fakes.fake_link import FakeLink
from tests.screens.conftest import OpenKiosk
from tests.screens.kiosk_samples import kiosk_view
from tests.screens.layout_lint import layout_faults
from tests.screens.touching import keep_picture
from tests.thorough import THOROUGH

Scene = Callable[[KioskViewModel, FakeLink], None]
MORNING = kiosk_view()
SIZES = {
    "portrait": QSize(1080, 1920),
    "landscape": QSize(1920, 1080),
    "tablet": QSize(1280, 800),
    "laptop": QSize(1366, 768),
}


class Cell(NamedTuple):
    """One way to look at a kiosk; ``step`` is the size of its letters, 2 the largest."""

    size: str
    step: int
    language: str


_USUAL = (
    Cell("portrait", 0, "vi"),
    Cell("portrait", 2, "en"),
    Cell("landscape", 0, "en"),
    Cell("landscape", 2, "vi"),
    Cell("tablet", 2, "vi"),
    Cell("laptop", 2, "vi"),
)
_ALL = tuple(Cell(*one) for one in product(SIZES, (0, 1, 2), ("vi", "en")))
CELLS = _ALL if THOROUGH else _USUAL


def from_the_start(kiosk: KioskViewModel, link: FakeLink, morning: View | None, cell: Cell) -> None:
    """The kiosk as somebody finds it who then wants it so, whatever the last scene left.

    Letters that grow again at once are not laid out small in between.
    """
    if kiosk.under_way:
        link.lose()
    link.lose_requests()
    link.become("online")
    if morning is not None and link.view is not morning:
        link.show(morning)
    kiosk.preferences.blockSignals(cell.step > 0)
    kiosk.rest()
    prefer(kiosk, cell.language, cell.step)


def prefer(kiosk: KioskViewModel, language: str, step: int) -> None:
    """Choose a language, and letters that many steps larger."""
    kiosk.preferences.choose_language(language)
    for press in range(step):
        kiosk.preferences.blockSignals(press + 1 < step)  # only the last size is looked at
        kiosk.preferences.next_text_size()


def faults_of(scenes: Iterable[Scene], cell: Cell, open_sample: OpenKiosk) -> dict[str, list[str]]:
    """What is wrong with each scene as it looks in that cell; nothing where all is well."""
    screen, link = open_sample(SIZES[cell.size])
    kiosk = screen.view_model
    assert isinstance(kiosk, KioskViewModel)
    # Its hall's first language: else it speaks another between two scenes, and lays out every word.
    link.languages = (cell.language, *(one for one in MORNING.languages if one != cell.language))
    link.show(MORNING)
    morning, faults = link.view, {}
    for scene in scenes:
        name = scene.__name__
        from_the_start(kiosk, link, morning, cell)
        scene(kiosk, link)
        faults[name] = layout_faults(screen.window)
        keep_picture(screen.window, f"{name}-{cell.size}-{cell.language}-{cell.step}")
        if cell == CELLS[0]:
            kiosk.preferences.switch_contrast()
            faults[f"{name} in high contrast"] = layout_faults(screen.window)
    return {name: found for name, found in faults.items() if found}
