"""A period cut into whole months, which have sums of their own, and the days left over at its two ends."""

from datetime import date, timedelta
from typing import NamedTuple

ONE_DAY = timedelta(days=1)
NOTHING = ("9999-12", "0000-00")
"""No day and no month lies between these."""


class Stretches(NamedTuple):
    """Months (``2026-11``) that lie wholly in the period, and the days before and after them, ends included."""

    months: tuple[str, str]
    head: tuple[str, str]
    tail: tuple[str, str]

    @property
    def asked(self) -> dict[str, str]:
        """What the SQL of :func:`summed` asks for."""
        spans = {"month": self.months, "head": self.head, "tail": self.tail}
        return {
            f"{name}_{end}": day
            for name, span in spans.items()
            for end, day in zip(("first", "last"), span, strict=True)
        }


def stretches(first: date, last: date, *, by_months: bool = True) -> Stretches:
    """The period's; of single days alone where months say nothing."""
    months = whole_months(first, last) if by_months else None
    if months is None:
        return Stretches(NOTHING, _days(first, last), NOTHING)
    begins = date.fromisoformat(f"{months[0]}-01")
    after = _next_month(date.fromisoformat(f"{months[1]}-01"))
    head = _days(first, begins - ONE_DAY) if first < begins else NOTHING
    return Stretches(months, head, _days(after, last))


def whole_months(first: date, last: date) -> tuple[str, str] | None:
    """The first and the last month that lie wholly between the days; None of none."""
    begins = first if first.day == 1 else _next_month(first)
    ends = (last + ONE_DAY).replace(day=1) - ONE_DAY
    return (begins.isoformat()[:7], ends.isoformat()[:7]) if begins <= ends else None


def summed(
    days: str,
    months: str,
    columns: str,
    counted: tuple[str, str] = ("", ""),
    which: str = "dimension = :dimension",
) -> str:
    """SQL for the rows whose sums make the period: of the table of days, and of that of months.

    ``counted`` are columns that the two tables word differently, ``which`` the rows that are wanted.
    """
    of_days, of_months = (f"{one}, " if one else "" for one in counted)
    arms = [
        f"select {of_days}day, {columns} from {days} where {which}"  # noqa: S608 - our own names
        f" and day between :{end}_first and :{end}_last"
        for end in ("head", "tail")
    ]
    arms.append(
        f"select {of_months}month || '-01' as day, {columns} from {months}"  # noqa: S608 - our own names
        f" where {which} and month between :month_first and :month_last"
    )
    return " union all ".join(arms)


def _days(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
