"""What the first screens say of the hall's newest view, in the language chosen."""

from datetime import datetime
from zoneinfo import ZoneInfo

from hallctl.core.views import KioskView
from hallctl.station.clock import spoken_date
from hallctl.station.preferences import Preferences

GENERAL_GROUP = "priority"
"""The group of those who name no reason; it is offered as such, not as a group."""


def group_rows(preferences: Preferences, view: KioskView | None) -> list[dict[str, str]]:
    """The priority groups that may be named, as rows."""
    return [
        {"group": one.group, "name": preferences.name_of(one.name)}
        for one in (view.groups if view else ())
        if one.group != GENERAL_GROUP
    ]


def group_name(preferences: Preferences, view: KioskView | None, group: object) -> str:
    """The name of that group; empty where none is named."""
    rows = group_rows(preferences, view)
    return next((row["name"] for row in rows if row["group"] == group), "")


def closed_words(preferences: Preferences, view: KioskView | None) -> str:
    """That the hall is closed, and until when if it has a timetable."""
    if view is None or view.opens_at is None:
        return preferences.say("closed_text")
    opens = datetime.fromtimestamp(view.opens_at / 1000, ZoneInfo(view.timezone))
    day = spoken_date(opens, preferences.spoken())
    return preferences.say("closed_until", time=f"{opens:%H:%M}", day=day)


def target_words(preferences: Preferences, view: KioskView | None, key: str) -> str:
    """What a colour on the tiles means, in minutes."""
    return preferences.say(key, count=view.target_s // 60 if view else 15)
