"""Appointments: a row each, and their day's sums."""
