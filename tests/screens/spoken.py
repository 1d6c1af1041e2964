"""A kiosk that speaks, heard by the test."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hallctl.station.screen import Screen
from hallctl.station.voice.saying import Sayer
from kiosk import open_kiosk
from kiosk.comfort import Comfort
from kiosk.view_model import KioskViewModel
from tests.fakes.fake_link import FakeLink
from tests.fakes.fake_sound import AtOnce, FakeSpeaker, FakeVoice
from tests.screens.conftest import PORTRAIT
from tests.screens.kiosk_samples import kiosk_view
from tests.screens.touching import settle

PREVIOUS, NEXT, CHOOSE, REPEAT, HELP, PLUGGED, UNPLUGGED = (
    getattr(Qt.Key, f"Key_F{n}") for n in range(13, 20)
)


@dataclass
class SpokenKiosk:
    """The screen, its link to no hall, and what is heard."""

    screen: Screen
    link: FakeLink
    voice: FakeVoice
    speaker: FakeSpeaker
    heard: int = field(default=0)

    @property
    def kiosk(self) -> KioskViewModel:
        assert isinstance(self.screen.view_model, KioskViewModel)
        return self.screen.view_model

    def said(self) -> str:
        """What was said last."""
        return self.voice.said[-1][0] if self.voice.said else ""

    def news(self) -> list[str]:
        """What was said since this was asked last."""
        told = [words for words, _ in self.voice.said[self.heard :]]
        self.heard = len(self.voice.said)
        return told

    def press(self, *keys: Qt.Key) -> str:
        """Press the keys one after the other; what was said last."""
        for key in keys:
            QTest.keyClick(self.screen.window, key)
            settle()
        return self.said()

    def go_to(self, name: str) -> str:
        """Press "next" until something beginning with ``name`` is said."""
        for _ in range(60):
            if self.press(NEXT).startswith(name):
                return self.said()
        msg = f"{name!r} was never said"
        raise LookupError(msg)


def spoken_kiosk() -> Iterator[SpokenKiosk]:
    """Opened, and closed after the test."""
    link, voice, speaker = FakeLink(kiosk_view()), FakeVoice(), FakeSpeaker()
    sayer = Sayer(voice, speaker, AtOnce())
    screen = open_kiosk(link, PORTRAIT, comfort=Comfort(sayer))
    settle()
    yield SpokenKiosk(screen, link, voice, speaker)
    screen.close()
    settle()


Spoken = Callable[[], SpokenKiosk]
