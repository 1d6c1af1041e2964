"""Why somebody with an appointment could not check in, and what to do now."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from hallctl.core.refusals import Refusal
from hallctl.station.clock import spoken_date
from hallctl.station.dossiers import NotOpened
from hallctl.station.preferences import Preferences

ICONS: dict[str, str] = {
    Refusal.APPOINTMENT_TOO_EARLY: "clock",
    Refusal.APPOINTMENT_ANOTHER_DAY: "calendar-days",
    Refusal.APPOINTMENT_RELEASED: "clock-alert",
    Refusal.CHECKED_IN_BEFORE: "circle-check",
    Refusal.APPOINTMENT_NOT_ALLOWED: "calendar-x",
    Refusal.UNKNOWN_APPOINTMENT: "scan-search",
    Refusal.DAY_NOT_OPEN: "calendar-clock",
    "appointment_alone": "wifi-off",
    "appointment_offline": "wifi-off",
    "unreachable": "wifi-off",
}
"""Every answer there may be instead of a number; each has words of its own."""


def not_checked_in_words(preferences: Preferences, why: NotOpened, timezone: str) -> dict[str, Any]:
    """What the page of an appointment says that gave no number."""
    code = why.refused if why.refused in ICONS else "other"
    times = {
        name: _moment(preferences, int(at), timezone)
        for name, at in why.details.items()
        if name in {"starts_at", "opens_at"}
    }
    clocks = {f"{name}_time": said[0] for name, said in times.items()}
    days = {f"{name}_day": said[1] for name, said in times.items()}
    told = {"number": why.details.get("number", ""), **clocks, **days}
    return {
        "code": "",
        "name": "",
        "headline": preferences.say(f"booked_{code}", **told),
        "advice": preferences.say(f"booked_{code}_text", **told),
        "icon": ICONS.get(why.refused, "scan-search"),
        "tone": "good" if code == Refusal.CHECKED_IN_BEFORE else "warn",
        "facts": [],
        "collect": "",
        "is_refusal": True,
    }


def _moment(preferences: Preferences, at: int, timezone: str) -> tuple[str, str]:
    local = datetime.fromtimestamp(at / 1000, ZoneInfo(timezone))
    return f"{local:%H:%M}", spoken_date(local, preferences.spoken())
