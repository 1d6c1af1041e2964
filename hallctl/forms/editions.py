"""Which edition of the forms applies on which day; templates of past editions stay for ever."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from hallctl.forms.errors import FormError


class Edition(NamedTuple):
    """The forms as one circular sets them, from the day ``effective`` on."""

    effective: date
    circular: str

    @property
    def folder(self) -> str:
        """Where its templates are, below ``templates``."""
        return self.effective.isoformat()


EDITIONS = (Edition(date(2025, 9, 15), "Thông tư 03/2025/TT-VPCP"),)
"""Oldest first."""


def edition_on(day: date, editions: Sequence[Edition] = EDITIONS) -> Edition:
    """The edition in force on that day. Raises :class:`FormError` before the first."""
    past = [edition for edition in editions if edition.effective <= day]
    if not past:
        raise FormError(f"no edition of the forms was in force on {day}")
    return past[-1]
