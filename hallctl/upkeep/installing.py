"""``hallctl install ROLE``: the unit files of a machine's role, and the few commands they need.

Every step can be shown before it is done. Nothing is overwritten that a technician has changed:
what differs is kept beside the new file as ``.before``.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Template
from typing import Literal, NamedTuple

Role = Literal["controller", "standby", "kiosk", "board", "panel", "sign", "pad", "devices"]
STANDBY_HALL = Path("/var/lib/hall")
TEMPLATES = Path(__file__).parent / "units"
UNITS = Path("etc/systemd/system")
SCREENS: dict[str, str] = {
    "kiosk": "-m kiosk",
    "board": "-m hall_board",
    "panel": "-m counter_display panel",
    "sign": "-m counter_display sign",
    "pad": "-m rating_pad",
}
PACKAGES = ("cage", "xwayland", "seatd")


class Step(NamedTuple):
    """One file to write, or one command to run."""

    says: str
    file: Path | None = None
    body: str = ""
    command: tuple[str, ...] = ()


class Place(NamedTuple):
    """What the units are to name."""

    hall: Path
    url: str = ""
    counter: str = ""
    user: str = "hall"
    python: str = sys.executable
    project: Path = Path(__file__).parents[2]


def steps(role: Role, place: Place) -> Iterator[Step]:
    """What is to be done for that role, in order."""
    yield _command(
        "a user who owns nothing but the hall", "useradd", "--system", "--create-home", place.user
    )
    if role in SCREENS:
        yield _command("a screen without a desktop", "apt-get", "install", "-y", *PACKAGES)
        yield _unit("hall-screen.service", role, place)
        service = "hall-screen.service"
    elif role == "devices":
        yield _unit("hall-devices.service", role, place)
        service = "hall-devices.service"
    elif role == "standby":
        yield _unit("hallctl-standby.service", role, place)
        service = "hallctl-standby.service"
    else:
        yield _unit("hallctl.service", role, place)
        service = "hallctl.service"
        yield _command("the hall belongs to it", "chown", "-R", f"{place.user}:", str(place.hall))
    yield _command("systemd reads the new unit", "systemctl", "daemon-reload")
    yield _command("it starts now, and at every start", "systemctl", "enable", "--now", service)


def unit(name: str, role: Role, place: Place) -> str:
    """A unit file with this machine's names in it."""
    text = (TEMPLATES / name).read_text("utf-8")
    counter = f" --counter {place.counter}" if place.counter else ""
    return Template(text).substitute(
        user=place.user,
        hall=place.hall,
        url=place.url,
        python=place.python,
        project=place.project,
        program=f"{SCREENS.get(role, '')}",
        role=role,
        counter=counter,
    )


def carry_out(step: Step, root: Path) -> None:
    """Do it. Raises OSError, or CalledProcessError when a command says no."""
    if step.file is not None:
        target = root / step.file
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and target.read_text("utf-8") != step.body:
            shutil.copy2(target, target.with_name(f"{target.name}.before"))
        target.write_text(step.body, "utf-8")
    elif root == Path("/"):
        subprocess.run(step.command, check=True)  # noqa: S603 - our own words, as shown


def _unit(name: str, role: Role, place: Place) -> Step:
    return Step(f"the service {name}", UNITS / name, unit(name, role, place))


def _command(says: str, *command: str) -> Step:
    return Step(says, command=command)
