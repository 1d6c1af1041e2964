"""What the technician decided about notices to applicants: on what, and how often they are tried."""

from typing import Literal

import msgspec

NoticeKind = Literal["finished", "supplement", "reappointed", "refused", "stopped"]
"""What happened to the dossier that its applicant should hear of."""

RETRY_MINUTES = (1, 5, 15, 60, 180, 360, 720)
"""How long after each failed try comes the next; the last one stays."""


class NoticeRules(msgspec.Struct, frozen=True, kw_only=True):
    """Without a ``when`` nobody is written to."""

    when: tuple[NoticeKind, ...] = ()
    tries: int = 8
    """After so many a notice is left to be told by telephone."""

    def next_try_at(self, attempt: int, at: int) -> int:
        """When (ms) the try after the ``attempt``-th is due, or 0 when that was the last."""
        if attempt >= self.tries:
            return 0
        minutes = RETRY_MINUTES[min(attempt, len(RETRY_MINUTES)) - 1]
        return at + minutes * 60_000
