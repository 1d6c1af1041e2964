"""What a kiosk shows while it is alone: services and words as it last heard, no figures."""

import msgspec

from hallctl.core.views import KioskView, LeaseDocument, ServiceChoice
from hallctl.station.offline.giving import Giving


def alone_view(
    view: KioskView, lease: LeaseDocument | None, now: int | None, giving: Giving
) -> KioskView:
    """The last view without what nobody can know now; closed where no ``lease`` is in force."""
    return msgspec.structs.replace(
        view,
        shown_at=view.shown_at if now is None else now,
        business_day=lease.business_day if lease else None,
        services=tuple(map(_without_figures, view.services)),
        opens_at=None if lease or now is None else giving.next_opening(now),
        lease_wanted=False,
    )


def _without_figures(choice: ServiceChoice) -> ServiceChoice:
    return msgspec.structs.replace(
        choice, waiting=0, counters_open=0, expected_wait_s=None, longest_wait_s=0
    )
