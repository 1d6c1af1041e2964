"""The words in which a dossier's story is told, and the two hands that tell it.

``DeskByRules`` asks the core alone; ``DeskOnScreens`` touches a real panel on real sockets, scans
as a scanner types, and prints on a printer that speaks real bytes.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from sqlite_utils import Database

from counter_display import open_panel
from hallctl.applicants.applicant import Applicant, Looker
from hallctl.applicants.store import Applicants
from hallctl.core import commands as c
from hallctl.core.dossier_desk import dossier_desk
from hallctl.core.dossier_life import DossierState
from hallctl.core.drawing.slip_drawing import PrintingStation, SlipArtist
from hallctl.core.events import DossierReceived
from hallctl.demo.controller_thread import ControllerThread
from hallctl.hall_directory import HallDirectory
from hallctl.journal.sqlite_journal import open_database
from hallctl.ledger.figures.sealed_counts import sealed_days
from hallctl.ledger.office.fee_reading import day_total
from hallctl.ledger.period import Now, Period
from hallctl.settings import read_hall
from hallctl.station import printing
from hallctl.station.devices.device_scanner import type_text
from hallctl.station.link import HallLink, press
from hallctl.station.link.addressing import HallAddress
from hallctl.station.printing import SlipPrinting
from hallctl.station.stage import turn_until
from hardware.printer.escpos_printer import ReceiptPrinter
from hardware.simulator.receipt_printer import SimulatedPrinter
from hardware.transport.memory import MemoryTransport
from kiosk import open_kiosk
from tests.applicants.people import store_in
from tests.core.one_day import MONDAY, PLAN, PRINTING_PANEL, OneDay, wish
from tests.dossiers.many import ledger_of
from tests.hall_clients import Wire, new_hall
from tests.hall_clients import wish as as_it_travels
from tests.screens.item_tree import named
from tests.screens.touching import settle, touch
from tests.web.hall_at_work import granted
from tests.web.working_hall import TurnedClock

PATIENCE_S = 15.0
CARD = "001190000123||Nguyễn Thị Ngọc Diễm|17051990|Nữ|Số 25, khóm 3, Bình Minh|01012022"
REASON = "Ban dich co chung thuc"
"""Typed on a keyboard without an input method."""


class DeskDay(ABC):
    """A counter with a printer, and one citizen with a card."""

    @abstractmethod
    def citizen_is_called(self) -> str:
        """Somebody takes a number and comes to the counter; gives the number."""

    @abstractmethod
    def receives(self) -> str:
        """The official receives a dossier from whoever is there; gives its code."""

    @abstractmethod
    def receives_while_the_hall_is_away(self) -> str:
        """The same, but the hall is lost just then; gives the code once it is back."""

    @abstractmethod
    def receipts(self) -> int:
        """How many receipts came out of the counter's printer."""

    @abstractmethod
    def scans(self, code: str) -> str:
        """The receipt is scanned; gives the state of the dossier that opens."""

    @abstractmethod
    def offers(self) -> set[str]:
        """The acts that are offered for the opened dossier."""

    @abstractmethod
    def does(self, step: str) -> str:
        """The official does it, with a reason where one is asked for; gives the state then."""

    @abstractmethod
    def whose(self, code: str) -> str:
        """The name that is kept for the dossier."""

    @abstractmethod
    def not_collected(self) -> int:
        """How many results lie ready, as the counter is told."""

    @abstractmethod
    def couriers_take(self, code: str) -> str:
        """A run is opened and the dossier scanned out; gives its state then."""

    @abstractmethod
    def couriers_bring_the_result(self, code: str) -> str:
        """It is scanned in with its result; gives its state then."""

    @abstractmethod
    def pays(self, code: str, amount: int) -> int:
        """A fee is charged and paid in cash; gives what the hall took today, in đồng."""

    @abstractmethod
    def at_the_kiosk(self, code: str) -> str:
        """The receipt is held to the kiosk's scanner; gives the state that the citizen is shown."""

    @abstractmethod
    def the_day_passes(self) -> None:
        """It is the next day, and the one before is sealed."""

    @abstractmethod
    def strikes(self, code: str) -> None:
        """The supervisor strikes a dossier that was received by mistake."""

    @abstractmethod
    def received(self) -> tuple[int, int]:
        """How many were received on the first day: as it was sealed, and as it stands now."""


