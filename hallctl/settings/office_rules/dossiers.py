"""Rules about dossiers: the agency code, deadlines, and the calendar's days off and worked."""

from collections.abc import Iterable, Sequence
from datetime import date, time

from hallctl.core.calendar import ONE_DAY, Calendar, NeverOpenError, Shift
from hallctl.core.deadlines import Mode
from hallctl.core.dossier_codes import is_agency
from hallctl.core.plan.dossier_rules import OFFICE_HOURS, DossierRules
from hallctl.settings.hall_rules.hours import read_shifts, read_time
from hallctl.settings.hall_rules.ids import check_known
from hallctl.settings.problems import Findings, quoted
from hallctl.settings.tables.document import CalendarTable, Document, NamedDay

USUAL_WEEK = (1, 2, 3, 4, 5)
SATURDAY = 6
YEARS = range(2000, 2100)


def check_dossiers(
    document: Document, shifts: tuple[Shift, ...], findings: Findings
) -> DossierRules:
    """Notes what is wrong; returns the rules, still without a catalogue."""
    dossiers = document.dossiers
    if dossiers.agency and not is_agency(dossiers.agency):
        findings.add(
            "dossiers.agency",
            f"{quoted(dossiers.agency)} is not an agency code",
            'write it such as "H15.50", at most 35 of A–Z, 0–9 and dots',
        )
    cut_off = read_time(dossiers.cut_off)
    if cut_off is None:
        wrong = f"{quoted(dossiers.cut_off)} is not a time of the day"
        findings.add("dossiers.cut_off", wrong, 'write it such as "15:00"')
    if dossiers.return_service:
        services = [one.service for one in document.service]
        where = "dossiers.return_service"
        check_known("service", (dossiers.return_service,), services, where, findings)
    return DossierRules(
        agency=dossiers.agency,
        mode=Mode(dossiers.deadline_mode),
        cut_off=cut_off or time(15),
        return_service=dossiers.return_service,
        calendar=_calendar(document, shifts, findings),
    )


def _calendar(document: Document, shifts: tuple[Shift, ...], findings: Findings) -> Calendar:
    table, weekdays = document.calendar, document.hours.weekdays or USUAL_WEEK
    week = dict.fromkeys(sorted(weekdays), shifts or OFFICE_HOURS)
    if table.saturday:
        week[SATURDAY] = read_shifts(table.saturday, "calendar.saturday", findings)
    calendar = Calendar(
        week=week,
        days_off=_days(table.days_off, "calendar.days_off", findings),
        days_worked=_days(table.days_worked, "calendar.days_worked", findings),
        swapped_week=min(weekdays),
    )
    if not findings.is_misshapen_within("calendar"):
        _check_open(calendar, table, findings)
    return calendar


def _days(days: Sequence[NamedDay], path: str, findings: Findings) -> dict[date, str]:
    named: dict[date, str] = {}
    for place, one in enumerate(days, start=1):
        if one.day.year not in YEARS:
            findings.misshape(f"{path}[{place}].day", f"{one.day} is no day of ours", "correct it")
        if one.day in named:
            findings.add(path, f"names {one.day} twice", "name each day once")
        named[one.day] = one.name
    return named


def _check_open(calendar: Calendar, table: CalendarTable, findings: Findings) -> None:
    for day in _days_before_closures(table.days_off):
        try:
            calendar.next_working(day)
        except NeverOpenError as error:
            findings.add("calendar.days_off", str(error), "let the hall work in between")
            return


def _days_before_closures(days: Iterable[NamedDay]) -> list[date]:
    """The week up to each day off: a closure may begin with a weekend before it."""
    off = {one.day for one in days if one.day.year in YEARS}
    return sorted({day - back * ONE_DAY for day in off for back in range(7)})
