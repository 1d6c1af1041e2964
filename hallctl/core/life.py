"""A ticket's life as one table: from each state, the steps it may take and where they lead.

Whether a command is allowed is read off this table, and so is the diagram in the docs.
"""

from enum import StrEnum


class TicketState(StrEnum):
    """Where a ticket stands."""

    WAITING = "waiting"
    CALLED = "called"
    PARKED = "parked"
    MISSED = "missed"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"
    ENDED = "ended"


class Step(StrEnum):
    """What may be done with a ticket."""

    CALL = "call"
    RECALL = "recall"
    MISS = "miss"
    REQUEUE = "requeue"
    PARK = "park"
    RESUME = "resume"
    TRANSFER = "transfer"
    GO_ON = "go_on"
    FINISH = "finish"
    CANCEL = "cancel"
    LAPSE = "lapse"
    END = "end"


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
        Step.PARK: TicketState.PARKED,
        Step.TRANSFER: TicketState.WAITING,
        Step.GO_ON: TicketState.WAITING,
        Step.FINISH: TicketState.FINISHED,
    },
    TicketState.PARKED: {
        Step.RESUME: TicketState.CALLED,
        Step.REQUEUE: TicketState.WAITING,
        Step.CANCEL: TicketState.CANCELLED,
        Step.LAPSE: TicketState.LAPSED,
    },
    TicketState.MISSED: {
        Step.CALL: TicketState.CALLED,
        Step.REQUEUE: TicketState.WAITING,
        Step.END: TicketState.ENDED,
    },
    TicketState.FINISHED: {},
    TicketState.CANCELLED: {},
    TicketState.LAPSED: {},
    TicketState.ENDED: {},
}
"""Every step that is not here is refused. A missed ticket at the day's end stays missed.

Undoing a press is no step: it takes the last one back, to where the ticket stood before.
"""


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
