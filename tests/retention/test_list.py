"""The list of whom the hall was asked to forget outlives a power cut in the middle of a line."""

from pathlib import Path

from hallctl.retention.on_request import LIST, Asked, read, remember


def test_what_is_added_after_a_torn_line_stays_on_the_list(tmp_path: Path) -> None:
    first, later = Asked("applicants", "H00.01-261123-0001"), Asked("visitors", "a-17")
    remember(tmp_path, [first])
    with (tmp_path / LIST).open("a") as torn:
        torn.write("complainants 81")
    remember(tmp_path, [later])
    assert {first, later} <= set(read(tmp_path / LIST))
