"""Modbus RTU as bytes, through pymodbus: the few requests that pads, boards and lamps need."""

import struct
from collections.abc import Callable

from pymodbus.exceptions import ModbusException
from pymodbus.framer import FramerRTU
from pymodbus.pdu import DecodePDU, ModbusPDU
from pymodbus.pdu.bit_message import WriteSingleCoilRequest
from pymodbus.pdu.register_message import (
    ReadHoldingRegistersRequest,
    WriteMultipleRegistersRequest,
    WriteSingleRegisterRequest,
)

OF_A_REGISTER, OF_A_WRITE = 7, 8
"""Bytes of the answer that tells one register, and of one that grants a write of any kind."""
LONGEST = 256
"""Bytes of the longest frame there may be."""

_ANSWERS = FramerRTU(DecodePDU(False))
_SPOILT = (ModbusException, struct.error, IndexError, ValueError, KeyError)


def read_register(unit: int, register: int) -> bytes:
    """Ask for one holding register."""
    return _frame(ReadHoldingRegistersRequest(dev_id=unit, address=register, count=1))


def write_register(unit: int, register: int, value: int) -> bytes:
    """Set one holding register."""
    return _frame(WriteSingleRegisterRequest(dev_id=unit, address=register, registers=[value]))


def write_registers(unit: int, register: int, values: list[int]) -> bytes:
    """Set several holding registers at once."""
    return _frame(WriteMultipleRegistersRequest(dev_id=unit, address=register, registers=values))


def switch(unit: int, coil: int, *, on: bool) -> bytes:
    """Switch one coil, such as a relay with a lamp."""
    return _frame(WriteSingleCoilRequest(dev_id=unit, address=coil, bits=[on]))


def register_in(unit: int, answer: bytes) -> int | None:
    """The register that `answer` tells; None while it is not whole, or not right."""
    pdu = _answer(unit, answer)
    is_read = pdu is not None and pdu.function_code == ReadHoldingRegistersRequest.function_code
    return pdu.registers[0] if pdu is not None and is_read and len(pdu.registers) == 1 else None


def confirms(unit: int, request: bytes) -> Callable[[bytes], bool]:
    """Whether an answer grants `request`, of that unit: its function, and no exception."""

    def does(answer: bytes) -> bool:
        pdu = _answer(unit, answer)
        return pdu is not None and pdu.function_code == request[1]

    return does


def found_by(is_answer: Callable[[bytes], bool], length: int) -> Callable[[bytes], slice | None]:
    """Where a right answer of so many bytes stands, among whatever else was said."""

    def find(heard: bytes) -> slice | None:
        windows = (slice(first, first + length) for first in range(len(heard) - length + 1))
        return next((one for one in windows if is_answer(heard[one])), None)

    return find


def _frame(pdu: ModbusPDU) -> bytes:
    return _ANSWERS.buildFrame(pdu)


def _answer(unit: int, data: bytes) -> ModbusPDU | None:
    if len(data) > LONGEST:
        return None
    try:
        _, pdu = _ANSWERS.handleFrame(data, 0, 0)
    except _SPOILT:
        return None
    return pdu if pdu is not None and pdu.dev_id == unit else None
