"""Every codec takes any bytes: no exception, no hang, nothing kept without end."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS

SEEDS = (
    b"",
    b"\x02054\x03",
    b"\xaa\x03\x01\xae",
    bytes.fromhex("05030200044847"),
    b"\x1b@\x1dv0\x00\x01\x00\xff\xff",
    b"\x1d(k\xff\xff1P0",
    b"\x10\x04\x01\x1dr\x01",
    b"]Q1Nguy\xe1\xbb\x85n\r\n",
    b"usb:04b8:0e28?profile=generic-80&width=576",
    b'{"version": 1, "blocks": [{"block": "text", "text": "A"}]}',
)


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
@given(data=st.binary(max_size=400) | st.tuples(st.sampled_from(SEEDS), st.binary(max_size=60)))
def test_any_bytes_do_no_harm(
    target: Callable[[bytes], None], data: bytes | tuple[bytes, bytes]
) -> None:
    target(data if isinstance(data, bytes) else b"".join(data))
