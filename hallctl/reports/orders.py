"""What is asked of a report: which, of which days, broken down by what, in whose words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from sqlite_utils import Database

from hallctl.core.plan import Plan
from hallctl.ledger.period import Now, Period
from hallctl.reports.periods import Compared

Name = Literal[
    "visits", "busy-hours", "ratings", "dossiers", "officials", "complaints", "fees", "deliveries",
    "appointments", "indicators",
]  # fmt: skip


class ReportOrder(NamedTuple):
    """One wish for one report."""

    name: Name
    period: Period
    by: str = ""
    """Empty: the report's first."""
    compare: Compared | None = None
    language: str = "vi"
    department: str | None = None
    """Of that department alone; of indicators."""


class Sources(NamedTuple):
    """Where reports come from: the ledger, the plan for names, and how far the figures go."""

    ledger: Database
    plan: Plan
    now: Now


@dataclass(frozen=True, slots=True)
class Reading:
    """A question to the sources that may travel to where the ledger is read."""

    read: Callable[[Sources], Any]
    plan: Plan
    now: Now

    def __call__(self, ledger: Database) -> Any:
        """The answer. Raises ReportError."""
        return self.read(Sources(ledger, self.plan, self.now))


class ReportError(Exception):
    """There is no such report or breakdown; the message says what there is."""
