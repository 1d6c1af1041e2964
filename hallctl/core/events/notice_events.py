"""Facts about notices. They tell of no address: who is told lies with the applicant."""

from datetime import date

from hallctl.core.events.dossier_events import DossierEvent
from hallctl.core.events.event import Event


class NoticeEvent(Event, frozen=True, kw_only=True, gc=False):
    """A fact about one notice of a dossier or an appointment; ``day`` is the hall's local date."""

    notice: str
    dossier: str
    day: date
    appointment: str = ""


class NoticeOwed(NoticeEvent, frozen=True, kw_only=True, gc=False):
    """The applicant should hear of what happened."""

    kind: str


class NoticeSent(NoticeEvent, frozen=True, kw_only=True, gc=False):
    """It was taken at the ``attempt``-th try."""

    channel: str
    attempt: int


class NoticeFailed(NoticeEvent, frozen=True, kw_only=True, gc=False):
    """A try failed; the next one is due at ``next_try_at``, and there is none where that is 0."""

    channel: str
    attempt: int
    fault: str
    next_try_at: int


class NoticeLeftToCall(NoticeEvent, frozen=True, kw_only=True, gc=False):
    """Somebody has to call."""

    why: str


class NoticeDropped(NoticeEvent, frozen=True, kw_only=True, gc=False):
    """Nobody is told."""

    why: str


class NoticeCalled(DossierEvent, frozen=True, kw_only=True, gc=False):
    """An official called."""

    notice: str
    reached: bool
