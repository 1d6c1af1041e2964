"""Where everything is in a QR code of each version: ISO/IEC 18004, clauses 6 and 7.

A matrix is (side, side), row first, 1 is dark. Versions up to 15 (77 modules): a larger code is not
read from so poor a picture as these tables serve.
"""

from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray
from qrcode.base import RSBlock, rs_blocks
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q

Modules = NDArray[np.int8]
"""1 dark, 0 light, -1 not known."""

SIDES = tuple(range(21, 78, 4))

_LEVELS = (ERROR_CORRECT_M, ERROR_CORRECT_L, ERROR_CORRECT_H, ERROR_CORRECT_Q)  # by their two bits
_FORMAT_GENERATOR, _FORMAT_MASK = 0b10100110111, 0b101010000010010
_VERSION_GENERATOR = 0b1111100100101
_FORMAT_BITS = 15


@cache
def fixed_modules(side: int) -> Modules:
    """What is the same in every code of `side` modules; the rest is -1."""
    matrix = np.full((side, side), -1, np.int8)
    matrix[6, :] = matrix[:, 6] = np.arange(1, side + 1) % 2
    for row, column in ((0, 0), (0, side - 7), (side - 7, 0)):
        _paint(matrix, row - 1, column - 1, np.pad(_square(7), 1))
    for row, column in product(_alignment_places(side), repeat=2):
        if matrix[row, column] == -1 or (6 in {row, column} and not _in_finder(row, column, side)):
            _paint(matrix, row - 2, column - 2, _square(5))
    matrix[side - 8, 8] = 1
    if (version := (side - 17) // 4) >= 7:
        _paint_version(matrix, version)
    return matrix


def _in_finder(row: int, column: int, side: int) -> bool:
    return (row < 9 or row > side - 9) and (column < 9 or column > side - 9)


def _square(size: int) -> Modules:
    """A dark ring, a light ring, a dark middle."""
    away = np.abs(np.arange(size) - size // 2)
    rings = np.maximum(away[:, None], away[None, :])
    return np.asarray(rings != size // 2 - 1, np.int8)


def _paint(matrix: Modules, row: int, column: int, pattern: Modules) -> None:
    side = len(matrix)
    for i, j in np.ndindex(pattern.shape):
        if 0 <= row + i < side and 0 <= column + j < side:
            matrix[row + i, column + j] = pattern[i, j]


def _alignment_places(side: int) -> list[int]:
    """Annex E: evenly spaced from the last backwards, by even steps."""
    version = (side - 17) // 4
    if version == 1:
        return []
    count = version // 7 + 2
    step = -(-(side - 13) // (2 * count - 2)) * 2
    return [6, *(side - 7 - step * place for place in range(count - 1))]


def _paint_version(matrix: Modules, version: int) -> None:
    bits = version << 12 | _remainder(version << 12, _VERSION_GENERATOR)
    for place in range(18):
        row, column = place // 3, len(matrix) - 11 + place % 3
        matrix[row, column] = matrix[column, row] = bits >> place & 1


def _remainder(bits: int, generator: int) -> int:
    length = generator.bit_length()
    while bits.bit_length() >= length:
        bits ^= generator << (bits.bit_length() - length)
    return bits


@cache
def format_words() -> tuple[tuple[int, ...], ...]:
    """The 32 format words as bits, highest first; a word's number is its level and mask."""
    words = []
    for number in range(32):
        word = number << 10
        word = (word | _remainder(word, _FORMAT_GENERATOR)) ^ _FORMAT_MASK
        words.append(tuple(word >> bit & 1 for bit in reversed(range(_FORMAT_BITS))))
    return tuple(words)


@cache
def format_places(side: int) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Both places of the format word: (row, column) of each bit, highest first."""
    corner = [*((8, column) for column in (0, 1, 2, 3, 4, 5, 7, 8))]
    corner += [(row, 8) for row in (7, 5, 4, 3, 2, 1, 0)]
    split = [(side - 1 - bit, 8) for bit in range(7)]
    split += [(8, side - 8 + bit) for bit in range(8)]
    return tuple(corner), tuple(split)


@cache
def data_places(side: int) -> NDArray[np.intp]:
    """(count, 2): row and column of every data bit, in the order of the bits."""
    taken = fixed_modules(side) >= 0
    for places in format_places(side):
        taken[tuple(np.transpose(places))] = True
    order = []
    upwards = True
    for right in [*range(side - 1, 6, -2), *range(5, 0, -2)]:
        for row in range(side - 1, -1, -1) if upwards else range(side):
            order += [(row, column) for column in (right, right - 1) if not taken[row, column]]
        upwards = not upwards
    return np.array(order, dtype=np.intp)


def mask_at(mask: int, places: NDArray[np.intp]) -> Modules:
    """Whether each place is flipped under `mask` (0–7), as 0 and 1."""
    i, j = places.T
    rules = (
        (i + j) % 2,
        i % 2,
        j % 3,
        (i + j) % 3,
        (i // 2 + j // 3) % 2,
        i * j % 2 + i * j % 3,
        (i * j % 2 + i * j % 3) % 2,
        ((i + j) % 2 + i * j % 3) % 2,
    )
    return np.asarray(rules[mask] == 0, np.int8)


@cache
def interleaving(side: int, level_bits: int) -> tuple[tuple[tuple[int, ...], int], ...]:
    """The blocks of a code: the places of each one's bytes in the order of the code, its parity."""
    blocks: list[RSBlock] = rs_blocks((side - 17) // 4, _LEVELS[level_bits])
    places: list[list[int]] = [[] for _ in blocks]
    position = 0
    for row in range(max(block.data_count for block in blocks)):
        for number, block in enumerate(blocks):
            if row < block.data_count:
                places[number].append(position)
                position += 1
    for _ in range(blocks[0].total_count - blocks[0].data_count):
        for number in range(len(blocks)):
            places[number].append(position)
            position += 1
    return tuple(
        (tuple(its), block.total_count - block.data_count)
        for its, block in zip(places, blocks, strict=True)
    )
