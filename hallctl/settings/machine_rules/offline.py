"""Rules about what kiosks may give while they are alone."""

from hallctl.core.plan import OfflineRules
from hallctl.settings.problems import Findings

LARGEST = 500


def check_offline(offline: OfflineRules, findings: Findings) -> None:
    """Sizes that make sense together."""
    if not 0 <= offline.lease_size <= LARGEST:
        findings.add(
            "offline.lease_size",
            f"{offline.lease_size} numbers can't be leased",
            f"write 1–{LARGEST}, or 0 to lease none",
        )
    elif not 0 <= offline.renew_below <= offline.lease_size:
        findings.add(
            "offline.renew_below",
            f"{offline.renew_below} is more than a lease holds, or less than nothing",
            f"write 0–{offline.lease_size}",
        )
    if not 1 <= offline.first_number <= 9000:
        findings.add(
            "offline.first_number",
            f"{offline.first_number} is no number to begin at",
            "write 1–9000, such as 501",
        )
