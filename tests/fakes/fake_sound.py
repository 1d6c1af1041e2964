"""A voice and a speaker without a sound: the test ends each clip, or breaks the device."""

from array import array
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

from hallctl.station.voice.clip import RATE, Clip
from hallctl.station.voice.voices import VoiceFault


class FakeVoice:
    """Keeps what it was asked to say; every half sounds for a second. May be made hoarse."""

    name = "fake"

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []
        self.fault = ""
        self.spoken = {"vi", "en"}

    def speaks(self, language: str) -> bool:
        return language in self.spoken

    def speak(self, words: str, language: str) -> Clip:
        if self.fault:
            raise VoiceFault(self.fault)
        self.said.append((words, language))
        return Clip(array("h", [1000] * RATE))


class FakeSpeaker:
    """Keeps the clips played; ``finish`` ends the one that sounds."""

    def __init__(self) -> None:
        self.fault = ""
        self.volume = 1.0
        self.played: list[Clip] = []
        self._finished: Callable[[], None] | None = None

    @property
    def is_playing(self) -> bool:
        return self._finished is not None

    def play(self, clip: Clip, finished: Callable[[], None]) -> None:
        assert self._finished is None, "one clip at a time"
        self.played.append(clip)
        self._finished = finished

    def stop(self) -> None:
        self._finished = None

    def finish(self) -> None:
        """The clip has sounded."""
        finished, self._finished = self._finished, None
        if finished is not None:
            finished()


class AtOnce(Executor):
    """Does what it is given before it answers: no thread, nothing to wait for."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **named: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(fn(*args, **named))
        return done
