"""What is set up is there a moment later, in the running hall, over real sockets; nothing begins again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hallctl.settings import read_hall
from hallctl.settings.changing.editing import HallFile
from tests.hall_clients import wish
from tests.site.conftest import staffed
from tests.site.keeper import Keeper
from tests.web.hall_at_work import HallAtWork, granted


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[HallAtWork]:
    """A commune's hall on a working day at twenty to ten, open."""
    with staffed(tmp_path / "hall") as hall:
        hall.open()
        yield hall


def names(view: dict[str, Any]) -> list[str]:
    return [one["name"]["vi"] for one in view["services"]]


def test_a_counter_is_added_at_ten_and_calls_whoever_waits(
    hall: HallAtWork, keeper: Keeper
) -> None:
    admin = hall.wire()
    number = granted(admin.ask(wish("IssueTicket", service="civil-status")))["number"]
    panel = hall.listen("view=counter&counter=1", hall.token("counter-1"))
    assert keeper.save("", "counter", counter="77", services="civil-status").status == 303
    panel.view_where(lambda view: "77" in view["counters"])
    granted(admin.ask(wish("OpenCounter", counter="77", official="Bà Bảy")))
    assert granted(admin.ask(wish("CallNext", counter="77")))["number"] == number


def test_a_service_is_renamed_and_every_screen_says_so_at_once(
    hall: HallAtWork, keeper: Keeper
) -> None:
    kiosk = hall.listen("view=kiosk", hall.token("kiosk-1"))
    board = hall.listen("view=board")
    first = read_hall(hall.directory.path).plan.services[0]
    fields = {"letter": first.letter, "vi": "Tên mới", "icon": first.icon}
    keeper.save("", "service", first.service, service=first.service, **fields)
    for screen in (kiosk, board):
        screen.view_where(lambda view: "Tên mới" in names(view))
    assert keeper.undo().status == 303
    for screen in (kiosk, board):
        screen.view_where(lambda view: first.name.vi in names(view))


def test_a_board_follows_when_its_zone_changes(hall: HallAtWork, keeper: Keeper) -> None:
    plan = read_hall(hall.directory.path).plan
    board = hall.listen("view=board", hall.token("board-1"))
    board.view_where(lambda view: view["zone"] == "" and len(view["services"]) > 1)
    fields = {"zone": "tang-2", "name_vi": "Tầng hai", "services": plan.services[0].service}
    assert keeper.save("boards", "zone", **fields, boards="board-1").status == 303
    shown = board.view_where(lambda view: view["zone"] == "tang-2")
    assert shown["zone_name"]["vi"] == "Tầng hai"
    assert [one["service"] for one in shown["services"]] == [plan.services[0].service]
    assert keeper.remove("boards", "zone", "tang-2").status == 303
    board.view_where(lambda view: view["zone"] == "" and len(view["services"]) > 1)


def test_nothing_is_taken_from_under_those_who_wait_or_serve(
    hall: HallAtWork, keeper: Keeper
) -> None:
    admin, path = hall.wire(), hall.directory.path
    keeper.save("", "counter", counter="77", services="civil-status")
    fields = {"letter": "X", "vi": "Việc mới", "icon": "file-text"}
    places = {"with_counters": "1", "counters": "1"}
    new = keeper.save("", "service", service="moi", **fields, **places)
    assert new.status == 303, "a service comes with the counter that serves it"
    granted(admin.ask(wish("IssueTicket", service="moi")))
    granted(admin.ask(wish("OpenCounter", counter="77", official="Bà Bảy", services=["moi"])))
    before = (path / "hall.toml").read_text()
    refused = keeper.remove("", "service", "moi")
    assert refused.status == 422
    assert "đang có 1 người trong trung tâm giữ số của lĩnh vực này" in refused.text
    refused = keeper.remove("", "counter", "77")
    assert refused.status == 422
    assert "Bà Bảy" in refused.text
    assert "đóng quầy trước, rồi hãy bỏ" in refused.text
    assert (path / "hall.toml").read_text() == before
    granted(admin.ask(wish("CallNext", counter="77")))
    granted(admin.ask(wish("FinishVisit", counter="77")))
    granted(admin.ask(wish("CloseCounter", counter="77")))
    assert keeper.remove("", "service", "moi").status == 303
    assert keeper.remove("", "counter", "77").status == 303
    assert admin.ask(wish("IssueTicket", service="moi")).json["refused"] == "unknown_service"


