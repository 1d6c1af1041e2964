"""Facts about a counter's slips."""

from hallctl.core.commands.slip_commands import SlipKind
from hallctl.core.events.event import Event


class SlipOrdered(Event, frozen=True, kw_only=True, gc=False):
    """A slip of the dossier is to come out at the station. ``slip`` is unique for ever."""

    slip: str
    kind: SlipKind
    dossier: str
    """Empty for a procedure's list, a manifest and a trial."""
    station: str
    language: str
    procedure: str = ""
    """Of a procedure's list: which one."""
    run: str = ""
    department: str = ""
    """Of a manifest: which run's, for whom."""


class SlipPrinted(Event, frozen=True, kw_only=True, gc=False):
    """The slip is on paper."""

    slip: str
    dossier: str
    station: str


class SlipNotPrinted(Event, frozen=True, kw_only=True, gc=False):
    """The station's printer failed; the job waits.

    ``is_held``: the printer has the slip, and prints it once someone helps.
    """

    slip: str
    dossier: str
    station: str
    fault: str
    is_held: bool = False


class SlipRedirected(Event, frozen=True, kw_only=True, gc=False):
    """The slip is to be printed at ``station`` instead of ``from_station``.

    ``attempt`` counts from 1, the first place it was to be printed at. It waits until
    ``from_station`` lets go, unless a person has confirmed that no slip comes out there.
    """

    slip: str
    dossier: str
    from_station: str
    station: str
    attempt: int
    confirmed_lost: bool


class SlipReleased(Event, frozen=True, kw_only=True, gc=False):
    """The station before has printed nothing of the slip and never will."""

    slip: str
    dossier: str
    station: str
