"""How the kiosk words queues, waits and refusals, in the language chosen at it."""

from hallctl.core.refusals import Refusal
from hallctl.core.views import ServiceChoice
from hallctl.station.preferences import Preferences

HOUR_S = 3600
KIOSK_REFUSALS = frozenset(
    {
        Refusal.DAY_NOT_OPEN,
        Refusal.NOT_ALLOWED,
        Refusal.UNKNOWN_SERVICE,
        Refusal.UNKNOWN_PRIORITY,
        Refusal.UNKNOWN_LANGUAGE,
        Refusal.ID_REUSED,
        "unknown_token",
        "malformed",
        "unreachable",
    }
)
"""What can be the answer to a wish for a number instead of one; each has words of its own."""


def wait_tone(choice: ServiceChoice, target_s: int) -> str:
    """ "good" within the hall's target, "warn" past it, "soft" while nobody serves."""
    if choice.expected_wait_s is None:
        return "soft"
    return "good" if choice.expected_wait_s <= target_s else "warn"


def queue_words(preferences: Preferences, choice: ServiceChoice) -> str:
    """How many wait for a service and for how long, as one line of its tile."""
    if choice.expected_wait_s is None:
        key = "no_counter_waiting" if choice.waiting else "no_counter"
        return preferences.say(key, count=choice.waiting)
    if choice.waiting == 0 and choice.expected_wait_s < 60:
        return preferences.say("nobody_waits")
    key = "people_wait" if choice.waiting else "nobody_yet"
    people = preferences.say(key, count=choice.waiting)
    return f"{people}, {wait_words(preferences, choice.expected_wait_s)}"


def wait_words(preferences: Preferences, expected_wait_s: int) -> str:
    """A wait in whole minutes, rounded up and never less than one; past an hour, in hours."""
    if expected_wait_s > HOUR_S:
        return preferences.say("over_hours", count=expected_wait_s // HOUR_S)
    return preferences.say("about_minutes", count=max(1, -(-expected_wait_s // 60)))


def refusal_words(preferences: Preferences, code: str) -> str:
    """Why the hall gave no number, as a kind sentence."""
    known = code if code in KIOSK_REFUSALS else "other"
    return preferences.say(f"refused_{known}")
