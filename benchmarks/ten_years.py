"""A ledger of ten years, made of rows alone: visits, and what followed from them.

Every third visit hands in a dossier of one of two hundred procedures: finished within weeks, one in fifty late, one in
a thousand never; one in twenty is asked for a supplement, one in two hundred for a second. Most are paid for, some are
brought home. Two visits in five are rated, one in eighty badly; one in ten comes by appointment; one in two thousand
complains. The days of the first year close as the hall closes them, and the others are like them. Sums of dossiers are
made from the rows by statements of their own, as the hall's projection keeps them.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from sqlite_utils import Database

from benchmarks.later_years import WEEKS_52, live_on
from hallctl.core.plan.dossier_rules import office_week
from hallctl.ledger.appointments.appointment_sums import sum_appointments
from hallctl.ledger.dossiers.dossier_schema import SUMMED, WHOLE
from hallctl.ledger.form import mark
from hallctl.ledger.office.fee_schema import FEE_DIMENSIONS
from hallctl.ledger.schema import create_ledger
from hallctl.ledger.visits.visit_summing import sum_day

VISITS, A_DAY, A_YEAR = 10_000_000, 4000, 250
SERVICES, COUNTERS, PROCEDURES, FIELDS, DEPARTMENTS = 20, 40, 200, 40, 20
FIRST = date(2016, 1, 4)
MORNING_S, OPEN_S = 1800, 34_200
"""From half past seven in Hà Nội, in seconds after midnight UTC, for nine and a half hours."""
SHAPE = {
    "count": A_DAY, "morning": MORNING_S, "open": OPEN_S, "services": SERVICES, "counters": COUNTERS,
    "procedures": PROCEDURES, "fields": FIELDS, "departments": DEPARTMENTS,
}  # fmt: skip

_TICKETS = """
with recursive n(i) as (select 1 union all select i + 1 from n where i < :count),
drawn as materialized (select i, :midnight + 1000 * (:morning + abs(random()) % :open) as at,
    abs(random()) % 1800000 as wait, 60000 + abs(random()) % 1200000 as served,
    abs(random()) % :counters as desk, abs(random()) % 400 as mood, abs(random()) % 100 as fate from n)
insert into tickets (ticket, visit, business_day, number, service, priority_group, language, channel,
    state, issued_at, queued_at, appointment_at, first_called_at, called_at, finished_at, calls, counter,
    official, result, attitude)
select :day || '-' || i, :day || '-' || i, :day, printf('A%05d', i), 's' || (abs(random()) % :services),
    'normal', 'vi', iif(i % 10, 'kiosk', 'appointment'), iif(fate, 'finished', 'missed'),
    at, at, iif(i % 10, null, at), at + wait, at + wait, iif(fate, at + wait + served, null), 1,
    'c' || desk, iif(fate, 'official ' || desk, null), mark, mark
from (select *, case when not fate or mood >= 160 then null when mood < 5 then 1 + mood % 2
    else 3 + mood % 3 end as mark from drawn)
"""
_APPOINTMENTS = """
insert into appointments (appointment, day, service, starts_at, state, channel, booked_on, booked_at,
    moves, checked_in_at, ticket)
select ticket || '-a', business_day, service, issued_at, iif(rowid % 70, 'checked_in', 'released'),
    iif(rowid % 3, 'phone', 'desk'), date(business_day, '-7 days'), issued_at - 604800000,
    rowid % 110 = 0, iif(rowid % 70, issued_at, null), iif(rowid % 70, ticket, null)
from tickets where business_day = :day and channel = 'appointment'
"""
_COMPLAINTS = """
insert into complaints (complaint, day, about, channel, department, visit, state, filed_at, decided_on,
    decide_by, answered_on, answer_by, finding)
select ticket || '-c', business_day, iif(rowid % 3, 'result', 'conduct'), 'phone',
    'd' || (rowid % :departments), ticket, 'answered', issued_at, date(business_day, '+2 days'),
    date(business_day, '+10 days'), date(business_day, iif(rowid % 7, '+20 days', '+40 days')),
    date(business_day, '+30 days'), 'right'
from tickets where business_day = :day and rowid % 2000 = 0
"""
_DRAWN = """
create temp table if not exists drawn (
    dossier text, n integer, day text, at integer, online integer, takes integer, spare integer,
    asked integer, left_on text, due_day text, official text, finished text
);
"""
_DRAW = """
insert into drawn
select *, case when left_on is null then null when left_on > due_day then 'late'
    when n % 11 then 'early' else 'on_time' end
