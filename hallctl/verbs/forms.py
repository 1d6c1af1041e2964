"""``hallctl forms``: examples of the official forms, and forms 06 and 07 of this hall to print."""

from pathlib import Path
from typing import Annotated

import typer

from hallctl.verbs.ledger import day_in, now_of, the_ledger, write_pdf
from hallctl.verbs.shared import HallOption, fail, hall_at

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


@forms.command("print", epilog="Example:  hallctl forms print 06 H15.50-261008-0975 --hall hall")
def print_form(  # noqa: PLR0913 - one argument an option
    form: Annotated[str, typer.Argument(metavar="06|07", help="The form's number.")],
    code: Annotated[str, typer.Argument(metavar="[CODE]", help="The dossier of form 06.")] = "",
    *,
    first: Annotated[str, typer.Option("--from", help="First day of form 07; else today.")] = "",
    last: Annotated[str, typer.Option("--to", help="Its last day; else today.")] = "",
    field: Annotated[str, typer.Option(help="Its field; else all.")] = "",
    names: Annotated[
        bool, typer.Option("--names", help="With applicants; every one is logged as a look.")
    ] = False,
    pdf: Annotated[Path | None, typer.Option(metavar="FILE", help="Where the PDF is left.")] = None,
    hall: HallOption = Path(),
) -> None:
    """Write the control slip (06) of a dossier, or the register (07) of a period and field."""
    from hallctl.verbs.printing_forms import Wanted, printed  # noqa: PLC0415 - the other verbs start without it

    settings = hall_at(hall)
    with the_ledger(hall) as database:
        today = now_of(database, settings.plan).day
        book = (day_in(first, today), day_in(last, today), field)
        try:
            drawn = printed(database, settings, Wanted(form, code, book, names))
        except ValueError as error:
            fail(error)
    write_pdf(pdf or Path(f"{'-'.join(part for part in (form, code) if part)}.pdf"), drawn)
