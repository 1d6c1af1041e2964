"""``hallctl fees`` and ``hallctl deliveries``: a day's money to be reconciled, and results sent home."""

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from sqlite_utils import Database

from hallctl.applicants.applicant import Looker
from hallctl.applicants.store import Applicants
from hallctl.core.plan import Plan
from hallctl.core.slips.fee_paper import dong
from hallctl.hall_directory import HallDirectory
from hallctl.ledger.office.delivery_ledger import (
    DeliveryRecord,
    deliveries_of,
    deliveries_on,
    deliveries_under_way,
    results_to_hand_over,
)
from hallctl.ledger.office.fee_reading import (
    FEES_BY,
    FeeLineOfDay,
    FeesBy,
    Payment,
    day_by,
    day_total,
    payments_of,
)
from hallctl.verbs.ledger import (
    CsvOption,
    DayOption,
    JsonOption,
    day_in,
    print_json,
    print_records,
    shown_at,
    the_halls_ledger,
    write_pdf,
)
from hallctl.verbs.shared import HallOption, fail, hall_at

TECHNICIAN = Looker("hallctl")
PdfOption = Annotated[Path | None, typer.Option(metavar="FILE", help="Write it there as PDF.")]


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.command(epilog="Example:  hallctl fees --day 2026-11-23 --csv --hall hall")(fees)
    app.command(epilog="Example:  hallctl deliveries --hall hall")(deliveries)


def fees(  # noqa: PLR0913 - one argument an option
    *,
    day: DayOption = "",
    by: Annotated[FeesBy | None, typer.Option(help="Only by this; else by each.")] = None,
    pdf: PdfOption = None,
    hall: HallOption = Path(),
    json: JsonOption = False,
    as_sheet: CsvOption = False,
) -> None:
    """Reconcile a day's fees: taken and paid back, by counter, official, method and procedure."""
    with the_halls_ledger(hall, "fees") as (database, plan, now):
        wanted = day_in(day, now.day)
        keys = (by,) if by else FEES_BY
        lines = {key: day_by(database, wanted, key) for key in keys}
        total, payments = day_total(database, wanted), payments_of(database, wanted)
        if pdf is not None:
            _write_day(database, plan, wanted, pdf)
            return
    if json:
        print_json({"day": wanted, "by": lines, "total": total, "payments": payments})
    elif as_sheet:
        print_records(Payment, payments)
    else:
        for key, found in lines.items():
            typer.echo(key)
            for line in found:
                typer.echo(_told(line.key or "–", line))
        typer.echo(_told("total", total))


def _write_day(database: Database, plan: Plan, day: date, path: Path) -> None:
    from hallctl.forms.hall_lists import draw_lists  # noqa: PLC0415 - the others start without it
    from hallctl.papers.fee_papers import day_lists  # noqa: PLC0415

    write_pdf(path, draw_lists(day_lists(database, plan, day, "vi")))


def deliveries(  # noqa: PLR0913 - one argument an option
    *,
    day: DayOption = "",
    batch: Annotated[str, typer.Option(help="One batch, by its name.")] = "",
    pdf: PdfOption = None,
    hall: HallOption = Path(),
    json: JsonOption = False,
    as_sheet: CsvOption = False,
) -> None:
    """Show results to hand over, those with carriers, or what left on a day or in a batch."""
    with the_halls_ledger(hall, "deliveries") as (database, plan, now):
        ready = results_to_hand_over(database)
        if batch:
            found = deliveries_of(database, batch)
        elif day:
            found = deliveries_on(database, day_in(day, now.day).isoformat())
        else:
            found = deliveries_under_way(database)
    if batch and not found:
        fail(f"there is no batch {batch!r}; 'hallctl deliveries --day D' lists them")
    if pdf is not None:
        _write_sheet(hall, found if batch else [], pdf)
    elif json:
        print_json({"ready": ready, "deliveries": found})
    elif as_sheet:
        print_records(DeliveryRecord, found)
    else:
        for one in found:
            typer.echo(_delivery(one, plan))
        typer.echo(f"ready to hand over: {', '.join(ready) or 'nothing'}")


def _delivery(one: DeliveryRecord, plan: Plan) -> str:
    end = f"{one.state.replace('_', ' ')}{f' ({one.reason})' if one.reason else ''}"
    at = shown_at(one.done_at or one.handed_at, plan)
    return f"{one.batch} row {one.row}  {one.dossier}  {one.carrier}  {end}  {at}"


def _write_sheet(hall: Path, rows: list[DeliveryRecord], path: Path) -> None:
    from hallctl.forms.hall_lists import draw_lists  # noqa: PLC0415 - the others start without it
    from hallctl.papers.hand_over_sheets import contacts_of, hand_over_sheet  # noqa: PLC0415

    if not rows:
        fail("name the batch whose sheet is wanted: --batch 2026-11-23-P1")
    directory = HallDirectory(hall)
    handed_at = rows[0].handed_at
    store = Applicants(directory.applicants, directory.applicants_key(), lambda: handed_at)
    with closing(store):
        contacts = contacts_of(rows, store, TECHNICIAN)
    sheet = hand_over_sheet(hall_at(hall).plan, rows, contacts, "vi")
    write_pdf(path, draw_lists([sheet], landscape=True))


def _told(name: str, line: FeeLineOfDay) -> str:
    money = f"taken {dong(line.taken)}  paid back {dong(line.paid_back)}  left {dong(line.balance)}"
    return f"  {name}  {line.payments} payments  {money}"
