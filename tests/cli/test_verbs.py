"""Every verb: help with an example, a status that can be trusted, errors in one clear line."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result
from sqlite_utils import Database
from typer.main import get_command

from hallctl import __version__
from hallctl.cli import VERBS as BROUGHT_BY
from hallctl.cli import command_line
from hallctl.hall_directory import HallDirectory
from hallctl.verbs.sections import SECTIONS
from tests.cli.conftest import Say
from tests.journal.full_day import live_a_full_day
from tests.journal.one_hall import in_a_hall
from tests.verbs import app

VERBS = sorted(get_command(app).commands)


@pytest.fixture
def lived_in(hall: Path) -> Path:
    """A hall with a full day in its journal."""
    in_a_hall(hall / "hall.db", live_a_full_day)
    return hall


def complaint(result: Result) -> str:
    """The one line a failed verb says."""
    assert result.exit_code == 1, (result.output, result.exception)
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("hallctl: ")
    return lines[0].removeprefix("hallctl: ")


def test_the_verbs_are_those_promised() -> None:
    promised = {"init", "check", "serve", "status", "send", "demo", "verify", "rebuild"}
    assert promised <= set(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself_with_an_example(say: Say, verb: str) -> None:
    for flag in ("--help", "-h"):
        result = say(verb, flag)
        assert result.exit_code == 0
        assert f"Example:  hallctl {verb} " in result.stdout
        assert result.stdout.count("\n") > 6


def test_the_command_line_alone_shows_its_verbs(say: Say) -> None:
    result = say("--help")
    assert all(f"\n  {verb} " in result.stdout for verb in VERBS)


def test_the_command_line_shows_every_verb_in_one_section_with_its_whole_sentence(say: Say) -> None:
    told = [verb for verbs in SECTIONS.values() for verb in verbs]
    assert sorted(told) == VERBS
    shown = say("--help").stdout
    assert all(f"\n{section}:\n" in shown for section in SECTIONS)
    for told in (shown, say("appointments", "--help").stdout):
        assert "..." not in told.partition("[ARGS]...")[2]


def test_it_says_its_version(say: Say) -> None:
    assert say("--version").stdout == f"hallctl {__version__}\n"


def test_whoever_asks_for_nothing_is_shown_the_verbs_where_they_can_be_paged_through(
    say: Say,
) -> None:
    for words in ([], ["stations"]):
        shown = say(*words)
        assert shown.exit_code == 0
        assert shown.stdout == say(*words, "--help").stdout


def test_an_example_is_copied_in_one_line(say: Say) -> None:
    example = "stations admit 482913 --role kiosk --name kiosk-2 --hall hall"
    assert f"\n  Example:  hallctl {example}\n" in say("stations", "--help").stdout


def test_a_file_in_a_hall_s_place_is_told(say: Say, tmp_path: Path) -> None:
    (tmp_path / "hall.toml").write_text("")
    for verb in ("check", "serve"):
        told = say(verb, tmp_path / "hall.toml")
        assert told.exit_code == 1
        assert "is a file; name the directory that holds hall.toml" in told.stderr


@pytest.mark.parametrize(
    "words", [("fly",), ("init",), ("check", "a", "b"), ("serve", "--port", "x")]
)
def test_what_makes_no_sense_is_a_usage_error(say: Say, words: tuple[str, ...]) -> None:
    result = say(*words)
    assert result.exit_code == 2
    assert "Error: " in result.stderr


@pytest.mark.parametrize("sample", ["province", "commune"])
def test_a_fresh_hall_is_in_order(say: Say, tmp_path: Path, sample: str) -> None:
    made = say("init", tmp_path / "new", "--sample", sample)
    assert made.exit_code == 0
    assert f"hallctl serve {tmp_path / 'new'}" in made.stdout
    checked = say("check", tmp_path / "new")
    assert checked.exit_code == 0
    assert "is in order: " in checked.stdout


def test_a_hall_is_not_written_over(say: Say, hall: Path) -> None:
    before = (hall / "hall.toml").read_bytes()
    assert "has a hall.toml already" in complaint(say("init", hall, "--sample", "province"))
    assert (hall / "hall.toml").read_bytes() == before


def test_an_unknown_sample_is_a_usage_error(say: Say, tmp_path: Path) -> None:
    assert say("init", tmp_path / "new", "--sample", "village").exit_code == 2


def test_whoever_names_no_sample_is_told_which_it_was_and_of_the_other(
    say: Say, tmp_path: Path
) -> None:
    silent = say("init", tmp_path / "silent")
    assert silent.exit_code == 0
    assert "from the sample of a province" in silent.stdout
    assert "--sample commune" in silent.stdout
    named = say("init", tmp_path / "named", "--sample", "commune")
    assert "from the sample of a commune" in named.stdout
    assert "Nothing was said" not in named.stdout
    same = say("init", tmp_path / "same", "--sample", "province")
    assert "Nothing was said" not in same.stdout
    assert (tmp_path / "silent/hall.toml").read_text() == (tmp_path / "same/hall.toml").read_text()
    assert not (tmp_path / "new").exists()


def test_a_place_that_cannot_be_written_is_named(say: Say, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "file" in complaint(say("init", tmp_path / "file" / "hall"))


def test_check_names_every_problem(say: Say, hall: Path) -> None:
    settings = hall / "hall.toml"
    words = settings.read_text().replace('services = ["land", "business"]', 'services = ["lnd"]')
    settings.write_text(words.replace('letter = "B"', 'letter = "A"'))
    result = say("check", hall)
    assert result.exit_code == 1
    assert "lnd" in result.stderr
    assert "letter" in result.stderr
    assert "Traceback" not in result.output


def test_check_tells_in_vietnamese_with_codes(say: Say, hall: Path) -> None:
    settings = hall / "hall.toml"
    settings.write_text(settings.read_text().replace('letter = "B"', 'letter = "A"'))
    result = say("check", hall, "--language", "vi")
    assert result.exit_code == 1
    assert "đã là chữ cái của" in result.stderr
    assert "[letter_taken]" in result.stderr


def test_check_says_in_vietnamese_that_all_is_well(say: Say, hall: Path) -> None:
    assert "không có lỗi: " in say("check", hall, "--language", "vi").stdout


def test_a_directory_that_is_no_hall_is_said_so(say: Say, tmp_path: Path) -> None:
    result = say("check", tmp_path)
    assert result.exit_code == 1
    assert "hall.toml" in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize("words", [("status",), ("send", '{"type":"OpenDay"}')])
def test_asking_a_hall_nobody_serves_says_so(say: Say, hall: Path, words: tuple[str, ...]) -> None:
    assert "no controller is running" in complaint(say(*words, "--hall", hall))


@pytest.mark.parametrize("words", [("status",), ("send", '{"type":"OpenDay"}')])
def test_an_address_nobody_answers_at_is_said_so(
    say: Say, hall: Path, words: tuple[str, ...]
) -> None:
    HallDirectory(hall).announce("http://127.0.0.1:9")
    assert "127.0.0.1:9 does not answer" in complaint(say(*words, "--hall", hall))


@pytest.mark.parametrize("typed", ["nonsense", "[]", '"OpenDay"', "", "{"])
def test_what_is_no_command_is_not_sent(say: Say, hall: Path, typed: str) -> None:
    HallDirectory(hall).announce("http://127.0.0.1:9")
    assert "a command is a JSON object" in complaint(say("send", "-", "--hall", hall, typed=typed))


@pytest.mark.parametrize("verb", ["verify", "rebuild"])
def test_a_hall_without_a_journal_has_nothing_to_prove(say: Say, hall: Path, verb: str) -> None:
    assert "there is no journal here" in complaint(say(verb, hall))


def test_a_whole_journal_is_proved(say: Say, lived_in: Path) -> None:
    result = say("verify", lived_in)
    assert result.exit_code == 0
    assert (
        result.stdout
        == f"{facts_in(lived_in)} events, unbroken; the counts add up; the ledger agrees\n"
    )


def test_a_tampered_journal_is_named(say: Say, lived_in: Path) -> None:
    spoil(lived_in, "update journal set actor = 'me' where number = 9")
    assert complaint(say("verify", lived_in)).startswith("event 9 is the first bad one: ")


def test_a_wrong_ledger_is_named_and_rebuilt(say: Say, lived_in: Path) -> None:
    spoil(lived_in, "update tickets set calls = 99")
    assert "the ledger differs from the journal in tickets" in complaint(say("verify", lived_in))
    rebuilt = say("rebuild", lived_in)
    assert rebuilt.exit_code == 0
    assert f"{facts_in(lived_in)} events; tickets had been wrong" in rebuilt.stdout
    assert say("verify", lived_in).exit_code == 0
    assert "it came out the same" in say("rebuild", lived_in).stdout


def test_a_hall_at_work_is_not_rebuilt(say: Say, lived_in: Path) -> None:
    with HallDirectory(lived_in).held():
        assert "another controller is running here" in complaint(say("rebuild", lived_in))


SPOILED = {
    "a body that is no event": 'update journal set body = \'{"type":"Fly","at":1}\' where number = 9',
    "a day that is none": "update journal set business_day = 'Monday' where number = 9",
    "a fact that cannot follow": "update journal set body = replace(body, 'A001', 'Z999') where number = 19",
    "a missing first fact": "delete from journal where number = 5",
}


@pytest.mark.parametrize("change", SPOILED.values(), ids=SPOILED)
def test_a_spoiled_journal_is_proved_so(say: Say, lived_in: Path, change: str) -> None:
    spoil(lived_in, change)
    assert "is the first bad one" in complaint(say("verify", lived_in))


@pytest.mark.parametrize("spoiled", ["a body that is no event", "a day that is none"])
def test_no_ledger_is_made_of_what_cannot_be_read(say: Say, lived_in: Path, spoiled: str) -> None:
    spoil(lived_in, SPOILED[spoiled])
    assert "'hallctl verify' says where" in complaint(say("rebuild", lived_in))


@pytest.mark.parametrize("verb", ["verify", "rebuild"])
def test_a_damaged_file_is_said_so_in_one_line(say: Say, lived_in: Path, verb: str) -> None:
    damage(lived_in)
    assert complaint(say(verb, lived_in))


def damage(hall: Path) -> None:
    """Overwrite most of the journal's file."""
    for beside in hall.glob("hall.db-*"):
        beside.unlink()
    whole = (hall / "hall.db").read_bytes()
    (hall / "hall.db").write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))


