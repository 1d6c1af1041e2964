"""Numbers: what is printed and called. A letter and a serial that restarts every day."""

from datetime import date


def number_of(letter: str, serial: int) -> str:
    """``("A", 17)`` is A017; past 999 the serial takes the digits it needs."""
    return f"{letter}{serial:03d}"


def ticket_of(business_day: date, number: str) -> str:
    """The ticket's name for ever: a number is unique within its business day."""
    return f"{business_day.isoformat()}-{number}"


def number_as_typed(typed: str) -> str:
    """``a17`` is A017: small letters, spaces and missing zeros do no harm."""
    compact = "".join(typed.split()).upper()
    letter, serial = compact[:1], compact[1:]
    is_number = letter.isalpha() and serial.isascii() and serial.isdigit()
    return number_of(letter, int(serial)) if is_number else compact
