"""A report as a letter: a few figures to read at once, the whole as an attachment. No names, no codes."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from hashlib import sha256
from typing import NamedTuple

from hallctl.core.plan import Plan
from hallctl.reports.files.report_file import written
from hallctl.reports.report import Report
from hallctl.reports.saying import Saying
from hallctl.reports.shown import shown
from hallctl.settings.tables.report_mail import ReportForm, ReportMail

FIGURES_TOLD = 8
SUBTYPES: dict[ReportForm, tuple[str, str]] = {
    "pdf": ("application", "pdf"),
    "xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": ("text", "csv"),
    "json": ("application", "json"),
}
ATTACHED = {
    "vi": "Báo cáo đầy đủ ở tệp đính kèm. Thư được gửi tự động theo lịch của trung tâm.",
    "en": "The whole report is attached. This was sent by itself, as the hall has set it.",
}


class Envelope(NamedTuple):
    """From whom, to whom, which time it is of several, and when (ms)."""

    sender: str
    to: str
    again: int
    at: int


def compose(report: Report, order: ReportMail, plan: Plan, envelope: Envelope) -> EmailMessage:
    """The letter. The same report to the same address is the same letter, however often it is tried."""
    say = Saying(order.language, plan.timezone)
    letter = EmailMessage()
    letter["From"] = envelope.sender
    letter["To"] = envelope.to
    letter["Subject"] = f"{report.title} · {report.about} · {say.words(plan.hall)}"
    letter["Date"] = format_datetime(datetime.fromtimestamp(envelope.at // 1000, UTC))
    letter["Message-ID"] = _message_id(report, order, envelope)
    letter["Auto-Submitted"] = "auto-generated"
    letter["Content-Language"] = order.language
    letter.set_content(_said(report, order, plan, say))
    main, sub = SUBTYPES[order.format]
    body = written(report, order.format, plan, say, envelope.at)
    letter.add_attachment(body, maintype=main, subtype=sub, filename=_file(report, order))
    return letter


def _said(report: Report, order: ReportMail, plan: Plan, say: Saying) -> str:
    lines = [report.title, report.about, ""]
    if report.total:
        cells = zip(report.columns, report.total.cells, strict=True)
        told = [(one.title, shown(cell, one, say)) for one, cell in cells if one.kind != "change"]
        lines += [f"{title}: {figure}" for title, figure in told[:FIGURES_TOLD]]
        lines.append("")
    return "\n".join((*lines, ATTACHED[order.language], say.words(plan.hall)))


def _file(report: Report, order: ReportMail) -> str:
    return f"{report.name}-{report.period.first}-{report.period.last}.{order.format}"


def _message_id(report: Report, order: ReportMail, envelope: Envelope) -> str:
    about = "|".join((order.name, *map(str, report.period), envelope.to, str(envelope.again)))
    return (
        f"<report-{sha256(about.encode()).hexdigest()[:24]}@{envelope.sender.rpartition('@')[2]}>"
    )
