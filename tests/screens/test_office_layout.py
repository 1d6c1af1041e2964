"""The pages behind the counter at their sizes, in both languages: nothing cut, nothing over another."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from tests.fakes.sample_views import counter_view
from tests.screens.desk_samples import APPLICANT, found
from tests.screens.office_samples import (
    ALARM,
    OFFICE,
    day_fees,
    deliveries,
    fees,
    rows,
    runs,
    slip,
)
from tests.screens.test_counter_layout import DESK, HAND, LARGE_DESK
from tests.screens.test_desk_layout import DeskCamera, camera_on

pytestmark = pytest.mark.screens

LOOKS = [(DESK, "vi", 2), (HAND, "en", 2), (LARGE_DESK, "vi", 0)]
"""The largest letters where they are narrowest, and the normal ones where most is shown."""


def queue(camera: DeskCamera) -> None:
    for name, office in (("office", OFFICE), ("alarm", ALARM)):
        camera.link.show(counter_view(office=office))
        camera.in_every_part(f"queue-{name}", "face_tab")


def courier_runs(camera: DeskCamera) -> None:
    desk = camera.desk
    desk.go("runs")
    camera.look("runs-asking")
    camera.link.say(200, runs(long=True, missing=3))
    camera.link.say(200, rows(14))
    tabs = ("run_trips_tab", "run_bench_tab", "run_papers_tab")
    desk.scan("H15.50.05.13-261120-0001")
    camera.link.grant()
    camera.link.say(200, runs(long=True))
    camera.link.say(200, rows(14))
    desk.scan("H15.50.05.13-261120-0002")
    camera.link.refuse("on_another_run", dossier="H15.50.05.13-261120-0002", run="2026-11-20-1")
    camera.in_every_part("runs", *tabs)
    desk.runs.close_run()
    camera.in_every_part("runs-closing", *tabs)
    desk.runs.cancel()
    for part in ("rows_tab", "missing_tab"):
        camera.press_tab(part)
        camera.look(f"runs-{part}")


def no_runs(camera: DeskCamera) -> None:
    camera.desk.go("runs")
    empty = runs()
    camera.link.say(200, empty | {"runs": [], "trips": [], "next_leaves_at": None})
    camera.in_every_part("runs-none", "run_trips_tab", "run_bench_tab", "run_papers_tab")


def day(camera: DeskCamera) -> None:
    camera.desk.go("fees")
    camera.look("fees-asking")
    camera.link.say(200, day_fees(long=True))
    for key in ("procedure", "official"):
        camera.desk.day_fees.choose(key)
        camera.in_every_part(f"fees-{key}", "fees_sums_tab", "fees_payments_tab")


def brought_home(camera: DeskCamera) -> None:
    camera.desk.go("deliveries")
    camera.link.say(200, deliveries(long=True))
    tabs = tuple(f"deliveries_{one}_tab" for one in ("ready", "under_way", "batches"))
    camera.in_every_part("deliveries", *tabs)
    camera.desk.deliveries.choose("H15.50.05.13-261118-0001")
    camera.in_every_part("deliveries-chosen", *tabs)
    camera.link.show(counter_view(office=OFFICE, journal_number=9))


def dossier_fees(camera: DeskCamera) -> None:
    camera.open(found(long=True))
    camera.press_tab("fees_tab")
    camera.link.say(200, fees(long=True))
    camera.look("dossier-fees")
    camera.desk.opened.fees.choose(1)
    camera.look("dossier-fee-chosen")
    for form in ("correct", "cancel", "other"):
        camera.desk.opened.fees.begin(form)
        camera.look(f"dossier-fee-{form}")
    camera.desk.opened.fees.show_code()
    camera.desk.opened.fees.begin("")
    camera.desk.opened.fees.show_code()
    camera.link.say(200, slip())
    camera.link.say(200, slip())
    camera.look("dossier-fee-code")


def dossier_delivery(camera: DeskCamera) -> None:
    for state in ("", "asked", "handed_over", "delivered"):
        document = found(long=True)
        document["desk"] |= {"delivery": state, "carrier": "VNPost", "batch": "2026-11-20-P1"}
        camera.open(document)
        camera.press_tab("delivery_tab")
        camera.look(f"dossier-delivery-{state or 'none'}")
        camera.desk.opened.delivery.choose("came_back")
        camera.look(f"dossier-delivery-{state or 'none'}-reason")


def others(camera: DeskCamera) -> None:
    camera.open(found(long=True))
    if camera.is_in_a_hand:
        camera.press_tab("person_tab")
    camera.desk.opened.whose.show()
    camera.link.say(200, {"applicant": APPLICANT})
    camera.look("person-with-more")
    camera.desk.opened.whose.find_others()
    name = {"vi": "Đăng ký biến động quyền sử dụng đất", "en": "Land"}
    other = {"procedure_name": name, "state": "awaiting_supplement", "due_at": 1_795_000_000_000}
    lines = [{"dossier": f"H15.50.05.13-26111{n}-0001", **other} for n in range(6)]
    camera.link.say(200, {"dossiers": lines})
    camera.look("person-others")


SCENES: list[Callable[[DeskCamera], None]] = [
    queue,
    courier_runs,
    no_runs,
    day,
    brought_home,
    dossier_fees,
    dossier_delivery,
    others,
]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0].width()}-{look[1]}-{look[2]}")
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_every_page_behind_the_counter_is_whole(
    qtbot: QtBot, scene: Callable[[DeskCamera], None], look: tuple[QSize, str, int]
) -> None:
    size, language, steps = look
    with camera_on(size, language, steps) as camera:
        camera.link.show(counter_view(office=OFFICE))
        scene(camera)
    assert camera.faults == {}
