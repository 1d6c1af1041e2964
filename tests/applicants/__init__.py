"""Applicants: kept apart, looked at under a log, forgotten in time."""
