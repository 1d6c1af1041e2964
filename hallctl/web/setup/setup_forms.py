"""What the set-up's forms send, as the settings of one entry of ``hall.toml``."""

from collections.abc import Callable, Collection, Mapping
from math import isfinite
from typing import Any, NamedTuple

from hallctl.settings.changing.editing import HallFile, Wanted
from hallctl.settings.changing.service_editing import served_at

Form = Mapping[str, list[str]]


class BadEntryError(Exception):
    """The form sends something that no form of ours does."""


class Entry(NamedTuple):
    """The table, the entry's name before, its name now, and its settings."""

    table: str
    before: str
    name: str
    fields: dict[str, Any]


def entry_of(form: Form) -> Entry:
    """What a form wants an entry to be. Raises :class:`BadEntryError`."""
    table, before = one(form, "table"), one(form, "before")
    if table not in _READ:
        raise BadEntryError(table)
    fields = _READ[table](form)
    key = next(iter(fields))
    return Entry(table, before or str(fields[key]), str(fields[key]), fields)


def wanted_entry(
    file: HallFile, form: Form, tables: Collection[str], read: Callable[[Form], Entry]
) -> Wanted:
    """What a form about one entry asks the file to say. Raises BadEntryError, IndexError."""
    match one(form, "act"):
        case "undo":
            return file.put_back()
        case "remove":
            table, name = one(form, "table"), one(form, "before")
            if table not in tables:
                raise BadEntryError(table)
            text = file.without_entry(table, name)
            text = served_at(text, name, ()) if table == "service" else text
            return Wanted(text, f"{table} {name}: removed")
    entry = read(form)
    text = file.with_entry(entry.table, entry.before, entry.fields)
    if entry.table == "service" and "with_counters" in form:
        text = served_at(text, entry.name, form.get("counters", []), entry.before)
    return Wanted(text, f"{entry.table} {entry.name}: saved")


def one(form: Form, name: str) -> str:
    """The last value sent under that name, without blanks around it."""
    values = form.get(name) or [""]
    return values[-1].strip()


def _service(form: Form) -> dict[str, Any]:
    return {
        "service": one(form, "service"),
        "letter": one(form, "letter").upper(),
        "name": _words(form),
        "icon": one(form, "icon") or None,
        "departments": [it for it in form.get("departments", []) if it] or None,
        "typical_minutes": number(one(form, "typical_minutes")),
        "hours": _lines(one(form, "hours")) or None,
        "last_ticket_minutes": number(one(form, "last_ticket_minutes")),
        "quota_a_day": number(one(form, "quota_a_day")),
        "quota_an_hour": number(one(form, "quota_an_hour")),
    }


def _counter(form: Form) -> dict[str, Any]:
    return {
        "counter": one(form, "counter").upper(),
        "services": [it for it in form.get("services", []) if it],
        "zone": one(form, "zone") or None,
        "profile": one(form, "profile") or None,
    }


def _station(form: Form) -> dict[str, Any]:
    return {
        "name": one(form, "name"),
        "role": one(form, "role"),
        "counter": one(form, "counter") or None,
        "printer": one(form, "printer") or None,
    }


def _words(form: Form) -> dict[str, str]:
    english = one(form, "en")
    return {"vi": one(form, "vi"), **({"en": english} if english else {})}


def _lines(written: str) -> list[str]:
    return [line for each in written.replace(",", "\n").splitlines() if (line := each.strip())]


def number(written: str) -> float | int | str | None:
    """A number as people write it; what is none stays as it was typed, for the rules to refuse."""
    if not written:
        return None
    try:
        found = float(written.replace(",", "."))
    except ValueError:
        return written
    if not isfinite(found):
        return written
    return int(found) if found.is_integer() else found


_READ: dict[str, Callable[[Form], dict[str, Any]]] = {
    "service": _service,
    "counter": _counter,
    "station": _station,
}
