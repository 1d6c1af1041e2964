"""Every wish a station may send, as they travel in JSON; each lives with its topic."""

from hallctl.core.commands.appointment_commands import (
    AppointmentCommand,
    BookAppointment,
    CancelAppointment,
    CheckInAppointment,
    ImportAppointments,
    MoveAppointment,
    ReleaseAppointment,
    RemindAppointment,
)
from hallctl.core.commands.board_commands import (
    BoardCommand,
    ClearEmergency,
    ReadMessage,
    SetSound,
    ShowEmergency,
    TellCounter,
)
from hallctl.core.commands.command import (
    LAST_MOMENT,
    At,
    Command,
    Mark,
    Name,
    PaperName,
    Papers,
    Reason,
)
from hallctl.core.commands.complaint_commands import (
    AddToComplaint,
    AnswerComplaint,
    AnyComplaintCommand,
    AskComplainant,
    ComplaintCommand,
    FileComplaint,
    ForwardComplaint,
    PublishAnswer,
    RefuseComplaint,
)
from hallctl.core.commands.correction_commands import StrikeDossier, StrikeRating, UndoDossierStep
from hallctl.core.commands.delivery_commands import (
    AskDelivery,
    CallOffDelivery,
    ConfirmDelivered,
    HandToCarrier,
    NoteCameBack,
)
from hallctl.core.commands.dossier_commands import (
    DossierCommand,
    FinishDossier,
    ForwardDossier,
    ProcessDossier,
    ReappointDossier,
    ReceiveDossier,
    RefuseDossier,
    RequestSupplement,
    ResumeDossier,
    ReturnDossier,
    StopDossier,
    WithdrawDossier,
)
from hallctl.core.commands.fee_commands import CancelFee, ChargeFee, CorrectFee, Method, PayFees
from hallctl.core.commands.figure_commands import GiveFigure
from hallctl.core.commands.floor_commands import (
    AddService,
    CallNumber,
    CallTicket,
    ChooseProfile,
    EndBreak,
    EndNoShow,
    FloorCommand,
    NoteVisit,
    Park,
    Resume,
    ReturnNoShow,
    StartBreak,
    Substitute,
    Transfer,
    UndoLast,
)
from hallctl.core.commands.notice_commands import (
    ConfirmNotice,
    DropNotice,
    LeaveToCall,
    NoteCall,
    ReportNotice,
    WhyCall,
    WhyDrop,
)
from hallctl.core.commands.number_commands import PassOverNumbers
from hallctl.core.commands.offer_commands import (
    EndIssuing,
    OfferCommand,
    OfferService,
    PauseService,
)
from hallctl.core.commands.office_commands import OfficeCommand
from hallctl.core.commands.offline_commands import HandInTicket, LeaseNumbers
from hallctl.core.commands.phone_commands import TakeNumber
from hallctl.core.commands.printing_commands import (
    ConfirmPrinted,
    RedirectPrinting,
    ReleasePrinting,
    ReportNotPrinted,
)
from hallctl.core.commands.queue_commands import (
    CallNext,
    CancelTicket,
    CloseCounter,
    CloseDay,
    FinishVisit,
    IssueTicket,
    MarkNoShow,
    OpenCounter,
    OpenDay,
    Recall,
    Requeue,
)
from hallctl.core.commands.rating_commands import ExplainRating, RateVisit
from hallctl.core.commands.run_commands import CloseRun, OpenRun, ScanIn, ScanOut
from hallctl.core.commands.seal_commands import SealDay
from hallctl.core.commands.slip_commands import (
    ConfirmSlip,
    PrintManifest,
    PrintProcedure,
    PrintSlip,
    PrintTrial,
    RedirectSlip,
    ReleaseSlip,
    ReportSlip,
    SlipKind,
)
from hallctl.core.commands.supervisor_commands import (
    ChangeServices,
    GivePriority,
    MoveCounter,
    PutUpNotice,
    SupervisorCommand,
    TakeDownNotice,
)

AnyCommand = (
    OpenDay
    | CloseDay
    | OpenCounter
    | CloseCounter
    | IssueTicket
    | CallNext
    | Recall
    | MarkNoShow
    | Requeue
    | FinishVisit
    | RateVisit
    | ExplainRating
    | CancelTicket
    | ConfirmPrinted
    | ReportNotPrinted
    | RedirectPrinting
    | ReleasePrinting
    | FloorCommand
    | OfficeCommand
    | OfferCommand
    | ReturnNoShow
    | EndNoShow
    | AnyComplaintCommand
    | AppointmentCommand
    | ReceiveDossier
    | ForwardDossier
    | ProcessDossier
    | RequestSupplement
    | ResumeDossier
    | FinishDossier
    | ReturnDossier
    | RefuseDossier
    | WithdrawDossier
    | StopDossier
    | ReappointDossier
    | SealDay
    | StrikeDossier
    | StrikeRating
    | GiveFigure
    | UndoDossierStep
    | PrintSlip
    | PrintProcedure
    | PrintTrial
    | ConfirmSlip
    | ReportSlip
    | PrintManifest
    | RedirectSlip
    | ReleaseSlip
    | OpenRun
    | ScanOut
    | ScanIn
    | CloseRun
    | LeaseNumbers
    | HandInTicket
    | PassOverNumbers
    | ChangeServices
    | PutUpNotice
    | GivePriority
    | MoveCounter
    | TakeDownNotice
    | TakeNumber
    | BoardCommand
    | ReadMessage
)
