"""The laws of the hall under any commands whatever, sense or nonsense, in any order."""

from collections import Counter
from datetime import timedelta
from random import Random

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from hallctl.checkpoint.comparing import difference
from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.applying import apply
from hallctl.core.appointment_commands import Booking, Moving
from hallctl.core.appointment_life import HOLDS_A_PLACE
from hallctl.core.appointment_slots import slot_at, slots_of
from hallctl.core.counting import counts_of, reconciles
from hallctl.core.dossier_life import IN_PROCESS, DossierState
from hallctl.core.drawing import Artist
from hallctl.core.epochs import next_epoch
from hallctl.core.hall import Hall
from hallctl.core.life import TicketState
from hallctl.core.notice_rules import NoticeRules
from hallctl.core.packed_hall import packed, unpacked
from hallctl.core.permissions import Actor, Role
from hallctl.core.phone_rules import PhoneRules
from hallctl.core.refusals import Refused
from tests.core.one_day import (
    KIOSK,
    MINUTE,
    MONDAY,
    PLAN,
    OneDay,
    dump,
    link_to,
    replayed,
    wish,
)

WISHES = {
    c.OpenDay: 4,
    c.OpenCounter: 6,
    c.IssueTicket: 10,
    c.CallNext: 10,
    c.Recall: 2,
    c.MarkNoShow: 2,
    c.Requeue: 4,
    c.FinishVisit: 8,
    c.RateVisit: 12,
    c.ExplainRating: 20,
    c.ConfirmPrinted: 2,
    c.RedirectPrinting: 8,
    c.ReleasePrinting: 10,
    c.ReceiveDossier: 5,
    c.ResumeDossier: 3,
    c.ConfirmSlip: 3,
    c.ReportSlip: 2,
    c.RedirectSlip: 5,
    c.ReleaseSlip: 8,
    c.PrintManifest: 4,
    c.ReappointDossier: 3,
    c.Park: 3,
    c.AddService: 4,
    c.OfferService: 3,
    c.Resume: 3,
    c.Transfer: 3,
    c.UndoLast: 8,
    c.StrikeRating: 8,
    c.ScanOut: 3,
    c.UndoDossierStep: 8,
    c.LeaveToCall: 3,
    c.AskDelivery: 4,
    c.HandToCarrier: 8,
    c.ConfirmDelivered: 4,
    c.NoteCameBack: 3,
    c.ChargeFee: 3,
    c.NoteCall: 6,
    c.ScanIn: 3,
    c.HandInTicket: 2,
    c.FileComplaint: 2,
    c.ForwardComplaint: 2,
    c.AnswerComplaint: 2,
    c.BookAppointment: 8,
    c.MoveAppointment: 2,
    c.CancelAppointment: 2,
    c.CheckInAppointment: 4,
    c.ReleaseAppointment: 3,
    c.ImportAppointments: 3,
    c.ReadMessage: 3,
    c.ClearEmergency: 2,
    c.GivePriority: 2,
}
FEWEST_DAYS, MOST_DAYS = 10, 80
EVERYTHING = ("finished", "supplement", "reappointed", "refused", "stopped")
KINDS = list(c.AnyCommand.__args__)
WEIGHTS = [WISHES.get(kind, 1) for kind in KINDS]
SOMEBODY = [None] * 7 + [KIOSK] * 3 + [Actor("counter-1", Role.COUNTER, prints=True)] * 2
"""A seed makes the choices: drawn one by one they repeat each other and hardly begin a day."""


def one_of(random: Random, *sensible: object, nonsense: object) -> object:
    """Mostly one of the sensible answers."""
    return nonsense if random.random() < 0.07 else random.choice(sensible)


