"""The verbs of `python -m hardware`.

Exit status: 0 done; 1 not done, with the reason in one line; 2 wrong usage; 3 a slip of which
nobody can tell whether it came out.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from PIL import Image

from hardware.printer.escpos_printer import ReceiptPrinter
from hardware.printer.printer_address import PrinterPlace, read_printer
from hardware.printer.printer_profile import GENERIC_80, PROFILES, PrinterProfile
from hardware.printer.printing import PrintOutcome, PrintResult
from hardware.scanners.codes import DEFAULT_FORMATS, Code, CodeFormatError, read_codes
from hardware.simulator.album import keep_in
from hardware.simulator.receipt_printer import SimulatedPrinter, model_of
from hardware.simulator.tcp_server import TcpServer
from hardware.slips.receipt import Receipt, ReceiptError, decode_receipt
from hardware.transport.address import PRINTER_PORT, Address, AddressError
from hardware.transport.memory import MemoryTransport
from hardware.transport.opening import connector

ADDRESSES = "tcp://HOST:PORT, serial:/dev/NAME, usb:VENDOR:PRODUCT, usb:any or simulate"
_EXIT_FAILED, _EXIT_USAGE, _EXIT_UNKNOWN = 1, 2, 3

app = typer.Typer(
    name="python -m hardware",
    help="Devices of a service hall: print a receipt, read codes, simulate a printer.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
)

OutFolder = Annotated[Path | None, typer.Option("--out", help="Folder for the papers as PNG.")]
ProfileName = Annotated[str, typer.Option("--profile", help=f"One of: {', '.join(PROFILES)}.")]


def main() -> None:
    """Run the verb on the command line."""
    app()


@app.command("print", epilog="Example: python -m hardware print slip.json --to simulate --out out")
def print_receipt(
    file: Annotated[Path, typer.Argument(help="A receipt as JSON.")],
    to: Annotated[str, typer.Option(help=f"{ADDRESSES}; ?profile=NAME says which printer.")],
    out: OutFolder = None,
) -> None:
    """Print a receipt and say in one line what became of it."""
    receipt, place = _receipt(file), _printer(to)
    with _failing_on_disk():
        outcome = (
            _print_real(receipt, place.address, place.profile)
            if place.address
            else _print_simulated(receipt, place.profile, out)
        )
    typer.echo(" ".join(str(word) for word in (outcome.result, outcome.reason) if word))
    if outcome.result is not PrintResult.PRINTED:
        unknown = outcome.result in {PrintResult.UNKNOWN, PrintResult.HELD}
        raise typer.Exit(_EXIT_UNKNOWN if unknown else _EXIT_FAILED)


@app.command(epilog="Example: python -m hardware scan card.jpg --formats QRCode,Code128 --json")
def scan(
    images: Annotated[list[Path], typer.Argument(help="Pictures to look at.")],
    formats: Annotated[str, typer.Option(help="Formats, divided by commas.")] = ",".join(
        DEFAULT_FORMATS
    ),
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Read the codes in pictures: one line a picture, with every text found."""
    wanted = tuple(name.strip() for name in formats.split(",") if name.strip())
    failed = False
    for path in images:
        try:
            with Image.open(path) as image:
                codes = read_codes(image, wanted)
        except CodeFormatError as error:
            _stop(str(error), _EXIT_USAGE)
        except (OSError, ValueError, Image.DecompressionBombError) as error:
            failed = True
            typer.echo(f"{path}: cannot be read: {error}", err=True)
            codes = ()
        typer.echo(_as_json(path, codes) if as_json else _as_text(path, codes))
    if failed:
        raise typer.Exit(_EXIT_FAILED)


@app.command(epilog="Example: python -m hardware simulate-printer --port 9100 --out papers")
def simulate_printer(
    out: Annotated[Path, typer.Option(help="Folder for the papers as PNG and bytes.")],
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 picks one.")] = PRINTER_PORT,
    profile: ProfileName = GENERIC_80.name,
) -> None:
    """Be a receipt printer on this machine's loopback until interrupted."""
    with _failing_on_disk():
        printer = SimulatedPrinter(model_of(_profile(profile).width_dots), keep_in(out))
        server = TcpServer(printer, port)
    with server:
        typer.echo(f"tcp://{server.host}:{server.port}")
        sys.stdout.flush()
        try:
            server.wait()
        except KeyboardInterrupt:
            typer.echo(f"{len(printer.papers)} papers in {out}")


def _print_simulated(receipt: Receipt, profile: PrinterProfile, out: Path | None) -> PrintOutcome:
    simulated = SimulatedPrinter(model_of(profile.width_dots), keep_in(out) if out else None)
    printer = ReceiptPrinter(lambda: MemoryTransport(simulated), profile)
    outcome = printer.print(receipt)
    simulated.tear_off()
    return outcome


def _print_real(receipt: Receipt, address: Address, profile: PrinterProfile) -> PrintOutcome:
    printer = ReceiptPrinter(connector(address), profile)
    try:
        return printer.print(receipt)
    finally:
        printer.close()


def _printer(written: str) -> PrinterPlace:
    try:
        return read_printer(written)
    except AddressError as error:
        _stop(str(error), _EXIT_USAGE)


def _receipt(file: Path) -> Receipt:
    try:
        return decode_receipt(file.read_bytes())
    except OSError as error:
        _stop(f"{file}: {error.strerror}", _EXIT_USAGE)
    except ReceiptError as error:
        _stop(f"{file}: {error}", _EXIT_USAGE)


def _profile(name: str) -> PrinterProfile:
    if name not in PROFILES:
        _stop(f"{name!r} is no profile; there are {', '.join(PROFILES)}", _EXIT_USAGE)
    return PROFILES[name]


def _as_json(path: Path, codes: tuple[Code, ...]) -> str:
    found = [{"text": code.text, "format": code.format, "corners": code.corners} for code in codes]
    return json.dumps({"image": str(path), "codes": found}, ensure_ascii=False)


def _as_text(path: Path, codes: tuple[Code, ...]) -> str:
    found = "; ".join(f"{code.format} {code.text!r}" for code in codes)
    return f"{path}: {found or 'nothing found'}"


@contextmanager
def _failing_on_disk() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        _stop(str(error), _EXIT_FAILED)


def _stop(message: str, status: int) -> NoReturn:
    typer.echo(f"hardware: {message}", err=True)
    raise typer.Exit(status)
