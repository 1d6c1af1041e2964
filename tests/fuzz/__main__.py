"""``python -m tests.fuzz [SECONDS] [TARGET …]``: coverage leads the bytes; one process a codec."""

import subprocess
import sys
from pathlib import Path

import atheris

SECONDS = 20
OUT = Path("out/fuzz")
"""Where bytes that did harm are left."""
WITHIN = "--within"
"""Marks the process that fuzzes one target."""


def fuzz_one(name: str, seconds: int) -> None:
    """Fuzz one target in this process; ends it."""
    with atheris.instrument_imports(include=["hardware"]):
        from tests.fuzz.targets import TARGETS
    bounds = [
        "-max_len=4096",
        "-timeout=10",
        "-rss_limit_mb=1024",
        "-verbosity=0",
        f"-artifact_prefix={OUT}/",
    ]
    atheris.Setup(
        [sys.argv[0], f"-max_total_time={seconds}", *bounds],
        lambda data: TARGETS[name](bytes(data)),
    )
    atheris.Fuzz()


def fuzz_all(seconds: int, names: list[str]) -> int:
    """Every target after another; 0 when nothing was found."""
    from tests.fuzz.targets import TARGETS

    found = []
    OUT.mkdir(parents=True, exist_ok=True)
    for name in names or TARGETS:
        command = [sys.executable, "-m", "tests.fuzz", WITHIN, name, str(seconds)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        is_clean = done.returncode == 0
        sys.stdout.write(f"{name}: {'nothing' if is_clean else 'found something'}\n")
        if not is_clean:
            found.append(name)
            sys.stdout.write(done.stdout[-3000:] + done.stderr[-3000:])
        sys.stdout.flush()
    return 1 if found else 0


if __name__ == "__main__":
    match sys.argv[1:]:
        case [mark, name, seconds] if mark == WITHIN:
            fuzz_one(name, int(seconds))
        case [seconds, *names] if seconds.isdigit():
            sys.exit(fuzz_all(int(seconds), names))
        case names:
            sys.exit(fuzz_all(SECONDS, names))
