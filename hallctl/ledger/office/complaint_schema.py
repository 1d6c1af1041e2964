"""The ledger's table of complaints: a row each, as it stands now. No words and no names."""

from sqlite_utils import Database

COMPLAINT_TABLES = ("complaints",)


def create_complaint_tables(database: Database) -> None:
    """Create what is missing; safe to call at every start."""
    database.table("complaints").create(
        {
            "complaint": str,
            "day": str,
            "about": str,
            "channel": str,
            "department": str,
            "counter": str,
            "official": str,
            "visit": str,
            "state": str,
            "filed_at": int,
            "decided_at": int,
            "decided_on": str,
            "decide_by": str,
            "answered_at": int,
            "answered_on": str,
            "answer_by": str,
            "finding": str,
            "published_at": int,
            "published_on": str,
            "publish_by": str,
        },
        pk="complaint",
        not_null={"day", "about", "state", "filed_at"},
        if_not_exists=True,
    )
    for column in ("day", "visit"):
        database.table("complaints").create_index([column], if_not_exists=True)
