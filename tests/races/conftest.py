"""A hall for everybody who presses at once."""

from collections.abc import Iterator

import pytest

from hallctl.verifying import verify
from tests.hall_clients import Serve, new_hall, serve, wish
from tests.races.pressing import COUNTERS, SERVICE


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """A provincial hall's controller, its day and eight counters open; at the end its journal is whole."""
    with serve(new_hall(tmp_path_factory.mktemp("races") / "hall")) as serving:
        admin = serving.wire()
        admin.ask(wish("OpenDay"))
        for counter in COUNTERS:
            opened = wish(
                "OpenCounter", counter=counter, official=f"Lan {counter}", services=[SERVICE]
            )
            assert admin.ask(opened).status == 200
        yield serving
        assert verify(serving.hall.journal, lambda _done: None).problem == ""
        assert serving.stop() == 0
