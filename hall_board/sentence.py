"""One announcement as sound: chime, then its two halves in each language, with room to breathe."""

from hall_board.announcing import Announcement
from hallctl.station.voice.chime import chime
from hallctl.station.voice.clip import Clip, joined, silence
from hallctl.station.voice.voices import Voice
from hallctl.station.voice.wording import counter_words, ticket_words

_AFTER_CHIME_S = 0.1
_BETWEEN_HALVES_S = 0.15
_BETWEEN_LANGUAGES_S = 0.6
_AT_THE_END_S = 0.35
"""The next announcement begins no sooner; and a device's last moment is often cut."""


def sentence(voice: Voice, announcement: Announcement) -> Clip:
    """The whole announcement; raises VoiceFault. The halves are spoken apart, to be kept apart:
    a ticket's half is heard with any counter, a counter's with any ticket.
    """
    parts = [chime(), silence(_AFTER_CHIME_S)]
    for place, language in enumerate(announcement.languages):
        if place:
            parts.append(silence(_BETWEEN_LANGUAGES_S))
        parts.append(voice.speak(ticket_words(announcement.number, language), language))
        parts.append(silence(_BETWEEN_HALVES_S))
        parts.append(voice.speak(counter_words(announcement.counter, language), language))
    return joined([*parts, silence(_AT_THE_END_S)])
