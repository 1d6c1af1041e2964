"""What all verbs of the command line share: the hall they are about, and how they fail."""

import sys
from pathlib import Path
from typing import Annotated, Literal, Never

import typer

from hallctl.problem_words import line_of
from hallctl.settings import HallSettings, SettingsError, read_hall

HallArgument = Annotated[
    Path, typer.Argument(metavar="DIR", help="The hall directory.", show_default=False)
]
HallOption = Annotated[Path, typer.Option("--hall", metavar="DIR", help="The hall directory.")]
Language = Literal["vi", "en"]
FAILED = 1


def hall_at(directory: Path, language: Language | None = None) -> HallSettings:
    """The hall's settings, or every problem with them and the end; in a language, with its code."""
    _no_file(directory)
    try:
        return read_hall(directory)
    except SettingsError as error:
        lines = (line_of(one, language) for one in error.problems) if language else [str(error)]
        fail("\n".join(lines))


def hall_to_begin(directory: Path) -> HallSettings:
    """The settings a controller begins with, or every problem with them and the end."""
    _no_file(directory)
    from hallctl.last_settings import settings_to_begin  # noqa: PLC0415 - no other verb needs it

    try:
        return settings_to_begin(directory)
    except SettingsError as error:
        fail(error)


def _no_file(directory: Path) -> None:
    if directory.is_file():
        fail(f"{directory} is a file; name the directory that holds hall.toml")


def progress(done: int) -> None:
    """Show that something long goes on, where a person is watching."""
    if sys.stderr.isatty():
        typer.echo(f"\r{done:,} events", nl=False, err=True)


def fail(problem: object) -> Never:
    """End with one clear line and a status that says so."""
    words = told(problem) if isinstance(problem, OSError) else problem
    typer.echo(f"hallctl: {words}", err=True)
    raise typer.Exit(FAILED)


def told(error: OSError) -> str:
    """What the system says is wrong, after the file that it is about, and without its number."""
    if not error.strerror:
        return str(error)
    return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
