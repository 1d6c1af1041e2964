"""Pictures and clips made on the spot, whole and broken."""

from pathlib import Path

from PIL import Image

COLOURS = ("#B3261E", "#1A7A4C", "#0B4F8A")
FILMS = Path(__file__).parent / "films"
"""``film.mp4`` (H.264) and ``film.webm`` (VP9): ten frames of each colour, 25 a second."""


def picture(path: Path, size: tuple[int, int] = (160, 90), colour: str = COLOURS[0]) -> Path:
    Image.new("RGB", size, colour).save(path)
    return path


def clip(path: Path, frames: int = 3, lasts_ms: int = 60) -> Path:
    """Moves through plain colours, so that each frame can be told by one point."""
    every = [Image.new("RGB", (160, 90), COLOURS[at % len(COLOURS)]) for at in range(frames)]
    every[0].save(
        path, save_all=True, append_images=every[1:], duration=lasts_ms, loop=0, lossless=True
    )
    return path


def cut(path: Path) -> Path:
    """The same file, half of it."""
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 6 // 10])
    return path


def manifest(folder: Path, *items: str) -> None:
    text = "version = 1\n" + "".join(f"\n[[item]]\n{item}\n" for item in items)
    (folder / "playlist.toml").write_text(text, "utf-8")
