"""The list of a procedure on paper, from the kiosk's page of it."""

from pathlib import Path

import msgspec
import pytest

from hallctl.core.commands import PrintProcedure
from hallctl.core.paper import Document, Text
from hallctl.core.views import SlipJob
from hallctl.station.printing.print_job import jobs_of
from kiosk.view_model import KioskViewModel
from tests.screens.conftest import OpenKiosk
from tests.screens.item_tree import named
from tests.screens.kiosk_cells import SIZES, prefer
from tests.screens.kiosk_samples import kiosk_view
from tests.screens.layout_lint import layout_faults
from tests.screens.procedure_samples import LONGEST_NAME, SAME_DAY, open_page
from tests.screens.touching import keep_picture, settle, touch

pytestmark = pytest.mark.screens
PRINTING = msgspec.structs.replace(kiosk_view(), printer="simulate")
LIST = SlipJob(
    slip="1.000419-procedure-7",
    kind="procedure",
    dossier="",
    station="kiosk-1",
    fault="",
    document=Document((Text("Thủ tục"),)),
)


@pytest.mark.parametrize("size", ["portrait", "landscape"])
@pytest.mark.parametrize(("language", "step"), [("vi", 0), ("en", 2)])
def test_the_page_is_whole_with_its_print_button(
    open_sample: OpenKiosk, size: str, language: str, step: int, tmp_path: Path
) -> None:
    screen, link = open_sample(SIZES[size])
    kiosk = screen.view_model
    assert isinstance(kiosk, KioskViewModel)
    link.show(PRINTING)
    prefer(kiosk, language, step)
    faults = {}
    for name, page in (("same day", SAME_DAY), ("longest", LONGEST_NAME)):
        open_page(kiosk, link, page)
        settle()
        faults[name] = layout_faults(screen.window)
        keep_picture(screen.window, f"{name}-{size}-{language}")
        kiosk.print_list()
        faults[f"{name} asking"] = layout_faults(screen.window)
        link.grant()
        settle()
        faults[f"{name} printed"] = layout_faults(screen.window)
        kiosk.go_home()
    assert {name: found for name, found in faults.items() if found} == {}


def test_a_finger_gets_the_list_once(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    link.show(PRINTING)
    open_page(screen.view_model, link, SAME_DAY)
    settle()
    button = named(screen.window, "In tờ này")
    touch(screen.window, button)
    touch(screen.window, button)
    (wish,) = link.sent
    assert isinstance(wish, PrintProcedure)
    assert (wish.procedure, wish.language) == (screen.view_model.finding.shown, "vi")
    link.grant()
    settle()
    assert screen.view_model.listing.words == "Xin nhận tờ in"


@pytest.mark.parametrize("code", ["slip_waits", "no_printer", "unknown_procedure", "nonsense"])
def test_why_nothing_comes_out_is_said_on_the_button(open_sample: OpenKiosk, code: str) -> None:
    screen, link = open_sample()
    link.show(PRINTING)
    open_page(screen.view_model, link, SAME_DAY)
    screen.view_model.print_list()
    link.refuse(code)
    assert screen.view_model.listing.words not in {"", "In tờ này"}
    assert not screen.view_model.listing.is_free


def test_a_kiosk_without_a_working_printer_offers_no_paper(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    open_page(screen.view_model, link, SAME_DAY)
    assert not screen.view_model.listing.can_print
    fault = msgspec.structs.replace(LIST, fault="paper_out")
    link.show(msgspec.structs.replace(PRINTING, slips=(fault,)))
    assert not screen.view_model.listing.can_print


def test_lists_are_printed_with_the_promises_of_tickets() -> None:
    (job,) = jobs_of(msgspec.structs.replace(PRINTING, slips=(LIST,))) or ()
    assert job.name == LIST.slip
    assert job.confirmed().slip == LIST.slip
    assert job.not_printed("paper_out", False).fault == "paper_out"
