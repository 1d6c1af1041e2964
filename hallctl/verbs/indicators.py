"""``hallctl indicators import``: figures from elsewhere out of a sheet, each with its source."""

import csv
import json
from pathlib import Path
from typing import Annotated, Any

import typer

from hallctl.hall_directory import HallDirectory
from hallctl.running_hall import HallUnreachableError, send_command
from hallctl.verbs.shared import FAILED, HallOption, fail

COLUMNS = ("indicator", "first", "last", "fulfilled", "of", "source")

indicators = typer.Typer(
    name="indicators",
    help="Figures from elsewhere for the national indicator set.",
    epilog="Example:  hallctl indicators import figures.csv --hall hall",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.add_typer(indicators)


@indicators.callback()
def _group() -> None:
    """Figures from elsewhere for the national indicator set."""


@indicators.command("import", epilog="Example:  hallctl indicators import figures.csv --hall hall")
def import_figures(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=f"CSV: {', '.join(COLUMNS)}.")],
    hall: HallOption = Path(),
) -> None:
    """Give every figure of a sheet to the running hall; lines that are refused are named."""
    wrong = 0
    for place, line in enumerate(_lines(file), start=2):
        try:
            answer = send_command(HallDirectory(hall), _command(line))
        except HallUnreachableError as error:
            fail(error)
        except ValueError as error:
            answer_text, is_granted = str(error), False
        else:
            answer_text, is_granted = answer.text, answer.is_granted
        if not is_granted:
            wrong += 1
            typer.echo(f"{file}:{place}: {answer_text}", err=True)
    if wrong:
        raise typer.Exit(FAILED)
    typer.echo(f"{file}: every figure was taken")


def _lines(file: Path) -> list[dict[str, Any]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as sheet:
            reader = csv.DictReader(sheet)
            if reader.fieldnames is None or set(reader.fieldnames) != set(COLUMNS):
                fail(f"{file}: its first line must be {','.join(COLUMNS)}")
            return list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        fail(error)


def _command(line: dict[str, Any]) -> str:
    numbers = {name: int(line[name]) for name in ("fulfilled", "of")}
    return json.dumps({"type": "GiveFigure", **line, **numbers})
