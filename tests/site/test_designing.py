"""Slips designed in a real browser: the picture follows every change, and printers burn that very picture."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect

from hallctl.core.paper import Document
from hallctl.core.paper import Text as Line
from hallctl.settings import read_hall
from hallctl.settings.changing.editing import HallFile
from hallctl.web.setup.slip_pictures import example_paper
from hardware.printer.escpos_printer import ReceiptPrinter
from hardware.printer.printer_profile import GENERIC_58, GENERIC_80, PrinterProfile
from hardware.simulator.receipt_printer import SimulatedPrinter, model_of
from hardware.slips.receipt import decode_receipt
from hardware.transport.memory import MemoryTransport
from tests.hall_clients import wish
from tests.site.conftest import staffed
from tests.site.visitor import PHONE, SIZES, Visitor, is_sound, visitor
from tests.web.hall_at_work import HallAtWork, granted

DESIGN = "/setup/papers/ticket"


@pytest.fixture(scope="module")
def own_hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    """One hall for the module: its slips are changed and put back."""
    with staffed(tmp_path_factory.mktemp("design") / "hall") as hall:
        yield hall


@pytest.fixture
def designer(chromium: Chromium, own_hall: HallAtWork) -> Iterator[Visitor]:
    with visitor(chromium, own_hall, account="administrator") as seen:
        seen.open(DESIGN)
        yield seen
        with seen.page.expect_navigation():
            seen.page.get_by_role("button", name="Trở về mẫu mặc định").click()


def printed(paper: Document, profile: PrinterProfile) -> Image.Image:
    """The dots on the paper, after the driver, the bytes and the printer."""
    printer = SimulatedPrinter(model_of(profile.width_dots))
    driver = ReceiptPrinter(lambda: MemoryTransport(printer), profile)
    driver.print(decode_receipt(msgspec.json.encode(paper)))
    assert printer.wait_for_papers(1, 5.0)
    driver.close()
    return printer.papers[0].picture.convert("1")


def without_margins(paper: Image.Image, like: Image.Image) -> Image.Image:
    """The dots of the slip itself; around them the paper is blank."""
    side = (paper.width - like.width) // 2
    top = ink(paper)[1] - ink(like)[1]
    slip = paper.crop((side, top, side + like.width, top + like.height))
    assert ink(paper) == tuple(
        edge + shift for edge, shift in zip(ink(like), (side, top, side, top), strict=True)
    )
    return slip


def ink(picture: Image.Image) -> tuple[int, int, int, int]:
    """The box around everything that is black."""
    box = ImageChops.invert(picture.convert("L")).getbbox()
    assert box is not None
    return box


def shown(seen: Visitor) -> Image.Image:
    """The preview that the browser shows."""
    seen.page.wait_for_timeout(300)
    seen.page.wait_for_load_state("networkidle")
    address = seen.page.locator("#preview").evaluate("one => one.src")
    answer = seen.page.request.get(address)
    assert answer.status == 200
    return Image.open(BytesIO(answer.body()))


def logo(path: Path) -> Path:
    Image.linear_gradient("L").resize((400, 120)).save(path, "PNG")
    return path


@pytest.mark.parametrize(
    "profile", [GENERIC_80, replace(GENERIC_58, cut="partial")], ids=lambda one: one.name
)
def test_the_printer_burns_the_very_picture_that_was_shown(
    own_hall: HallAtWork, designer: Visitor, tmp_path: Path, profile: PrinterProfile
) -> None:
    page = designer.page
    page.locator("input[type=file]").set_input_files(logo(tmp_path / "logo.png"))
    page.get_by_role("button", name="Nhận hình").click()
    expect(page.get_by_role("status")).to_be_visible()
    page.locator("textarea[name=footer_vi]").fill("Xin cảm ơn ông/bà. Giữ phiếu đến khi xong việc.")
    page.get_by_label("Cỡ chữ của Số người chờ trước").select_option("huge")
    page.get_by_role("button", name="Đưa Mã QR lên").click()
    page.get_by_label("Khổ giấy của").select_option(f"{profile.width_dots}x{profile.dpi}")
    seen = shown(designer)
    with page.expect_navigation():  # the page before told of the picture, by a status of its own
        page.get_by_role("button", name="Lưu", exact=True).click()
    plan = read_hall(own_hall.directory.path).plan
    burnt = printed(example_paper("ticket", plan, None, "vi"), profile)
    assert seen.mode == "1"
    assert seen.tobytes() == without_margins(burnt, seen).tobytes()


def test_a_saved_slip_is_printed_at_once(own_hall: HallAtWork, designer: Visitor) -> None:
    page = designer.page
    page.locator("textarea[name=footer_vi]").fill("Phiếu có giá trị trong ngày")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_role("status")).to_be_visible()
    granted(own_hall.wire().ask(wish("PrintTrial", station="kiosk-1")))
    view = own_hall.wire("kiosk-1").get("/api/views/kiosk").json
    (job,) = view["slips"]
    assert "Phiếu có giá trị trong ngày" in [one.get("text") for one in job["document"]["blocks"]]
    granted(own_hall.wire().ask(wish("ConfirmSlip", slip=job["slip"])))
    newest = HallFile(own_hall.directory.path).changes()[0]
    assert (newest.who, newest.what) == ("administrator", "ticket: saved")


def test_the_preview_follows_what_is_typed_before_anything_is_saved(
    own_hall: HallAtWork, designer: Visitor
) -> None:
    before, text = shown(designer), (own_hall.directory.path / "hall.toml").read_text()
    designer.page.locator("input[name=show-qr]").uncheck()
    after = shown(designer)
    assert after.height < before.height - 200
    assert (own_hall.directory.path / "hall.toml").read_text() == text


def test_a_ticket_without_its_number_is_refused_in_words(designer: Visitor) -> None:
    designer.page.locator("input[name=show-number]").uncheck()
    designer.page.get_by_role("button", name="Lưu", exact=True).click()
    assert "thiếu dòng 'number'" in designer.text(".problems")


@pytest.mark.parametrize("size", SIZES, ids=("phone", "wall"))
def test_the_designer_is_readable_by_all(
    chromium: Chromium, own_hall: HallAtWork, size: tuple[int, int]
) -> None:
    with visitor(chromium, own_hall, size, "administrator") as seen:
        seen.open(DESIGN, "vi" if size == PHONE else "en")
        is_sound(seen)
        seen.open("/setup/papers/receipt", "en" if size == PHONE else "vi")
        is_sound(seen)


def test_a_kiosk_s_own_words_are_what_the_designer_calls_lines(own_hall: HallAtWork) -> None:
    paper = example_paper("receipt", read_hall(own_hall.directory.path).plan, None, "en")
    assert any(isinstance(one, Line) and one.text == "Dossier receipt" for one in paper.blocks)
