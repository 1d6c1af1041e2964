"""Where a receipt printer is and what it can do, in one line of the hall's settings.

`usb:04b8:0e28?profile=epson-tm-t20iii`, `tcp://10.0.0.5?profile=custom-vkp80&width=576`, or
`simulate?profile=generic-58` for one that leaves pictures instead of paper.
"""

from dataclasses import dataclass

from hardware.printer.printer_profile import PrinterProfile, profile_from
from hardware.transport.address import Address, AddressError, SerialAddress, read_place

SIMULATE = "simulate"
_LEAST_BAUD = 38_400
_WISHES = {"profile", "width", "qr", "cut", "roll", "low"}
_LONGEST_ROLL_M = 2000


@dataclass(frozen=True, slots=True)
class PrinterPlace:
    """A printer's address, None for a simulated one, and its profile.

    `roll_m` is the length of the rolls it gets, 0 where nobody has told; below `low_m` little is
    left.
    """

    address: Address | None
    profile: PrinterProfile
    roll_m: float = 0.0
    low_m: float = 5.0


def read_printer(written: str) -> PrinterPlace:
    """Read a printer's line. Raises AddressError, saying what is wrong and what there is."""
    where, _, asked = written.partition("?")
    is_simulated = where == SIMULATE
    place = read_place(f"usb:any?{asked}" if is_simulated and asked else _line(written))
    address = place.address
    if isinstance(address, SerialAddress) and address.baud < _LEAST_BAUD:
        raise AddressError(
            f"{written!r} is no address: a slip is a picture, and at {address.baud} baud it takes"
            f" a minute; set printer and address to {_LEAST_BAUD} or more"
        )
    if unknown := sorted(place.wishes.keys() - _WISHES):
        raise AddressError(
            f"{written!r} is no address: a printer knows no {unknown[0]!r},"
            f" only {', '.join(sorted(_WISHES))}"
        )
    try:
        profile = profile_from(place.wishes)
        roll_m, low_m = _metres(place.wishes, "roll", 0.0), _metres(place.wishes, "low", 5.0)
    except ValueError as error:
        raise AddressError(f"{written!r} is no address: {error}") from error
    return PrinterPlace(None if is_simulated else address, profile, roll_m, low_m)


def _metres(wishes: dict[str, str], name: str, usual: float) -> float:
    written = wishes.get(name, "")
    if not written:
        return usual
    if not (written.isascii() and written.isdigit() and 0 < int(written[:6]) <= _LONGEST_ROLL_M):
        raise ValueError(f"{name}={written!r} is no length: whole metres, up to {_LONGEST_ROLL_M}")
    return float(written)


def _line(written: str) -> str:
    return "usb:any" if written == SIMULATE else written
