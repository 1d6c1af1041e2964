"""Every fact that may have happened in the hall; each lives with its topic."""

from hallctl.core.events.appointment_events import (
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentCheckedIn,
    AppointmentEvent,
    AppointmentMoved,
    AppointmentReleased,
    AppointmentReminded,
)
from hallctl.core.events.board_events import (
    BoardEvent,
    CounterTold,
    EmergencyCleared,
    EmergencyShown,
    MessageRead,
    SoundWasSet,
)
from hallctl.core.events.complaint_events import (
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
from hallctl.core.events.correction_events import DossierStepUndone, DossierStruck, RatingStruck
from hallctl.core.events.delivery_events import (
    DeliveryAsked,
    DeliveryCalledOff,
    HandedToCarrier,
    ResultCameBack,
    ResultDelivered,
)
from hallctl.core.events.dossier_events import (
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
from hallctl.core.events.epoch_events import EpochBegun
from hallctl.core.events.event import Event
from hallctl.core.events.fee_events import FeeCancelled, FeeCharged, FeeCorrected, FeeEvent, FeePaid
from hallctl.core.events.figure_events import FigureGiven
from hallctl.core.events.floor_events import (
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
from hallctl.core.events.notice_events import (
    NoticeCalled,
    NoticeDropped,
    NoticeFailed,
    NoticeLeftToCall,
    NoticeOwed,
    NoticeSent,
)
from hallctl.core.events.number_events import NumbersPassedOver
from hallctl.core.events.offer_events import (
    IssuingEnded,
    ServiceOffered,
    ServicePaused,
    TicketCarriedOver,
)
from hallctl.core.events.office_events import OfficeEvent
from hallctl.core.events.offline_events import LeasedRange, NumbersLeased, TicketHandedInLate
from hallctl.core.events.printing_events import (
    PrintingRedirected,
    PrintingReleased,
    TicketNotPrinted,
    TicketPrinted,
)
from hallctl.core.events.queue_events import (
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
from hallctl.core.events.rating_events import RatingExplained, VisitRated
from hallctl.core.events.reopening_events import (
    ClosingBegun,
    IssuingResumed,
    ReopeningEvent,
    TicketRevived,
)
from hallctl.core.events.run_events import (
    DossierMissing,
    DossierScannedIn,
    DossierScannedOut,
    RunClosed,
    RunOpened,
)
from hallctl.core.events.seal_events import DaySealed
from hallctl.core.events.slip_events import (
    SlipNotPrinted,
    SlipOrdered,
    SlipPrinted,
    SlipRedirected,
    SlipReleased,
)
from hallctl.core.events.supervisor_events import (
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
    | NumbersPassedOver
    | ServicesChanged
    | NoticePutUp
    | NoticeTakenDown
    | TicketPrioritised
    | BoardEvent
    | ReopeningEvent
)
