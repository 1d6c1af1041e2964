"""Photographs of codes whose text is known: how many are read, and that none is read wrong.

Every third is looked at; ``make thorough`` looks at them all.
"""

import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image

from hardware.scanners.codes import DEFAULT_FORMATS, Code, Patience, grey, read_codes
from hardware.scanning.decoder import Looking, look
from hardware.scanning.view import whole
from tests.hardware.scan_torture import DRAWS, scene
from tests.thorough import THOROUGH

PICTURES = Path(__file__).parents[3] / "shared" / "data" / "barcodes"
EVERY = 1 if THOROUGH else 3
UNHURRIED = Patience(for_missed_s=0.3, for_more_s=0.1)  # the same on a busy machine

pytestmark = pytest.mark.skipif(
    not (PICTURES / "expected.jsonl").exists(), reason=f"no photographs in {PICTURES}"
)


@dataclass
class Score:
    """Pictures or places right, by kind, and every text that is not in its picture."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, str]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def add(self, wanted: dict[str, Any]) -> None:
        with Image.open(PICTURES / wanted["image"]) as image:
            picture = image.copy()
        before = time.thread_time()
        codes = read_codes(picture, DEFAULT_FORMATS, UNHURRIED)
        self.seconds.append(time.thread_time() - before)
        kind = "card" if wanted["image"].startswith("synthetic") else wanted["format"]
        kind = "place" if wanted["kind"] == "polygons" else kind
        for right in self._rights(wanted, codes):
            self.of[kind] += 1
            self.right[kind] += right

    def _rights(self, wanted: dict[str, Any], codes: tuple[Code, ...]) -> Iterator[bool]:
        if wanted["kind"] == "polygons":
            yield from (any(is_there(place, code) for code in codes) for place in wanted["codes"])
            return
        text = plain(wanted["text"] or "")
        others = [code.text for code in codes if plain(code.text) != text]
        self.wrong += [(wanted["image"], other) for other in others]
        yield len(codes) > len(others) if text else not codes


def plain(text: str) -> str:
    return text.replace("\r\n", "\n").rstrip(" \n")


def is_there(place: dict[str, Any], code: Code) -> bool:
    outline = np.array(place["polygon"], np.float32).reshape(-1, 1, 2)
    x, y = np.mean(code.corners, axis=0)
    hit = cv2.pointPolygonTest(outline, (float(x), float(y)), measureDist=False) >= 0
    return hit and (not place["text"] or plain(place["text"]) == plain(code.text))


@pytest.fixture(scope="module")
def score() -> Score:
    result = Score()
    told = (PICTURES / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    for line in told[::EVERY]:
        result.add(json.loads(line))
    return result


def test_no_text_is_reported_that_is_not_there(score: Score) -> None:
    assert score.wrong == []
    assert score.right["NONE"] == score.of["NONE"] == 21 // EVERY


@pytest.mark.parametrize(
    ("kind", "every", "lost"),
    [("QR", 95, 1), ("card", 100, 1), ("C128", 9, 0), ("EAN13", 71, 2), ("place", 78, 4)],
)
def test_nearly_every_code_is_read(score: Score, kind: str, every: int, lost: int) -> None:
    """So many of them all, and so many at most that a bad day may cost; of a third in proportion."""
    assert score.of[kind] >= (every if EVERY == 1 else every // 4)
    missed = score.of[kind] - score.right[kind]
    assert missed <= -(-lost // EVERY), f"{missed} of {score.of[kind]}"


def test_a_picture_takes_little_work(score: Score) -> None:
    assert np.mean(score.seconds) < 0.060  # 0.020 on a quiet machine


def test_the_first_look_keeps_up_with_a_camera() -> None:
    frame = np.full((720, 1280), 150, np.uint8)
    frame[100:580, 300:940] = scene("easy", 3, DRAWS[1]).picture
    with Image.open(PICTURES / "zxing/qrcode-1/1.png") as image:
        frame[120:600, :640] = grey(image)
    seconds = []
    for _ in range(7):
        before = time.thread_time()
        look(whole(frame), Looking(DEFAULT_FORMATS))
        seconds.append(time.thread_time() - before)
    assert min(seconds) < 0.010
