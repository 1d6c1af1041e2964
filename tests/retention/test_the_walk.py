"""Names and numbers that were fed in lie only where they may; and nowhere once their time is over."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from hallctl.applicants.applicant import Looker
from hallctl.appointments.visitor import Visitor
from hallctl.complaints.comments import Comment
from hallctl.complaints.words import Complainant
from hallctl.core import commands
from hallctl.core.permissions import Actor, Role
from hallctl.machine.clock import SystemClock
from hallctl.people import record
from hallctl.people.accounts import Account
from tests.applicants.people import DIEM
from tests.hall_clients import wish
from tests.retention.walking import files_with
from tests.verbs import said
from tests.web.hall_at_work import HallAtWork, granted
from tests.web.working_hall import FIVE_DAYS

YEARS_MS = 12 * 366 * 86_400_000
VISITOR = Visitor(name="Lê Hoàng Bảo Trân", phone="0911 222 333", email="bao.tran@example.vn")
COMPLAINANT = Complainant(name="Võ Minh Khôi", phone="0922 333 444", email="minh.khoi@example.vn")
COMMENT = "Tôi là Huỳnh Gia Hân, nhà số 88"
PASSWORD, PIN, BADGE = "mật khẩu rất dài 77", "493817", "BADGE-88123-LAN"
TYPED_BY_MISTAKE = "matkhau-go-nham-vao-o-ten"


class Later(SystemClock):
    """The machine's clock, moved on."""

    moved = 0

    def now(self) -> int:
        return super().now() + self.moved


@pytest.fixture
def clock() -> Later:
    return Later("Asia/Ho_Chi_Minh")


@pytest.fixture
def hall(tmp_path: Path, clock: Later) -> Iterator[HallAtWork]:
    hall = HallAtWork(tmp_path / "hall", clock)
    yield hall
    hall.close()


def fed_in(hall: HallAtWork) -> str:
    """Everybody whom a hall may come to know; gives the dossier."""
    admin = hall.open("1")
    dossier = str(granted_last(admin.ask(wish("ReceiveDossier", procedure=FIVE_DAYS)))["dossier"])
    kept = {name: getattr(DIEM, name) for name in DIEM.__struct_fields__}
    kept["birth_date"] = str(DIEM.birth_date)
    assert (
        hall.wire("counter-1").request("PUT", f"/api/dossiers/{dossier}/applicant", kept).status
        == 200
    )
    assembly, now = hall.assembly, hall.assembly.controller.now()
    booking = uuid4()
    assembly.kept.appointments.visitors.keep(booking, VISITOR, now)
    assembly.kept.appointments.visitors.booked(booking, "2026-11-30-001", Looker("web"))
    filed = commands.FileComplaint(command_id=uuid4(), about="other", digest="0" * 64)
    hall.wait_for(assembly.kept.complaints.file(filed, "Chờ quá lâu", COMPLAINANT))
    comment = Comment(
        visit="visit-1", number="A001", counter="1", official="Lan", result=1, attitude=1,
        words=COMMENT, written_at=now,
    )  # fmt: skip
    assembly.kept.comments.kept.keep(comment)
    registry = assembly.people.registry
    registry.add(Account(account="lan", name="Nguyễn Thị Lan Chi", role=Role.OFFICIAL), "t", now)
    registry.choose_password("lan", PASSWORD, now)
    registry.choose_pin("lan", PIN, "t", now)
    registry.give_badge("lan", BADGE, "t", now)
    form = f"account={TYPED_BY_MISTAKE}&password=x".encode()
    hall.wire_with("").request("POST", "/login", form)
    return dossier


def granted_last(reply: Any) -> dict[str, Any]:
    assert reply.status == 200, reply
    last: dict[str, Any] = reply.json["events"][-1]
    return last


def ended(hall: HallAtWork, dossier: str) -> None:
    counter = hall.wire("counter-1")
    for kind in ("ForwardDossier", "ProcessDossier", "FinishDossier", "ReturnDossier"):
        granted(counter.ask(wish(kind, dossier=dossier)))
    complaints = hall.assembly.controller.hall.complaints.every
    for complaint in list(complaints):
        refusal = commands.RefuseComplaint(
            command_id=uuid4(), complaint=complaint, reason="không thuộc thẩm quyền"
        )
        hall.wait_for(
            hall.assembly.kept.complaints.act(refusal, Actor("thanh-tra", Role.INSPECTOR))
        )


def test_names_and_numbers_lie_only_where_they_may_and_then_nowhere(
    hall: HallAtWork, clock: Later, caplog: pytest.LogCaptureFixture
) -> None:
    dossier = fed_in(hall)
    path = hall.directory.path
    said("checkpoint", path)
    applicant = (DIEM.name, DIEM.identity, DIEM.address, DIEM.phone, DIEM.email, DIEM.return_to)
    visitor = (VISITOR.name, VISITOR.phone, VISITOR.email)
    complainant = (COMPLAINANT.name, COMPLAINANT.phone, COMPLAINANT.email)
    may = {
        **dict.fromkeys(applicant, frozenset({"applicants.db"})),
        **dict.fromkeys(visitor, frozenset({"appointments.db"})),
        **dict.fromkeys(complainant, frozenset({"complaints.db"})),
        COMMENT: frozenset({"comments.db"}),
        **dict.fromkeys((PASSWORD, PIN, BADGE, TYPED_BY_MISTAKE), frozenset[str]()),
    }
    for fed, where in may.items():
        assert files_with(path, fed) == where, fed
    assert "Nguyễn Thị Lan Chi" not in (path / "hall.db").read_bytes().decode(errors="ignore")
    shown = [
        hall.wire().get(f"/api/views/{kind}").body.decode()
        for kind in ("kiosk", "board", "sign?counter=1", "pad?counter=1", "counter?counter=1")
    ]
    shown += [hall.wire_with("").get(one).body.decode() for one in ("/", "/today", "/metrics")]
    assert not any(fed in one for fed in may for one in (*shown, caplog.text))

    ended(hall, dossier)
    clock.moved = YEARS_MS
    hall.wait_for(hall.assembly.kept.sweeper.sweep("test"))
    for fed in (*applicant, *visitor, *complainant, COMMENT):
        assert files_with(path, fed) == set(), fed
    told = said("retention", "log", "--hall", path)
    assert "applicants: 1, 90 days after the end  by test" in told
    assert "complainants: 1" in told
    assert "visitors: 1" in told
    assert "lines of the record: " in told
    with hall.assembly.people.store.reading() as database:
        assert record.prove(database) > 0
    assert not any(fed in told for fed in may)
    assert json.loads(hall.wire().request("POST", "/api/retention", {}).body) == {"forgotten": []}
