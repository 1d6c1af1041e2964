"""What is on a PDF: its words, its pages, and pictures of them; needs poppler's tools."""

import io
import re
import shutil
import subprocess
from typing import NamedTuple

import pytest
from PIL import Image

BOX = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"')
HAS_POPPLER = bool(shutil.which("pdftotext") and shutil.which("pdftoppm"))
needs_poppler = pytest.mark.skipif(not HAS_POPPLER, reason="poppler-utils are not installed")


def words_on(pdf: bytes) -> str:
    """The text in reading order, one blank between words."""
    done = subprocess.run(
        ["pdftotext", "-q", "-", "-"], input=pdf, capture_output=True, check=True, timeout=30
    )
    return " ".join(done.stdout.decode().split())


class Box(NamedTuple):
    """Where a word stands, in points from the top left."""

    left: float
    top: float
    right: float
    bottom: float

    def lies_on(self, other: "Box") -> bool:
        """Whether two words share ink: their middles are in one line and their widths meet."""
        line = abs((self.top + self.bottom) - (other.top + other.bottom)) / 2
        height = min(self.bottom - self.top, other.bottom - other.top)
        shared = min(self.right, other.right) - max(self.left, other.left)
        return line < height / 4 and shared > 1


def word_boxes(pdf: bytes) -> list[list[Box]]:
    """The words of every page."""
    done = subprocess.run(
        ["pdftotext", "-q", "-bbox", "-", "-"],
        input=pdf,
        capture_output=True,
        check=True,
        timeout=30,
    )
    return [
        [Box(*map(float, word)) for word in BOX.findall(page)]
        for page in done.stdout.decode().split("<page ")[1:]
    ]


def letters(text: str) -> str:
    """Text without blanks: lines break wherever they must."""
    return "".join(text.split())


def pages_of(pdf: bytes, dpi: int = 150) -> list[Image.Image]:
    """Every page as a picture."""
    done = subprocess.run(
        ["pdftoppm", "-gray", "-r", str(dpi), "-"],
        input=pdf,
        capture_output=True,
        check=True,
        timeout=30,
    )
    pages, rest = [], done.stdout
    while rest:
        page = Image.open(io.BytesIO(rest))
        page.load()
        pages.append(page)
        rest = rest[_octets(rest, page) :]
    return pages


def _octets(stream: bytes, page: Image.Image) -> int:
    """The length of one PGM: three lines of head, an octet a dot."""
    head = sum(len(line) + 1 for line in stream.split(b"\n", 3)[:3])
    return head + page.width * page.height
