"""What an import would do: which dossiers are new, which move on, which agree, which can't be. Pure."""

from collections import deque
from collections.abc import Mapping as Known
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hallctl.core.dossier_life import DOSSIER_LIFE, DossierState, DossierStep
from hallctl.exchange.mapping import CHANNELS, STATES, Mapping
from hallctl.exchange.rows import Row

RECEIVE = "receive"
NEED_A_REASON = frozenset({"request_supplement", "refuse", "stop"})
NOT_BY_EXCHANGE = frozenset({DossierStep.REAPPOINT, DossierStep.STRIKE})


class Standing(NamedTuple):
    """A dossier of the other system as the hall has it: the hall's code, its state, its steps so far."""

    dossier: str
    state: DossierState
    steps: int


class Planned(NamedTuple):
    """One row: the steps that are to be taken, none where both agree, or why it can't be."""

    line: int
    code: str
    procedure: str
    channel: str
    complete_at: int | None
    reason: str
    standing: Standing | None
    steps: tuple[str, ...] = ()
    problem: str = ""


def plan_import(
    rows: Sequence[Row], mapping: Mapping, known: Known[str, Standing], timezone: str
) -> list[Planned]:
    """A plan a row, in their order; a code that stands twice is refused the second time."""
    planned: list[Planned] = []
    seen: set[str] = set()
    for line, row in enumerate(rows, start=2 if mapping.format != "json" else 1):
        one = _planned(line, row, mapping, timezone)
        if not one.problem and one.code in seen:
            one = one._replace(problem=f"{one.code} stands here twice")
        seen.add(one.code)
        planned.append(_with_steps(one, mapping, row, known) if not one.problem else one)
    return planned


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


def _with_steps(one: Planned, mapping: Mapping, row: Row, known: Known[str, Standing]) -> Planned:
    written = row.get(mapping.columns.get("state", ""), "")
    state = mapping.ours("state", written) or "received"
    if state not in STATES:
        return one._replace(problem=f"the state {state!r} is none of {', '.join(STATES)}")
    standing = known.get(one.code)
    target = DossierState(state)
    steps = path(standing.state if standing else DossierState.RECEIVED, target)
    if standing is None and not one.procedure:
        return one._replace(problem="has no procedure")
    if steps is None:
        here = standing.state.value if standing else "received"
        return one._replace(problem=f"is {here} here: nothing leads from there to {state}")
    if NEED_A_REASON & set(steps) and not one.reason:
        return one._replace(problem=f"{state} needs a reason")
    return one._replace(standing=standing, steps=steps if standing else (RECEIVE, *steps))