def facts_in(hall: Path) -> int:
    database = Database(hall / "hall.db")
    count = database.table("journal").count
    database.close()
    return count


def spoil(hall: Path, change: str) -> None:
    database = Database(hall / "hall.db")
    for trigger in (1, 2):
        database.execute(f"drop trigger if exists journal_is_append_only_{trigger}")
    with database.atomic():
        database.execute(change)
    database.close()


def test_a_hall_can_be_moved(say: Say, lived_in: Path, tmp_path: Path) -> None:
    moved = shutil.move(lived_in, tmp_path / "elsewhere")
    assert say("verify", moved).exit_code == 0


@pytest.mark.parametrize("module", BROUGHT_BY)
def test_each_verb_is_found_in_the_module_that_brings_it(module: str) -> None:
    brought = command_line([module])
    names = [one.name or one.callback.__name__ for one in brought.registered_commands]
    groups = [str(one.name or one.typer_instance.info.name) for one in brought.registered_groups]
    assert sorted(name.replace("_", "-") for name in names + groups) == sorted(BROUGHT_BY[module])


def test_a_verb_is_asked_for_without_loading_the_others() -> None:
    asked = "import sys; sys.argv = ['hallctl', 'status', '--help']; from hallctl.cli import main"
    verbs = (
        "{n.removeprefix('hallctl.verbs.') for n in sys.modules if n.startswith('hallctl.verbs.')}"
    )
    seen = f"{asked}\ntry: main()\nfinally: print(*{verbs})"
    ran = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert set(ran.stdout.splitlines()[-1].split()) & BROUGHT_BY.keys() == {"hall"}


def test_the_whole_help_is_shown_without_loading_a_controller() -> None:
    asked = "import sys; sys.argv = ['hallctl', '--help']; from hallctl.cli import main"
    seen = f"{asked}\ntry: main()\nfinally: print('hallctl.assemble' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "False"
