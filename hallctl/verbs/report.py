"""The command line's verb that writes a report to a file."""

from contextlib import closing
from pathlib import Path
from typing import Annotated, Literal

import typer

from hallctl.core.plan import Plan
from hallctl.hall_directory import HallDirectory
from hallctl.journal.entry import JournalError
from hallctl.journal.sqlite_journal import open_database, reporting
from hallctl.ledger.period import Now, Period
from hallctl.reports.building import build
from hallctl.reports.orders import Name, ReportError, ReportOrder, Sources
from hallctl.reports.periods import Compared, around
from hallctl.reports.report import Report
from hallctl.reports.saying import Saying
from hallctl.verbs.ledger import day_in, now_of
from hallctl.verbs.shared import HallOption, fail, hall_at

Form = Literal["csv", "xlsx", "pdf", "json"]


def add_to(app: typer.Typer) -> None:
    """Give the command line this verb."""
    app.command(
        epilog="Example:  hallctl report visits --from 2026-11-01 --to 2026-11-30"
        " --by service --format xlsx --out visits.xlsx --hall hall"
    )(report)


def report(  # noqa: PLR0913 - one argument an option
    name: Annotated[Name, typer.Argument(help="Which report.")],
    *,
    first: Annotated[
        str, typer.Option("--from", metavar="DAY", help="First day; else this month's.")
    ] = "",
    last: Annotated[str, typer.Option("--to", metavar="DAY", help="Last day; else today.")] = "",
    by: Annotated[
        str,
        typer.Option(
            metavar="WHAT",
            help="A line for each service, day, …; a wrong word is told which there are.",
        ),
    ] = "",
    department: Annotated[
        str, typer.Option(metavar="ID", help="The indicator set of that department alone.")
    ] = "",
    compare: Annotated[
        Compared | None, typer.Option(help="With the period before, or a year before.")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="Of the file.")] = "csv",
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Else standard output.")] = None,
    language: Annotated[Literal["vi", "en"], typer.Option(help="Of the words.")] = "vi",
    hall: HallOption = Path(),
) -> None:
    """Write a report: visits, dossiers, complaints, fees and others, or the indicator set."""
    plan = hall_at(hall).plan
    path = HallDirectory(hall).journal
    if not path.exists():
        fail(f"{path}: there is no journal here")
    try:
        with closing(open_database(path, read_only=True)) as ledger, reporting(path):
            now = now_of(ledger, plan)
            order = ReportOrder(
                name, _period(first, last, now), by, compare, language, _known(department, plan)
            )
            written = _written(
                build(order, Sources(ledger, plan, now)), form, plan, now.at, language
            )
    except (JournalError, ReportError) as error:
        fail(error)
    _put(written, out)


def _known(department: str, plan: Plan) -> str | None:
    known = [one.department for one in plan.departments]
    if department and department not in known:
        fail(f"there is no department {department!r}: {', '.join(known)}")
    return department or None


def _written(made: Report, form: Form, plan: Plan, at: int, language: str) -> bytes:
    from hallctl.reports.files.report_file import written  # noqa: PLC0415 - brings charts and paper

    return written(made, form, plan, Saying(language, plan.timezone), at)


def _put(written: bytes, out: Path | None) -> None:
    if out is None:
        typer.get_binary_stream("stdout").write(written)
        return
    try:
        out.write_bytes(written)
    except OSError as error:
        fail(error)
    typer.echo(f"{out}: {len(written):,} bytes")


def _period(first: str, last: str, now: Now) -> Period:
    period = Period(day_in(first, around(now.day, "month").first), day_in(last, now.day))
    if period.last < period.first:
        fail(f"the period ends on {period.last}, before it begins on {period.first}")
    return period
