"""How wishes of the back office are weighed."""

from collections.abc import Callable
from typing import Any

from hallctl.core import commands
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.deciding.delivery_decisions import (
    ask_delivery,
    call_off_delivery,
    confirm_delivered,
    hand_to_carrier,
    note_came_back,
)
from hallctl.core.deciding.fee_decisions import cancel_fee, charge_fee, correct_fee, pay_fees
from hallctl.core.deciding.notice_decisions import (
    confirm_notice,
    drop_notice,
    leave_to_call,
    note_call,
    report_notice,
)
from hallctl.core.hall import Hall

DECIDE_IN_THE_OFFICE: dict[type[commands.Command], Callable[[Hall, Any, Circumstances], Facts]] = {
    commands.ConfirmNotice: confirm_notice,
    commands.ReportNotice: report_notice,
    commands.LeaveToCall: leave_to_call,
    commands.DropNotice: drop_notice,
    commands.NoteCall: note_call,
    commands.ChargeFee: charge_fee,
    commands.CorrectFee: correct_fee,
    commands.PayFees: pay_fees,
    commands.CancelFee: cancel_fee,
    commands.AskDelivery: ask_delivery,
    commands.CallOffDelivery: call_off_delivery,
    commands.HandToCarrier: hand_to_carrier,
    commands.ConfirmDelivered: confirm_delivered,
    commands.NoteCameBack: note_came_back,
}
