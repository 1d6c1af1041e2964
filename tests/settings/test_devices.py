"""Devices in hall.toml: read, or refused with what to do."""

from pathlib import Path

import pytest

from hallctl.settings import SettingsError, read_hall
from tests.settings.conftest import SMALL_HALL

WITH_DEVICES = (
    SMALL_HALL
    + """
[[station]]
name = "devices-1"
role = "devices"
printer = "usb:any?profile=epson-tm-t82"

[[device]]
device = "pad-1"
kind = "pad"
station = "devices-1"
counter = "1"
port = "serial:/dev/ttyUSB0?baud=9600&echo=yes"
format = "stx-etx"
unit = 5
"""
)
SPOILED = [
    ('"devices-1"\ncounter', '"kiosk-1"\ncounter', "station: there is no station of the role "),
    ('counter = "1"\nport', 'counter = "9"\nport', "counter: there is no counter '9'; use one"),
    ('"stx-etx"', '"stx-ext"', "format: there is no format 'stx-ext'; did you mean 'stx-etx'"),
    ('kind = "pad"', 'kind = "lamp"', "format: there is no format 'stx-etx'; use one of: lamp"),
    ('"serial:/dev/ttyUSB0?baud=9600&echo=yes"', '"usb:any"', "port: is no line; write"),
    ("&echo=yes", "&colour=red", "port: a line knows no 'colour'; take it out"),
    ("baud=9600", "baud=fast", "port: 'serial:/dev/ttyUSB0?baud=fast&echo=yes' is no address"),
    ("unit = 5", "unit = 300", "unit: 300 is no number on a line; use 0 to 247"),
    ('kind = "pad"', 'kind = "horn"', "kind: 'horn' does not fit; use one of: pad, keypad"),
]


CAMERA = """
[[camera]]
camera = "cam-1"
counter = "1"
source = "rtsp://192.0.2.20/stream"
"""
SPOILED_CAMERAS = [
    ('counter = "1"\nsource', "source", "camera.cam-1: looks at a counter or at a zone; give"),
    ('counter = "1"', 'counter = "9"', "camera.cam-1.counter: there is no counter '9'"),
    ('counter = "1"', 'zone = "moon"', "camera.cam-1.zone: no counter stands in a zone 'moon'"),
    ("rtsp://192.0.2.20/stream", "http://x", "camera.cam-1.source: 'http://x' is no camera"),
    ("rtsp://192", "rtsp://a:b@192", 'camera.cam-1.source: holds a password; put "user:pass'),
    ("[[camera]]", "[cameras]\nkeep_days = 0\n[[camera]]", "cameras.keep_days: 0 is no span"),
]


def test_cameras_are_part_of_the_plan_and_keep_nothing(tmp_path: Path) -> None:
    (tmp_path / "hall.toml").write_text(SMALL_HALL + CAMERA, "utf-8")
    plan = read_hall(tmp_path).plan
    assert [one.camera for one in plan.cameras] == ["cam-1"]
    assert not plan.camera_rules.keep_stills


@pytest.mark.parametrize(("old", "new", "line"), SPOILED_CAMERAS)
def test_a_camera_that_cannot_be_is_refused(tmp_path: Path, old: str, new: str, line: str) -> None:
    assert old in CAMERA
    text = SMALL_HALL + CAMERA.replace(old, new, 1)
    (tmp_path / "hall.toml").write_text(text, "utf-8")
    with pytest.raises(SettingsError) as caught:
        read_hall(tmp_path)
    lines = str(caught.value).splitlines()
    assert any(one.startswith(f"hall.toml: {line}") for one in lines), lines


def test_devices_are_part_of_the_plan(tmp_path: Path) -> None:
    (tmp_path / "hall.toml").write_text(WITH_DEVICES, "utf-8")
    plan = read_hall(tmp_path).plan
    (pad,) = plan.devices
    assert (pad.device, pad.kind, pad.counter, pad.unit) == ("pad-1", "pad", "1", 5)
    assert plan.printing_stations == ("kiosk-1", "devices-1")


@pytest.mark.parametrize(("old", "new", "line"), SPOILED)
def test_what_cannot_be_is_refused(tmp_path: Path, old: str, new: str, line: str) -> None:
    assert old in WITH_DEVICES
    (tmp_path / "hall.toml").write_text(WITH_DEVICES.replace(old, new, 1), "utf-8")
    with pytest.raises(SettingsError) as caught:
        read_hall(tmp_path)
    lines = str(caught.value).splitlines()
    assert any(one.startswith(f"hall.toml: device.pad-1.{line}") for one in lines), lines


def test_two_devices_of_one_number_on_a_line_are_refused(tmp_path: Path) -> None:
    second = WITH_DEVICES[WITH_DEVICES.index("[[device]]") :].replace("pad-1", "pad-2")
    (tmp_path / "hall.toml").write_text(WITH_DEVICES + second, "utf-8")
    with pytest.raises(SettingsError, match="5 on that line is 'pad-1' already"):
        read_hall(tmp_path)


FIVE_FACES = """
name = "five-faces"
start = "FA"
length = 5
address = { at = 1 }
button_at = 2
check = { kind = "xor8", at = 3, first = 1 }
end = "FE"

[buttons]
01 = "both-1"
"""


def hall_with_pads(directory: Path, **files: str) -> Path:
    (directory / "hall.toml").write_text(WITH_DEVICES.replace("stx-etx", "five-faces"), "utf-8")
    (directory / "pads").mkdir()
    for name, text in files.items():
        (directory / "pads" / f"{name}.toml").write_text(text, "utf-8")
    return directory


def test_a_hall_declares_pads_of_its_own(tmp_path: Path) -> None:
    plan = read_hall(hall_with_pads(tmp_path, faces=FIVE_FACES)).plan
    assert plan.pad_formats == (FIVE_FACES,)


@pytest.mark.parametrize(
    ("declared", "line"),
    [
        ("name = ", "pads/faces.toml: no pad's format: "),
        (FIVE_FACES.replace("length = 5", "length = 3"), "pads/faces.toml: five-faces: address,"),
        (FIVE_FACES.replace("five-faces", "stx-etx"), "pads/faces.toml: there is a format 'stx"),
    ],
)
def test_a_declaration_that_cannot_be_is_refused(tmp_path: Path, declared: str, line: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_hall(hall_with_pads(tmp_path, faces=declared))
    lines = str(caught.value).splitlines()
    assert any(one.startswith(f"hall.toml: {line}") for one in lines), lines
