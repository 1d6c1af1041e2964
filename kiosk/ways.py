"""Where the person in front of the kiosk has got to, and the steps from one scene to the next."""

from PySide6.QtCore import QObject, Slot

from kiosk.aloud import Aloud
from kiosk.hall_seen import HallSeen
from kiosk.parts import Parts
from kiosk.scenes import Scene
from kiosk.thanks import Thanks


class Ways(QObject):
    """What the buttons that lead somewhere press. The kiosk's parts are its owner's to put together."""

    aloud: Aloud
    _hall: HallSeen
    _parts: Parts
    _thanks: Thanks

    def __init__(self) -> None:
        super().__init__()
        self._place = Scene.HOME
        self._came_from = Scene.FIND
        self._page = 0

    def _tell(self) -> None:
        """Something else is to be shown now. The signal is the owner's: Qt reads properties beside theirs."""

    @Slot()
    def ask_priority(self) -> None:
        """Show who may take a priority number."""
        self._go(Scene.PRIORITY)

    @Slot()
    def show_help(self) -> None:
        """Explain how the kiosk works; asked again, go back."""
        if self._place is Scene.HELP:
            self.go_home()
        else:
            self._go(Scene.HELP)

    @Slot()
    def begin_guide(self) -> None:
        """Go step by step, with few words on a screen, all of them spoken."""
        view = self._hall.view
        self.aloud.guiding.begin(asks_who=bool(view and view.groups))
        self._go(Scene.GUIDE)

    @Slot()
    def show_languages(self) -> None:
        """Show every language there is; asked again, or once one is chosen, go back."""
        if self._place is Scene.LANGUAGES:
            self._go(self._came_from)
        else:
            self._came_from = self._place
            self._go(Scene.LANGUAGES)

    @Slot()
    def find(self) -> None:
        """Look for a procedure by what one needs; what was typed already is still there."""
        self._go(Scene.FIND)

    @Slot()
    def browse(self) -> None:
        """Leaf through the hall's procedures by department and field."""
        self._parts.browsing.begin()
        self._go(Scene.BROWSE)

    @Slot()
    def track(self) -> None:
        """Look at one's dossier: by its receipt, scanned or typed."""
        self._parts.tracking.forget()
        self._go(Scene.TRACK)

    @Slot()
    def print_list(self) -> None:
        """What the procedure shown takes, on paper."""
        if self._place is Scene.PROCEDURE and self._hall.is_online:
            self._parts.listing.ask(self._parts.finding.shown)

    @Slot()
    def go_back(self) -> None:
        """One step back on the way to a procedure."""
        match self._place:
            case Scene.DOSSIER:
                self.track()
            case Scene.PROCEDURE:
                self._go(self._came_from)
            case Scene.BROWSE if self._parts.browsing.go_up():
                self._tell()
            case Scene.BROWSE:
                self._go(Scene.FIND)
            case _:
                self._go(Scene.HOME)

    @Slot()
    def go_home(self) -> None:
        """Back to the services; the person is still there, so what they chose stays."""
        if self.aloud.guiding.is_guiding and self._place is Scene.HELP:
            self._go(Scene.GUIDE)
            return
        self.aloud.end_guide()
        self._go(Scene.HOME)

    @Slot(int)
    def show_page(self, page: int) -> None:
        """Show another page of services, the first being 0."""
        self._page = max(0, page)
        self._tell()

    def _go(self, place: Scene) -> None:
        self._place = place
        self._parts.camera.want(wanted=place is Scene.TRACK)
        if place is not Scene.THANKS:
            self._thanks.leave()
        self._tell()

    @Slot()
    def _on_left_guide(self) -> None:
        self.aloud.end_guide()
        self._go(Scene.HOME)

    @Slot()
    def _on_opened(self) -> None:
        if self._place in {Scene.FIND, Scene.BROWSE}:
            self._came_from = self._place
            self._parts.listing.forget()
            self._go(Scene.PROCEDURE)

    @Slot()
    def _on_dossier(self) -> None:
        """There is a dossier to show, or why not; the number just taken is not hidden by it."""
        if self._place is not Scene.THANKS:
            self._go(Scene.DOSSIER)

    @property
    def shown(self) -> Scene:
        """The scene that is shown."""
        return self._hall.scene(self._place)

    @property
    def where(self) -> tuple[str, ...]:
        """Where the person has got to, told apart as far as a listener needs it."""
        asked = self.aloud.guiding.asked
        return (self.shown, asked, self._parts.browsing.where, self._parts.finding.shown)
