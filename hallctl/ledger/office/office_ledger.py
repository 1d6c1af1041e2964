"""The ledger's tables of the back office, taken together: made, filled and proved."""

from sqlite_utils import Database

from hallctl.ledger.office.delivery_ledger import (
    DELIVERY_TABLES,
    PROJECT_DELIVERIES,
    create_delivery_tables,
    unreconciled_delivery,
)
from hallctl.ledger.office.fee_projecting import PROJECT_FEES
from hallctl.ledger.office.fee_reading import unreconciled_fee
from hallctl.ledger.office.fee_schema import FEE_TABLES, create_fee_tables
from hallctl.ledger.office.notice_projecting import PROJECT_NOTICES
from hallctl.ledger.office.notice_reading import unreconciled_notice
from hallctl.ledger.office.notice_schema import NOTICE_TABLES, create_notice_tables
from hallctl.ledger.runs.run_projecting import PROJECT_RUNS
from hallctl.ledger.runs.run_reconciling import unreconciled_run
from hallctl.ledger.runs.run_schema import RUN_TABLES, create_run_tables

OFFICE_TABLES = (*RUN_TABLES, *NOTICE_TABLES, *FEE_TABLES, *DELIVERY_TABLES)
PROJECT_IN_THE_OFFICE = {
    **PROJECT_RUNS,
    **PROJECT_NOTICES,
    **PROJECT_FEES,
    **PROJECT_DELIVERIES,
}


def create_office_tables(database: Database) -> None:
    """Create what is missing; safe to call at every start."""
    create_run_tables(database)
    create_notice_tables(database)
    create_fee_tables(database)
    create_delivery_tables(database)


def unreconciled_office(database: Database) -> str:
    """The first thing that does not add up, and what it is; or empty."""
    proofs = {
        "run": unreconciled_run,
        "notice": unreconciled_notice,
        "money of": unreconciled_fee,
        "delivery of": unreconciled_delivery,
    }
    found = ((what, prove(database)) for what, prove in proofs.items())
    return next((f"the {what} {name} does not reconcile" for what, name in found if name), "")
