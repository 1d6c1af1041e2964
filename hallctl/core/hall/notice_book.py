"""The notices in memory that somebody still has to be told of; those that are done are forgotten."""

from enum import StrEnum

import msgspec


class NoticeState(StrEnum):
    """How far a notice is."""

    OWED = "owed"
    SENT = "sent"
    TO_CALL = "to_call"
    CALLED = "called"
    DROPPED = "dropped"


class Notice(msgspec.Struct, gc=False, array_like=True):
    """One notice; times in milliseconds."""

    notice: str
    dossier: str
    kind: str
    owed_at: int
    next_try_at: int
    attempts: int = 0
    state: NoticeState = NoticeState.OWED
    appointment: str = ""
    """What it is about, where that is no dossier."""
    why: str = ""
    """Why somebody has to call."""


class NoticeBook(msgspec.Struct):
    """Changed by :mod:`hallctl.core.applying.notice_applying` alone."""

    open: dict[str, Notice] = {}
    """Owed or to be called, in the order they came about."""

    def waiting(self) -> int:
        """How many are still to be sent."""
        return sum(one.state is NoticeState.OWED for one in self.open.values())

    def due(self, at: int) -> list[Notice]:
        """Those whose next try is due at ``at`` (ms), longest owed first."""
        owed = (one for one in self.open.values() if one.state is NoticeState.OWED)
        return [one for one in owed if one.next_try_at <= at]
