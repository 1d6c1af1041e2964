"""Pages of a long list: nobody is lost between two, none comes twice, and what comes in meanwhile moves none."""

from hypothesis import given
from hypothesis import strategies as some
from sqlite_utils import Database

from hallctl.core.plan import Plan
from hallctl.ledger.period import Now
from hallctl.reports.behind.listing import (
    SHOWN,
    Key,
    Listing,
    Part,
    Place,
    chunks_of,
    page_of,
    read_span,
)
from hallctl.reports.behind.opening import Opening
from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.periods import around
from tests.reports.opening import behind, everything, turned
from tests.simulated import TODAY, StoppedClock

DAYS = some.dictionaries(
    some.sampled_from([f"2026-11-{day:02}" for day in range(1, 29)]),
    some.integers(1, 2 * SHOWN + 9),
    max_size=6,
)


def ledger_of(days: dict[str, int]) -> tuple[Database, Listing]:
    """So many records on each day, written in order."""
    ledger = Database(memory=True)
    ledger.table("records").create({"day": str, "name": str})
    for day in sorted(days):
        add(ledger, day, days[day])
    rows = "select *, day as on_day, rowid as seq from records where day between :since and :until"
    return ledger, Listing(("name",), (Part(rows, days),), {}, lambda row: row[0])


def add(ledger: Database, day: str, count: int) -> None:
    ledger.conn.executemany(
        "insert into records values (?, ?)", [(day, f"{day} {n}") for n in range(count)]
    )


def in_order(ledger: Database) -> list[str]:
    rows = ledger.execute("select name from records order by day desc, rowid desc")
    return [name for (name,) in rows]


@given(DAYS)
def test_turning_from_the_first_page_to_the_last_shows_everything_once(
    days: dict[str, int],
) -> None:
    ledger, listing = ledger_of(days)
    place, seen = Place(), list[str]()
    while True:
        page = page_of(listing, ledger, place)
        assert page.first == (len(seen) + 1 if days else 0)
        assert page.total == sum(days.values())
        seen += page.rows
        if page.after is None:
            break
        assert len(page.rows) == SHOWN
        place = Place(key=page.after)
    assert seen == in_order(ledger)
    assert everything(listing, ledger) == seen


@given(DAYS, some.integers(1, 999))
def test_the_page_before_the_next_is_the_same_again(days: dict[str, int], row: int) -> None:
    ledger, listing = ledger_of(days)
    page = page_of(listing, ledger, Place(row=row))
    assert page.rows == in_order(ledger)[max(page.first - 1, 0) :][:SHOWN]
    if page.after and page.first > SHOWN:
        after = page_of(listing, ledger, Place(key=page.after))
        assert after.before is not None
        assert page_of(listing, ledger, Place(key=after.before, way="before")) == page


@given(DAYS, some.integers(1, 28))
def test_a_day_leads_to_its_newest_record_or_the_one_before_it(
    days: dict[str, int], day: int
) -> None:
    ledger, listing = ledger_of(days)
    page = page_of(listing, ledger, Place(day=f"2026-11-{day:02}"))
    older = [one for one in in_order(ledger) if one[:10] <= f"2026-11-{day:02}"]
    assert page.rows[:1] == (older or in_order(ledger)[-1:])[:1]


@given(DAYS, some.integers(1, 500))
def test_chunks_are_whole_days_and_together_everything(days: dict[str, int], size: int) -> None:
    ledger, listing = ledger_of(days)
    spans = list(chunks_of(listing, size))
    assert [one for span in spans for one in read_span(listing, ledger, span)] == in_order(ledger)
    assert all(span.wanted >= size for span in spans[:-1])


def test_what_comes_in_meanwhile_moves_no_page() -> None:
    days = {"2026-11-26": 300, "2026-11-27": 250}
    ledger, listing = ledger_of(days)
    first = page_of(listing, ledger, Place())
    assert first.after is not None
    before = page_of(listing, ledger, Place(key=first.after)).rows
    add(ledger, "2026-11-27", 90)
    days["2026-11-27"] += 90
    after = page_of(listing, ledger, Place(key=first.after))
    assert after.rows == before
    assert after.first == SHOWN + 91


def test_a_key_of_nothing_leads_to_what_is_there() -> None:
    ledger, listing = ledger_of({"2026-11-26": 3})
    assert len(page_of(listing, ledger, Place(key=Key("1999-01-01", 7))).rows) == 1
    assert len(page_of(listing, ledger, Place(key=Key("x' or 1", 7), way="before")).rows) == 3


def test_real_lists_are_the_same_page_by_page(ledger: Database, plan: Plan) -> None:
    sources = Sources(ledger, plan, Now(TODAY, StoppedClock().now()))
    month = around(TODAY, "month")
    for opening in (
        Opening(ReportOrder("visits", month, "hall")),
        Opening(ReportOrder("dossiers", month, "department")),
        Opening(ReportOrder("indicators", month, "indicator"), "5.4", "counted"),
        Opening(ReportOrder("indicators", month, "indicator"), "1", "counted"),
    ):
        every = behind(opening, sources)
        assert len(every) > SHOWN
        assert turned(opening, sources) == every
        assert len(set(every)) == len(every)
