"""Facts of the back office, taken together."""

from hallctl.core.events.delivery_events import (
    DeliveryAsked,
    DeliveryCalledOff,
    HandedToCarrier,
    ResultCameBack,
    ResultDelivered,
)
from hallctl.core.events.fee_events import FeeCancelled, FeeCharged, FeeCorrected, FeePaid
from hallctl.core.events.notice_events import (
    NoticeCalled,
    NoticeDropped,
    NoticeFailed,
    NoticeLeftToCall,
    NoticeOwed,
    NoticeSent,
)

OfficeEvent = (
    NoticeOwed
    | NoticeSent
    | NoticeFailed
    | NoticeLeftToCall
    | NoticeDropped
    | NoticeCalled
    | FeeCharged
    | FeeCorrected
    | FeePaid
    | FeeCancelled
    | DeliveryAsked
    | DeliveryCalledOff
    | HandedToCarrier
    | ResultDelivered
    | ResultCameBack
)
