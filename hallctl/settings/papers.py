"""Rules about slips: lines once each, a number on every ticket, words that fit, a picture that prints."""

from base64 import b64encode
from pathlib import Path

import msgspec

from hallctl.core.plan.paper_rules import PaperRules, ReceiptLine, SlipLook, TicketLine
from hallctl.core.words import Words
from hallctl.settings.problems import Findings, joined, quoted
from hardware.slips.picture import PictureError, greys_of

LONGEST_FOOTER = 200
LARGEST_LOGO = 80_000
"""Bytes of a picture that every slip carries to its printer."""
MANY = frozenset({"rule"})


class TicketTable(msgspec.Struct, frozen=True, kw_only=True):
    """``[ticket]``: the lines of a ticket from top to bottom, its picture and its closing words."""

    logo: str = ""
    footer: Words = Words("")
    lines: tuple[TicketLine, ...] = ()


class ReceiptTable(msgspec.Struct, frozen=True, kw_only=True):
    """``[receipt]``: the same of a dossier's receipt."""

    logo: str = ""
    footer: Words = Words("")
    lines: tuple[ReceiptLine, ...] = ()


NEEDED = {"ticket": "number", "receipt": "code"}
"""Without it, the slip would be good for nothing."""


def check_papers(
    ticket: TicketTable, receipt: ReceiptTable, directory: Path, findings: Findings
) -> PaperRules:
    """Notes what is wrong; returns how slips look."""
    return PaperRules(
        ticket=_look("ticket", ticket, directory, findings),
        receipt=_look("receipt", receipt, directory, findings),
    )


def _look(
    path: str, table: TicketTable | ReceiptTable, directory: Path, findings: Findings
) -> SlipLook:
    if not findings.is_misshapen_within(path):
        _check_lines(path, [one.line for one in table.lines], findings)
        _check_footer(path, table.footer, findings)
    logo = _logo(joined(path, "logo"), table.logo, directory, findings)
    return SlipLook(lines=table.lines, footer=table.footer, logo=logo)


def _check_lines(path: str, lines: list[str], findings: Findings) -> None:
    where = joined(path, "lines")
    if lines and NEEDED[path] not in lines:
        findings.add(where, f"{quoted(NEEDED[path])} is not among them", "add that line")
    for line in dict.fromkeys(lines):
        if lines.count(line) > 1 and line not in MANY:
            findings.add(where, f"names {quoted(line)} twice", "name it once")


def _check_footer(path: str, footer: Words, findings: Findings) -> None:
    for language in ("vi", "en"):
        if len(getattr(footer, language)) > LONGEST_FOOTER:
            where = joined(joined(path, "footer"), language)
            findings.add(where, "is too long", f"use at most {LONGEST_FOOTER} characters")
    if footer.en and not footer.vi.strip():
        where = joined(joined(path, "footer"), "vi")
        findings.add(where, "is empty", "write the Vietnamese words")


def _logo(where: str, logo: str, directory: Path, findings: Findings) -> str:
    """The picture as slips carry it; empty where there is none."""
    if not logo:
        return ""
    try:
        raw = (directory / logo).read_bytes()
    except (OSError, ValueError):
        raw = b""
    png = b64encode(raw[: LARGEST_LOGO + 1]).decode()
    try:
        greys_of(png)
    except PictureError:
        png = ""
    if not png or len(raw) > LARGEST_LOGO:
        wrong, remedy = f"{quoted(logo)} is no picture to print", "choose a picture in set-up"
        findings.add(where, wrong, remedy)
    return png
