"""What a hall of ten years does while its heaviest reports run: whoever presses a button, waits for none of them."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, Thread
from time import perf_counter, sleep
from urllib.parse import urlencode

from benchmarks.durable_answers import tickets
from benchmarks.figures import Figure, median, percentile
from benchmarks.halls import RunningHall, room, served
from benchmarks.ten_years import business_days
from benchmarks.wires import Wire, press_alone
from hallctl.hall_directory import HallDirectory
from hallctl.samples import write_sample

BLOCK_S, READY_S = 6.0, 3.0
PAGE_MS = 200
A_PIECE = 65_536
WORST_MS = 100
"""Nobody at a kiosk notices less."""


def beside_reports(ledger: Path, share: float) -> Iterator[Figure]:
    """A hall served on a copy of that ledger: commands alone, and beside each kind of report."""
    days = business_days(share)
    ever = {"from": days[0].isoformat(), "to": days[-1].isoformat()}
    with room() as directory:
        write_sample(directory / "hall", "province")
        shutil.copy(ledger, HallDirectory(directory / "hall").journal)
        os.sync()  # or the first commit would wait for all of it
        with served(directory / "hall") as hall:
            sleep(READY_S * min(1.0, share * 10))
            yield _page(hall, f"first /procedures, {READY_S:g} s after the start", "/procedures")
            yield _page(hall, "first /leaders", "/leaders")
            yield _page(hall, "/leaders again", "/leaders")
            issue = tickets(hall)
            with closing(Wire(hall.port)) as wire:
                press_alone(wire, issue, 1)  # warm up
                alone = press_alone(wire, issue, BLOCK_S * min(1.0, share * 10))
                for told, address in _reports(ever).items():
                    with _asked_again_and_again(hall, address) as bytes_read:
                        taken = press_alone(wire, issue, BLOCK_S * min(1.0, share * 10))
                    yield from _figures(told, taken, alone)
                    if bytes_read:
                        yield Figure(f"memory after {told}", hall.resident_mib(), "MiB", aim="≤ 400",
                                     holds=hall.resident_mib() <= 400)  # fmt: skip


def _reports(ever: dict[str, str]) -> dict[str, str]:
    by_procedure = urlencode({"by": "procedure", "compare": "year", **ever})
    of_a_counter = urlencode({"by": "counter", "key": "c7", "figure": "issued", **ever})
    first_year = ever | {"to": f"{ever['from'][:4]}-12-31"}
    few = urlencode({"by": "counter", "key": "c7", "figure": "issued", **first_year})
    days = urlencode({"by": "day", **ever})
    indicators = urlencode({"by": "department", **ever})
    return {
        "ten years' visits by procedure": f"/reports/visits?{by_procedure}",
        "… as PDF": f"/reports/visits.pdf?{by_procedure}",
        "ten years of days": f"/reports/visits?{days}",
        "… as XLSX": f"/reports/visits.xlsx?{days}",
        "ten years' indicators by department": f"/reports/indicators?{indicators}",
        "a figure of ten years opened, as CSV": f"/reports/visits/behind.csv?{of_a_counter}",
        "a figure of a year opened, as XLSX": f"/reports/visits/behind.xlsx?{few}",
    }


@contextmanager
def _asked_again_and_again(hall: RunningHall, address: str) -> Iterator[list[int]]:
    """Somebody else who asks for nothing but this; gives how many bytes each answer had."""
    enough, sizes = Event(), list[int]()

    def ask() -> None:
        while not enough.is_set():
            sizes.append(_size(hall, address, enough))

    asking = Thread(target=ask)
    asking.start()
    sleep(0.1)
    yield sizes
    enough.set()
    asking.join()


def _size(hall: RunningHall, address: str, enough: Event) -> int:
    connection = HTTPConnection("127.0.0.1", hall.port, timeout=60)
    with closing(connection):
        connection.request("GET", address, headers={"Authorization": f"Bearer {hall.token}"})
        answer, size = connection.getresponse(), 0
        if answer.status != 200:
            raise RuntimeError(f"{address}: {answer.status}")
        while (piece := answer.read(A_PIECE)) and not enough.is_set():
            size += len(piece)
        return size


def _page(hall: RunningHall, told: str, address: str) -> Figure:
    began = perf_counter()
    _size(hall, address, Event())
    taken = 1000 * (perf_counter() - began)
    return Figure(told, taken, "ms", aim=f"≤ {PAGE_MS}", holds=taken <= PAGE_MS)


def _figures(told: str, taken: list[float], alone: list[float]) -> Iterator[Figure]:
    worst = max(taken)
    p50, p99 = f"command → durable answer beside {told}, p50", f"… beside {told}, p99"
    yield Figure(p50, median(taken), "ms", median(alone))
    yield Figure(p99, percentile(taken, 0.99), "ms", percentile(alone, 0.99))
    aim = f"≤ {WORST_MS}"
    yield Figure(
        f"… beside {told}, longest", worst, "ms", max(alone), aim=aim, holds=worst <= WORST_MS
    )
