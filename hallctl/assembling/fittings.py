"""Which stations the hall has now, where they print, and how they are."""

from collections.abc import Callable, Iterable

from hallctl.core.drawing.hall_drawing import Equipment
from hallctl.core.drawing.unsent import Unsent
from hallctl.people.paired_stations import PairedStation
from hallctl.problems import Problem
from hallctl.settings import HallSettings
from hallctl.web.desks.device_desk import DeviceReports
from hallctl.web.presence import Presences


class Fittings:
    """The stations of ``hall.toml`` and those that came in by a code; the newest list counts."""

    def __init__(
        self, settings: HallSettings, reports: DeviceReports, presences: Presences
    ) -> None:
        self.reports = reports
        self.presences = presences
        self.equipment: list[Equipment] = []
        self.printers: dict[str, str] = {}
        """Where each station prints, as it is when a view is drawn."""
        self.unsent: Callable[[], Iterable[Unsent]] = tuple
        """What should have gone out by itself and hasn't."""
        self.mistake: Callable[[], Problem | None] = lambda: settings.mistake
        """What in ``hall.toml`` keeps the hall at the settings it had before."""
        self._settings = settings

    def renew(self, paired: Iterable[PairedStation]) -> None:
        """Every station once; a machine of ``hall.toml`` that came in by a code keeps its printer."""
        known = {
            one.name: Equipment(one.name, one.role, one.counter, one.printer)
            for one in self._settings.stations
        }
        for one in paired:
            printer = one.printer or (known[one.name].printer if one.name in known else "")
            known[one.name] = Equipment(one.name, one.role, one.counter, printer)
        self.equipment[:] = known.values()
        self.printers.clear()
        self.printers.update({one.station: one.printer for one in self.equipment})
