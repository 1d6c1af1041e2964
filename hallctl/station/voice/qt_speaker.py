"""Sound through QtMultimedia: one sink a clip, so that a device may come and go in between."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices, QtAudio

from hallctl.station.voice.clip import RATE, Clip
from hallctl.station.voice.speaker import NO_SOUND

_GRACE_MS = 3_000


class QtSpeaker(QObject):
    """The default sound device; looked up anew for each clip. ``volume`` is 0 to 1, the loudest it
    will be.
    """

    def __init__(self, volume: float = 1.0) -> None:
        super().__init__()
        self.volume = 1.0
        self._loudest = volume
        self._devices = QMediaDevices(self)
        self._sink: QAudioSink | None = None
        self._buffer: QBuffer | None = None
        self._finished: Callable[[], None] | None = None
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.timeout.connect(self._on_overdue)
        self._failed = False

    @property
    def fault(self) -> str:
        """``no_sound`` while there is no device, or the last clip did not reach it."""
        return NO_SOUND if self._failed or QMediaDevices.defaultAudioOutput().isNull() else ""

    def play(self, clip: Clip, finished: Callable[[], None]) -> None:
        """As the protocol says; a device that never ends is given up after a grace."""
        self.stop()
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            finished()
            return
        self._finished = finished
        self._begin(device, clip)

    def stop(self) -> None:
        """As the protocol says."""
        self._finished = None
        self._watch.stop()
        self._drop_sink()

    def _begin(self, device: QAudioDevice, clip: Clip) -> None:
        self._failed = False
        self._sink = QAudioSink(device, _spoken_form(), self)
        self._sink.setVolume(self._loudest * self.volume)
        self._sink.stateChanged.connect(self._on_state)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(clip.samples.tobytes()))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._watch.start(round(clip.duration_s * 1000) + _GRACE_MS)
        self._sink.start(self._buffer)

    def _on_state(self) -> None:
        over = (QtAudio.State.IdleState, QtAudio.State.StoppedState)
        if self._sink is None or self._sink.state() not in over:
            return
        self._failed = self._sink.error() not in {
            QtAudio.Error.NoError,
            QtAudio.Error.UnderrunError,
        }
        # The sink may not be dropped inside its own signal.
        QTimer.singleShot(0, self, self._end)

    def _on_overdue(self) -> None:
        self._failed = True
        self._end()

    def _end(self) -> None:
        finished = self._finished
        self.stop()
        if finished is not None:
            finished()

    def _drop_sink(self) -> None:
        if self._sink is not None:
            self._sink.stateChanged.disconnect(self._on_state)
            self._sink.stop()
            self._sink.deleteLater()
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._sink = self._buffer = None


def _spoken_form() -> QAudioFormat:
    form = QAudioFormat()
    form.setSampleRate(RATE)
    form.setChannelCount(1)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return form
