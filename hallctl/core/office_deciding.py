"""How wishes of the back office are weighed."""

from collections.abc import Callable
from typing import Any

from hallctl.core import commands
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.hall import Hall
from hallctl.core.notice_decisions import (
    confirm_notice,
    drop_notice,
    leave_to_call,
    note_call,
    report_notice,
)

DECIDE_IN_THE_OFFICE: dict[type[commands.Command], Callable[[Hall, Any, Circumstances], Facts]] = {
    commands.ConfirmNotice: confirm_notice,
    commands.ReportNotice: report_notice,
    commands.LeaveToCall: leave_to_call,
    commands.DropNotice: drop_notice,
    commands.NoteCall: note_call,
}
