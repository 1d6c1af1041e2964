"""Rules about numbers by phone: spans in which somebody can really scan, choose and come."""

from hallctl.settings.hall_rules.ids import check_known
from hallctl.settings.hall_rules.offer import check_minutes
from hallctl.settings.problems import Findings
from hallctl.settings.tables.document import Document

LONGEST_NAME = 32
"""A network's name (IEEE 802.11)."""


def check_phone(document: Document, findings: Findings) -> None:
    """Notes what is wrong in ``[phone]``."""
    phone = document.phone
    check_minutes("phone.code_minutes", phone.code_minutes, 60, findings)
    check_minutes("phone.choose_minutes", phone.choose_minutes, 60, findings)
    for key, value, most in (
        ("grace_s", phone.grace_s, 900),
        ("numbers_a_day", phone.numbers_a_day, 100),
        ("waiting", phone.waiting, 10_000),
        ("numbers_a_code", phone.numbers_a_code, 10_000),
        ("near", phone.near, 20),
    ):
        if not 0 <= value <= most:
            findings.add(f"phone.{key}", f"{value} makes no sense", f"write 0 to {most}")
    services = [one.service for one in document.service]
    check_known("service", phone.services, services, "phone.services", findings)
    if len(phone.wifi) > LONGEST_NAME:
        findings.add("phone.wifi", "is longer than a network's name", "write its name as phones do")
