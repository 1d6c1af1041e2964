"""What the kiosk's view model is put together from, each part speaking for one thing on screen."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from hallctl.station.clock import HallClock
from hallctl.station.devices.camera_reading import CameraReading
from hallctl.station.languages import LanguageLearning
from hallctl.station.link.answering import Link
from hallctl.station.preferences import Preferences
from hallctl.station.procedures import ProcedureLookUp
from kiosk.aloud import Aloud
from kiosk.browsing import Browsing
from kiosk.card_age import CardAge
from kiosk.codes import Codes
from kiosk.comfort import Comfort
from kiosk.finding import Finding
from kiosk.listing import Listing
from kiosk.reach import Reach
from kiosk.resting import Patience
from kiosk.several import Several
from kiosk.thanks import Thanks
from kiosk.tiles import ServiceTiles
from kiosk.tracking import Tracking


@dataclass(frozen=True, slots=True)
class Parts:
    """All of them belong to the view model, and hear the preferences of whoever is in front."""

    preferences: Preferences
    clock: HallClock
    codes: Codes
    tiles: ServiceTiles
    thanks: Thanks
    aloud: Aloud
    card: CardAge
    reach: Reach
    languages: LanguageLearning
    camera: CameraReading
    several: Several
    finding: Finding
    browsing: Browsing
    listing: Listing
    tracking: Tracking

    def forget_search(self) -> None:
        """The person has left, or has what they came for."""
        for part in (self.tracking, self.finding, self.browsing, self.card):
            part.forget()


def parts_of(owner: QObject, link: Link, patience: Patience, comfort: Comfort) -> Parts:
    """The parts of one kiosk."""
    preferences = Preferences(Path(__file__).parent / "words", owner)
    tiles = ServiceTiles(preferences, owner)
    look_up = ProcedureLookUp(link)
    return Parts(
        preferences=preferences,
        clock=HallClock(owner),
        codes=Codes(link, owner),
        tiles=tiles,
        thanks=Thanks(preferences, patience, owner),
        aloud=Aloud(preferences, tiles, comfort.sayer, owner),
        card=CardAge(preferences, owner),
        camera=CameraReading(comfort.camera, owner),
        languages=LanguageLearning(link, preferences, owner),
        reach=Reach(comfort.mounting, owner),
        several=Several(owner),
        finding=Finding(look_up, preferences, owner),
        browsing=Browsing(look_up, preferences, owner),
        listing=Listing(link, preferences, owner),
        tracking=Tracking(link, preferences, owner),
    )
