"""Codes under every kind of damage: what a careful citizen does to a code is read, and no other."""

import numpy as np
import pytest

from hardware.scanners.codes import DEFAULT_FORMATS, Code, Patience
from hardware.scanning.engine import scan
from tests.hardware.scan_torture import DRAWS, ORDEALS, Draw, empty_scene, scene

UNHURRIED = Patience(for_missed_s=1, for_more_s=0.2)  # the same on a busy machine

LOST = {
    ("blur", "code128"),
    ("motion", "code128"),
    ("shade", "ean13"),
    ("shade", "code128"),
    ("glare", "qr_words"),
    ("damaged", "qr_words"),
    ("damaged", "code128"),
}
"""Kinds that a bad day of this severity may cost."""


def read(picture: np.ndarray) -> list[Code]:
    return scan(picture, DEFAULT_FORMATS, UNHURRIED)


@pytest.mark.parametrize("draw", DRAWS, ids=lambda draw: draw.__name__)
@pytest.mark.parametrize("ordeal", ORDEALS)
def test_a_code_in_trouble_is_read_right_or_not_at_all(ordeal: str, draw: Draw) -> None:
    shown = scene(ordeal, 5, draw)
    codes = read(shown.picture)
    texts = [code.text for code in codes]
    assert set(texts) <= set(shown.texts)
    if (ordeal, draw.__name__) not in LOST:
        assert sorted(texts) == sorted(shown.texts)


@pytest.mark.parametrize("ordeal", ["blur", "everything", "tiny"])
@pytest.mark.parametrize("draw", DRAWS, ids=lambda draw: draw.__name__)
def test_a_code_past_reading_gives_no_wrong_text(ordeal: str, draw: Draw) -> None:
    shown = scene(ordeal, 2, draw, severity=2.8)
    assert {code.text for code in read(shown.picture)} <= set(shown.texts)


@pytest.mark.parametrize("seed", range(8))
def test_stripes_and_writing_are_no_codes(seed: int) -> None:
    assert read(empty_scene(seed).picture) == []


@pytest.mark.parametrize("ordeal", ["turned", "perspective", "inverted"])
@pytest.mark.parametrize("draw", DRAWS, ids=lambda draw: draw.__name__)
def test_the_corners_are_where_the_code_is(ordeal: str, draw: Draw) -> None:
    shown = scene(ordeal, 5, draw)
    middles = {text: corners.mean(axis=0) for _, text, corners in shown.codes}
    for code in read(shown.picture):
        told = np.array(code.corners)
        ours = next(corners for _, text, corners in shown.codes if text == code.text)
        size = np.linalg.norm(ours[0] - ours[2])
        assert np.linalg.norm(told.mean(axis=0) - middles[code.text]) < 0.06 * size
        assert np.linalg.norm(told[0] - ours[0]) < 0.2 * size  # the code's own top left
