"""How the kiosk words a dossier: what it is, where it stands, when it is due, what to do now."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from hallctl.core.refusals import Refusal
from hallctl.core.views import DossierView
from hallctl.station.clock import spoken_date
from hallctl.station.dossiers import DossierHere, NotOpened
from hallctl.station.preferences import Preferences
from hallctl.station.told_apart import shortened
from hallctl.station.words import bind_compounds

NO_DOSSIER: dict[str, Any] = {
    "code": "",
    "name": "",
    "headline": "",
    "advice": "",
    "icon": "file-text",
    "tone": "soft",
    "facts": [],
    "collect": "",
    "is_refusal": False,
}
"""What the page says before there is one."""

ICONS = {
    "received": "inbox",
    "forwarded": "send",
    "processing": "file-pen-line",
    "awaiting_supplement": "file-plus-corner",
    "finished": "file-check",
    "returned": "circle-check",
    "refused": "file-x",
    "withdrawn": "undo-2",
    "stopped": "circle-stop",
    "struck": "circle-slash",
}
TONES = {"finished": "good", "returned": "good", "awaiting_supplement": "warn", "refused": "bad"}
IN_PROCESS = frozenset({"received", "forwarded", "processing"})
PARTS = frozenset({"shape", "agency", "day", "serial", "link", "card"})
LONGEST_REASON = 300
LONGEST_NAME = 150
LONGEST_CODE = 36
REFUSALS = frozenset(
    {
        Refusal.DOSSIER_CODE_DAMAGED,
        Refusal.UNKNOWN_DOSSIER,
        Refusal.DOSSIER_NOT_READY,
        Refusal.DOSSIER_HAS_NUMBER,
        Refusal.NOT_ALLOWED,
        Refusal.NO_AGENCY_CODE,
        "unknown_token",
        "unreachable",
    }
)
"""Why there may be no dossier to show, or no number for it; each has words of its own."""


def dossier_words(preferences: Preferences, here: DossierHere) -> dict[str, Any]:
    """Everything the page of one dossier says; nobody is named."""
    view, say = here.dossier, preferences.say
    key = _headline(view)
    return {
        "code": view.dossier,
        "name": bind_compounds(shortened(preferences.name_of(view.procedure_name), LONGEST_NAME)),
        "headline": say(f"dossier_{key}"),
        "advice": _advice(preferences, here, key),
        "icon": "clock-alert" if key == "late" else ICONS.get(view.state, "file-text"),
        "tone": "warn" if key == "late" else TONES.get(view.state, "soft"),
        "facts": _facts(preferences, view),
        "collect": say("dossier_collect") if here.collect and not here.has_number else "",
        "is_refusal": False,
    }


def not_opened_words(preferences: Preferences, why: NotOpened) -> dict[str, Any]:
    """Why there is nothing to show, and what to do about it."""
    code = why.refused if why.refused in REFUSALS else "other"
    part = why.details.get("part")
    key = f"dossier_{code}"
    advised = part if code in {"dossier_code_damaged", "unknown_dossier"} and part in PARTS else ""
    advice = f"dossier_look_at_{advised}" if advised else f"{key}_text"
    return NO_DOSSIER | {
        "code": typed if len(typed := str(why.details.get("dossier", ""))) <= LONGEST_CODE else "",
        "headline": preferences.say(key),
        "advice": preferences.say(advice),
        "icon": "wifi-off" if code == "unreachable" else "scan-search",
        "tone": "warn",
        "is_refusal": True,
    }


def _headline(view: DossierView) -> str:
    return "late" if view.is_late and view.state in IN_PROCESS else view.state


def _advice(preferences: Preferences, here: DossierHere, key: str) -> str:
    view = here.dossier
    if here.has_number:
        return preferences.say("dossier_held", number=here.has_number)
    if view.state == "finished":
        way = "post" if view.return_by == "post" else "collect" if here.collect else "desk"
        return preferences.say(f"dossier_finished_{way}")
    reason = view.asked or (view.end_reason if view.state in {"refused", "stopped"} else "")
    if reason:
        return shortened(reason, LONGEST_REASON)
    return preferences.say(f"dossier_{key}_text")


def _facts(preferences: Preferences, view: DossierView) -> list[dict[str, str]]:
    say = preferences.say
    facts = [
        ("calendar-check", "dossier_received_at", _moment(preferences, view, view.complete_at))
    ]
    if view.state == "awaiting_supplement":
        facts.append(("pause", "dossier_due", say("dossier_due_stands")))
    elif view.finished_at is not None:
        facts.append(
            ("file-check", "dossier_ready_at", _moment(preferences, view, view.finished_at))
        )
    elif view.state in IN_PROCESS:
        facts.append(("calendar-clock", "dossier_due", _moment(preferences, view, view.due_at)))
    facts.append(("landmark", "dossier_with", preferences.name_of(view.department_name)))
    return [
        {"icon": icon, "title": say(title), "text": text} for icon, title, text in facts if text
    ]


def _moment(preferences: Preferences, view: DossierView, at: int) -> str:
    local = datetime.fromtimestamp(at / 1000, ZoneInfo(view.timezone))
    return f"{local:%H:%M}, {spoken_date(local, preferences.spoken())}"
