"""``hallctl forms sample``: an example of every form, and clear words where it can't be written."""

from pathlib import Path

from tests.cli.conftest import Say


def test_samples_of_every_form_are_written(say: Say, tmp_path: Path) -> None:
    out = tmp_path / "new" / "forms"
    result = say("forms", "sample", "--out", str(out))
    assert result.exit_code == 0
    written = sorted(out.iterdir())
    assert [Path(line) for line in result.stdout.splitlines()] == written
    assert {path.stem for path in written} == {
        *(f"{number:02}-{size}" for number in range(1, 6) for size in ("a4", "a5")),
        "06-a4",
        "07-a4",
    }
    assert all(path.read_bytes().startswith(b"%PDF-") for path in written)


def test_a_place_that_can_not_be_written_is_said_in_one_line(say: Say, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("")
    result = say("forms", "sample", "--out", str(taken))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("hallctl: ")
    assert result.stderr.count("\n") == 1


def test_the_verb_explains_itself(say: Say) -> None:
    result = say("forms", "sample", "--help")
    assert result.exit_code == 0
    assert "Example:  hallctl forms sample" in result.stdout
