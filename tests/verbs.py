"""``hallctl`` in this process: what it says, what it complains about, what it tells as JSON."""

from typing import Any

import msgspec
from click.testing import Result
from typer.testing import CliRunner

from hallctl.cli import command_line

app = command_line()


def say(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def said(*words: object) -> str:
    result = say(*words)
    assert result.exit_code == 0, result.output
    return result.stdout


def problem(*words: object) -> str:
    result = say(*words)
    assert result.exit_code == 1
    assert result.stdout == ""
    return result.stderr


def told(*words: object) -> Any:
    return msgspec.json.decode(said(*words, "--json"))
