"""What was read of the file is not put in the place of what a page has set meanwhile."""

import asyncio
from pathlib import Path

import pytest

from hallctl.live_settings import LiveSettings
from hallctl.machine.whole_files import put_whole
from hallctl.running import changed_by_hand
from hallctl.samples import write_sample
from hallctl.settings import FILE_NAME, HallSettings, read_hall
from tests.journal.one_hall import OneHall, in_a_hall

WRITTEN = b"target_minutes = 15"
PATIENCE_S = 30.0


def promise(file: Path, minutes: int) -> None:
    """The hall's promise about waiting, in the file."""
    text = file.with_suffix(".sample").read_bytes()
    assert WRITTEN in text
    put_whole(file, text.replace(WRITTEN, b"target_minutes = %d" % minutes))


def test_a_page_that_writes_while_the_file_is_read_has_the_last_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_sample(tmp_path / "hall", "commune")
    file = tmp_path / "hall" / FILE_NAME
    file.with_suffix(".sample").write_bytes(file.read_bytes())

    async def story(hall: OneHall) -> None:
        running = read_hall(tmp_path / "hall")
        hall.controller.plan = running.plan
        live, loop = LiveSettings(running, hall.controller), asyncio.get_running_loop()
        taken: list[float] = []
        live.followers.append(lambda: taken.append(running.plan.rules.target_minutes))
        reads: list[HallSettings] = []
        read_again = asyncio.Event()

        def read_slowly(directory: Path) -> HallSettings:
            reads.append(read_hall(directory))
            if len(reads) == 1:  # a page sets another meanwhile
                promise(file, 30)
                by_page = live.take_up(read_hall(directory), "lan")
                asyncio.run_coroutine_threadsafe(by_page, loop).result(PATIENCE_S)
            else:
                loop.call_soon_threadsafe(read_again.set)
            return reads[-1]

        monkeypatch.setattr(changed_by_hand, "LOOK_EVERY_S", 0.001)
        monkeypatch.setattr(changed_by_hand, "read_hall", read_slowly)
        watching = asyncio.create_task(changed_by_hand.keep_taking_up(live))
        await asyncio.sleep(0.05)  # it has seen the file as it was
        promise(file, 20)
        await asyncio.wait_for(read_again.wait(), PATIENCE_S)
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        assert reads[0].plan.rules.target_minutes == 20
        assert set(taken) == {30}

    in_a_hall(tmp_path / "hall.db", story)
