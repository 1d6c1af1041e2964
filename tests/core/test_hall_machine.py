"""The laws of the hall under any commands whatever, sense or nonsense, in any order."""

from collections import Counter
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from hallctl.core import commands as c
from hallctl.core.counting import counts_of, reconciles
from hallctl.core.drawing import Artist
from hallctl.core.events import TicketIssued
from hallctl.core.life import TicketState
from hallctl.core.permissions import Actor, Role
from hallctl.core.refusals import Refused
from tests.core.one_day import ADMIN, KIOSK, MONDAY, OneDay, dump, link_to, replayed, wish

SERVICES = st.sampled_from(["birth", "land", "tax", "nonsense"])
COUNTERS = st.sampled_from(["1", "1", "2", "3", "77"])
TICKETS = st.builds(
    lambda days, letter, serial: f"{MONDAY + timedelta(days)}-{letter}{serial:03d}",
    st.sampled_from([0, 0, 0, 1]),
    st.sampled_from("ABC"),
    st.integers(1, 6),
)
ACTORS = st.sampled_from([ADMIN, ADMIN, ADMIN, KIOSK, Actor("counter-1", Role.COUNTER)])
MARKS = st.integers(1, 5)
GROUPS = st.sampled_from([None, None, True, "elderly", "merit", "royal"])


class HallMachine(RuleBasedStateMachine):
    """One hall through some days; after every step the laws must hold."""

    def __init__(self) -> None:
        super().__init__()
        self.day = OneDay()
        self.numbers: set[tuple[object, str]] = set()

    def ask(self, command: c.Command, actor: Actor = ADMIN) -> None:
        """Send it; a refusal changes nothing, a grant tells at least one fact."""
        before = dump(self.day.hall)
        try:
            facts = self.day.do(command, actor)
        except Refused:
            assert dump(self.day.hall) == before
            return
        assert facts
        for fact in facts:
            if isinstance(fact, TicketIssued):
                number = (self.day.hall.business_day, fact.number)
                assert number not in self.numbers, "a number was given twice"
                self.numbers.add(number)

    @rule(minutes=st.sampled_from([0, 0.01, 1, 7, 45]))
    def time_passes(self, minutes: float) -> None:
        self.day.wait(minutes)

    @rule(days=st.sampled_from([1, 1, 2, -1]))
    def the_date_changes(self, days: int) -> None:
        self.day.today += timedelta(days)
        self.day.wait(600)

    @rule(actor=ACTORS)
    def open_day(self, actor: Actor) -> None:
        self.ask(wish(c.OpenDay), actor)

    @precondition(lambda self: self.day.hall.journal_number % 5 == 0)
    @rule()
    def close_day(self) -> None:
        self.ask(wish(c.CloseDay))

    @rule(counter=COUNTERS, services=st.lists(SERVICES, max_size=2))
    def open_counter(self, counter: str, services: list[str]) -> None:
        command = wish(c.OpenCounter, counter=counter, official="Lan", services=tuple(services))
        self.ask(command)

    @rule(service=SERVICES, priority=GROUPS, actor=ACTORS)
    def issue(self, service: str, priority: str | bool | None, actor: Actor) -> None:
        self.ask(wish(c.IssueTicket, service=service, priority=priority), actor)

    @rule(
        kind=st.sampled_from([c.CallNext, c.CallNext, c.Recall, c.MarkNoShow, c.FinishVisit]),
        counter=COUNTERS,
    )
    def press(self, kind: type[c.Command], counter: str) -> None:
        self.ask(wish(kind, counter=counter))

    @rule(counter=COUNTERS)
    def close_counter(self, counter: str) -> None:
        self.ask(wish(c.CloseCounter, counter=counter))

    @rule(
        kind=st.sampled_from([c.Requeue, c.CancelTicket, c.ConfirmPrinted]),
        ticket=TICKETS,
        actor=ACTORS,
    )
    def about_a_ticket(self, kind: type[c.Command], ticket: str, actor: Actor) -> None:
        self.ask(wish(kind, ticket=ticket), actor)

    @rule(visit=TICKETS, result=MARKS, attitude=MARKS)
    def rate(self, visit: str, result: int, attitude: int) -> None:
        self.ask(wish(c.RateVisit, visit=visit, result=result, attitude=attitude))

    @rule(ticket=TICKETS)
    def not_printed(self, ticket: str) -> None:
        self.ask(wish(c.ReportNotPrinted, ticket=ticket, fault="paper-out"), KIOSK)

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
        lined_up = [
            place.ticket
            for service in ("birth", "land", "tax")
            for _, line in hall.queues.lines((service,))
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

    def teardown(self) -> None:
        """Replaying the facts gives the same hall, and the same views of it."""
        again = replayed(self.day.facts)
        assert dump(again) == dump(self.day.hall)
        artist = Artist(again, self.day.plan, link_to)
        assert self.day.views(artist) == self.day.views()


HallMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
test_the_laws_of_the_hall_hold_whatever_is_asked = HallMachine.TestCase
