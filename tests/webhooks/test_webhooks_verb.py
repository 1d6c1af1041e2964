"""``hallctl webhooks``: lists, owes again, and says when nobody is there."""

import shutil
from pathlib import Path

from tests.verbs import problem, said, say

HOOK = """
[[webhook]]
name = "province"
url = "http://127.0.0.1:9/hall"
events = ["TicketIssued"]
"""


def test_the_verb_lists_replays_and_tests(past: Path, tmp_path: Path) -> None:

    hall = tmp_path / "hall"
    shutil.copytree(past, hall)
    file = hall / "hall.toml"
    file.write_text(file.read_text("utf-8") + HOOK, "utf-8")
    assert "province: http://127.0.0.1:9/hall, 0 to be sent" in said(
        "webhooks", "list", "--hall", hall
    )
    asked = ("webhooks", "replay", "province", "--from", 1, "--to", 60, "--hall", hall)
    assert "to be sent again" in said(*asked)
    assert "TicketIssued" in said("webhooks", "list", "--hall", hall)
    tried = say("webhooks", "test", "province", "--hall", hall)
    assert tried.exit_code == 1
    assert "unreachable" in tried.output
    assert "province" in problem("webhooks", "test", "other", "--hall", hall)
