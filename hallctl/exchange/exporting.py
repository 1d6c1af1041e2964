"""The hall's dossiers in the other system's columns and words."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from hallctl.exchange.mapping import EXPORTED, TIMES, Mapping
from hallctl.exchange.rows import Row
from hallctl.ledger.period import Period


def exported(
    ledger: Database, period: Period, mapping: Mapping, links: dict[str, str], timezone: str
) -> list[Row]:
    """The dossiers received in the period, in order; their code where they came from there."""
    ours = [column for column in EXPORTED if column != "code"]
    rows = ledger.execute(
        f"select {', '.join(ours)} from dossiers"  # noqa: S608 - our own names
        " where state != 'struck' and day between ? and ? order by complete_at, serial",
        (period.first.isoformat(), period.last.isoformat()),
    )
    codes, zone = {own: code for code, own in links.items()}, ZoneInfo(timezone)
    found: list[Row] = []
    for row in rows:
        told = dict(zip(ours, row, strict=True))
        told["code"] = codes.get(told["dossier"], "")
        found.append(
            {
                theirs: _said(column, told[column], mapping, zone)
                for column, theirs in mapping.columns.items()
                if column in told
            }
        )
    return found


def _said(column: str, value: object, mapping: Mapping, zone: ZoneInfo) -> str:
    if value is None:
        return ""
    if column in TIMES and isinstance(value, int):
        return (
            datetime.fromtimestamp(value / 1000, UTC).astimezone(zone).strftime(mapping.time_format)
        )
    return mapping.theirs(column, str(value))
