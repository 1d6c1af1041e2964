"""What a kiosk has for people who don't hear, see, or reach as most do."""

from dataclasses import dataclass, field

from hallctl.station.voice.saying import Sayer
from kiosk.audio_keys import USUAL_KEYS, Keys
from kiosk.reach import Mounting


@dataclass(frozen=True, slots=True)
class Comfort:
    """Its voice, which the giver closes; the keys of its audio keypad; how high it hangs."""

    sayer: Sayer | None = None
    keys: Keys = field(default_factory=lambda: USUAL_KEYS)
    mounting: Mounting = field(default_factory=Mounting)


NO_COMFORT = Comfort()
