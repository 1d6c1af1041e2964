"""Checksums of small serial protocols, without I/O."""

from typing import Final, Literal

CheckKind = Literal["sum8", "xor8", "crc16"]

CHECK_BYTES: Final[dict[CheckKind, int]] = {"sum8": 1, "xor8": 1, "crc16": 2}


def checksum(kind: CheckKind, data: bytes) -> bytes:
    """The check bytes that follow `data`: `crc16` is that of Modbus, low byte first."""
    match kind:
        case "sum8":
            return bytes((sum(data) & 0xFF,))
        case "xor8":
            total = 0
            for byte in data:
                total ^= byte
            return bytes((total,))
        case "crc16":
            return _crc16(data).to_bytes(2, "little")


def _crc16(data: bytes) -> int:
    total = 0xFFFF
    for byte in data:
        total ^= byte
        for _ in range(8):
            total = total >> 1 ^ (0xA001 if total & 1 else 0)
    return total
