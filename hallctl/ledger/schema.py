"""The ledger's tables. The schema refuses what the rules should have refused already."""

from sqlite_utils import Database

from hallctl.ledger.appointments.appointment_schema import (
    APPOINTMENT_TABLES,
    create_appointment_tables,
)
from hallctl.ledger.appointments.appointment_sums import (
    APPOINTMENT_SUM_TABLES,
    create_appointment_sums,
)
from hallctl.ledger.dossiers.dossier_schema import DOSSIER_TABLES, create_dossier_tables
from hallctl.ledger.figures.figure_ledger import FIGURE_TABLES, create_figure_tables
from hallctl.ledger.figures.seal_schema import SEAL_TABLES, create_seal_tables
from hallctl.ledger.floor.floor_schema import FLOOR_TABLES, create_floor_tables
from hallctl.ledger.office.complaint_schema import COMPLAINT_TABLES, create_complaint_tables
from hallctl.ledger.office.office_ledger import OFFICE_TABLES, create_office_tables
from hallctl.ledger.visits.rating_ledger import RATING_TABLES, create_rating_tables
from hallctl.ledger.visits.ticket_schema import TICKET_TABLES, create_ticket_tables
from hallctl.ledger.visits.visit_schema import VISIT_TABLES, create_visit_tables
from hallctl.ledger.visits.visit_summing import sum_days_before
from hallctl.ledger.visits.work_sums import WORK_TABLES, create_work_tables

TABLES = (
    *TICKET_TABLES, *RATING_TABLES, *VISIT_TABLES, *WORK_TABLES, *FLOOR_TABLES, *DOSSIER_TABLES, *OFFICE_TABLES, *SEAL_TABLES, *COMPLAINT_TABLES,
    *APPOINTMENT_TABLES, *APPOINTMENT_SUM_TABLES,
    *FIGURE_TABLES,
)  # fmt: skip


def create_ledger(database: Database) -> None:
    """Create what is missing; safe to call at every start."""
    for create in (
        create_ticket_tables, create_rating_tables,
        create_visit_tables, create_work_tables, create_floor_tables, create_complaint_tables,
        create_appointment_tables, create_appointment_sums, create_dossier_tables,
        create_seal_tables, sum_days_before, create_office_tables, create_figure_tables,
    ):  # fmt: skip
        create(database)


def drop_ledger(database: Database) -> None:
    """Throw the projections away; the journal keeps everything they came from."""
    for table in TABLES:
        database.execute(f"drop table if exists {table}")
