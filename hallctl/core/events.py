"""Every fact that may have happened in the hall; each lives with its topic."""

from hallctl.core.appointment_events import (
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentCheckedIn,
    AppointmentEvent,
    AppointmentMoved,
    AppointmentReleased,
    AppointmentReminded,
)
from hallctl.core.board_events import (
    BoardEvent,
    CounterTold,
    EmergencyCleared,
    EmergencyShown,
    MessageRead,
    SoundWasSet,
)
from hallctl.core.complaint_events import (
    AnswerPublished,
    AnyComplaintEvent,
    ComplainantAsked,
    ComplaintAdded,
    ComplaintAnswered,
    ComplaintEvent,
    ComplaintFiled,
    ComplaintForwarded,
    ComplaintRefused,
)
from hallctl.core.correction_events import DossierStepUndone, DossierStruck, RatingStruck
from hallctl.core.delivery_events import (
    DeliveryAsked,
    DeliveryCalledOff,
    HandedToCarrier,
    ResultCameBack,
    ResultDelivered,
)
from hallctl.core.dossier_events import (
    CalendarAdopted,
    DossierEvent,
    DossierFinished,
    DossierForwarded,
    DossierReappointed,
    DossierReceived,
    DossierRefused,
    DossierResumed,
    DossierReturned,
    DossierStopped,
    DossierTakenUp,
    DossierWithdrawn,
    SupplementRequested,
)
from hallctl.core.epoch_events import EpochBegun
from hallctl.core.event import Event
from hallctl.core.fee_events import FeeCancelled, FeeCharged, FeeCorrected, FeeEvent, FeePaid
from hallctl.core.figure_events import FigureGiven
from hallctl.core.floor_events import (
    BreakEnded,
    BreakStarted,
    LegFinished,
    OfficialSubstituted,
    PressUndone,
    ProfileChosen,
    ServicesPlanned,
    TicketEnded,
    TicketParked,
    TicketReleased,
    TicketResumed,
    TicketTransferred,
    VisitNoted,
)
from hallctl.core.notice_events import (
    NoticeCalled,
    NoticeDropped,
    NoticeFailed,
    NoticeLeftToCall,
    NoticeOwed,
    NoticeSent,
)
from hallctl.core.offer_events import (
    IssuingEnded,
    ServiceOffered,
    ServicePaused,
    TicketCarriedOver,
)
from hallctl.core.office_events import OfficeEvent
from hallctl.core.offline_events import LeasedRange, NumbersLeased, TicketHandedInLate
from hallctl.core.printing_events import (
    PrintingRedirected,
    PrintingReleased,
    TicketNotPrinted,
    TicketPrinted,
)
from hallctl.core.queue_events import (
    CounterClosed,
    CounterOpened,
    DayClosed,
    DayOpened,
    TicketCalled,
    TicketCancelled,
    TicketIssued,
    TicketLapsed,
    TicketMissed,
    TicketRecalled,
    TicketRequeued,
    VisitFinished,
)
from hallctl.core.rating_events import RatingExplained, VisitRated
from hallctl.core.run_events import (
    DossierMissing,
    DossierScannedIn,
    DossierScannedOut,
    RunClosed,
    RunOpened,
)
from hallctl.core.seal_events import DaySealed
from hallctl.core.slip_events import (
    SlipNotPrinted,
    SlipOrdered,
    SlipPrinted,
    SlipRedirected,
    SlipReleased,
)
from hallctl.core.supervisor_events import (
    NoticePutUp,
    NoticeTakenDown,
    ServicesChanged,
    TicketPrioritised,
)

AnyEvent = (
    DayOpened
    | DayClosed
    | CounterOpened
    | CounterClosed
    | TicketIssued
    | TicketCalled
    | TicketRecalled
    | TicketMissed
    | TicketRequeued
    | TicketCancelled
    | TicketLapsed
    | VisitFinished
    | VisitRated
    | AnyComplaintEvent
    | AppointmentEvent
    | RatingExplained
    | TicketPrinted
    | TicketNotPrinted
    | PrintingRedirected
    | PrintingReleased
    | ServicePaused
    | ServiceOffered
    | IssuingEnded
    | TicketCarriedOver
    | TicketParked
    | TicketResumed
    | TicketTransferred
    | TicketReleased
    | ServicesPlanned
    | LegFinished
    | VisitNoted
    | PressUndone
    | TicketEnded
    | BreakStarted
    | BreakEnded
    | OfficialSubstituted
    | ProfileChosen
    | CalendarAdopted
    | DossierReceived
    | DossierForwarded
    | DossierTakenUp
    | SupplementRequested
    | DossierResumed
    | DossierFinished
    | DossierReturned
    | DossierRefused
    | DossierWithdrawn
    | DossierStopped
    | DossierReappointed
    | DaySealed
    | DossierStepUndone
    | DossierStruck
    | RatingStruck
    | FigureGiven
    | SlipOrdered
    | SlipPrinted
    | SlipNotPrinted
    | SlipRedirected
    | SlipReleased
    | OfficeEvent
    | RunOpened
    | RunClosed
    | DossierScannedOut
    | DossierScannedIn
    | DossierMissing
    | NumbersLeased
    | TicketHandedInLate
    | EpochBegun
    | ServicesChanged
    | NoticePutUp
    | NoticeTakenDown
    | TicketPrioritised
    | BoardEvent
)
