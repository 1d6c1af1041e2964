"""The ledger's tables of notices: each one, and every try."""

from sqlite_utils import Database

NOTICE_TABLES = ("notices", "notice_tries")


def create_notice_tables(database: Database) -> None:
    """Create what is missing; safe to call at every start."""
    database.table("notices").create(
        {
            "notice": str,
            "dossier": str,
            "day": str,
            "kind": str,
            "state": str,
            "why": str,
            "channel": str,
            "owed_at": int,
            "tries": int,
            "calls": int,
            "next_try_at": int,
            "done_at": int,
            "appointment": str,
        },
        pk="notice",
        not_null={"dossier", "day", "kind", "state", "owed_at", "tries", "calls"},
        if_not_exists=True,
    )
    database.table("notices").create_index(["dossier"], if_not_exists=True)
    database.execute(
        "create index if not exists notices_that_are_open on notices (owed_at)"
        " where done_at is null"
    )
    database.table("notice_tries").create(
        {
            "notice": str,
            "attempt": int,
            "at": int,
            "channel": str,
            "outcome": str,
            "fault": str,
        },
        not_null={"notice", "attempt", "at", "channel", "outcome"},
        if_not_exists=True,
    )
    database.table("notice_tries").create_index(["notice"], if_not_exists=True)
