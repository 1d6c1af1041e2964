"""Boards and loudspeakers on the live hall's page, in words."""

from typing import NamedTuple

from hallctl.core.plan import Plan
from hallctl.core.views import HallView, ZoneLine
from hallctl.playlist.shelf import PlaylistShelf
from hallctl.reports.saying import Saying
from hallctl.web.site import WORDS

READY = ("fire", "leave", "power", "ill")
"""Emergencies that have their sentences already."""
SOUNDS = ("speak", "chime", "visual")


class ReadySentence(NamedTuple):
    """What one press writes into the form, by the names of its fields."""

    name: str
    fill: dict[str, str]


class SoundAct(NamedTuple):
    """One button of a zone."""

    command: dict[str, str]
    label: str
    is_so: bool


class BoardFace:
    """Answers its template's questions about one view."""

    def __init__(self, view: HallView, saying: Saying, playlist: PlaylistShelf, plan: Plan) -> None:
        self._say = saying
        self._words = WORDS[saying.language]
        self._playlist = playlist
        self.languages = [
            one for one in plan.languages.values() if one.code in plan.rules.languages
        ]
        """Those that the hall has added and speaks."""
        self.zones = view.zones
        self.named_zones = [one for one in view.zones if one.zone]

    @property
    def ready(self) -> list[ReadySentence]:
        """Sentences for what may happen in any hall."""
        return [
            ReadySentence(self._words[f"emergency_{one}_name"], self._filled(one)) for one in READY
        ]

    def _filled(self, ready: str) -> dict[str, str]:
        """In every language; empty where its file has no such sentence."""
        own = {code: WORDS[code][f"emergency_{ready}"] for code in ("vi", "en")}
        return own | {f"others.{one.code}": one.emergency.get(ready, "") for one in self.languages}

    def name(self, zone: ZoneLine) -> str:
        """The zone, or the whole hall."""
        return self._say.words(zone.name) if zone.zone else self._words["sound_everywhere"]

    def because(self, zone: ZoneLine) -> str:
        """Why it sounds so: by hand, until when, or by the hours."""
        if not zone.is_set:
            return self._words["sound_by_hours"]
        if zone.until is None:
            return self._words["sound_by_hand"]
        return self._words["sound_by_hand_until"].format(time=self._say.clock(zone.until))

    def acts(self, zone: ZoneLine) -> list[SoundAct]:
        """The ways it may sound; what is so already is no button."""
        where = {"zone": zone.zone} if zone.zone else {}
        sounds = [*SOUNDS, *(["planned"] if zone.is_set else [])]
        return [
            SoundAct(
                {"type": "SetSound", "sound": sound, **where},
                self._words[f"act_sound_{sound}"],
                is_so=sound == zone.mode,
            )
            for sound in sounds
        ]

    @property
    def broken(self) -> list[str]:
        """Files of the playlist that no board shows, and why; and what is wrong with its manifest."""
        files = [
            self._words["playlist_broken"].format(
                file=one.file, why=self._words[f"media_{one.why}"]
            )
            for one in self._playlist.faults
        ]
        return [*files, *(str(one) for one in self._playlist.problems)]
