"""Figures of dossiers as a table to read, as CSV, and as JSON."""

import csv
import io
from collections.abc import Sequence

import msgspec

from hallctl.ledger.dossiers.dossier_counts import NO_SHARE, DossierFigures, share

COLUMNS: dict[str, str] = {
    "carried_over": "carried over",
    "received": "received",
    "finished_early": "early",
    "finished_on_time": "on time",
    "finished_late": "late",
    "in_process_in_time": "in time",
    "in_process_overdue": "overdue",
    "awaiting_supplement": "awaiting",
    "refused": "refused",
    "withdrawn": "withdrawn",
    "stopped": "stopped",
    "returned": "returned",
    "in_time_share": "in time %",
    "early_share": "early %",
    "late_share": "late %",
}
"""Field or share of the figures, and how the table's head says it."""

Cells = list[str]


def as_table(by: str, lines: Sequence[DossierFigures], total: DossierFigures) -> str:
    """Columns side by side, the total last."""
    rows = [[by, *COLUMNS.values()], *(_cells(one) for one in lines), _cells(total, "total")]
    return side_by_side(rows)


def side_by_side(rows: Sequence[Cells], left: int = 1) -> str:
    """Rows of cells in columns, the first ``left`` of them to the left."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return "\n".join(_line(row, widths, left) for row in rows)


def as_published(total: DossierFigures, online: int) -> str:
    """The total in sentences, in the form in which halls publish it."""
    in_time = total.finished_early + total.finished_on_time
    in_process = total.in_process_in_time + total.in_process_overdue
    ended = total.refused + total.withdrawn + total.stopped
    return (
        f"{total.received:,} received, {online:,} of them online"
        f" ({_percent(share(online, total.received))})\n"
        f"{total.finished:,} finished: {in_time:,} early or on time ({_percent(total.in_time_share)}),"
        f" {total.finished_early:,} of them early ({_percent(total.early_share)});"
        f" {total.finished_late:,} late ({_percent(total.late_share)})\n"
        f"{in_process:,} in process, {total.in_process_overdue:,} of them overdue;"
        f" {total.awaiting_supplement:,} awaiting a supplement;"
        f" {ended:,} refused, withdrawn or stopped"
    )


def _percent(share: str) -> str:
    return share if share == NO_SHARE else f"{share} %"


def as_csv(by: str, lines: Sequence[DossierFigures], total: DossierFigures) -> str:
    """One line a key, the total last; a share of nothing is empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([by, *COLUMNS])
    for row in (*(_cells(one) for one in lines), _cells(total, "total")):
        writer.writerow("" if cell == "—" else cell for cell in row)
    return out.getvalue().rstrip("\n")


def as_object(figures: DossierFigures) -> dict[str, object]:
    """The figures, their shares, and whether they reconcile, for JSON."""
    shares = {name: getattr(figures, name) for name in COLUMNS if name.endswith("_share")}
    own = msgspec.structs.asdict(figures)
    return {**own, "finished": figures.finished, **shares, "reconciles": figures.reconciles}


def _cells(figures: DossierFigures, key: str = "") -> Cells:
    return [key or figures.key or "–", *(str(getattr(figures, name)) for name in COLUMNS)]


def _line(row: Cells, widths: Sequence[int], left: int) -> str:
    cells = list(zip(row, widths, strict=True))
    first = (cell.ljust(width) for cell, width in cells[:left])
    return "  ".join([*first, *(cell.rjust(width) for cell, width in cells[left:])]).rstrip()
