"""What each station shows: whole documents, newest wins; each lives with its topic."""

from hallctl.core.equipment import Device
from hallctl.core.views.board_views import (
    BoardView,
    MessageShown,
    PlaylistEntry,
    Sounding,
    ZoneLine,
)
from hallctl.core.views.counter_views import CounterView, OwnFigures, SignView
from hallctl.core.views.device_views import (
    CounterLight,
    DevicesView,
    DeviceUpkeep,
    StationUpkeep,
    UpkeepView,
)
from hallctl.core.views.dossier_views import (
    DepartmentCounts,
    DossierCounts,
    DossiersDue,
    DossierView,
    DueDossier,
    PastStep,
    UncollectedDossier,
    Urgency,
)
from hallctl.core.views.floor_views import (
    Destination,
    FloorReason,
    OnBreak,
    OpenDesk,
    ParkedTicket,
    ProfileChoice,
    ProfileShown,
    Shut,
    UndoOffer,
)
from hallctl.core.views.hall_views import Alert, AlertKind, CounterLine, HallView, StationLine
from hallctl.core.views.kiosk_views import GroupChoice, KioskView
from hallctl.core.views.office_views import OfficeGlance
from hallctl.core.views.offline_views import LeasedNumbers, LeaseDocument, LeasedPaper
from hallctl.core.views.pad_views import PadView, ReasonChoice
from hallctl.core.views.phone_views import HallCodeShown
from hallctl.core.views.printing_views import GrantedWish, PrintJob, WaitingSlip
from hallctl.core.views.queue_views import (
    Call,
    Counts,
    CurrentTicket,
    MissedTicket,
    ServiceChoice,
    ServiceCounts,
    WaitingTicket,
)
from hallctl.core.views.run_views import (
    DepartmentShown,
    ManifestShown,
    MissingDossier,
    RunShown,
    RunsView,
    TripShown,
)
from hallctl.core.views.slip_views import SlipJob, SlipsView
from hallctl.core.views.ticket_views import TicketView
from hallctl.core.views.view import EmergencyNote, View

AnyView = (
    KioskView
    | CounterView
    | BoardView
    | SignView
    | PadView
    | TicketView
    | DossierView
    | SlipsView
    | RunsView
    | DevicesView
    | UpkeepView
    | HallView
)
