"""Days as people write them: 20/11/2026; in English the month by name, for not everybody puts the day first."""

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"
)  # fmt: skip


def day_said(day: date, language: str) -> str:
    """``20/11/2026``, or ``20 November 2026``."""
    if language == "en":
        return f"{short_day_said(day, language)} {day.year}"
    return f"{day:%d/%m/%Y}"


def short_day_said(day: date, language: str) -> str:
    """Without its year: ``20/11``, or ``20 November``."""
    if language == "en":
        return f"{day.day} {MONTHS[day.month - 1]}"
    return f"{day:%d/%m}"


def day_in_brief(day: date, language: str) -> str:
    """For narrow places: ``20/11/2026``, or ``20 Nov 2026``."""
    if language == "en":
        return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"
    return day_said(day, language)


def in_one_piece(words: str) -> str:
    """Words that no line parts."""
    return words.replace(" ", "\u00a0")
