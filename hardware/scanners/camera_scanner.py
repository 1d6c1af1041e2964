"""Reads codes that are held before a camera."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from hardware.scanners.codes import DEFAULT_FORMATS, LIVE, Code, Patience
from hardware.scanners.scanner import Repeats, ScannerHealth, ScannerTrouble
from hardware.scanning.code import Grey
from hardware.scanning.decoder import MATRIX_FORMATS
from hardware.scanning.engine import scan
from hardware.transport.camera import Camera, ConnectCamera, Frame
from hardware.transport.link import TransportGone

REOPEN_S = 0.5
_AGAIN_WITHIN_S = 1.0


@dataclass(frozen=True, slots=True)
class Sight:
    """One look: the frame, every code seen in it, and those to act on: confirmed, and new."""

    frame: Frame
    seen: tuple[Code, ...]
    scanned: tuple[Code, ...]


class CameraScanner:
    """One camera, used by one thread at a time; opens it again when it is gone."""

    def __init__(
        self,
        connect: ConnectCamera,
        formats: tuple[str, ...] = DEFAULT_FORMATS,
        patience: Patience = LIVE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`patience` is how long to go on looking at each frame; `clock` tells seconds."""
        self._connect = connect
        self._formats = formats
        self._patience = patience
        self._clock = clock
        self._camera: Camera | None = None
        self._frames = FrameVotes()
        self._breaks = 0
        self._retry_at = 0.0

    def look(self) -> Sight | None:
        """Grab a frame and read it; None when there is no camera now. Ask again soon."""
        camera = self._open()
        if camera is None:
            return None
        try:
            frame = camera.grab()
        except TransportGone:
            self._lose()
            return None
        seen = tuple(scan(grey_of(frame), self._formats, self._patience))
        return Sight(frame, seen, self._frames.confirmed(seen, self._clock()))

    def health(self) -> ScannerHealth:
        """Whether the camera is there. Tries to open it if not."""
        trouble = None if self._open() else ScannerTrouble.GONE
        return ScannerHealth(trouble, 0, self._breaks)

    def close(self) -> None:
        """Let go of the camera."""
        if self._camera is not None:
            self._camera.close()
        self._camera = None

    def _open(self) -> Camera | None:
        if self._camera is None and self._clock() >= self._retry_at:
            self._retry_at = self._clock() + REOPEN_S
            try:
                self._camera = self._connect()
            except TransportGone:
                return None
        return self._camera

    def _lose(self) -> None:
        self.close()
        self._breaks += 1


class FrameVotes:
    """Lets a code through once: a QR code at its first sight, bars when a second frame agrees."""

    def __init__(self) -> None:
        self._repeats = Repeats()
        self._once: dict[tuple[str, str], float] = {}

    def confirmed(self, seen: tuple[Code, ...], at: float) -> tuple[Code, ...]:
        """Those of `seen` in a frame at `at` seconds that are sure and not held still."""
        before = {what for what, when in self._once.items() if at - when < _AGAIN_WITHIN_S}
        self._once = {what: self._once[what] for what in before}
        sure = []
        for code in seen:
            what = (code.format, code.text)
            if code.format in MATRIX_FORMATS or what in before:
                sure.append(code)
            self._once[what] = at
        return tuple(code for code in sure if not self._repeats.is_repeat(code.text, at))


def grey_of(frame: Frame) -> Grey:
    """A camera's frame as (height, width)."""
    return np.asarray(cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY), np.uint8)
