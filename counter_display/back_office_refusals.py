"""What an official may be told about dossiers that travel, and what the sentences fill in."""

from hallctl.core.refusals import Refusal

BACK_OFFICE_REFUSALS: dict[str, tuple[str, ...]] = {
    Refusal.NO_DEPARTMENT: ("dossier",),
    Refusal.UNKNOWN_TRIP: ("trips",),
    Refusal.RUN_OPENED_BEFORE: ("run",),
    Refusal.UNKNOWN_RUN: ("run",),
    Refusal.NO_RUN_OPEN: (),
    Refusal.RUN_CLOSED: ("run",),
    Refusal.ALREADY_SCANNED_OUT: ("dossier", "run"),
    Refusal.ON_ANOTHER_RUN: ("dossier", "run"),
    Refusal.DOSSIER_MISSING: ("dossier", "run"),
    Refusal.NOT_ON_A_RUN: ("dossier",),
    Refusal.ALREADY_SCANNED_IN: ("dossier", "run"),
    Refusal.WRONG_DEPARTMENT: ("dossier", "department"),
    Refusal.NOTHING_ON_MANIFEST: (),
    Refusal.UNKNOWN_NOTICE: (),
    Refusal.NOTICE_NOT_ALLOWED: (),
    Refusal.NO_FEE: (),
    Refusal.FEE_NOT_EXACT: (),
    Refusal.FEE_CHARGED_BEFORE: ("dossier",),
    Refusal.UNKNOWN_FEE: (
        "dossier",
        "fee",
    ),
    Refusal.FEE_CANCELLED: (),
    Refusal.FEE_PAID_BEFORE: (),
    Refusal.FEE_IS_SO: (),
    Refusal.NOTHING_DUE: ("dossier",),
    Refusal.NO_ACCOUNT: (),
    Refusal.DELIVERY_ASKED_BEFORE: ("dossier",),
    Refusal.NO_DELIVERY_ASKED: ("dossier",),
    Refusal.DELIVERY_NOT_ALLOWED: ("dossier",),
    Refusal.UNKNOWN_CARRIER: ("carrier",),
    Refusal.WITH_A_CARRIER: (
        "dossier",
        "carrier",
    ),
}
"""By code, the details that its words name."""
