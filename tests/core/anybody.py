"""Anybody in a small hall: officials, citizens, supervisors and machines, asking in any order.

A seed makes the choices. Most wishes are aimed at what is there to be asked about, as people see
it on their screens; the others are whatever comes to mind.
"""

from collections.abc import Callable, Iterable
from datetime import timedelta
from random import Random

from hallctl.core import commands as c
from hallctl.core.commands.appointment_commands import Booking, Moving
from hallctl.core.deciding.appointment_decisions import due_releases, late_at
from hallctl.core.dossier_life import DossierState
from hallctl.core.guards.appointment_slots import slots_of
from hallctl.core.hall import Hall
from hallctl.core.life import TicketState
from hallctl.core.permissions import Actor, Role, may_send
from hallctl.core.plan.appointment_rules import MS_A_MINUTE
from tests.core.one_day import KIOSK, MINUTE, MONDAY, OneDay, wish
from tests.core.wishes import (
    AT_A_BUSY_COUNTER,
    AT_A_FREE_COUNTER,
    BUSY_DAY,
    KINDS,
    OFFICE_DAY,
    fields,
    weights_of,
)

SENSE = 0.9
"""So often somebody knows what they do."""
SOMEBODY = [None] * 7 + [KIOSK] * 3 + [Actor("counter-1", Role.COUNTER, prints=True)] * 2
FORGOTTEN = "forgotten"
"""A lease that the hall knows nothing of."""
OFFICIALS = ("Lan", "Minh", "Hoa")
Named = Callable[[Hall], Iterable[str]]


def those(*states: TicketState) -> Named:
    """The tickets that stand so."""
    return lambda hall: [name for name, one in hall.tickets.items() if one.state in states]


def unprinted(hall: Hall) -> Iterable[str]:
    return hall.unprinted


def missed(hall: Hall) -> Iterable[str]:
    return hall.missed


def unrated(hall: Hall) -> Iterable[str]:
    """The visits that ended last."""
    finished = those(TicketState.FINISHED)(hall)
    return [name for name in finished if not hall.tickets[name].is_rated][-5:]


def nobody(_hall: Hall) -> Iterable[str]:
    return ()


CALLABLE = those(TicketState.WAITING, TicketState.MISSED)
ABOUT: dict[type[c.Command], Named] = {
    c.CallTicket: CALLABLE,
    c.CallNumber: CALLABLE,
    c.CancelTicket: those(TicketState.WAITING, TicketState.PARKED),
    c.GivePriority: those(TicketState.WAITING),
    c.Requeue: those(TicketState.CALLED, TicketState.MISSED, TicketState.PARKED),
    c.Resume: lambda hall: hall.parked,
    c.ReturnNoShow: missed,
    c.EndNoShow: missed,
    c.RateVisit: unrated,
    c.ExplainRating: lambda hall: [n for n, one in hall.tickets.items() if one.owes_reasons],
    c.ConfirmPrinted: unprinted,
    c.ReportNotPrinted: unprinted,
    c.RedirectPrinting: unprinted,
    c.ReleasePrinting: unprinted,
}
"""Which tickets a wish may be about, for whoever looks before asking."""


