"""Whatever a hall has made lies in its backup, but for what is true of one run only."""

from pathlib import Path

from hallctl.backup.archive import read_archive
from tests.hall_clients import wish
from tests.retention.test_the_walk import fed_in
from tests.signing.conftest import sign_now
from tests.verbs import said
from tests.web.hall_at_work import HallAtWork, granted

OF_ONE_RUN = {"run/address", "run/lock", "run/checkpoint", "run/checkpoint.lock"}
BESIDE = ("-wal", "-shm", "-journal")


def backed_up(file: Path) -> dict[str, bytes]:
    return dict(read_archive(file)[1])


def made_by(hall: Path) -> set[str]:
    every = (path.relative_to(hall).as_posix() for path in hall.rglob("*") if path.is_file())
    return {name for name in every if not name.endswith(BESIDE)}


def test_every_store_and_key_that_a_hall_makes_is_backed_up(tmp_path: Path) -> None:
    hall = HallAtWork(tmp_path / "hall")
    fed_in(hall)
    granted(hall.wire().ask(wish("CloseDay")))
    sign_now(hall)
    said("checkpoint", hall.directory.path)
    made = made_by(hall.directory.path)
    kept = said("backup", hall.directory.path, "--to", tmp_path / "backups").partition(":")[0]
    hall.close()
    assert made - backed_up(Path(kept)).keys() == OF_ONE_RUN
    stores = {name for name in made if name.endswith(".db")}
    assert {
        "hall.db", "people.db", "applicants.db", "complaints.db", "appointments.db", "signatures.db",
    } <= stores  # fmt: skip
    keys = {name for name in made if name.startswith("secrets/")}
    assert {"secrets/signing.key", "secrets/people.key", "secrets/links.key"} <= keys


def test_a_backup_holds_no_backup(tmp_path: Path) -> None:
    hall = HallAtWork(tmp_path / "hall")
    hall.open("1")
    inside = hall.directory.path / "backups"
    said("backup", hall.directory.path, "--to", inside)
    second = said("backup", hall.directory.path, "--to", inside).partition(":")[0]
    hall.close()
    assert not [name for name in backed_up(Path(second)) if name.endswith(".hall")]
