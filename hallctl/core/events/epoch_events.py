"""The journal goes on elsewhere or anew: after a restore, or when a standby takes over.

What happened between the last fact known and that moment may be lost. Numbers given then must not
be given again, so the hall goes on at higher ones.
"""

from datetime import date
from typing import Literal

import msgspec

from hallctl.core.events.event import Event

EpochReason = Literal["restored", "taken_over"]


class EpochBegun(Event, frozen=True, kw_only=True, gc=False):
    """From here on this journal is the hall's, and every one of an earlier epoch is not.

    ``epoch`` grows with the clock: seconds since 1970, or one more than the epoch before. Numbers of
    the day that is known go on at ``numbers_from``; leased ones, up to the day ``leases_until``, at
    ``leases_from``. Where the journal has lost the opening of ``today``, today's numbers begin at
    ``today_from``. Those from ``leased_from`` to ``leased_to`` may be leased, and are passed over on
    that day. Codes of ``codes_on``'s dossiers, by agency, and complaints go on at ``codes_from``.
    """

    epoch: int
    reason: EpochReason
    numbers_from: int
    leases_from: int
    leases_until: date
    today: date | None = None
    today_from: int = 1
    leased_from: int = 0
    leased_to: int = 0
    """Up to before ``leases_from`` where it is 0."""
    codes_on: date | None = None
    codes_from: dict[str, int] = msgspec.field(default_factory=dict)
