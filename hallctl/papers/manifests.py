"""A run's manifests, one a department: as PDF for the folder and as a slip for the courier."""

from collections.abc import Sequence
from datetime import date

from hallctl.core.dossier_time import wall_clock
from hallctl.core.plan import Plan, Words
from hallctl.core.slips.manifest_paper import ManifestSlip
from hallctl.forms.hall_lists import Column, Fact, HallList
from hallctl.ledger.runs.run_reading import RunItemRecord, RunRecord
from hallctl.papers.words import NUMBER, RECEIVED_BY, SIGN_HERE, clock, name_of, shortened

TITLE = Words("Bảng kê giao nhận hồ sơ", "Manifest of dossiers")
DEPARTMENT = Words("Cơ quan", "Department")
RUN = Words("Chuyến", "Run")
LEAVES = Words("Giờ đi", "Leaves")
IN_BY = Words("Nhận đủ trước", "All in by")
CODE = Words("Mã hồ sơ", "Dossier")
PROCEDURE = Words("Thủ tục", "Procedure")
WAY = Words("Chiều", "Way")
DUE = Words("Hẹn trả", "Due")
WHERE = Words("Tình trạng", "Where it is")
OUT, BACK = Words("Đi", "Out"), Words("Về", "Back")
GIVEN_BY = Words("Bên giao", "Handed over by")
COURIER = Words("Người chuyển", "Courier")
TOTAL = Words("{out} hồ sơ đi, {back} hồ sơ về", "{out} out, {back} back")
EMPTY = Words("Không có hồ sơ", "No dossiers")
STATES = {
    "on_its_way": Words("Đang chuyển", "On its way"),
    "in": Words("Đã nhận {}", "In {}"),
    "missing": Words("Thất lạc", "Missing"),
}


def departments_on(items: Sequence[RunItemRecord]) -> list[str]:
    """The departments that have a manifest on the run, in the order of their first rows."""
    return list(dict.fromkeys(item.department for item in items))


def manifest_list(
    plan: Plan, run: RunRecord, items: Sequence[RunItemRecord], department: str, language: str
) -> HallList:
    """The manifest for one department; ``items`` are all rows of the run."""
    rows = [item for item in items if item.department == department]
    out = sum(item.direction == "out" for item in rows)
    total = TOTAL.spoken_in(language).format(out=out, back=len(rows) - out)
    facts = {
        DEPARTMENT: plan.department_name(department).spoken_in(language),
        RUN: f"{run.trip} ({run.run})",
        LEAVES: clock(run.leaves_at, plan),
        IN_BY: clock(run.due_at, plan),
    }
    heads = {CODE: 72, PROCEDURE: 50, WAY: 13, DUE: 22, WHERE: 27}
    return HallList(
        authority=plan.authority.spoken_in(language),
        hall=plan.hall.spoken_in(language),
        issued=date.fromisoformat(run.day),
        title=TITLE.spoken_in(language),
        facts=tuple(Fact(label.spoken_in(language), said) for label, said in facts.items()),
        columns=(
            Column(NUMBER.spoken_in(language), 10, "number"),
            *(
                Column(head.spoken_in(language), share, "barcode" if head is CODE else "text")
                for head, share in heads.items()
            ),
        ),
        rows=tuple(_row(plan, item, language) for item in rows),
        empty=EMPTY.spoken_in(language),
        note=total,
        signers=tuple(one.spoken_in(language) for one in (GIVEN_BY, COURIER, RECEIVED_BY)),
        sign_here=SIGN_HERE.spoken_in(language),
    )


def manifest_slip(
    plan: Plan, run: RunRecord, items: Sequence[RunItemRecord], department: str
) -> ManifestSlip:
    """What the slip for one department says."""
    codes: dict[str, list[str]] = {"out": [], "back": []}
    for item in items:
        if item.department == department:
            codes[item.direction].append(item.dossier)
    return ManifestSlip(
        hall=plan.hall,
        run=run.run,
        trip=run.trip,
        department=plan.department_name(department),
        leaves=wall_clock(run.leaves_at, plan.timezone),
        due=wall_clock(run.due_at, plan.timezone),
        out=tuple(codes["out"]),
        back=tuple(codes["back"]),
    )


def _row(plan: Plan, item: RunItemRecord, language: str) -> tuple[str, ...]:
    at = clock(item.in_at, plan) if item.in_at else ""
    return (
        str(item.row),
        item.dossier,
        shortened(name_of(item.procedure, plan)),
        (OUT if item.direction == "out" else BACK).spoken_in(language),
        clock(item.due_at, plan),
        STATES[item.state].spoken_in(language).format(at),
    )
