"""What goes on behind the counter, in memory, beside the dossiers themselves and their runs."""

import msgspec

from hallctl.core.hall.delivery_book import DeliveryBook
from hallctl.core.hall.fee_book import FeeBook
from hallctl.core.hall.notice_book import NoticeBook


class OfficeBook(msgspec.Struct):
    """One book a topic; each is changed by its own facts alone."""

    notices: NoticeBook = msgspec.field(default_factory=NoticeBook)
    fees: FeeBook = msgspec.field(default_factory=FeeBook)
    deliveries: DeliveryBook = msgspec.field(default_factory=DeliveryBook)
