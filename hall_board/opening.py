"""Opens the board's window on a link to the hall, and finds this machine's voice and speaker."""

import logging
from pathlib import Path

from PySide6.QtCore import QSize

from hall_board.announcer import Announcer
from hall_board.announcing import Announcements
from hall_board.remembering import KnownFile
from hall_board.view_model import BoardViewModel
from hall_board.voice_fetching import VoiceFetching
from hallctl.core.views import BoardView
from hallctl.station.link.answering import Link
from hallctl.station.own_state import SPEAKER, DeviceHealth, part_health
from hallctl.station.screen import Screen, open_screen, screen_application
from hallctl.station.voice.clip_cache import CachedVoice
from hallctl.station.voice.espeak import EspeakVoice
from hallctl.station.voice.named_voices import NamedVoices
from hallctl.station.voice.pack import VoicePack
from hallctl.station.voice.recorded import RecordedVoice
from hallctl.station.voice.sound_device import open_speaker
from hallctl.station.voice.voices import VoiceFault

_log = logging.getLogger(__name__)


def open_board(
    link: Link,
    size: QSize | None = None,
    announcer: Announcer | None = None,
    *,
    counters: frozenset[str] = frozenset(),
    reduce_motion: bool = False,
) -> Screen:
    """Show a board, full screen unless a size is given; the link is the caller's to start.

    Without an announcer it is mute; with one, close that too when the screen is closed.
    ``counters`` narrows the calls to some counters; ``reduce_motion`` stops all that moves.
    """
    screen_application()
    view_model = BoardViewModel(link, announcer, counters=counters, reduce_motion=reduce_motion)
    return open_screen(Path(__file__).parent / "qml" / "Main.qml", "board", view_model, size)


def open_announcer(
    clips: Path,
    languages: tuple[str, ...] | None = None,
    volume: float = 1.0,
    announced: Path | None = None,
) -> Announcer:
    """This machine's voice and speaker; clips are kept in the folder ``clips``, and what has been
    announced in the file ``announced``.

    What is missing becomes the announcer's fault, never an error.
    """
    memory = KnownFile(announced) if announced else None
    queue = Announcements(languages, known=memory.read() if memory else None)
    voice = _voice(clips)
    announcer = Announcer(voice, open_speaker(volume), queue, memory)
    if voice is not None:
        announcer.learnt.connect(lambda added: voice.learn(added.code, added.voice))
    return announcer


def use_the_hall_s_voice(link: Link, announcer: Announcer, clips: Path) -> None:
    """Speak with the hall's recorded voice as soon as it is here; kept in the folder ``clips``."""
    own = announcer.voice

    def ready(pack: VoicePack | None) -> None:
        announcer.use(RecordedVoice(pack, own) if pack else own)

    fetching = VoiceFetching(link, clips, ready)

    def on_view(view: object) -> None:
        if isinstance(view, BoardView):
            fetching.hear(view)

    link.view_changed.connect(on_view)


def health_of(screen: Screen, announcer: Announcer | None) -> list[DeviceHealth]:
    """How the board's own parts are: its loudspeaker, unless it is mute, and its playlist."""
    heard = [part_health(SPEAKER, announcer.fault)] if announcer else []
    shown = screen.view_model
    playlist = (
        [part_health("playlist", shown.playlist_fault)] if isinstance(shown, BoardViewModel) else []
    )
    return heard + playlist


def _voice(clips: Path) -> NamedVoices | None:
    try:
        return NamedVoices(CachedVoice(EspeakVoice(), clips))
    except VoiceFault as fault:
        _log.warning("calls are announced by the chime alone: %s", fault)
        return None
