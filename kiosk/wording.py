"""How the kiosk words queues, waits and refusals, in the language chosen at it."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from hallctl.core.refusals import Refusal
from hallctl.core.views import ServiceChoice, Shut
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
        Refusal.SERVICE_SHUT,
        "unknown_token",
        "malformed",
        "unreachable",
    }
)
"""What can be the answer to a wish for a number instead of one; each has words of its own."""


def wait_tone(choice: ServiceChoice, target_s: int) -> str:
    """ "good" within the hall's target, "warn" past it, "soft" while nobody serves or it is shut."""
    if choice.expected_wait_s is None or choice.shut:
        return "soft"
    return "good" if choice.expected_wait_s <= target_s else "warn"


@dataclass(frozen=True, slots=True)
class Wall:
    """The hall's clock on the wall, as the newest view shows it."""

    shown_at: int = 0
    timezone: str = "Asia/Ho_Chi_Minh"


def shut_words(preferences: Preferences, shut: Shut, wall: Wall) -> str:
    """Why a service gives no numbers now, and when it does again."""
    message = preferences.name_of(shut.message) if shut.message else ""
    why = message or preferences.say(f"shut_{shut.why}")
    if shut.again_at is None:
        return why
    zone = ZoneInfo(wall.timezone)
    again, now = (datetime.fromtimestamp(at / 1000, zone) for at in (shut.again_at, wall.shown_at))
    key = "shut_again" if again.date() == now.date() else "shut_again_on"
    return f"{why}. {preferences.say(key, time=f'{again:%H:%M}', day=preferences.short_day(again))}"


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
