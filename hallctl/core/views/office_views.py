"""What a panel shows of the work behind the counter before its pages are opened."""

import msgspec


class OfficeGlance(msgspec.Struct, frozen=True, kw_only=True):
    """Which pages there are for this hall, and what on them calls for a hand."""

    has_runs: bool = False
    """There are departments that couriers may carry dossiers to, by a timetable or without."""
    has_dossiers: bool = False
    """Fees are taken and results brought home."""
    missing: int = 0
    """Dossiers that couriers carry and that have not arrived in time."""
