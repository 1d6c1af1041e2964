"""``[[report_mail]]``: which report goes out by e-mail, of which days, in which form, to whom and when."""

from typing import Literal

import msgspec

Reported = Literal["today", "yesterday", "week", "month", "quarter", "year"]
"""Today or yesterday, told every working day; or the whole span that has just ended."""
ReportForm = Literal["pdf", "xlsx", "csv", "json"]


class ReportMail(msgspec.Struct, frozen=True, kw_only=True):
    """One standing order for a report."""

    name: str
    report: str
    to: tuple[str, ...]
    by: str = ""
    compare: Literal["", "previous", "year"] = ""
    period: Reported = "month"
    at: str = "07:30"
    format: ReportForm = "pdf"
    language: Literal["vi", "en"] = "vi"


OF_VISITS = (
    "service", "day", "week", "month", "year", "weekday", "hour", "department", "procedure", "field",
    "channel", "counter", "official", "hall",
)  # fmt: skip
_TIMES = ("day", "month", "year")
MAY_BE_MAILED: dict[str, tuple[str, ...]] = {
    "visits": OF_VISITS,
    "busy-hours": ("hour", "wait", "service_time", "in_time"),
    "ratings": OF_VISITS,
    "dossiers": ("department", "field", "official", "channel", "day", "procedure"),
    "officials": ("official",),
    "complaints": ("about", "department", "channel", "finding", *_TIMES),
    "fees": ("department", "field", "procedure", "method", "counter", "official", *_TIMES),
    "deliveries": ("carrier", "department", "procedure", "official", *_TIMES),
    "appointments": ("service", "channel", "weekday", "day", "month", "year"),
    "indicators": ("indicator", "department"),
}
"""The reports there are, and what each may be broken down by."""