def fields(random: Random, ticket: str) -> dict[str, object]:
    """What any command may carry."""
    return {
        "counter": one_of(random, "1", "2", "3", nonsense="77"),
        "service": one_of(random, "birth", "land", "tax", nonsense="visas"),
        "services": one_of(random, (), ("land", "tax"), nonsense=("visas",)),
        "official": random.choice(("Lan", "Minh", "Hoa")),
        "number": ticket[-4:],
        "to_counter": one_of(random, None, "1", "3", nonsense="77"),
        "place": random.choice(("front", "waited", "end")),
        "also": random.choice(((), (), ("land",), ("tax", "birth"))),
        "message": "Máy đang bảo trì",
        "note": one_of(random, "thiếu bản sao", nonsense="gọi 0912 345 678"),
        "vi": "Thang máy đang bảo trì",
        "sound": random.choice(("chime", "visual", "planned")),
        "zone": one_of(random, None, "A", nonsense="Z"),
        "text": "Xin gọi tổ máy chủ",
        "to": one_of(random, "1", "2", "3", nonsense="77"),
        "outcome": one_of(random, None, None, "done", nonsense="royal"),
        "ticket": ticket,
        "visit": ticket,
        "indicator": random.choice(("1", "3.6", "4.2")),
        "first": MONDAY,
        "last": one_of(random, MONDAY, nonsense=MONDAY.replace(year=2020)),
        "fulfilled": random.randrange(120),
        "of": 100,
        "source": "Cổng dịch vụ công",
        "priority": one_of(random, None, None, True, "elderly", "merit", nonsense="royal"),
        "profile": one_of(random, None, "land-first", "everything", nonsense="x"),
        "language": one_of(random, None, "en", nonsense="fr"),
        "result": random.randint(1, 5),
        "attitude": random.randint(1, 5),
        "reasons": one_of(random, ("waiting",), ("manners", "waiting"), nonsense=("weather",)),
        "fault": "paper-out",
        "is_held": random.random() < 0.5,
        "station": one_of(random, "kiosk-1", "kiosk-2", nonsense="board-1"),
        "confirmed_lost": random.random() < 0.3,
        "procedure": one_of(random, "1.000001", "1.000002", "1.000004", nonsense="1.000003"),
        "department": one_of(random, None, "justice", nonsense="royal"),
        "reason": one_of(random, "form", "form", "lunch", nonsense="một tờ chưa ký"),
        "run": one_of(random, f"{MONDAY}-1", f"{MONDAY}-2", nonsense="2026-11-23-99"),
        "direction": one_of(random, "out", nonsense="back"),
        "with_result": random.random() < 0.5,
        "step": one_of(random, "forward", "take_up", "finish", "request_supplement", nonsense="x"),
        "device": random.choice(("a phone", "another")),
        "code": random.randint(1, 3),
        "digest": "0" * 64,
        "question": "Khi nào?",
        "about": "conduct",
        "finding": "partly",
    }


