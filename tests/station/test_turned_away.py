"""A hall that turns a station away: a technician reads why, and what to do."""

import pytest

from hallctl.station.link.turned_away import turned_away


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("processHandshake: Unsupported WWW-Authenticate challenges encountered.", "token"),
        ("processHandshake: Unhandled http status code: 404 (Not Found).", "counter or zone"),
        ("processHandshake: Unhandled http status code: 403 (Forbidden).", "role"),
        ("The root certificate of the certificate chain is self-signed, and untrusted", "clock"),
        ("The certificate is not yet valid", "clock"),
    ],
)
def test_what_a_technician_can_mend_is_told(said: str, told: str) -> None:
    assert told in turned_away(said)


@pytest.mark.parametrize("said", ["Connection refused", "The remote host closed the connection"])
def test_what_heals_by_itself_is_not(said: str) -> None:
    assert turned_away(said) == ""
