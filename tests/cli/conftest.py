"""The command line in this process: quick, and nothing on the screen is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from tests.hall_clients import new_hall
from tests.verbs import app

Say = Callable[..., Result]


@pytest.fixture
def say() -> Say:
    """``say("check", hall)`` runs ``hallctl check …``."""

    def run(*words: object, typed: str = "") -> Result:
        return CliRunner().invoke(app, [str(word) for word in words], input=typed)

    return run


@pytest.fixture
def hall(tmp_path: Path) -> Path:
    """A commune hall nobody serves."""
    return new_hall(tmp_path / "hall", "commune")
