"""What becomes of a form's PDF on a desk's machine: shown, kept, or put on paper."""

import os
import shutil
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

OWNER_ONLY = 0o600
FOLDER = "ho-so"


class PaperError(Exception):
    """It could not be done; ``code`` is not_shown, not_saved, no_printer or not_printed."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class FormPapers:
    """Shown forms lie in a folder that only this user reads, and go when they are forgotten.

    ``printer`` is where they are printed, by its name; empty for this machine's usual one.
    """

    def __init__(
        self,
        show: Callable[[QUrl], bool] = QDesktopServices.openUrl,
        kept_in: Path | None = None,
    ) -> None:
        """``show`` opens a file for reading; ``kept_in`` is where saved forms lie."""
        self.printer = ""
        self._show = show
        self._kept_in = kept_in
        self._shown: list[Path] = []
        self._folder: Path | None = None

    def open(self, name: str, pdf: bytes) -> str:
        """Show the form with this machine's own reader. Raises PaperError."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="hall-forms-"))
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        file = self._folder / f"{name}.pdf"
        try:
            _write(file, pdf)
        except OSError as error:
            raise PaperError("not_shown") from error
        self._shown.append(file)
        if not self._show(QUrl.fromLocalFile(str(file))):
            raise PaperError("not_shown")
        return file.name

    def save(self, name: str, pdf: bytes) -> str:
        """Keep the form among this user's documents; gives where. Raises PaperError."""
        file = self._kept() / f"{name}.pdf"
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            _write(file, pdf)
        except OSError as error:
            raise PaperError("not_saved") from error
        return str(file)

    def printers(self) -> tuple[str, ...]:
        """This machine's printers by their names, the usual one first."""
        from hallctl.station.printing.pdf_printing import printer_names  # noqa: PLC0415 - as below

        return printer_names()

    def print(self, _name: str, pdf: bytes) -> str:
        """Put the form on paper at the printer chosen; gives its name. Raises PaperError."""
        from hallctl.station.printing.pdf_printing import (  # noqa: PLC0415 - large, and seldom needed
            PrintingError,
            print_pdf,
            printer_named,
        )

        printer = printer_named(self.printer)
        if printer is None:
            raise PaperError("no_printer")
        try:
            print_pdf(pdf, printer)
        except PrintingError as error:
            raise PaperError("not_printed") from error
        return printer.printerName()

    def forget(self) -> None:
        """Delete what was only shown."""
        for file in self._shown:
            file.unlink(missing_ok=True)
        self._shown = []

    def _kept(self) -> Path:
        if self._kept_in is not None:
            return self._kept_in
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents)) / FOLDER


def _write(file: Path, pdf: bytes) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY), "wb") as out:
        out.write(pdf)
