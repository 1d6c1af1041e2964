"""One cell into a canonical text, or a finding: numbers, dates, flags, codes."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from math import isfinite

from hallctl.catalogue.problems import RowFindings
from hallctl.catalogue.sheets.sheet import Cell
from hallctl.problems import choose_from, quoted

LONGEST_TEXT = 4000
LONGEST_CODE = 40
MOST_PAPERS, LONGEST_PAPER = 30, 200
_CODE = re.compile(r"[0-9A-Z][0-9A-Za-z]*(?:[._-][0-9A-Za-z]+)*")
_LOST_ZEROES = re.compile(r"\d+\.\d{1,5}")
_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,6})?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_AS_TEXT = "make the column Text and type the code again"


def text_of(cell: Cell) -> str:
    """The cell as one line: composed letters, single spaces, whole numbers without a point."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, bool):
        return str(int(cell))
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if cell is None:
        return ""
    text = str(cell)
    return " ".join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())


def words_in(cell: Cell, column: str, findings: RowFindings) -> str:
    """A text of any words."""
    text = text_of(cell)
    if len(text) > LONGEST_TEXT:
        findings.add(column, "is too long", f"keep it under {LONGEST_TEXT:,} characters")
    return text


def papers_in(cell: Cell, column: str, findings: RowFindings) -> str:
    """A list with | or a line's end between, each once and in order."""
    written = re.split(r"[|\n]", cell) if isinstance(cell, str) else [cell]
    papers = tuple(dict.fromkeys(filter(None, map(text_of, written))))
    if len(papers) > MOST_PAPERS:
        findings.add(column, f"lists {len(papers)}", f"name at most {MOST_PAPERS}")
    if any(len(one) > LONGEST_PAPER for one in papers):
        findings.add(column, "is too long", f"keep each paper under {LONGEST_PAPER} characters")
    return "|".join(papers)


def code_in(cell: Cell, findings: RowFindings) -> str:
    """A procedure's code: a text, even where a spreadsheet believes it is a number."""
    text = text_of(cell)
    if not text:
        findings.add("code", "is empty", "write the procedure's code, such as 1.001193")
    elif isinstance(cell, int | float):
        findings.add("code", f"{text} is kept as a number and has lost its zeroes", _AS_TEXT)
    elif _LOST_ZEROES.fullmatch(text):
        findings.add("code", f"{quoted(text)} looks as if it had lost its zeroes", _AS_TEXT)
    elif len(text) > LONGEST_CODE or not _CODE.fullmatch(text):
        findings.add(
            "code",
            f"{quoted(text)} is no code",
            f"use digits, letters and . _ - between, at most {LONGEST_CODE} characters",
        )
    else:
        return text
    return ""


def number_in(cell: Cell, column: str, findings: RowFindings) -> str:
    """A number of 0 or more, with a point for its decimals."""
    if isinstance(cell, float) and not isfinite(cell):
        cell = str(cell)
    text = text_of(cell)
    if text and not _NUMBER.fullmatch(text):
        findings.add(
            column, f"{quoted(text)} is not a number", "write digits only, such as 5, 1.5 or 50000"
        )
        return ""
    whole, point, part = text.partition(".")
    return f"{int(whole)}{point}{part}" if text else ""


def one_of(cell: Cell, column: str, findings: RowFindings, known: Iterable[str]) -> str:
    """One of the known words, or nothing."""
    text = text_of(cell)
    if text and text not in (words := list(known)):
        findings.add(column, f"{quoted(text)} is unknown", choose_from(text, words))
        return ""
    return text


def flag_in(cell: Cell, column: str, findings: RowFindings) -> str:
    """1 or nothing, which 0 means too."""
    return one_of(cell, column, findings, ("0", "1")).replace("0", "")


def several_of(cell: Cell, column: str, findings: RowFindings, known: Iterable[str]) -> str:
    """Some of the known words with | between."""
    words = [word.strip() for word in text_of(cell).split("|")]
    return "|".join(one_of(word, column, findings, known) for word in words)


def currency_in(cell: Cell, column: str, findings: RowFindings) -> str:
    """A currency's three letters."""
    text = text_of(cell)
    if text and not _CURRENCY.fullmatch(text):
        findings.add(column, f"{quoted(text)} is no currency", "write three letters, such as VND")
        return ""
    return text


def date_in(cell: Cell, column: str, findings: RowFindings) -> str:
    """A day as YYYY-MM-DD."""
    text = text_of(cell)
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        findings.add(column, f"{quoted(text)} is no day", "write it as 2026-11-23")
        return ""
