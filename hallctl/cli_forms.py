"""``hallctl forms sample``: the official forms, filled with examples, to look at and to print."""

from pathlib import Path
from typing import Annotated

import typer

from hallctl.cli_shared import fail

OUT = Path("out/forms")

forms = typer.Typer(
    name="forms",
    help="Look at the official forms.",
    epilog="Example:  hallctl forms sample --out out/forms",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.add_typer(forms)


@forms.callback()
def _group() -> None:
    """Look at the official forms."""


@forms.command(epilog="Example:  hallctl forms sample --out out/forms")
def sample(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the PDFs are left.")] = OUT,
) -> None:
    """Write a filled example of every form as PDF, on every size of paper it has."""
    from hallctl.forms.examples import write_examples  # noqa: PLC0415 - the other verbs start without it

    try:
        written = write_examples(out)
    except OSError as error:
        fail(error)
    for path in written:
        typer.echo(path)
