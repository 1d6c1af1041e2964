"""The hall as its newest view and the link tell it: is it there, is it open, what does it offer."""

from hallctl.core.views import KioskView, ServiceChoice
from hallctl.station.link.answering import Link
from kiosk.scenes import ALWAYS, Scene


class HallSeen:
    """Answers from the last view heard; None of it changes anything."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self.view: KioskView | None = None

    def choice(self, service: str) -> ServiceChoice | None:
        """That service as the hall offers it now, or None."""
        services = self.view.services if self.view else ()
        return next((one for one in services if one.service == service), None)

    @property
    def is_open(self) -> bool:
        """Whether a day is open."""
        return self.view is not None and self.view.business_day is not None

    @property
    def is_online(self) -> bool:
        """Whether the hall hears the kiosk."""
        return bool(self._link.state == "online")

    @property
    def is_alone(self) -> bool:
        """The hall is out of reach, and the kiosk still gives numbers."""
        return not self.is_online and bool(self._link.gives_alone)

    @property
    def given_alone(self) -> frozenset[str] | None:
        """Of which services it gives them then; None while the hall is there."""
        return self._link.gives_alone if self.is_alone else None

    @property
    def gives_numbers(self) -> bool:
        """Whether anybody would answer a wish for a number."""
        return (self.is_online or self.is_alone) and self.is_open

    @property
    def has_paper_trouble(self) -> bool:
        """Whether a slip waits because of the printer."""
        return any(job.fault for job in (self.view.print_jobs if self.view else ()))

    def scene(self, place: Scene) -> Scene:
        """What is shown to somebody who has got to ``place``."""
        if place in ALWAYS:
            return place
        if self.view is None:
            return Scene.CONNECTING
        return place if self.is_open else Scene.CLOSED
