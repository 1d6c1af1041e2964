"""The ledger's tables. The schema refuses what the rules should have refused already."""

from sqlite_utils import Database

from hallctl.ledger.appointment_schema import APPOINTMENT_TABLES, create_appointment_tables
from hallctl.ledger.appointment_sums import APPOINTMENT_SUM_TABLES, create_appointment_sums
from hallctl.ledger.complaint_schema import COMPLAINT_TABLES, create_complaint_tables
from hallctl.ledger.dossier_schema import DOSSIER_TABLES, create_dossier_tables
from hallctl.ledger.figure_ledger import FIGURE_TABLES, create_figure_tables
from hallctl.ledger.floor_schema import FLOOR_TABLES, create_floor_tables
from hallctl.ledger.office_ledger import OFFICE_TABLES, create_office_tables
from hallctl.ledger.rating_ledger import RATING_TABLES, create_rating_tables
from hallctl.ledger.seal_schema import SEAL_TABLES, create_seal_tables
from hallctl.ledger.visit_schema import VISIT_TABLES, create_visit_tables
from hallctl.ledger.visit_summing import sum_days_before
from hallctl.ledger.work_sums import WORK_TABLES, create_work_tables

TABLES = (
    "days", "tickets", "calls", "daily_counts", "rating_reasons",
    *RATING_TABLES, *VISIT_TABLES, *WORK_TABLES, *FLOOR_TABLES, *DOSSIER_TABLES, *OFFICE_TABLES, *SEAL_TABLES, *COMPLAINT_TABLES,
    *APPOINTMENT_TABLES, *APPOINTMENT_SUM_TABLES,
    *FIGURE_TABLES,
)  # fmt: skip


def create_ledger(database: Database) -> None:
    """Create what is missing; safe to call at every start."""
    for create in (
        _create_days, _create_tickets, _create_calls, _create_reasons, create_rating_tables,
        create_visit_tables, create_work_tables, create_floor_tables, create_complaint_tables,
        create_appointment_tables, create_appointment_sums, create_dossier_tables,
        create_seal_tables, sum_days_before, create_office_tables, create_figure_tables,
    ):  # fmt: skip
        create(database)


def drop_ledger(database: Database) -> None:
    """Throw the projections away; the journal keeps everything they came from."""
    for table in TABLES:
        database.execute(f"drop table if exists {table}")


COUNTED = (
    "issued", "called", "within_target", "waited_ms", "longest_wait_ms", "finished", "served_ms",
    "missed", "requeued", "cancelled", "lapsed", "rated", "satisfied",
)  # fmt: skip
"""Sums a day and service; ``missed`` and ``requeued`` count each time it happens."""


def _create_days(database: Database) -> None:
    database.table("days").create(
        {"business_day": str, "target_s": int, "opened_at": int, "closed_at": int},
        pk="business_day",
        if_not_exists=True,
    )
    database.table("daily_counts").create(
        {"business_day": str, "service": str, **dict.fromkeys(COUNTED, int)},
        pk=("business_day", "service"),
        defaults=dict.fromkeys(COUNTED, 0),
        if_not_exists=True,
    )


def _create_tickets(database: Database) -> None:
    database.table("tickets").create(
        {
            "ticket": str,
            "visit": str,
            "business_day": str,
            "number": str,
            "service": str,
            "priority_group": str,
            "language": str,
            "channel": str,
            "state": str,
            "issued_at": int,
            "queued_at": int,
            "appointment_at": int,
            "first_called_at": int,
            "called_at": int,
            "finished_at": int,
            "calls": int,
            "counter": str,
            "official": str,
            "printed_at": int,
            "result": int,
            "attitude": int,
        },
        pk="ticket",
        not_null={"business_day", "number", "service", "state", "issued_at"},
        if_not_exists=True,
    )
    database.table("tickets").create_index(
        ["business_day", "number"], unique=True, if_not_exists=True
    )
    database.execute(
        "create index if not exists tickets_disliked"
        " on tickets (business_day, ticket) where min(result, attitude) <= 2"
    )


def _create_calls(database: Database) -> None:
    database.table("calls").create(
        {"business_day": str, "ticket": str, "counter": str, "called_at": int, "ended_at": int},
        if_not_exists=True,
    )
    for column in ("ticket", "counter"):
        database.execute(
            f"create unique index if not exists one_active_call_a_{column}"
            f" on calls ({column}) where ended_at is null"
        )


def _create_reasons(database: Database) -> None:
    whose = ("business_day", "service", "counter", "official", "reason")
    database.table("rating_reasons").create(
        {**dict.fromkeys(whose, str), "times": int}, pk=whose, if_not_exists=True
    )
