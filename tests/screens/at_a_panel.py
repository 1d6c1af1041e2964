"""An open panel of counter 3, its link, and the fingers and keys of whoever sits there."""

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest

from counter_display import open_panel
from hallctl.station.screen import Screen
from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import counter_view
from tests.screens.item_tree import named
from tests.screens.touching import settle, touch

DESK, HAND = QSize(1366, 768), QSize(480, 800)


class AtAPanel:
    """``changes`` are what its first view has other than the usual."""

    def __init__(self, size: QSize = DESK, official: str = "", **changes: Any) -> None:
        self.link = FakeLink(counter_view(**changes))
        self.screen: Screen = open_panel(self.link, size, official=official)
        settle()

    @property
    def model(self) -> Any:
        return self.screen.view_model

    def touch(self, name: str) -> None:
        touch(self.screen.window, named(self.screen.window, name))
        settle()

    def keys(self, *keys: Any) -> None:
        for key in keys:
            QTest.keyClick(self.screen.window, key)
            settle()
