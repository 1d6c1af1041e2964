"""Whatever is cut, killed or restored, and in whatever order kiosks return: no number twice, no
ticket lost, and the queue stands by the time of issue.

The core is the real one; so are each kiosk's journal, its giving and its handing in. Between them
stands a wire that loses commands, or their answers.
"""

import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from uuid import UUID

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.applying import apply
from hallctl.core.applying.epochs import next_epoch
from hallctl.core.drawing import Artist
from hallctl.core.hall import Hall
from hallctl.core.life import TicketState
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import OfflineRules
from hallctl.core.refusals import Refused
from hallctl.core.views import LeaseDocument
from hallctl.station.link.answering import Answer
from hallctl.station.offline.giving import Giving
from hallctl.station.offline.handing_in import HandingIn
from hallctl.station.offline.journal import OfflineJournal
from tests.core.one_day import PLAN, OneDay, link_to, wish

SMALL = msgspec.structs.replace(
    PLAN, offline=OfflineRules(lease_size=3, renew_below=2, first_number=2), shifts=()
)
SERVICES = ("birth", "land", "tax")
Answered = Callable[[Answer], None]


class Controller:
    """The core behind a memory of ids, as the journal is one; it can be set back to a backup."""

    def __init__(self) -> None:
        self.day = OneDay(SMALL)
        self.answers: dict[UUID, tuple[bytes, Answer]] = {}
        self._ids = 0
        self.backup: tuple[int, dict[UUID, tuple[bytes, Answer]]] = (0, {})

    def new_id(self) -> UUID:
        self._ids += 1
        return UUID(int=self._ids)

    def ask(self, command: c.Command, actor: Actor) -> Answer:
        body = msgspec.json.encode(command)
        known = self.answers.get(command.command_id)
        if known is not None:
            return known[1] if known[0] == body else Answer(refused="id_reused")
        try:
            answer = Answer(events=self.day.do(command, actor))
        except Refused as refused:
            answer = Answer(refused=refused.refusal.value)
        self.answers[command.command_id] = body, answer
        return answer

    def back_up(self) -> None:
        self.backup = len(self.day.facts), dict(self.answers)

    def restore(self) -> None:
        """Back to the backup, and on with numbers that the lost hours can't have given."""
        count, self.answers = self.backup[0], dict(self.backup[1])
        facts, self.day.facts, self.day.hall = self.day.facts[:count], [], Hall()
        for fact in facts:
            apply(self.day.hall, fact)
        event = next_epoch(self.day.hall, "restored", self.day.at, self.day.today)
        apply(self.day.hall, event)
        self.day.facts = [*facts, event]
        self.day.artist = Artist(self.day.hall, SMALL, link_to)


