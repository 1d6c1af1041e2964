"""What the forms of rules send, as entries of ``hall.toml``: alerts, reports by e-mail, webhooks."""

from collections.abc import Callable
from typing import Any

from hallctl.web.setup.setup_forms import BadEntryError, Entry, Form, number, one


def rule_of(form: Form) -> Entry:
    """What a form wants an entry to be. Raises :class:`BadEntryError`."""
    table, before = one(form, "table"), one(form, "before")
    if table not in _READ:
        raise BadEntryError(table)
    fields = _READ[table](form)
    name = str(next(iter(fields.values())))
    return Entry(table, before or name, name, fields)


def _alert_rule(form: Form) -> dict[str, Any]:
    english = one(form, "en")
    return {
        "rule": one(form, "rule"),
        "measure": one(form, "measure"),
        "threshold": number(one(form, "threshold")),
        "advice": {"vi": one(form, "vi"), **({"en": english} if english else {})},
        "service": one(form, "service") or None,
        "is_below": one(form, "is_below") == "yes" or None,
        "minutes": number(one(form, "minutes")) or None,
        "tell": one(form, "tell") or None,
        "mail": _list(one(form, "mail")) or None,
        "is_urgent": one(form, "is_urgent") == "yes" or None,
    }


def _report_mail(form: Form) -> dict[str, Any]:
    report, _, by = one(form, "report").partition(" ")
    return {
        "name": one(form, "name"),
        "report": report,
        "to": _list(one(form, "to")),
        "by": by or None,
        "compare": one(form, "compare") or None,
        "period": one(form, "period"),
        "at": one(form, "at"),
        "format": one(form, "format"),
        "language": one(form, "language"),
    }


def _webhook(form: Form) -> dict[str, Any]:
    return {
        "name": one(form, "name"),
        "url": one(form, "url"),
        "events": [it for it in form.get("events", []) if it],
        "is_paused": one(form, "is_paused") == "yes" or None,
    }


def _list(written: str) -> list[str]:
    return [part for part in written.replace(",", " ").replace(";", " ").split() if part]


_READ: dict[str, Callable[[Form], dict[str, Any]]] = {
    "alert_rule": _alert_rule,
    "report_mail": _report_mail,
    "webhook": _webhook,
}
