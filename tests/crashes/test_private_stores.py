"""The power goes, or a page rots, in every store beside the journal: nothing half, nothing unnamed."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import pytest

from hallctl.applicants.store import Applicants
from hallctl.appointments.store import Visitors
from hallctl.appointments.visitor import Visitor
from hallctl.complaints.comments import Comment, Comments
from hallctl.complaints.words import ComplaintWords
from hallctl.core.permissions import Role
from hallctl.hall_directory import HallDirectory
from hallctl.journal.entry import JournalError
from hallctl.machine.private_store import StoreDamagedError
from hallctl.people.accounts import Account
from hallctl.people.house import open_people
from hallctl.people.store import PeopleStore
from hallctl.report_mail.letters import Letters
from hallctl.signing.store import Signatures, Signed
from hallctl.station.offline.journal import OfflineJournal
from hallctl.station.printing.print_journal import PrintJournal, SlipState
from hallctl.webhooks.log import WebhookLog
from tests.applicants.people import DIEM, KEY, LAN
from tests.crashes.rollback import cuts, laid_down, torn, written
from tests.hall_clients import start_hallctl
from tests.offline.test_giving import FRIDAY, lease
from tests.web.hall_at_work import HallAtWork

CUTS = 6


class Opened(NamedTuple):
    """A store, its connection, and one change to it."""

    connection: Any
    change: Callable[[int], object]
    close: Callable[[], None]


def applicants(file: Path) -> Opened:
    store = Applicants(file, KEY, lambda: 1)
    connection = store._database.conn
    return Opened(connection, lambda n: store.keep(f"H00.01-261120-{n:04}", DIEM, LAN), store.close)


def complaints(file: Path) -> Opened:
    store = ComplaintWords(file, lambda: 1)
    return Opened(
        store._database.conn, lambda n: store.keep(UUID(int=n), "Chờ quá lâu " * 40), store.close
    )


def appointments(file: Path) -> Opened:
    store = Visitors(file, KEY, lambda: 1)
    visitor = Visitor(name="Lê Hoàng Bảo Trân", phone="0911 222 333")
    return Opened(store._database.conn, lambda n: store.keep(UUID(int=n), visitor, n), store.close)


def signatures(file: Path) -> Opened:
    store = Signatures(file)
    return Opened(
        store._database.conn,
        lambda n: store.add(Signed(f"{n:064}", FRIDAY, "visits", 0, "{}" * 200, "k", "s", 1)),
        store.close,
    )


def letters(file: Path) -> Opened:
    store = Letters(file)
    return Opened(
        store._store._opened().conn,
        lambda n: store.owe([(f"week-{n}", "2026-11-16", "2026-11-20", "a@example.vn")], n),
        store.close,
    )


def webhooks(file: Path) -> Opened:
    store = WebhookLog(file)
    store.reached("hook", 0)
    return Opened(
        store._store._opened().conn,
        lambda n: store.owe("hook", [(n, "TicketIssued")], n, n),
        store.close,
    )


def comments(file: Path) -> Opened:
    store = Comments(file, lambda: 1)

    def write(n: int) -> object:
        return store.keep(
            Comment(
                visit=f"visit-{n}",
                number="A001",
                counter="1",
                official="lan",
                result=1,
                attitude=1,
                words="Chờ quá lâu " * 40,
                written_at=n,
            )
        )

    return Opened(store._database.conn, write, store.close)


def in_one(connection: Any, change: Callable[[], object]) -> None:
    """An own statement of a station, as the one transaction that it is."""
    connection.execute("BEGIN")
    change()
    connection.execute("COMMIT")


def kiosk_offline(file: Path) -> Opened:
    store = OfflineJournal(file)
    keep = store.keep_lease
    return Opened(
        store._rows,
        lambda n: in_one(store._rows, lambda: keep(lease(f"lease-{n}", 500 + n, 900 + n))),
        store.close,
    )


def printed(file: Path) -> Opened:
    store = PrintJournal(file)
    return Opened(
        store._rows,
        lambda n: in_one(store._rows, lambda: store.write(f"2026-A{n:03}", SlipState.BEGUN)),
        store.close,
    )


STORES = {
    "applicants.db": applicants,
    "complaints.db": complaints,
    "appointments.db": appointments,
    "comments.db": comments,
    "signatures.db": signatures,
    "letters.db": letters,
    "webhooks.db": webhooks,
    "kiosk-offline.db": kiosk_offline,
    "printed.db": printed,
}
OF_STATIONS = {"kiosk-offline.db", "printed.db"}


def rows_in(file: Path) -> list[Any]:
    """Everything in it, table by table, once SQLite itself finds nothing wrong."""
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
        names = database.execute("select name from sqlite_master where type = 'table'").fetchall()
        return [
            (name, sorted(database.execute(f"select * from {name}").fetchall(), key=repr))
            for (name,) in sorted(names)
        ]


@pytest.mark.parametrize("name", STORES)
def test_a_power_cut_leaves_a_change_whole_or_not_at_all(tmp_path: Path, name: str) -> None:
    opened = STORES[name](tmp_path / name)
    for n in range(1, 30):
        opened.change(n)
    before = rows_in(tmp_path / name)
    one = written(tmp_path / name, opened.connection, lambda: opened.change(30))
    after = rows_in(tmp_path / name)
    opened.close()
    assert before != after
    chance = random.Random(name)
    for cut in cuts(one, chance, CUTS):
        file = laid_down(cut, tmp_path / "cut", name)
        STORES[name](file).close()  # a start looks at it, and rolls back what was half done
        assert rows_in(file) == (after if cut.has_happened else before), cut.told


def test_a_power_cut_leaves_accounts_and_the_record_whole(tmp_path: Path) -> None:
    (tmp_path / "hall").mkdir()
    home = HallDirectory(tmp_path / "hall")
    people = open_people(home)
    log = home.people.with_name("people.db-wal")
    people.registry.add(Account(account="lan", name="Lan", role=Role.OFFICIAL), "t", 1)
    synced = log.read_bytes()
    people.registry.add(Account(account="mai", name="Mai", role=Role.OFFICIAL), "t", 2)
    written_now, file = log.read_bytes(), home.people.read_bytes()
    people.store.close()
    chance = random.Random(5)
    for _ in range(4 * CUTS):
        place = tmp_path / "cut.db"
        place.write_bytes(file)
        place.with_name("cut.db-wal").write_bytes(torn(synced, written_now, chance))
        with closing(PeopleStore(place)) as store, store.reading() as database:
            names = {name for (name,) in database.execute("select account from accounts")}
            assert {"lan"} <= names <= {"lan", "mai"}
            lines = database.execute("select count(*) from record").fetchone()[0]
            assert lines == len(names), "an account and its line are one"
        for one in tmp_path.glob("cut.db*"):
            one.unlink()


def rotten(file: Path, chance: random.Random) -> None:
    """A page in the middle is half lost, as a torn write or a dying disk leaves it."""
    body = bytearray(file.read_bytes())
    pages = [at for at in range(4096, len(body), 4096) if any(body[at : at + 8])]
    at = chance.choice(pages)
    body[at : at + 2048] = chance.randbytes(2048)
    file.write_bytes(body)


@pytest.mark.parametrize("name", sorted(STORES.keys() - OF_STATIONS))
@pytest.mark.parametrize("seed", range(4))
def test_a_rotten_page_is_found_and_its_file_named(tmp_path: Path, name: str, seed: int) -> None:
    opened = STORES[name](tmp_path / name)
    for n in range(1, 60):
        opened.change(n)
    opened.close()
    rotten(tmp_path / name, random.Random(seed))
    with pytest.raises((StoreDamagedError, JournalError), match=name):
        STORES[name](tmp_path / name)


@pytest.mark.parametrize("name", ["applicants.db", "complaints.db", "people.db", "signatures.db"])
def test_a_hall_with_a_rotten_store_is_not_served_and_says_which(tmp_path: Path, name: str) -> None:
    hall = HallAtWork(tmp_path / "hall")
    for n in range(40):
        hall.assembly.kept.applicants.keep(f"H00.01-261120-{n:04}", DIEM, LAN)
        hall.assembly.kept.complaints.words.keep(UUID(int=n), "Chờ quá lâu " * 40)
        hall.assembly.kept.signing.signatures.add(
            Signed(f"{n:064}", FRIDAY, "visits", 0, "{}" * 200, "k", "s", 1)
        )
        hall.assembly.people.registry.add(
            Account(account=f"lan-{n}", name="Lan", role=Role.OFFICIAL), "t", n
        )
    hall.close()
    rotten(tmp_path / "hall" / name, random.Random(name))
    process = start_hallctl("serve", str(tmp_path / "hall"), "--host", "127.0.0.1", "--port", "0")
    said = process.communicate(timeout=30)[1]
    assert process.returncode == 1
    assert name in said
    assert "damaged" in said
    assert "Traceback" not in said
