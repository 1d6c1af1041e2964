"""``hallctl doctor``, ``hallctl install`` and ``hallctl uninstall``."""

import os
import shlex
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from hallctl.upkeep.installing import STANDBY_HALL, Place, Role, steps
from hallctl.upkeep.steps import Step, carry_out, is_needless, lacking
from hallctl.verbs.shared import FAILED, fail, hall_at

ROOT = Path("/")
RootOption = Annotated[
    Path, typer.Option("--root", metavar="DIR", help="Under this folder, and run nothing.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only show what would be done.")]


def add_to(app: typer.Typer) -> None:
    """Add these verbs to the command line."""
    app.command(epilog="Example:  hallctl doctor hall")(doctor)
    app.command(epilog="Example:  hallctl install kiosk https://192.0.2.10:8080 --dry-run")(install)
    app.command(epilog="Example:  hallctl uninstall --dry-run")(uninstall)


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


def install(  # noqa: PLR0913 - one argument an option
    role: Annotated[Role, typer.Argument(help="What this machine is to be.")],
    where: Annotated[
        str, typer.Argument(help="A controller's hall directory; for others the hall's URL.")
    ],
    counter: Annotated[str, typer.Option(help="Where a panel, sign or pad stands.")] = "",
    token_file: Annotated[
        Path | None,
        typer.Option(metavar="F", help="Its token, copied from the hall; else it asks by a code."),
    ] = None,
    authority: Annotated[
        Path | None, typer.Option(metavar="F", help="authority.pem, if not beside the token.")
    ] = None,
    *,
    root: RootOption = ROOT,
    firewall: Annotated[
        bool, typer.Option("--firewall", help="Let nobody in but by what the role needs, and SSH.")
    ] = False,
    dry_run: DryRun = False,
) -> None:
    """Make this machine a hall's controller, screen or device station that starts by itself."""
    is_url = where.startswith(("http://", "https://"))
    if is_url is (role == "controller"):
        fail("a controller needs its hall directory; every other role the hall's https:// address")
    if role == "standby" and token_file is None:
        fail("a standby needs --token-file: a copy of the hall's run/admin.token")
    place = Place(
        STANDBY_HALL if is_url else Path(where).absolute(),
        where.rstrip("/") if is_url else "",
        counter,
        token_file=token_file,
        authority=authority,
        has_fire_wall=firewall,
    )
    if not is_url:
        place = _of_the_hall(place)
    _go_through(steps(role, place), root, dry_run=dry_run)


def _of_the_hall(place: Place) -> Place:
    """With what its unit must let through: where backups go, and who comes in."""
    settings = hall_at(place.hall)
    backups = Path(settings.backup.to)
    ports = (settings.server.port, settings.server.public_http_port)
    return place._replace(
        backups=str(backups) if backups.is_absolute() else "",
        ports=tuple(one for one in ports if one),
    )


def uninstall(root: RootOption = ROOT, *, dry_run: DryRun = False) -> None:
    """Take away what install has written; the hall, its backups and its account stay."""
    from hallctl.upkeep.uninstalling import undoing  # noqa: PLC0415 - other verbs start without it

    found = list(undoing(root))
    if not found:
        fail("nothing is installed here")
    _go_through(found, root, dry_run=dry_run)


def _go_through(steps: Iterable[Step], root: Path, *, dry_run: bool) -> None:
    is_this_machine = root == ROOT
    if is_this_machine and not dry_run and os.geteuid() != 0:
        fail("this changes the machine: run it as root, or look first with --dry-run")
    steps = list(steps)
    if is_this_machine and not dry_run and (missing := lacking(steps)):
        fail(
            f"nothing was done: this machine has no {', '.join(missing)}; it needs Debian, with systemd"
        )
    failed: list[str] = []
    try:
        for step in steps:
            _tell(step, is_this_machine=is_this_machine)
            if dry_run and step.body:
                typer.echo("".join(f"    {line}\n" for line in step.body.splitlines()), nl=False)
            elif not dry_run:
                failed += _carried_out(step, root)
    except subprocess.CalledProcessError as error:
        fail(f"{shlex.join(error.cmd)}: it did not work, and what it says stands above")
    except OSError as error:
        fail(error)
    if failed:
        fail(f"all is done but this, and what it says stands above: {'; '.join(failed)}")


def _carried_out(step: Step, root: Path) -> list[str]:
    """Do it; what the machine has turned down, where it may."""
    try:
        carry_out(step, root)
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        if not step.may_fail:
            raise
        if isinstance(error, FileNotFoundError):
            typer.echo(f"    this machine has no {step.command[0]}", err=True)
        return [shlex.join(step.command)]
    return []


def _tell(step: Step, *, is_this_machine: bool) -> None:
    what = str(step.file or shlex.join(step.command))
    note = ""
    if step.command and not is_this_machine:
        note = "  (not run)"
    elif is_needless(step):
        note = "  (is so already)"
    typer.echo(f"{step.says}:  {what}{note}")
