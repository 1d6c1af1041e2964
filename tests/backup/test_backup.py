"""Backing a hall up while it is pressed, and getting it back whole, encrypted, or up to a point."""

import shutil
import subprocess
import threading
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pyrage
import pytest

from hallctl.backup.archive import BackupError, read_archive
from hallctl.backup.point import until_number, until_time
from hallctl.backup.restoring import Moment, moment_of, restore
from hallctl.backup.taking import take_backup
from hallctl.controller import replayed
from hallctl.core import events
from hallctl.core.applying import apply
from hallctl.core.applying.epochs import A_MINUTE, GAP
from hallctl.hall_directory import HallDirectory
from hallctl.journal.sqlite_journal import open_database
from hallctl.ledger.opening import open_journal
from hallctl.settings import read_hall
from hallctl.verifying import verify
from tests.hall_clients import Serve, new_hall, serve, start_hallctl, wish

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
EVENING = datetime(2026, 11, 23, 18, 30, tzinfo=HANOI)


def now() -> Moment:
    return moment_of(datetime.now(HANOI))


def silent(_done: int) -> None: ...


@pytest.fixture(scope="module")
def pressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A commune hall that has given twelve numbers; nobody changes it."""
    path = new_hall(tmp_path_factory.mktemp("pressed") / "hall", "commune")
    with serve(path) as serving:
        press(serving, 12)
        serving.stop()
    return path


@pytest.fixture
def hall(pressed: Path, tmp_path: Path) -> Path:
    """A copy of it, to do with as one likes."""
    return shutil.copytree(pressed, tmp_path / "hall")


def press(serving: Serve, count: int) -> None:
    admin = serving.wire()
    admin.ask(wish("OpenDay"))
    for _ in range(count):
        admin.ask(wish("IssueTicket", service="civil-status"))


def take(hall: Path, to: Path, key: str = "") -> Path:
    return take_backup(read_hall(hall), to, EVENING, key, silent).file


def chain(journal: Path) -> list[tuple[int, bytes]]:
    with closing(open_database(journal, read_only=True)) as database:
        return list(database.execute("select number, hash from journal order by number"))


def test_a_hall_comes_back_with_everything_it_had(hall: Path, tmp_path: Path) -> None:
    file = take(hall, tmp_path / "backups")
    made = restore(file, tmp_path / "again", None, "", now())
    assert verify(tmp_path / "again" / "hall.db", silent).problem == ""
    assert chain(tmp_path / "again" / "hall.db")[:-1] == chain(hall / "hall.db")
    assert made.facts == len(chain(hall / "hall.db")) + 1
    for name in ("hall.toml", "secrets/links.key", "run/stations/kiosk-1.token", "people.db"):
        assert (tmp_path / "again" / name).exists(), name
    assert not (tmp_path / "again" / "run" / "address").exists()
    for made_again in (tmp_path / "again", *(tmp_path / "again").rglob("*")):
        assert made_again.stat().st_mode & 0o077 == 0, made_again


def test_a_restored_hall_gives_no_number_that_may_be_out_already(
    hall: Path, tmp_path: Path
) -> None:
    file = take(hall, tmp_path)
    restore(file, tmp_path / "again", None, "", now())
    with serve(tmp_path / "again") as serving:
        answer = serving.wire().ask(wish("IssueTicket", service="civil-status")).json
    assert int(answer["events"][0]["number"].removeprefix("A")) > 200


def test_numbers_of_this_morning_are_not_given_again_when_last_evening_s_backup_is_restored(
    hall: Path, tmp_path: Path
) -> None:
    file, evening = take(hall, tmp_path), datetime.now(HANOI).replace(hour=18)
    morning = moment_of((evening + timedelta(days=1)).replace(hour=10, minute=0))
    made = restore(file, tmp_path / "again", None, "", morning)
    journal = open_journal(HallDirectory(tmp_path / "again"))
    memory = replayed(journal)
    journal.close()
    opened = events.DayOpened(at=morning.at + 1, business_day=morning.today, target_s=900)
    apply(memory, opened)
    assert memory.numbers_from == made.numbers_from
    assert GAP + 150 * A_MINUTE < made.numbers_from < GAP + 10 * 60 * A_MINUTE
    apply(memory, msgspec.structs.replace(opened, business_day=morning.today + timedelta(days=1)))
    assert memory.numbers_from == 1


def test_a_restore_keeps_a_command_whole(hall: Path, tmp_path: Path) -> None:
    file, newest = take(hall, tmp_path), len(chain(hall / "hall.db"))
    for number in range(1, newest, 7):
        restore(file, tmp_path / f"to-{number}", until_number(number), "", now())


def test_the_same_backup_restored_again_goes_on_at_higher_numbers_in_a_later_epoch(
    hall: Path, tmp_path: Path
) -> None:
    file, first = take(hall, tmp_path), now()
    hour_later = first._replace(at=first.at + 3_600_000)
    once = restore(file, tmp_path / "once", None, "", first)
    again = restore(file, tmp_path / "again", None, "", hour_later)
    assert again.epoch > once.epoch
    assert again.numbers_from >= once.numbers_from + 60 * A_MINUTE


def test_a_backup_of_a_hall_under_load_is_whole(tmp_path: Path) -> None:
    path = new_hall(tmp_path / "hall", "commune")
    with serve(path) as serving:
        crowd = threading.Thread(target=press, args=(serving, 400))
        crowd.start()
        files = [take_at(path, tmp_path / "backups", minute) for minute in range(3)]
        crowd.join()
    for place, file in enumerate(files):
        restore(file, tmp_path / f"again-{place}", None, "", now())
        assert verify(tmp_path / f"again-{place}" / "hall.db", silent).problem == ""


def take_at(hall: Path, to: Path, minute: int) -> Path:
    when = EVENING + timedelta(minutes=minute)
    return take_backup(read_hall(hall), to, when, "", silent).file


def test_an_encrypted_backup_opens_with_its_own_key_only(hall: Path, tmp_path: Path) -> None:
    key, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    file = take(hall, tmp_path, str(key.to_public()))
    assert b"civil-status" not in file.read_bytes()
    assert file.name.endswith(".hall.age")
    with pytest.raises(BackupError, match="is encrypted"):
        restore(file, tmp_path / "again", None, "", now())
    with pytest.raises(BackupError, match="does not open it"):
        restore(file, tmp_path / "again", None, str(other), now())
    assert not (tmp_path / "again").exists()
    restore(file, tmp_path / "again", None, f"# made today\n{key}\n", now())
    assert verify(tmp_path / "again" / "hall.db", silent).problem == ""


def test_a_hall_is_restored_up_to_an_event(hall: Path, tmp_path: Path) -> None:
    file = take(hall, tmp_path)
    newest = len(chain(hall / "hall.db"))
    made = restore(file, tmp_path / "again", until_number(5), "", now())
    assert (made.facts, made.lost) == (6, newest - 5)
    assert chain(tmp_path / "again" / "hall.db")[:5] == chain(hall / "hall.db")[:5]
    assert verify(tmp_path / "again" / "hall.db", silent).problem == ""


def test_a_hall_is_restored_up_to_a_moment(hall: Path, tmp_path: Path) -> None:
    with closing(open_database(hall / "hall.db", read_only=True)) as database:
        (at,) = database.execute("select at from journal where number = 7").fetchone()
    made = restore(take(hall, tmp_path), tmp_path / "again", until_time(at), "", now())
    assert made.facts >= 8
    with closing(open_database(tmp_path / "again" / "hall.db", read_only=True)) as database:
        later = "select count(*) from journal where at > ? and type != 'EpochBegun'"
        assert database.execute(later, (at,)).fetchone() == (0,)


def test_nothing_is_overwritten(hall: Path, tmp_path: Path) -> None:
    file = take(hall, tmp_path)
    before = (hall / "hall.db").read_bytes()
    with pytest.raises(BackupError, match="there is something already"):
        restore(file, hall, None, "", now())
    assert (hall / "hall.db").read_bytes() == before


@pytest.mark.parametrize("where", [0.1, 0.5, 0.95])
def test_a_damaged_backup_is_found_out(hall: Path, tmp_path: Path, where: float) -> None:
    file = take(hall, tmp_path)
    body = bytearray(file.read_bytes())
    body[int(len(body) * where)] ^= 0x10
    file.write_bytes(body)
    with pytest.raises(BackupError):
        restore(file, tmp_path / "again", None, "", now())
    assert not (tmp_path / "again").exists()


def test_a_cut_off_backup_is_found_out(hall: Path, tmp_path: Path) -> None:
    file = take(hall, tmp_path)
    file.write_bytes(file.read_bytes()[:-2000])
    with pytest.raises(BackupError):
        for _ in read_archive(file)[1]:
            pass


def test_a_hall_that_is_not_in_order_is_not_backed_up(hall: Path, tmp_path: Path) -> None:
    with closing(open_database(hall / "hall.db")) as database:
        database.execute("drop trigger journal_is_append_only_1")
        database.execute("update journal set actor = 'nobody' where number = 4")
        database.conn.commit()
    with pytest.raises(BackupError, match="event 4 is the first bad one"):
        take(hall, tmp_path / "backups")
    assert list((tmp_path / "backups").iterdir()) == []


def hallctl(*arguments: str) -> "subprocess.CompletedProcess[str]":
    process = start_hallctl(*arguments)
    out, err = process.communicate(timeout=60)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def test_the_verbs_back_up_and_restore(hall: Path, tmp_path: Path) -> None:
    done = hallctl("backup", str(hall), "--to", str(tmp_path / "backups"))
    assert done.returncode == 0, done.stderr
    file = next((tmp_path / "backups").iterdir())
    assert done.stdout.startswith(str(file))
    done = hallctl("restore", str(file), str(tmp_path / "again"), "--until", "5")
    assert done.returncode == 0, done.stderr
    done = hallctl("restore", str(file), str(tmp_path / "third"), "--until", "yesterday")
    assert done.returncode == 1
    assert "such as 2026-11-23T10:30" in done.stderr


def test_a_served_hall_backs_itself_up_when_its_time_has_come(tmp_path: Path) -> None:
    path = new_hall(tmp_path / "hall", "commune")
    settings = path / "hall.toml"
    text = settings.read_text("utf-8").replace('to = ""', f'to = "{tmp_path / "backups"}"')
    settings.write_text(text.replace('at = "18:30"', 'at = "00:00"'), "utf-8")
    waited = threading.Event()
    with serve(path) as serving:
        press(serving, 1)
        while not waited.wait(0.1):
            if any((tmp_path / "backups").glob("hall-*.hall")):
                waited.set()
    (file,) = (tmp_path / "backups").glob("hall-*.hall")
    restore(file, tmp_path / "again", None, "", now())
    shutil.rmtree(tmp_path / "again")