class DeskByRules(DeskDay):
    """The hall's rules and the store, nothing else."""

    def __init__(self, folder: Path) -> None:
        self._day = OneDay(PLAN).open("1")
        self._store: Applicants = store_in(folder)
        self._slips = SlipArtist(self._day.hall, PLAN, lambda code: f"http://hall/d/{code}-x")
        self._opened = ""
        self._printed = 0

    def citizen_is_called(self) -> str:
        self._day.issue("birth")
        return self._day.call("1").number

    def receives(self) -> str:
        visit = self._day.hall.counters["1"].ticket
        facts = self._day.do(
            wish(c.ReceiveDossier, procedure="1.000002", visit=visit), PRINTING_PANEL
        )
        received = next(one for one in facts if isinstance(one, DossierReceived))
        person = Applicant(name="Nguyễn Thị Ngọc Diễm", identity="001190000123")
        self._store.keep(received.dossier, person, Looker("lan"))
        for job in self._slips.slips(self._day.at, PrintingStation("counter-1", "x")).jobs:
            self._day.do(wish(c.ConfirmSlip, slip=job.slip), PRINTING_PANEL)
            self._printed += 1
        return received.dossier

    def receives_while_the_hall_is_away(self) -> str:
        return self.receives()  # rules are never away

    def receipts(self) -> int:
        return self._printed

    def scans(self, code: str) -> str:
        self._opened = code
        return self._state()

    def offers(self) -> set[str]:
        dossier = self._day.hall.dossiers.every[self._opened]
        return set(dossier_desk(self._day.hall, dossier, PLAN, self._day.today).may) - {"strike"}

    def does(self, step: str) -> str:
        kind, more = ACTS[step]
        self._day.do(wish(kind, dossier=self._opened, **more), PRINTING_PANEL)
        return self._state()

    def whose(self, code: str) -> str:
        kept = self._store.of(code, Looker("lan"))
        return kept.name if kept else ""

    def not_collected(self) -> int:
        return self._day.artist.counter(self._day.at, "1").dossiers_due.not_collected

    def couriers_take(self, code: str) -> str:
        self._opened = code
        self._day.do(wish(c.OpenRun), PRINTING_PANEL)
        self._day.do(wish(c.ScanOut, dossier=code), PRINTING_PANEL)
        return self._state()

    def couriers_bring_the_result(self, code: str) -> str:
        self._opened = code
        self._day.do(wish(c.ScanIn, dossier=code, with_result=True), PRINTING_PANEL)
        return self._state()

    def pays(self, code: str, amount: int) -> int:
        charge = wish(c.ChargeFee, dossier=code, name="Bản sao", amount=amount)
        self._day.do(charge, PRINTING_PANEL)
        self._day.do(wish(c.PayFees, dossier=code, method="cash"), PRINTING_PANEL)
        return day_total(ledger_of(self._day.facts), self._day.today).taken

    def at_the_kiosk(self, code: str) -> str:
        view = self._day.artist.dossier(self._day.at, code)
        return view.state if view else ""

    def the_day_passes(self) -> None:
        self._day.sleep()
        self._day.do(wish(c.SealDay))

    def strikes(self, code: str) -> None:
        self._day.do(wish(c.StrikeDossier, dossier=code, reason=REASON))

    def received(self) -> tuple[int, int]:
        now = Now(self._day.today, self._day.at)
        return _received(ledger_of(self._day.facts), MONDAY, now)

    def leave(self) -> None:
        self._store.close()

    def _state(self) -> str:
        return self._day.hall.dossiers.every[self._opened].state.value


ACTS: dict[str, tuple[type[c.Command], dict[str, Any]]] = {
    "forward": (c.ForwardDossier, {}),
    "take_up": (c.ProcessDossier, {}),
    "request_supplement": (c.RequestSupplement, {"reason": REASON}),
    "resume": (c.ResumeDossier, {}),
    "finish": (c.FinishDossier, {}),
    "return": (c.ReturnDossier, {}),
}


