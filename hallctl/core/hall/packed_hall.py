"""A hall as bytes and back: exactly the same hall, typed by the structs that it is made of."""

from typing import Any

import msgspec

from hallctl.core.hall import Hall
from hallctl.core.hall.packed_dossiers import Dossiers, Packed


def packed(hall: Hall) -> bytes:
    """Everything that the hall remembers."""
    return _encoder.encode(hall)


def unpacked(body: bytes | memoryview | msgspec.Raw) -> Hall:
    """The hall of those bytes. Raises msgspec.MsgspecError for bytes that are none."""
    return _decoder.decode(body)


def _as_packed(dossiers: Dossiers) -> Packed:
    return dossiers.packed()


def _as_dossiers(_kind: type, packed: Any) -> Dossiers:
    return Dossiers(msgspec.convert(packed, Packed))


_encoder = msgspec.msgpack.Encoder(enc_hook=_as_packed)
_decoder = msgspec.msgpack.Decoder(Hall, dec_hook=_as_dossiers)
