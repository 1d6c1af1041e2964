"""``hallctl serve`` where there is no hall yet: its guide, until there is one."""

from pathlib import Path

import typer

from hallctl.machine.listening_faults import listening_fault
from hallctl.verbs.shared import fail

USUAL_PORT = 8079
"""Beside the hall's own: its browser goes on there over plain HTTP, while others must encrypt."""


def guide(directory: Path, host: str, port: int | None) -> int:
    """Serve the guide; gives the port that the hall is then served at. Ends when told to stop."""
    import uvloop  # noqa: PLC0415 - the other verbs start without it

    from hallctl.first_run import first_run  # noqa: PLC0415

    try:
        wanted = USUAL_PORT if port is None else port
        found = uvloop.run(first_run(directory, host, wanted, typer.echo))
    except OSError as error:
        fail(listening_fault(error) or error)
    if not found:
        raise typer.Exit
    return found
