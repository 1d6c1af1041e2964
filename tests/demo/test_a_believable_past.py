"""A simulated past has what a real one has: appointments kept and lost, complaints dealt with, words, portraits."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from PIL import Image
from sqlite_utils import Database

from hallctl.complaints.comments import Comments, CommentState
from hallctl.complaints.words import ComplaintWords
from hallctl.core import events
from hallctl.demo.appointed import appointed_on
from hallctl.demo.portraits import hang_portraits, portrait
from hallctl.hall_directory import HallDirectory
from hallctl.journal.sqlite_journal import open_database
from hallctl.settings import read_hall
from hallctl.simulate.day import OFFICIALS
from tests.simulated import ORDER, TODAY, live


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return live(tmp_path_factory.mktemp("past") / "hall", ORDER._replace(days=20, people=60))


@pytest.fixture
def ledger(past: Path) -> Iterator[Database]:
    with closing(open_database(HallDirectory(past).journal, read_only=True)) as database:
        yield database


def test_appointments_are_kept_cancelled_lost_and_still_to_come(ledger: Database) -> None:
    states = Counter(dict(ledger.execute("select state, count(*) from appointments group by 1")))
    assert states["checked_in"] > 5 * states["released"] > 0
    assert states["cancelled"] > 0
    (to_come,) = ledger.execute(
        "select count(*) from appointments where state = 'booked' and day > ?", (TODAY.isoformat(),)
    ).fetchone()
    assert to_come > 0
    (left,) = ledger.execute(
        "select count(*) from appointments where state = 'booked' and day < ?", (TODAY.isoformat(),)
    ).fetchone()
    assert left == 0, "whoever did not come has lost it"


def test_whoever_has_booked_for_the_day_comes(past: Path, ledger: Database) -> None:
    day = "2026-11-30"
    booked = {
        name
        for (name,) in ledger.execute("select appointment from appointments where day = ?", (day,))
    }
    comes = appointed_on(read_hall(past), TODAY.replace(day=30))
    assert {one.appointment for one in comes} <= booked
    assert len(comes) > len(booked) / 2


def test_complaints_are_dealt_with_and_have_their_words(past: Path, ledger: Database) -> None:
    states = Counter(dict(ledger.execute("select state, count(*) from complaints group by 1")))
    assert states["answered"] + states["published"] > sum(states.values()) / 2
    assert states["filed"] + states["forwarded"] > 0, "some are still open"
    assert states["refused"] > 0
    (late,) = ledger.execute(
        "select count(*) from complaints where coalesce(decided_on, ?1) > decide_by"
        " or coalesce(answered_on, ?1) > answer_by",
        (TODAY.isoformat(),),
    ).fetchone()
    assert 0 < late < sum(states.values()) / 3, "most in time"
    with closing(ComplaintWords(HallDirectory(past).complaints, lambda: 0)) as words:
        for (body,) in ledger.execute(
            'select body from journal where body like \'%"type":"ComplaintFiled"%\''
        ):
            filed = msgspec.json.decode(body, type=events.ComplaintFiled)
            assert words.words(filed.digest).endswith(".")


def test_some_visitors_write_beside_their_marks(past: Path, ledger: Database) -> None:
    with closing(Comments(HallDirectory(past).comments, lambda: 0)) as comments:
        every = comments.every()
    assert {CommentState.NEW, CommentState.PUBLIC} == {one.state for one in every}
    for one in every:
        rated = ledger.execute(
            "select result, attitude, official from tickets where ticket = ?", (one.visit,)
        ).fetchone()
        assert rated == (one.result, one.attitude, one.official)


def test_every_made_up_official_has_a_portrait_of_their_own(tmp_path: Path) -> None:
    live(tmp_path / "hall", ORDER._replace(days=1, people=5))
    hang_portraits(tmp_path / "hall")
    officials = read_hall(tmp_path / "hall").plan.floor.officials
    photos = {one.official: one.photo for one in officials if one.photo}
    assert photos.keys() >= set(OFFICIALS)
    assert len(set(photos.values())) == len(photos)
    assert portrait("Lê Thu Hà") == portrait("Lê Thu Hà")
    with Image.open(BytesIO(portrait("Lê Thu Hà"))) as picture:
        assert picture.size == (240, 320)
