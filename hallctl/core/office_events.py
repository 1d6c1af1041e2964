"""Facts of the back office, taken together."""

from hallctl.core.notice_events import (
    NoticeCalled,
    NoticeDropped,
    NoticeFailed,
    NoticeLeftToCall,
    NoticeOwed,
    NoticeSent,
)

OfficeEvent = (
    NoticeOwed | NoticeSent | NoticeFailed | NoticeLeftToCall | NoticeDropped | NoticeCalled
)
