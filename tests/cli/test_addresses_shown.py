"""What a technician is told to type is an address that leads here."""

import pytest

from hallctl.machine.discovery import EVERY_INTERFACE
from hallctl.web.addresses import lan_address


@pytest.mark.parametrize("host", EVERY_INTERFACE)
def test_every_interface_is_told_by_an_address_of_this_machine(host: str) -> None:
    assert lan_address(host) not in EVERY_INTERFACE


def test_one_address_is_told_as_it_is() -> None:
    assert lan_address("192.0.2.10") == "192.0.2.10"
