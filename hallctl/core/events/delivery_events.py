"""Facts about results that are carried home. They tell of no address."""

from hallctl.core.events.dossier_events import DossierEvent


class DeliveryAsked(DossierEvent, frozen=True, kw_only=True, gc=False):
    """The result is to be brought home."""


class DeliveryCalledOff(DossierEvent, frozen=True, kw_only=True, gc=False):
    """It will be collected after all."""

    reason: str


class HandedToCarrier(DossierEvent, frozen=True, kw_only=True, gc=False):
    """It left with a carrier, as ``row`` of the batch's sheet."""

    batch: str
    row: int
    carrier: str


class ResultDelivered(DossierEvent, frozen=True, kw_only=True, gc=False):
    """The carrier handed it over."""

    batch: str


class ResultCameBack(DossierEvent, frozen=True, kw_only=True, gc=False):
    """The carrier could not hand it over."""

    batch: str
    reason: str
