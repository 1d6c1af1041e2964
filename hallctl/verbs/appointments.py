"""``hallctl appointments``: who is expected, booking and cancelling, and files in and out."""

import json as as_json
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import typer

from hallctl.command_ids import new_command_id
from hallctl.hall_directory import HallDirectory
from hallctl.running_hall import HallUnreachableError, Told, ask_hall, send_command, send_file
from hallctl.settings import HallSettings
from hallctl.verbs.shared import HallOption, fail, hall_at

MEDIA_TYPES = {".csv": "text/csv", ".ics": "text/calendar"}
Code = Annotated[str, typer.Argument(metavar="CODE", help="An appointment's name or six digits.")]
FromOption = Annotated[str, typer.Option("--from", metavar="D", help="First day; today if absent.")]
ToOption = Annotated[str, typer.Option("--to", metavar="D", help="Last day that can be booked.")]

appointments = typer.Typer(
    name="appointments",
    help="Appointments: who is expected, booked, imported, exported.",
    epilog="Example:  hallctl appointments list --hall hall",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.add_typer(appointments)


@appointments.callback()
def _group() -> None:
    """Appointments: who is expected, booked, imported, exported."""


@appointments.command(
    "list", epilog="Example:  hallctl appointments list --from 2026-11-25 --hall hall"
)
def list_them(
    hall: HallOption = Path(),
    first: FromOption = "",
    last: ToOption = "",
    *,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List who is expected; every line is logged as a look."""
    settings = hall_at(hall)
    found = _answer(_asked(settings, "GET", f"/api/appointments{_days(first, last)}"))
    if json:
        typer.echo(as_json.dumps(found, ensure_ascii=False, indent=1))
        return
    for one in found["appointments"]:
        contact = one["phone"] or one["email"] or "–"
        typer.echo(
            f"{_clock(one['starts_at'], settings)}  {one['code']}  {one['service']}"
            f"  {one['state']}  {one['name'] or '–'}  {contact}"
        )
    if not found["appointments"]:
        typer.echo("nobody is expected")


@appointments.command(
    "export", epilog="Example:  hallctl appointments export --out lich.ics --hall hall"
)
def export(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where to write it.")],
    hall: HallOption = Path(),
    first: FromOption = "",
    last: ToOption = "",
) -> None:
    """Write appointments to a .csv or .ics file that can be read in again."""
    kind = _kind(out)
    told = _asked(hall_at(hall), "GET", f"/api/appointments{kind}{_days(first, last)}")
    if not told.is_granted:
        fail(told.text)
    out.write_bytes(told.text.encode())
    typer.echo(f"{out}: written")


@appointments.command(
    "import", epilog="Example:  hallctl appointments import lich.csv --dry-run --hall hall"
)
def import_them(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .csv or .ics file.")],
    hall: HallOption = Path(),
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would change, and change nothing.")
    ] = False,
) -> None:
    """Take another system's appointments: all of the file, or nothing."""
    settings, kind = hall_at(hall), _kind(file)
    try:
        body = file.read_bytes()
    except OSError as error:
        fail(f"{file}: can't be read: {error.strerror}")
    path = f"/api/appointments/import?dry_run={int(dry_run)}"
    try:
        told = send_file(HallDirectory(settings.directory), path, body, MEDIA_TYPES[kind])
    except HallUnreachableError as error:
        fail(error)
    done = as_json.loads(told.text)
    if "changes" not in done:
        fail(told.text)
    for one in done["bad"]:
        typer.echo(f"row {one['row']}: {one['problem']}", err=True)
    if done["bad"]:
        fail(f"{file}: nothing has changed")
    for one in done["changes"]:
        at = _clock(one["starts_at"], settings)
        typer.echo(f"row {one['row']}: {one['change']}  {one['reference']}  {one['service']}  {at}")
    typer.echo("nothing has changed: this was a trial" if dry_run else "done")


@appointments.command(
    epilog='Example:  hallctl appointments book --service land --at "2026-11-25 09:00" --name Lan --hall hall'
)
def book(
    service: Annotated[str, typer.Option("--service", metavar="ID", help="For what.")],
    at: Annotated[str, typer.Option("--at", metavar="TIME", help='Such as "2026-11-25 09:00".')],
    name: Annotated[str, typer.Option("--name", help="Who comes.")],
    hall: HallOption = Path(),
    contact: Annotated[
        str, typer.Option("--contact", help="Their telephone or e-mail address.")
    ] = "",
) -> None:
    """Book for somebody."""
    settings = hall_at(hall)
    wanted = {
        "id": str(new_command_id()),
        "service": service,
        "starts_at": _moment(at, settings),
        "name": name,
        "email" if "@" in contact else "phone": contact,
    }
    booked = _answer(_asked(settings, "POST", "/api/appointments", wanted))
    typer.echo(f"{booked['appointment']}  {booked['code']}  {booked['link']}")


@appointments.command(
    epilog='Example:  hallctl appointments cancel 483921 --reason "mất điện" --hall hall'
)
def cancel(
    code: Code,
    reason: Annotated[str, typer.Option("--reason", help="Why; the citizen reads it.")],
    hall: HallOption = Path(),
) -> None:
    """Cancel one, with a reason."""
    wish = {"type": "CancelAppointment", "appointment": code, "reason": reason}
    try:
        told = send_command(HallDirectory(hall_at(hall).directory), as_json.dumps(wish))
    except HallUnreachableError as error:
        fail(error)
    if not told.is_granted:
        fail(told.text)
    typer.echo(f"{code} is cancelled")


def _asked(settings: HallSettings, method: str, path: str, body: object = None) -> Told:
    try:
        return ask_hall(HallDirectory(settings.directory), method, path, body)
    except HallUnreachableError as error:
        fail(error)


def _answer(told: Told) -> dict[str, Any]:
    if not told.is_granted:
        fail(told.text)
    return dict(as_json.loads(told.text))


def _days(first: str, last: str) -> str:
    asked = {name: day for name, day in (("from", first), ("to", last)) if day}
    return f"?{urlencode(asked)}" if asked else ""


def _kind(file: Path) -> str:
    kind = file.suffix.lower()
    if kind not in MEDIA_TYPES:
        fail(f"{file}: the name ends in .csv or .ics")
    return kind


def _moment(written: str, settings: HallSettings) -> int:
    try:
        local = datetime.fromisoformat(written)
    except ValueError:
        fail(f'{written!r} is no time; write it such as "2026-11-25 09:00"')
    return round(local.replace(tzinfo=ZoneInfo(settings.plan.timezone)).timestamp() * 1000)


def _clock(at: int, settings: HallSettings) -> str:
    return f"{datetime.fromtimestamp(at / 1000, ZoneInfo(settings.plan.timezone)):%Y-%m-%d %H:%M}"
