"""What this project is built from: a bill of materials (CycloneDX) made from the lock, and an audit.

``python deploy/supply_chain.py sbom > out/sbom.json`` comes out the same for the same lock.
``python deploy/supply_chain.py audit`` asks pip-audit; where its service can't be reached, or does
not know our packages, it says so and is no failure.
"""

import json
import re
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.lock"
PIN = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<marker>[^\\]+))?"
)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
PATIENCE_S = 120
FEW = 3
"""Of a service that knows none of so many nothing more is asked."""


class Package(NamedTuple):
    """One line of the lock with its hashes."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]


def packages(lock: str) -> Iterator[Package]:
    """Every package of the lock, in its order. Raises ValueError for a line that is none."""
    for entry in _entries(lock):
        found = PIN.match(entry)
        if found is None:
            raise ValueError(f"not a pinned package: {entry.splitlines()[0]}")
        marker = (found["marker"] or "").strip()
        yield Package(found["name"], found["version"], marker, tuple(HASH.findall(entry)))


def _entries(lock: str) -> list[str]:
    """Each package's lines."""
    return re.split(r"\n(?=\S)", lock.strip())


def sbom(lock: str) -> dict[str, Any]:
    """The bill of materials, https://cyclonedx.org/docs/1.6/json/."""
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, lock)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "hallctl",
                "name": "hallctl",
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            }
        },
        "components": [_component(one) for one in packages(lock)],
    }


def _component(one: Package) -> dict[str, Any]:
    purl = f"pkg:pypi/{re.sub('[-_.]+', '-', one.name).lower()}@{one.version}"
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": f"{purl}#{one.marker}" if one.marker else purl,
        "name": one.name,
        "version": one.version,
        "purl": purl,
        "externalReferences": [
            {
                "type": "distribution",
                "url": f"https://pypi.org/project/{one.name}/{one.version}/#files",
                "hashes": [{"alg": "SHA-256", "content": digest} for digest in one.hashes],
            }
        ],
    }
    if one.marker:
        component["properties"] = [{"name": "python:marker", "value": one.marker}]
    return component


class Verdict(NamedTuple):
    """What the audit says: the vulnerable, and why it says nothing (empty when it does)."""

    vulnerable: list[str]
    skipped: str = ""


def judged(report: str) -> Verdict:
    """The report of pip-audit, as JSON."""
    try:
        every = json.loads(report)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Verdict([], "the audit's service can't be reached")
    looked_at = [one for one in every if "vulns" in one]
    if not looked_at:
        return Verdict([], "the audit's service does not know our packages")
    return Verdict(
        [
            f"{one['name']} {one['version']}: {', '.join(vuln['id'] for vuln in one['vulns'])}"
            for one in looked_at
            if one["vulns"]
        ]
    )


def audited() -> Verdict:
    """Ask pip-audit about the lock; about a few first, for whoever can't tell of them can't tell at all."""
    with TemporaryDirectory() as room:
        few = Path(room) / "requirements.txt"
        few.write_text("\n".join(_entries(LOCK.read_text("utf-8"))[:FEW]), "utf-8")
        first = _asked(few)
    return first if first.skipped else _asked(LOCK)


def _asked(lock: Path) -> Verdict:
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(lock)]
    command += [
        "--disable-pip",
        "--require-hashes",
        "--format",
        "json",
        "--progress-spinner",
        "off",
    ]
    command += ["--timeout", "10"]
    try:
        done = subprocess.run(  # noqa: S603 - our own words
            command, capture_output=True, text=True, timeout=PATIENCE_S, check=False
        )
    except subprocess.TimeoutExpired:
        return Verdict([], f"the audit's service does not answer within {PATIENCE_S} s")
    return judged(done.stdout)


def main(words: list[str]) -> int:
    """1 when something is known to be vulnerable."""
    if words == ["sbom"]:
        print(json.dumps(sbom(LOCK.read_text("utf-8")), indent=1))  # noqa: T201 - what was asked for
        return 0
    verdict = audited()
    told = verdict.vulnerable or [
        f"not audited: {verdict.skipped}" if verdict.skipped else "nothing"
    ]
    print("\n".join(told))  # noqa: T201 - what was asked for
    return 1 if verdict.vulnerable else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