from (select ticket, n, day, at, online, takes, spare, asked, iif(n % 1000, gone, null) as left_on,
    date(day, '+' || (takes + spare) || ' days') as due_day, official
from (select *, date(day, '+' || takes || ' days') as gone from (
    select ticket, n, business_day as day, issued_at as at, n % 3 = 0 as online,
        case when n % 100 = 3 then 90 when n % 10 < 5 then 6 when n % 10 < 8 then 12 else 25 end as takes,
        iif(n % 50 = 7, -3, 5) as spare,
        case when n % 200 = 111 then 2 when n % 20 = 11 then 1 else 0 end as asked,
        coalesce(official, 'official 0') as official
    from (select *, rowid * 7919 % 1000003 as n from tickets where business_day = :day and rowid % 3 = 0)
)))
"""
_DAY_MS = 86_400_000
_DOSSIERS = f"""
insert into dossiers (dossier, agency, day, serial, procedure, department, field, official, channel, visit,
    state, presented_at, complete_at, due_at, due_day, running_since, supplements, finished_at, left_on,
    punctuality)
select dossier, 'H15', day, rowid, 'p' || (n % :procedures), 'd' || (n % :departments),
    'f' || (n % :fields), official, iif(online, 'online', 'counter'), dossier,
    iif(left_on is null, 'processing', 'returned'), at, at, at + {_DAY_MS} * (takes + spare), due_day,
    iif(left_on is null, day, null), asked, iif(left_on is null, null, at + {_DAY_MS} * takes), left_on,
    finished
from drawn
"""
_STEP = f"""
insert into dossier_steps (dossier, step, at, day, due_at, due_day, counted)
select dossier, '{{step}}', at + {_DAY_MS} * {{after}}, date(day, '+' || ({{after}}) || ' days'),
    {{due}}, {{counted}} from drawn where {{which}}
"""
_DUE = f"at + {_DAY_MS} * (takes + spare), due_day"
_STEPS = tuple(
    _STEP.format(step=step, after=after, due=due, counted=counted, which=which)
    for step, after, due, counted, which in (
        ("receive", "0", _DUE, "iif(online, 'online', null)", "1"),
        ("request_supplement", "1", "null, null", "null", "asked"),
        ("resume", "2", _DUE, "null", "asked"),
        ("request_supplement", "3", "null, null", "'again'", "asked = 2"),
        ("resume", "4", _DUE, "null", "asked = 2"),
        ("finish", "takes", "null, null", "finished", "left_on is not null"),
        ("return", "takes", "null, null", "null", "left_on is not null"),
    )
)
_CHANGES = (
    ("day", "1", "received", "1"),
    ("day", "online", "received_online", "1"),
    ("due_day", "finished is null or finished = 'late'", "overdue", "1"),
    ("left_on", "finished = 'late'", "overdue", "-1"),
    ("left_on", "finished = 'early'", "finished_early", "1"),
    ("left_on", "finished = 'on_time'", "finished_on_time", "1"),
    ("left_on", "finished = 'late'", "finished_late", "1"),
    ("left_on", "finished is not null", "returned", "1"),
    ("left_on", "finished is not null", "took_ms", f"{_DAY_MS} * (takes - asked)"),
    ("date(day, '+3 days')", "asked = 2", "twice_supplemented", "1"),
    ("date(day, '+1 days')", "asked", "awaiting_supplement", "1"),
    ("date(day, '+2 days')", "asked", "awaiting_supplement", "-1"),
    ("date(day, '+3 days')", "asked = 2", "awaiting_supplement", "1"),
    ("date(day, '+4 days')", "asked = 2", "awaiting_supplement", "-1"),
)
"""On which day, of which dossiers, what changes by how much."""
_KEYS = {
    WHOLE: "''",
    "department": "'d' || (n % :departments)",
    "field": "'f' || (n % :fields)",
    "official": "official",
    "channel": "iif(online, 'online', 'counter')",
    "procedure": "'p' || (n % :procedures)",
}
_FEES = """
insert into fee_payments (day, counter, official, method, procedure, department, field, dossier, kind,
    fee, amount, at, paid_for, paid_online)
