"""What a demo's day came to, and whether everything that knows of it agrees."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from hallctl.core.events import DossierReceived, DossierReturned, Event, TicketIssued
from hallctl.core.hall.counting import reconciles
from hallctl.core.views import BoardView, Counts
from hallctl.hall_directory import HallDirectory
from hallctl.verifying import verify


class Summary(msgspec.Struct, kw_only=True):
    """The last line of the demo; spans in seconds, ``seconds`` is how long the run took."""

    issued: int
    called: int
    no_shows: int
    finished: int
    rated: int
    cancelled: int
    lapsed: int
    printed: int
    by_service: dict[str, dict[str, int]]
    average_wait_s: int | None
    longest_wait_s: int | None
    seconds: float
    dossiers_received: int
    dossiers_returned: int
    reconciles: bool
    problems: list[str]
    out: str

    def line(self) -> str:
        """The summary as one line of JSON."""
        return msgspec.json.encode(self).decode()


class Evidence(NamedTuple):
    """Everything that saw the day, each in its own way."""

    seen: list[Event]
    """What the simulated were answered."""
    board: BoardView
    papers: Mapping[str, int]
    """How many papers came out for each ticket, by what its QR code says."""
    hall: Path


def problems_of(evidence: Evidence) -> list[str]:
    """Where the witnesses disagree; empty when the day reconciles."""
    counts = evidence.board.counts
    issued = [one.ticket for one in evidence.seen if isinstance(one, TicketIssued)]
    numbers = [one.number for one in evidence.seen if isinstance(one, TicketIssued)]
    verdict = verify(HallDirectory(evidence.hall).journal, lambda _done: None)
    checks = {
        "the board's counts do not add up": reconciles(counts),
        "somebody is still waiting": not counts.waiting and not counts.at_counters,
        "a number was given twice": len(set(numbers)) == len(numbers),
        "the board counts other tickets than were given": counts.issued == len(issued),
        "papers and tickets differ": evidence.papers == dict.fromkeys(issued, 1),
        "the board counts other dossiers than were received": evidence.board.dossiers.received
        == _many(evidence.seen, DossierReceived),
        "the board counts other results than were returned": evidence.board.dossiers.returned
        == _many(evidence.seen, DossierReturned),
        verdict.problem: not verdict.problem,
    }
    return [problem for problem, is_well in checks.items() if not is_well]


def summary_of(evidence: Evidence, seconds: float, out: Path) -> Summary:
    """The day in one line."""
    counts = evidence.board.counts
    problems = problems_of(evidence)
    return Summary(
        issued=counts.issued,
        called=counts.called,
        no_shows=counts.missed,
        finished=counts.finished,
        rated=counts.rated,
        cancelled=counts.cancelled,
        lapsed=counts.lapsed,
        printed=sum(evidence.papers.values()),
        by_service={one.service: _of_service(one.counts) for one in evidence.board.by_service},
        average_wait_s=counts.average_wait_s,
        longest_wait_s=counts.longest_wait_s,
        seconds=round(seconds, 1),
        dossiers_received=evidence.board.dossiers.received,
        dossiers_returned=evidence.board.dossiers.returned,
        reconciles=not problems,
        problems=problems,
        out=str(out),
    )


def _many(seen: list[Event], kind: type[Event]) -> int:
    return sum(isinstance(one, kind) for one in seen)


def _of_service(counts: Counts) -> dict[str, int]:
    return {
        "issued": counts.issued,
        "called": counts.called,
        "no_shows": counts.missed,
        "finished": counts.finished,
    }
