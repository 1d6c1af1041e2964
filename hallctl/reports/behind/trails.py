"""The trail of a visit: every fact about it, from its number to its rating."""

from typing import NamedTuple

import msgspec

from hallctl.ledger.past import facts_of_ticket
from hallctl.reports.orders import Sources

TOLD = (
    "service",
    "counter",
    "to_counter",
    "official",
    "call",
    "reason",
    "outcome",
    "result",
    "attitude",
)
"""What a step of a trail tells besides what it is."""


class TrailStep(NamedTuple):
    """One fact about a visit: its number in the journal, when, what, by whom, and what it tells."""

    number: int
    at: int
    kind: str
    actor: str
    told: dict[str, str]
    """By :data:`TOLD`; never why somebody had priority."""
    counter: str
    after_s: int
    """Since the fact before."""


def trail_of(ticket: str, sources: Sources) -> list[TrailStep]:
    """Every fact about the visit, from its number to its rating, in order."""
    trail: list[TrailStep] = []
    for number, at, kind, body, actor in facts_of_ticket(sources.ledger, ticket):
        fields = msgspec.json.decode(body)
        told = {name: str(fields[name]) for name in TOLD if fields.get(name)}
        after_s = (at - trail[-1].at) // 1000 if trail else 0
        counter = fields.get("counter") or ""
        trail.append(TrailStep(number, at, kind, actor, told, counter, after_s))
    return trail
