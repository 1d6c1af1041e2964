"""A dossier from the citizen's card to the result in hand: by the rules alone, and on screens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.stories.desk_told import DeskDay, told_by


@pytest.fixture(params=["rules", pytest.param("screens", marks=pytest.mark.screens)])
def desk(
    request: pytest.FixtureRequest,
    qapp: QGuiApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[DeskDay]:
    """A counter with a printer, free."""
    with told_by(request.param, tmp_path, monkeypatch) as day:
        yield day


def test_a_dossier_is_received_followed_and_returned(desk: DeskDay) -> None:
    assert desk.citizen_is_called() == "A001"
    code = desk.receives()
    assert code.endswith("-0001")
    assert desk.receipts() == 1
    assert desk.scans(code) == "received"
    assert {"forward", "take_up", "request_supplement", "finish", "reappoint"} <= desk.offers()
    assert "return" not in desk.offers()
    assert desk.does("forward") == "forwarded"
    assert desk.does("take_up") == "processing"
    assert desk.does("request_supplement") == "awaiting_supplement"
    assert desk.offers() == {"resume", "refuse", "withdraw", "stop"}
    assert desk.does("resume") == "processing"
    assert desk.does("finish") == "finished"
    assert desk.not_collected() == 1
    assert desk.scans(code) == "finished"
    assert desk.offers() == {"return"}
    assert desk.does("return") == "returned"
    assert desk.offers() == set()
    assert desk.not_collected() == 0


def test_the_applicant_is_kept_for_the_dossier(desk: DeskDay) -> None:
    desk.citizen_is_called()
    code = desk.receives()
    assert desk.whose(code) == "Nguyễn Thị Ngọc Diễm"


def test_two_dossiers_of_one_visit_have_two_codes_and_two_receipts(desk: DeskDay) -> None:
    desk.citizen_is_called()
    codes = [desk.receives(), desk.receives()]
    assert [code[-4:] for code in codes] == ["0001", "0002"]
    assert desk.receipts() == 2


def test_a_dossier_sent_to_a_hall_that_is_away_is_received_once(desk: DeskDay) -> None:
    desk.citizen_is_called()
    code = desk.receives_while_the_hall_is_away()
    assert code.endswith("-0001")
    assert desk.receives().endswith("-0002"), "nothing was received in between"
    assert desk.receipts() == 2
    assert desk.whose(code) == "Nguyễn Thị Ngọc Diễm"


def test_the_citizen_follows_it_at_the_kiosk(desk: DeskDay) -> None:
    desk.citizen_is_called()
    code = desk.receives()
    assert desk.at_the_kiosk(code) == "received"
    desk.scans(code)
    desk.does("finish")
    assert desk.at_the_kiosk(code) == "finished"


def test_a_sealed_day_stays_what_it_was_and_a_correction_stands_beside_it(desk: DeskDay) -> None:
    desk.citizen_is_called()
    codes = [desk.receives(), desk.receives()]
    desk.the_day_passes()
    assert desk.received() == (2, 2)
    desk.strikes(codes[0])
    assert desk.received() == (2, 1)


def test_couriers_take_it_to_its_department_and_bring_its_result(desk: DeskDay) -> None:
    desk.citizen_is_called()
    code = desk.receives()
    assert desk.couriers_take(code) == "forwarded"
    assert desk.couriers_bring_the_result(code) == "finished"


def test_a_fee_is_charged_and_paid_and_stands_in_the_day_s_list(desk: DeskDay) -> None:
    desk.citizen_is_called()
    assert desk.pays(desk.receives(), 16_000) == 16_000
