"""Visits in figures: of a period, of each day, and the hall's quiet hours."""
