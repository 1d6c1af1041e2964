"""One announcement as sound: chime, then its parts in each language, with room to breathe."""

import logging

from hall_board.announcing import Announcement
from hallctl.core.plan import Words
from hallctl.station.voice.chime import alarm, chime
from hallctl.station.voice.clip import Clip, joined, silence
from hallctl.station.voice.voices import Voice, VoiceFault
from hallctl.station.voice.wording import (
    LANGUAGES,
    PLAIN,
    Reading,
    counter_words,
    ticket_words,
)

_log = logging.getLogger(__name__)

_AFTER_CHIME_S = 0.1
_BETWEEN_HALVES_S = 0.15
_BETWEEN_LANGUAGES_S = 0.6
_AT_THE_END_S = 0.35
"""The next announcement begins no sooner; and a device's last moment is often cut."""


def sentence(voice: Voice, announcement: Announcement, reading: Reading = PLAIN) -> Clip:
    """The whole announcement; raises VoiceFault. The parts are spoken apart, to be kept apart:
    a ticket's is heard with any counter, a counter's with any ticket.
    """
    parts = [chime(), silence(_AFTER_CHIME_S)] if announcement.has_chime else []
    for place, language in enumerate(announcement.languages):
        pause = [silence(_BETWEEN_LANGUAGES_S)] if place else []
        try:
            parts += [*pause, *_call(voice, announcement, language, reading)]
        except VoiceFault as fault:
            if language in LANGUAGES:
                raise
            # A language that a hall has added never silences the others.
            _log.warning("a call was not spoken in %r: %s", language, fault)
    return joined([*parts, silence(_AT_THE_END_S)])


def alarm_sentence(voice: Voice, words: Words, languages: tuple[str, ...]) -> Clip:
    """An emergency, in every language that it has words for; raises VoiceFault."""
    parts = [alarm(), silence(_AFTER_CHIME_S)]
    for place, language in enumerate(languages):
        if not (said := words.only_in(language)):
            continue
        try:
            clip = voice.speak(said, language)
        except VoiceFault as fault:
            if language in LANGUAGES:
                raise
            _log.warning("an emergency was not spoken in %r: %s", language, fault)
        else:
            parts += [silence(_BETWEEN_LANGUAGES_S), clip] if place else [clip]
    return joined([*parts, silence(_AT_THE_END_S)])


def _call(voice: Voice, one: Announcement, language: str, reading: Reading) -> list[Clip]:
    said = [
        ticket_words(one.number, language, reading),
        counter_words(one.counter, language, reading),
    ]
    if one.place is not None:
        place = one.place
        way = place.spoken_in(language) if language in LANGUAGES else place.only_in(language)
        said += [way] if way else []
    clips = [voice.speak(said[0], language)]
    for words in said[1:]:
        clips += [silence(_BETWEEN_HALVES_S), voice.speak(words, language)]
    return clips
