"""Facts about a counter's slips."""

from hallctl.core.event import Event
from hallctl.core.slip_commands import SlipKind


class SlipOrdered(Event, frozen=True, kw_only=True, gc=False):
    """A slip of the dossier is to come out at the station. ``slip`` is unique for ever."""

    slip: str
    kind: SlipKind
    dossier: str
    """Empty for a procedure's list."""
    station: str
    language: str
    procedure: str = ""
    """Of a procedure's list: which one."""


class SlipPrinted(Event, frozen=True, kw_only=True, gc=False):
    """The slip is on paper."""

    slip: str
    dossier: str
    station: str


class SlipNotPrinted(Event, frozen=True, kw_only=True, gc=False):
    """The station's printer failed; the job waits."""

    slip: str
    dossier: str
    station: str
    fault: str
