"""A desk with a courier: dossiers received, runs opened, codes scanned."""

from datetime import time
from typing import Any

import msgspec

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.hall.dossier import Dossier
from hallctl.core.hall.run_book import ItemState, Run
from hallctl.core.plan.run_rules import RunRules
from hallctl.core.refusals import Refusal
from tests.core.one_day import PLAN, wish
from tests.dossiers.desk import Desk

TIMETABLE = RunRules(departures=(time(8), time(9), time(14)), due_minutes=60)
WITH_RUNS = msgspec.structs.replace(PLAN, runs=TIMETABLE)
ENVIRONMENT, JUSTICE = "environment", "justice"


class Courier(Desk):
    """A desk at 08:00 whose runs leave at eight, at nine and at two."""

    def __init__(self) -> None:
        super().__init__(WITH_RUNS)

    def open(self, **more: object) -> Run:
        (opened,) = self.day.do(wish(c.OpenRun, **more))
        assert isinstance(opened, events.RunOpened)
        run = self.runs.every[opened.run]
        assert isinstance(run, Run)
        return run

    def out(self, dossier: Dossier, **more: object) -> tuple[events.Event, ...]:
        return self.day.do(wish(c.ScanOut, dossier=dossier.dossier, **more))

    def back(self, dossier: Dossier, **more: object) -> tuple[events.Event, ...]:
        return self.out(dossier, direction="back", **more)

    def arrive(self, dossier: Dossier, **more: object) -> tuple[events.Event, ...]:
        return self.day.do(wish(c.ScanIn, dossier=dossier.dossier, **more))

    def close(self, run: Run) -> tuple[events.Event, ...]:
        return self.day.do(wish(c.CloseRun, run=run.run))

    def states(self, run: Run) -> list[ItemState]:
        return [item.state for item in run.items]

    def refused_scan(
        self, kind: type[c.Command], dossier: Dossier, **more: object
    ) -> tuple[Refusal, dict[str, Any]]:
        return self.refusal(kind, dossier=dossier.dossier, **more)

    @property
    def runs(self) -> Any:
        return self.day.hall.runs