class Anybody:
    """Asks one hall for this and that."""

    def __init__(self, day: OneDay, random: Random, *, is_busy: bool = True) -> None:
        self.day = day
        self.random = random
        self._weights = weights_of(BUSY_DAY if is_busy else OFFICE_DAY)

    @property
    def hall(self) -> Hall:
        return self.day.hall

    def asks(self) -> tuple[c.Command, Actor | None]:
        """The next wish, and whose it is."""
        (kind,) = self.random.choices(KINDS, self._weights)
        carried = self._anything(kind)
        if self.random.random() < SENSE:
            carried |= self._aimed(kind)
        known = {name: carried[name] for name in kind.__struct_fields__ if name in carried}
        return wish(kind, **known), self._asker(kind)

    def _asker(self, kind: type[c.Command]) -> Actor | None:
        able = [one for one in SOMEBODY if one is None or may_send(one.role, kind)]
        return self.random.choice(able if self.random.random() < SENSE else SOMEBODY)

    def _anything(self, kind: type[c.Command]) -> dict[str, object]:
        random, hall = self.random, self.hall
        carried = fields(random, self._ticket(random.randint(-1, 3)))
        if kind is c.HandInTicket:
            carried |= self._leased()
        if kind is c.PassOverNumbers:
            carried |= self._seen()
        complaints = list(hall.complaints.every) or ["PA-261123-99"]
        carried["complaint"] = random.choice(complaints[-3:])
        carried["dossier"] = self._dossier(random.randint(-1, 12))
        carried["slip"] = self._slip(random.randint(-1, 3))
        carried["due_at"] = self.day.at + random.randint(-1, 12) * 1440 * MINUTE
        carried |= self._money()
        if kind is not c.TakeNumber:
            carried |= self._appointment()
        if "notice" in kind.__struct_fields__:
            carried |= self._notice()
        return carried

    def _seen(self) -> dict[str, object]:
        """What a station may have seen of this day, or the next."""
        random, serials = self.random, self.hall.serials
        series = random.choice(("A", "B", "C", "H00.01", "PA"))
        up_to = {series: serials.get(series, 0) + random.randint(1, 9)}
        day = self.day.today + timedelta(random.choice((0, 0, 0, 1)))
        return {"told_by": "board-1", "business_day": day, "up_to": up_to}

    def _aimed(self, kind: type[c.Command]) -> dict[str, object]:
        """What somebody who looks at a screen would say instead."""
        aimed = self._at_a_counter(kind) | self._about_a_dossier(kind)
        if names := list(ABOUT.get(kind, nobody)(self.hall)):
            name = self.random.choice(names)
            aimed |= {"ticket": name, "visit": name, "number": self.hall.tickets[name].number}
        if kind is c.CheckInAppointment and (due := self._expected()):
            aimed["appointment"] = self.random.choice(due)
        if kind is c.ReleaseAppointment:
            late = due_releases(self.hall, self.day.plan.appointments, self.day.at)
            aimed |= {"appointment": late[0].appointment} if late else {}
        return aimed

    def _at_a_counter(self, kind: type[c.Command]) -> dict[str, object]:
        counters, random = self.hall.counters, self.random
        free = [name for name, one in counters.items() if not one.ticket]
        busy = [name for name, one in counters.items() if one.ticket]
        closed = [one.counter for one in self.day.plan.counters if one.counter not in counters]
        aimed: dict[str, object] = {}
        if kind in AT_A_FREE_COUNTER and free:
            aimed["counter"] = random.choice(free)
        if kind in AT_A_BUSY_COUNTER and busy:
            aimed["counter"] = random.choice(busy)
        if kind is c.UndoLast and counters:
            aimed["counter"] = self._last_counter()
        if kind is c.MoveCounter and closed:
            aimed["to"] = random.choice(closed)
        if kind is c.Transfer and len(counters) > 1 and random.random() < 0.5:
            aimed["to_counter"] = random.choice([*counters])
        if kind is c.OpenCounter and closed:
            sitting = {one.official for one in counters.values()}
            at_home = [one for one in OFFICIALS if one not in sitting]
            aimed |= {"counter": random.choice(closed), "services": ()}
            aimed |= {"official": at_home[0]} if at_home else {}
        return aimed

    def _about_a_dossier(self, kind: type[c.Command]) -> dict[str, object]:
        office, random = self.hall.office, self.random
        if kind is c.IssueTicket and random.random() < 0.95:
            return {"dossier": None}
        if kind in {c.ConfirmDelivered, c.NoteCameBack} and office.deliveries.carried:
            return {"dossier": random.choice([*office.deliveries.carried])}
        if kind in {c.CorrectFee, c.PayFees, c.CancelFee} and office.fees.every:
            return {"dossier": random.choice([*office.fees.every])}
        return {}

    def _expected(self) -> list[str]:
        """Appointments that may be checked in for now."""
        rules, at = self.day.plan.appointments, self.day.at
        early = round(rules.early_minutes * MS_A_MINUTE)
        return [
            one.appointment
            for one in self.hall.appointments.booked()
            if one.on == self.day.today and one.starts_at - early <= at < late_at(one, rules)
        ]

    def _ticket(self, pick: int) -> str:
        tickets = list(self.hall.tickets)
        return tickets[-1 - pick % len(tickets)] if tickets and pick >= 0 else f"{MONDAY}-A099"

    def _dossier(self, pick: int) -> str:
        dossiers = list(self.hall.dossiers.every)
        return dossiers[-1 - pick % len(dossiers)] if dossiers and pick >= 0 else "H00.01-261123-99"

    def _slip(self, pick: int) -> str:
        slips = list(self.hall.slips)
        return slips[-1 - pick % len(slips)] if slips and pick >= 0 else "H00.01-261123-0001-x-1"

    def _money(self) -> dict[str, object]:
        """What may be charged, paid or carried home."""
        waiting = [
            name
            for name, one in self.hall.dossiers.every.items()
            if one.return_by == "post" and one.state is DossierState.FINISHED
        ]
        return {
            "fee": self.random.randint(1, 2),
            "amount": self.random.choice([1000, 2000]),
            "method": self.random.choice(["cash", "transfer"]),
            "carrier": "VNPost",
            "dossiers": tuple(waiting[-1:]) or ("H00.01-261123-0001",),
        }

    def _notice(self) -> dict[str, object]:
        """A notice that may be open, and what the outbox may report of it."""
        owed = [*self.hall.office.notices.open, "H00.01-261123-0001-finished-9"]
        return {
            "notice": self.random.choice(owed),
            "channel": self.random.choice(["email", "sms"]),
            "why": "no_consent",
            "hopeless": self.random.random() < 0.3,
            "reached": self.random.random() < 0.5,
        }

    def _appointment(self) -> dict[str, object]:
        """One that may be open, and a slot that may be free; often one that is near."""
        plan, hall, random = self.day.plan, self.hall, self.random
        service = random.choice(plan.services)
        day = self.day.today + timedelta(random.choice([0, 0, 0, 2, 3, 4, 9]))
        slots = slots_of(plan, service, day) or slots_of(plan, service, MONDAY)
        soon = [one for one in slots if -30 < (one.starts_at - self.day.at) / MINUTE < 60]
        slot = random.choice(soon if soon and random.random() < 0.7 else slots)
        booking = {
            "service": service.service if random.random() < 0.9 else "visas",
            "starts_at": slot.starts_at + (random.random() < 0.05),
            "code": f"{random.randrange(2000):06}",
            "marks": (f"{random.randrange(40):032x}",),
        }
        booked = [*hall.appointments.every, "LH-261123-000999"][-4:]
        return {
            **booking,
            "appointment": random.choice(booked),
            "told": random.random() < 0.5,
            "book": (Booking(**booking),),
            "move": (Moving(appointment=random.choice(booked), starts_at=booking["starts_at"]),)
            * (random.random() < 0.3),
            "cancel": tuple(booked[:1]) * (random.random() < 0.3),
        }

    def _last_counter(self) -> str:
        """Where something was pressed last."""
        pressed = {
            one.presses[-1].at: name for name, one in self.hall.counters.items() if one.presses
        }
        return pressed[max(pressed)] if pressed else "1"

    def _leased(self) -> dict[str, object]:
        """A number that a kiosk may have given from one of its leases."""
        random = self.random
        leases = [one for one in self.hall.leases.every.values() if one.ranges]
        if not leases:
            return {"lease": FORGOTTEN, "business_day": MONDAY, "serial": 7, "issued_at": 0}
        lease = random.choice(leases)
        leased = random.choice(lease.ranges)
        return {
            "lease": lease.lease,
            "business_day": lease.business_day,
            "service": leased.service,
            "serial": random.randint(leased.first, leased.last + 1),
            "issued_at": self.day.at - random.randint(-1, 30) * MINUTE,
        }
