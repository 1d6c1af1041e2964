"""Forms on a desk's machine: shown to the official alone, kept, and put on paper at their own size."""

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from hallctl.forms.drawing import draw_form
from hallctl.forms.examples import examples
from hallctl.station.printing.form_papers import FormPapers, PaperError
from hallctl.station.printing.pdf_printing import PrintingError, print_pdf

pytestmark = pytest.mark.screens

A5_POINTS = (420, 595)


@pytest.fixture(scope="module")
def form() -> bytes:
    return draw_form(examples()[0], "a5")


def test_a_form_is_shown_from_a_file_that_only_its_owner_reads_and_that_goes(form: bytes) -> None:
    shown: list[Path] = []
    papers = FormPapers(lambda url: bool(shown.append(Path(url.toLocalFile())) or True))
    assert papers.open("H15.50-261008-0975-01", form) == "H15.50-261008-0975-01.pdf"
    (file,) = shown
    assert file.read_bytes() == form
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    papers.forget()
    assert not file.exists()


def test_a_machine_without_a_reader_says_so(form: bytes) -> None:
    with pytest.raises(PaperError) as told:
        FormPapers(lambda _url: False).open("one", form)
    assert told.value.code == "not_shown"


def test_a_form_is_kept_where_the_official_finds_it(form: bytes, tmp_path: Path) -> None:
    where = FormPapers(_never, tmp_path / "documents" / "ho-so").save("one", form)
    assert Path(where).read_bytes() == form
    assert Path(where).parent == tmp_path / "documents" / "ho-so"


def test_a_folder_that_can_t_be_written_is_told(form: bytes, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    with pytest.raises(PaperError) as told:
        FormPapers(_never, tmp_path / "taken").save("one", form)
    assert told.value.code == "not_saved"


def test_a_machine_without_a_printer_says_so(qapp: QGuiApplication, form: bytes) -> None:
    if not QPrinterInfo.defaultPrinter().isNull():
        pytest.skip("this machine has a printer, and nobody asked for paper")
    with pytest.raises(PaperError) as told:
        FormPapers(_never).print("one", form)
    assert told.value.code == "no_printer"


def test_a_printed_form_has_every_page_at_its_own_size(
    qapp: QGuiApplication, form: bytes, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    print_pdf(form, printer)
    before, after = QPdfDocument(), QPdfDocument()
    (tmp_path / "form.pdf").write_bytes(form)
    before.load(str(tmp_path / "form.pdf"))
    after.load(str(tmp_path / "paper.pdf"))
    assert after.pageCount() == before.pageCount()
    size = after.pagePointSize(0)
    assert (round(size.width()), round(size.height())) == A5_POINTS
    darkness = [_darkness(document) for document in (before, after)]
    assert darkness[1] == pytest.approx(darkness[0], rel=0.25), "the page is not empty"


def test_what_is_no_pdf_is_not_printed(qapp: QGuiApplication, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    with pytest.raises(PrintingError):
        print_pdf(b"%PDF-1.7 and nothing more", printer)


def _darkness(document: QPdfDocument) -> float:
    picture = document.render(0, (document.pagePointSize(0)).toSize())
    sums = [
        255 - picture.pixelColor(x, y).lightness()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
        if picture.pixelColor(x, y).alpha()
    ]
    return sum(sums) / (picture.width() * picture.height())


def _never(_url: QUrl) -> bool:
    raise AssertionError("nothing is shown")
