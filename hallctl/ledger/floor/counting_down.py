"""The day's sums when a press is taken back, and calls that end."""

from hallctl.journal.inserting import Execute
from hallctl.ledger.visits.ticket_schema import COUNTED

_OF_ITS_SERVICE = (
    " from tickets t where t.ticket = ?"
    " and daily_counts.business_day = t.business_day and daily_counts.service = t.service"
)
_ONCE_LESS = {
    column: f"update daily_counts set {column} = {column} - 1{_OF_ITS_SERVICE}"  # noqa: S608 - the schema's own names
    for column in COUNTED
}


def end_call(execute: Execute, ticket: str, at: int) -> None:
    """The ticket's standing call is over; nothing happens where none stands."""
    execute("update calls set ended_at = ? where ticket = ? and ended_at is null", (at, ticket))


def count_once_less(execute: Execute, ticket: str, column: str) -> None:
    """What had been counted for the ticket's service did not happen after all."""
    execute(_ONCE_LESS[column], (ticket,))


def take_off_finished(execute: Execute, ticket: str) -> None:
    """The ticket, still with the times of its finish, was not finished."""
    execute(
        "update daily_counts set served_ms = served_ms - (t.finished_at - t.called_at)"
        " from tickets t where t.ticket = ?"
        " and daily_counts.business_day = t.business_day and daily_counts.service = t.service",
        (ticket,),
    )
    count_once_less(execute, ticket, "finished")
