"""The catalogue: which procedures there are, how long each may take, and where it is handled."""

from datetime import date
from typing import Literal

import msgspec

from hallctl.core.deadlines import Term

Channel = Literal["counter", "online", "post"]
"""How a dossier reaches the hall."""

CHANNELS: tuple[Channel, ...] = ("counter", "online", "post")


SAME_DAY = Term(0)
LONGEST_TERM = 3660
"""Ten years of days; what a listing says beyond is a slip and counts as not said."""


class Fee(msgspec.Struct, frozen=True):
    """What a procedure costs on one channel.

    Listings give a page's price or a percentage below 5,000 đ too: then the note says which.
    """

    amount: float
    currency: str = "VND"
    note: str = ""


class Offer(msgspec.Struct, frozen=True):
    """A procedure on one channel; what the listing does not say is None."""

    term: Term | None = None
    fee: Fee | None = None


class Elsewhere(msgspec.Struct, frozen=True):
    """The place that handles a procedure instead of this hall, and why."""

    where: str
    why: str = ""


class Procedure(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of the catalogue. Its code is a text: ``1.001200`` is no number."""

    procedure: str
    name: str
    field: str = ""
    department: str = ""
    """Who solves its dossiers."""
    service: str = ""
    """The queue a citizen waits in for it."""
    ministry: str = ""
    offers: dict[Channel, Offer] = {}
    has_cut_off: bool = False
    """Same-day procedure whose dossiers are due the next working day when handed in late."""
    here_from: date | None = None
    """The first day this hall takes it in, or None for always."""
    elsewhere: Elsewhere | None = None
    """Where it is handled when not here, or before ``here_from``."""
    papers: tuple[str, ...] = ()
    """What has to be handed in, as the hall lists it; empty where it lists nothing."""

    def is_handled(self, day: date) -> bool:
        """Whether the hall takes it in on that day."""
        if self.here_from is not None:
            return day >= self.here_from
        return self.elsewhere is None

    def term(self, channel: Channel) -> Term | None:
        """The time limit on that channel, or the first known one of another; None if none is.

        What has a cut-off is due the same day (Decree 23/2015, article 7; Decree 99/2022, article
        16): the days that listings name for it are the most it may be prolonged to.
        """
        if self.has_cut_off:
            return SAME_DAY
        offers = (self.offers.get(one) for one in (channel, *CHANNELS))
        terms = (offer.term for offer in offers if offer and offer.term)
        return next((term for term in terms if term.amount <= LONGEST_TERM), None)


class Catalogue(msgspec.Struct, frozen=True):
    """The procedures in force from a day on, by their codes."""

    effective: date = date.min
    procedures: dict[str, Procedure] = {}
