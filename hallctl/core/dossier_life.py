"""A dossier's life as one table: from each state, the steps it may take and where they lead.

Whether a command is allowed is read off this table, and so is the diagram in the docs.
"""

from enum import StrEnum


class DossierState(StrEnum):
    """Where a dossier stands."""

    RECEIVED = "received"
    FORWARDED = "forwarded"
    PROCESSING = "processing"
    AWAITING_SUPPLEMENT = "awaiting_supplement"
    FINISHED = "finished"
    """The result is ready and not yet collected."""
    RETURNED = "returned"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    STRUCK = "struck"
    """Received by mistake: it counts nowhere."""

    __hash__ = str.__hash__  # Enum's own is slow, and a replay asks a million times


class DossierStep(StrEnum):
    """What may be done with a dossier."""

    FORWARD = "forward"
    TAKE_UP = "take_up"
    REQUEST_SUPPLEMENT = "request_supplement"
    RESUME = "resume"
    FINISH = "finish"
    RETURN = "return"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    STOP = "stop"
    REAPPOINT = "reappoint"
    STRIKE = "strike"


class Punctuality(StrEnum):
    """How a finished dossier kept its day."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"


_ENDS = {
    DossierStep.REFUSE: DossierState.REFUSED,
    DossierStep.WITHDRAW: DossierState.WITHDRAWN,
    DossierStep.STOP: DossierState.STOPPED,
    DossierStep.STRIKE: DossierState.STRUCK,
}
_AT_WORK = {
    DossierStep.FORWARD: DossierState.FORWARDED,
    DossierStep.TAKE_UP: DossierState.PROCESSING,
    DossierStep.REQUEST_SUPPLEMENT: DossierState.AWAITING_SUPPLEMENT,
    DossierStep.FINISH: DossierState.FINISHED,
    **_ENDS,
}

DOSSIER_LIFE: dict[DossierState, dict[DossierStep, DossierState]] = {
    DossierState.RECEIVED: {**_AT_WORK, DossierStep.REAPPOINT: DossierState.RECEIVED},
    DossierState.FORWARDED: {**_AT_WORK, DossierStep.REAPPOINT: DossierState.FORWARDED},
    DossierState.PROCESSING: {
        **{step: then for step, then in _AT_WORK.items() if step is not DossierStep.TAKE_UP},
        DossierStep.REAPPOINT: DossierState.PROCESSING,
    },
    DossierState.AWAITING_SUPPLEMENT: {
        DossierStep.RESUME: DossierState.PROCESSING,
        **_ENDS,
    },
    DossierState.FINISHED: {DossierStep.RETURN: DossierState.RETURNED},
    DossierState.RETURNED: {},
    DossierState.REFUSED: {},
    DossierState.WITHDRAWN: {},
    DossierState.STOPPED: {},
    DossierState.STRUCK: {},
}
"""Every step that is not here is refused. Same-day procedures finish where they were received."""

IN_PROCESS = frozenset({DossierState.RECEIVED, DossierState.FORWARDED, DossierState.PROCESSING})
"""The states in which the clock runs."""


def dossier_after(state: DossierState, step: DossierStep) -> DossierState | None:
    """Where ``step`` leads from ``state``, or None when the hall refuses it."""
    return DOSSIER_LIFE[state].get(step)


def dossier_diagram() -> str:
    """The table as a Mermaid state diagram, for the docs."""
    lines = ["stateDiagram-v2", "    [*] --> received: receive"]
    for state, steps in DOSSIER_LIFE.items():
        lines += [f"    {state} --> {then}: {step}" for step, then in steps.items()]
        if not steps:
            lines.append(f"    {state} --> [*]")
    return "\n".join(lines) + "\n"
