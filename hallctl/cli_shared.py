"""What all verbs of the command line share: the hall they are about, and how they fail."""

import sys
from pathlib import Path
from typing import Annotated, Never

import typer

from hallctl.settings import HallSettings, SettingsError, read_hall

HallArgument = Annotated[
    Path, typer.Argument(metavar="DIR", help="The hall directory.", show_default=False)
]
HallOption = Annotated[Path, typer.Option("--hall", metavar="DIR", help="The hall directory.")]
FAILED = 1


def hall_at(directory: Path) -> HallSettings:
    """The hall's settings, or every problem with them and the end."""
    try:
        return read_hall(directory)
    except SettingsError as error:
        fail(error)


def progress(done: int) -> None:
    """Show that something long goes on, where a person is watching."""
    if sys.stderr.isatty():
        typer.echo(f"\r{done:,} events", nl=False, err=True)


def fail(problem: object) -> Never:
    """End with one clear line and a status that says so."""
    typer.echo(f"hallctl: {problem}", err=True)
    raise typer.Exit(FAILED)
