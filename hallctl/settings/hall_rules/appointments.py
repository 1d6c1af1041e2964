"""Rules about appointments: spans that make sense together, services that are there, hours."""

from hallctl.core.plan import APPOINTED, PriorityGroup, Words
from hallctl.core.plan.appointment_rules import AppointmentRules
from hallctl.settings.hall_rules.ids import check_known
from hallctl.settings.problems import Findings
from hallctl.settings.tables.document import Document

SPANS: tuple[tuple[str, float, float], ...] = (
    ("days_ahead", 0, 60),
    ("a_day", 0, 20),
    ("slot_minutes", 5, 240),
    ("notice_minutes", 0, 1440),
    ("early_minutes", 0, 240),
    ("late_minutes", 0, 240),
    ("head_start", 0, 1000),
    ("rate", 0.01, 1000),
    ("remind_hours", 0, 168),
    ("keep_days", 0, 3650),
)
"""The least and the most that makes sense."""


def check_appointments(document: Document, findings: Findings) -> None:
    """Notes what is wrong."""
    rules, services = document.appointments, [one.service for one in document.service]
    check_known("service", rules.services, services, "appointments.services", findings)
    for key, least, most in SPANS:
        written = getattr(rules, key)
        if not least <= written <= most:
            findings.add(
                f"appointments.{key}",
                f"{written:g} makes no sense",
                f"write {least:g} to {most:g}",
            )
    if not 0 < rules.share <= 1:
        findings.add(
            "appointments.share",
            f"{rules.share:g} is no share of the counters",
            "write more than 0 and at most 1, such as 0.5",
        )
    if rules.offered and not document.hours.shifts:
        findings.add(
            "appointments.offered",
            "there are no hours to give appointments in",
            "add [hours] shifts",
        )


def appointed_of(rules: AppointmentRules) -> PriorityGroup:
    """How the claim of those with an appointment grows."""
    return PriorityGroup(
        group=APPOINTED, name=Words(""), head_start=rules.head_start, rate=rules.rate
    )
