"""The command line's verbs about dossiers: when one is due, where one is, and the figures."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import typer
from sqlite_utils import Database

from hallctl.core.catalogue import Channel
from hallctl.core.deadline_words import explained, moment_in_words
from hallctl.core.deadlines import Mode, Reckoner, Reckoning
from hallctl.core.dossier_codes import CodeError, parse_code
from hallctl.core.plan import Plan
from hallctl.ledger.dossiers.dossier_counts import By, counts, received_by, total
from hallctl.ledger.dossiers.dossier_lookup import DossierRecord, DossierStepTaken, dossier_of
from hallctl.ledger.figures.corrections import corrections
from hallctl.ledger.figures.sealed_counts import sealed_days
from hallctl.ledger.period import Now, Period
from hallctl.verbs.dossier_tables import as_csv, as_object, as_published, as_table
from hallctl.verbs.ledger import (
    CsvOption,
    JsonOption,
    day_in,
    now_of,
    print_json,
    shown_at,
    the_ledger,
)
from hallctl.verbs.seal_tables import as_sealed_object, as_sealed_table
from hallctl.verbs.shared import HallOption, fail, hall_at

Language = Literal["vi", "en"]
ENGLISH: Language = "en"


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    example = "Example:  hallctl "
    app.command(
        epilog=f"{example}due --procedure 2.000635 --received 2026-02-13T15:20 --hall hall"
    )(due)
    app.command(epilog=f"{example}dossier H15.50-261008-0975 --hall hall")(dossier)
    app.command("counts", epilog=f"{example}counts --from 2026-01-01 --to 2026-12-31 --hall hall")(
        counts_of_dossiers
    )


def due(  # noqa: PLR0913 - one argument an option
    *,
    procedure: Annotated[str, typer.Option(help="Its code in the catalogue.")],
    received: Annotated[str, typer.Option(help="When it was complete, by the hall's clock.")],
    channel: Annotated[Channel, typer.Option(help="How it was handed in.")] = "counter",
    mode: Annotated[Mode | None, typer.Option(help="Else the hall's own.")] = None,
    language: Annotated[Language, typer.Option(help="Of the words.")] = ENGLISH,
    hall: HallOption = Path(),
    json: JsonOption = False,
) -> None:
    """Say when a dossier would be due, and each step of the reckoning."""
    plan = hall_at(hall).plan
    reckoning = _reckoned(plan, procedure, _moment(received), channel, mode)
    if json:
        steps = [
            {
                "kind": step.kind,
                "at": step.at.isoformat(timespec="minutes"),
                "detail": step.detail,
                "words": {"vi": explained(step, "vi"), "en": explained(step, "en")},
            }
            for step in reckoning.steps
        ]
        due_at = reckoning.due_at.isoformat(timespec="minutes")
        print_json({"procedure": procedure, "due_at": due_at, "steps": steps})
        return
    typer.echo(moment_in_words(reckoning.due_at, language))
    for step in reckoning.steps:
        typer.echo(f"  {explained(step, language)}")


def dossier(
    code: Annotated[str, typer.Argument(metavar="CODE", help="As scanned or typed.")],
    hall: HallOption = Path(),
    *,
    json: JsonOption = False,
) -> None:
    """Say where a dossier is and through whose hands it went."""
    plan = hall_at(hall).plan
    try:
        wanted = str(parse_code(code))
    except CodeError as error:
        fail(f"{code!r} is no dossier code: {error}")
    with the_ledger(hall) as database:
        record = dossier_of(database, wanted)
    if record is None:
        fail(f"there is no dossier {wanted}")
    if json:
        print_json(record)
        return
    for line in _told(record, plan):
        typer.echo(line)


def counts_of_dossiers(  # noqa: PLR0913 - one argument an option
    *,
    first: Annotated[str, typer.Option("--from", help="First day; else today.")] = "",
    last: Annotated[str, typer.Option("--to", help="Last day; else today.")] = "",
    by: Annotated[By, typer.Option(help="A line for each of these.")] = "department",
    hall: HallOption = Path(),
    json: JsonOption = False,
    as_sheet: CsvOption = False,
    sealed: Annotated[
        bool, typer.Option("--sealed", help="Each day as sealed, and what was corrected since.")
    ] = False,
) -> None:
    """Count a period's dossiers: received, finished, late, in process, returned."""
    plan = hall_at(hall).plan
    with the_ledger(hall) as database:
        now = now_of(database, plan)
        period = Period(day_in(first, now.day), day_in(last, now.day))
        if period.last < period.first:
            fail(f"the period ends on {period.last}, before it begins on {period.first}")
        if sealed:
            _print_sealed(database, period, now, json=json)
            return
        lines, whole = counts(database, period, by, now), total(database, period, now)
        online = received_by(database, period, "channel", "online")
    if json:
        rows = [as_object(one) for one in lines]
        period_and_key = {"from": period.first, "to": period.last, "by": by}
        print_json({**period_and_key, "rows": rows, "total": as_object(whole), "online": online})
    else:
        typer.echo((as_csv if as_sheet else as_table)(by, lines, whole))
        if not as_sheet:
            typer.echo(f"\n{as_published(whole, online)}")


