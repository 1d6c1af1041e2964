"""Appointments from another system: compared with the hall's own, tried out, then taken whole."""

import asyncio
from typing import Literal, NamedTuple
from uuid import UUID, uuid5

import msgspec

from hallctl.applicants.applicant import Looker
from hallctl.appointments.rows_in import BadRow, RowIn, Sheet
from hallctl.appointments.store import ATTEMPTS, Visitors
from hallctl.command_ids import new_command_id
from hallctl.controller import Controller
from hallctl.core import commands
from hallctl.core.appointment_life import AppointmentState
from hallctl.core.circumstances import Circumstances
from hallctl.core.commands.appointment_commands import Booking, Moving
from hallctl.core.deciding.appointment_decisions import import_appointments
from hallctl.core.guards.appointment_slots import local_day
from hallctl.core.hall.appointment_book import Appointment, AppointmentBook
from hallctl.core.permissions import Actor
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refusal, Refused

ROWS = UUID("0193574d-0c66-7a4e-9d2f-5b1c8e7a0000")
"""The name space in which an imported row has the one id of its reference and time."""
MOST_NAMED = 50
"""So many bad rows are named; a file that has more is no file for this hall."""
Kind = Literal["book", "move", "cancel", "none"]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What one row changes; ``none`` where the hall has it so already."""

    row: int
    reference: str
    change: Kind
    appointment: str = ""
    service: str = ""
    starts_at: int = 0


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a file, or would become of it: nothing, where any row is bad."""

    is_done: bool
    changes: tuple[Change, ...]
    bad: tuple[BadRow, ...] = ()


class _Step(NamedTuple):
    """A row that changes something, and what it asks of the hall."""

    change: Change
    asked: Booking | Moving | str
    row: RowIn


class AppointmentImport:
    """Compares, tries out, and takes. ``import_file`` raises HallStoppedError."""

    def __init__(self, controller: Controller, plan: Plan, visitors: Visitors) -> None:
        self._controller = controller
        self._plan = plan
        self._visitors = visitors

    async def import_file(self, sheet: Sheet, by: Actor, *, is_trial: bool) -> Imported:
        """All of the sheet, or nothing and every bad row by its number."""
        await self._controller.settled()
        kept = await asyncio.to_thread(self._visitors.kept)
        names = {one.reference: one.appointment for one in kept}
        steps, unchanged, bad = self._compared(sheet.rows, names)
        bad = [*sheet.bad, *bad]
        if not bad:
            bad = self._refused(steps, by)
        changes = tuple(sorted([one.change for one in steps] + unchanged, key=lambda one: one.row))
        if bad or is_trial or not steps:
            return Imported(is_done=not bad and not is_trial, changes=changes, bad=tuple(bad))
        refused = await self._take(steps, by)
        return Imported(is_done=not refused, changes=changes, bad=tuple(refused))

    def _compared(
        self, rows: list[RowIn], names: dict[str, str]
    ) -> tuple[list[_Step], list[Change], list[BadRow]]:
        book, used = self._controller.hall.appointments, set[str]()
        steps, unchanged, bad = list[_Step](), list[Change](), list[BadRow]()
        for row in rows:
            known = book.every.get(names.get(row.reference, row.reference))
            if known is not None and known.service != row.service:
                bad.append(
                    BadRow(row.row, "is for another service than before: cancel it, then book")
                )
            elif (step := self._step(row, known, names, used)) is None:
                unchanged.append(_change(row, "none", known))
            else:
                steps.append(step)
        return steps, unchanged, bad

    def _step(
        self, row: RowIn, known: Appointment | None, names: dict[str, str], used: set[str]
    ) -> _Step | None:
        """What the row asks for, or None where it changes nothing."""
        if known is None:
            if row.is_off or row.reference in names:  # never taken, or over and forgotten
                return None
            return _Step(_change(row, "book", None), self._booking(row, used), row)
        if known.state is not AppointmentState.BOOKED:
            return None
        if row.is_off:
            return _Step(_change(row, "cancel", known), known.appointment, row)
        if known.starts_at == row.starts_at:
            return None
        moving = Moving(appointment=known.appointment, starts_at=row.starts_at)
        return _Step(_change(row, "move", known), moving, row)

    def _booking(self, row: RowIn, used: set[str]) -> Booking:
        wish, visitors, book = _wish_of(row), self._visitors, self._controller.hall.appointments
        codes = (visitors.code(wish, attempt) for attempt in range(ATTEMPTS))
        code = next(one for one in codes if one not in used and not book.has_code(one))
        used.add(code)
        return Booking(
            service=row.service,
            starts_at=row.starts_at,
            code=code,
            marks=visitors.marks(row.visitor),
            language=row.language,
        )

    def _refused(self, steps: list[_Step], by: Actor) -> list[BadRow]:
        """Every row that the hall would refuse, found by trying without the ones before."""
        now = self._controller.now()
        circumstances = Circumstances(self._plan, by, now, local_day(self._plan, now))
        bad, left = list[BadRow](), list(steps)
        while left and len(bad) < MOST_NAMED:
            try:
                list(import_appointments(self._controller.hall, _wish(left), circumstances))
            except Refused as refused:
                if refused.refusal is not Refusal.IMPORT_ROW_REFUSED:
                    raise
                row = _in_order(left)[int(str(refused.details["row"])) - 1]
                bad.append(BadRow(row.change.row, str(refused.details["why"])))
                left.remove(row)
            else:
                break
        return bad

    async def _take(self, steps: list[_Step], by: Actor) -> list[BadRow]:
        """Who comes into the store, then all of it into the journal."""
        booked = [one for one in steps if isinstance(one.asked, Booking)]
        for one in booked:
            row = one.row
            await asyncio.to_thread(
                self._visitors.keep, _wish_of(row), row.visitor, row.starts_at, row.reference
            )
        answer = msgspec.json.decode((await self._controller.submit(_wish(steps), by)).body)
        if "refused" in answer:
            for one in booked:
                await asyncio.to_thread(self._visitors.drop, _wish_of(one.row))
            return [BadRow(0, str(answer["refused"]))]
        book, looker = self._controller.hall.appointments, Looker(by.official or by.name)
        for one in steps:
            await asyncio.to_thread(self._settle, one, book, looker)
        return []

    def _settle(self, step: _Step, book: AppointmentBook, by: Looker) -> None:
        match step.asked:
            case Booking(code=code):
                self._visitors.booked(_wish_of(step.row), book.codes[code], by)
            case Moving(appointment=appointment, starts_at=starts_at):
                self._visitors.moved(appointment, starts_at)


def _change(row: RowIn, kind: Kind, known: Appointment | None) -> Change:
    return Change(
        row=row.row,
        reference=row.reference,
        change=kind,
        appointment=known.appointment if known else "",
        service=row.service,
        starts_at=row.starts_at,
    )


def _wish_of(row: RowIn) -> UUID:
    return uuid5(ROWS, f"{row.reference} {row.starts_at}")


def _in_order(steps: list[_Step]) -> list[_Step]:
    """As the hall counts an import's rows: cancelled, moved, booked."""
    order = {"cancel": 0, "move": 1, "book": 2}
    return sorted(steps, key=lambda one: order[one.change.change])


def _wish(steps: list[_Step]) -> commands.ImportAppointments:
    asked = [one.asked for one in steps]
    return commands.ImportAppointments(
        command_id=new_command_id(),
        book=tuple(one for one in asked if isinstance(one, Booking)),
        move=tuple(one for one in asked if isinstance(one, Moving)),
        cancel=tuple(one for one in asked if isinstance(one, str)),
    )
