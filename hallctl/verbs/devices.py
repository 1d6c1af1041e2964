"""``hallctl devices``: what hangs on this machine, listed, tried, simulated, calibrated and run."""

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlencode

import typer

from hallctl.upkeep.devices import cure_of
from hallctl.verbs.shared import FAILED, HallOption, fail, hall_at
from hardware.printer.printer_address import PrinterPlace, read_printer
from hardware.transport.address import AddressError

if TYPE_CHECKING:
    from hallctl.station.link.addressing import HallAddress

devices = typer.Typer(
    help="Devices of this machine: list, test, simulate, calibrate and run them.",
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog="Example:  hallctl devices list",
)

_LISTEN_S = 10.0
ADMIT = "hallctl stations admit {} --role devices --name devices-1 --hall DIR"
Language = Annotated[str, typer.Option(help="vi or en.")]


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.add_typer(devices, name="devices")


@devices.command("list", epilog="Example:  hallctl devices list")
def list_devices() -> None:
    """List what hangs on this machine, each with the address to write into hall.toml."""
    from hardware.found_devices import found_devices  # noqa: PLC0415 - opens devices

    found = found_devices()
    for one in found:
        typer.echo(f"{one.kind:9} {one.address}{f'  {one.about}' if one.about else ''}")
    if not found:
        typer.echo("nothing is plugged in that this account may see")


@devices.command(
    "test", epilog="Example:  hallctl devices test 'usb:any?profile=epson-tm-t20iii' --seconds 10"
)
def try_device(
    what: Annotated[
        str, typer.Argument(help="A printer's or scanner's address, or a [[device]] of --hall.")
    ],
    scanner: Annotated[bool, typer.Option("--scanner", help="It is a scanner.")] = False,
    seconds: Annotated[float, typer.Option(min=0.1, help="How long to listen.")] = 10.0,
    hall: HallOption = Path(),
) -> None:
    """Try one device: ask a printer how it is, show scanned codes, a pad's keys, a board's digits."""
    if ":" not in what and "simulate" not in what:
        _try_on_line(hall, what, seconds)
    elif scanner:
        _try_scanner(what, seconds)
    else:
        _try_printer(what)


@devices.command(epilog="Example:  hallctl devices simulate")
def simulate() -> None:
    """Be a serial line with pads, a keypad, boards and a lamp; keys are typed here."""
    from hallctl.verbs.line_on_a_desk import LineOnADesk  # noqa: PLC0415 - brings Modbus

    with LineOnADesk(typer.echo) as desk:
        typer.echo(desk.settings())
        sys.stdout.flush()
        try:
            for line in sys.stdin:
                desk.type(line)
        except KeyboardInterrupt:
            return


@devices.command(
    epilog="Example:  hallctl devices calibrate 'usb:any?profile=generic-80'"
    " --station kiosk-1 --hall hall"
)
def calibrate(
    printer: Annotated[str, typer.Argument(help="The printer's address.")],
    station: Annotated[str, typer.Option(help="Whose printer it is; hall.toml is changed.")] = "",
    language: Language = "vi",
    hall: HallOption = Path(),
) -> None:
    """Print a test page, ask what came out, and say how the printer's address must read."""
    from hallctl.settings.changing.printer_line import (  # noqa: PLC0415
        NoSuchStationError,
        write_printer,
    )
    from hallctl.verbs.device_trials import print_trial_page  # noqa: PLC0415 - brings Pillow

    place = _printer(printer)
    if trouble := print_trial_page(place):
        fail(f"{printer}: nothing was printed: {trouble}; {cure_of(trouble)}")
    found = _asked(printer, place, language)
    typer.echo(found)
    if station:
        try:
            write_printer(hall, station, found)
        except (NoSuchStationError, OSError) as error:
            fail(error)
        hall_at(hall)
        typer.echo(f"{hall / 'hall.toml'}: {station}")


@devices.command(epilog="Example:  hallctl devices run --hall https://192.0.2.10:8080")
def run(
    token_file: Annotated[
        Path | None,
        typer.Option(metavar="F", help="This station's token; without one it asks by a code."),
    ] = None,
    hall: Annotated[
        str, typer.Option(metavar="URL", help="https://host:port of the hall; else it is heard.")
    ] = "",
    print_journal: Annotated[
        Path, typer.Option(metavar="F", help="Remembers what is on paper.")
    ] = Path("devices-printed.db"),
    authority: Annotated[
        Path | None, typer.Option(metavar="F", help="The hall's own certificate, for https://.")
    ] = None,
    code_printer: Annotated[
        str, typer.Option(metavar="ADDRESS", help="A printer that the code comes out of too.")
    ] = "",
) -> None:
    """Run a machine without a screen: its pads, keypads, signs, lamps and printer."""
    from hallctl.station.devices.devices_running import run_devices  # noqa: PLC0415 - brings Qt
    from hallctl.station.link.addressing import HallAddress, authority_for  # noqa: PLC0415

    if token_file is None:
        raise typer.Exit(run_devices(_by_code(hall, code_printer), print_journal))
    try:
        trusted = authority_for(hall, token_file, authority)
        address = HallAddress(hall, token_file.read_text("utf-8").strip(), trusted)
    except (OSError, ValueError) as error:
        fail(error)
    raise typer.Exit(run_devices(address, print_journal))


