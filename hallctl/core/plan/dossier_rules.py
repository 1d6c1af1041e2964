"""What the technician decided about dossiers: the agency, the catalogue, deadlines, days off."""

from datetime import date, time

import msgspec

from hallctl.core.calendar import Calendar, Shift
from hallctl.core.catalogue import Catalogue, Procedure
from hallctl.core.deadlines import DeadlineRules, Mode

OFFICE_HOURS = (Shift(time(7, 30), time(11, 30)), Shift(time(13, 30), time(17)))
"""The usual hours of a public office, for halls whose plan has none."""


def office_week() -> Calendar:
    """Monday to Friday at the usual hours, without a holiday."""
    return Calendar(week=dict.fromkeys(range(1, 6), OFFICE_HOURS))


class DossierRules(msgspec.Struct, frozen=True, kw_only=True):
    """The part of the plan that dossiers need; a dossier keeps what was in force at its receipt."""

    agency: str = ""
    """The hall's identification code, such as ``H15.50``; empty: it receives no dossiers."""
    mode: Mode = Mode.END_OF_DAY
    cut_off: time = time(15)
    return_service: str = ""
    """The queue in which results are collected; empty: there is none of its own."""
    calendar: Calendar = msgspec.field(default_factory=office_week)
    catalogues: tuple[Catalogue, ...] = ()
    """In the order of their days."""

    def catalogue_on(self, day: date) -> Catalogue:
        """The catalogue in force on that day; an empty one when none is."""
        in_force = (one for one in reversed(self.catalogues) if one.effective <= day)
        return next(in_force, Catalogue())

    def procedure_on(self, procedure: str, day: date) -> Procedure | None:
        """The procedure as it is in force on that day, or None."""
        return self.catalogue_on(day).procedures.get(procedure)

    def deadline_rules(self, procedure: Procedure) -> DeadlineRules:
        """How a dossier of that procedure is reckoned."""
        return DeadlineRules(
            mode=self.mode, has_cut_off=procedure.has_cut_off, cut_off=self.cut_off
        )
