"""A simulated USB bus behind pyusb: the real library looks for printers here, claims and writes.

Devices are plugged and unplugged; what is unplugged answers as libusb does (ENODEV).
"""

import errno
import threading
import time
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import usb.backend
import usb.core
import usb.util

from hardware.transport.memory import Peer

_OUT, _IN = 0x02, 0x81
_LANGUAGE = 0x0409
_SERIAL_INDEX = 3
_PACKET_BYTES = 64


@dataclass(eq=False)
class SimulatedUsbDevice:
    """One device in a socket; `answers` says whether it has an endpoint for answers."""

    peer: Peer
    vendor: int = 0x04B8
    product: int = 0x0E28
    serial: str = "X5TK000001"
    sockets: tuple[int, ...] = (2, 3)
    interface_class: int = 7
    answers: bool = True
    kernel_driver: bool = True
    claimed_by: object = None


class _Handle:
    """An open device: what it has sent and nobody has read."""

    def __init__(self, device: SimulatedUsbDevice) -> None:
        self.device = device
        self.is_broken = False
        self._answers = bytearray()
        self._changed = threading.Condition()
        device.peer.attach(self._arrive, self.break_off)

    def take(self, most: int, timeout_s: float) -> bytes:
        deadline = time.monotonic() + timeout_s
        with self._changed:
            while not self._answers and not self.is_broken:
                left = deadline - time.monotonic()
                if left <= 0 or not self._changed.wait(left):
                    raise usb.core.USBTimeoutError("Operation timed out", -7, errno.ETIMEDOUT)
            piece = bytes(self._answers[:most])
            del self._answers[:most]
        if not piece:
            raise _gone()
        return piece

    def break_off(self) -> None:
        with self._changed:
            self.is_broken = True
            self._changed.notify_all()

    def _arrive(self, data: bytes) -> None:
        with self._changed:
            self._answers += data
            self._changed.notify_all()


