"""A day by the hall's rules alone: no disk, no network, no screen; views drawn as they are needed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hall_board.announcing import Announcements
from hallctl.command_ids import new_command_id
from hallctl.core import commands, events
from hallctl.core.applying import apply_all
from hallctl.core.drawing import Artist
from hallctl.core.hall import Hall
from hallctl.core.paper import Document, QrCode, Text
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refused
from hallctl.core.views import BoardView, Counts
from hallctl.samples import write_sample
from hallctl.settings import read_hall
from hallctl.simulate.doors import HallInMemory
from hallctl.simulate.simulated_clock import SimulatedClock
from hallctl.web.tickets.ticket_face import kind_of
from tests.stories.day import AS_USUAL, LAN, Called, Day, Paper, PhonePage

OPENS_AT_S = 7.5 * 3600
BUSINESS_DAY = date(2026, 11, 23)
ADMIN = Actor("admin", Role.ADMIN)
KIOSK = Actor("kiosk-1", Role.KIOSK, prints=True)


@cache
def province() -> Plan:
    """The sample hall all stories happen in."""
    with TemporaryDirectory() as folder:
        write_sample(Path(folder), "province")
        return read_hall(Path(folder)).plan


class CoreDay(Day):
    """People ask the hall in memory; what they see is drawn from it."""

    def __init__(self) -> None:
        self._plan = province()
        self._clock = SimulatedClock(BUSINESS_DAY, self._plan.timezone)
        self._seconds = OPENS_AT_S
        self._door = HallInMemory(self._plan, self._clock)
        self._papers: dict[str, list[Document]] = {}
        self._has_paper = True
        self._voice = Announcements(self._plan.rules.languages)
        self._spoken: list[tuple[str, str]] = []
        self._shown: list[Called] = []
        self._is_away = False
        self._look()

    @property
    def facts(self) -> list[events.Event]:  # type: ignore[override]
        return self._door.events

    def opens(self) -> None:
        self._clock.set_seconds(self._seconds)
        self._ask(ADMIN, commands.OpenDay(command_id=new_command_id()))

    def closes(self) -> None:
        self._ask(ADMIN, commands.CloseDay(command_id=new_command_id()))

    def minutes_pass(self, minutes: float) -> None:
        self._seconds += timedelta(minutes=minutes).total_seconds()
        self._clock.set_seconds(self._seconds)

    def citizen_takes(
        self, service: str, priority: str | bool | None = None, language: str = "vi"
    ) -> str:
        wish = commands.IssueTicket(
            command_id=new_command_id(), service=service, priority=priority, language=language
        )
        return self._number(KIOSK, wish, self._print)

    def citizen_takes_for_several(self, *services: str) -> str:
        first, *also = services
        wish = commands.IssueTicket(
            command_id=new_command_id(), service=first, also=tuple(also), language="vi"
        )
        return self._number(KIOSK, wish, self._print)

    def service_is_paused(self, service: str, message: str) -> str:
        wish = commands.PauseService(command_id=new_command_id(), service=service, message=message)
        return self._refusal(ADMIN, wish) or service

    def kiosk_says_of(self, service: str) -> str:
        offered = self._artist.kiosk(self._now(), KIOSK.name).services
        shut = next(one.shut for one in offered if one.service == service)
        return shut.message.vi if shut and shut.message else ""

    def two_take_at_once(self, service: str) -> tuple[str, str]:
        return self.citizen_takes(service), self.citizen_takes(service)

    def counter_opens(self, counter: str, official: str = "") -> str:
        official = official or f"{LAN} {counter}"
        wish = commands.OpenCounter(command_id=new_command_id(), counter=counter, official=official)
        return self._refusal(_official(counter), wish) or official

    def counter_opens_by(self, counter: str, profile: str) -> str:
        fields = {"official": f"{LAN} {counter}", "profile": self._profile(counter, profile)}
        wish = commands.OpenCounter(command_id=new_command_id(), counter=counter, **fields)
        return self._refusal(_official(counter), wish) or counter

    def calls_by(self, counter: str, profile: str) -> str:
        name = self._profile(counter, profile)
        wish = commands.ChooseProfile(
            command_id=new_command_id(), counter=counter, profile=name or None
        )
        return self._refusal(_official(counter), wish) or counter

    def panel_profile(self, counter: str) -> str:
        name = self._artist.counter(self._now(), counter).profile.name
        return name.vi if name else AS_USUAL

    def _profile(self, counter: str, name: str) -> str:
        offered = self._artist.counter(self._now(), counter).profiles
        names = {one.name.vi if one.name else AS_USUAL: one.profile for one in offered}
        return names[name]

    def counter_closes(self, counter: str) -> str:
        wish = commands.CloseCounter(command_id=new_command_id(), counter=counter)
        return self._refusal(_official(counter), wish) or counter

    def calls_next(self, counter: str) -> str:
        if self._door.hall.current(counter):
            self.finishes(counter)
        return self._at(counter, commands.CallNext)

    def all_call_at_once(self, counters: tuple[str, ...]) -> list[Called]:
        return [(self.calls_next(counter), counter) for counter in counters]

    def recalls(self, counter: str) -> str:
        return self._at(counter, commands.Recall)

    def does_not_come(self, counter: str) -> str:
        return self._at(counter, commands.MarkNoShow)

    def is_put_back(self, number: str) -> str:
        wish = commands.Requeue(command_id=new_command_id(), ticket=self._ticket(number))
        return self._number(_official(self._counter_of(number)), wish)

    def calls_number(self, counter: str, number: str) -> str:
        return self._at(counter, commands.CallNumber, number=number)

    def parks(self, counter: str, reason: str = "form") -> str:
        return self._at(counter, commands.Park, reason=reason)

    def goes_on_with(self, counter: str, number: str) -> str:
        return self._at(counter, commands.Resume, ticket=self._ticket(number))

    def transfers(self, counter: str, service: str, place: str = "waited") -> str:
        return self._at(counter, commands.Transfer, service=service, place=place)

    def sends_to_counter(self, counter: str, to_counter: str) -> str:
        return self._at(counter, commands.Transfer, to_counter=to_counter)

    def adds_service(self, counter: str, service: str) -> str:
        return self._at(counter, commands.AddService, service=service)

    def undoes(self, counter: str) -> str:
        return self._at(counter, commands.UndoLast)

    def takes_a_break(self, counter: str, reason: str = "lunch") -> str:
        wish = commands.StartBreak(command_id=new_command_id(), counter=counter, reason=reason)
        return self._refusal(_official(counter), wish) or counter

    def is_back(self, counter: str) -> str:
        wish = commands.EndBreak(command_id=new_command_id(), counter=counter)
        return self._refusal(_official(counter), wish) or counter

    def finishes(self, counter: str) -> str:
        return self._at(counter, commands.FinishVisit)

    def rates(self, counter: str, result: int, attitude: int) -> str:
        return self.rates_past_the_pad(self.pad_asks(counter), result, attitude)

    def rates_past_the_pad(self, number: str, result: int, attitude: int) -> str:
        wish = commands.RateVisit(
            command_id=new_command_id(),
            visit=self._ticket(number),
            result=result,
            attitude=attitude,
        )
        counter = self._counter_of(number)
        return self._number(Actor(f"pad-{counter}", Role.PAD, counter), wish)

    def cancels(self, number: str) -> str:
        wish = commands.CancelTicket(command_id=new_command_id(), ticket=self._ticket(number))
        return self._number(KIOSK, wish)

    def paper_runs_out(self) -> None:
        self._has_paper = False

    def paper_is_refilled(self) -> None:
        self._has_paper = True
        self._print()

    @contextmanager
    def hall_is_away(self) -> Iterator[None]:
        """The hall in memory is lost; what comes back is what its facts add up to."""
        self._is_away = True
        yield
        self._is_away = False
        self._door.hall = Hall()
        apply_all(self._door.hall, self._door.events)

    def board_gold(self) -> Called | None:
        return next(iter(self.board_calls()), None)

    def board_withdrawn(self) -> list[str]:
        return [one.number for one in self.board.calls if one.is_withdrawn]

    def board_calls(self) -> list[Called]:
        return [(one.number, one.counter) for one in self.board.calls]

    def calls_shown(self) -> list[Called]:
        return self._shown

    def calls_spoken(self, language: str = "vi") -> list[str]:
        return [number for number, spoken_in in self._spoken if spoken_in == language]

    def waiting(self, service: str) -> int:
        offered = self.board.services
        return next(one.waiting for one in offered if one.service == service)

    def counts(self) -> Counts:
        return self.board.counts

    def sign(self, counter: str) -> str:
        view = self._artist.sign(self._now(), counter)
        if view.on_break:
            return "break"
        return view.current.number if view.current else "free" if view.is_open else "closed"

    def panel_waiting(self, counter: str) -> list[str]:
        return [one.number for one in self._artist.counter(self._now(), counter).waiting]

    def panel_missed(self, counter: str) -> list[str]:
        return [one.number for one in self._artist.counter(self._now(), counter).missed]

    def panel_parked(self, counter: str) -> list[str]:
        return [one.number for one in self._artist.counter(self._now(), counter).parked]

    def panel_official(self, counter: str) -> str:
        return self._artist.counter(self._now(), counter).official

    def panel_is_offline(self, _counter: str) -> bool:
        return self._is_away

    def panel_heard(self, _counter: str) -> int:
        return 1  # views are whole

    def pad_asks(self, counter: str) -> str:
        return self._artist.pad(self._now(), counter).number or ""

    def paper(self, number: str) -> Paper:
        printed = self._papers[number]
        words = tuple(one.text for one in printed[0].blocks if isinstance(one, Text))
        link = next(one.text for one in printed[0].blocks if isinstance(one, QrCode))
        return Paper(number, words, link, len(printed))

    def kiosk_lacks_paper(self) -> bool:
        jobs = self._artist.kiosk(self._now(), KIOSK.name).print_jobs
        return any(job.fault for job in jobs)

    def phone_page(self, number: str) -> PhonePage:
        view = self._artist.ticket(self._now(), self._ticket(number))
        assert view is not None
        return PhonePage(kind_of(view), view.ahead, view.counter)

    @property
    def board(self) -> BoardView:
        """The wall board's view at this moment."""
        return self._artist.board(self._now())

    @property
    def _artist(self) -> Artist:
        return Artist(self._door.hall, self._plan, lambda ticket: f"http://hall/t/{ticket}-mac")

    def _now(self) -> int:
        return max(self._clock.now(), self._door.hall.last_at)

    def _at(self, counter: str, kind: Callable[..., commands.Command], **more: str) -> str:
        wish = kind(command_id=new_command_id(), counter=counter, **more)
        return self._number(_official(counter), wish)

    def _number(
        self, actor: Actor, wish: commands.Command, then: Callable[[], None] = lambda: None
    ) -> str:
        """The number that the fact is about, empty for none; or the refusal's code."""
        refusal = self._refusal(actor, wish)
        if refusal:
            return refusal
        number: str = getattr(self._door.events[-1], "number", "")
        then()
        return number

    def _refusal(self, actor: Actor, wish: commands.Command) -> str:
        try:
            self._ask(actor, wish)
        except Refused as refused:
            return refused.refusal.value
        return ""

    def _ask(self, actor: Actor, wish: commands.Command) -> None:
        self._door.ask(actor, wish)
        self._look()

    def _look(self) -> None:
        """The board looks up, and speaks what it has not spoken yet."""
        view = self.board
        self._voice.hear(view)
        newest = self.board_gold()
        if newest and (not self._shown or self._shown[-1] != newest):
            self._shown.append(newest)
        while spoken := self._voice.next():
            self._spoken += [(spoken.number, language) for language in spoken.languages]

    def _print(self) -> None:
        for job in self._artist.kiosk(self._now(), KIOSK.name).print_jobs:
            if not self._has_paper:
                fault = {"ticket": job.ticket, "fault": "paper_out"}
                self._ask(KIOSK, commands.ReportNotPrinted(command_id=new_command_id(), **fault))
                continue
            self._papers.setdefault(job.number, []).append(job.document)
            self._ask(
                KIOSK, commands.ConfirmPrinted(command_id=new_command_id(), ticket=job.ticket)
            )

    def _counter_of(self, number: str) -> str:
        """Where the number was called; the first counter's people act for those never called."""
        return self._door.hall.tickets[self._ticket(number)].counter or "1"

    def _ticket(self, number: str) -> str:
        return f"{BUSINESS_DAY.isoformat()}-{number}"


def _official(counter: str) -> Actor:
    return Actor(f"counter-{counter}", Role.COUNTER, counter)
