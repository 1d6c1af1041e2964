"""The catalogue leafed through at the kiosk: departments, a department's fields, a field's list."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Property, QObject, Signal, Slot

from hallctl.station.preferences import Preferences
from hallctl.station.procedures import Department, ProcedureLine, ProcedureLookUp
from hallctl.station.words import bind_compounds
from kiosk.procedure_wording import lines_words

Rows = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class _Chosen:
    """How far one has leafed: nothing, a department, or one of its fields too."""

    department: Department | None = None
    field: str = ""


class Browsing(QObject):
    """Rows to choose from; a row that is a procedure is opened by whoever shows it."""

    changed = Signal()

    def __init__(
        self, look_up: ProcedureLookUp, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look_up = look_up
        self._preferences = preferences
        self._departments: tuple[Department, ...] = ()
        self._lines: tuple[ProcedureLine, ...] = ()
        self._chosen = _Chosen()
        self._is_waiting = self._is_lost = False
        self._turn = 0
        preferences.language_changed.connect(self.changed)

    def begin(self) -> None:
        """Ask the hall for its departments, from the first page on."""
        self.forget()
        self._ask(self._look_up.departments, self._on_departments)

    def forget(self) -> None:
        """The person has left."""
        self._departments, self._lines, self._chosen = (), (), _Chosen()
        self._turn += 1
        self._is_waiting = self._is_lost = False
        self.changed.emit()

    @Slot(str)
    def choose(self, key: str) -> None:
        """Go into the department, or the field, of that key."""
        chosen = self._chosen
        if chosen.department is None:
            known = (one for one in self._departments if one.department == key)
            self._chosen = _Chosen(next(known, None))
            self.changed.emit()
        elif not chosen.field:
            self._chosen = _Chosen(chosen.department, key)
            of_field = partial(self._look_up.of_field, chosen.department.department, key)
            self._ask(of_field, self._on_lines)

    def go_up(self) -> bool:
        """One step back; False where there is none, for these are the departments already."""
        chosen = self._chosen
        if chosen.department is None:
            return False
        self._chosen = _Chosen(chosen.department) if chosen.field else _Chosen()
        self._lines = ()
        self._turn += 1
        self._is_waiting = self._is_lost = False
        self.changed.emit()
        return True

    @property
    def where(self) -> str:
        """How far one has leafed, in ids."""
        chosen = self._chosen
        return f"{chosen.department.department if chosen.department else ''}/{chosen.field}"

    def _ask(
        self,
        question: Callable[[Callable[[tuple[object, ...] | None], None]], None],
        answered: Callable[[tuple[object, ...]], None],
    ) -> None:
        self._turn += 1
        self._is_waiting, self._is_lost = True, False
        self.changed.emit()
        question(partial(self._on_answer, self._turn, answered))

    def _on_answer(
        self,
        turn: int,
        answered: Callable[[tuple[object, ...]], None],
        answer: tuple[object, ...] | None,
    ) -> None:
        if turn != self._turn:
            return
        self._is_waiting, self._is_lost = False, answer is None
        if answer is not None:
            answered(answer)
        self.changed.emit()

    def _on_departments(self, departments: tuple[object, ...]) -> None:
        self._departments = tuple(one for one in departments if isinstance(one, Department))

    def _on_lines(self, lines: tuple[object, ...]) -> None:
        self._lines = tuple(one for one in lines if isinstance(one, ProcedureLine))

    def _state(self) -> str:
        return "lost" if self._is_lost else "asking" if self._is_waiting else "found"

    def _title(self) -> str:
        chosen = self._chosen
        if chosen.field:
            return bind_compounds(chosen.field)
        if chosen.department:
            return self._name(chosen.department)
        return self._preferences.say("browse_title")

    def _name(self, department: Department) -> str:
        if department.name is None:
            return self._preferences.say("browse_others")
        return self._preferences.name_of(department.name)

    def _rows(self) -> Rows:
        chosen = self._chosen
        if chosen.field:
            return lines_words(self._preferences, self._lines)
        if chosen.department:
            return [
                self._row(one.field, bind_compounds(one.field), one.procedures)
                for one in chosen.department.fields
            ]
        return [
            self._row(one.department, self._name(one), sum(each.procedures for each in one.fields))
            for one in self._departments
        ]

    def _row(self, key: str, name: str, procedures: int) -> dict[str, str]:
        return {
            "key": key,
            "procedure": "",
            "name": name,
            "place": self._preferences.say("procedures", count=procedures),
            "tone": "soft",
            "icon": "files",
        }

    state = Property(str, _state, notify=changed)
    title = Property(str, _title, notify=changed)
    rows = Property(list, _rows, notify=changed)
