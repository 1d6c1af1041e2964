"""Reports over ten million visits: a ledger of ten years, made of rows alone, and what they cost.

Every third visit hands in a dossier, of one of two hundred procedures: received, finished within days (one in
fifty late, one in a thousand still unfinished), returned.
"""

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from sqlite_utils import Database

from benchmarks.figures import Figure, median
from hallctl.core.dossier_rules import office_week
from hallctl.core.plan import Counter, Plan, Service, Words
from hallctl.journal.sqlite_journal import open_database
from hallctl.ledger.dossier_counts import Now, Period
from hallctl.ledger.schema import create_ledger
from hallctl.ledger.visit_summing import sum_day
from hallctl.reports.building import build
from hallctl.reports.listing import Place, page_of
from hallctl.reports.opened import opened
from hallctl.reports.opening import Opening
from hallctl.reports.orders import ReportOrder, Sources

VISITS = 10_000_000
A_DAY = 4000
SERVICES, COUNTERS, PROCEDURES, FIELDS = 20, 40, 200, 40
FIRST = date(2016, 1, 4)
MORNING_S, OPEN_S = 1800, 34_200
"""From half past seven in Hà Nội, in seconds after midnight UTC, for nine and a half hours."""
COMMON_MS, ANY_MS = 200, 2000
ROUNDS = 5

_TICKETS = """
with recursive n(i) as (select 1 union all select i + 1 from n where i < :count)
insert into tickets (ticket, visit, business_day, number, service, priority_group, language, channel,
    state, issued_at, queued_at, first_called_at, called_at, finished_at, calls, counter, official, result, attitude)
select :day || '-' || i, :day || '-' || i, :day, printf('A%05d', i), 's' || (abs(random()) % :services),
    'normal', 'vi', iif(i % 5, 'kiosk', 'supervisor'), 'finished', at, at, at + wait, at + wait, at + wait + served, 1, 'c' || desk,
    'official ' || desk, mark, mark
from (select i, :midnight + 1000 * (:morning + abs(random()) % :open) as at,
    abs(random()) % 1800000 as wait, 60000 + abs(random()) % 1200000 as served,
    abs(random()) % :counters as desk, 3 + abs(random()) % 3 as mark from n)
"""
_DOSSIERS = """
insert into dossiers (dossier, agency, day, serial, procedure, department, field, channel, visit,
    state, presented_at, complete_at, due_at, due_day, finished_at, left_on, punctuality)
select ticket, 'H15', business_day, rowid, 'p' || (n % :procedures), 'd' || (n % 20),
    'f' || (n % :fields), iif(n % 3, 'counter', 'online'), ticket, iif(n % 1000, 'returned', 'processing'),
    issued_at, issued_at, issued_at + 864000000, date(business_day, '+10 days'),
    iif(n % 1000, issued_at + 432000000, null), iif(n % 1000, date(business_day, '+5 days'), null),
    iif(n % 1000, iif(n % 50 = 7, 'late', 'early'), null)
from (select rowid, ticket, business_day, issued_at, rowid * 7919 % 1000003 as n from tickets
    where business_day = :day) where rowid % 3 = 0
"""
_STEPS = (
    """
insert into dossier_steps (dossier, step, at, day, due_at, due_day)
select dossier, 'receive', complete_at, day, due_at, due_day from dossiers where day = :day
""",
    """
insert into dossier_steps (dossier, step, at, day, counted)
select dossier, 'finish', finished_at, left_on, punctuality from dossiers
where day = :day and left_on is not null
""",
)
_SUMS = """
insert into dossier_sums (dimension, value, day, received, finished_early, finished_late)
select dimension, value, day, sum(received), sum(early), sum(late) from (
    select {} as value, '{}' as dimension, day, 1 as received, 0 as early, 0 as late
    from dossiers where day = :day
    union all select {}, '{}', left_on, 0, punctuality = 'early', punctuality = 'late'
    from dossiers where day = :day and left_on is not null
) where true group by 1, 2, 3 on conflict (dimension, value, day) do update set
    received = received + excluded.received,
    finished_early = finished_early + excluded.finished_early,
    finished_late = finished_late + excluded.finished_late
"""
"""As the hall's own projection keeps them, a day at a time."""