class HallMachine(RuleBasedStateMachine):
    """One hall through some days; after every step the laws must hold."""

    def __init__(self) -> None:
        super().__init__()
        telling, phone = NoticeRules(when=EVERYTHING), PhoneRules(numbers=True, numbers_a_code=2)
        self.day = OneDay(msgspec.structs.replace(PLAN, telling=telling, phone=phone))
        self.numbers: set[tuple[object, str]] = set()

    @initialize(seed=st.integers(0, 2**32), is_open=st.booleans())
    def begin(self, seed: int, is_open: bool) -> None:
        self.random = Random(seed)
        if is_open:
            self.day.open("1", "2")

    def ticket(self, pick: int) -> str:
        tickets = list(self.day.hall.tickets)
        return tickets[-1 - pick % len(tickets)] if tickets and pick >= 0 else f"{MONDAY}-A099"

    def dossier(self, pick: int) -> str:
        dossiers = list(self.day.hall.dossiers.every)
        return dossiers[-1 - pick % len(dossiers)] if dossiers and pick >= 0 else "H00.01-261123-99"

    def slip(self, pick: int) -> str:
        slips = list(self.day.hall.slips)
        return slips[-1 - pick % len(slips)] if slips and pick >= 0 else "H00.01-261123-0001-x-1"

    def money(self, random: Random) -> dict[str, object]:
        """What may be charged, paid or carried home."""
        waiting = [
            name
            for name, one in self.day.hall.dossiers.every.items()
            if one.return_by == "post" and one.state is DossierState.FINISHED
        ]
        return {
            "fee": random.randint(1, 2),
            "amount": random.choice([1000, 2000]),
            "method": random.choice(["cash", "transfer"]),
            "carrier": "VNPost",
            "dossiers": tuple(waiting[-1:]) or ("H00.01-261123-0001",),
        }

    def notice(self, random: Random) -> dict[str, object]:
        """A notice that may be open, and what the outbox may report of it."""
        owed = [*self.day.hall.office.notices.open, "H00.01-261123-0001-finished-9"]
        return {
            "notice": random.choice(owed),
            "channel": random.choice(["email", "sms"]),
            "why": "no_consent",
            "hopeless": random.random() < 0.3,
            "reached": random.random() < 0.5,
        }

    def appointment(self, random: Random) -> dict[str, object]:
        """One that may be open, and a slot that may be free."""
        plan, hall = self.day.plan, self.day.hall
        service = random.choice(plan.services)
        day = self.day.today + timedelta(random.choice([0, 0, 2, 3, 4, 9]))
        slots = slots_of(plan, service, day) or slots_of(plan, service, MONDAY)
        booking = {
            "service": service.service if random.random() < 0.9 else "visas",
            "starts_at": random.choice(slots).starts_at + (random.random() < 0.05),
            "code": f"{random.randrange(200):06}",
            "marks": (f"{random.randrange(12):032x}",),
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

    def last_counter(self) -> str:
        """Where something was pressed last."""
        pressed = {
            one.presses[-1].at: name for name, one in self.day.hall.counters.items() if one.presses
        }
        return pressed[max(pressed)] if pressed else "1"

    def leased(self, random: Random) -> dict[str, object]:
        """A number that a kiosk may have given from one of its leases."""
        leases = [one for one in self.day.hall.leases.every.values() if one.ranges]
        if not leases:
            return {"lease": "forgotten", "business_day": MONDAY, "serial": 7, "issued_at": 0}
        lease = random.choice(leases)
        leased = random.choice(lease.ranges)
        return {
            "lease": lease.lease,
            "business_day": lease.business_day,
            "service": leased.service,
            "serial": random.randint(leased.first, leased.last + 1),
            "issued_at": self.day.at - random.randint(-1, 30) * MINUTE,
        }

    def ask(self, command: c.Command, actor: Actor | None = None) -> None:
        """Send it; a refusal changes nothing, a grant tells at least one fact."""
        before = dump(self.day.hall)
        try:
            facts = self.day.do(command, actor)
        except Refused:
            assert dump(self.day.hall) == before
            return
        assert facts
        for fact in facts:
            if isinstance(fact, events.TicketIssued | events.TicketHandedInLate):
                number = (fact.ticket[:10], fact.number)
                assert number not in self.numbers, "a number was given twice"
                self.numbers.add(number)

    @rule(minutes=st.sampled_from([0, 0.01, 1, 7, 45]))
    def time_passes(self, minutes: float) -> None:
        self.day.wait(minutes)

    @precondition(lambda self: self.day.hall.journal_number % 13 == 12)
    @rule(days=st.sampled_from([1, 1, 2, -1]))
    def the_date_changes(self, days: int) -> None:
        self.day.today += timedelta(days)
        self.day.wait(600)

    @precondition(lambda self: self.day.hall.journal_number % 29 == 28)
    @rule()
    def the_journal_goes_on_elsewhere(self) -> None:
        day = self.day
        event = next_epoch(day.hall, "taken_over", day.at, day.today)
        apply(day.hall, event)
        day.facts.append(event)

    @rule()
    def somebody_asks(self) -> None:
        random = self.random
        (kind,) = random.choices(KINDS, WEIGHTS)
        carried = fields(random, self.ticket(random.randint(-1, 3)))
        if kind is c.HandInTicket:
            carried |= self.leased(random)
        complaints = list(self.day.hall.complaints.every) or ["PA-261123-99"]
        carried["complaint"] = random.choice(complaints[-3:])
        carried["dossier"] = self.dossier(random.randint(-1, 12))
        carried["slip"] = self.slip(random.randint(-1, 3))
        carried["due_at"] = self.day.at + random.randint(-1, 12) * 1440 * MINUTE
        if kind is c.Resume and self.day.hall.parked:
            carried["ticket"] = random.choice([*self.day.hall.parked])
        if kind is c.EndNoShow and self.day.hall.missed:
            carried["ticket"] = random.choice([*self.day.hall.missed])
        owing = [n for n, one in self.day.hall.tickets.items() if one.owes_reasons]
        if kind is c.ExplainRating and owing:
            carried["visit"] = random.choice(owing)
        if kind is c.UndoLast and self.day.hall.counters:
            carried["counter"] = self.last_counter()
        carried |= self.money(random)
        if kind is not c.TakeNumber:
            carried |= self.appointment(random)
        if kind in {c.ConfirmDelivered, c.NoteCameBack} and self.day.hall.office.deliveries.carried:
            carried["dossier"] = random.choice([*self.day.hall.office.deliveries.carried])
        if kind in {c.CorrectFee, c.PayFees, c.CancelFee} and self.day.hall.office.fees.every:
            carried["dossier"] = random.choice([*self.day.hall.office.fees.every])
        if "notice" in kind.__struct_fields__:
            carried |= self.notice(random)
        known = {name: carried[name] for name in kind.__struct_fields__ if name in carried}
        self.ask(wish(kind, **known), random.choice(SOMEBODY))

    @invariant()
    def nobody_is_lost(self) -> None:
        hall = self.day.hall
        states = Counter((one.service, one.state) for one in hall.tickets.values())
        for service, tally in hall.tallies.items():
            assert reconciles(counts_of((tally,)))
            for state in TicketState:
                assert tally.by_state[state] == states[service, state]
        assert counts_of(hall.tallies.values()).issued == len(hall.tickets)

    @invariant()
    def the_queues_hold_exactly_those_who_wait(self) -> None:
        hall = self.day.hall
        held = [queue for counter in "123" for queue in hall.queues.held_for(counter)]
        lined_up = [
            place.ticket
            for _, line in hall.queues.lines(("birth", "land", "tax", *held))
            for place in line
        ]
        waiting = [n for n, one in hall.tickets.items() if one.state is TicketState.WAITING]
        assert sorted(lined_up) == sorted(waiting)

    @invariant()
    def a_counter_has_one_ticket_and_a_ticket_one_counter(self) -> None:
        hall = self.day.hall
        at_counters = {n: one.ticket for n, one in hall.counters.items() if one.ticket}
        called = {
            one.counter: n for n, one in hall.tickets.items() if one.state is TicketState.CALLED
        }
        assert at_counters == called
        assert len(set(at_counters.values())) == len(at_counters)

    @invariant()
    def whoever_is_held_for_a_counter_has_it_open(self) -> None:
        hall = self.day.hall
        for one in hall.tickets.values():
            if one.state is TicketState.WAITING and one.held_for:
                assert one.held_for in hall.counters

    @invariant()
    def no_slot_holds_more_than_its_places(self) -> None:
        day, book = self.day, self.day.hall.appointments
        held = [one for one in book.every.values() if one.state in HOLDS_A_PLACE]
        taken = Counter((one.service, one.starts_at) for one in held)
        for (name, starts_at), people in taken.items():
            service = day.plan.service(name)
            slot = slot_at(day.plan, service, starts_at) if service else None
            assert slot is not None
            assert people == book.taken(name, starts_at) <= slot.places
        assert sum(taken.values()) == sum(sum(one.values()) for one in book.places.values())

    @invariant()
    def a_person_has_no_more_than_the_hall_allows(self) -> None:
        book = self.day.hall.appointments
        for mark in book.persons:
            for on in {one.on for one in book.every.values()}:
                services = [one.service for one in book.of_person((mark,), on)]
                assert len(services) == len(set(services)) <= self.day.plan.appointments.a_day

    @invariant()
    def an_official_holds_one_counter(self) -> None:
        holders = [one.official for one in self.day.hall.counters.values()]
        assert len(set(holders)) == len(holders)

    @invariant()
    def a_closed_hall_holds_nobody(self) -> None:
        hall = self.day.hall
        if not hall.is_open:
            assert not hall.counters
            assert not any(one.state is TicketState.WAITING for one in hall.tickets.values())

    @invariant()
    def the_page_of_a_ticket_agrees_with_the_counter(self) -> None:
        artist, at = self.day.artist, self.day.at
        for place, one in enumerate(artist.counter(at, "2").waiting):
            if artist.counter(at, "2").services[0].service == one.service:
                view = artist.ticket(at, one.ticket)
                assert view is not None
                assert view.ahead <= place

    @invariant()
    def every_dossier_is_somewhere_once(self) -> None:
        shelf = self.day.hall.dossiers
        states = Counter(one.state for one in shelf.every.values())
        assert shelf.by_state == {state: states[state] for state in DossierState}
        running = [n for n, one in shelf.every.items() if one.state in IN_PROCESS]
        assert sorted(running) == sorted(n for line in shelf.due.values() for _, n in line)
        for line in shelf.due.values():
            assert line == sorted(line)
            assert all(shelf.every[name].due_at == due_at for due_at, name in line)

    def teardown(self) -> None:
        """Replaying the facts gives the same hall, and the same views of it."""
        again = replayed(self.day.facts)
        assert dump(again) == dump(self.day.hall)
        artist = Artist(again, self.day.plan, link_to)
        assert self.day.views(artist) == self.day.views()
        self.a_checkpoint_at_any_fact_goes_on_to_the_same_hall(again)

    def a_checkpoint_at_any_fact_goes_on_to_the_same_hall(self, whole: Hall) -> None:
        """Field by field and kind by kind, and in every view of it."""
        facts, cut = self.day.facts, self.random.randint(0, len(self.day.facts))
        resumed = replayed(facts[cut:], unpacked(packed(replayed(facts[:cut]))))
        assert difference(whole, resumed) == ""
        artist = Artist(resumed, self.day.plan, link_to)
        assert self.day.views(artist) == self.day.views()


HallMachine.TestCase.settings = settings(max_examples=80, stateful_step_count=60, deadline=None)
test_the_laws_of_the_hall_hold_whatever_is_asked = HallMachine.TestCase


def long_day(seed: int) -> set[type[events.Event]]:
    """Two thousand commands to one hall; the kinds of facts that came of them."""
    machine = HallMachine()
    machine.begin(seed, is_open=True)
    for step in range(2000):
        machine.somebody_asks()
        machine.time_passes(0.2)
        if step == 1000:
            machine.the_journal_goes_on_elsewhere()
        if step % 20 == 0:
            machine.nobody_is_lost()
            machine.the_queues_hold_exactly_those_who_wait()
            machine.a_counter_has_one_ticket_and_a_ticket_one_counter()
    machine.teardown()
    return {type(fact) for fact in machine.day.facts}


def test_the_laws_hold_through_long_days() -> None:
    happened: set[type[events.Event]] = set()
    for seed in range(MOST_DAYS):
        happened |= long_day(seed)
        if seed >= FEWEST_DAYS and happened == set(events.AnyEvent.__args__):
            return
    missing = set(events.AnyEvent.__args__) - happened
    assert not missing, "every kind of fact takes part, sooner or later"
