"""A procedure's list at the kiosk: asked for, printed once, with the promises of tickets."""

import pytest

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.catalogue import Elsewhere, Fee, Offer, Procedure
from hallctl.core.deadlines import Term
from hallctl.core.drawing import Artist
from hallctl.core.drawing.slip_drawing import SlipArtist
from hallctl.core.paper import QrCode
from hallctl.core.permissions import Actor, Role
from hallctl.core.refusals import Refusal
from hallctl.core.slips.procedure_paper import procedure_paper
from tests.core.one_day import KIOSK, PLAN, OneDay, link_to, replayed, wish

CODE = "1.000002"
SILENT = Actor("kiosk-9", Role.KIOSK)


def page_of(procedure: str) -> str:
    return f"http://hall/procedures/{procedure}"


def slips_of(day: OneDay) -> SlipArtist:
    return SlipArtist(day.hall, day.plan, link_to, page_of)


def order(day: OneDay, code: str = CODE, **more: str) -> events.SlipOrdered:
    (ordered,) = day.do(wish(c.PrintProcedure, procedure=code, **more), KIOSK)
    assert isinstance(ordered, events.SlipOrdered)
    return ordered


def slips(day: OneDay, station: str = KIOSK.name) -> list[str]:
    artist = Artist(day.hall, day.plan, link_to, slips=slips_of(day))
    return [job.slip for job in artist.kiosk(day.at, station).slips]


def test_the_list_waits_in_the_asking_kiosk_s_view_until_it_is_on_paper(day: OneDay) -> None:
    slip = order(day).slip
    assert slips(day) == [slip]
    assert slips(day, "kiosk-2") == slips(day, "") == []
    day.do(wish(c.ReportSlip, slip=slip, fault="paper_out"), KIOSK)
    assert slips(day) == [slip]
    day.do(wish(c.ConfirmSlip, slip=slip), KIOSK)
    assert slips(day) == []


def test_the_hall_need_not_be_open(day: OneDay) -> None:
    assert order(day).procedure == CODE


def test_pressed_twice_it_is_printed_once(day: OneDay) -> None:
    slip = order(day).slip
    again = day.refusal(wish(c.PrintProcedure, procedure=CODE), KIOSK)
    assert again is not None
    assert again.refusal is Refusal.SLIP_WAITS
    day.do(wish(c.ConfirmSlip, slip=slip), KIOSK)
    assert order(day).slip != slip


@pytest.mark.parametrize(
    ("code", "actor", "refusal"),
    [
        ("9.999999", KIOSK, Refusal.UNKNOWN_PROCEDURE),
        (CODE, SILENT, Refusal.NO_PRINTER),
        (CODE, Actor("pad-1", Role.PAD), Refusal.NOT_ALLOWED),
    ],
)
def test_what_can_t_be_printed_is_refused(
    day: OneDay, code: str, actor: Actor, refusal: Refusal
) -> None:
    refused = day.refusal(wish(c.PrintProcedure, procedure=code), actor)
    assert refused is not None
    assert refused.refusal is refusal


def test_another_kiosk_can_t_say_that_it_is_printed(day: OneDay) -> None:
    slip = order(day).slip
    other = Actor("kiosk-2", Role.KIOSK, prints=True)
    refused = day.refusal(wish(c.ConfirmSlip, slip=slip), other)
    assert refused is not None
    assert refused.refusal is Refusal.NOT_ALLOWED


def test_a_waiting_list_survives_a_restart(day: OneDay) -> None:
    slip = order(day).slip
    assert list(replayed(day.facts).slips) == [slip]


def said(procedure: Procedure, language: str, link: str = "") -> list[str]:
    blocks = procedure_paper(procedure, PLAN, link, language).blocks
    return [block.text for block in blocks if hasattr(block, "text")]


LAND = Procedure(
    procedure="1.012784",
    name="Tách thửa đất",
    service="land",
    offers={
        "counter": Offer(Term(15), Fee(50_000)),
        "online": Offer(Term(7, "calendar_day"), Fee(0)),
        "post": Offer(None, Fee(3)),
    },
)


def test_the_list_tells_ways_time_fee_and_place_in_the_citizen_s_language() -> None:
    vietnamese, english = said(LAND, "vi"), said(LAND, "en")
    assert "Tại quầy: 15 ngày làm việc, 50.000 đ" in vietnamese
    assert "Trực tuyến: 7 ngày, không mất phí" in vietnamese
    assert "Qua bưu điện: lệ phí: hỏi tại quầy" in vietnamese
    assert "Nộp tại đây: lấy số B – Đất đai" in vietnamese
    assert "At the counter: 15 working days, 50,000 đ" in english
    assert any(line.startswith("Hand it in here: take a number B – ") for line in english)


def test_what_is_handled_elsewhere_says_where() -> None:
    elsewhere = Procedure(procedure="1", name="Hộ chiếu", elsewhere=Elsewhere("Công an tỉnh"))
    assert "Không nhận ở đây. Nộp tại: Công an tỉnh" in said(elsewhere, "vi")


def test_the_fifteen_o_clock_rule_is_told() -> None:
    same_day = Procedure(procedure="1", name="Sao y", has_cut_off=True, offers={"counter": Offer()})
    told = said(same_day, "vi")
    assert "Tại quầy: trong ngày, lệ phí: hỏi tại quầy" in told
    assert "Nộp sau 15:00 thì trả vào ngày làm việc tiếp theo." in told


def test_the_code_leads_to_the_procedure_s_own_page(day: OneDay) -> None:
    order(day)
    artist = Artist(day.hall, day.plan, link_to, slips=slips_of(day))
    (job,) = artist.kiosk(day.at, KIOSK.name).slips
    codes = [block.text for block in job.document.blocks if isinstance(block, QrCode)]
    assert codes == [page_of(CODE)]


def test_the_papers_that_the_hall_lists_are_on_the_list_in_place_of_asking() -> None:
    listed = Procedure(procedure="1", name="Khai sinh", papers=("Tờ khai", "Giấy chứng sinh"))
    told = said(listed, "vi")
    assert told[told.index("Giấy tờ cần có") + 1 :][:2] == ["1. Tờ khai", "2. Giấy chứng sinh"]
    assert not any("xin hỏi cán bộ" in line for line in told)
    assert any("xin hỏi cán bộ" in line for line in said(LAND, "vi"))
