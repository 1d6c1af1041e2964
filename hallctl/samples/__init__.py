"""Sample halls to begin with: a provincial hall and a commune hall, each with its catalogue."""

from importlib.resources import files
from pathlib import Path
from typing import Literal

from hallctl.settings import FILE_NAME

Sample = Literal["province", "commune"]

CATALOGUE_NAME = "catalogue.csv"


class HallExistsError(Exception):
    """The directory is a hall already; nothing was written."""


def write_sample(directory: Path, sample: Sample) -> None:
    """Make ``directory`` a hall: a commented ``hall.toml`` and its catalogue of procedures.

    Raises HallExistsError where one of the two is there, OSError where nothing can be written.
    """
    directory.mkdir(parents=True, exist_ok=True)
    for name in (FILE_NAME, CATALOGUE_NAME):
        if (directory / name).exists():
            raise HallExistsError(f"{directory} has a {name} already; choose another directory")
    kept = files(__name__)
    (directory / CATALOGUE_NAME).write_bytes((kept / f"{sample}.csv").read_bytes())
    (directory / FILE_NAME).write_bytes((kept / f"{sample}.toml").read_bytes())
