"""A run's manifest for one department as a slip: every dossier with its barcode, to be scanned in."""

from datetime import datetime

import msgspec

from hallctl.core.dossier_time import wall_clock
from hallctl.core.hall import Hall, Slip
from hallctl.core.paper import Barcode, Document, Pair, Rule, Space, Text
from hallctl.core.plan import Plan, Words
from hallctl.core.slips.receipt_paper import minute

MANIFEST = Words("Bảng kê hồ sơ", "Manifest")
TRIP = Words("Chuyến {}", "Trip {}")
LEAVES = Words("Giờ đi", "Leaves")
IN_BY = Words("Nhận đủ trước", "All in by")
OUT = Words("Giao cho cơ quan: {}", "To the department: {}")
BACK = Words("Mang về trung tâm: {}", "Back to the hall: {}")
GIVER = Words("Người giao", "Handed over by")
TAKER = Words("Người nhận", "Received by")
RUN_OVER = Words(
    "Chuyến {} đã kết thúc, đã nhận đủ hồ sơ.", "Run {} is over and everything has arrived."
)
ROOM_TO_SIGN = 90
"""Rows of dots for a pen."""


class ManifestSlip(msgspec.Struct, frozen=True, kw_only=True):
    """What the slip says; times are the hall's local wall clock, ``out`` and ``back`` codes."""

    hall: Words
    run: str
    trip: int
    department: Words
    leaves: datetime
    due: datetime
    out: tuple[str, ...]
    back: tuple[str, ...]


def manifest_paper(slip: ManifestSlip, language: str) -> Document:
    """The manifest in the officials' language, for the counter's slip printer."""
    return Document(
        (
            Text(slip.hall.spoken_in(language), "normal", "bold"),
            Rule(),
            Text(MANIFEST.spoken_in(language), "large", "bold"),
            Text(slip.department.spoken_in(language), "normal", "bold"),
            Text(f"{TRIP.spoken_in(language).format(slip.trip)} · {slip.run}"),
            Space(10),
            Pair(LEAVES.spoken_in(language), minute(slip.leaves, language)),
            Pair(IN_BY.spoken_in(language), minute(slip.due, language)),
            *_listed(OUT.spoken_in(language), slip.out),
            *_listed(BACK.spoken_in(language), slip.back),
            Rule(),
            Text(GIVER.spoken_in(language), align="left"),
            Space(ROOM_TO_SIGN),
            Text(TAKER.spoken_in(language), align="left"),
            Space(ROOM_TO_SIGN),
        )
    )


def run_manifest_paper(hall: Hall, plan: Plan, slip: Slip) -> Document:
    """The manifest that a slip brings, as the run stands now.

    A run that is over and whole is forgotten with its day: what waits for paper until then says so.
    """
    run = hall.runs.every.get(slip.run)
    if run is None:
        over = RUN_OVER.spoken_in(slip.language).format(slip.run)
        return Document((Text(plan.hall.spoken_in(slip.language)), Rule(), Text(over)))
    rows = [item for item in run.items if item.department == slip.department]
    manifest = ManifestSlip(
        hall=plan.hall,
        run=run.run,
        trip=run.trip,
        department=plan.department_name(slip.department),
        leaves=wall_clock(run.leaves_at, plan.timezone),
        due=wall_clock(run.due_at, plan.timezone),
        out=tuple(item.dossier for item in rows if item.direction == "out"),
        back=tuple(item.dossier for item in rows if item.direction == "back"),
    )
    return manifest_paper(manifest, slip.language)


def _listed(head: str, codes: tuple[str, ...]) -> tuple[Rule | Text | Barcode | Space, ...]:
    if not codes:
        return ()
    rows: list[Rule | Text | Barcode | Space] = [
        Rule(),
        Text(head.format(len(codes)), "normal", "bold"),
    ]
    for code in codes:
        rows += [Space(14), Barcode(code, code)]
    return tuple(rows)
