"""Forms for the parts of ``hall.toml``, described by their fields: what is shown, and what is sent. Pure."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from hallctl.web.office.setup_forms import BadEntryError, Form, one

Kind = Literal[
    "text", "words", "number", "flag", "choice", "choices", "weekdays", "lines", "days", "pairs",
    "places", "photo",
]  # fmt: skip
Raw = Mapping[str, Any]


class Field(NamedTuple):
    """One setting of a form. ``options`` are fixed, or the name of what the hall has many of."""

    key: str
    kind: Kind
    options: tuple[str, ...] | str = ()
    is_needed: bool = False


class Part(NamedTuple):
    """One form: a table that is there once, or with ``names_by`` the entries of a list."""

    table: str
    fields: tuple[Field, ...]
    names_by: str = ""


SCENES = ("calls", "queues", "departments", "playlist")
CLOSINGS = ("open", "serve", "lapse", "tomorrow")
DEADLINES = ("end_of_day", "same_minute", "working_hours")
SECTIONS: dict[str, tuple[Part, ...]] = {
    "people": (
        Part(
            "official",
            (
                Field("official", "text", is_needed=True),
                Field("reserve", "flag"),
                Field("photo", "photo"),
            ),
            "official",
        ),
    ),
    "calling": (
        Part(
            "profile",
            (
                Field("profile", "text", is_needed=True),
                Field("name", "words"),
                Field("order", "choice", ("waiting", "strict", "mixture")),
                Field("services", "places", "services"),
                Field("counters", "choices", "counters"),
            ),
            "profile",
        ),
        Part(
            "priority",
            (
                Field("group", "text", is_needed=True),
                Field("name", "words"),
                Field("head_start", "number"),
                Field("rate", "number"),
                Field("from_age", "number"),
            ),
            "group",
        ),
        Part(
            "reason",
            (
                Field("reason", "text", is_needed=True),
                Field("kind", "choice", ("break", "park", "outcome")),
                Field("name", "words"),
            ),
            "reason",
        ),
        Part(
            "rating_reason",
            (Field("reason", "text", is_needed=True), Field("name", "words")),
            "reason",
        ),
        Part(
            "department",
            (
                Field("department", "text", is_needed=True),
                Field("name", "words"),
                Field("short_name", "words"),
            ),
            "department",
        ),
    ),
    "days": (
        Part(
            "hours",
            (
                Field("weekdays", "weekdays", tuple("1234567")),
                Field("shifts", "lines"),
                Field("opens_by_itself", "flag"),
            ),
        ),
        Part(
            "calendar",
            (Field("days_off", "days"), Field("days_worked", "days"), Field("saturday", "lines")),
        ),
    ),
    "rules": (
        Part("rules", (Field("target_minutes", "number"), Field("rating_minutes", "number"))),
        Part(
            "floor",
            (
                Field("at_closing", "choice", CLOSINGS),
                Field("longest_wait_minutes", "number"),
                Field("no_show_then", "choice", ("stay", "return", "end")),
                Field("no_show_minutes", "number"),
                Field("no_show_returns", "number"),
                Field("recall_limit", "number"),
                Field("recall_every_s", "number"),
                Field("undo_s", "number"),
            ),
        ),
        Part(
            "alerts",
            (
                Field("idle_minutes", "number"),
                Field("long_service_minutes", "number"),
                Field("not_printed_minutes", "number"),
                Field("station_gone_minutes", "number"),
            ),
        ),
        Part(
            "people",
            (
                Field("sign_in_at_counters", "flag"),
                Field("session_idle_minutes", "number"),
                Field("session_hours", "number"),
            ),
        ),
        Part(
            "phone",
            (
                Field("numbers", "flag"),
                Field("numbers_a_day", "number"),
                Field("waiting", "number"),
                Field("code_minutes", "number"),
                Field("grace_s", "number"),
                Field("choose_minutes", "number"),
                Field("wifi", "text"),
            ),
        ),
        Part(
            "offline",
            (
                Field("lease_size", "number"),
                Field("renew_below", "number"),
                Field("first_number", "number"),
            ),
        ),
    ),
    "boards": (
        Part(
            "zone",
            (
                Field("zone", "text", is_needed=True),
                Field("name", "words"),
                Field("direction", "words"),
                Field("counters", "choices", "counters"),
                Field("services", "choices", "services"),
                Field("boards", "choices", "boards"),
                Field("speakers", "choices", "boards"),
                Field("shows", "choices", SCENES),
            ),
            "zone",
        ),
        Part(
            "announcements",
            (
                Field("voice", "text"),
                Field("volume", "number"),
                Field("numbers", "choice", ("digits", "number")),
                Field("accent", "choice", ("north", "south")),
                Field("stale_s", "number"),
                Field("emergency_every_s", "number"),
            ),
        ),
    ),
    "hall": (
        Part(
            "hall",
            (
                Field("name", "words"),
                Field("authority", "words"),
                Field("place", "text"),
                Field("languages", "choices", "languages"),
                Field("notices", "pairs"),
            ),
        ),
        Part(
            "dossiers",
            (
                Field("agency", "text"),
                Field("deadline_mode", "choice", DEADLINES),
                Field("cut_off", "text"),
                Field("return_service", "choice", "services"),
            ),
        ),
    ),
}
"""What may be changed on which page, in its order."""


def part_of(section: str, table: str) -> Part:
    """The form of that table. Raises :class:`BadEntryError`."""
    for part in SECTIONS.get(section, ()):
        if part.table == table:
            return part
    raise BadEntryError(table)


def settings_of(part: Part, form: Form) -> dict[str, Any]:
    """What the form wants the table to be; None puts a default back."""
    found: dict[str, Any] = {}
    for field in part.fields:
        if field.kind == "places":
            found |= _places(form)
        elif field.kind != "photo":
            found[field.key] = _READ[field.kind](form, field.key)
    return found


def shown(field: Field, raw: Raw, default: Any) -> Any:
    """A setting as its field shows it; ``default`` holds where the file says nothing."""
    if field.kind == "places":
        return _places_shown(raw)
    show = _SHOW.get(field.kind)
    value = raw.get(field.key, default)
    return show(value) if show else value


def _places_shown(raw: Raw) -> dict[str, tuple[int, int]]:
    """Each service's place and weight."""
    services, weights = list(raw.get("services", ())), list(raw.get("weights", ()))
    weights += [1] * (len(services) - len(weights))
    return {
        name: (place, weight)
        for place, (name, weight) in enumerate(zip(services, weights, strict=False), start=1)
    }


