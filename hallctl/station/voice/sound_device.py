"""The speaker of this machine, found without failing where there is none."""

import logging

from PySide6.QtCore import QLoggingCategory

from hallctl.station.voice.speaker import NO_SOUND, SilentSpeaker, Speaker

_log = logging.getLogger(__name__)


def open_speaker(volume: float = 1.0) -> Speaker:
    """This machine's speaker; a silent one that says ``no_sound`` if Qt's sound cannot load.

    ``volume`` is 0 to 1.
    """
    # Qt tells of every sound system it looks for and misses; what counts is whether one is left.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    try:
        from hallctl.station.voice.qt_speaker import QtSpeaker  # noqa: PLC0415 - needs libpulse0
    except ImportError as error:
        _log.warning("no sound: %s", error)
        return SilentSpeaker(NO_SOUND)
    return QtSpeaker(volume)