select date(day, '+' || (5 * (times.fee = 3)) || ' days'), 'c' || (serial % :counters), official, iif(channel = 'online', 'online', 'cash'),
    procedure, department, field, dossier, 'paid', times.fee, 10000 * (1 + serial % 20), complete_at,
    mark, iif(channel = 'online', mark, null)
from dossiers, (select 1 as fee, 'first' as mark, 1 as one_in union all select 2, null, 10
    union all select 3, 'again', 51) as times
where day = :day and serial % 5 and serial % times.one_in = 0
"""
_DELIVERIES = """
insert into deliveries (batch, row, dossier, day, carrier, state, official, handed_at, done_at, procedure, department)
select :day, serial, dossier, left_on, iif(serial % 3, 'Bưu điện', 'Viettel Post'),
    iif(serial % 60, 'delivered', 'came_back'), official, finished_at, finished_at + 172800000, procedure,
    department
from dossiers where day = :day and serial % 9 = 0 and left_on is not null
"""


def ten_years(database: Database, share: float) -> Iterator[date]:
    """Fill the ledger with so many of the ten million visits; tells each day of the first year that is done."""
    database.execute("pragma synchronous = off")
    database.execute("pragma cache_size = -200000")
    create_ledger(database)
    database.execute(_DRAWN)
    days, years = _first_year(share)
    for day in days:
        with database.atomic():
            _Day(database, day).fill()
        yield day
    with database.atomic():
        _money(database)
    live_on(database, years - 1)
    with database.atomic():
        mark(database)


def business_days(share: float) -> list[date]:
    """The days on which so many come."""
    days, years = _first_year(share)
    later = [timedelta(days=WEEKS_52 * year) for year in range(years)]
    return [day + one for one in later for day in days]


def _first_year(share: float) -> tuple[list[date], int]:
    """Its days, and how many such years there are."""
    wanted = round(VISITS * share / A_DAY)
    days, day, week = list[date](), FIRST, office_week()
    while len(days) < min(wanted, A_YEAR):
        if week.is_working(day):
            days.append(day)
        day += timedelta(days=1)
    return days, max(1, round(wanted / A_YEAR))


class _Day(NamedTuple):
    """One of the days."""

    database: Database
    day: date

    def fill(self) -> None:
        """People come, and the day closes."""
        midnight = round((self.day - date(1970, 1, 1)).total_seconds() * 1000)
        name = self.day.isoformat()
        asked = SHAPE | {"day": name, "midnight": midnight}
        execute = self.database.conn.execute
        execute("insert into days values (?, 900, ?, ?)", (name, midnight, midnight))
        execute("delete from drawn")
        made = (_TICKETS, _APPOINTMENTS, _COMPLAINTS, _DRAW, _DOSSIERS, *_STEPS, _FEES, _DELIVERIES)
        for statement in (*made, *_DOSSIER_SUMS):
            execute(statement, asked)
        sum_day(execute, name)
        sum_appointments(execute, name)


def _dossier_sums(dimension: str, value: str) -> str:
    columns = [name for name in SUMMED if any(name == one[2] for one in _CHANGES)]
    parts = [
        f"select {value} as value, {when} as day,"
        f" {', '.join(by if name == column else '0' for name in columns)} from drawn where {which}"
        for when, which, column, by in _CHANGES
    ]
    places = [f"c{place}" for place in range(len(columns))]
    return (
        f"insert into dossier_sums (dimension, value, day, {', '.join(columns)})"
        f" with changed(value, day, {', '.join(places)}) as ({' union all '.join(parts)})"
        f" select '{dimension}', value, day, {', '.join(f'sum({one})' for one in places)} from changed"
        " where true group by 2, 3 on conflict (dimension, day, value) do update set"
        f" {', '.join(f'{one} = {one} + excluded.{one}' for one in columns)}"
    )


_DOSSIER_SUMS = tuple(_dossier_sums(*one) for one in _KEYS.items())


def _money(database: Database) -> None:
    """Summed once all days are there."""
    for dimension, column in FEE_DIMENSIONS.items():
        database.execute(
            "insert into fee_sums (dimension, value, day, payments, taken, dossiers, dossiers_online)"
            f" select '{dimension}', {column}, day, count(*), sum(amount), sum(coalesce(paid_for, '') = 'first'),"
            " sum(coalesce(paid_online, '') = 'first') from fee_payments group by 2, 3"
        )
