"""What goes on behind the counter, in memory, beside the dossiers themselves and their runs."""

import msgspec

from hallctl.core.notice_book import NoticeBook


class OfficeBook(msgspec.Struct):
    """One book a topic; each is changed by its own facts alone."""

    notices: NoticeBook = msgspec.field(default_factory=NoticeBook)
