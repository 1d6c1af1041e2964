"""Wishes of the back office, taken together."""

from hallctl.core.notice_commands import (
    ConfirmNotice,
    DropNotice,
    LeaveToCall,
    NoteCall,
    ReportNotice,
)

OfficeCommand = ConfirmNotice | ReportNotice | LeaveToCall | DropNotice | NoteCall
