"""``hallctl checkpoint``: made beside a running hall, whole or not at all, for nobody else to read."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hallctl.backup.copying import travelling_files
from hallctl.checkpoint.file import read, write
from hallctl.checkpoint.making import CheckpointBusyError, _alone, make_checkpoint
from hallctl.core.hall.packed_hall import packed, unpacked
from hallctl.hall_directory import HallDirectory
from hallctl.machine.whole_files import draft_of
from hallctl.standby.stores import store_files
from tests.checkpoints import dying
from tests.checkpoints.dying import STEPS
from tests.checkpoints.test_bonds import begin, go_on
from tests.hall_clients import Serve, new_hall, serve, wish
from tests.verbs import problem, said


def test_it_is_of_the_newest_fact_and_its_owner_s_alone(home: HallDirectory, newest: int) -> None:
    told = said("checkpoint", home.path)
    assert f"{home.checkpoint}: event {newest}, 0.0 MiB" in told
    assert home.checkpoint.stat().st_mode & 0o777 == 0o600
    assert begin(home).told_up_to == newest


def test_a_later_one_takes_the_place_of_the_one_before(kept: HallDirectory) -> None:
    before = read(kept.checkpoint).journal_number
    go_on(kept)
    made = make_checkpoint(kept)
    assert made.journal_number > before
    assert begin(kept).told_up_to == made.journal_number
    assert not draft_of(kept.checkpoint).exists()


def test_two_at_once_do_not_disturb_each_other(kept: HallDirectory) -> None:
    with _alone(kept.checkpoint), pytest.raises(CheckpointBusyError):
        make_checkpoint(kept)
    assert "is being made" not in said("checkpoint", kept.path)


def test_where_nothing_has_happened_there_is_nothing_to_keep(tmp_path: Path) -> None:
    hall = new_hall(tmp_path / "hall", "commune")
    assert "there is no journal here" in problem("checkpoint", hall)
    with serve(hall) as serving:
        serving.stop()
    assert "nothing has happened in this hall yet" in problem("checkpoint", hall)
    assert not HallDirectory(hall).checkpoint.exists()


@pytest.mark.parametrize("step", STEPS)
def test_killed_at_any_step_it_leaves_a_start_that_works(kept: HallDirectory, step: str) -> None:
    before = read(kept.checkpoint).journal_number
    go_on(kept)
    died = subprocess.run([sys.executable, "-m", dying.__name__, kept.path, step], check=False)
    assert died.returncode in {-signal.SIGKILL, -signal.SIGXFSZ}
    number = begin(kept).told_up_to
    assert number == before if step != "in_place" else number > before
    made = make_checkpoint(kept)
    assert begin(kept).told_up_to == made.journal_number > before


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """A hall whose checkpoint was made while it worked, and was killed after; what its board showed."""
    hall = new_hall(tmp_path_factory.mktemp("killed") / "hall", "commune")
    with serve(hall) as serving:
        admin = serving.wire()
        admin.ask(wish("OpenDay"))
        give(serving, 5)
        said("checkpoint", hall)
        give(serving, 1)
        board = admin.get("/api/views/board").json
        serving.kill()
    return hall, board


def give(serving: Serve, numbers: int) -> str:
    """Somebody takes a number, or several do; gives the last."""
    admin = serving.wire()
    replies = [admin.ask(wish("IssueTicket", service="civil-status")) for _ in range(numbers)]
    return str(replies[-1].json["events"][0]["number"])


def test_a_hall_goes_on_from_there_after_a_kill(killed: tuple[Path, Any]) -> None:
    hall, board = killed
    with serve(hall) as serving:
        assert "left aside" not in serving.said
        there = serving.wire().get("/api/views/board").json
        assert there["counts"] == board["counts"]
        assert there["journal_number"] == board["journal_number"]
        assert give(serving, 1) == "A007"
        serving.kill()
    assert "checkpoint: of event 6, the same hall as from the first" in said("verify", hall)


def test_a_hall_goes_on_without_it_where_it_is_torn(
    killed: tuple[Path, Any], tmp_path: Path
) -> None:
    hall = shutil.copytree(killed[0], tmp_path / "hall")
    home = HallDirectory(hall)
    home.checkpoint.write_bytes(home.checkpoint.read_bytes()[:-9])
    assert "checkpoint: left aside: it is torn or damaged" in said("verify", hall)
    with serve(hall) as serving:
        assert "left aside, and the whole journal replayed: it is torn or damaged" in serving.said
        assert serving.wire().get("/api/views/board").json["counts"]["issued"] >= 6


def test_verify_names_what_a_checkpoint_tells_otherwise(kept: HallDirectory) -> None:
    hall = unpacked(read(kept.checkpoint).hall)
    dossier = next(iter(hall.dossiers.every.values()))
    dossier.due_at += 1
    found = msgspec.structs.replace(read(kept.checkpoint), hall=msgspec.Raw(packed(hall)))
    write(kept.checkpoint, found)
    told = problem("verify", kept.path)
    assert f"another hall.dossiers.every['{dossier.dossier}'].due_at than the journal" in told
    make_checkpoint(kept)
    assert "the same hall as from the first" in said("verify", kept.path)


def test_it_goes_neither_with_a_backup_nor_to_a_standby(kept: HallDirectory) -> None:
    draft_of(kept.checkpoint).write_bytes(b"half")
    names = {one.relative_to(kept.path).as_posix() for one in travelling_files(kept.path)}
    assert not any("checkpoint" in name for name in names)
    assert "hall.db" in names
    assert not any("checkpoint" in one.path for one in store_files(kept.path))


def test_a_ledger_that_is_made_again_leaves_it_as_it_is(kept: HallDirectory, newest: int) -> None:
    before = kept.checkpoint.read_bytes()
    said("rebuild", kept.path)
    assert kept.checkpoint.read_bytes() == before
    assert begin(kept).told_up_to == newest
