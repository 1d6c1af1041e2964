"""Draws what a kiosk needs to know of its leases."""

from collections.abc import Callable
from typing import NamedTuple

from hallctl.core.events.offline_events import LeasedRange
from hallctl.core.hall import Hall
from hallctl.core.hall.leases import Lease
from hallctl.core.leasing import wanted
from hallctl.core.numbering import number_of, ticket_of
from hallctl.core.plan import Plan
from hallctl.core.slips.leased_paper import leased_paper
from hallctl.core.views.offline_views import LeasedNumbers, LeaseDocument, LeasedPaper

MS_A_MINUTE = 60_000

LinkTo = Callable[[str], str]


class Held(NamedTuple):
    """A station's leases that still matter, and whether it should ask for more."""

    leases: tuple[str, ...]
    lease_wanted: bool


NOTHING_HELD = Held((), lease_wanted=False)

_Moment = tuple[object, ...]


class Lessor:
    """Tells every kiosk what it holds; looks anew once a minute, or when leases, the day or the plan change."""

    def __init__(self, hall: Hall, plan: Plan, link_to: LinkTo) -> None:
        self._hall = hall
        self._plan = plan
        self._link_to = link_to
        self._held: dict[str, tuple[_Moment, Held]] = {}

    def held(self, station: str, at: int) -> Held:
        """What the station holds for today and the days to come."""
        hall, plan = self._hall, self._plan
        day = (hall.leases.version, hall.is_open, str(hall.business_day))
        moment = (*day, at // MS_A_MINUTE, plan.offline, plan.services)
        known = self._held.get(station)
        if known is None or known[0] != moment:
            known = self._held[station] = moment, self._look(station, at)
        return known[1]

    def document(self, name: str) -> LeaseDocument | None:
        """The whole lease, or None when there is none of that name."""
        lease = self._hall.leases.every.get(name)
        if lease is None or not lease.ranges:
            return None
        return LeaseDocument(
            lease=lease.lease,
            station=lease.station,
            business_day=lease.business_day,
            opens_at=lease.opens_at,
            until=lease.until,
            numbers=tuple(self._numbers(lease, one) for one in lease.ranges),
            papers=tuple(self._papers(lease)),
        )

    def _look(self, station: str, at: int) -> Held:
        every = self._hall.leases.every.values()
        mine = (one for one in every if one.station == station and one.until > at)
        more = any(True for _ in wanted(self._hall, self._plan, station, at))
        return Held(tuple(one.lease for one in mine), more)

    def _numbers(self, lease: Lease, leased: LeasedRange) -> LeasedNumbers:
        serials = range(leased.first, leased.last + 1)
        names = (ticket_of(lease.business_day, number_of(leased.letter, one)) for one in serials)
        return LeasedNumbers(
            service=leased.service,
            letter=leased.letter,
            first=leased.first,
            last=leased.last,
            links=tuple(map(self._link_to, names)),
        )

    def _papers(self, lease: Lease) -> list[LeasedPaper]:
        return [
            LeasedPaper(
                service=one.service,
                language=language,
                document=leased_paper(self._plan, one.service, lease.business_day, language),
            )
            for one in lease.ranges
            for language in self._plan.rules.languages
        ]
