"""What is wrong with a catalogue: each problem a line that says row, column, what and what to do."""

from hallctl.problems import Findings, Problem, ProblemsError

HEADER = 1
"""The row of the column names, as a spreadsheet counts."""


class CatalogueError(ProblemsError):
    """The catalogue can't be used; carries every problem found and prints one a line."""


class RowFindings:
    """The problems of one row, each under its column."""

    def __init__(self, findings: Findings, row: int) -> None:
        self._findings = findings
        self._row = row

    def add(self, column: str, wrong: str, remedy: str) -> None:
        """Note what is wrong in that column of the row."""
        self._findings.add(place(self._row, column), wrong, remedy)


def place(row: int, column: str = "") -> str:
    """Where in the sheet: ``row 17, counter_time``."""
    return f"row {row}, {column}" if column else f"row {row}"


def refusal(file: str, path: str, wrong: str, remedy: str) -> CatalogueError:
    """The error for a file that can't be read at all."""
    return CatalogueError([Problem(file, path, wrong, remedy)])
