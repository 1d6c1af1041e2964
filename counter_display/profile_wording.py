"""How profiles are named on a panel, and what is said of how they choose."""

from hallctl.core.plan import Words
from hallctl.core.views import CounterView, ProfileChoice
from hallctl.station.preferences import Preferences

LAST_KEY = 9
"""Digits that choose a profile."""


def profile_name(preferences: Preferences, name: Words | None) -> str:
    """The hall's name for it; a counter's usual one that has none is as usual."""
    return preferences.name_of(name) if name else preferences.say("profile_usual")


def profile_text(preferences: Preferences, view: CounterView | None) -> str:
    """By which the counter calls now; empty where there is nothing to say of it."""
    if view is None or not (view.profile.name or len(view.profiles) > 1):
        return ""
    return profile_name(preferences, view.profile.name)


def profile_detail(preferences: Preferences, view: CounterView, one: ProfileChoice) -> str:
    """Whom it calls first, and the letters of its services."""
    letters = {each.service: each.letter for each in view.destinations}
    services = ", ".join(letters[each] for each in one.services if each in letters)
    return preferences.say(f"profile_{one.order}", services=services)