def test_an_open_counter_serves_what_it_is_given(hall: HallAtWork, keeper: Keeper) -> None:
    admin = hall.wire()
    keeper.save("", "counter", counter="77", services="civil-status")
    granted(admin.ask(wish("OpenCounter", counter="77", official="Bà Bảy")))
    number = granted(admin.ask(wish("IssueTicket", service="land")))["number"]
    assert admin.ask(wish("CallNext", counter="77")).json["refused"] == "nobody_waiting"
    keeper.save("", "counter", "77", counter="77", services="land")
    assert granted(admin.ask(wish("CallNext", counter="77")))["number"] == number


def test_a_station_comes_and_goes_with_its_line(hall: HallAtWork, keeper: Keeper) -> None:
    fields = {"name": "kiosk-9", "role": "kiosk", "printer": "simulate"}
    assert keeper.save("", "station", **fields).status == 303
    token = hall.token("kiosk-9")
    kiosk = hall.listen("view=kiosk", token)
    kiosk.view_where(lambda view: bool(view["services"]))
    ticket = granted(hall.wire_with(token).ask(wish("IssueTicket", service="land")))["ticket"]
    refused = keeper.remove("", "station", "kiosk-9")
    assert "còn 1 phiếu phải in ở đó" in refused.text, "nothing that waits for paper is lost"
    granted(hall.wire_with(token).ask(wish("ConfirmPrinted", ticket=ticket)))
    assert keeper.remove("", "station", "kiosk-9").status == 303
    assert hall.wire_with(token).get("/api/views/kiosk").status == 401
    with pytest.raises(ConnectionError):
        kiosk.view_where(lambda _view: False)


def test_a_hand_that_edits_the_file_is_followed_too(hall: HallAtWork, keeper: Keeper) -> None:
    path = hall.directory.path / "hall.toml"
    kiosk = hall.listen("view=kiosk", hall.token("kiosk-1"))
    first = read_hall(hall.directory.path).plan.services[0].name.vi
    draft = path.with_suffix(".mine")
    draft.write_text(path.read_text().replace(f'"{first}"', '"Viết tay"', 1))
    draft.replace(path)
    kiosk.view_where(lambda view: "Viết tay" in names(view))


def test_what_must_wait_says_so_and_why(hall: HallAtWork, keeper: Keeper) -> None:
    file = HallFile(hall.directory.path)
    text = file.with_table("server", {"port": 8099})
    (hall.directory.path / "hall.toml").write_text(text)
    told = keeper.get("/setup").text
    assert "Địa chỉ, cổng hoặc TLS: máy chủ đang nghe ở địa chỉ cũ" in told
    assert 'value="begin_again"' in told


def test_many_changes_and_many_citizens_lose_no_number(hall: HallAtWork, keeper: Keeper) -> None:
    """Tickets are asked for all the while; each is answered once, whatever the plan says then."""
    wires = [hall.wire() for _ in range(4)]
    numbers: list[str] = []
    for turn in range(6):
        for wire in wires:
            wire.send(wish("IssueTicket", service="civil-status"))
        keeper.save("rules", "rules", target_minutes=str(10 + turn), rating_minutes="30")
        numbers += [str(granted(wire.reply())["number"]) for wire in wires]
    assert sorted(numbers) == [f"A{serial:03}" for serial in range(1, 25)]
    waiting = hall.wire().get("/api/views/board").json["counts"]["waiting"]
    assert waiting == 24
