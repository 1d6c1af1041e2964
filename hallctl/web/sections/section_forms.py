"""Forms for the parts of ``hall.toml``, described by their fields: what is shown, and what is sent. Pure."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from hallctl.settings.problems import Problem, SettingsError, joined, quoted
from hallctl.settings.reading import FILE_NAME
from hallctl.web.sections.parts_around import AROUND
from hallctl.web.sections.parts_within import WITHIN
from hallctl.web.sections.section_fields import Field, Part, Raw
from hallctl.web.setup.setup_forms import BadEntryError, Form, number, one

SECTIONS: dict[str, tuple[Part, ...]] = {**WITHIN, **AROUND}
"""What may be changed on which page, in its order."""


KEPT_ELSEWHERE = frozenset({"photo", "secret"})
_PLAIN = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


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
        match field.kind:
            case "places":
                found |= _places(form)
            case "sign":
                found |= _sign(form, field)
            case kind if kind not in KEPT_ELSEWHERE:
                found[field.key] = _READ[kind](form, field.key)
    return found


def secrets_of(part: Part, form: Form) -> dict[str, str | None]:
    """The secrets that the form brings, by their files; None for one that is to go. Never shown."""
    found: dict[str, str | None] = {}
    for field in part.fields:
        if field.kind == "secret" and (one(form, field.key) or one(form, f"forget-{field.key}")):
            file = secret_file(field, one(form, part.names_by) if part.names_by else "")
            found[file] = one(form, field.key) or None
    return found


def secret_file(field: Field, name: str) -> str:
    """Where that secret lies in the hall. Raises :class:`BadEntryError` for a name that is none."""
    file = str(field.options)
    if "{name}" in file and not _PLAIN.fullmatch(name):
        raise BadEntryError(name)
    return file.format(name=name)


class SignShown(NamedTuple):
    """Whether a sign is looked for, and from when on, by its settings; some have no threshold."""

    is_on: bool
    limits: dict[str, str]


def shown(field: Field, raw: Raw, defaults: Raw = MappingProxyType({})) -> Any:
    """A setting as its field shows it; ``defaults`` hold where the file says nothing."""
    if field.kind == "places":
        return _places_shown(raw)
    if field.kind == "sign":
        return _sign_shown(field, raw, defaults)
    show = _SHOW.get(field.kind)
    value = raw.get(field.key, defaults.get(field.key))
    return show(value) if show else value


def _sign_shown(field: Field, raw: Raw, defaults: Raw) -> SignShown:
    """One that is not looked for shows what it would be looked for by."""
    is_on = bool(raw.get(field.key, defaults.get(field.key)))
    limits = {key: raw.get(key) or defaults.get(key) for key in _limits(field)}
    return SignShown(is_on, {key: _SHOW["number"](value) for key, value in limits.items()})


def _sign(form: Form, field: Field) -> dict[str, Any]:
    is_on, limits = _flag(form, f"{field.key}-on"), _limits(field)
    if not limits:
        return {field.key: is_on}
    found: dict[str, Any] = {key: _number(form, key) for key in limits}
    return found if is_on else {**found, field.key: 0}


def _limits(field: Field) -> tuple[str, ...]:
    """The settings of a sign's threshold."""
    name, *further = tuple(field.options)
    return () if name == field.key else (field.key, *further)


def _places_shown(raw: Raw) -> dict[str, tuple[int, int]]:
    """Each service's place and weight."""
    services, weights = list(raw.get("services", ())), list(raw.get("weights", ()))
    weights += [1] * (len(services) - len(weights))
    return {
        name: (place, weight)
        for place, (name, weight) in enumerate(zip(services, weights, strict=False), start=1)
    }


def _places(form: Form) -> dict[str, Any]:
    typed = {
        name.removeprefix("place-"): one(form, name)
        for name in form
        if name.startswith("place-") and one(form, name)
    }
    if odd := next((place for place in typed.values() if not place.isdecimal()), ""):
        where = f"{joined('profile', one(form, 'profile'))}.services"
        wrong, remedy = f"{quoted(odd)} is not a number", "write a whole number without quotes"
        raise SettingsError([Problem(FILE_NAME, where, wrong, remedy)])
    services = sorted(typed, key=lambda name: int(typed[name]))
    weights = [number(one(form, f"weight-{name}") or "1") for name in services]
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


def _number(form: Form, key: str) -> float | int | str | None:
    return number(one(form, key))


def _flag(form: Form, key: str) -> bool:
    return one(form, key) == "yes"


def _maybe(form: Form, key: str) -> bool | None:
    """Yes, no, or whatever the hall decides by itself."""
    return {"yes": True, "no": False}.get(one(form, key))


def _choices(form: Form, key: str) -> list[str] | None:
    return [each for each in form.get(key, []) if each] or None


def _weekdays(form: Form, key: str) -> list[int]:
    return [_whole(each) for each in form.get(key, []) if each]


def _lines(form: Form, key: str) -> list[str]:
    return [line for each in one(form, key).splitlines() if (line := " ".join(each.split()))]


def _times(form: Form, key: str) -> list[str] | None:
    """Times or stretches of the day, however they are divided."""
    return [each for each in re.split(r"[\s,;]+", one(form, key)) if each] or None


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
    "maybe": _maybe,
    "choice": _text,
    "choices": _choices,
    "weekdays": _weekdays,
    "lines": _lines,
    "times": _times,
    "time": _text,
    "days": _days,
    "pairs": _pairs,
}
_SHOW: dict[str, Callable[[Any], Any]] = {
    "maybe": lambda value: {True: "yes", False: "no"}.get(value, ""),
    "lines": lambda value: "\n".join(str(line) for line in value or ()),
    "times": lambda value: ", ".join(str(each) for each in value or ()),
    "days": lambda value: "\n".join(_day_line(entry) for entry in value or ()),
    "pairs": lambda value: "\n".join(_pair_line(entry) for entry in value or ()),
    **dict.fromkeys(
        ("choices", "weekdays"), lambda value: tuple(str(each) for each in value or ())
    ),
    "words": lambda value: dict(value) if isinstance(value, Mapping) else {"vi": "", "en": ""},
    "number": lambda value: "" if value is None else f"{value:g}",
}
