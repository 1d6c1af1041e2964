"""The ledger's table of deliveries: made, filled, read and proved."""

from collections.abc import Callable
from typing import Any

import msgspec
from sqlite_utils import Database

from hallctl.core import events
from hallctl.journal.inserting import Execute

DELIVERY_TABLES = ("deliveries",)
_TEXTS = (
    "batch", "dossier", "day", "carrier", "state", "official", "procedure", "department",
)  # fmt: skip
"""The last two are those of the dossier."""


class DeliveryRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One result on its way home; times in milliseconds since 1970. No address is in it."""

    batch: str
    row: int
    dossier: str
    procedure: str
    carrier: str
    state: str
    official: str
    handed_at: int
    done_at: int | None
    reason: str | None


_RECORD = ", ".join(DeliveryRecord.__struct_fields__)


def create_delivery_tables(database: Database) -> None:
    """Create what is missing; safe to call at every start."""
    database.table("deliveries").create(
        {
            **dict.fromkeys(_TEXTS, str),
            **dict.fromkeys(("row", "handed_at", "done_at"), int),
            "reason": str,
        },
        pk=("batch", "row"),
        not_null={"dossier", "day", "carrier", "state", "handed_at"},
        if_not_exists=True,
    )
    database.table("deliveries").create_index(["day"], if_not_exists=True)
    database.execute(
        "create unique index if not exists a_result_is_with_one_carrier"
        " on deliveries (dossier) where state = 'handed_over'"
    )


def deliveries_of(database: Database, batch: str) -> list[DeliveryRecord]:
    """The rows of a batch's sheet."""
    return _found(database, "where batch = ? order by row", (batch,))


def deliveries_on(database: Database, day: str) -> list[DeliveryRecord]:
    """What left on that day, by batches."""
    return _found(database, "where deliveries.day = ? order by batch, row", (day,))


def deliveries_under_way(database: Database) -> list[DeliveryRecord]:
    """What is with a carrier now, longest away first."""
    return _found(database, "where deliveries.state = 'handed_over' order by handed_at", ())


def results_to_hand_over(database: Database) -> list[str]:
    """Dossiers whose result is ready and is to be brought home."""
    rows = database.execute(
        "select dossier from dossiers where state = 'finished' and return_by = 'post' and not"
        " exists (select 1 from deliveries where deliveries.dossier = dossiers.dossier"
        " and deliveries.state = 'handed_over') order by finished_at"
    )
    return [dossier for (dossier,) in rows]


def unreconciled_delivery(database: Database) -> str:
    """The first delivery that its dossier does not bear out, or empty."""
    wrong = database.execute(
        "select deliveries.dossier from deliveries join dossiers using (dossier)"
        " where (deliveries.state = 'handed_over' and dossiers.state = 'returned')"
        " or (done_at is null) != (deliveries.state = 'handed_over') limit 1"
    ).fetchone()
    return str(wrong[0]) if wrong else ""


def _found(database: Database, which: str, values: tuple[Any, ...]) -> list[DeliveryRecord]:
    names = DeliveryRecord.__struct_fields__
    rows = database.execute(
        f"select {_RECORD} from deliveries {which}",  # noqa: S608 - our own names
        values,
    )
    return [DeliveryRecord(**dict(zip(names, row, strict=True))) for row in rows]


def _asked(execute: Execute, event: events.DeliveryAsked, _day: str) -> None:
    _return_by(execute, event.dossier, "post")


def _called_off(execute: Execute, event: events.DeliveryCalledOff, _day: str) -> None:
    _return_by(execute, event.dossier, "counter")


def _return_by(execute: Execute, dossier: str, way: str) -> None:
    execute("update dossiers set return_by = ? where dossier = ?", (way, dossier))


def _handed(execute: Execute, event: events.HandedToCarrier, _day: str) -> None:
    execute(
        "insert into deliveries (batch, row, dossier, day, carrier, state, official, handed_at,"
        " procedure, department) select ?, ?, dossier, ?, ?, 'handed_over', ?, ?, procedure, department"
        " from dossiers where dossier = ?",
        (
            event.batch,
            event.row,
            event.day.isoformat(),
            event.carrier,
            event.official,
            event.at,
            event.dossier,
        ),
    )


def _delivered(execute: Execute, event: events.ResultDelivered, _day: str) -> None:
    _done(execute, event, "delivered", None)


def _came_back(execute: Execute, event: events.ResultCameBack, _day: str) -> None:
    _done(execute, event, "came_back", event.reason)


def _done(
    execute: Execute,
    event: events.ResultDelivered | events.ResultCameBack,
    state: str,
    reason: str | None,
) -> None:
    execute(
        "update deliveries set state = ?, done_at = ?, reason = ? where batch = ? and dossier = ?",
        (state, event.at, reason, event.batch, event.dossier),
    )


PROJECT_DELIVERIES: dict[type[events.Event], Callable[[Execute, Any, str], None]] = {
    events.DeliveryAsked: _asked,
    events.DeliveryCalledOff: _called_off,
    events.HandedToCarrier: _handed,
    events.ResultDelivered: _delivered,
    events.ResultCameBack: _came_back,
}
"""How each fact about deliveries is written into the ledger."""
