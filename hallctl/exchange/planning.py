"""What an import would do: which dossiers are new, which move on, which agree, which can't be. Pure."""

from collections import deque
from collections.abc import Container, Sequence
from collections.abc import Mapping as Known
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hallctl.core.dossier_life import DOSSIER_LIFE, DossierState, DossierStep, dossier_after
from hallctl.exchange.history import NEED_A_REASON, NO_HISTORY, History, Step, still_to_take
from hallctl.exchange.mapping import CHANNELS, NOT_BY_EXCHANGE, RECEIVE, STATES, Mapping
from hallctl.exchange.rows import Row


class Standing(NamedTuple):
    """A dossier of the other system as the hall has it: the hall's code, its state, its steps so far."""

    dossier: str
    state: DossierState
    steps: int
    """How many, with those that were taken back."""
    taken: tuple[str, ...] = ()
    """Those that stand, after its reception."""


class Planned(NamedTuple):
    """One row: the steps that are to be taken, none where both agree, or why it can't be."""

    line: int
    code: str
    procedure: str
    channel: str
    complete_at: int | None
    reason: str
    standing: Standing | None
    steps: tuple[Step, ...] = ()
    problem: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Its steps by their names."""
        return tuple(one.step for one in self.steps)


def plan_import(
    rows: Sequence[Row],
    mapping: Mapping,
    known: Known[str, Standing],
    timezone: str,
    told: Known[str, History] = MappingProxyType({}),
) -> list[Planned]:
    """A plan a row, in their order; a code that stands twice is refused the second time.

    ``told`` are past steps by their codes; where a dossier has some they are taken as they were.
    """
    planned: list[Planned] = []
    seen: set[str] = set()
    for line, row in enumerate(rows, start=2 if mapping.format != "json" else 1):
        one = _planned(line, row, mapping, timezone)
        if not one.problem and one.code in seen:
            one = one._replace(problem=f"{one.code} stands here twice")
        seen.add(one.code)
        if not one.problem:
            one = _with_steps(
                one, mapping, row, known.get(one.code), told.get(one.code, NO_HISTORY)
            )
        planned.append(one)
    return planned


def refuse_strange(planned: list[Planned], procedures: Container[str]) -> list[Planned]:
    """New dossiers of procedures that the hall doesn't have are named, not sent."""
    return [
        one._replace(problem=f"the procedure {one.procedure!r} is not in the hall's catalogue")
        if not one.problem and one.standing is None and one.procedure not in procedures
        else one
        for one in planned
    ]


def path(state: DossierState, target: DossierState) -> tuple[str, ...] | None:
    """The fewest steps from one state to another by the table of a dossier's life; None of none."""
    ways: deque[tuple[DossierState, tuple[str, ...]]] = deque([(state, ())])
    seen = {state}
    while ways:
        here, steps = ways.popleft()
        if here is target:
            return steps
        for step, then in DOSSIER_LIFE[here].items():
            if then not in seen and step not in NOT_BY_EXCHANGE:
                seen.add(then)
                ways.append((then, (*steps, step.value)))
    return None


def _planned(line: int, row: Row, mapping: Mapping, timezone: str) -> Planned:
    def theirs(column: str) -> str:
        return row.get(mapping.columns.get(column, ""), "")

    code, procedure = theirs("code"), theirs("procedure")
    channel = mapping.ours("channel", theirs("channel")) or "counter"
    complete_at, problem = None, ""
    if written := theirs("complete_at"):
        try:
            local = datetime.strptime(written, mapping.time_format)  # noqa: DTZ007 - the hall's own clock
            complete_at = round(local.replace(tzinfo=ZoneInfo(timezone)).timestamp() * 1000)
        except ValueError:
            problem = f"{written!r} is no time such as {mapping.time_format}"
    if not code:
        problem = "has no code"
    elif channel not in CHANNELS:
        problem = f"the channel {channel!r} is none of {', '.join(CHANNELS)}"
    return Planned(line, code, procedure, channel, complete_at, theirs("reason"), None, (), problem)


def _with_steps(
    one: Planned, mapping: Mapping, row: Row, standing: Standing | None, told: History
) -> Planned:
    written = row.get(mapping.columns.get("state", ""), "")
    state = mapping.ours("state", written) or ("" if told.steps else "received")
    if state and state not in STATES:
        return one._replace(problem=f"the state {state!r} is none of {', '.join(STATES)}")
    if standing is None and not one.procedure:
        return one._replace(problem="has no procedure")
    begun = standing.state if standing else DossierState.RECEIVED
    past = still_to_take(told, standing.taken if standing else (), begun) if told.steps else told
    if past.problem:
        return one._replace(problem=past.problem)
    here = _after(begun, past.steps)
    now = path(here, DossierState(state)) if state else ()
    if now is None:
        return one._replace(problem=f"is {here.value} here: nothing leads from there to {state}")
    if NEED_A_REASON & set(now) and not one.reason:
        return one._replace(problem=f"{state} needs a reason")
    if standing is None and one.complete_at is None:
        one = one._replace(complete_at=told.received_at)
    steps = (*past.steps, *(Step(step, reason=one.reason) for step in now))
    received = () if standing else (Step(RECEIVE),)
    return one._replace(standing=standing, steps=(*received, *steps))


def _after(state: DossierState, steps: Sequence[Step]) -> DossierState:
    for one in steps:
        state = dossier_after(state, DossierStep(one.step)) or state
    return state