class Kiosk:
    """One kiosk: its disk, and a wire that may be cut."""

    def __init__(self, name: str, controller: Controller, folder: Path) -> None:
        self.actor = Actor(name, Role.KIOSK, prints=True)
        self.controller = controller
        self.path = folder / f"{name}.db"
        self.is_cut = False
        self.loses_answers = 0
        self.alone: set[tuple[str, str]] = set()
        """Those of them that the kiosk gave itself."""
        self.papers: list[tuple[str, str, int]] = []
        """Day, number and time of every number on its paper."""
        self.unheard: list[UUID] = []
        """Wishes whose citizens were told to try again: nobody knows what became of them."""
        self.start()

    def start(self) -> None:
        self.journal = OfflineJournal(self.path)
        self.giving = Giving(self.journal)
        self.handing_in = HandingIn(self.journal, self.send, lambda: None)

    def kill(self) -> None:
        self.journal.close()
        self.start()

    def send(self, command: c.Command, answered: Answered) -> None:
        if self.is_cut:
            answered(Answer(unreachable=True))
            return
        answer = self.controller.ask(command, self.actor)
        if self.loses_answers:
            self.loses_answers -= 1
            answer = Answer(unreachable=True)
        answered(answer)

    def take(self, service: str, command_id: UUID) -> None:
        """A citizen presses a tile."""
        command = c.IssueTicket(command_id=command_id, service=service)
        answers: list[Answer] = []
        self.send(command, answers.append)
        (answer,) = answers
        if answer.unreachable:
            self._take_alone(command)
        for event in answer.events:
            assert isinstance(event, events.TicketIssued)
            self.papers.append((event.ticket[:10], event.number, event.at))

    def _take_alone(self, command: c.IssueTicket) -> None:
        now = self.controller.day.at
        free = self.giving.free(command.service, now)
        if free is not None:
            self.giving.give(free, command, now, was_asked=True)
            self.papers.append((free.lease.business_day.isoformat(), free.number, now))
            self.alone.add((free.lease.business_day.isoformat(), free.number))
        else:
            self.unheard.append(command.command_id)

    def return_(self) -> None:
        """The connection stands again: what the link does at every first view."""
        self.is_cut, self.loses_answers = False, 0
        hall, at = self.controller.day.hall, self.controller.day.at
        if hall.is_open and hall.business_day is not None:
            self.journal.doubt(hall.business_day)
        self.handing_in.begin()
        self.lease(at)

    def lease(self, at: int) -> None:
        if not self.journal.waiting():
            wish = c.LeaseNumbers(command_id=self.controller.new_id())
            self.controller.ask(wish, self.actor)
        lessor = self.controller.day.artist.lessor
        held = lessor.held(self.actor.name, at).leases
        self.journal.keep_only(held)
        for name in held:
            document = lessor.document(name)
            assert isinstance(document, LeaseDocument)
            self.journal.keep_lease(document)
        self.giving.refresh()


def on_paper(ticket: str, came_from: Mapping[str, str]) -> tuple[str, str]:
    """Day and number, of the day before where the ticket was carried over."""
    while ticket in came_from:
        ticket = came_from[ticket]
    return ticket[:10], ticket[11:]


