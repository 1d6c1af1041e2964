"""An opened dossier as the hall's look-up gives it; what a newer hall adds is skipped."""

from typing import Any

import msgspec

from counter_display.desk.moments import short_moment, written_moment
from counter_display.desk.money import dong
from hallctl.core.plan import Words
from hallctl.core.views import DossierView
from hallctl.station.preferences import Preferences
from hallctl.station.words import bind_compounds

TONES = {
    "finished": "good",
    "returned": "good",
    "awaiting_supplement": "warn",
    "refused": "bad",
    "stopped": "bad",
    "withdrawn": "soft",
}
STEPS_SHOWN = 6


class Department(msgspec.Struct, frozen=True):
    """A department by its id and name."""

    department: str
    name: Words


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """How it came, and what may be done now."""

    channel: str = "counter"
    papers: tuple[str, ...] = ()
    department: str = ""
    supplements: int = 0
    may: tuple[str, ...] = ()
    departments: tuple[Department, ...] = ()
    fees_due: int = 0
    forms: tuple[str, ...] = ()
    delivery: str = ""
    carrier: str = ""
    batch: str = ""


class Found(msgspec.Struct, frozen=True):
    """The dossier and what an official may do with it."""

    dossier: DossierView
    desk: Desk


class Applicant(msgspec.Struct, frozen=True):
    """Whose dossier it is."""

    applicant: dict[str, Any]


def face_of(found: Found, preferences: Preferences) -> dict[str, Any]:
    """What the page says of the dossier."""
    view, desk, say = found.dossier, found.desk, preferences.say
    state = view.state
    return {
        "code": view.dossier,
        "procedure": bind_compounds(preferences.name_of(view.procedure_name)),
        "department": preferences.name_of(view.department_name),
        "state": say(f"state_{state}"),
        "tone": TONES.get(state, "bad" if view.is_late else "soft"),
        "due": written_moment(view.due_at, view.timezone, preferences.spoken()),
        "due_note": _due_note(view, preferences),
        "is_late": view.is_late,
        "reason": _reason(view, preferences),
        "came": say(
            "dossier_came",
            channel=say(f"channel_{desk.channel}"),
            time=short_moment(view.complete_at, view.timezone),
        ),
        "goes": say("dossier_goes", way=say(f"return_{view.return_by}")),
        "fees_due": dong(desk.fees_due) if desk.fees_due else "",
        "by_post": view.return_by == "post",
        "papers": " · ".join(desk.papers),
        "steps": [_step(one, view, preferences) for one in view.steps[-STEPS_SHOWN:]],
    }


def _due_note(view: DossierView, preferences: Preferences) -> str:
    if view.is_late:
        return preferences.say("dossier_is_late")
    if view.state == "awaiting_supplement":
        return preferences.say("dossier_clock_stands")
    if view.was_due_at:
        was = short_moment(view.was_due_at, view.timezone)
        return preferences.say("dossier_was_due", was=was)
    return ""


def _reason(view: DossierView, preferences: Preferences) -> str:
    if view.asked:
        return preferences.say("dossier_asked", reason=view.asked)
    if view.end_reason:
        return preferences.say("dossier_ended", reason=view.end_reason)
    if view.delay_reason:
        return preferences.say("dossier_delayed", reason=view.delay_reason)
    return ""


def _step(step: Any, view: DossierView, preferences: Preferences) -> dict[str, str]:
    words = preferences.say(f"step_{step.step}")
    if step.department_name:
        words = f"{words}: {preferences.name_of(step.department_name)}"
    return {"words": words, "time": short_moment(step.at, view.timezone)}
