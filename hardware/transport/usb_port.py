"""Receipt printers on USB, through pyusb and libusb: the printer class, with both directions.

USB Device Class Definition for Printing Devices 1.1: interface class 7, subclass 1; protocol 2
has an endpoint for answers. `backend` of pyusb is what tests put a simulated bus in place of.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

import usb.backend.libusb1
import usb.core
import usb.util

from hardware.transport.address import UsbAddress
from hardware.transport.link import TransportGone

PRINTER_CLASS: Final = 7
_TWO_WAYS: Final = 2
_PIECE_BYTES = 4096
_ANSWER_BYTES = 512  # a whole number of packets, as libusb asks
# Unplugged devices raise what libusb, the kernel or pyusb's own objects come upon first.
_BREAKS = (usb.core.USBError, OSError, ValueError, NotImplementedError, AttributeError)


class UsbTransport:
    """One printer's claimed interface."""

    def __init__(self, address: UsbAddress, backend: Any = None) -> None:
        """Claim the first printer that `address` fits. Raises TransportGone."""
        self._device: Any = None
        self._number, self._had_driver = 0, False
        try:
            self._claim(*_found(address, _backend(backend)))
        except _BREAKS as error:
            self.close()
            raise TransportGone(f"the USB printer cannot be opened: {error}") from error

    def _claim(self, device: Any, interface: Any) -> None:
        self._device, self._number = device, int(interface.bInterfaceNumber)
        self._out = _endpoint(interface, usb.util.ENDPOINT_OUT)
        self._in = _endpoint(interface, usb.util.ENDPOINT_IN)
        if self._out is None:
            raise OSError("it takes no bytes")
        self._had_driver = _take_from_kernel(device, self._number)
        try:
            device.get_active_configuration()
        except usb.core.USBError:
            device.set_configuration()
        usb.util.claim_interface(device, self._number)
        if interface.bAlternateSetting:
            device.set_interface_altsetting(interface)

    def write(self, data: bytes, timeout_s: float) -> int:
        """See Transport."""
        try:
            return int(self._out.write(data[:_PIECE_BYTES], _milliseconds(timeout_s)))
        except usb.core.USBTimeoutError:
            return 0
        except _BREAKS as error:
            raise TransportGone(f"the USB printer is gone: {error}") from error

    def read(self, timeout_s: float) -> bytes:
        """See Transport. A printer that has no way to answer says nothing."""
        if self._in is None:
            return b""
        try:
            return bytes(self._in.read(_ANSWER_BYTES, _milliseconds(timeout_s)))
        except usb.core.USBTimeoutError:
            return b""
        except _BREAKS as error:
            raise TransportGone(f"the USB printer is gone: {error}") from error

    def close(self) -> None:
        """See Transport. The kernel's own driver gets the printer back."""
        if self._device is None:
            return
        with suppress(*_BREAKS):
            usb.util.release_interface(self._device, self._number)
            if self._had_driver:
                self._device.attach_kernel_driver(self._number)
                self._had_driver = False
        with suppress(*_BREAKS):
            usb.util.dispose_resources(self._device)


def usb_printers(backend: Any = None) -> list[UsbAddress]:
    """Every printer on USB, with its serial number and socket; none where libusb is missing."""
    found = []
    with suppress(*_BREAKS, TransportGone):
        for device in _printers(_backend(backend)):
            serial = _serial(device)
            found.append(UsbAddress(device.idVendor, device.idProduct, serial, _socket(device)))
            usb.util.dispose_resources(device)
    return found


def _backend(backend: Any) -> Any:
    found = backend or usb.backend.libusb1.get_backend()
    if found is None:
        raise TransportGone("libusb-1.0 is not installed on this machine")
    return found


def _printers(backend: Any) -> Iterator[Any]:
    yield from usb.core.find(find_all=True, backend=backend, custom_match=_is_printer)


def _is_printer(device: Any) -> bool:
    with suppress(*_BREAKS):
        return _printing_interface(device) is not None
    return False


def _found(address: UsbAddress, backend: Any) -> tuple[Any, Any]:
    for device in _printers(backend):
        if _fits(device, address):
            return device, _printing_interface(device)
        usb.util.dispose_resources(device)
    raise OSError("there is none at that address")


def _fits(device: Any, address: UsbAddress) -> bool:
    return (
        address.vendor in {None, device.idVendor}
        and address.product in {None, device.idProduct}
        and address.port in {"", _socket(device)}
        and address.serial in {"", _serial(device) if address.serial else ""}
    )


def _printing_interface(device: Any) -> Any:
    """The interface to print by; one that answers is taken before one that doesn't."""
    every = [one for configuration in device for one in configuration]
    fit = [one for one in every if one.bInterfaceClass == PRINTER_CLASS]
    return max(fit, key=lambda one: one.bInterfaceProtocol == _TWO_WAYS, default=None)


def _endpoint(interface: Any, direction: int) -> Any:
    return usb.util.find_descriptor(
        interface,
        custom_match=lambda one: (
            usb.util.endpoint_direction(one.bEndpointAddress) == direction
            and usb.util.endpoint_type(one.bmAttributes) == usb.util.ENDPOINT_TYPE_BULK
        ),
    )


def _take_from_kernel(device: Any, number: int) -> bool:
    """Take the printer from the kernel's driver (usblp); whether it had one."""
    with suppress(NotImplementedError):
        if device.is_kernel_driver_active(number):
            device.detach_kernel_driver(number)
            return True
    return False


def _serial(device: Any) -> str:
    """The serial number, or nothing where there is none or it may not be read."""
    with suppress(*_BREAKS):
        return str(usb.util.get_string(device, device.iSerialNumber) or "")
    return ""


def _socket(device: Any) -> str:
    sockets = ".".join(str(number) for number in device.port_numbers or ())
    return f"{device.bus}-{sockets}" if sockets else str(device.bus or "")


def _milliseconds(seconds: float) -> int:
    """libusb takes 0 for: wait for ever."""
    return max(1, round(seconds * 1000))
