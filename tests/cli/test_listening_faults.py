"""Why an address can't be listened on: a line that names it and says what to do."""

import errno

import pytest

from hallctl.machine.listening_faults import listening_fault
from hallctl.verbs.shared import told

BINDING = "error while attempting to bind on address ('0.0.0.0', 8080): no"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EADDRINUSE, "0.0.0.0:8080 is taken by another program"),
        (errno.EADDRNOTAVAIL, "no address of this machine"),
        (errno.EACCES, "ports below 1024"),
    ],
)
def test_an_address_that_is_not_to_be_had_is_named(number: int, words: str) -> None:
    assert words in listening_fault(OSError(number, BINDING))


def test_what_is_about_no_address_is_told_as_the_system_tells_it() -> None:
    full = OSError(errno.ENOSPC, "No space left on device", "/var/lib/hall/run/lock")
    assert listening_fault(full) == ""
    assert told(full) == "/var/lib/hall/run/lock: No space left on device"
