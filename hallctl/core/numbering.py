"""Numbers: what is printed and called. A letter and a serial that restarts every day."""

from datetime import date


def number_of(letter: str, serial: int) -> str:
    """``("A", 17)`` is A017; past 999 the serial takes the digits it needs."""
    return f"{letter}{serial:03d}"


def ticket_of(business_day: date, number: str) -> str:
    """The ticket's name for ever: a number is unique within its business day."""
    return f"{business_day.isoformat()}-{number}"
