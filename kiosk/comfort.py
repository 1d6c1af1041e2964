"""What a kiosk has besides its screen: a voice, keys to listen by, its height, a camera."""

from dataclasses import dataclass, field

from hallctl.station.devices.camera_reading import ConnectCamera
from hallctl.station.voice.saying import Sayer
from kiosk.audio_keys import USUAL_KEYS, Keys
from kiosk.reach import Mounting


@dataclass(frozen=True, slots=True)
class Comfort:
    """Its voice, which the giver closes; the keys of its audio keypad; how high it hangs; a camera
    that reads codes, off where there is none.
    """

    sayer: Sayer | None = None
    keys: Keys = field(default_factory=lambda: USUAL_KEYS)
    mounting: Mounting = field(default_factory=Mounting)
    camera: ConnectCamera | None = None


NO_COMFORT = Comfort()
