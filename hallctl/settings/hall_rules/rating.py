"""Rules about ratings: how long comments are kept, and from when on ratings are looked into."""

from hallctl.settings.problems import Findings
from hallctl.settings.tables.document import Document


def check_rating(document: Document, findings: Findings) -> None:
    """Notes what is wrong in ``[rating]`` and ``[signs]``."""
    days, signs = document.rating.comment_days, document.signs
    if not 1 <= days <= 3650:
        findings.add("rating.comment_days", f"{days} makes no sense", "write 1 to 3650 days")
    for key, value, most in (
        ("burst_ratings", signs.burst_ratings, 1000),
        ("burst_s", signs.burst_s, 3600),
        ("shortest_visit_s", signs.shortest_visit_s, 3600),
        ("shortest_stay_s", signs.shortest_stay_s, 3600),
        ("fastest_s", signs.fastest_s, 600),
        ("pad_ratings", signs.pad_ratings, 1000),
        ("pad_s", signs.pad_s, 600),
        ("device_ratings", signs.device_ratings, 1000),
    ):
        if not 0 <= value <= most:
            findings.add(f"signs.{key}", f"{value:g} makes no sense", f"write 0 to {most}")