class SimulatedUsbBus(usb.backend.IBackend):  # type: ignore[misc]  # pyusb has no types
    """The bus, as pyusb's backend: hand it to `UsbTransport` in place of libusb."""

    def __init__(self, *devices: SimulatedUsbDevice) -> None:
        super().__init__()
        self._devices = list(devices)
        self._handles: list[_Handle] = []

    def plug(self, device: SimulatedUsbDevice) -> None:
        """Into its socket."""
        self._devices.append(device)

    def unplug(self, device: SimulatedUsbDevice) -> None:
        """Out of its socket: whoever has it open loses it."""
        self._devices.remove(device)
        device.claimed_by, device.kernel_driver = None, True
        for handle in self._handles:
            if handle.device is device:
                handle.break_off()

    # What pyusb asks of a backend.

    def enumerate_devices(self) -> Iterator[SimulatedUsbDevice]:
        return iter(list(self._devices))

    def get_device_descriptor(self, dev: SimulatedUsbDevice) -> Any:
        return SimpleNamespace(
            bLength=18,
            bDescriptorType=1,
            bcdUSB=0x0200,
            bcdDevice=0x0100,
            bDeviceClass=0,
            bDeviceSubClass=0,
            bDeviceProtocol=0,
            bMaxPacketSize0=64,
            bNumConfigurations=1,
            iManufacturer=1,
            iProduct=2,
            iSerialNumber=_SERIAL_INDEX,
            idVendor=dev.vendor,
            idProduct=dev.product,
            address=5,
            bus=1,
            speed=3,
            port_number=dev.sockets[-1],
            port_numbers=dev.sockets,
        )

    def get_configuration_descriptor(self, dev: SimulatedUsbDevice, config: int) -> Any:
        if config:
            raise IndexError(config)
        return SimpleNamespace(
            bLength=9,
            bDescriptorType=2,
            wTotalLength=32,
            bNumInterfaces=1,
            bConfigurationValue=1,
            iConfiguration=0,
            bmAttributes=0xC0,
            bMaxPower=1,
            extra_descriptors=[],
        )

    def get_interface_descriptor(
        self, dev: SimulatedUsbDevice, intf: int, alt: int, config: int
    ) -> Any:
        if intf or alt or config:
            raise IndexError(intf)
        return SimpleNamespace(
            bLength=9,
            bDescriptorType=4,
            bInterfaceNumber=0,
            bAlternateSetting=0,
            bNumEndpoints=1 + dev.answers,
            bInterfaceClass=dev.interface_class,
            bInterfaceSubClass=1,
            bInterfaceProtocol=1 + dev.answers,
            iInterface=0,
            extra_descriptors=[],
        )

    def get_endpoint_descriptor(
        self, dev: SimulatedUsbDevice, ep: int, intf: int, alt: int, config: int
    ) -> Any:
        every = [_OUT, _IN] if dev.answers else [_OUT]
        return SimpleNamespace(
            bLength=7,
            bDescriptorType=5,
            bEndpointAddress=every[ep],
            bmAttributes=usb.util.ENDPOINT_TYPE_BULK,
            wMaxPacketSize=_PACKET_BYTES,
            bInterval=0,
            bRefresh=0,
            bSynchAddress=0,
            extra_descriptors=[],
        )

    def open_device(self, dev: SimulatedUsbDevice) -> _Handle:
        if dev not in self._devices:
            raise _gone()
        handle = _Handle(dev)
        self._handles.append(handle)
        return handle

    def close_device(self, dev_handle: _Handle) -> None:
        self._handles.remove(dev_handle)
        if dev_handle.device.claimed_by is dev_handle:
            dev_handle.device.claimed_by = None

    def get_configuration(self, dev_handle: _Handle) -> int:
        self._standing(dev_handle)
        return 1

    def claim_interface(self, dev_handle: _Handle, intf: int) -> None:
        device = self._standing(dev_handle)
        if device.kernel_driver or device.claimed_by not in {None, dev_handle}:
            raise usb.core.USBError("Resource busy", -6, errno.EBUSY)
        device.claimed_by = dev_handle

    def release_interface(self, dev_handle: _Handle, intf: int) -> None:
        self._standing(dev_handle).claimed_by = None

    def is_kernel_driver_active(self, dev_handle: _Handle, intf: int) -> bool:
        return self._standing(dev_handle).kernel_driver

    def detach_kernel_driver(self, dev_handle: _Handle, intf: int) -> None:
        self._standing(dev_handle).kernel_driver = False

    def attach_kernel_driver(self, dev_handle: _Handle, intf: int) -> None:
        self._standing(dev_handle).kernel_driver = True

    def bulk_write(
        self,
        dev_handle: _Handle,
        ep: int,
        intf: int,
        data: "array[int]",
        timeout: int,
    ) -> int:
        taken = self._standing(dev_handle).peer.receive(data.tobytes(), timeout / 1000)
        if taken or not len(data):
            return taken
        self._standing(dev_handle)
        raise usb.core.USBTimeoutError("Operation timed out", -7, errno.ETIMEDOUT)

    def bulk_read(
        self,
        dev_handle: _Handle,
        ep: int,
        intf: int,
        buff: "array[int]",
        timeout: int,
    ) -> int:
        piece = dev_handle.take(len(buff), timeout / 1000)
        buff[: len(piece)] = array("B", piece)
        return len(piece)

    def ctrl_transfer(
        self,
        dev_handle: _Handle,
        bmRequestType: int,
        bRequest: int,
        wValue: int,
        wIndex: int,
        data: "array[int]",
        timeout: int,
    ) -> int:
        """String descriptors: the languages, then the serial number."""
        words = self._standing(dev_handle).serial.encode("utf-16-le")
        body = words if wValue & 0xFF else _LANGUAGE.to_bytes(2, "little")
        piece = (bytes((len(body) + 2, 3)) + body)[: len(data)]
        data[: len(piece)] = array("B", piece)
        return len(piece)

    def _standing(self, handle: _Handle) -> SimulatedUsbDevice:
        if handle.is_broken:
            raise _gone()
        return handle.device


def _gone() -> usb.core.USBError:
    return usb.core.USBError("No such device (it may have been disconnected)", -4, errno.ENODEV)
