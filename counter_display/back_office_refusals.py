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
    Refusal.UNKNOWN_NOTICE: (),
    Refusal.NOTICE_NOT_ALLOWED: (),
}
"""By code, the details that its words name."""
