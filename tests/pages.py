"""Reading the docs: tables, code, links and headings of a page."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("[CR]*.md"), *DOCS.rglob("*.md")])

Cells = list[str]

_FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


def text(page: str) -> str:
    """A page below ``docs/``."""
    return (DOCS / page).read_text("utf-8")


def table(page: str, section: str = "") -> list[Cells]:
    """The lines of every table of the page, or of one of its sections."""
    part = text(page)
    if section:
        part = part.partition(f"\n{section}\n")[2]
        part = re.split(r"^## ", part, maxsplit=1, flags=re.MULTILINE)[0]
    lines = (line for line in part.splitlines() if line.startswith("| "))
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]


def rows(page: str, section: str = "") -> dict[str, Cells]:
    """Lines whose first cell begins with a word in code type, by that word."""
    named = ((words(cells[0]), cells) for cells in table(page, section))
    return {name[0]: cells for name, cells in named if name}


def words(cell: str) -> list[str]:
    """The words in code type, without the mark of what may be left out."""
    return re.findall(r"`(\w+)\??`", cell)


def optional_words(cell: str) -> set[str]:
    """Those with the mark."""
    return set(re.findall(r"`(\w+)\?`", cell))


def blocks(page: Path, language: str) -> list[str]:
    """The page's blocks of code in that language."""
    return [body for found, body in _FENCE.findall(page.read_text("utf-8")) if found == language]


def anchors(page: Path) -> set[str]:
    """Headings as the addresses that renderers make of them."""
    titles = _HEADING.findall(page.read_text("utf-8"))
    return {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles}
