"""The code of a new station in every shape that stations have, with trouble beneath it."""

import pytest
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QGuiApplication

from hallctl.station.pairing.coming_in import QML
from hallctl.station.pairing.view_model import PairingViewModel
from hallctl.station.screen import open_screen
from tests.screens.layout_lint import layout_faults
from tests.screens.touching import settle

SIZES = {
    "band": QSize(1920, 540),
    "wide": QSize(1920, 1080),
    "tall": QSize(1080, 1920),
    "pad": QSize(1280, 800),
}


class Waiting(QObject):
    """A station that has its code, and trouble."""

    told = Signal()
    code = "482913"
    fingerprint = " ".join(["A1B2", "C3D4", "E5F6", "0718"] * 4)

    def __init__(self, trouble: str) -> None:
        super().__init__()
        self.trouble = trouble


@pytest.mark.parametrize("size", SIZES)
def test_code_fingerprint_and_trouble_are_whole(qapp: QGuiApplication, size: str) -> None:
    faults = {}
    for trouble in ("", "unreachable", "stranger"):
        newcomer = Waiting(trouble)
        pairing = PairingViewModel(newcomer, "https://192.0.2.10:8080", "sign")  # type: ignore[arg-type]
        screen = open_screen(QML, "pairing", pairing, SIZES[size])
        for language in ("vi", "en"):
            pairing.preferences.choose_language(language)
            settle()
            faults[f"{trouble} {language}"] = layout_faults(screen.window, 60)
        screen.close()
        settle()
    assert not {name: found for name, found in faults.items() if found}
