"""The appointments in memory that still matter: those to come, and those of the day."""

from bisect import bisect_right, insort
from copy import copy
from datetime import date

import msgspec

from hallctl.core.appointment_life import HOLDS_A_PLACE, AppointmentState
from hallctl.core.events.appointment_events import AppointmentBooked, AppointmentMoved

PREFIX = "LH-"


class Appointment(msgspec.Struct, gc=False):
    """One appointment; times in milliseconds since 1970, days local."""

    appointment: str
    code: str
    service: str
    starts_at: int
    ends_at: int
    on: date
    marks: tuple[str, ...]
    language: str
    told: bool
    channel: str
    booked_at: int
    booked_on: date
    placed_at: int
    """When it got this time: booked, or last moved."""
    state: AppointmentState = AppointmentState.BOOKED
    state_since: int = 0
    ticket: str = ""
    reason: str = ""
    is_reminded: bool = False
    moves: int = 0
    untold: str = ""
    """Why a letter about it could not be sent, or empty."""

    @property
    def expected_at(self) -> int:
        """When its citizen should be here: at its time, or at once where that has begun."""
        return max(self.starts_at, self.placed_at)


class AppointmentBook(msgspec.Struct):
    """Changed by facts alone, through :mod:`hallctl.core.applying.appointment_applying`."""

    every: dict[str, Appointment] = {}
    codes: dict[str, str] = {}
    places: dict[str, dict[int, int]] = {}
    """By service and start of the slot, how many are taken."""
    due: dict[str, list[tuple[int, str]]] = {}
    """Those nobody has checked in for, by service: when they are expected, in order."""
    persons: dict[str, list[str]] = {}
    """By a person's mark, what they booked."""

    def copy(self) -> "AppointmentBook":
        """A book to try things out in, without changing this one."""
        return AppointmentBook(
            every={name: copy(one) for name, one in self.every.items()},
            codes=dict(self.codes),
            places={service: dict(taken) for service, taken in self.places.items()},
            due={service: list(due) for service, due in self.due.items()},
            persons={mark: list(names) for mark, names in self.persons.items()},
        )

    def find(self, typed: str) -> Appointment | None:
        """By its name, or by its code however it was spaced."""
        written = typed.strip().upper()
        known = self.every.get(written)
        if known is not None:
            return known
        digits = "".join(written.replace("-", " ").split())
        return self.every.get(self.codes.get(digits, ""))

    def has_code(self, code: str) -> bool:
        """Whether a citizen could mistake the code for another's."""
        return code in self.codes

    def taken(self, service: str, starts_at: int) -> int:
        """How many places of that slot are taken."""
        return self.places.get(service, {}).get(starts_at, 0)

    def of_person(self, marks: tuple[str, ...], on: date) -> list[Appointment]:
        """What a person with any of these marks has for that day, kept or not yet."""
        names = {name: None for mark in marks for name in self.persons.get(mark, ())}
        ours = (self.every[name] for name in names)
        return [one for one in ours if one.on == on and one.state in HOLDS_A_PLACE]

    def due_by(self, service: str, at: int) -> int:
        """How many of the service are expected by that moment and not here yet."""
        return bisect_right(self.due.get(service, []), (at, "~"))

    def booked(self) -> list[Appointment]:
        """Those nobody has checked in for, first expected first."""
        names = sorted(one for due in self.due.values() for one in due)
        return [self.every[name] for _, name in names]

    def of_day(self, on: date) -> list[Appointment]:
        """Everything of that day, by time and service."""
        ours = (one for one in self.every.values() if one.on == on)
        return sorted(ours, key=lambda one: (one.starts_at, one.service, one.booked_at))

    def add(self, event: AppointmentBooked) -> None:
        """A new appointment."""
        one = self.every[event.appointment] = Appointment(
            appointment=event.appointment,
            code=event.code,
            service=event.service,
            starts_at=event.starts_at,
            ends_at=event.ends_at,
            on=event.on,
            marks=event.marks,
            language=event.language,
            told=event.told,
            channel=event.channel,
            booked_at=event.at,
            booked_on=event.booked_on,
            placed_at=event.at,
            state_since=event.at,
        )
        self.codes[one.code] = one.appointment
        for mark in one.marks:
            self.persons.setdefault(mark, []).append(one.appointment)
        self._expect(one)

    def move(self, event: AppointmentMoved) -> None:
        """The same, at another time."""
        one = self.every[event.appointment]
        self._expect_no_more(one)
        self._give_back(one)
        one.starts_at, one.ends_at, one.on = event.starts_at, event.ends_at, event.on
        one.placed_at = event.at
        one.moves += 1
        one.is_reminded = False
        self._expect(one)

    def end(self, appointment: str, state: AppointmentState, at: int) -> Appointment:
        """It is expected no more: checked in, cancelled or released."""
        one = self.every[appointment]
        self._expect_no_more(one)
        if state not in HOLDS_A_PLACE:
            self._give_back(one)
        one.state, one.state_since = state, at
        return one

    def forget_before(self, day: date) -> None:
        """Let go of what is over and was for an earlier day."""
        over = [
            one
            for one in self.every.values()
            if one.on < day and one.booked_on < day and one.state is not AppointmentState.BOOKED
        ]
        for one in over:
            del self.every[one.appointment]
            self.codes.pop(one.code, None)
            for mark in one.marks:
                self._let_go(mark, one.appointment)
            if one.state in HOLDS_A_PLACE:
                self._give_back(one)

    def _expect(self, one: Appointment) -> None:
        taken = self.places.setdefault(one.service, {})
        taken[one.starts_at] = taken.get(one.starts_at, 0) + 1
        insort(self.due.setdefault(one.service, []), (one.expected_at, one.appointment))

    def _expect_no_more(self, one: Appointment) -> None:
        self.due[one.service].remove((one.expected_at, one.appointment))

    def _give_back(self, one: Appointment) -> None:
        taken = self.places[one.service]
        taken[one.starts_at] -= 1
        if not taken[one.starts_at]:
            del taken[one.starts_at]

    def _let_go(self, mark: str, appointment: str) -> None:
        names = self.persons[mark]
        names.remove(appointment)
        if not names:
            del self.persons[mark]
