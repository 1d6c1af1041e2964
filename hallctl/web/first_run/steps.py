"""The guide's questions, step by step: what a form sends, as answers. Pure; tested without a browser."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import msgspec

from hallctl.core.plan import Service, Words
from hallctl.settings.changing.beginning import Beginning
from hallctl.settings.problems import Problem

Form = Mapping[str, list[str]]

STEPS = ("hall", "hours", "services", "people")
OF_STEP = {
    "hall": ("hall", "dossiers.agency"),
    "hours": ("hours",),
    "services": ("service", "counter"),
    "people": ("official",),
}
"""Which parts of the settings each step asks about; the guide's last questions are the account's."""
MOST_COUNTERS, MOST_OFFICIALS = 60, 200
HALVES = ("morning", "afternoon")
_TIME = re.compile(r"([01]?\d|2[0-3])[:hH.]([0-5]\d)")


class Offer(NamedTuple):
    """One kind of hall to begin with: what it is called, and its services."""

    name: Words
    authority: Words
    services: tuple[Service, ...]


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What was answered so far: the kind of hall, and the answers themselves."""

    kind: str
    begun: Beginning


def first_draft(offers: Mapping[str, Offer], kind: str) -> Draft:
    """What the guide proposes for that kind of hall: everything its sample has."""
    offer = offers[kind]
    letters = {one.service: one.letter for one in offer.services}
    return Draft(
        kind=kind, begun=Beginning(name=offer.name, authority=offer.authority, letters=letters)
    )


def answered(draft: Draft, step: str, form: Form, offers: Mapping[str, Offer]) -> Draft:
    """The draft with that step's answers. Raises KeyError for a step or kind there is none of."""
    if step == "hall":
        kind = one(form, "kind")
        draft = draft if kind == draft.kind else first_draft(offers, kind)
    return msgspec.structs.replace(
        draft, begun=msgspec.structs.replace(draft.begun, **_READ[step](form))
    )


def of_step(step: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems that this step's answers, or those before it, can be blamed for."""
    asked = [part for known in STEPS[: STEPS.index(step) + 1] for part in OF_STEP[known]]
    return tuple(
        found
        for found in problems
        if any(
            found.path == part or found.path.startswith((f"{part}.", f"{part}[")) for part in asked
        )
    )


def one(form: Form, name: str) -> str:
    """The last value sent under that name, without blanks around it."""
    return (form.get(name) or [""])[-1].strip()


def lines(text: str) -> tuple[str, ...]:
    """The lines that say something, each once."""
    said = (" ".join(line.split()) for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in said if line))[:MOST_OFFICIALS]


def _hall(form: Form) -> dict[str, Any]:
    return {
        "name": Words(one(form, "name_vi"), one(form, "name_en")),
        "authority": Words(one(form, "authority_vi"), one(form, "authority_en")),
        "place": one(form, "place"),
        "agency": one(form, "agency").upper(),
    }


def _hours(form: Form) -> dict[str, Any]:
    shifts = (_shift(one(form, f"{half}_from"), one(form, f"{half}_to")) for half in HALVES)
    return {
        "weekdays": tuple(sorted({int(day) for day in form.get("weekdays", []) if day.isdigit()})),
        "shifts": tuple(shift for shift in shifts if shift),
        "opens_by_itself": one(form, "opens_by_itself") == "yes",
    }


def _shift(opens: str, closes: str) -> str:
    """As settings write it; what is no time stays as it was typed, to be told of."""
    return f"{_clock(opens)}-{_clock(closes)}" if opens or closes else ""


def _clock(written: str) -> str:
    found = _TIME.fullmatch(written)
    return f"{int(found[1]):02}:{found[2]}" if found else written


def _services(form: Form) -> dict[str, Any]:
    counters = one(form, "counters")
    return {
        "letters": {
            name: one(form, f"letter-{name}").upper() for name in form.get("offered", []) if name
        },
        "counters": min(int(counters), MOST_COUNTERS) if counters.isdecimal() else 0,
        "spreads": one(form, "spreads") == "yes",
    }


def _people(form: Form) -> dict[str, Any]:
    return {
        "officials": lines(one(form, "officials")),
        "reserves": lines(one(form, "reserves")),
        "on_the_network": one(form, "on_the_network") == "yes",
    }


_READ: dict[str, Callable[[Form], dict[str, Any]]] = {
    "hall": _hall,
    "hours": _hours,
    "services": _services,
    "people": _people,
}
