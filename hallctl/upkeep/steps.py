"""One step of installing: a file to write, or a command to run; shown, and carried out."""

import pwd
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

TEMPLATES = Path(__file__).parent / "units"
SYSTEM = Path(__file__).parent / "system"
BROUGHT = frozenset({"nft"})
"""Programs that come with what a step before installs."""


class Step(NamedTuple):
    """One file to write or take away, or one command to run.

    ``unless`` says what makes a command needless. Where one ``may_fail``, the hall works without it.
    """

    says: str
    file: Path | None = None
    body: str = ""
    command: tuple[str, ...] = ()
    unless: str = ""
    is_taken_away: bool = False
    may_fail: bool = False


def file(says: str, path: Path, body: str) -> Step:
    """A file, by its path below the root."""
    return Step(says, path, body)


def away(path: Path) -> Step:
    """That file goes, and what had been there before comes back."""
    return Step("what install has written goes", path, is_taken_away=True)


def command(says: str, *words: str, unless: str = "") -> Step:
    """A command. ``unless``: ``user:NAME`` there is that account, ``no:PATH`` that file is not there."""
    return Step(says, command=words, unless=unless)


def wish(says: str, *words: str) -> Step:
    """A command that a machine may turn down: one whose host sets the clock, one without udev."""
    return Step(says, command=words, may_fail=True)


def is_needless(step: Step) -> bool:
    """Whether this machine has it already."""
    kind, _, what = step.unless.partition(":")
    if kind == "user":
        return any(one.pw_name == what for one in pwd.getpwall())
    return kind == "no" and not Path(what).exists()


def lacking(steps: Iterable[Step]) -> list[str]:
    """Programs that the steps can't do without, and that are not on this machine."""
    needed = [one for one in steps if one.command and not one.may_fail and not is_needless(one)]
    programs = dict.fromkeys(one.command[0] for one in needed)
    return [one for one in programs if one not in BROUGHT and shutil.which(one) is None]


def carry_out(step: Step, root: Path) -> None:
    """Do it. Raises OSError, or CalledProcessError when a command says no."""
    if step.file is not None and step.is_taken_away:
        _take_away(root / step.file)
    elif step.file is not None:
        target = root / step.file
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and target.read_text("utf-8") != step.body:
            shutil.copy2(target, before(target))
        target.write_text(step.body, "utf-8")
    elif root == Path("/") and not is_needless(step):
        subprocess.run(step.command, check=True)  # noqa: S603 - our own words, as shown


def before(file: Path) -> Path:
    """Where it is kept what a file was before."""
    return file.with_name(f"{file.name}.before")


def _take_away(file: Path) -> None:
    if before(file).exists():
        before(file).replace(file)
    else:
        file.unlink()
