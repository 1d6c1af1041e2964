"""Puts a PDF on paper at this machine's own printers, each page at its own size."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

DOTS_AN_INCH = 300
POINTS_AN_INCH = 72


class PrintingError(Exception):
    """The pages could not be handed to the printer."""


def printer_names() -> tuple[str, ...]:
    """This machine's printers, the one it uses unless told otherwise first."""
    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: name != usual))


def printer_named(name: str) -> QPrinter | None:
    """The printer of that name, the usual one where the name is empty, or None for none."""
    found = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
    return None if found.isNull() else QPrinter(found, QPrinter.PrinterMode.HighResolution)


def print_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Every page of the PDF. Raises PrintingError."""
    held = QBuffer()
    held.setData(QByteArray(pdf))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(held)
    if document.status() is not QPdfDocument.Status.Ready:
        raise PrintingError
    printer.setFullPage(True)
    painter = QPainter()
    try:
        for page in range(document.pageCount()):
            _print_page(document, page, painter, printer)
    finally:
        painter.end()


def _print_page(document: QPdfDocument, page: int, painter: QPainter, printer: QPrinter) -> None:
    points = document.pagePointSize(page)
    printer.setPageSize(QPageSize(QSizeF(points), QPageSize.Unit.Point))
    if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
        raise PrintingError
    picture = document.render(page, (points * DOTS_AN_INCH / POINTS_AN_INCH).toSize())
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    painter.drawImage(QRectF(paper), picture)
