"""The ledger's table of appointments: a row each, as it stands now. It names nobody."""

from sqlite_utils import Database

APPOINTMENT_TABLES = ("appointments",)


def create_appointment_tables(database: Database) -> None:
    """Create what is missing; safe to call at every start."""
    database.table("appointments").create(
        {
            "appointment": str,
            "day": str,
            "service": str,
            "starts_at": int,
            "state": str,
            "channel": str,
            "booked_on": str,
            "booked_at": int,
            "moves": int,
            "checked_in_at": int,
            "ended_at": int,
            "ticket": str,
            "ended_by": str,
            "reason": str,
        },
        pk="appointment",
        not_null={"day", "service", "starts_at", "state", "channel", "booked_at", "moves"},
        if_not_exists=True,
    )
    database.table("appointments").create_index(["day", "service"], if_not_exists=True)
