"""``hallctl doctor`` and ``hallctl install``."""

import subprocess
from pathlib import Path
from typing import Annotated, Literal

import typer

from hallctl.cli_shared import FAILED, fail, hall_at

Role = Literal["controller", "standby", "kiosk", "board", "panel", "sign", "pad", "devices"]


def add_to(app: typer.Typer) -> None:
    """Add these verbs to the command line."""
    app.command(epilog="Example:  hallctl doctor hall")(doctor)
    app.command(epilog="Example:  hallctl install kiosk https://192.0.2.10:8080 --dry-run")(install)


def doctor(
    directory: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="The hall directory; else this machine.")
    ] = None,
) -> None:
    """Look at this machine and its hall: what is wrong, and what to do about it."""
    from hallctl.upkeep.findings import Finding, Grade  # noqa: PLC0415 - other verbs start without
    from hallctl.upkeep.hall import look_at_hall  # noqa: PLC0415
    from hallctl.upkeep.machine import look_at_machine  # noqa: PLC0415

    settings = None if directory is None else hall_at(directory)
    findings: list[Finding] = list(look_at_machine(directory or Path()))
    if settings is not None:
        findings += look_at_hall(settings)
    for one in findings:
        typer.echo(f"{one.grade.value:5}  {one.what}: {one.found}")
        if one.cure:
            typer.echo(f"       → {one.cure}")
    if any(one.grade is Grade.WRONG for one in findings):
        raise typer.Exit(FAILED)


def install(
    role: Annotated[Role, typer.Argument(help="What this machine is to be.")],
    where: Annotated[
        str, typer.Argument(help="A controller's hall directory; for others the hall's URL.")
    ],
    counter: Annotated[str, typer.Option(help="Where a panel, sign or pad stands.")] = "",
    root: Annotated[
        Path, typer.Option(metavar="DIR", help="Write files under this folder, run nothing.")
    ] = Path("/"),
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would be done.")
    ] = False,
) -> None:
    """Make this machine a hall's controller, screen or device station that starts by itself."""
    from hallctl.upkeep.installing import STANDBY_HALL, Place, carry_out, steps  # noqa: PLC0415

    is_url = where.startswith(("http://", "https://"))
    if is_url is (role == "controller"):
        fail("a controller needs its hall directory; every other role the hall's http:// address")
    place = (
        Place(STANDBY_HALL, where.rstrip("/"), counter) if is_url else Place(Path(where).absolute())
    )
    try:
        for step in steps(role, place):
            typer.echo(f"{step.says}:  {step.file or ' '.join(step.command)}")
            if dry_run and step.body:
                typer.echo("".join(f"    {line}\n" for line in step.body.splitlines()), nl=False)
            elif not dry_run:
                carry_out(step, root)
    except (OSError, subprocess.CalledProcessError) as error:
        fail(error)
