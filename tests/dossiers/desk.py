"""A desk where dossiers are handed in, on the core alone."""

from typing import Any

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.commands import Command
from hallctl.core.dossier_life import DossierState
from hallctl.core.hall.dossier import Dossier
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refusal, Refused
from tests.core.one_day import EIGHT_O_CLOCK, MINUTE, PLAN, OneDay, wish

SAME_DAY, FIVE_DAYS, ELSEWHERE, NO_TERM = "1.000001", "1.000002", "1.000003", "1.000004"
PANEL = Actor("counter-1", Role.COUNTER, counter="1")
DAY_MS = 1440 * MINUTE
REASON = "thiếu bản sao"


def time_of(days: float, hours: float = 0) -> int:
    """Days after Monday 23 November 2026 at 08:00, and hours."""
    return EIGHT_O_CLOCK + round(days * DAY_MS + hours * 60 * MINUTE)


def code(day: str = "261123", serial: int = 1) -> str:
    return f"H00.01-{day}-{serial:04}"


class Desk:
    """A hall with counter 1 open on Monday 23 November 2026, 08:00; Tuesday is a holiday."""

    def __init__(self, plan: Plan = PLAN) -> None:
        self.day = OneDay(plan).open("1")

    @property
    def shelf(self) -> Any:
        return self.day.hall.dossiers

    def receive(self, procedure: str = FIVE_DAYS, **more: object) -> Dossier:
        *_, received = self.day.do(wish(c.ReceiveDossier, procedure=procedure, **more))
        assert isinstance(received, events.DossierReceived)
        return self[received.dossier]

    def do(self, kind: type[Command], dossier: Dossier | str, **more: object) -> events.Event:
        name = dossier if isinstance(dossier, str) else dossier.dossier
        *_, fact = self.day.do(wish(kind, dossier=name, **more))
        return fact

    def refusal(self, kind: type[Command], **fields: object) -> tuple[Refusal, dict[str, Any]]:
        refused = self.day.refusal(wish(kind, **fields))
        assert isinstance(refused, Refused)
        return refused.refusal, dict(refused.details)

    def move_to(self, days: float, hours: float = 0) -> None:
        """Let it be so many days after the first morning, and hours."""
        self.day.sleep(int(days) - (self.day.at - EIGHT_O_CLOCK) // DAY_MS)
        self.day.at = time_of(days, hours)

    def __getitem__(self, name: str) -> Dossier:
        found = self.shelf.every[name]
        assert isinstance(found, Dossier)
        return found


WAYS: dict[DossierState, tuple[tuple[type[Command], dict[str, object]], ...]] = {
    DossierState.RECEIVED: (),
    DossierState.FORWARDED: ((c.ForwardDossier, {}),),
    DossierState.PROCESSING: ((c.ForwardDossier, {}), (c.ProcessDossier, {})),
    DossierState.AWAITING_SUPPLEMENT: ((c.RequestSupplement, {"reason": REASON}),),
    DossierState.FINISHED: ((c.FinishDossier, {}),),
    DossierState.RETURNED: ((c.FinishDossier, {}), (c.ReturnDossier, {})),
    DossierState.REFUSED: ((c.RefuseDossier, {"reason": REASON}),),
    DossierState.WITHDRAWN: ((c.WithdrawDossier, {}),),
    DossierState.STOPPED: ((c.StopDossier, {"reason": REASON}),),
    DossierState.STRUCK: ((c.StrikeDossier, {"reason": REASON}),),
}
"""How a dossier comes into each state."""


def dossier_in(desk: Desk, state: DossierState) -> Dossier:
    dossier = desk.receive()
    for kind, more in WAYS[state]:
        desk.do(kind, dossier, **more)
    assert dossier.state is state
    return dossier
