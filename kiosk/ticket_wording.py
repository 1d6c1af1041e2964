"""How the kiosk words a ticket that was held to its scanner: where it stands, and what to do."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from hallctl.core.views import TicketView
from hallctl.station.preferences import Preferences
from kiosk.dossier_wording import NO_DOSSIER

ICONS = {
    "called": "megaphone",
    "parked": "pause",
    "missed": "bell-ring",
    "finished": "circle-check",
}
TONES = {"called": "good", "next": "good", "missed": "warn", "finished": "good", "gone": "soft"}
GONE = frozenset({"cancelled", "lapsed", "ended"})
MINUTE_S = 60


def ticket_words(preferences: Preferences, view: TicketView) -> dict[str, Any]:
    """Everything the page of one ticket says, in the form of a dossier's page."""
    say, key = preferences.say, _key(view)
    return NO_DOSSIER | {
        "name": view.number,
        "headline": say(f"ticket_{key}", counter=view.counter),
        "advice": say(f"ticket_{key}_text", count=view.ahead),
        "icon": ICONS.get(key, "ticket"),
        "tone": TONES.get(key, "soft"),
        "facts": _facts(preferences, view),
    }


def unknown_ticket_words(preferences: Preferences) -> dict[str, Any]:
    """It was not given today, or not here."""
    return NO_DOSSIER | {
        "headline": preferences.say("ticket_unknown"),
        "advice": preferences.say("ticket_unknown_text"),
        "icon": "ticket-x",
        "tone": "warn",
        "is_refusal": True,
    }


def _key(view: TicketView) -> str:
    if view.state in GONE:
        return "gone"
    return "next" if view.state == "waiting" and view.ahead == 0 else view.state


def _facts(preferences: Preferences, view: TicketView) -> list[dict[str, str]]:
    say = preferences.say
    taken = datetime.fromtimestamp(view.issued_at / 1000, ZoneInfo(view.timezone))
    wait = view.expected_wait_s
    facts = [
        ("landmark", "ticket_service", preferences.name_of(view.service_name)),
        ("clock", "ticket_taken_at", f"{taken:%H:%M}"),
    ]
    if wait is not None and view.ahead:
        minutes = max(1, round(wait / MINUTE_S))
        facts.append(("hourglass", "ticket_expected", say("ticket_minutes", count=minutes)))
    return [{"icon": icon, "title": say(title), "text": text} for icon, title, text in facts]
