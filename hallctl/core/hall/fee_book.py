"""The fees of dossiers in memory: what is due, what was paid and how."""

from enum import StrEnum

import msgspec


class FeeState(StrEnum):
    """How far a fee is."""

    DUE = "due"
    PAID = "paid"
    CANCELLED = "cancelled"


class Fee(msgspec.Struct, gc=False, array_like=True):
    """One fee; đồng."""

    fee: int
    name: str
    amount: int
    source: str
    state: FeeState = FeeState.DUE
    method: str = ""


class FeeBook(msgspec.Struct):
    """Changed by :mod:`hallctl.core.applying.fee_applying` alone."""

    every: dict[str, list[Fee]] = {}
    """By dossier, in the order they were charged; number 1 is first."""

    def of(self, dossier: str) -> list[Fee]:
        """The dossier's fees."""
        return self.every.get(dossier, [])

    def due(self, dossier: str) -> list[Fee]:
        """Those that are to be paid."""
        return [fee for fee in self.of(dossier) if fee.state is FeeState.DUE]
