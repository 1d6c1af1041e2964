"""A small hall that is in order, to be spoiled one way at a time."""

from pathlib import Path

import pytest

SMALL_HALL = """\
[hall]
name = { vi = "Một cửa", en = "Hall" }
authority = { vi = "Ủy ban", en = "Committee" }
timezone = "Asia/Ho_Chi_Minh"
languages = ["vi", "en"]
notices = [{ vi = "Chào", en = "Hello" }]

[hours]
weekdays = [1, 2]
shifts = ["07:30-11:30", "13:30-17:00"]

[rules]
target_minutes = 15

[server]
port = 8080

[[priority]]
group = "elderly"
name = { vi = "Người cao tuổi" }
head_start = 10
rate = 2

[[department]]
department = "justice"
name = { vi = "Sở Tư pháp" }

[[service]]
service = "civil-status"
letter = "A"
name = { vi = "Hộ tịch", en = "Civil status" }
departments = ["justice"]

[[service]]
service = "land"
letter = "B"
name = { vi = "Đất đai" }

[[counter]]
counter = "1"
services = ["civil-status", "land"]

[[station]]
name = "kiosk-1"
role = "kiosk"
printer = "simulate"

[[station]]
name = "sign-1"
role = "sign"
counter = "1"
"""


@pytest.fixture
def hall_directory(tmp_path: Path) -> Path:
    """A directory with the small hall's settings."""
    (tmp_path / "hall.toml").write_text(SMALL_HALL, encoding="utf-8")
    return tmp_path
