"""Who comes: kept apart, known again by hashes, looked at on the record, forgotten in time."""

import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.applicants.applicant import Looker
from hallctl.appointments.store import ATTEMPTS, MS_A_DAY, Visitors
from hallctl.appointments.visitor import Visitor, bare_phone, lacking
from tests.appointments.booked_day import BookedDay, clock

LAN = Visitor(name="Nguyễn Thị Lan", phone="0912 345 678", email="Lan@x.vn")
DESK = Looker("Bà Hoa")


class Time:
    """A clock that is set by hand."""

    now = clock("08:00")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Visitors]:
    store = Visitors(tmp_path / "appointments.db", b"k" * 32, lambda: Time.now)
    Time.now = clock("08:00")
    yield store
    store.close()


def test_only_the_owner_may_read_the_file(store: Visitors, tmp_path: Path) -> None:
    assert stat.S_IMODE((tmp_path / "appointments.db").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "written", ["0912 345 678", "0912345678", "+84 912 345 678", "84-912-345-678", "(0912) 345.678"]
)
def test_a_telephone_is_the_same_however_it_is_written(store: Visitors, written: str) -> None:
    assert bare_phone(written) == "0912345678"
    assert store.marks(Visitor(name="A", phone=written)) == store.marks(LAN)[:1]


def test_marks_tell_nothing_without_the_hall_s_key(store: Visitors, tmp_path: Path) -> None:
    other = Visitors(tmp_path / "other.db", b"o" * 32, lambda: 0)
    assert set(other.marks(LAN)).isdisjoint(store.marks(LAN))
    assert store.marks(Visitor(name="A", email=" lan@X.vn".strip())) == store.marks(LAN)[1:]
    assert store.marks(Visitor(name="A")) == ()
    other.close()


def test_every_look_is_logged_and_the_log_only_grows(store: Visitors, tmp_path: Path) -> None:
    wish = uuid4()
    store.keep(wish, LAN, clock("09:00"))
    store.booked(wish, "LH-261123-000001", DESK)
    assert store.of("LH-261123-000001", DESK) == LAN
    assert store.of("LH-261123-999999", DESK) is None
    assert [one.act for one in store.looks("LH-261123-000001")] == ["kept", "looked"]
    with sqlite3.connect(tmp_path / "appointments.db") as raw, pytest.raises(sqlite3.Error):
        raw.execute("delete from looks")


def test_what_the_hall_refused_is_forgotten_at_once(store: Visitors, tmp_path: Path) -> None:
    wish = uuid4()
    store.keep(wish, LAN, clock("09:00"))
    store.drop(wish)
    assert "Nguyễn".encode() not in (tmp_path / "appointments.db").read_bytes()


def test_visitors_are_forgotten_on_schedule_with_a_record_of_it(
    store: Visitors, tmp_path: Path
) -> None:
    for name, days in (("LH-261123-000001", 0), ("LH-261123-000002", 2)):
        wish = uuid4()
        store.keep(wish, LAN, clock("09:00", days))
        store.booked(wish, name, DESK)
    assert store.forget_before(clock("10:00"), "30 days after", Looker("schedule")) == 1
    assert store.of("LH-261123-000001", DESK) is None
    assert store.of("LH-261123-000002", DESK) == LAN
    (*_, last) = store.looks("LH-261123-000001")
    assert (last.act, last.official, last.detail) == ("deleted", "schedule", "30 days after")


def test_a_moved_appointment_is_forgotten_by_its_new_day(store: Visitors) -> None:
    wish = uuid4()
    store.keep(wish, LAN, clock("09:00"))
    store.booked(wish, "LH-261123-000001", DESK)
    store.moved("LH-261123-000001", clock("09:00", 4))
    assert store.forget_before(clock("10:00"), "x", DESK) == 0


def test_after_a_power_cut_whoever_the_journal_has_is_known(store: Visitors) -> None:
    kept, lost = uuid4(), uuid4()
    store.keep(kept, LAN, clock("09:00"))
    store.keep(lost, LAN, clock("09:00"))
    day = BookedDay()
    one = day.book("09:00", code=store.code(kept, 0))
    Time.now += 2 * MS_A_DAY
    store.settle([one])
    assert store.of(one.appointment, DESK) == LAN
    assert store.forget_before(clock("10:00"), "x", DESK) == 1  # the other row is gone already


def test_the_same_wish_draws_the_same_codes(store: Visitors) -> None:
    wish = uuid4()
    codes = [store.code(wish, attempt) for attempt in range(ATTEMPTS)]
    assert codes == [store.code(wish, attempt) for attempt in range(ATTEMPTS)]
    assert len(set(codes)) > 1
    assert all(len(one) == 6 and one.isdigit() for one in codes)


@pytest.mark.parametrize(
    ("contact", "phone", "email", "lack"),
    [
        ("either", "", "", "contact"),
        ("either", "0912345678", "", None),
        ("either", "()", "", "contact"),
        ("either", "", "a@x.vn", None),
        ("email", "0912345678", "", "email"),
        ("phone", "", "a@x.vn", "phone"),
        ("both", "0912345678", "", "email"),
        ("both", "0912345678", "a@x.vn", None),
    ],
)
def test_the_hall_says_what_it_still_wants(
    contact: str, phone: str, email: str, lack: str | None
) -> None:
    assert lacking(Visitor(name="A", phone=phone, email=email), contact) == lack  # type: ignore[arg-type]


def test_a_visitor_is_never_printed_by_accident() -> None:
    assert "Lan" not in f"{LAN} {LAN!r}"


@given(st.text(alphabet="0123456789+ -.()", max_size=30))
def test_any_telephone_is_digits(written: str) -> None:
    assert bare_phone(written).isdigit() or bare_phone(written) == ""