def many_visits(share: float) -> list[Figure]:
    """Make the visits, close each day as the hall does, then ask for reports."""
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder) / "hall.db")
        days = _fill(database, round(VISITS * share))
        plan = _plan()
        last = days[-1]
        sources = Sources(database, plan, Now(last, 0))
        month = Period(last.replace(day=1), last)
        year = Period(last.replace(month=1, day=1), last)
        ever = Period(days[0], last)
        asked = (
            ("a day by service", ReportOrder("visits", Period(last, last)), COMMON_MS),
            ("a month by day", ReportOrder("visits", month, "day"), COMMON_MS),
            ("a month by official", ReportOrder("visits", month, "official"), COMMON_MS),
            ("a month by procedure", ReportOrder("visits", month, "procedure"), COMMON_MS),
            (
                "a month's busy hours, compared",
                ReportOrder("busy-hours", month, "wait", "year"),
                COMMON_MS,
            ),
            ("a year by month", ReportOrder("visits", year, "month"), COMMON_MS),
            (
                "a year by service, compared",
                ReportOrder("visits", year, "service", "year"),
                COMMON_MS,
            ),
            ("ten years by year", ReportOrder("visits", ever, "year"), COMMON_MS),
            (
                "a year by procedure, compared",
                ReportOrder("visits", year, "procedure", "year"),
                ANY_MS,
            ),
            ("ten years by counter", ReportOrder("visits", ever, "counter"), ANY_MS),
            ("ten years by procedure", ReportOrder("visits", ever, "procedure"), ANY_MS),
            ("ten years by field", ReportOrder("visits", ever, "field"), ANY_MS),
            ("ten years by channel", ReportOrder("visits", ever, "channel"), ANY_MS),
            ("ten years' busy hours", ReportOrder("busy-hours", ever), ANY_MS),
            ("a month's dossiers by department", ReportOrder("dossiers", month), COMMON_MS),
            ("a month's indicators", ReportOrder("indicators", month), ANY_MS),
            (
                "a year's indicators by department",
                ReportOrder("indicators", year, "department"),
                ANY_MS,
            ),
        )
        figures = [_figure(told, sources, order, aim) for told, order, aim in asked]
        figures += _opened(sources, ever)
        database.close()
        return figures


def _opened(sources: Sources, ever: Period) -> list[Figure]:
    """Figures of ten years opened: common ones and the rarest, their first page, a far one, and the last."""
    openings = (
        ("ten years' visits of a counter", Opening(ReportOrder("visits", ever, "counter"), "c7")),
        ("… of the whole hall", Opening(ReportOrder("visits", ever, "hall"), "", "issued")),
        ("… of a procedure", Opening(ReportOrder("visits", ever, "procedure"), "p7", "rated")),
        (
            "… the missed, of whom there are none",
            Opening(ReportOrder("visits", ever, "hall"), "", "missed"),
        ),
    )
    dossiers = ReportOrder("dossiers", ever, "department")
    openings += (
        ("ten years' dossiers of a department", Opening(dossiers, "d7")),
        ("… those finished late", Opening(dossiers, "d7", "finished_late")),
        ("… those overdue now", Opening(dossiers, "d7", "in_process_overdue")),
    )
    return [
        _timed(f"opened: {told}, {where}", lambda one=one, at=at: _page(one, at, sources), ANY_MS)
        for told, one in openings
        for where, at in (("first page", 1), ("in the middle", 0), ("last page", LAST))
    ]


LAST = 2**40


def _page(opening: Opening, row: int, sources: Sources) -> None:
    listing = opened(opening, sources)
    total = sum(count for _, count in listing.days)
    page_of(listing, sources.ledger, Place(row=row or max(1, total // 2)))


def _fill(database: Database, visits: int) -> list[date]:
    database.execute("pragma synchronous = off")
    create_ledger(database)
    days, day = list[date](), FIRST
    week = office_week()
    while len(days) * A_DAY < visits:
        if week.is_working(day):
            days.append(day)
            _fill_day(database, day)
        day += timedelta(days=1)
    return days


def _fill_day(database: Database, day: date) -> None:
    midnight = round((day - date(1970, 1, 1)).total_seconds() * 1000)
    with database.atomic():
        database.execute(
            "insert into days values (?, 900, ?, ?)", (day.isoformat(), midnight, midnight)
        )
        database.execute(
            _TICKETS,
            {
                "day": day.isoformat(),
                "count": A_DAY,
                "midnight": midnight,
                "morning": MORNING_S,
                "open": OPEN_S,
                "services": SERVICES,
                "counters": COUNTERS,
            },
        )
        database.execute(
            _DOSSIERS,
            {"day": day.isoformat(), "procedures": PROCEDURES, "fields": FIELDS},
        )
        for statement in (*_STEPS, *_sums()):
            database.execute(statement, {"day": day.isoformat()})
        sum_day(database.conn.execute, day.isoformat())


def _sums() -> list[str]:
    keys = {"whole": "''", "department": "department", "field": "field"}
    return [_SUMS.format(value, name, value, name) for name, value in keys.items()]


def _plan() -> Plan:
    services = tuple(
        Service(service=f"s{n}", letter=chr(65 + n), name=Words(f"Lĩnh vực {n}"))
        for n in range(SERVICES)
    )
    counters = tuple(Counter(counter=f"c{n}", services=("s0",)) for n in range(COUNTERS))
    return Plan(
        hall=Words("Hội trường"), authority=Words("Tỉnh"), services=services, counters=counters
    )


def _figure(told: str, sources: Sources, order: ReportOrder, aim: float) -> Figure:
    return _timed(f"report: {told}", lambda: build(order, sources), aim)


def _timed(told: str, ask: Callable[[], object], aim: float) -> Figure:
    taken = []
    for _ in range(ROUNDS):
        began = perf_counter()
        ask()
        taken.append(1000 * (perf_counter() - began))
    found = median(taken)
    return Figure(told, found, "ms", aim=f"≤ {aim:,.0f}", holds=found <= aim)