def _places(form: Form) -> dict[str, Any]:
    placed = {
        name.removeprefix("place-"): int(one(form, name))
        for name in form
        if name.startswith("place-") and one(form, name).isdecimal()
    }
    services = sorted(placed, key=lambda name: placed[name])
    weights = [_whole(one(form, f"weight-{name}") or "1") for name in services]
    is_mixture = one(form, "order") == "mixture"
    return {"services": services, "weights": weights if is_mixture else None}


def _whole(written: str) -> int:
    if not written.isdecimal():
        raise BadEntryError(written)
    return int(written)


def _text(form: Form, key: str) -> str | None:
    return one(form, key) or None


def _words(form: Form, key: str) -> dict[str, str] | None:
    vi, en = one(form, f"{key}_vi"), one(form, f"{key}_en")
    if not vi and not en:
        return None
    return {"vi": vi, **({"en": en} if en else {})}


def _number(form: Form, key: str) -> float | int | None:
    written = one(form, key)
    if not written:
        return None
    try:
        number = float(written.replace(",", "."))
    except ValueError:
        raise BadEntryError(written) from None
    if number != number or number in {float("inf"), float("-inf")}:  # noqa: PLR0124 - not a number
        raise BadEntryError(written)
    return int(number) if number.is_integer() else number


def _flag(form: Form, key: str) -> bool:
    return one(form, key) == "yes"


def _choices(form: Form, key: str) -> list[str] | None:
    return [each for each in form.get(key, []) if each] or None


def _weekdays(form: Form, key: str) -> list[int]:
    return [_whole(each) for each in form.get(key, []) if each]


def _lines(form: Form, key: str) -> list[str]:
    return [line for each in one(form, key).splitlines() if (line := " ".join(each.split()))]


def _days(form: Form, key: str) -> list[dict[str, Any]]:
    """``2026-09-02 Quốc khánh``, or the day as Vietnamese write it, ``02/09/2026``."""
    return [_day(line) for line in _lines(form, key)]


def _day(line: str) -> dict[str, Any]:
    written, _, name = line.partition(" ")
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"):
        try:
            day = datetime.strptime(written, form).date()  # noqa: DTZ007 - a day, not a moment
        except ValueError:
            continue
        return {"day": day, **({"name": name.strip()} if name.strip() else {})}
    return {"day": written, "name": name}  # told of when the whole is read


def _day_line(entry: Raw) -> str:
    day = entry.get("day")
    written = f"{day:%d/%m/%Y}" if isinstance(day, date) else str(day)
    return f"{written} {entry.get('name', '')}".strip()


def _pairs(form: Form, key: str) -> list[dict[str, str]]:
    """``Tiếng Việt | English``, a line each."""
    split = (line.partition("|") for line in _lines(form, key))
    return [{"vi": vi.strip(), **({"en": en.strip()} if en.strip() else {})} for vi, _, en in split]


def _pair_line(entry: Raw) -> str:
    english = entry.get("en", "")
    return f"{entry.get('vi', '')} | {english}" if english else str(entry.get("vi", ""))


_READ: dict[str, Callable[[Form, str], Any]] = {
    "text": _text,
    "words": _words,
    "number": _number,
    "flag": _flag,
    "choice": _text,
    "choices": _choices,
    "weekdays": _weekdays,
    "lines": _lines,
    "days": _days,
    "pairs": _pairs,
}
_SHOW: dict[str, Callable[[Any], Any]] = {
    "lines": lambda value: "\n".join(str(line) for line in value or ()),
    "days": lambda value: "\n".join(_day_line(entry) for entry in value or ()),
    "pairs": lambda value: "\n".join(_pair_line(entry) for entry in value or ()),
    **dict.fromkeys(
        ("choices", "weekdays"), lambda value: tuple(str(each) for each in value or ())
    ),
    "words": lambda value: dict(value) if isinstance(value, Mapping) else {"vi": "", "en": ""},
    "number": lambda value: "" if value is None else f"{value:g}",
}
