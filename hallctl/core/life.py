"""A ticket's life as one table: from each state, the steps it may take and where they lead.

Whether a command is allowed is read off this table, and so is the diagram in the docs.
"""

from enum import StrEnum


class TicketState(StrEnum):
    """Where a ticket stands."""

    WAITING = "waiting"
    CALLED = "called"
    MISSED = "missed"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"


class Step(StrEnum):
    """What may be done with a ticket."""

    CALL = "call"
    RECALL = "recall"
    MISS = "miss"
    REQUEUE = "requeue"
    FINISH = "finish"
    CANCEL = "cancel"
    LAPSE = "lapse"


LIFE: dict[TicketState, dict[Step, TicketState]] = {
    TicketState.WAITING: {
        Step.CALL: TicketState.CALLED,
        Step.CANCEL: TicketState.CANCELLED,
        Step.LAPSE: TicketState.LAPSED,
    },
    TicketState.CALLED: {
        Step.RECALL: TicketState.CALLED,
        Step.MISS: TicketState.MISSED,
        Step.REQUEUE: TicketState.WAITING,
        Step.FINISH: TicketState.FINISHED,
    },
    TicketState.MISSED: {
        Step.REQUEUE: TicketState.WAITING,
    },
    TicketState.FINISHED: {},
    TicketState.CANCELLED: {},
    TicketState.LAPSED: {},
}
"""Every step that is not here is refused. A missed ticket at the day's end stays missed."""


def after(state: TicketState, step: Step) -> TicketState | None:
    """Where ``step`` leads from ``state``, or None when the hall refuses it."""
    return LIFE[state].get(step)


def diagram() -> str:
    """The table as a Mermaid state diagram, for the docs."""
    lines = ["stateDiagram-v2", "    [*] --> waiting: issue"]
    for state, steps in LIFE.items():
        lines += [f"    {state} --> {then}: {step}" for step, then in steps.items()]
        if not steps:
            lines.append(f"    {state} --> [*]")
    return "\n".join(lines) + "\n"
