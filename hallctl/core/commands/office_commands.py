"""Wishes of the back office, taken together."""

from hallctl.core.commands.delivery_commands import (
    AskDelivery,
    CallOffDelivery,
    ConfirmDelivered,
    HandToCarrier,
    NoteCameBack,
)
from hallctl.core.commands.fee_commands import CancelFee, ChargeFee, CorrectFee, PayFees
from hallctl.core.commands.notice_commands import (
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
