"""``hallctl stations``: new stations are let in by the code they show, moved, and thrown out."""

import json
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote

import typer

from hallctl.hall_directory import HallDirectory
from hallctl.running_hall import HallUnreachableError, ask_hall
from hallctl.settings.tables.hall import Role
from hallctl.verbs.shared import HallOption, fail

NameArgument = Annotated[str, typer.Argument(metavar="NAME", show_default=False)]
WHY = {
    "unknown_code": "no station shows that code now; codes are good for ten minutes, and once",
    "wait": "too many wrong codes; try again in {wait_s} s",
    "unknown_station": "there is no paired station {name!r}; stations of hall.toml are changed there",
    "name_taken": "there is a station {name!r} already: choose another name",
    "bad_name": "{name!r} is no name: write a–z, 0–9 and -, at most 40",
    "other_role": "that station wants to be another thing: say --role {role}",
    "unknown_counter": "there is no counter {counter!r}: say --counter",
    "no_counter": "--role {role} stands at no counter: leave --counter out",
}

stations = typer.Typer(
    name="stations",
    help="Let stations in, move them, throw them out.",
    epilog="Example:  hallctl stations admit 482913 --role kiosk --name kiosk-2 --hall hall",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.add_typer(stations)


@stations.callback()
def _group() -> None:
    """Let stations in, move them, throw them out."""


@stations.command("list", epilog="Example:  hallctl stations list --hall hall")
def list_stations(hall: HallOption = Path()) -> None:
    """Stations that were let in by code, and how many ask now."""
    told = _ask(hall, "GET", "/api/stations")
    for one in told["stations"]:
        parts = (one["name"], one["role"], one["counter"], one["printer"])
        typer.echo("  ".join(part for part in parts if part))
    for one in told["asking"]:
        typer.echo(f"(asks)  {one['role']}  from {one['address']}")
    if not told["stations"] and not told["asking"]:
        typer.echo("no station came in by a code, and none asks now")
    if told["authority"]:
        typer.echo(f"the hall's authority: {told['authority']}")


@stations.command(
    epilog="Example:  hallctl stations admit 482913 --role kiosk --name kiosk-2 --hall hall"
)
def admit(  # noqa: PLR0913 - one argument an option
    code: Annotated[str, typer.Argument(metavar="CODE", help="As the station shows it.")],
    *,
    role: Annotated[Role, typer.Option(help="What it is to be.")],
    name: Annotated[str, typer.Option(help="Its name: a–z, 0–9 and -.")],
    counter: Annotated[str, typer.Option(help="Where a counter, sign or pad stands.")] = "",
    printer: Annotated[str, typer.Option(help="Where it prints.")] = "",
    hall: HallOption = Path(),
) -> None:
    """Let in the station that shows the code."""
    wish = {"code": code, "role": role, "name": name, "counter": counter, "printer": printer}
    _ask(hall, "POST", "/api/stations", wish)
    typer.echo(f"{name} is a {role} of this hall now")


@stations.command(epilog="Example:  hallctl stations rename kiosk-2 kiosk-west --hall hall")
def rename(
    name: NameArgument,
    new: Annotated[str, typer.Argument(metavar="NEW", show_default=False)],
    hall: HallOption = Path(),
) -> None:
    """Give it another name; it goes on working."""
    _ask(hall, "PATCH", f"/api/stations/{quote(name, safe='')}", {"name": new})
    typer.echo(f"{name} is called {new} now")


@stations.command(epilog="Example:  hallctl stations move pad-2 --counter 4 --hall hall")
def move(
    name: NameArgument,
    counter: Annotated[str, typer.Option(help="Where it stands now.")],
    hall: HallOption = Path(),
) -> None:
    """Put it at another counter."""
    _ask(hall, "PATCH", f"/api/stations/{quote(name, safe='')}", {"counter": counter})
    typer.echo(f"{name} stands at counter {counter} now")


@stations.command(epilog="Example:  hallctl stations revoke kiosk-2 --hall hall")
def revoke(name: NameArgument, hall: HallOption = Path()) -> None:
    """Throw it out: its token opens nothing from now on."""
    _ask(hall, "DELETE", f"/api/stations/{quote(name, safe='')}")
    typer.echo(f"{name} is thrown out")


def _ask(hall: Path, method: str, path: str, body: object = None) -> Any:
    """What the controller said, or one line about why not."""
    try:
        answer = ask_hall(HallDirectory(hall), method, path, body)
    except HallUnreachableError as error:
        fail(error)
    told = json.loads(answer.text)
    if not answer.is_granted:
        code = told.get("refused", "malformed")
        fail(WHY.get(code, code).format(**told.get("details", {})))
    return told