def _by_code(hall: str, code_printer: str) -> "HallAddress":
    """Where this machine was let in, now or earlier; its code goes to the log until it is."""
    from hallctl.station.link import discovery  # noqa: PLC0415 - opens sockets
    from hallctl.station.pairing import without_screen  # noqa: PLC0415 - brings Qt
    from hallctl.station.pairing.membership import membership_file, remembered  # noqa: PLC0415

    file = membership_file("devices", "")
    try:
        heard = None if hall or remembered(file) else discovery.the_hall_heard(_LISTEN_S)
    except discovery.SeveralHallsError as error:
        fail(f"{error}; name one with --hall URL")
    where = hall or (heard.base_url if heard else "")
    if not where and not remembered(file):
        fail(f"no hall was heard on the network in {_LISTEN_S:g} s; give --hall URL")
    place = _printer(code_printer) if code_printer else None

    def tell(code: str, more: str) -> None:
        if not code:
            typer.echo(f"no code yet: {more}")
        else:
            typer.echo(f"code {code[:3]} {code[3:]}: {ADMIT.format(code)}")
            if more:
                typer.echo(f"the hall's fingerprint is {more}: compare it with hallctl certificate")
            if place is not None and not without_screen.print_code(place, code, where):
                typer.echo(f"{code_printer}: the code was not printed")
        sys.stdout.flush()

    address = without_screen.address_of(file, where, "devices", tell)
    if address is None:
        fail("nobody let this machine in")
    return address


def _printer(written: str) -> PrinterPlace:
    try:
        return read_printer(written)
    except AddressError as error:
        fail(error)


def _asked(printer: str, place: PrinterPlace, language: str) -> str:
    """The address with what the person in front of the printer answered."""
    from hardware.printer.trial_page import QUESTIONS  # noqa: PLC0415 - brings Pillow

    wishes = {"profile": place.profile.name}
    for question in QUESTIONS:
        words = question.en if language == "en" else question.vi
        answer = _answer(words, question.choices)
        if question.wish == "letters":
            if answer == "no":
                fail(f"{printer}: it does not print pictures as this hall needs them")
            continue
        if answer != str(_as_profiled(place, question.wish)):
            wishes[question.wish] = answer
    where, _, own = printer.partition("?")
    kept = [one for one in own.split("&") if one and one.partition("=")[0] not in _CALIBRATED]
    return f"{where}?{'&'.join([*kept, urlencode(wishes)])}"


_CALIBRATED = {"profile", "width", "qr", "cut"}


def _as_profiled(place: PrinterPlace, wish: str) -> object:
    profile = place.profile
    return {"width": profile.width_dots, "cut": profile.cut, "qr": profile.qr}[wish]


def _answer(words: str, choices: tuple[str, ...]) -> str:
    while True:
        answer: str = typer.prompt(words).strip().lower()
        if answer in choices or (not choices and answer.isdigit() and 256 <= int(answer) <= 1280):
            return answer


def _try_printer(written: str) -> None:
    from hallctl.verbs.device_trials import printer_health  # noqa: PLC0415 - brings Pillow

    health = printer_health(_printer(written))
    typer.echo(f"{written}: {health.trouble or 'ok'}")
    if health.paper_near_end:
        typer.echo("the paper is near its end")
    if health.trouble:
        typer.echo(f"→ {cure_of(health.trouble)}")
        raise typer.Exit(FAILED)


def _try_scanner(written: str, seconds: float) -> None:
    from hallctl.verbs.device_trials import scans  # noqa: PLC0415 - brings devices

    found = 0
    try:
        for text in scans(written, seconds):
            found += 1
            typer.echo(text)
    except AddressError as error:
        fail(error)
    if not found:
        fail(f"{written}: nothing was scanned in {seconds:g} s")


def _try_on_line(directory: Path, name: str, seconds: float) -> None:
    from hallctl.station.devices.line_thread import LineThread, open_line  # noqa: PLC0415 - the same
    from hallctl.verbs.device_trials import trial_texts  # noqa: PLC0415 - brings Modbus
    from hardware.lines.pad_format import formats_with  # noqa: PLC0415 - the same

    plan = hall_at(directory).plan
    device = next((one for one in plan.devices if one.device == name), None)
    if device is None:
        fail(f"{directory}: hall.toml names no device {name!r}")
    line = LineThread(
        [device],
        open_line(device.port),
        formats_with(plan.pad_formats),
        lambda pressed, button: typer.echo(f"{pressed}: {button}"),
    )
    line.start()
    for text in trial_texts(device):
        line.show(name, text)
        time.sleep(seconds / 4)
    (health,) = line.health()
    line.stop()
    typer.echo(f"{name}: {health.state}, {health.errors} errors")
    if health.state != "ok":
        raise typer.Exit(FAILED)
