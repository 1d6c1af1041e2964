"""A whole day in seconds: the same screens, offscreen, the same roads, and pictures of it all."""

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from random import Random
from time import monotonic

from hallctl.command_ids import new_command_id
from hallctl.core.commands import ClearEmergency, Command, IssueTicket, ShowEmergency
from hallctl.core.events import DossierReceived, Event, TicketCalled
from hallctl.core.permissions import Actor
from hallctl.core.plan import Words
from hallctl.core.views import BoardView, KioskView
from hallctl.demo.album import Album
from hallctl.demo.appointed import appointed_on
from hallctl.demo.cast import Cast, Part, Sizes, crew_of, tokens_of
from hallctl.demo.controller_thread import ControllerThread
from hallctl.demo.hall_on_disk import clock_of, new_hall, past_of
from hallctl.demo.hands import Hands
from hallctl.demo.order import DemoOrder
from hallctl.demo.page_album import browser, pages_of, photograph
from hallctl.demo.papers import keep_papers, link_on
from hallctl.demo.people import sign_in_everybody
from hallctl.demo.summary import Evidence, Summary, summary_of
from hallctl.hall_directory import HallDirectory
from hallctl.settings import HallSettings
from hallctl.simulate.counter_dossiers import CounterDossiers
from hallctl.simulate.day import Life, Seat, SimulatedDay, seats_for
from hallctl.simulate.people import Citizen, people_of_a_day, within_reach
from hallctl.simulate.simulated_clock import SimulatedClock
from hallctl.simulate.socket_door import SocketDoor
from hallctl.station.stage import play_offscreen, turn_until

SCREENED_COUNTERS = 3
PEOPLE_AN_OFFICIAL = 45
ZONES = 2
ALARM = Words(
    "Có cháy. Xin mọi người bình tĩnh, ra ngoài theo lối thoát hiểm gần nhất.",
    "Fire. Please stay calm and leave by the nearest emergency exit.",
)
PATIENCE_S, ALBUM_S = 30.0, 600.0
SOON_S = 1.0
OPENING_S = 1200.0
BUSY_S = 4000.0
"""Seconds from ten minutes before opening."""
ROWS_LEFT = 200
"""Of the roll, when it is about to end: less than a ticket needs."""


def run_compressed(order: DemoOrder) -> Summary:
    """Run the day to its end.

    Raises DemoError, JournalError, or OSError where something cannot be written.
    """
    began = monotonic()
    settings = new_hall(order.out, past_of(order.days, order.seed))
    print(f"A day of {order.people} people; pictures in {order.out}", file=sys.stderr)  # noqa: T201 - the demo talks
    play_offscreen()
    clock = clock_of(settings.plan)
    seats = seats_for(settings.plan, officials_for(order.people, len(settings.plan.counters)))
    controller = ControllerThread(settings, clock)
    try:
        evidence = _Run(order, settings, controller, clock).through(seats)
    finally:
        controller.stop()
    return summary_of(evidence, monotonic() - began, order.out)


