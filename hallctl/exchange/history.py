"""Past steps of dossiers, as the other system tells them: read, put in order, and held against ours. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hallctl.core.dossier_life import DossierState, DossierStep, dossier_after
from hallctl.exchange.mapping import RECEIVE, TOLD_STEPS, Mapping
from hallctl.exchange.rows import Row

ON_THE_WAY = frozenset({"forward", "take_up"})
"""Steps that say where a dossier lies, not what became of it: a system may know fewer of them."""
NEED_A_REASON = frozenset({"request_supplement", "refuse", "stop"})


class Step(NamedTuple):
    """One step that is to be taken; without a time it is taken now."""

    step: str
    at: int | None = None
    reason: str = ""
    department: str = ""


class History(NamedTuple):
    """What is told of one dossier, in order of time, or what is wrong with it."""

    steps: tuple[Step, ...] = ()
    problem: str = ""

    @property
    def received_at(self) -> int | None:
        """When it was received, if that is told."""
        return next((one.at for one in self.steps if one.step == RECEIVE), None)


NO_HISTORY = History()


class Rules(NamedTuple):
    """By whose words and clock, and what time it is (ms)."""

    mapping: Mapping
    timezone: str
    now: int


def histories(rows: Iterable[Row], rules: Rules, first_line: int = 2) -> dict[str, History]:
    """What is told of each dossier, by the other system's codes."""
    told: dict[str, list[Step]] = defaultdict(list)
    problems: dict[str, str] = {}
    for line, row in enumerate(rows, start=first_line):
        code, step = _told(row, rules)
        if isinstance(step, str):
            problems.setdefault(code, f"steps line {line}: {step}")
        else:
            told[code].append(step)
    ordered = {
        code: History(tuple(sorted(steps, key=lambda one: one.at or 0)))
        for code, steps in told.items()
    }
    return ordered | {code: History((), problem) for code, problem in problems.items()}


def still_to_take(told: History, ours: Sequence[str], state: DossierState) -> History:
    """The told steps that the hall has not taken yet, if they can follow on those it has."""
    missing = _missing([one for one in told.steps if one.step != RECEIVE], ours)
    if missing is None:
        here = ", ".join(ours) or "nothing"
        return History((), f"here stands {here}, and the steps told are others")
    for step in missing:
        after = dossier_after(state, DossierStep(step.step))
        if after is None:
            return History((), f"{step.step} can't follow where it is {state.value}")
        if step.step in NEED_A_REASON and not step.reason:
            return History((), f"{step.step} needs a reason")
        state = after
    return History(tuple(missing))


def _missing(told: list[Step], ours: Sequence[str]) -> list[Step] | None:
    """Told steps after the last one that both have; None where ours have gone another way."""
    at, place = 0, 0
    for number, step in enumerate(told, start=1):
        found = next((n for n in range(at, len(ours)) if ours[n] == step.step), None)
        if found is not None and all(one in ON_THE_WAY for one in ours[at:found]):
            at, place = found + 1, number
    return told[place:] if all(one in ON_THE_WAY for one in ours[at:]) else None


def _told(row: Row, rules: Rules) -> tuple[str, Step | str]:
    """The dossier's code, and its step or what is wrong with it."""
    mapping = rules.mapping
    assert mapping.steps is not None  # noqa: S101 - asked before

    def theirs(column: str) -> str:
        return row.get(mapping.steps.columns.get(column, "") if mapping.steps else "", "")

    code, word = theirs("code"), theirs("step")
    step = mapping.steps.values.get("step", {}).get(word, word)
    if step not in TOLD_STEPS:
        return code, f"the step {word!r} is none of {', '.join(TOLD_STEPS)}"
    try:
        local = datetime.strptime(theirs("at"), mapping.time_format)  # noqa: DTZ007 - the hall's own clock
    except ValueError:
        return code, f"{theirs('at')!r} is no time such as {mapping.time_format}"
    at = round(local.replace(tzinfo=ZoneInfo(rules.timezone)).timestamp() * 1000)
    if at > rules.now:
        return code, f"{step} at {theirs('at')} is still to come"
    word = theirs("department")
    department = mapping.steps.values.get("department", {}).get(word, word)
    return code, Step(step, at, theirs("reason"), department if step == "forward" else "")
