"""The provincial sample with more counters and kiosks than it comes with, each with its stations."""

from pathlib import Path

from hallctl.samples import write_sample
from hallctl.settings import HallSettings, read_hall
from hallctl.settings.reading import FILE_NAME

AT_A_COUNTER = ("counter", "sign", "pad")


def wide_hall(directory: Path, counters: int, kiosks: int) -> HallSettings:
    """Make it; counters beyond the sample's own offer what those do, in turn."""
    write_sample(directory, "province")
    sample = read_hall(directory)
    file = directory / FILE_NAME
    known = {one.name for one in sample.stations}
    names = [str(number) for number in range(1, counters + 1)]
    own = {one.counter: one.services for one in sample.plan.counters}
    offered = [own[one.counter] for one in sample.plan.counters]
    tables = [
        f'[[counter]]\ncounter = "{name}"\nservices = {_list(offered[at % len(offered)])}\n'
        for at, name in enumerate(names)
        if name not in own
    ]
    tables += [
        _station(f"{role}-{name}", role, name)
        for name in names
        for role in AT_A_COUNTER
        if f"{role}-{name}" not in known
    ]
    tables += [
        _station(f"kiosk-{one}", "kiosk") + 'printer = "simulate"\n'
        for one in range(1, kiosks + 1)
        if f"kiosk-{one}" not in known
    ]
    file.write_text(file.read_text("utf-8") + "\n" + "\n".join(tables), "utf-8")
    return read_hall(directory)


def _station(name: str, role: str, counter: str = "") -> str:
    at = f'counter = "{counter}"\n' if counter else ""
    return f'[[station]]\nname = "{name}"\nrole = "{role}"\n{at}'


def _list(services: tuple[str, ...]) -> str:
    return "[" + ", ".join(f'"{one}"' for one in services) + "]"