class OutageMachine(RuleBasedStateMachine):
    """Three kiosks and a hall through an unlucky week."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.controller = Controller()
        self.kiosks = [Kiosk(f"kiosk-{n}", self.controller, self.folder) for n in (1, 2, 3)]
        self.controller.day.open("1", "2", "3")
        for kiosk in self.kiosks:
            kiosk.return_()

    @property
    def hall(self) -> Hall:
        return self.controller.day.hall

    @rule(minutes=st.sampled_from([0, 1, 5]))
    def time_passes(self, minutes: int) -> None:
        self.controller.day.wait(minutes)

    @rule(people=st.lists(st.tuples(st.integers(0, 2), st.sampled_from(SERVICES)), max_size=8))
    def people_take_numbers(self, people: list[tuple[int, str]]) -> None:
        for n, service in people:
            self.kiosks[n].take(service, self.controller.new_id())

    @rule(cut=st.sets(st.integers(0, 2), min_size=1))
    def wires_are_cut(self, cut: set[int]) -> None:
        for n in cut:
            self.kiosks[n].is_cut = True

    @rule(n=st.integers(0, 2), answers=st.integers(1, 3))
    def answers_get_lost(self, n: int, answers: int) -> None:
        self.kiosks[n].loses_answers = answers

    @rule(n=st.integers(0, 2))
    def a_kiosk_is_killed(self, n: int) -> None:
        self.kiosks[n].kill()

    @rule(n=st.integers(0, 2))
    def a_kiosk_tries_to_hand_in(self, n: int) -> None:
        self.kiosks[n].handing_in.begin()

    @rule(n=st.integers(0, 2))
    def a_kiosk_returns(self, n: int) -> None:
        self.kiosks[n].return_()

    @rule(counter=st.sampled_from(["1", "2", "3"]))
    def a_counter_serves(self, counter: str) -> None:
        self.controller.day.refusal(wish(c.CallNext, counter=counter))
        self.controller.day.refusal(wish(c.FinishVisit, counter=counter))

    @precondition(lambda self: self.hall.journal_number % 11 == 10)
    @rule()
    def the_next_day_begins(self) -> None:
        self.controller.day.sleep()
        self.controller.day.open("1", "2", "3")

    @rule(back=st.sets(st.integers(0, 2)))
    def the_hall_is_closed_and_opened_again(self, back: set[int]) -> None:
        """Meanwhile kiosks return, with numbers that come in too late."""
        if self.controller.day.refusal(wish(c.CloseDay)) is None:
            for n in back:
                self.kiosks[n].return_()
            self.controller.day.open("1", "2", "3")

    @rule()
    def the_hall_is_backed_up(self) -> None:
        self.controller.back_up()

    @precondition(lambda self: self.controller.backup[0])
    @rule()
    def the_backup_is_restored(self) -> None:
        """Every connection breaks for half an hour, and kiosks meet a hall that has forgotten."""
        self.controller.day.wait(30)
        self.controller.restore()
        for kiosk in self.kiosks:
            if not kiosk.is_cut:
                kiosk.return_()

    @invariant()
    def no_number_is_on_two_papers(self) -> None:
        papers = [paper[:2] for kiosk in self.kiosks for paper in kiosk.papers]
        assert len(papers) == len(set(papers))

    @invariant()
    def the_lines_stand_by_the_time_of_issue(self) -> None:
        for _, line in self.hall.queues.lines(SERVICES):
            issued = [self.hall.tickets[place.ticket].issued_at for place in line]
            assert issued == sorted(issued)

    @invariant()
    def nobody_has_lost_their_place_while_the_hall_is_open(self) -> None:
        assert not any(one.state is TicketState.LAPSED for one in self.hall.tickets.values())

    def teardown(self) -> None:
        """Everyone returns: every paper is a ticket, once, and nobody else waits."""
        for kiosk in self.kiosks:
            kiosk.return_()
            assert not kiosk.journal.waiting()
        facts = self.controller.day.facts
        issued = [one for one in facts if isinstance(one, events.TicketIssued)]
        late = [one for one in facts if isinstance(one, events.TicketHandedInLate)]
        known = [(one.ticket[:10], one.number) for one in (*issued, *late)]
        assert len(known) == len(set(known))
        papers = {paper[:2]: paper[2] for kiosk in self.kiosks for paper in kiosk.papers}
        for kiosk in self.kiosks:
            assert kiosk.alone <= set(known), "what a kiosk gave alone is never lost"
        for one in issued:
            if (paper := papers.get((one.ticket[:10], one.number))) is not None:
                assert one.given_at == paper, "its claim counts from the paper"
        came_from = {one.ticket: one.carried_from for one in issued if one.is_carried}
        waiting = {
            on_paper(name, came_from)
            for name, one in self.hall.tickets.items()
            if one.state is TicketState.WAITING
        }
        assert waiting - papers.keys() <= self.unheard(), "nobody waits without a paper"
        for kiosk in self.kiosks:
            kiosk.journal.close()
        shutil.rmtree(self.folder)

    def unheard(self) -> set[tuple[str, str]]:
        """What the hall granted to citizens whom nobody told."""
        answers = [
            self.controller.answers[command_id][1]
            for kiosk in self.kiosks
            for command_id in kiosk.unheard
            if command_id in self.controller.answers
        ]
        return {(one.ticket[:10], one.number) for answer in answers for one in answer.events}


OutageMachine.TestCase.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)
test_no_number_twice_and_no_ticket_lost_whatever_is_cut = OutageMachine.TestCase


def test_a_grant_that_nobody_heard_stands_in_no_line_of_the_next_day() -> None:
    week = OutageMachine()
    week.answers_get_lost(n=0, answers=1)
    week.people_take_numbers([(0, "birth")])
    week.the_next_day_begins()
    (carried,) = week.hall.tickets.values()
    assert carried.state is TicketState.WAITING
    week.teardown()
    assert carried.state is TicketState.CANCELLED
