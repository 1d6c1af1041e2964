"""``hallctl devices``: what hangs on this machine, tried, simulated, calibrated and run."""

from pathlib import Path
from typing import Annotated

import typer

from hallctl.cli_shared import fail

devices = typer.Typer(
    help="Devices of this machine: run, list, test, simulate and calibrate them.",
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog="Example:  hallctl devices run --help",
)


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.add_typer(devices, name="devices")


@devices.command(
    epilog="Example:  hallctl devices run --hall http://192.0.2.10:8080"
    " --token-file devices-1.token"
)
def run(
    token_file: Annotated[Path, typer.Option(metavar="F", help="This station's token.")],
    hall: Annotated[str, typer.Option(metavar="URL", help="http://host:port of the hall.")],
    print_journal: Annotated[
        Path, typer.Option(metavar="F", help="Remembers what is on paper.")
    ] = Path("devices-printed.db"),
) -> None:
    """Run a machine without a screen: its pads, keypads, signs, lamps and printer."""
    from hallctl.station.addressing import HallAddress  # noqa: PLC0415 - brings Qt
    from hallctl.station.devices_running import run_devices  # noqa: PLC0415 - brings Qt

    try:
        address = HallAddress(hall, token_file.read_text("utf-8").strip())
    except (OSError, ValueError) as error:
        fail(error)
    raise typer.Exit(run_devices(address, print_journal))
