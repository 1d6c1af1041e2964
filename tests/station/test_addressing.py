"""Addresses and command ids."""

import pytest

from hallctl.station.link.addressing import HallAddress, new_command_id


def test_an_address_gives_its_two_doors() -> None:
    address = HallAddress("http://10.0.0.5:8080/", "secret")
    assert address.commands_url == "http://10.0.0.5:8080/api/commands"
    assert address.live_url == "ws://10.0.0.5:8080/api/live"


def test_a_secure_hall_has_a_secure_live_door() -> None:
    assert HallAddress("https://hall.example", "t").live_url == "wss://hall.example/api/live"


def test_an_address_never_prints_its_token() -> None:
    assert "secret" not in repr(HallAddress("http://10.0.0.5", "secret"))


def test_words_that_are_no_address_are_refused() -> None:
    with pytest.raises(ValueError, match="begins with http"):
        HallAddress("10.0.0.5:8080", "t")


def test_command_ids_are_version_seven_unique_and_in_time_order() -> None:
    ids = [new_command_id() for _ in range(2000)]
    assert {one.version for one in ids} == {7}
    assert {one.variant for one in ids} == {"specified in RFC 4122"}
    assert len(set(ids)) == 2000
    moments = [one.int >> 80 for one in ids]
    assert moments == sorted(moments)
