"""A checkpoint counts only where everything it is bound to is there; else all facts are replayed."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallctl.backup.restoring import Moment, begin_epoch
from hallctl.checkpoint.beginning import Beginning, begun
from hallctl.checkpoint.comparing import difference
from hallctl.checkpoint.file import UselessCheckpointError, read, write
from hallctl.checkpoint.fingerprint import code_of_today, fingerprint
from hallctl.checkpoint.making import make_checkpoint
from hallctl.controller import replayed
from hallctl.core.commands import OpenDay
from hallctl.core.hall.packed_hall import packed, unpacked
from hallctl.hall_directory import HallDirectory
from hallctl.journal.reading import JournalReader
from tests.journal.one_hall import HandClock, OneHall, in_a_hall

CALM = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}


@contextmanager
def journal_of(home: HallDirectory) -> Iterator[JournalReader]:
    with closing(JournalReader(home.journal)) as journal:
        yield journal


def begin(home: HallDirectory) -> Beginning:
    """As a start does; the hall must be what the whole journal adds up to."""
    with journal_of(home) as journal:
        beginning = begun(journal, home.checkpoint)
        assert difference(replayed(journal), beginning.hall) == ""
    return beginning


def go_on(home: HallDirectory) -> None:
    """Another day begins in it."""
    clock = HandClock()
    clock.sleep(9)

    async def story(hall: OneHall) -> None:
        await hall.ask(OpenDay(command_id=UUID(int=99_000)))

    in_a_hall(home.journal, story, clock)


def alter(home: HallDirectory, **fields: object) -> None:
    """A checkpoint that says something else, whole in itself."""
    write(home.checkpoint, msgspec.structs.replace(read(home.checkpoint), **fields))


def why(caplog: pytest.LogCaptureFixture) -> str:
    """The one line that was said."""
    (line,) = caplog.messages
    assert line.startswith("the checkpoint is left aside, and the whole journal replayed: ")
    return line


def test_a_start_goes_on_from_the_checkpoint(
    kept: HallDirectory, caplog: pytest.LogCaptureFixture
) -> None:
    number = read(kept.checkpoint).journal_number
    assert begin(kept).told_up_to == number
    go_on(kept)
    beginning = begin(kept)
    assert beginning.told_up_to == number < beginning.hall.journal_number
    assert not caplog.messages


def test_where_there_is_none_nothing_is_said(
    home: HallDirectory, caplog: pytest.LogCaptureFixture
) -> None:
    assert begin(home).told_up_to == 0
    assert not caplog.messages


@settings(max_examples=150, **CALM)
@given(data=st.data())
def test_a_bit_that_has_turned_anywhere_is_noticed(
    kept: HallDirectory, data: st.DataObject
) -> None:
    whole = kept.checkpoint.read_bytes()
    at = data.draw(st.integers(0, len(whole) * 8 - 1))
    torn = bytearray(whole)
    torn[at // 8] ^= 1 << at % 8
    other = kept.checkpoint.with_name("torn")
    other.write_bytes(torn)
    with pytest.raises(UselessCheckpointError):
        read(other)


@settings(max_examples=60, **CALM)
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_file_that_ends_anywhere_is_noticed(kept: HallDirectory, share: float) -> None:
    whole = kept.checkpoint.read_bytes()
    other = kept.checkpoint.with_name("torn")
    other.write_bytes(whole[: int(share * len(whole))])
    with pytest.raises(UselessCheckpointError):
        read(other)


def test_a_torn_one_is_left_aside(kept: HallDirectory, caplog: pytest.LogCaptureFixture) -> None:
    kept.checkpoint.write_bytes(kept.checkpoint.read_bytes()[:-1])
    assert begin(kept).told_up_to == 0
    assert "torn or damaged" in why(caplog)


def test_one_that_nobody_may_read_is_left_aside(
    kept: HallDirectory, caplog: pytest.LogCaptureFixture
) -> None:
    kept.checkpoint.unlink()
    kept.checkpoint.mkdir()
    assert begin(kept).told_up_to == 0
    assert "can't be read" in why(caplog)


def test_one_of_other_code_is_left_aside(
    kept: HallDirectory, caplog: pytest.LogCaptureFixture
) -> None:
    alter(kept, code="0" * 64)
    assert begin(kept).told_up_to == 0
    assert "another release" in why(caplog)


def test_one_of_another_form_is_left_aside(
    kept: HallDirectory, caplog: pytest.LogCaptureFixture
) -> None:
    alter(kept, hall=msgspec.Raw(msgspec.msgpack.encode({"journal_number": "many"})))
    assert begin(kept).told_up_to == 0
    assert "nothing can go on from it" in why(caplog)


def test_one_of_another_hall_is_left_aside(
    kept: HallDirectory, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    foreign = HallDirectory(tmp_path / "foreign")
    (foreign.path / "run").mkdir(parents=True)
    clock = HandClock()
    clock.wait(3)
    in_a_hall(foreign.journal, lambda hall: hall.ask(hall.wish(OpenDay)), clock)
    make_checkpoint(foreign)
    shutil.copy(foreign.checkpoint, kept.checkpoint)
    assert begin(kept).told_up_to == 0
    assert "another journal" in why(caplog)


def test_one_that_is_ahead_of_the_journal_is_left_aside(
    kept: HallDirectory, lived: Path, caplog: pytest.LogCaptureFixture
) -> None:
    go_on(kept)
    make_checkpoint(kept)
    shutil.copy(lived / "hall.db", kept.journal)
    assert begin(kept).told_up_to == 0
    assert "the journal ends at" in why(caplog)


def test_one_of_before_a_restore_or_take_over_is_left_aside(
    kept: HallDirectory, caplog: pytest.LogCaptureFixture
) -> None:
    before = kept.checkpoint.read_bytes()
    begin_epoch(kept, "taken_over", Moment(1_800_000_000_000, date(2027, 1, 15)))
    assert not kept.checkpoint.exists(), "whoever takes over drops it"
    kept.checkpoint.write_bytes(before)
    assert begin(kept).told_up_to == 0
    assert "restored or taken over since" in why(caplog)


@pytest.mark.parametrize("field", ["journal_number", "epoch"])
def test_one_that_holds_another_hall_than_it_says_is_left_aside(
    kept: HallDirectory, caplog: pytest.LogCaptureFixture, field: str
) -> None:
    hall = unpacked(read(kept.checkpoint).hall)
    setattr(hall, field, getattr(hall, field) + 1)
    alter(kept, hall=msgspec.Raw(packed(hall)))
    assert begin(kept).told_up_to == 0
    assert "another hall than it says" in why(caplog)


def test_one_that_no_later_fact_fits_is_left_aside(
    kept: HallDirectory, caplog: pytest.LogCaptureFixture
) -> None:
    """The day's second counter opens a second time: its desk is gone from the hall in memory."""
    hall = unpacked(read(kept.checkpoint).hall)
    number = hall.journal_number
    with journal_of(kept) as journal:
        earlier = number - 3
        chain = journal.hash_at(earlier)
    hall.journal_number = earlier
    hall.dossiers.standing.clear()
    alter(kept, journal_number=earlier, chain=chain, hall=msgspec.Raw(packed(hall)))
    assert begin(kept).told_up_to == 0
    assert "nothing can go on from it" in why(caplog)


def test_any_change_of_a_source_of_the_rules_is_other_code(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("a = 1\n")
    before = fingerprint(tmp_path)
    (tmp_path / "one.py").write_text("a = 2\n")
    changed = fingerprint(tmp_path)
    (tmp_path / "two.py").write_text("")
    added = fingerprint(tmp_path)
    (tmp_path / "room").mkdir()
    (tmp_path / "one.py").rename(tmp_path / "room" / "one.py")
    assert len({before, changed, added, fingerprint(tmp_path), code_of_today()}) == 5


def test_without_sources_there_is_no_checkpoint(tmp_path: Path) -> None:
    with pytest.raises(UselessCheckpointError, match="no sources"):
        fingerprint(tmp_path)
