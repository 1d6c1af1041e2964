"""Courier runs at the panel: the timetable, one run with its manifests, scans, what is missing."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.desk.moments import clock_of
from counter_display.desk.office.page import Around, Page
from counter_display.desk.office.run_lines import (
    FoundRun,
    manifest_lines,
    missing_lines,
    row_lines,
    trip_lines,
)
from counter_display.desk.office.run_scans import RunScans
from hallctl.core.commands import CloseRun, OpenRun, PrintManifest
from hallctl.core.events import RunOpened
from hallctl.core.views import RunShown, RunsView
from hallctl.station.link.addressing import new_command_id
from hallctl.station.link.answering import Answer


class Runs(Page):
    """``chosen`` is the run that is looked at, and that takes what is scanned."""

    runs_changed = Signal()

    def __init__(self, around: Around, parent: QObject) -> None:
        super().__init__(around, parent)
        self._view: RunsView | None = None
        self._found: FoundRun | None = None
        self._chosen = ""
        self._is_closing = False
        self.changed.connect(self.runs_changed)
        self._scans = RunScans(around.link, around.preferences, around.refusing, self)
        self._scans.scanned.connect(self._fetch_if_open)
        self._scans.changed.connect(self.changed)

    def scan(self, text: str) -> None:
        """A code was read while the page is open."""
        self._scans.scan(text)

    @Slot(str)
    def choose(self, run: str) -> None:
        """Look at a run of the timetable that was opened."""
        if run:
            self._turn_to(run)
            self._fetch()
            self.changed.emit()

    @Slot()
    def open_next(self) -> None:
        """A courier gets ready: the next trip of the timetable, or one more."""
        self._wish(OpenRun(command_id=new_command_id()), self._on_opened)

    @Slot()
    def close_run(self) -> None:
        """The run is over; asks once more where something has not arrived."""
        run = self._run()
        if run is None or not run.is_open:
            return
        if run.on_its_way and not self._is_closing:
            self._is_closing = True
            self.changed.emit()
            return
        self._is_closing = False
        self._wish(CloseRun(command_id=new_command_id(), run=run.run))

    @Slot()
    def cancel(self) -> None:
        """Rather not."""
        self._is_closing = False
        self.changed.emit()

    @Slot(str)
    def print_manifest(self, department: str) -> None:
        """On this counter's slip printer."""
        if self._chosen:
            language = self._preferences.spoken()
            new = new_command_id()
            self._wish(
                PrintManifest(
                    command_id=new, run=self._chosen, department=department, language=language
                )
            )

    @Slot(str, str)
    def paper(self, act: str, department: str) -> None:
        """The manifest for one department on A4: ``open``, ``save`` or ``print``."""
        path = f"/api/runs/{self._chosen}/manifest.pdf?department={department}"
        language = self._preferences.spoken()
        name = f"manifest-{self._chosen}-{department}"
        self._pdf.fetch(act, name, f"{path}&lang={language}")

    def _fetch(self) -> None:
        self._get("/api/views/runs", RunsView, self._take)
        if self._chosen:
            self._get(f"/api/runs/{self._chosen}", FoundRun, self._take_rows)

    def _take(self, view: RunsView) -> None:
        self._view = view
        if self._run() is None:
            is_open = [one.run for one in view.runs if one.is_open]
            self._turn_to(is_open[-1] if is_open else "")
            if self._chosen:
                self._get(f"/api/runs/{self._chosen}", FoundRun, self._take_rows)

    def _take_rows(self, found: FoundRun) -> None:
        self._found = found

    def _on_opened(self, answer: Answer) -> None:
        opened = next((one.run for one in answer.events if isinstance(one, RunOpened)), "")
        self._turn_to(opened)

    def _turn_to(self, run: str) -> None:
        if run != self._chosen:
            self._found = None
        self._chosen, self._is_closing = run, False
        self._scans.look(run)

    def _run(self) -> RunShown | None:
        runs = self._view.runs if self._view else ()
        return next((one for one in runs if one.run == self._chosen), None)

    def _names(self) -> dict[str, str]:
        departments = self._view.departments if self._view else ()
        return {
            one.department: self._preferences.name_of(one.department_name) for one in departments
        }

    def _departments(self) -> list[dict[str, object]]:
        place = str(self._scans.place)
        every = {"": self._preferences.say("place_hall"), **self._names()}
        return [
            {"department": one, "name": name, "is_chosen": one == place}
            for one, name in every.items()
        ]

    def _trips(self) -> list[dict[str, object]]:
        return trip_lines(self._view, self._chosen, self._preferences) if self._view else []

    def _next_words(self) -> str:
        view, say = self._view, self._preferences.say
        if view is None or view.next_leaves_at is None:
            return say("run_open_one_more")
        return say("run_open_next", time=clock_of(view.next_leaves_at, view.timezone))

    def _title(self) -> str:
        run = self._run()
        if run is None or self._view is None:
            return self._preferences.say("run_none")
        due = clock_of(run.due_at, self._view.timezone)
        return self._preferences.say("run_title", trip=run.trip, due=due)

    def _sums(self) -> list[dict[str, object]]:
        run = self._run()
        sums = (
            ("scanned", run.scanned, "soft"),
            ("arrived", run.arrived, "good"),
            ("on_its_way", run.on_its_way, "warn"),
            ("missing", run.missing, "bad"),
        ) if run else ()  # fmt: skip
        return [
            {"name": self._preferences.say(f"run_sum_{name}"), "count": count, "tone": tone}
            for name, count, tone in sums
        ]

    def _manifests(self) -> list[dict[str, object]]:
        run = self._run()
        return manifest_lines(run, self._preferences) if run else []

    def _rows(self) -> list[dict[str, object]]:
        return row_lines(self._found, self._names(), self._preferences) if self._found else []

    def _missing(self) -> list[dict[str, object]]:
        return missing_lines(self._view, self._preferences) if self._view else []

    def _may_close(self) -> bool:
        run = self._run()
        return bool(run and run.is_open)

    def _closing_words(self) -> str:
        run = self._run()
        if not (self._is_closing and run):
            return ""
        return self._preferences.say("run_closing", count=run.on_its_way)

    scans = Property(QObject, lambda self: self._scans, constant=True)
    trips = Property(list, _trips, notify=runs_changed)
    next_words = Property(str, _next_words, notify=runs_changed)
    chosen = Property(str, lambda self: self._chosen, notify=runs_changed)
    title = Property(str, _title, notify=runs_changed)
    sums = Property(list, _sums, notify=runs_changed)
    manifests = Property(list, _manifests, notify=runs_changed)
    rows = Property(list, _rows, notify=runs_changed)
    missing = Property(list, _missing, notify=runs_changed)
    missing_total = Property(
        int, lambda self: self._view.missing_total if self._view else 0, notify=runs_changed
    )
    departments = Property(list, _departments, notify=runs_changed)
    may_close = Property(bool, _may_close, notify=runs_changed)
    closing = Property(str, _closing_words, notify=runs_changed)
