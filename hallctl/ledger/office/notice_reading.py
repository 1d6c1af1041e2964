"""Notices as the ledger has them: those still open, those of a dossier, and every try."""

from typing import Any

import msgspec
from sqlite_utils import Database


class NoticeRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One notice; times in milliseconds since 1970. It names nobody."""

    notice: str
    dossier: str
    day: str
    kind: str
    state: str
    why: str | None
    channel: str | None
    owed_at: int
    tries: int
    calls: int
    next_try_at: int | None
    done_at: int | None
    appointment: str | None = None
    """What it is about, where that is no dossier."""


class NoticeTry(msgspec.Struct, frozen=True, kw_only=True):
    """One try to send one."""

    notice: str
    attempt: int
    at: int
    channel: str
    outcome: str
    fault: str | None


def open_notices(database: Database) -> list[NoticeRecord]:
    """Those that are to be sent or called, longest owed first."""
    return _notices(database, "where done_at is null order by owed_at, rowid", ())


def notices_to_call(database: Database) -> list[NoticeRecord]:
    """Those that somebody has to call, longest owed first."""
    return _notices(
        database, "where state = 'to_call' and done_at is null order by owed_at, rowid", ()
    )


def notices_of(database: Database, dossier: str) -> list[NoticeRecord]:
    """Every notice of the dossier, in order."""
    return _notices(database, "where dossier = ? order by owed_at, rowid", (dossier,))


def tries_of(database: Database, dossier: str) -> list[NoticeTry]:
    """Every try at the dossier's notices, in order."""
    names = NoticeTry.__struct_fields__
    rows = database.execute(
        f"select {', '.join(names)} from notice_tries where notice in"  # noqa: S608 - our own names
        " (select notice from notices where dossier = ?) order by rowid",
        (dossier,),
    )
    return [NoticeTry(**dict(zip(names, row, strict=True))) for row in rows]


def unreconciled_notice(database: Database) -> str:
    """The first notice whose tries or state are not what was told of it, or empty."""
    wrong = database.execute(
        "select notice from notices left join (select notice, count(*) as made,"
        " sum(outcome = 'sent') as sent from notice_tries group by notice) using (notice)"
        " where tries != coalesce(made, 0) or (state = 'sent') != (coalesce(sent, 0) = 1)"
        " or (done_at is null) != (state in ('owed', 'to_call'))"
        " or (next_try_at is null) != (state != 'owed') limit 1"
    ).fetchone()
    return str(wrong[0]) if wrong else ""


def _notices(database: Database, which: str, values: tuple[Any, ...]) -> list[NoticeRecord]:
    names = NoticeRecord.__struct_fields__
    rows = database.execute(f"select {', '.join(names)} from notices {which}", values)  # noqa: S608 - our own names
    return [NoticeRecord(**dict(zip(names, row, strict=True))) for row in rows]
