"""How the pad words its rest and the hall's refusals, in the language chosen at it."""

from hallctl.core.refusals import Refusal
from hallctl.core.views import PadView
from hallctl.station.preferences import Preferences

PAD_REFUSALS = frozenset(
    {
        Refusal.ALREADY_RATED,
        Refusal.RATING_OVER,
        Refusal.UNKNOWN_VISIT,
        Refusal.VISIT_NOT_FINISHED,
        Refusal.NOT_ALLOWED,
        Refusal.ID_REUSED,
        "unknown_token",
        "malformed",
        "unreachable",
    }
)
"""What can be the answer to a rating instead of thanks; each has words of its own."""
_THANKED = frozenset({Refusal.ALREADY_RATED, Refusal.RATING_OVER, Refusal.UNKNOWN_VISIT})


def refusal_title(preferences: Preferences, code: str) -> str:
    """Thanks where the visitor has done all one can, else that it did not come through."""
    return preferences.say("sorry_thanks_title" if code in _THANKED else "sorry_title")


def refusal_words(preferences: Preferences, code: str) -> str:
    """Why the hall did not take the answer, as a kind sentence."""
    known = code if code in PAD_REFUSALS else "other"
    return preferences.say(f"refused_{known}")


def rest_words(preferences: Preferences, view: PadView, *, is_asked: bool = False) -> str:
    """What the pad says while it asks nothing; and to somebody who wants to rate all the same."""
    if view.business_day is None:
        return preferences.say("rest_closed")
    if not view.is_open:
        return preferences.say("rest_counter_closed")
    return preferences.say("rest_nothing" if is_asked else "rest_open")


def rest_rate(preferences: Preferences, view: PadView) -> str:
    """Thanks, and how satisfied the hall's visitors are today where the hall shows it."""
    if view.business_day is None or not view.is_open:
        return ""
    if not view.rated_today:
        return preferences.say("rest_thanks")
    share = 100 * view.satisfied_today // view.rated_today
    rate = preferences.say("rest_rate", share=share, count=view.rated_today)
    return f"{preferences.say('rest_thanks')} {rate}"
