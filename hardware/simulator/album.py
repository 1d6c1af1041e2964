"""Keeps what a simulated printer prints: `paper-0001.png` and the bytes in `paper-0001.bin`."""

from collections.abc import Callable
from pathlib import Path

from hardware.simulator.roll import PrintedPaper


def keep_in(folder: Path) -> Callable[[PrintedPaper], None]:
    """What a printer calls for each paper; `folder` is made, numbers go on after those in it."""
    folder.mkdir(parents=True, exist_ok=True)
    before = max((_number(path) for path in folder.glob("paper-*.png")), default=0)

    def keep(paper: PrintedPaper) -> None:
        name = f"paper-{before + paper.index:04d}"
        (folder / f"{name}.bin").write_bytes(paper.raw)
        paper.picture.save(folder / f"{name}.png", dpi=(203, 203))

    return keep


def _number(path: Path) -> int:
    digits = path.stem.removeprefix("paper-")
    return int(digits) if digits.isdecimal() else 0
