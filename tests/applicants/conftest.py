"""A hall at work that has received one dossier."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hall_clients import wish
from tests.web.hall_at_work import HallAtWork
from tests.web.working_hall import FIVE_DAYS


@pytest.fixture
def hall_with_one(tmp_path: Path) -> Iterator[tuple[HallAtWork, str]]:
    """The hall, counter 1 open, and the code of its dossier."""
    hall = HallAtWork(tmp_path / "hall")
    reply = hall.open("1").ask(wish("ReceiveDossier", procedure=FIVE_DAYS))
    yield hall, reply.json["events"][-1]["dossier"]
    hall.close()
