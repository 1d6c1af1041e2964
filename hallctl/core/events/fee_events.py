"""Facts about fees, in đồng. Each day's list is made of what was taken and paid back that day."""

from hallctl.core.events.dossier_events import DossierEvent


class FeeEvent(DossierEvent, frozen=True, kw_only=True, gc=False):
    """A fact about the ``fee``-th fee of a dossier."""

    fee: int


class FeeCharged(FeeEvent, frozen=True, kw_only=True, gc=False):
    """It is due. ``source`` is catalogue, typed or delivery."""

    name: str
    amount: int
    source: str


class FeeCorrected(FeeEvent, frozen=True, kw_only=True, gc=False):
    """It is another. ``settled`` was taken (or, below 0, paid back) by ``method``, if it was paid."""

    was: int
    amount: int
    settled: int
    method: str
    reason: str


class FeePaid(FeeEvent, frozen=True, kw_only=True, gc=False):
    """The money is there."""

    amount: int
    method: str


class FeeCancelled(FeeEvent, frozen=True, kw_only=True, gc=False):
    """It is not due. ``paid_back`` by ``method``, if it was paid."""

    amount: int
    paid_back: int
    method: str
    reason: str
