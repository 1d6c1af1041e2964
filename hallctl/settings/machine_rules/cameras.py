"""Rules about cameras: what they look at, and where they are."""

import re
from urllib.parse import urlsplit

from hallctl.core.equipment import Camera
from hallctl.settings.problems import Findings, choose_from, joined, quoted
from hallctl.settings.tables.document import Document

_DEVICE = re.compile(r"/dev/\S+")
_DAYS = range(1, 366)


def check_cameras(document: Document, findings: Findings) -> None:
    """Each camera looks at one counter or one zone, and can be opened."""
    counters = [one.counter for one in document.counter]
    zones = list(dict.fromkeys(one.zone for one in document.counter if one.zone))
    for camera in document.camera:
        path = joined("camera", camera.camera)
        if bool(camera.counter) == bool(camera.zone):
            findings.add(path, "looks at a counter or at a zone", "give it one of the two")
        elif camera.counter and camera.counter not in counters:
            says = f"there is no counter {quoted(camera.counter)}"
            findings.add(joined(path, "counter"), says, choose_from(camera.counter, counters))
        elif camera.zone and camera.zone not in zones:
            says = f"no counter stands in a zone {quoted(camera.zone)}"
            findings.add(joined(path, "zone"), says, choose_from(camera.zone, zones))
        _check_source(camera, path, findings)
    if document.cameras.keep_days not in _DAYS:
        findings.add(
            "cameras.keep_days", f"{document.cameras.keep_days} is no span", "use 1 to 365"
        )


def _check_source(camera: Camera, path: str, findings: Findings) -> None:
    where, write = joined(path, "source"), 'write "rtsp://192.0.2.20/stream" or "/dev/video0"'
    if _DEVICE.fullmatch(camera.source):
        return
    try:
        parts = urlsplit(camera.source)
    except ValueError:
        findings.add(where, f"{quoted(camera.source)} is no camera", write)
        return
    if parts.username or parts.password:
        login = f'put "user:password" into secrets/cameras/{camera.camera}.login instead'
        findings.add(where, "holds a password", login)
    elif parts.scheme not in {"rtsp", "rtsps"} or not parts.hostname:
        findings.add(where, f"{quoted(camera.source)} is no camera", write)
