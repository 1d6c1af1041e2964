"""What a hall does again and again goes on whatever happens, and what happens is said."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from hallctl.habits import again_and_again, kept


class HallGoneError(Exception):
    """Nothing more can be done."""


class Deed:
    """Goes wrong in these ways, one after the other, and then well."""

    def __init__(self, *faults: Exception) -> None:
        self.times = 0
        self.has_gone_well = asyncio.Event()
        self._faults = list(faults)

    async def act(self) -> None:
        self.times += 1
        if self._faults:
            raise self._faults.pop(0)
        self.has_gone_well.set()


def test_what_goes_wrong_is_said_and_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    deed = Deed(OSError("the first time"), ValueError("the second"))

    async def keep() -> None:
        async with kept(again_and_again(0, deed.act, "it could not be done")):
            await deed.has_gone_well.wait()

    asyncio.run(keep())
    assert caplog.text.count("it could not be done") == 2
    assert "the first time" in caplog.text


def test_it_ends_when_nothing_more_can_be_done() -> None:
    deed = Deed(HallGoneError())
    asyncio.run(again_and_again(0, deed.act, "it could not be done", until=(HallGoneError,)))
    assert deed.times == 1


def test_a_habit_that_dies_is_missed(caplog: pytest.LogCaptureFixture) -> None:
    async def keep(habit: Coroutine[Any, Any, None]) -> None:
        async with kept(habit, asyncio.sleep(60)):
            await asyncio.sleep(0)

    asyncio.run(keep(Deed(ValueError("of a fault of ours")).act()))
    assert "of a fault of ours" in caplog.text