def officials_for(people: int, counters: int) -> int:
    """How many officials so many people need; at least those with screens."""
    return min(counters, max(SCREENED_COUNTERS, -(-people // PEOPLE_AN_OFFICIAL)))


class _Run:
    """One compressed day on its stage."""

    def __init__(
        self,
        order: DemoOrder,
        settings: HallSettings,
        controller: ControllerThread,
        clock: SimulatedClock,
    ) -> None:
        self._order = order
        self._settings = settings
        self._clock = clock
        self._url = controller.url
        self._seen: list[Event] = []
        self._tickets_with_paper = order.people // 2
        """After so many the roll ends, once."""

    def through(self, seats: list[Seat]) -> Evidence:
        """The day, from before it opens until the last slip is printed."""
        plan, random = self._settings.plan, Random(self._order.seed)  # noqa: S311 - a game, not a secret
        counters = [seat.counter for seat in seats]
        self._crew = crew = crew_of(self._settings, counters)
        sizes = Sizes(is_still=True, zones=ZONES, board_time=lambda: self._clock.now() / 1000)
        self._cast = Cast(self._settings, self._url, counters[:SCREENED_COUNTERS], sizes)
        self._album = Album(self._cast, self._order.out / "screens")
        self._socket = SocketDoor(self._url, tokens_of(self._settings, crew))
        self._hands = Hands(self._cast, self._socket, self._album.moment)
        dossiers = CounterDossiers(plan, self._clock.today())
        self._day = SimulatedDay(plan, self, crew, random, dossiers)
        people = people_of_a_day(plan, self._order.people, random)
        self._clock.set_seconds(self._day.env.now)
        self._cast.enter()
        try:
            self._play(seats, within_reach(people, plan, len(seats)))
            return self._evidence()
        finally:
            self._cast.leave()
            self._socket.close()

    def ask(self, actor: Actor, command: Command) -> tuple[Event, ...]:
        """Ask as a real person would, at the day's time, and let the screens follow."""
        self._clock.set_seconds(self._day.env.now)
        if isinstance(command, IssueTicket):
            return self._take_ticket(actor, command)
        return self._ask(actor, command)

    def _ask(self, actor: Actor, command: Command) -> tuple[Event, ...]:
        facts = self._hands.ask(actor, command)
        number = self._socket.journal_number
        turn_until(lambda: self._board().journal_number >= number, SOON_S)
        self._album.after(facts)
        return facts

    def _take_ticket(self, actor: Actor, command: Command) -> tuple[Event, ...]:
        is_last_of_roll = self._tickets_with_paper == 0
        self._tickets_with_paper -= 1
        if not is_last_of_roll:
            return self._ask(actor, command)
        self._cast.printer.run_out_of_paper(ROWS_LEFT)
        facts = self._ask(actor, command)
        turn_until(lambda: bool(self._cast.kiosk.model.thanks.in_trouble), PATIENCE_S)
        self._album.moment("kiosk-out-of-paper", "kiosk")
        self._cast.printer.refill()
        return facts

    def _play(self, seats: list[Seat], people: list[Citizen]) -> None:
        if not turn_until(self._all_connected, PATIENCE_S):
            raise OSError("the screens could not reach the hall")
        self._album.everything("before-opening")
        self._day.seen = lambda seen: self._seen.append(seen.event)
        self._day.begin(people, seats, appointed_on(self._settings, self._clock.today()))
        self._day.env.process(self._photographer())
        self._day.env.run(until=self._day.ends_at)
        turn_until(self._is_told, PATIENCE_S)
        self._album.everything("after-closing")

    def _photographer(self) -> Life:
        yield self._day.env.timeout(OPENING_S)
        self._album.everything("opening")
        yield self._day.env.timeout(BUSY_S)
        self._album.everything("busy")
        self._album.reception()
        self._boards()
        self._album.dossier(self._received())
        self._album.kiosk_choices()
        self._photograph_pages()

    def _photograph_pages(self) -> None:
        """The hall's pages too, where it has a past to show and the machine a browser."""
        if not self._order.days or not browser():
            return
        cookies = sign_in_everybody(HallDirectory(self._settings.directory), self._clock.now())
        calendar, today = self._settings.plan.dossiers.calendar, self._clock.today()
        yesterday = today - timedelta(days=1)
        while not calendar.is_working(yesterday):
            yesterday -= timedelta(days=1)
        pages = pages_of(yesterday.isoformat(), self._newest_waiting())
        with ThreadPoolExecutor(1) as beside:  # the screens go on meanwhile
            taken = beside.submit(photograph, self._url, cookies, pages, self._order.out / "pages")
            turn_until(taken.done, ALBUM_S)
            taken.result()

    def _newest_waiting(self) -> str:
        """The link on the newest paper of somebody who waits, or on the newest of all."""
        called = {one.ticket for one in self._seen if isinstance(one, TicketCalled)}
        papers = self._cast.printer.papers
        links = (link_on(paper.picture) for paper in reversed(papers))
        waits = (one for one in links if one.rpartition("-")[0] not in called)
        return next(waits, link_on(papers[-1].picture))

    def _boards(self) -> None:
        """What boards show while nobody is called, and over everything."""
        self._album.between_calls()
        self._alarm(ShowEmergency(command_id=new_command_id(), vi=ALARM.vi, en=ALARM.en))
        self._album.emergency()
        self._alarm(ClearEmergency(command_id=new_command_id()))

    def _alarm(self, command: Command) -> None:
        self._socket.ask(self._crew.hall, command)
        number = self._socket.journal_number
        turn_until(lambda: all(_shows(part, number) for _, part in self._cast.parts()), PATIENCE_S)

    def _received(self) -> str:
        """The first dossier of the day, or empty."""
        received = (one.dossier for one in self._seen if isinstance(one, DossierReceived))
        return next(received, "")

    def _evidence(self) -> Evidence:
        papers = keep_papers(self._cast.printer.papers, self._order.out / "tickets")
        return Evidence(self._seen, self._board(), papers, self._settings.directory)

    def _is_told(self) -> bool:
        """Everything is on paper, and the board knows the day's last fact."""
        last = self._socket.journal_number
        return not self._kiosk_view().print_jobs and self._board().journal_number >= last

    def _all_connected(self) -> bool:
        return all(part.link.view is not None for _, part in self._cast.parts())

    def _board(self) -> BoardView:
        view = self._cast.board.link.view
        if not isinstance(view, BoardView):
            raise TypeError("the board has no view yet")
        return view

    def _kiosk_view(self) -> KioskView:
        view = self._cast.kiosk.link.view
        if not isinstance(view, KioskView):
            raise TypeError("the kiosk has no view yet")
        return view


def _shows(part: Part, number: int) -> bool:
    """Whether its screen knows the hall as it was then, or later."""
    view = part.link.view
    return view is not None and view.journal_number >= number
