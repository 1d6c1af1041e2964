"""The hall with a past whose facts are told."""

from tests.reports.conftest import ledger, past

__all__ = ["ledger", "past"]
