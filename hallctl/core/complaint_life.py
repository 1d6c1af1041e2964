"""A complaint's life as one table: whoever handles it, and the clocks it runs against.

Spans in working days from filing: refuse or forward within 2, ask for more within 5, answer within
15; an answer is published within 2 (the practice of the provinces' complaint systems under Decree
20/2008 as amended). Nobody can delete a complaint.
"""

from enum import StrEnum

DECIDE_DAYS = 2
ASK_DAYS = 5
ANSWER_DAYS = 15
PUBLISH_DAYS = 2


class ComplaintState(StrEnum):
    """Where a complaint stands."""

    FILED = "filed"
    REFUSED = "refused"
    FORWARDED = "forwarded"
    AWAITING_MORE = "awaiting_more"
    ANSWERED = "answered"
    PUBLISHED = "published"


class ComplaintStep(StrEnum):
    """What may be done with a complaint."""

    REFUSE = "refuse"
    FORWARD = "forward"
    ASK_MORE = "ask_more"
    ADD_MORE = "add_more"
    ANSWER = "answer"
    PUBLISH = "publish"


COMPLAINT_LIFE: dict[ComplaintState, dict[ComplaintStep, ComplaintState]] = {
    ComplaintState.FILED: {
        ComplaintStep.REFUSE: ComplaintState.REFUSED,
        ComplaintStep.FORWARD: ComplaintState.FORWARDED,
        ComplaintStep.ASK_MORE: ComplaintState.AWAITING_MORE,
    },
    ComplaintState.FORWARDED: {
        ComplaintStep.FORWARD: ComplaintState.FORWARDED,
        ComplaintStep.ASK_MORE: ComplaintState.AWAITING_MORE,
        ComplaintStep.ANSWER: ComplaintState.ANSWERED,
    },
    ComplaintState.AWAITING_MORE: {
        ComplaintStep.ADD_MORE: ComplaintState.FORWARDED,
        ComplaintStep.REFUSE: ComplaintState.REFUSED,
        ComplaintStep.ANSWER: ComplaintState.ANSWERED,
    },
    ComplaintState.ANSWERED: {ComplaintStep.PUBLISH: ComplaintState.PUBLISHED},
    ComplaintState.REFUSED: {},
    ComplaintState.PUBLISHED: {},
}
"""Every step that is not here is refused. What was asked for goes back to whoever asked."""

OPEN = frozenset(state for state, steps in COMPLAINT_LIFE.items() if steps)
"""Somebody still has to do something."""


def complaint_after(state: ComplaintState, step: ComplaintStep) -> ComplaintState | None:
    """Where ``step`` leads from ``state``, or None when it is refused."""
    return COMPLAINT_LIFE[state].get(step)


def complaint_diagram() -> str:
    """The table as a Mermaid state diagram, for the docs."""
    lines = ["stateDiagram-v2", "    [*] --> filed: file"]
    for state, steps in COMPLAINT_LIFE.items():
        lines += [f"    {state} --> {then}: {step}" for step, then in steps.items()]
        if not steps:
            lines.append(f"    {state} --> [*]")
    return "\n".join(lines) + "\n"
