"""Whatever file somebody sends: rows that make sense, or every bad one by its number; never a fault."""

from hypothesis import given
from hypothesis import strategies as st

from hallctl.appointments.rows_in import Sheet, rows_of_calendar, rows_of_csv
from tests.appointments.booked_day import PLAN

NAMES = ("UID", "DTSTART", "SUMMARY", "CATEGORIES", "ATTENDEE", "STATUS", "X-HALL-PHONE", "RRULE")
VALUES = (
    "20261125T090000",
    "20261125",
    "mailto:lan@x.vn",
    "land,tax",
    "Đất đai",
    "CANCELLED",
    "",
    "99999999T999999",
    "a\\,b\\;c",
)
PARAMETERS = (
    "",
    ";TZID=Asia/Ho_Chi_Minh",
    ";TZID=Nowhere/City",
    ";VALUE=DATE",
    ";CN=Lan",
    ";X",
    ";=",
)
lines = st.builds(
    lambda name, parameter, value: f"{name}{parameter}:{value}",
    st.sampled_from(NAMES),
    st.sampled_from(PARAMETERS),
    st.sampled_from(VALUES) | st.text(max_size=30),
)
cells = st.sampled_from(("land", "2026-11-25 09:00", "Lan", "a@x.vn", "", '"', "0912", "booked"))


def holds(sheet: Sheet) -> None:
    """Rows are counted from 1, and nothing bad is also good."""
    assert all(one.row >= 1 and one.reference for one in sheet.rows)
    assert all(one.problem for one in sheet.bad)


@given(st.lists(st.lists(lines, max_size=8), max_size=4), st.booleans())
def test_any_calendar_is_read_or_named(events: list[list[str]], is_whole: bool) -> None:
    body = [f"BEGIN:VEVENT\r\n{chr(10).join(one)}\r\nEND:VEVENT" for one in events]
    ends = ["END:VCALENDAR"] if is_whole else []
    holds(rows_of_calendar("\r\n".join(["BEGIN:VCALENDAR", *body, *ends]).encode(), PLAN))


@given(st.binary(max_size=300))
def test_any_bytes_are_no_fault(data: bytes) -> None:
    holds(rows_of_calendar(data, PLAN))
    holds(rows_of_csv(data.decode("utf-8", "replace"), PLAN))


@given(
    st.lists(st.lists(cells | st.text(max_size=20), max_size=10), max_size=6),
    st.sampled_from([",", ";"]),
)
def test_any_sheet_is_read_or_named(rows: list[list[str]], comma: str) -> None:
    head = comma.join(("reference", "service", "starts_at", "name", "phone", "email"))
    body = "\n".join(comma.join(one) for one in rows)
    holds(rows_of_csv(f"{head}\n{body}\n", PLAN))
