"""The record: only ever added to, and a change shows."""

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallctl.people import record
from hallctl.people.record import Kind, Line, RecordBrokenError
from hallctl.people.store import PeopleStore
from tests.people.conftest import Staffroom

COLUMNS = ("at", "kind", "account", "address", "about", "hash")


def test_the_record_can_only_be_added_to(room: Staffroom) -> None:
    room.add()
    for statement in ("update record set about = ''", "delete from record"):
        with (
            pytest.raises(Exception, match="append-only"),
            room.people.store.writing() as database,
        ):
            database.execute(statement)
    with room.people.store.reading() as database:
        assert record.prove(database) == len(room.record()) > 0


@pytest.mark.parametrize("column", COLUMNS)
def test_a_changed_line_is_named(room: Staffroom, column: str) -> None:
    room.add()
    room.sign_in()
    changed = {"at": 1, "hash": b"0" * 32}.get(column, "another")
    tamper(room, f"update record set {column} = ? where number = 2", changed)
    with (
        pytest.raises(RecordBrokenError, match="line 2"),
        room.people.store.reading() as database,
    ):
        record.prove(database)


def test_a_missing_line_is_named(room: Staffroom) -> None:
    room.add()
    room.sign_in()
    tamper(room, "delete from record where number = ?", 2)
    with (
        pytest.raises(RecordBrokenError, match="line 2"),
        room.people.store.reading() as database,
    ):
        record.prove(database)


def tamper(room: Staffroom, statement: str, *values: object) -> None:
    """Whoever holds the file can do this; the chain tells."""
    with sqlite3.connect(room.path / "people.db") as database:
        for trigger in ("record_is_append_only_1", "record_is_append_only_2"):
            database.execute(f"drop trigger {trigger}")
        database.execute(statement, values)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(
    st.lists(
        st.tuples(st.sampled_from(Kind), *(st.text(st.characters(exclude_categories=["Cs"])),) * 3),
        min_size=1,
        max_size=6,
    )
)
def test_whatever_is_written_down_is_read_back_and_proved(
    tmp_path_factory: pytest.TempPathFactory, said: list[tuple[Kind, str, str, str]]
) -> None:
    store = PeopleStore(tmp_path_factory.mktemp("people") / "people.db")
    written = [Line(at, *one) for at, one in enumerate(said)]
    with store.writing() as database:
        for line in written:
            record.note(database, line)
    with store.reading() as database:
        assert list(record.lines(database)) == written
        assert record.prove(database) == len(written)
    store.close()
