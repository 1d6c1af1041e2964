"""Wishes of the back office, taken together."""

from hallctl.core.delivery_commands import (
    AskDelivery,
    CallOffDelivery,
    ConfirmDelivered,
    HandToCarrier,
    NoteCameBack,
)
from hallctl.core.fee_commands import CancelFee, ChargeFee, CorrectFee, PayFees
from hallctl.core.notice_commands import (
    ConfirmNotice,
    DropNotice,
    LeaveToCall,
    NoteCall,
    ReportNotice,
)

OfficeCommand = (
    ConfirmNotice
    | ReportNotice
    | LeaveToCall
    | DropNotice
    | NoteCall
    | ChargeFee
    | CorrectFee
    | PayFees
    | CancelFee
    | AskDelivery
    | CallOffDelivery
    | HandToCarrier
    | ConfirmDelivered
    | NoteCameBack
)
