"""``hallctl looks``: who looked at a dossier's applicant, and when; never what they saw."""

from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import msgspec
import typer

from hallctl.applicants.applicant import Look
from hallctl.applicants.store import Applicants
from hallctl.core.dossier_codes import CodeError, parse_code
from hallctl.hall_directory import HallDirectory
from hallctl.verbs.shared import HallOption, fail, hall_at


def add_to(app: typer.Typer) -> None:
    """Give the command line this verb."""
    app.command(epilog="Example:  hallctl looks H15.50-261008-0975 --hall hall")(looks)


def looks(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The dossier's.")],
    hall: HallOption = Path(),
    *,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say who looked at a dossier's applicant or changed it, and when."""
    timezone = hall_at(hall).plan.timezone
    try:
        wanted = str(parse_code(code))
    except CodeError as error:
        fail(f"{code!r} is no dossier code: {error}")
    log = _log(HallDirectory(hall), wanted)
    if not log:
        fail(f"nobody has looked at an applicant of {wanted}")
    if json:
        typer.echo(msgspec.json.encode(log).decode())
        return
    for look in log:
        typer.echo(_line(look, ZoneInfo(timezone)))


def _log(directory: HallDirectory, dossier: str) -> tuple[Look, ...]:
    if not directory.applicants.exists():
        return ()
    store = Applicants(directory.applicants, directory.applicants_key(), lambda: 0)
    with closing(store):
        return store.looks(dossier)


def _line(look: Look, zone: ZoneInfo) -> str:
    at = datetime.fromtimestamp(look.at / 1000, zone)
    place = f" at {look.station}" if look.station else ""
    detail = f": {look.detail}" if look.detail else ""
    return f"{at:%Y-%m-%d %H:%M:%S}  {look.act} by {look.official}{place}{detail}"
