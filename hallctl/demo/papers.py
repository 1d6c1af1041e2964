"""What came out of the demo's printer, kept as pictures and bytes, and read as a phone reads it."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from hardware.scanners.codes import read_codes
from hardware.simulator.roll import PrintedPaper


def keep_papers(papers: Sequence[PrintedPaper], folder: Path) -> dict[str, int]:
    """Write every paper as ``<ticket>.png`` and ``<ticket>.bin``.

    Gives how many papers there were for each ticket; those nobody can read count under "".
    """
    folder.mkdir(parents=True, exist_ok=True)
    found: dict[str, int] = {}
    for paper in papers:
        ticket = ticket_on(paper.picture)
        found[ticket] = found.get(ticket, 0) + 1
        again = f"-{found[ticket]}" if found[ticket] > 1 else ""
        name = f"{ticket or 'unread'}{again}"
        paper.picture.save(folder / f"{name}.png", dpi=(203, 203))
        (folder / f"{name}.bin").write_bytes(paper.raw)
    return found


def ticket_on(picture: Image.Image) -> str:
    """The ticket that the paper's QR code leads to, or empty."""
    return link_on(picture).rpartition("-")[0]


def link_on(picture: Image.Image) -> str:
    """The last part of the address that the paper's QR code leads to, or empty."""
    for code in read_codes(picture, ("QRCode",)):
        return code.text.rpartition("/")[2]
    return ""
