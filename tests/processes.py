"""Processes of Python programs that need not load anything: forks of one that has loaded the hall."""

import atexit
import ctypes
import json
import os
import socket
import subprocess
import sys
from functools import cache
from typing import Any

ANSWER_BYTES = 100
ADOPT_ORPHANS = 36
"""PR_SET_CHILD_SUBREAPER: whose parent has gone is this process's child (``man 2 prctl``)."""


def begin(module: str, *words: str) -> "subprocess.Popen[str]":
    """``python -m MODULE WORDS`` as a child of this process, in a fork of what is loaded already."""
    return _Begun([module, *words], **_piped())


def forked(command: list[str], **how: Any) -> "subprocess.Popen[str]":
    """As ``subprocess.Popen``: a fork where a module is to be run, else a new interpreter."""
    if command[:2] == [sys.executable, "-m"]:
        return _Begun(command[2:], **how)
    return subprocess.Popen(command, **how)


def begin_afresh(module: str, *words: str) -> "subprocess.Popen[str]":
    """The same by a new interpreter, for tests of how a program starts."""
    return subprocess.Popen([sys.executable, "-m", module, *words], **_piped())


def _piped() -> dict[str, Any]:
    return {
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        "text": True,
        "env": _unbuffered(),
    }


def _unbuffered() -> dict[str, str]:
    return {**os.environ, "PYTHONUNBUFFERED": "1"}


class _Begun(subprocess.Popen[str]):
    """A child like any other, but for how it comes into the world."""

    def _execute_child(self, args: list[str], *rest: Any) -> None:
        (*_, environment, _startup, _flags, _shell), ends = rest[:9], rest[9:15]
        environment = environment or dict(os.environ)
        told = {"module": args[0], "words": args[1:], "environment": environment}
        its_stdin, _, _, its_stdout, _, its_stderr = ends
        door = _door()
        # An end of -1 is a stream that it shares with this process.
        ends_or_own = enumerate((its_stdin, its_stdout, its_stderr))
        streams = [own if end < 0 else end for own, end in ends_or_own]
        socket.send_fds(door, [json.dumps(told).encode()], streams)
        self.pid = int(door.recv(ANSWER_BYTES))
        door.recv(ANSWER_BYTES)
        self._child_created = True
        self._close_pipe_fds(*ends)


@cache
def _door() -> socket.socket:
    """To the process that has loaded everything; it ends when this one does."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ctypes.CDLL(None).prctl(ADOPT_ORPHANS, 1, 0, 0, 0)
    loaded = subprocess.Popen(
        [sys.executable, "-m", "tests.loaded", str(its.fileno())],
        pass_fds=(its.fileno(),),
        stdin=subprocess.DEVNULL,
        env=_unbuffered(),
    )
    its.close()

    def end() -> None:
        ours.close()
        loaded.wait()

    atexit.register(end)
    return ours
