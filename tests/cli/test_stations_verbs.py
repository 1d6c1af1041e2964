"""``hallctl stations``: from the code on a station's screen to its revocation, with a real controller."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.hall_clients import Serve, Wire, new_hall, serve
from tests.verbs import app

runner = CliRunner()


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    with serve(new_hall(tmp_path_factory.mktemp("stations") / "hall", "commune")) as serving:
        yield serving


def stations(serving: Serve, verb: str, *rest: str) -> Result:
    return runner.invoke(app, ["stations", verb, *rest, "--hall", str(serving.hall.path)])


def test_a_station_is_admitted_moved_renamed_and_revoked(serving: Serve) -> None:
    stranger = Wire(serving.port)
    asking = stranger.request("POST", "/api/pairing", {"role": "pad"}).json
    assert "(asks)  pad  from 127.0.0.1" in stations(serving, "list").output
    place = ("--role", "pad", "--name", "pad-9", "--counter", "1")
    assert stations(serving, "admit", asking["code"], *place).exit_code == 0
    claim = {"claim": asking["claim"]}
    token = stranger.request("POST", "/api/pairing/claim", claim).json["token"]
    assert stations(serving, "move", "pad-9", "--counter", "2").exit_code == 0
    assert stations(serving, "rename", "pad-9", "pad-door").exit_code == 0
    assert stations(serving, "list").output.startswith("pad-door  pad  2\n")
    pad = Wire(serving.port, token)
    assert pad.get("/api/views/pad").json["counter"] == "2"
    assert stations(serving, "revoke", "pad-door").exit_code == 0
    assert pad.get("/api/views/pad").status == 401
    stranger.close(), pad.close()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("admit", "000000", "--role", "kiosk", "--name", "k"), "no station shows that code now"),
        (("admit", "000000", "--role", "devices", "--name", "d"), "no station shows that code"),
        (("revoke", "nobody"), "there is no paired station 'nobody'"),
        (("rename", "nobody", "somebody"), "there is no paired station 'nobody'"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    serving: Serve, arguments: tuple[str, ...], words: str
) -> None:
    said = stations(serving, *arguments)
    assert said.exit_code == 1
    assert words in said.output
    assert said.output.count("\n") == 1


def test_without_a_controller_it_says_so(tmp_path: Path) -> None:
    hall = new_hall(tmp_path / "hall")
    said = runner.invoke(app, ["stations", "list", "--hall", str(hall)])
    assert (said.exit_code, said.output.count("\n")) == (1, 1)
    assert "no controller is running" in said.output
