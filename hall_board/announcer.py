"""Speaks the calls: asks the queue what is next, has it voiced beside the screen, plays it."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from hall_board.alarming import Alarming
from hall_board.announcing import Announcement, Announcements
from hall_board.remembering import Memory, NoMemory
from hall_board.sentence import alarm_sentence, sentence
from hallctl.core.languages import Language
from hallctl.core.views import BoardView, EmergencyNote
from hallctl.station.voice.chime import alarm, chime
from hallctl.station.voice.clip import Clip
from hallctl.station.voice.speaker import Speaker
from hallctl.station.voice.voices import Voice, VoiceFault
from hallctl.station.voice.wording import LANGUAGES, PLAIN, Reading

NO_VOICE = "no_voice"
"""Calls are announced by the chime alone."""

_log = logging.getLogger(__name__)
_Sound = Callable[[Voice], Clip]


class Announcer(QObject):
    """Views go in by ``hear``. Without a voice it chimes, without a speaker it is silent; either
    way the screen goes on, and ``fault`` says why: ``no_voice``, the speaker's, or empty. An
    emergency cuts in, and is repeated until it is over; what it cut off is said again afterwards.
    """

    changed = Signal()
    learnt = Signal(object)
    """The words of a language that the hall has added are here."""
    _voiced = Signal(int, object, object)

    def __init__(
        self,
        voice: Voice | None,
        speaker: Speaker,
        queue: Announcements | None = None,
        memory: Memory | None = None,
        now: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__()
        self._voice = voice
        self._speaker = speaker
        self._queue = queue or Announcements()
        self._memory = memory or NoMemory()
        self._now = now
        self._alarming = Alarming()
        self._reading = PLAIN
        self._added: dict[str, Language] = {}
        self._queue.may_say = self._may_say
        self._volume = 1.0
        self._is_hoarse = voice is None
        self._speaking: Announcement | EmergencyNote | None = None
        self._turn = 0
        self._told = (0, "")
        self._is_closed = False
        self._studio = ThreadPoolExecutor(1, "voice")
        self._voiced.connect(self._on_voiced)
        self._repeat = QTimer(self, singleShot=True)
        self._repeat.timeout.connect(self._on_repeat)

    @property
    def fault(self) -> str:
        """Why the hall hears less than it should, as a code; empty while all is well."""
        return self._speaker.fault or (NO_VOICE if self._is_hoarse else "")

    @property
    def voice(self) -> Voice | None:
        """Whose voice it is."""
        return self._voice

    @property
    def speaking(self) -> int:
        """The number of the call being spoken, 0 in silence."""
        return self._speaking.call if isinstance(self._speaking, Announcement) else 0

    def learn(self, language: Language) -> None:
        """Call in a language that the hall has added, wherever there is a voice for it."""
        self._added = {**self._added, language.code: language}
        self.learnt.emit(language)

    def use(self, voice: Voice | None) -> None:
        """Speak with another voice from the next announcement on."""
        self._voice = voice
        self._is_hoarse = voice is None
        self._tell()

    def hear(self, view: BoardView) -> None:
        """Take in a view; speak at once if nothing else is being spoken."""
        if self._is_closed:
            return
        sounding = view.sounding
        added = {code: one for code, one in self._added.items() if code in sounding.added}
        self._reading = Reading(sounding.numbers, sounding.accent, added)
        self._volume = sounding.volume / 100
        is_alarm = self._alarming.hear(view)
        self._queue.hear(view)
        if is_alarm or (isinstance(self._speaking, EmergencyNote) and self._alarming.note is None):
            self._cut_off()
        if self._speaking is None:
            self._speak_next()
        self._tell()

    def close(self) -> None:
        """Be silent, for good; what is being voiced is waited for."""
        self._is_closed = True
        self._repeat.stop()
        self._speaker.stop()
        self._speaking = None
        self._studio.shutdown(wait=True, cancel_futures=True)

    def _may_say(self, language: str) -> bool:
        """The languages of this program always; others if there are words and a voice for them."""
        if language in LANGUAGES:
            return True
        voice = self._voice
        return language in self._reading.added and voice is not None and voice.speaks(language)

    def _may_warn(self, language: str) -> bool:
        """In a language that the hall has added, if there is a voice for it."""
        voice = self._voice
        return language in self._added and voice is not None and voice.speaks(language)

    def _cut_off(self) -> None:
        """Silence at once; a call that was cut off comes again when it may."""
        self._turn += 1
        self._speaker.stop()
        self._queue.put_back()
        self._speaking = None

    def _speak_next(self) -> None:
        self._speaking = None
        rest_s = self._alarming.due_in_s(self._now())
        if rest_s is None:
            self._speak_call()
        elif rest_s > 0:
            self._repeat.start(round(rest_s * 1000) + 1)
        else:
            self._speak_alarm(self._alarming.note)
        if (known := self._queue.known) is not None:
            self._memory.keep(known)
        self._tell()

    def _speak_call(self) -> None:
        announcement = self._queue.next()
        if announcement is not None:
            self._speaking = announcement
            reading = self._reading
            self._ask_studio(lambda voice: sentence(voice, announcement, reading), chime())

    def _speak_alarm(self, note: EmergencyNote | None) -> None:
        if note is not None:
            self._speaking = note
            tongues = (*LANGUAGES, *filter(self._may_warn, note.words.others or ()))
            self._ask_studio(lambda voice: alarm_sentence(voice, note.words, tongues), alarm())

    def _ask_studio(self, sound: _Sound, without_voice: Clip) -> None:
        asked = self._studio.submit(self._sound_of, sound, without_voice)
        asked.add_done_callback(partial(self._on_studio_done, self._turn))

    def _sound_of(self, sound: _Sound, without_voice: Clip) -> tuple[Clip, str]:
        """In the studio's thread: what to play, and why it is less than a sentence."""
        if self._voice is None:
            return without_voice, NO_VOICE
        try:
            return sound(self._voice), ""
        except VoiceFault as fault:
            return without_voice, str(fault)
        except Exception:  # noqa: BLE001 - unanswered, it would be the last
            _log.exception("a call could not be put into words")
            return without_voice, NO_VOICE

    def _on_studio_done(self, turn: int, asked: Future[tuple[Clip, str]]) -> None:
        if not asked.cancelled():
            self._voiced.emit(turn, *asked.result())

    def _on_voiced(self, turn: int, clip: Clip, fault: str) -> None:
        if self._is_closed or turn != self._turn:
            return
        if fault and not self._is_hoarse:
            _log.warning("a call was not spoken: %s", fault)
        self._is_hoarse = bool(fault)
        is_alarm = isinstance(self._speaking, EmergencyNote)
        self._speaker.volume = 1.0 if is_alarm else self._volume
        self._speaker.play(clip, self._on_heard)

    def _on_heard(self) -> None:
        if isinstance(self._speaking, EmergencyNote):
            self._alarming.spoken(self._now())
        self._queue.spoken()
        self._speak_next()

    def _on_repeat(self) -> None:
        if self._speaking is None and not self._is_closed:
            self._speak_next()

    def _tell(self) -> None:
        told = (self.speaking, self.fault)
        if told != self._told:
            self._told = told
            self.changed.emit()
