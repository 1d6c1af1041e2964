"""The parts that scanning is made of, each for itself."""

import random

import cv2
import numpy as np
import pytest
import qrcode
from hypothesis import given
from hypothesis import strategies as st

from hardware.scanning.ean_matching import match_lines
from hardware.scanning.ean_patterns import text_of
from hardware.scanning.linear_codes import DOSSIER_CODE
from hardware.scanning.qr_layout import (
    SIDES,
    data_places,
    fixed_modules,
    format_places,
    format_words,
    interleaving,
    mask_at,
)
from hardware.scanning.reed_solomon import TooDamaged, corrected, parity_of
from hardware.scanning.regions import find_regions
from tests.hardware.scan_photographs import flat_label
from tests.hardware.scan_torture import DRAWS, scene


@given(
    message=st.lists(st.integers(0, 255), min_size=1, max_size=60),
    parity=st.integers(2, 30),
    chance=st.randoms(use_true_random=False),
)
def test_what_parity_can_mend_is_mended(
    message: list[int], parity: int, chance: random.Random
) -> None:
    word = message + parity_of(message, parity)
    erased = chance.sample(range(len(word)), chance.randint(0, min(parity, len(word))))
    trusted = [place for place in range(len(word)) if place not in erased]
    errors = min(chance.randint(0, (parity - len(erased)) // 2), len(trusted))
    damaged = list(word)
    for place in [*erased, *chance.sample(trusted, errors)]:
        damaged[place] ^= chance.randint(1, 255)
    assert corrected(damaged, parity, frozenset(erased), spare=0) == word


def test_what_is_past_mending_is_told() -> None:
    chance = random.Random(3)
    message = [chance.randrange(256) for _ in range(28)]
    for _ in range(50):
        word = message + parity_of(message, 16)
        for place in chance.sample(range(44), 12):
            word[place] ^= chance.randint(1, 255)
        with pytest.raises(TooDamaged):
            corrected(word, 16, frozenset(range(12)), spare=3)


@pytest.mark.parametrize("side", SIDES)
def test_the_layout_is_that_of_another_drawer(side: int) -> None:
    for level in range(4):
        symbol = qrcode.QRCode(version=(side - 17) // 4, error_correction=level, border=0)
        symbol.add_data("A017")
        symbol.make(fit=False)
        drawn = np.array(symbol.get_matrix()).astype(np.int8)
        fixed = fixed_modules(side)
        assert np.all((fixed < 0) | (fixed == drawn))
        words = [tuple(drawn[place] for place in places) for places in format_places(side)]
        assert words[0] == words[1]
        number = format_words().index(words[0])
        places = data_places(side)
        bits = drawn[tuple(places.T)] ^ mask_at(number & 7, places)
        data = np.packbits(bits[: len(bits) // 8 * 8]).tolist()
        for block, parity in interleaving(side, number >> 3):
            word = [data[place] for place in block]
            assert corrected(word, parity, frozenset(), spare=0) == word


def test_an_ean_is_read_by_likeness_in_both_directions() -> None:
    line = flat_label("EAN13", "8930903747301")[100].astype(np.float32)
    lines = cv2.GaussianBlur(np.stack([line, line]), (0, 0), sigmaX=4, sigmaY=0.01)
    assert [match.text for _, match in match_lines(lines)] == ["8930903747301"] * 2
    (_, match), _ = match_lines(np.ascontiguousarray(lines[:, ::-1]))
    assert match.text == "8930903747301"
    assert match.start > match.end


def test_noise_is_like_no_ean() -> None:
    chance = np.random.default_rng(2)
    for _ in range(20):
        assert match_lines(chance.uniform(0, 255, (6, 900)).astype(np.float32)) == []


def test_digits_are_a_text_only_with_their_check_digit() -> None:
    left, right = [9, 13, 0, 19, 10, 3], [7, 4, 7, 3, 0, 1]
    assert text_of(left, right) == "8930903747301"
    assert text_of(left, [*right[:5], 2]) is None
    assert text_of([19, *left[1:]], right) is None


@pytest.mark.parametrize("draw", DRAWS, ids=lambda draw: draw.__name__)
def test_a_code_stands_out_as_what_it_is(draw) -> None:
    shown = scene("turned", 2, draw)
    ((format_name, _, corners),) = shown.codes
    kind = "matrix" if format_name == "QRCode" else "linear"
    region = next(region for region in find_regions(shown.picture) if region.kind == kind)
    assert np.linalg.norm(region.centre - corners.mean(axis=0)) < 20


@pytest.mark.parametrize(
    "text", ["H15.50.05.13-261008-0975", "000.00.19.H47-260105-0001", "H47-260105-190001"]
)
def test_the_halls_own_codes_are_known(text: str) -> None:
    assert DOSSIER_CODE.fullmatch(text)


@pytest.mark.parametrize(
    "text", ["8930903747301", "H15-2610-0975", "Z15-261008-0975", "H15-261008-9"]
)
def test_other_codes_are_not_ours(text: str) -> None:
    assert not DOSSIER_CODE.fullmatch(text)
