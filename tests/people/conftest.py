"""A hall's people on disk, with a clock the test turns."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hallctl.core.permissions import Role
from hallctl.hall_directory import HallDirectory
from hallctl.people import record
from hallctl.people.accounts import Account
from hallctl.people.house import open_people
from hallctl.people.record import Line
from hallctl.people.signing_in import Admitted, Attempt, NotAdmittedError

NINE_O_CLOCK = 1_795_140_000_000
PASSWORD, PIN = "Con mèo trèo cây cau", "482913"


class Staffroom:
    """The accounts of one hall, and what people try there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.at = NINE_O_CLOCK
        self.open()

    def open(self) -> None:
        """Read everything from disk again, as after a restart."""
        self.people = open_people(HallDirectory(self.path))

    def restart(self) -> None:
        self.people.store.close()
        self.open()

    def add(self, account: str = "lan", role: Role = Role.OFFICIAL) -> str:
        """An account with a password of its own; gives the code it began with."""
        code = self.people.registry.add(
            Account(account=account, name=account.title(), role=role), "admin", self.at
        )
        self.people.registry.choose_password(account, PASSWORD, self.at)
        return code

    def sign_in(
        self,
        account: str = "lan",
        secret: str = PASSWORD,
        place: str = "10.0.0.5",
        device: str = "",
    ) -> Admitted:
        return self.people.signing_in.by_password(Attempt(account, secret, place, device), self.at)

    def refused(self, *arguments: str) -> NotAdmittedError:
        with pytest.raises(NotAdmittedError) as refused:
            self.sign_in(*arguments)
        return refused.value

    def record(self) -> list[Line]:
        with self.people.store.reading() as database:
            return list(record.lines(database))


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Staffroom]:
    room = Staffroom(tmp_path)
    yield room
    room.people.store.close()
