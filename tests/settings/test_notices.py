"""What hall.toml says about notices, the mail server and the gateway."""

from pathlib import Path

import pytest

from hallctl.core.plan.notice_rules import NoticeRules
from hallctl.settings import HallSettings, SettingsError, read_hall
from tests.settings.conftest import SMALL_HALL


def settings_of(directory: Path, text: str) -> HallSettings:
    (directory / "hall.toml").write_text(SMALL_HALL + text, encoding="utf-8")
    return read_hall(directory)


def test_notices_are_what_the_technician_wrote(tmp_path: Path) -> None:
    settings = settings_of(
        tmp_path,
        '[notices]\nwhen = ["finished"]\ntries = 3\n'
        '[mail]\nhost = "mail.example.vn"\nsender = "motcua@example.vn"\n'
        '[gateway]\nurl = "https://sms.example.vn/send"\n',
    )
    assert settings.plan.telling == NoticeRules(when=("finished",), tries=3)
    assert (settings.mail.host, settings.mail.port) == ("mail.example.vn", 587)
    assert settings.gateway.url == "https://sms.example.vn/send"


def test_without_settings_nobody_is_told(tmp_path: Path) -> None:
    assert settings_of(tmp_path, "").plan.telling.when == ()


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ('[notices]\nwhen = ["returned"]', "notices.when"),
        ('[notices]\nwhen = ["finished", "finished"]', "names something twice"),
        ("[notices]\ntries = 0", "notices.tries: 0 makes no sense"),
        ('[mail]\nhost = "a b"\nsender = "a@example.vn"', "is no server"),
        ('[mail]\nhost = "mail.example.vn"', "mail.sender: '' is no e-mail address"),
        ('[mail]\nhost = "m.vn"\nsender = "a@b.vn"\nport = 0', "mail.port: 0 is no port"),
        ('[mail]\nsecurity = "ssl"', "mail.security"),
        ("[mail]\ntimeout_s = 0", "mail.timeout_s: 0 seconds makes no sense"),
        ('[gateway]\nurl = "sms.example.vn"', "gateway.url"),
        ("[gateway]\ntimeout_s = 999", "gateway.timeout_s: 999 seconds makes no sense"),
    ],
)
def test_what_makes_no_sense_is_named(tmp_path: Path, written: str, words: str) -> None:
    with pytest.raises(SettingsError) as caught:
        settings_of(tmp_path, f"{written}\n")
    assert words in str(caught.value)
