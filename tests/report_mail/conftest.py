"""The hall with a past that reports are tested on."""

from tests.reports.conftest import ledger, past, plan

__all__ = ["ledger", "past", "plan"]
