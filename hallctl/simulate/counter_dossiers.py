"""What the simulated hand in at counters: every other visit brings a dossier of its own service."""

from datetime import date
from itertools import cycle

from hallctl.core.catalogue import Procedure
from hallctl.core.plan import Plan

EVERY = 2
"""The first, the third … visit of a service."""
OF_A_SERVICE = 6
PAPERS = ("Tờ khai", "Bản sao giấy tờ tùy thân")


class CounterDossiers:
    """Chooses by turns, and by nothing else: the same day again is the same."""

    def __init__(self, plan: Plan, day: date) -> None:
        by_service: dict[str, list[Procedure]] = {}
        for one in plan.dossiers.catalogue_on(day).procedures.values():
            if one.department and one.is_handled(day) and one.term("counter") is not None:
                by_service.setdefault(one.service, []).append(one)
        agency = plan.dossiers.agency
        self._turns = {
            service: cycle(sorted(offered, key=_soonest)[:OF_A_SERVICE])
            for service, offered in (by_service.items() if agency else ())
        }
        self._visits: dict[str, int] = {}

    def brought(self, service: str) -> Procedure | None:
        """What this visitor hands in, or None."""
        visit = self._visits[service] = self._visits.get(service, 0) + 1
        if visit % EVERY == 0 or service not in self._turns:
            return None
        return next(self._turns[service])

    @staticmethod
    def is_same_day(procedure: Procedure) -> bool:
        """Whether its result is ready before the visitor goes home."""
        term = procedure.term("counter")
        return term is not None and not term.amount


def _soonest(procedure: Procedure) -> tuple[float, str]:
    term = procedure.term("counter")
    return term.amount if term else 0.0, procedure.procedure
