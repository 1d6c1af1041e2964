"""Starting a board from the command line: what it understands, and what it says to nonsense."""

import sys

import pytest

from hall_board.__main__ import main

pytestmark = pytest.mark.screens
HALL = ("--hall", "http://127.0.0.1:9")


def started(monkeypatch, *arguments):
    monkeypatch.setattr(sys, "argv", ["hall_board", *arguments])
    with pytest.raises(SystemExit) as left:
        main()
    return left.value.code


def test_help_is_given(monkeypatch, capsys):
    assert started(monkeypatch, "--help") == 0
    assert "--counters" in capsys.readouterr().out


def test_a_language_without_a_voice_is_refused(monkeypatch, capsys):
    assert started(monkeypatch, *HALL, "--token-file", "t", "--languages", "vi,fr") == 2
    assert "no voice speaks fr: choose of vi, en" in capsys.readouterr().err


def test_a_missing_token_is_told_in_one_line(monkeypatch, capsys, tmp_path):
    assert started(monkeypatch, *HALL, "--token-file", str(tmp_path / "none")) == 2
    assert "No such file" in capsys.readouterr().err
