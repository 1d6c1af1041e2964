"""The form of one file on the boards: how long, when, where, and the words below it. Pure."""

from datetime import date
from typing import Any

from hallctl.web.setup.setup_forms import BadEntryError, Form, one


def item_of(form: Form) -> dict[str, Any]:
    """What the form wants an item to be; None puts a default back."""
    return {
        "seconds": _seconds(one(form, "seconds")),
        "hours": one(form, "hours").replace(",", " ").split() or None,
        "weekdays": [int(day) for day in form.get("weekdays", []) if day.isdecimal()] or None,
        "first_day": _day(one(form, "first_day")),
        "last_day": _day(one(form, "last_day")),
        "zones": [zone for zone in form.get("zones", []) if zone] or None,
        "place": one(form, "place") or None,
        "caption": _caption(form),
    }


def _seconds(written: str) -> float | None:
    try:
        return float(written.replace(",", ".")) if written else None
    except ValueError:
        raise BadEntryError(written) from None


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise BadEntryError(written) from None


def _caption(form: Form) -> dict[str, str] | None:
    vi, en = one(form, "caption_vi"), one(form, "caption_en")
    return {"vi": vi, **({"en": en} if en else {})} if vi or en else None