class DeskOnScreens(DeskDay):
    """One panel of a commune's hall at work, its links, its printer, and whoever sits there."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        patch.setattr(press, "SETTLE_S", 0.0)
        patch.setattr(printing, "LOOK_AGAIN_S", 0.05)
        new_hall(folder, "commune")
        toml = folder / "hall.toml"
        panel = 'role = "counter"\n'
        written = toml.read_text("utf-8").replace(panel, f'{panel}printer = "simulate"\n', 1)
        toml.write_text(written, "utf-8")
        self._settings = read_hall(folder)
        self._clock = TurnedClock()
        self._controller = ControllerThread(self._settings, self._clock)
        self._port = int(self._controller.url.rpartition(":")[2])
        self._directory = directory = HallDirectory(folder)
        token = self._token("counter-1")
        self._admin = Wire(self._port, directory.admin_token.read_text().strip())
        self._asks("OpenDay")
        self._asks("OpenCounter", counter="1", official="lan")
        address = HallAddress(self._controller.url, token)
        self._link, slips = HallLink(address, "counter", "1"), HallLink(address, "slips")
        self._links = (self._link, slips)
        self._printer = SimulatedPrinter()
        self._printing = SlipPrinting(
            slips, ReceiptPrinter(lambda: MemoryTransport(self._printer)), folder / "slips.db"
        )
        self._screen = open_panel(self._link, QSize(1366, 768), slips=slips)
        self._desk: Any = self._screen.view_model.desk  # type: ignore[attr-defined]
        for link in self._links:
            link.start()
        self._printing.start()
        self._wait(lambda: self._scene() == "free", "the counter is open")

    def citizen_is_called(self) -> str:
        self._asks("IssueTicket", service="civil-status")
        self._wait(lambda: self._panel().waiting_total == 1, "somebody waits")
        self._touch("Gọi tiếp")
        self._wait(lambda: self._scene() == "serving", "the citizen is here")
        return str(self._panel().current["number"])

    def receives(self) -> str:
        self._fills_in()
        self._sends()
        return self._takes_code()

    def receives_while_the_hall_is_away(self) -> str:
        self._fills_in()
        self._link.patience_s = 0.5
        with self._hall_is_away():
            self._sends()
            self._wait(lambda: self._desk.reception.stage == "lost", "nobody answers")
        return self._takes_code()

    def _fills_in(self) -> None:
        reception = self._desk.reception
        self._key(Qt.Key.Key_F10)
        self._wait(lambda: reception.choice.state == "found", "procedures are offered")
        for letter in "khai tu luu dong":
            QTest.keyClick(self._screen.window, letter)
        self._wait(lambda: bool(self._answers("lưu động")), "the words are answered")
        self._touch(self._answers("lưu động")[0])
        self._wait(lambda: reception.terms.due_words != "", "the due time is reckoned")
        self._scan(CARD)
        self._wait(lambda: reception.may_receive, "nothing is missing")

    def _sends(self) -> None:
        QTest.keyClick(self._screen.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def _takes_code(self) -> str:
        reception = self._desk.reception
        self._wait(lambda: reception.is_kept and reception.slip.state == "printed", "all is done")
        code = str(reception.code)
        self._touch("Xong")
        self._wait(lambda: self._desk.page == "", "the queue is shown again")
        return code

    def receipts(self) -> int:
        return len(self._printer.papers)

    def scans(self, code: str) -> str:
        self._scan(code)
        self._wait(lambda: self._desk.opened.state == "open", "the dossier is open")
        return self._state()

    def offers(self) -> set[str]:
        return {one["step"] for one in self._desk.opened.acts.lines}

    def does(self, step: str) -> str:
        before = self._state()
        say = self._panel().preferences.say
        self._touch(say(f"act_{step}"))
        if self._desk.opened.acts.needs_reason:
            for letter in REASON:
                QTest.keyClick(self._screen.window, letter)
        if self._desk.opened.acts.chosen:
            self._touch(say("act_confirm"))
        self._wait(lambda: self._state() != before, f"it was done: {step}")
        return self._state()

    def whose(self, code: str) -> str:
        self._scan(code)
        self._wait(lambda: self._desk.opened.state == "open", "the dossier is open")
        self._touch("Xem người nộp")
        self._wait(lambda: self._desk.opened.whose.state == "shown", "the applicant is shown")
        name = str(self._desk.opened.whose.form.values["name"])
        self._key(Qt.Key.Key_Escape)
        return name

    def not_collected(self) -> int:
        self._key(Qt.Key.Key_Escape)
        self._key(Qt.Key.Key_F12)
        sums = {one["name"]: one["count"] for one in self._desk.due.sums}
        self._key(Qt.Key.Key_Escape)
        return int(str(sums[self._panel().preferences.say("sum_not_collected")]))

    def couriers_take(self, code: str) -> str:
        self._office(Qt.Key.Key_F10)
        runs = self._desk.runs
        self._wait(lambda: runs.state == "shown", "the timetable is there")
        self._touch(runs.next_words)
        self._wait(lambda: runs.chosen, "a run is open")
        self._scans_at_the_bench(code)
        return self.scans_from_the_queue(code)

    def couriers_bring_the_result(self, code: str) -> str:
        self._office(Qt.Key.Key_F10)
        self._wait(lambda: self._desk.runs.chosen, "the run is open still")
        self._touch(self._panel().preferences.say("scan_result"))
        self._scans_at_the_bench(code)
        return self.scans_from_the_queue(code)

    def pays(self, code: str, amount: int) -> int:
        self.scans_from_the_queue(code)
        fees, say = self._desk.opened.fees, self._panel().preferences.say
        self._touch(say("fees_tab"))
        self._wait(lambda: fees.state == "none", "no fee is charged yet")
        self._touch(say("fees_other"))
        for field, text in (("name", "Ban sao"), ("amount", str(amount))):
            fees.write(field, text)
        self._touch(say("act_confirm"))
        self._wait(lambda: fees.due, "it is charged")
        self._touch(say("take_cash"))
        self._wait(lambda: fees.lines[0]["tone"] == "good", "it is paid")
        self._office(Qt.Key.Key_F11)
        self._wait(lambda: self._desk.day_fees.day, "the day's list is there")
        taken = str(self._desk.day_fees.total["taken"])
        self._key(Qt.Key.Key_Escape)
        return int("".join(filter(str.isdigit, taken)))

    def scans_from_the_queue(self, code: str) -> str:
        self._key(Qt.Key.Key_Escape)
        return self.scans(code)

    def _office(self, key: Qt.Key) -> None:
        self._key(Qt.Key.Key_Escape)
        QTest.keyClick(self._screen.window, key, Qt.KeyboardModifier.ShiftModifier)
        settle()

    def _scans_at_the_bench(self, code: str) -> None:
        scans = self._desk.runs.scans
        before = len(scans.tape)
        self._scan(code)
        self._wait(lambda: len(scans.tape) == before + 1, "the scan is settled")
        assert scans.tape[0]["tone"] == "good", scans.tape[0]["words"]

    def at_the_kiosk(self, code: str) -> str:
        address = HallAddress(self._controller.url, self._token("kiosk-1"))
        link = HallLink(address, "kiosk")
        kiosk = open_kiosk(link, QSize(1080, 1920))
        model: Any = kiosk.view_model
        link.start()
        try:
            self._wait(lambda: model.online, "the kiosk has found the hall")
            type_text(code, lambda: kiosk.window)
            self._wait(lambda: model.scene == "dossier", "the dossier is shown")
            says = model.preferences.say
            shown = str(model.tracking.page["headline"])
            return next(one for one in DossierState if says(f"dossier_{one}") == shown).value
        finally:
            link.stop()
            kiosk.close()
            self._screen.window.requestActivate()
            settle()

    def the_day_passes(self) -> None:
        self._clock.pass_minutes(24 * 60)
        self._asks("SealDay")

    def strikes(self, code: str) -> None:
        self._asks("StrikeDossier", dossier=code, reason=REASON)

    def received(self) -> tuple[int, int]:
        database = open_database(self._directory.journal, read_only=True)
        try:
            now = Now(self._clock.today(), self._clock.now())
            return _received(database, now.day - timedelta(days=1), now)
        finally:
            database.close()

    def _token(self, station: str) -> str:
        return self._directory.station_token(station).read_text().strip()

    def leave(self) -> None:
        self._printing.stop()
        for link in self._links:
            link.stop()
        self._screen.close()
        settle()
        self._admin.close()
        self._controller.stop()

    @contextmanager
    def _hall_is_away(self) -> Iterator[None]:
        """Inside, nobody answers; after it the same hall goes on at the same address."""
        self._controller.stop()
        self._wait(lambda: self._link.state != "online", "the panel has noticed")
        yield
        self._controller = ControllerThread(self._settings, self._clock, self._port)

    def _asks(self, kind: str, **fields: object) -> None:
        granted(self._admin.ask(as_it_travels(kind, **fields)))

    def _panel(self) -> Any:
        return self._screen.view_model

    def _scene(self) -> str:
        return str(self._panel().scene)

    def _state(self) -> str:
        found = self._desk.opened._found
        return str(found.dossier.state) if found else ""

    def _answers(self, words: str) -> list[str]:
        names = [
            str(one["name"]).replace("\xa0", " ") for one in self._desk.reception.choice.answers
        ]
        return [name for name in names if words in name]

    def _scan(self, text: str) -> None:
        type_text(text, lambda: self._screen.window)
        settle()

    def _touch(self, name: str) -> None:
        settle()
        self._screen.window.grabWindow()  # buttons come to rest when a frame is drawn
        touch(self._screen.window, named(self._screen.window, name.replace("\xa0", " ")))

    def _key(self, key: Qt.Key) -> None:
        QTest.keyClick(self._screen.window, key)
        settle()

    def _wait(self, is_so: Callable[[], object], what: str) -> None:
        turn_until(lambda: bool(is_so()), PATIENCE_S)
        assert is_so(), what
        settle()


def _received(database: Database, day: date, now: Now) -> tuple[int, int]:
    (sealed,) = (
        one for one in sealed_days(database, Period(day, day), now) if one.part == "dossiers"
    )
    return sealed.sealed["received"], sealed.corrected["received"]


@contextmanager
def told_by(hand: str, folder: Path, patch: pytest.MonkeyPatch) -> Iterator[DeskDay]:
    """The day as told by ``rules`` or on ``screens``."""
    day = DeskByRules(folder) if hand == "rules" else DeskOnScreens(folder / "hall", patch)
    try:
        yield day
    finally:
        day.leave()
