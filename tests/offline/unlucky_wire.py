"""A kiosk at work between a real hall and a real print journal, on a wire that loses what it is told to.

The hall is the core behind a memory of ids; link, leases, offline journal and printing are the
kiosk's own. Wishes fly until somebody lets them arrive, be answered, or be lost.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from hallctl.core.commands import Command, IssueTicket
from hallctl.core.events import TicketIssued
from hallctl.core.life import TicketState
from hallctl.core.permissions import Actor, Role
from hallctl.station.link.answering import Answer, Said
from hallctl.station.link.seen import Seen
from hallctl.station.offline.hall_time import HallTime
from hallctl.station.offline.journal import OfflineJournal
from hallctl.station.offline.kiosk_link import KioskLink
from hallctl.station.printing import SlipPrinting
from hardware.printer.printing import Extent, PrintOutcome, PrintResult
from hardware.slips.receipt import Receipt
from tests.fakes.fake_link import FakeLink
from tests.offline.test_lease_laws import Controller

PATIENCE_S = 5.0


@dataclass(eq=False)
class Flight:
    """A wish on its way, and what the hall said where it has arrived."""

    command: Command
    answered: Callable[[Answer], None]
    answer: Answer | None = None


class UnluckyWire(FakeLink):
    """Between one kiosk and the hall."""

    patience_s = 10.0

    def __init__(self, controller: Controller, actor: Actor) -> None:
        super().__init__(state="online")
        self.seen = Seen()
        self.controller = controller
        self.actor = actor
        self.flights: list[Flight] = []

    def send(self, command: Command, answered: Callable[[Answer], None]) -> None:
        self.sent.append(command)
        self.flights.append(Flight(command, answered))

    def request(self, method: str, path: str, body: bytes, heard: Callable[[Said], None]) -> None:
        super().request(method, path, body, heard)
        self.say(200, self.controller.day.artist.lessor.document(path.rpartition("/")[2]))

    def arrive(self, flight: Flight) -> Answer:
        """The hall hears of it; of the same wish again it says the same."""
        flight.answer = flight.answer or self.controller.ask(flight.command, self.actor)
        return flight.answer

    def reply(self, flight: Flight) -> None:
        self.flights.remove(flight)
        flight.answered(self.arrive(flight))

    def lose(self, flight: Flight) -> None:
        """The kiosk has waited long enough for the answer."""
        self.flights.remove(flight)
        flight.answered(Answer(unreachable=True))

    def look(self) -> None:
        """A view comes down."""
        day = self.controller.day
        self.show(day.artist.kiosk(day.at, self.actor.name))


class Tray:
    """A printer that always prints, and the numbers that lie in its tray."""

    def __init__(self) -> None:
        self.papers: list[str] = []

    def print(self, receipt: Receipt) -> PrintOutcome:
        (number,) = [
            block.text for block in receipt.blocks if getattr(block, "size", "") == "number"
        ]
        self.papers.append(number)
        return PrintOutcome(PrintResult.PRINTED, may_have_come_out=Extent.WHOLE)

    def settle(self) -> PrintOutcome:
        raise AssertionError("nothing is ever held")

    def close(self) -> None:
        """There is nothing to let go of."""


class KioskAtWork:
    """One kiosk with its disk and its tray, and what its citizens were told."""

    def __init__(self, folder: Path) -> None:
        self.controller = Controller()
        self.controller.day.open()
        self.folder = folder
        self.tray = Tray()
        self.told: dict[UUID, Answer | None] = {}
        self.start()
        self.settle()

    def start(self) -> None:
        """Switch it on; the line stands."""
        day = self.controller.day
        self.wire = UnluckyWire(self.controller, Actor("kiosk-1", Role.KIOSK, prints=True))
        clock = HallTime(lambda: day.at, lambda: day.at)
        journal = OfflineJournal(self.folder / "offline.db")
        self.link = KioskLink(self.wire, journal, clock)  # type: ignore[arg-type]
        self.printing = SlipPrinting(self.link, self.tray, self.folder / "slips.db")
        self.printing.start()

    def stop(self) -> None:
        """Pull its plug; what was in flight is not answered any more."""
        self.print_all()
        self.printing.stop()
        self.link.stop()

    def tap(self, service: str = "birth") -> None:
        """Somebody takes a number."""
        wish = IssueTicket(command_id=self.controller.new_id(), service=service)
        self.told[wish.command_id] = None
        self.link.send(wish, lambda answer: self.told.update({wish.command_id: answer}))

    def print_all(self) -> None:
        """Until nothing more comes out."""
        until = monotonic() + PATIENCE_S
        QCoreApplication.processEvents()
        while self.printing._under_way:
            assert monotonic() < until, "the printer does not come to an end"
            QCoreApplication.processEvents()

    def settle(self) -> None:
        """From now on every wish arrives and is answered, and views come down."""
        self.wire.become("online")
        for _ in range(200):
            self.wire.look()
            self.print_all()
            self.printing.wake()
            self.print_all()
            if not self.wire.flights:
                return
            self.wire.reply(self.wire.flights[0])
        raise AssertionError("it does not come to rest")

    def numbers(self) -> list[str]:
        """What the citizens hold: as they were told, or as the hall granted where nobody told them."""
        return sorted(number for wish in self.told if (number := self._number(wish)))

    def waiting(self) -> list[str]:
        """Who waits in the hall."""
        tickets = self.controller.day.hall.tickets.values()
        return sorted(one.number for one in tickets if one.state is TicketState.WAITING)

    def _number(self, wish: UUID) -> str:
        told = self.told[wish]
        if told is None or told.unreachable:
            told = self.controller.answers.get(wish, (b"", Answer()))[1]
        issued = [one for one in told.events if isinstance(one, TicketIssued)]
        return issued[0].number if issued else ""
