"""The words of reports, and names for the keys their rows stand under."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec

from hallctl.core.plan import Plan
from hallctl.reports.saying import Saying

WORDS: dict[str, dict[str, str]] = msgspec.json.decode(
    (Path(__file__).parent / "words.json").read_bytes()
)

Label = Callable[[str], str]


def labels(by: str, plan: Plan, say: Saying) -> Label:
    """How the keys of that breakdown are called."""
    words = WORDS[say.language]
    known: dict[str, str] = {}
    match by:
        case "service":
            known = {one.service: f"{one.letter} · {say.words(one.name)}" for one in plan.services}
        case "department":
            known = {one.department: say.words(one.name) for one in plan.departments}
        case "weekday":
            known = {str(day): say.weekday(day) for day in range(1, 8)}
        case "channel":
            known = _told("channel", words)
        case "about" | "finding" | "method":
            known = _told(by, words)
        case "day":
            return lambda key: _day(key, say)
        case "month":
            return lambda key: say.month(date.fromisoformat(f"{key}-01"))
        case "week":
            return say.week
        case "procedure":
            return lambda key: f"{key} {_procedure(plan, key)}".strip()
    return lambda key: known.get(key, key) or words["nobody"]


def _told(topic: str, words: dict[str, str]) -> dict[str, str]:
    """Everything that the words say of that topic, by its key."""
    mark = f"{topic}_"
    return {name.removeprefix(mark): said for name, said in words.items() if name.startswith(mark)}


def _day(key: str, say: Saying) -> str:
    day = date.fromisoformat(key)
    return f"{say.short_weekday(day.isoweekday())} {say.day(day)}"


def _procedure(plan: Plan, code: str) -> str:
    known = plan.dossiers.procedure_on(code, date.max)
    return known.name if known else ""