def _print_sealed(database: Database, period: Period, now: Now, *, json: bool) -> None:
    days, corrected = sealed_days(database, period, now), corrections(database, period)
    if json:
        print_json({"days": [as_sealed_object(one) for one in days], "corrections": corrected})
    else:
        typer.echo(as_sealed_table(days, corrected) or "no day of this period is sealed")


def _reckoned(
    plan: Plan, code: str, received: datetime, channel: Channel, mode: Mode | None
) -> Reckoning:
    procedure = plan.dossiers.procedure_on(code, received.date())
    if procedure is None:
        fail(f"the catalogue of {received:%d/%m/%Y} has no procedure {code!r}")
    if not procedure.is_handled(received.date()):
        place = procedure.elsewhere.where if procedure.elsewhere else "another place"
        since = f", and here from {procedure.here_from} on" if procedure.here_from else ""
        fail(f"{code} is handled elsewhere: {place}{since}")
    term = procedure.term(channel)
    if term is None:
        fail(f"the catalogue knows no time limit of {code}")
    rules = plan.dossiers.deadline_rules(procedure)
    if mode is not None:
        rules = msgspec.structs.replace(rules, mode=mode)
    try:
        return Reckoner(term, rules, plan.dossiers.calendar).due(received)
    except OverflowError:
        fail(f"{received:%d/%m/%Y} is beyond the calendar")


def _told(record: DossierRecord, plan: Plan) -> Iterator[str]:
    known = plan.dossiers.procedure_on(record.procedure, date.fromisoformat(record.day))
    yield record.dossier
    yield f"  procedure  {record.procedure}  {known.name if known else ''}".rstrip()
    yield f"  state      {record.state.replace('_', ' ')}"
    yield f"  due        {shown_at(record.due_at, plan)}"
    if record.punctuality:
        yield f"  finished   {record.punctuality.replace('_', ' ')}"
    for step in record.steps:
        yield f"  {shown_at(step.at, plan)}  {_step_told(step, plan)}"


def _step_told(step: DossierStepTaken, plan: Plan) -> str:
    place = f"counter {step.counter}" if step.counter else ""
    due_at = f"due {shown_at(step.due_at, plan)}" if step.due_at else ""
    needs = "; ".join((step.needs or "").splitlines())
    acted = (step.step.replace("_", " "), step.department, step.official, place, due_at)
    said = (*acted, needs, step.reason)
    return ", ".join(part for part in said if part)


def _moment(written: str) -> datetime:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        fail(f"{written!r} is no time; write it such as 2026-02-13T15:20")
    return moment.replace(tzinfo=None, second=0, microsecond=0)
